//! The numbers in error bodies, old and new, with what to do about each.

use crate::Call;

/// What a number in an error body means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeRow {
    /// The number.
    pub code: i64,
    /// The calls that answer it; empty where it comes by notification only.
    pub calls: &'static [Call],
    /// The HTTP status it comes with, where one is known or likely.
    pub status: Option<u16>,
    /// Its meaning, in a few English words.
    pub meaning: &'static str,
    /// What a client does.
    pub retry: Retry,
}

/// What a client does about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Correct the request first; the same again fails again.
    Correct,
    /// Switch the service on for the App ID, or settle the account.
    FixAccount,
    /// It runs: keep the first answer's sid.
    KeepRunning,
    /// Treat the recording as stopped.
    TreatAsStopped,
    /// Wait until other recordings have ended.
    WaitForRoom,
    /// The same request again, after growing waits.
    SameAgain,
    /// Acquire again and start at once.
    AcquireAgain,
    /// Acquire again with another recorder ID.
    OtherRecorder,
    /// Make a new token, then a new session.
    NewToken,
    /// May be a change of worker: look again for up to 90 s.
    LookAgain,
    /// Ended without files; nothing to repeat.
    Nothing,
}

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
const AFTER_ACQUIRE: &[Call] = &[
    Call::Start,
    Call::Query,
    Call::Update,
    Call::UpdateLayout,
    Call::Stop,
];
const AFTER_START: &[Call] = &[Call::Query, Call::Update, Call::UpdateLayout, Call::Stop];

const fn row(
    code: i64,
    calls: &'static [Call],
    status: Option<u16>,
    meaning: &'static str,
    retry: Retry,
) -> CodeRow {
    CodeRow {
        code,
        calls,
        status,
        meaning,
        retry,
    }
}

const CODES: &[CodeRow] = &[
    row(2, ALL, Some(400), "a parameter is wrong", Retry::Correct),
    row(7, START, Some(201), "already running", Retry::KeepRunning),
    row(
        8,
        ALL,
        Some(400),
        "the HTTP request itself is wrong",
        Retry::Correct,
    ),
    row(
        15,
        START,
        Some(500),
        "undocumented; storage or service set-up",
        Retry::AcquireAgain,
    ),
    row(
        49,
        STOP,
        Some(400),
        "already leaving",
        Retry::TreatAsStopped,
    ),
    row(
        50,
        STOP,
        Some(206),
        "the upload outlasted a waiting stop",
        Retry::TreatAsStopped,
    ),
    row(52, &[], None, "start timed out", Retry::AcquireAgain),
    row(
        53,
        START,
        Some(400),
        "channel and recorder ID are taken",
        Retry::OtherRecorder,
    ),
    row(
        62,
        ACQUIRE,
        Some(400),
        "not switched on for the App ID (older list)",
        Retry::FixAccount,
    ),
    row(62, START, Some(500), "request timed out", Retry::SameAgain),
    row(
        62,
        AFTER_START,
        Some(504),
        "request timed out",
        Retry::SameAgain,
    ),
    row(
        65,
        AFTER_ACQUIRE,
        Some(206),
        "not completed in time",
        Retry::SameAgain,
    ),
    row(109, START, None, "the token has expired", Retry::NewToken),
    row(110, START, None, "the token is wrong", Retry::NewToken),
    row(
        400,
        ACQUIRE,
        Some(400),
        "not switched on for the App ID",
        Retry::FixAccount,
    ),
    row(
        401,
        ACQUIRE,
        Some(400),
        "the channel name is not possible",
        Retry::Correct,
    ),
    row(
        404,
        AFTER_START,
        Some(404),
        "no such recording in sight",
        Retry::LookAgain,
    ),
    row(
        405,
        ACQUIRE,
        Some(400),
        "the account is not active",
        Retry::FixAccount,
    ),
    row(
        406,
        ACQUIRE,
        Some(400),
        "too many recordings at once",
        Retry::WaitForRoom,
    ),
    row(
        432,
        AFTER_ACQUIRE,
        Some(400),
        "not the resource's App ID, channel, ID or scene",
        Retry::Correct,
    ),
    row(
        433,
        START,
        Some(400),
        "the resource has expired",
        Retry::AcquireAgain,
    ),
    row(435, STOP, Some(206), "nothing was recorded", Retry::Nothing),
    row(
        500,
        ACQUIRE,
        Some(500),
        "the service failed",
        Retry::SameAgain,
    ),
    row(501, ACQUIRE, Some(500), "no room", Retry::SameAgain),
    row(
        501,
        AFTER_START,
        None,
        "leaving (older list)",
        Retry::TreatAsStopped,
    ),
    row(
        502,
        START,
        Some(500),
        "no worker could be had",
        Retry::AcquireAgain,
    ),
    row(
        504,
        ACQUIRE,
        Some(500),
        "reserving timed out",
        Retry::SameAgain,
    ),
    row(
        1001,
        AFTER_ACQUIRE,
        Some(400),
        "the resource cannot be read",
        Retry::AcquireAgain,
    ),
    row(
        1003,
        AFTER_START,
        Some(400),
        "App ID or sid of another resource",
        Retry::Correct,
    ),
    row(
        1013,
        &[Call::Acquire, Call::Start],
        Some(400),
        "the channel name is not possible",
        Retry::Correct,
    ),
    row(
        1028,
        &[Call::UpdateLayout],
        Some(400),
        "the layout is wrong",
        Retry::Correct,
    ),
];

/// Every number that a page or client documents. Source: status codes, common errors.
pub const fn codes() -> &'static [CodeRow] {
    CODES
}

/// What a number means as the answer to `call`.
pub fn code(call: Call, code: i64) -> Option<&'static CodeRow> {
    CODES
        .iter()
        .find(|row| row.code == code && row.calls.contains(&call))
}
