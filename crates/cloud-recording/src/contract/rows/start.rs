use super::build::{ALL, INDIVIDUAL, MIX_WEB, RTC, WEB, integer, object, text, texts, word};
use crate::contract::field::{Choice, Field, Form, Preset};

pub(super) const ROWS: &[Field] = &[
    text("token", Form::Any)
        .only(RTC)
        .secret()
        .decided("Empty counts as left out."),
    object("storageConfig").required().while_recording().decided(
        "Published programs for video on demand leave it out; the reference requires it in every \
         mode: refused.",
    ),
    object("recordingConfig")
        .only(RTC)
        .refused_elsewhere()
        .decided(
            "The table calls it required; published programs leave it out in mix and are served, \
             so it is only advised. Individual still needs subscribeUidGroup.",
        ),
    object("recordingFileConfig").since("2020-12"),
    object("snapshotConfig")
        .only(INDIVIDUAL)
        .since("2020-04")
        .decided("Other modes: the reference is silent; taken as without effect."),
    object("extensionServiceConfig")
        .only(MIX_WEB)
        .required_in(WEB)
        .since("2020-07")
        .decided("Individual: the reference is silent; taken as without effect."),
];

const FILE_TYPES: &[Choice] = &[word("hls", "hls"), word("mp4", "mp4")];

pub(super) const FILES: &[Field] = &[texts("avFileType", Form::Any)
    .options(FILE_TYPES)
    .range(1, 2)
    .preset(Preset::Texts(&["hls"]))
    .only(ALL)
    .since("2020-12")];

const PICTURES: &[Choice] = &[word("jpg", "jpg")];

pub(super) const SNAPSHOTS: &[Field] = &[
    integer("captureInterval")
        .range(1, 3600)
        .unit("seconds")
        .preset_number(10)
        .only(INDIVIDUAL)
        .since("2020-04")
        .decided(
            "The reference says 5 to 3600, guide and release note 1 to 3600: below 5 is a warning.",
        ),
    texts("fileType", Form::Any)
        .options(PICTURES)
        .range(1, 1)
        .required()
        .only(INDIVIDUAL)
        .since("2020-04"),
];
