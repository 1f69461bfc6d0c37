use super::{CodeRow, GatewayRow, Retry};
use crate::Call;

const ALL: &[Call] = &[
    Call::Acquire,
    Call::Start,
    Call::Query,
    Call::Update,
    Call::UpdateLayout,
    Call::Stop,
];
const ACQUIRE: &[Call] = &[Call::Acquire];
const START: &[Call] = &[Call::Start];
const STOP: &[Call] = &[Call::Stop];
const NAMING: &[Call] = &[Call::Acquire, Call::Start];
const LAYOUT: &[Call] = &[Call::UpdateLayout];
const AFTER_ACQUIRE: &[Call] = &[
    Call::Start,
    Call::Query,
    Call::Update,
    Call::UpdateLayout,
    Call::Stop,
];
const AFTER_START: &[Call] = &[Call::Query, Call::Update, Call::UpdateLayout, Call::Stop];

/// A number, the calls that answer it, and its likely HTTP status (0 for none known).
const fn row(
    (code, calls, status): (i64, &'static [Call], u16),
    meaning: &'static str,
    cause: &'static str,
    (action, retry): (&'static str, Retry),
) -> CodeRow {
    let status = if status == 0 { None } else { Some(status) };
    CodeRow {
        code,
        calls,
        status,
        meaning,
        cause,
        action,
        retry,
    }
}

const fn front(
    (status, message): (u16, &'static str),
    cause: &'static str,
    (action, retry): (&'static str, Retry),
) -> GatewayRow {
    GatewayRow {
        status,
        message,
        cause,
        action,
        retry,
    }
}

const CORRECT: (&str, Retry) = ("read the reason and correct the request", Retry::Correct);
const ENABLE: (&str, Retry) = (
    "switch Cloud Recording on in the console",
    Retry::FixAccount,
);
const RENAME: (&str, Retry) = ("give the channel another name", Retry::Correct);
const BACK_OFF: (&str, Retry) = ("back off and ask again", Retry::SameAgain);
const REPEAT: (&str, Retry) = (
    "the same request again after growing waits",
    Retry::SameAgain,
);
const ANEW: (&str, Retry) = ("acquire again and start at once", Retry::AcquireAgain);
const ENDED: (&str, Retry) = (
    "treat it as stopped; do not stop again",
    Retry::TreatAsStopped,
);
const TOKEN: (&str, Retry) = ("make a new token, then a new session", Retry::NewToken);

pub(super) const CODES: &[CodeRow] = &[
    row(
        (2, ALL, 400),
        "a parameter is wrong",
        "a member missing, of the wrong type or out of range; a start that differs from the \
         announced startParameter",
        CORRECT,
    ),
    row(
        (7, START, 201),
        "already running",
        "start was repeated with the same resourceId",
        (
            "keep the sid of the first answer; this one has none",
            Retry::KeepRunning,
        ),
    ),
    row(
        (8, ALL, 400),
        "the HTTP request itself is wrong (older list)",
        "not JSON, another content type or method, or a wrong path",
        CORRECT,
    ),
    row(
        (15, START, 500),
        "undocumented, seen in the field with an empty sid",
        "probably the storage or the set-up of the service",
        ("check the storage, then acquire again", Retry::AcquireAgain),
    ),
    row(
        (49, STOP, 400),
        "invalid operation",
        "it is already leaving",
        ENDED,
    ),
    row(
        (50, STOP, 206),
        "the upload outlasted a waiting stop",
        "files are still on their way after 20 s",
        (
            "wait for the files; do not stop again",
            Retry::TreatAsStopped,
        ),
    ),
    row(
        (52, &[], 0),
        "start timed out (notification)",
        "a busy backend",
        ANEW,
    ),
    row(
        (53, START, 400),
        "the channel and recorder ID are taken",
        "a forgotten recording with the same two runs",
        (
            "use another recorder ID, or stop the old recording",
            Retry::OtherRecorder,
        ),
    ),
    row(
        (62, ACQUIRE, 400),
        "not switched on for the App ID (older list)",
        "Cloud Recording is not enabled",
        ENABLE,
    ),
    row(
        (62, START, 500),
        "request timed out",
        "network or a busy backend",
        REPEAT,
    ),
    row(
        (62, AFTER_START, 504),
        "request timed out",
        "network or a busy backend",
        REPEAT,
    ),
    row(
        (65, AFTER_ACQUIRE, 206),
        "not completed in time",
        "the backend was reached and answered too late",
        (
            "the same request after 3 s, then 6 s; then a new acquire",
            Retry::SameAgain,
        ),
    ),
    row(
        (109, START, 0),
        "the token has expired",
        "it was made too early or for too short",
        TOKEN,
    ),
    row(
        (110, START, 0),
        "the token is wrong",
        "made for another App ID, channel or recorder ID",
        TOKEN,
    ),
    row(
        (400, ACQUIRE, 400),
        "invalid_appid",
        "Cloud Recording is not enabled",
        ENABLE,
    ),
    row(
        (401, ACQUIRE, 400),
        "invalid_channel_name",
        "characters or length that a channel cannot have",
        RENAME,
    ),
    row(
        (404, AFTER_START, 404),
        "failed to find worker",
        "ended, never started well, another mode, or being moved to another worker",
        (
            "look again for 90 s, then treat it as ended",
            Retry::LookAgain,
        ),
    ),
    row(
        (405, ACQUIRE, 400),
        "no_active_status",
        "the project or account is not active, perhaps in arrears",
        ("settle the account in the console", Retry::FixAccount),
    ),
    row(
        (406, ACQUIRE, 400),
        "vendor_over_load",
        "too many recordings at once, perhaps forgotten ones",
        (
            "wait, stop what is forgotten, or ask for more",
            Retry::WaitForRoom,
        ),
    ),
    row(
        (432, AFTER_ACQUIRE, 400),
        "not the resource's App ID, channel, recorder ID or scene",
        "something differs from acquire",
        (
            "use the values of acquire, and a mode that fits its scene",
            Retry::Correct,
        ),
    ),
    row(
        (433, START, 400),
        "the resource has expired",
        "over five minutes after acquire",
        ANEW,
    ),
    row(
        (435, STOP, 206),
        "no recorded data",
        "nobody sent anything that was subscribed, or the storage is wrong",
        ("show it as a recording without files", Retry::Nothing),
    ),
    row(
        (500, ACQUIRE, 500),
        "internal_error",
        "the service failed",
        BACK_OFF,
    ),
    row(
        (501, ACQUIRE, 500),
        "no_worker_manager_available",
        "no room in the service",
        BACK_OFF,
    ),
    row(
        (501, AFTER_START, 0),
        "leaving (older list)",
        "typical of a query after a stop",
        (
            "treat it as ending; do not call again",
            Retry::TreatAsStopped,
        ),
    ),
    row(
        (502, START, 500),
        "Failed to allocate worker",
        "no room in the service",
        ANEW,
    ),
    row(
        (504, ACQUIRE, 500),
        "allocate_timeout",
        "reserving took too long",
        BACK_OFF,
    ),
    row(
        (1001, AFTER_ACQUIRE, 400),
        "the resource cannot be read",
        "cut or altered text",
        ANEW,
    ),
    row(
        (1003, AFTER_START, 400),
        "App ID or sid of another resource",
        "sessions were mixed up",
        ("use what belongs together", Retry::Correct),
    ),
    row(
        (1013, NAMING, 400),
        "the channel name is not possible (older list)",
        "its length or a character",
        RENAME,
    ),
    row(
        (1028, LAYOUT, 400),
        "the layout is wrong (older list)",
        "members in the wrong place, or regions that are not legal",
        CORRECT,
    ),
];

pub(super) const GATEWAY: &[GatewayRow] = &[
    front(
        (400, "appid is invalid"),
        "a wrong App ID, or the service is not enabled",
        ENABLE,
    ),
    front(
        (401, "Unauthorized"),
        "no Authorization header",
        ("send customer ID and secret", Retry::Correct),
    ),
    front(
        (401, "Invalid authentication credentials"),
        "a wrong customer ID or secret, or one of another account",
        ("check the pair", Retry::Correct),
    ),
    front(
        (404, "no Route matched with those values"),
        "a wrong path or method; paths are case-sensitive",
        ("correct the address", Retry::Correct),
    ),
    front(
        (429, "API rate limit exceeded"),
        "over ten requests in a second",
        BACK_OFF,
    ),
];
