use super::build::{
    ACQUIRE_PAGE, QUERY_PAGE, START_PAGE, STOP_PAGE, WEB, flag, integer, number, object, objects,
    text, word,
};
use crate::contract::field::{Choice, Field, Form};

const fn echo(path: &'static str) -> Field {
    text(path, Form::Any)
        .since("2023")
        .page(START_PAGE)
        .decided("Absent before 2023: optional for a reader.")
}

/// What acquire, start, update and updateLayout answer, and what frames the others.
pub(super) const SESSION: &[Field] = &[
    echo("cname"),
    echo("uid"),
    text("resourceId", Form::Any).page(ACQUIRE_PAGE),
    text("sid", Form::Any)
        .page(START_PAGE)
        .decided("Empty in some failures, which counts as absent. Not in acquire's answer."),
];

/// What every error answers.
pub(super) const ERROR: &[Field] = &[
    integer("code")
        .page("/en/cloud-recording/rest-api/status-codes")
        .decided("Not the HTTP status, though it can be the same number."),
    text("reason", Form::Any).page("/en/cloud-recording/rest-api/status-codes"),
    text("message", Form::Any)
        .page("/en/cloud-recording/rest-api/status-codes")
        .decided("The gateway's own answers have this and no code."),
];

const STATUSES: &[Choice] = &[
    number(0, "notStarted"),
    number(1, "initialised"),
    number(2, "starting"),
    number(3, "partlyReady"),
    number(4, "ready"),
    number(5, "inProgress"),
    number(6, "stopping"),
    number(7, "stopped"),
    number(8, "exited"),
    number(20, "failed"),
];
const LIST_MODES: &[Choice] = &[word("string", "oneName"), word("json", "list")];
const TRACKS: &[Choice] = &[
    word("audio", "audio"),
    word("video", "video"),
    word("audio_and_video", "both"),
];
const UPLOADS: &[Choice] = &[
    word("uploaded", "uploaded"),
    word("backuped", "backedUp"),
    word("unknown", "unknown"),
];
const STATES: &[Choice] = &[
    word("init", "init"),
    word("inProgress", "inProgress"),
    word("exit", "exit"),
];
const PUSHES: &[Choice] = &[
    word("connecting", "connecting"),
    word("publishing", "publishing"),
    word("onhold", "onhold"),
    word("disconnected", "disconnected"),
];
const SERVICES: &[Choice] = &[
    word("serviceIdle", "idle"),
    word("serviceStarted", "started"),
    word("serviceReady", "ready"),
    word("serviceInProgress", "inProgress"),
    word("serviceCompleted", "completed"),
    word("servicePartialCompleted", "partlyCompleted"),
    word("serviceValidationFailed", "refused"),
    word("serviceAbnormal", "failed"),
];

/// Read with numbers and booleans as text, too: answers of 2019 to 2021 wrote them so.
const AS_TEXT: &str = "2019 to 2021 wrote it as text; both are read.";
const UNIT: &str = "Seconds or milliseconds by page and place: from 10^11 on it is milliseconds.";

const fn here(field: Field) -> Field {
    field.open().page(QUERY_PAGE)
}

/// `serverResponse` of query and stop.
pub(super) const RESPONSE: &[Field] = &[
    here(object("serverResponse"))
        .decided("Where it is missing, its members are looked for beside it."),
    here(integer("serverResponse.status"))
        .options(STATUSES)
        .decided("9 to 19 are not defined: the number is kept. Not in stop's answer."),
    here(text("serverResponse.fileListMode", Form::Any))
        .options(LIST_MODES)
        .decided("Has been seen to contradict fileList: the list's own JSON type decides."),
    here(objects("serverResponse.fileList"))
        .decided("A text (one name, perhaps with the prefix path) or a list; both are read."),
    here(text("serverResponse.fileList[].fileName", Form::Any))
        .also(&["filename"])
        .decided("filename until 2021 and still in web payloads; both are read."),
    here(text("serverResponse.fileList[].trackType", Form::Any)).options(TRACKS),
    here(text("serverResponse.fileList[].uid", Form::Any)).decided("0 in mix."),
    here(flag("serverResponse.fileList[].mixedAllUser")).decided(AS_TEXT),
    here(flag("serverResponse.fileList[].isPlayable")).decided(AS_TEXT),
    here(integer("serverResponse.fileList[].sliceStartTime"))
        .unit("unixMilliseconds")
        .decided(UNIT),
    here(integer("serverResponse.sliceStartTime"))
        .unit("unixMilliseconds")
        .decided(UNIT),
    here(object("serverResponse.subServiceStatus")).legacy("2021"),
    here(text(
        "serverResponse.subServiceStatus.recordingService",
        Form::Any,
    ))
    .options(SERVICES)
    .legacy("2021"),
    here(text("serverResponse.uploadingStatus", Form::Any))
        .options(UPLOADS)
        .page(STOP_PAGE)
        .decided("unknow was a spelling of 2019 and 2020; every other word counts as unknown."),
    here(objects("serverResponse.extensionServiceState"))
        .only(WEB)
        .since("2020-12"),
    here(text(
        "serverResponse.extensionServiceState[].serviceName",
        Form::Any,
    ))
    .only(WEB)
    .since("2020-12"),
    here(object("serverResponse.extensionServiceState[].payload"))
        .also(&["playload"])
        .only(WEB)
        .since("2020-12")
        .decided("playload in some pages and programs; both are read, payload is written."),
    here(text(
        "serverResponse.extensionServiceState[].payload.state",
        Form::Any,
    ))
    .options(STATES)
    .only(WEB)
    .since("2020-12"),
    here(flag(
        "serverResponse.extensionServiceState[].payload.onhold",
    ))
    .only(WEB)
    .since("2021-09"),
    here(objects(
        "serverResponse.extensionServiceState[].payload.fileList",
    ))
    .only(WEB)
    .since("2020-12"),
    here(text(
        "serverResponse.extensionServiceState[].payload.uploadingStatus",
        Form::Any,
    ))
    .options(UPLOADS)
    .only(WEB)
    .since("2020-12")
    .page(STOP_PAGE),
    here(objects(
        "serverResponse.extensionServiceState[].payload.outputs",
    ))
    .only(WEB)
    .since("2021-10"),
    here(text(
        "serverResponse.extensionServiceState[].payload.outputs[].rtmpUrl",
        Form::Any,
    ))
    .secret()
    .only(WEB)
    .since("2021-10"),
    here(text(
        "serverResponse.extensionServiceState[].payload.outputs[].status",
        Form::Any,
    ))
    .options(PUSHES)
    .only(WEB)
    .since("2021-10"),
];
