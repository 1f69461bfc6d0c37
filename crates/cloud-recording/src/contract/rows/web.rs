use super::build::{MIX_WEB, flag, integer, object, objects, text, word};
use super::recording::AUDIO_PROFILES;
use crate::contract::field::{Choice, Field, Form, Preset};
use crate::contract::{PUSH, VIDEO_ON_DEMAND, WEB_RECORDER};

const SERVICES: &[Choice] = &[
    word(WEB_RECORDER, "webRecorder"),
    word(PUSH, "push"),
    word(VIDEO_ON_DEMAND, "videoOnDemand"),
];
const ABORT: &[Choice] = &[word("error_abort", "abort")];
const POLICIES: &[Choice] = &[word("error_abort", "abort"), word("error_ignore", "ignore")];

const fn recorder(field: Field) -> Field {
    field.of(WEB_RECORDER).only(MIX_WEB).since("2020-12")
}

const fn demand(field: Field) -> Field {
    field.of(VIDEO_ON_DEMAND).only(MIX_WEB).legacy("2020-07")
}

/// What the video is called and how it is filed. Kinds of values are not printed in any page, so
/// whatever comes is taken.
const fn video(field: Field) -> Field {
    demand(field).open()
}

pub(super) const ROWS: &[Field] = &[
    text("errorHandlePolicy", Form::Any)
        .options(ABORT)
        .preset(Preset::Text("error_abort"))
        .since("2020-12"),
    text("apiVersion", Form::Any).legacy("2020-07"),
    objects("extensionServices")
        .required()
        .at_least(1)
        .since("2020-07"),
    text("extensionServices[].serviceName", Form::Any)
        .options(SERVICES)
        .open()
        .required()
        .since("2020-07")
        .decided("Other services (content checks) have been published: they are a warning."),
    text("extensionServices[].errorHandlePolicy", Form::Any)
        .options(POLICIES)
        .since("2020-12"),
    integer("extensionServices[].streamTypes").legacy("2020-07"),
    object("extensionServices[].serviceParam")
        .required()
        .since("2020-07"),
    recorder(text(
        "extensionServices[].serviceParam.url",
        Form::WebAddress,
    ))
    .required(),
    recorder(integer("extensionServices[].serviceParam.audioProfile"))
        .options(AUDIO_PROFILES)
        .required(),
    recorder(integer("extensionServices[].serviceParam.videoWidth"))
        .range(240, 1920)
        .unit("pixels")
        .required()
        .decided("The range since May 2022."),
    recorder(integer("extensionServices[].serviceParam.videoHeight"))
        .range(240, 1920)
        .unit("pixels")
        .required(),
    recorder(integer("extensionServices[].serviceParam.maxRecordingHour"))
        .range(1, 720)
        .unit("hours")
        .required(),
    recorder(integer("extensionServices[].serviceParam.videoBitrate"))
        .range(50, 8000)
        .unit("kbps")
        .since("2022"),
    recorder(integer("extensionServices[].serviceParam.videoFps"))
        .range(5, 60)
        .unit("fps")
        .preset_number(15)
        .since("2022"),
    recorder(flag("extensionServices[].serviceParam.mobile"))
        .preset(Preset::Flag(false))
        .since("2022-05"),
    recorder(integer("extensionServices[].serviceParam.maxVideoDuration"))
        .range(30, 240)
        .unit("minutes")
        .preset_number(120)
        .since("2021-07"),
    recorder(flag("extensionServices[].serviceParam.onhold"))
        .preset(Preset::Flag(false))
        .while_recording()
        .since("2021-09"),
    recorder(integer("extensionServices[].serviceParam.readyTimeout"))
        .range(0, 60)
        .unit("seconds")
        .preset_number(0)
        .since("2021-09"),
    objects("extensionServices[].serviceParam.outputs")
        .of(PUSH)
        .required()
        .range(1, 1)
        .while_recording()
        .since("2021-10"),
    text(
        "extensionServices[].serviceParam.outputs[].rtmpUrl",
        Form::RtmpAddress,
    )
    .of(PUSH)
    .required()
    .secret()
    .while_recording()
    .since("2021-10"),
    demand(text(
        "extensionServices[].serviceParam.accessKey",
        Form::Filled,
    ))
    .secret(),
    demand(text(
        "extensionServices[].serviceParam.secretKey",
        Form::Filled,
    ))
    .secret(),
    demand(text("extensionServices[].serviceParam.regionId", Form::Any)),
    demand(object("extensionServices[].serviceParam.apiData")),
    video(object("extensionServices[].serviceParam.apiData.videoData")),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.title",
        Form::Filled,
    ))
    .required(),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.description",
        Form::Any,
    )),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.coverUrl",
        Form::Any,
    )),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.cateId",
        Form::Any,
    )),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.tags",
        Form::Any,
    )),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.templateGroupId",
        Form::Any,
    )),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.userData",
        Form::Any,
    )),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.storageLocation",
        Form::Any,
    )),
    video(text(
        "extensionServices[].serviceParam.apiData.videoData.workflowId",
        Form::Any,
    )),
];
