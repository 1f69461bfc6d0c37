//! Every member of the requests, written by hand from the reference's tables of acquire to stop, and how each is
//! filled in. The rows of the contract are not asked.

/// How a value gets into a field.
#[derive(Debug, Clone, Copy)]
pub enum How {
    /// A text is typed.
    Type(&'static str),
    /// A number is typed.
    Number(&'static str),
    /// Chips are typed, with blanks between them.
    Chips(&'static str),
    /// A value is taken from a list; as JSON.
    Pick(&'static str),
    /// A secret of its own is typed.
    Secret,
    /// One of several values is ticked, and this list is what comes of it; as JSON.
    Tick(&'static str, &'static str),
    /// It is switched on.
    Switch,
    /// An entry is added to a list.
    Add,
}

use How::{Add, Chips, Number, Pick, Secret, Switch, Tick, Type};

/// What is filled in before a call is sent once.
pub struct Sitting {
    pub call: &'static str,
    pub mode: &'static str,
    pub groups: Vec<(&'static str, &'static [(&'static str, How)])>,
}

const ENVELOPE: &[(&str, How)] = &[("cname", Type("every-field")), ("uid", Type("527841"))];

const ACQUIRE: &[(&str, How)] = &[
    ("scene", Pick("2")),
    ("resourceExpiredHour", Number("48")),
    ("excludeResourceIds", Chips("res-one res-two")),
    ("region", Pick("\"EU\"")),
    ("regionAffinity", Pick("3")),
];

/// What acquire announces is a start's request; secrets in it too.
const ANNOUNCED: &[(&str, How)] = &[
    ("recordingConfig/maxIdleTime", Number("45")),
    ("storageConfig/bucket", Type("announced")),
    ("storageConfig/secretKey", Secret),
];

const STORAGE: &[(&str, How)] = &[
    ("vendor", Pick("1")),
    ("region", Pick("7")),
    ("bucket", Type("team-bucket")),
    ("accessKey", Secret),
    ("secretKey", Secret),
    ("stsToken", Secret),
    ("stsExpiration", Number("1893456000")),
    ("fileNamePrefix", Chips("one two")),
    ("extensionParams/sse", Pick("\"kms\"")),
    ("extensionParams/tag", Type("kept")),
];

/// The host of a store that speaks S3 but is nobody's.
const OTHER_STORAGE: &[(&str, How)] = &[
    ("vendor", Pick("11")),
    ("extensionParams/endpoint", Type("s3.example.com")),
];

const RECORDING: &[(&str, How)] = &[
    ("channelType", Pick("1")),
    ("streamTypes", Pick("2")),
    ("decryptionMode", Pick("7")),
    ("secret", Secret),
    ("salt", Secret),
    ("audioProfile", Pick("2")),
    ("videoStreamType", Pick("1")),
    ("maxIdleTime", Number("60")),
    ("subscribeVideoUids", Chips("11 12")),
    ("unsubscribeVideoUids", Chips("13")),
    ("subscribeAudioUids", Chips("14 15")),
    ("unsubscribeAudioUids", Chips("16")),
    ("privateParams", Type("{\"a\":1}")),
];

const CANVAS: &[(&str, How)] = &[
    ("width", Number("1280")),
    ("height", Number("720")),
    ("fps", Pick("30")),
    ("bitrate", Number("1710")),
];

const LAYOUT: &[(&str, How)] = &[
    ("mixedVideoLayout", Pick("3")),
    ("backgroundColor", Type("#1A2B3C")),
    ("backgroundImage", Type("https://example.com/back.png")),
    (
        "defaultUserBackgroundImage",
        Type("https://example.com/user.png"),
    ),
    ("layoutConfig", Add),
    ("layoutConfig/0/uid", Type("21")),
    ("layoutConfig/0/x_axis", Number("0.25")),
    ("layoutConfig/0/y_axis", Number("0.125")),
    ("layoutConfig/0/width", Number("0.5")),
    ("layoutConfig/0/height", Number("0.75")),
    ("layoutConfig/0/alpha", Number("0.9")),
    ("layoutConfig/0/render_mode", Pick("1")),
    ("backgroundConfig", Add),
    ("backgroundConfig/0/uid", Type("22")),
    (
        "backgroundConfig/0/image_url",
        Type("https://example.com/one.png"),
    ),
    ("backgroundConfig/0/render_mode", Pick("1")),
];

/// Only the vertical layout knows a large picture.
const VERTICAL: &[(&str, How)] = &[
    ("mixedVideoLayout", Pick("2")),
    ("maxResolutionUid", Type("31")),
];

const FILES: &[(&str, How)] = &[("avFileType", Tick("mp4", "[\"hls\",\"mp4\"]"))];

const INDIVIDUAL: &[(&str, How)] = &[
    ("recordingConfig/streamMode", Pick("\"standard\"")),
    ("recordingConfig/subscribeUidGroup", Pick("4")),
    ("snapshotConfig/captureInterval", Number("15")),
    ("snapshotConfig/fileType", Tick("jpg", "[\"jpg\"]")),
    (
        "appsCollection/combinationPolicy",
        Pick("\"postpone_transcoding\""),
    ),
    ("transcodeOptions/container/format", Pick("\"m4a\"")),
    (
        "transcodeOptions/transConfig/transMode",
        Pick("\"audioMix\""),
    ),
    ("transcodeOptions/audio/sampleRate", Pick("\"32000\"")),
    ("transcodeOptions/audio/bitrate", Type("64000")),
    ("transcodeOptions/audio/channels", Pick("\"2\"")),
];

const EXTENSION: &[(&str, How)] = &[
    ("errorHandlePolicy", Pick("\"error_abort\"")),
    ("apiVersion", Type("v1")),
    ("extensionServices", Add),
    (
        "extensionServices/0/serviceName",
        Pick("\"web_recorder_service\""),
    ),
    (
        "extensionServices/0/errorHandlePolicy",
        Pick("\"error_ignore\""),
    ),
    ("extensionServices/0/streamTypes", Number("2")),
];

const PAGE: &[(&str, How)] = &[
    ("url", Type("https://example.com/page")),
    ("audioProfile", Pick("1")),
    ("videoWidth", Number("1280")),
    ("videoHeight", Number("720")),
    ("maxRecordingHour", Number("3")),
    ("videoBitrate", Number("2000")),
    ("videoFps", Number("15")),
    ("mobile", Switch),
    ("maxVideoDuration", Number("120")),
    ("onhold", Switch),
    ("readyTimeout", Number("10")),
];

const PUSH: &[(&str, How)] = &[
    ("extensionServices", Add),
    (
        "extensionServices/1/serviceName",
        Pick("\"rtmp_publish_service\""),
    ),
    ("extensionServices/1/serviceParam/outputs", Add),
    ("extensionServices/1/serviceParam/outputs/0/rtmpUrl", Secret),
];

const ON_DEMAND: &[(&str, How)] = &[
    ("extensionServices", Add),
    (
        "extensionServices/2/serviceName",
        Pick("\"aliyun_vod_service\""),
    ),
    ("extensionServices/2/serviceParam/accessKey", Secret),
    ("extensionServices/2/serviceParam/secretKey", Secret),
    (
        "extensionServices/2/serviceParam/regionId",
        Type("cn-shanghai"),
    ),
];

const VIDEO: &[(&str, How)] = &[
    ("title", Type("A title")),
    ("description", Type("What it is")),
    ("coverUrl", Type("https://example.com/cover.png")),
    ("cateId", Type("7")),
    ("tags", Type("a,b")),
    ("templateGroupId", Type("group-1")),
    ("userData", Type("{}")),
    ("storageLocation", Type("there")),
    ("workflowId", Type("flow-1")),
];

const SUBSCRIBE: &[(&str, How)] = &[
    ("audioUidList/subscribeAudioUids", Chips("41 42")),
    ("audioUidList/unsubscribeAudioUids", Chips("43")),
    ("videoUidList/subscribeVideoUids", Chips("44")),
    ("videoUidList/unsubscribeVideoUids", Chips("45 46")),
];

const PAGE_UPDATE: &[(&str, How)] = &[
    ("webRecordingConfig/onhold", Switch),
    ("rtmpPublishConfig/outputs", Add),
    ("rtmpPublishConfig/outputs/0/rtmpUrl", Secret),
];

const STOP: &[(&str, How)] = &[("async_stop", Switch)];

const BODY: &str = "";
const REQUEST: &str = "/clientRequest";
const IN_STORAGE: &str = "/clientRequest/storageConfig";
const IN_RECORDING: &str = "/clientRequest/recordingConfig";
const IN_CANVAS: &str = "/clientRequest/recordingConfig/transcodingConfig";
const IN_EXTENSION: &str = "/clientRequest/extensionServiceConfig";
const IN_PAGE: &str = "/clientRequest/extensionServiceConfig/extensionServices/0/serviceParam";
const IN_VIDEO: &str =
    "/clientRequest/extensionServiceConfig/extensionServices/2/serviceParam/apiData/videoData";

/// Everything, in as few sittings as fields that shut each other out allow.
pub fn sittings() -> Vec<Sitting> {
    let sitting = |call, mode, groups| Sitting { call, mode, groups };
    vec![
        sitting(
            "acquire",
            "mix",
            vec![
                (BODY, ENVELOPE),
                (REQUEST, ACQUIRE),
                ("/clientRequest/startParameter", ANNOUNCED),
            ],
        ),
        sitting(
            "start",
            "mix",
            vec![
                (BODY, ENVELOPE),
                (REQUEST, &[("token", Secret)]),
                (IN_STORAGE, STORAGE),
                (IN_RECORDING, RECORDING),
                (IN_CANVAS, CANVAS),
                (IN_CANVAS, LAYOUT),
                ("/clientRequest/recordingFileConfig", FILES),
            ],
        ),
        sitting(
            "start",
            "mix",
            vec![(IN_CANVAS, VERTICAL), (IN_STORAGE, OTHER_STORAGE)],
        ),
        sitting("start", "individual", vec![(REQUEST, INDIVIDUAL)]),
        sitting(
            "start",
            "web",
            vec![
                (IN_EXTENSION, EXTENSION),
                (IN_PAGE, PAGE),
                (IN_EXTENSION, PUSH),
                (IN_EXTENSION, ON_DEMAND),
                (IN_VIDEO, VIDEO),
            ],
        ),
        sitting(
            "update",
            "mix",
            vec![
                (BODY, ENVELOPE),
                ("/clientRequest/streamSubscribe", SUBSCRIBE),
                (IN_STORAGE, STORAGE),
            ],
        ),
        sitting(
            "update",
            "web",
            vec![(REQUEST, PAGE_UPDATE), (IN_STORAGE, OTHER_STORAGE)],
        ),
        sitting(
            "updateLayout",
            "mix",
            vec![(BODY, ENVELOPE), (REQUEST, LAYOUT)],
        ),
        sitting("updateLayout", "mix", vec![(REQUEST, VERTICAL)]),
        sitting("stop", "mix", vec![(BODY, ENVELOPE), (REQUEST, STOP)]),
    ]
}
