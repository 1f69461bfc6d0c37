use super::build::{RTC, STOP_PAGE, UPDATE_PAGE, WEB, flag, object, objects, text, texts};
use crate::contract::field::{Field, Form, Preset};

const fn here(field: Field) -> Field {
    field
        .while_recording()
        .refused_elsewhere()
        .page(UPDATE_PAGE)
}

const fn lists(field: Field) -> Field {
    here(field).only(RTC).since("2020-06")
}

/// A group of another mode changes nothing, so an update of it alone is taken to be refused.
const OTHER_MODE: &str = "In another mode the reference is silent; taken as refused.";

pub(super) const ROWS: &[Field] = &[
    lists(object("streamSubscribe")).decided(OTHER_MODE),
    lists(object("streamSubscribe.audioUidList")),
    lists(texts(
        "streamSubscribe.audioUidList.subscribeAudioUids",
        Form::UidOrAll,
    ))
    .range(1, 32),
    lists(texts(
        "streamSubscribe.audioUidList.unsubscribeAudioUids",
        Form::Uid,
    ))
    .range(1, 32)
    .also(&["unSubscribeAudioUids"]),
    lists(object("streamSubscribe.videoUidList")),
    lists(texts(
        "streamSubscribe.videoUidList.subscribeVideoUids",
        Form::UidOrAll,
    ))
    .range(1, 32),
    lists(texts(
        "streamSubscribe.videoUidList.unsubscribeVideoUids",
        Form::Uid,
    ))
    .range(1, 32)
    .also(&["unSubscribeVideoUids"]),
    here(object("webRecordingConfig"))
        .only(WEB)
        .since("2021-09")
        .decided(OTHER_MODE),
    here(flag("webRecordingConfig.onhold"))
        .only(WEB)
        .preset(Preset::Flag(false))
        .since("2021-09"),
    here(object("rtmpPublishConfig"))
        .only(WEB)
        .since("2021-10")
        .decided(OTHER_MODE),
    here(objects("rtmpPublishConfig.outputs"))
        .only(WEB)
        .range(1, 1)
        .since("2021-10"),
    here(text(
        "rtmpPublishConfig.outputs[].rtmpUrl",
        Form::RtmpAddress,
    ))
    .only(WEB)
    .required()
    .secret()
    .since("2021-10"),
    here(object("storageConfig")).since("2024-08"),
];

pub(super) const STOP: &[Field] = &[flag("async_stop")
    .preset(Preset::Flag(false))
    .since("2022")
    .page(STOP_PAGE)];
