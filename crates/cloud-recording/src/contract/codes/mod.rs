//! The numbers in error bodies, old and new, with what to do about each.

mod rows;

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
    /// Why it most likely came.
    pub cause: &'static str,
    /// What to do, in a few English words.
    pub action: &'static str,
    /// The same for programs.
    pub retry: Retry,
}

/// What the gateway before the service answers: `message` and no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GatewayRow {
    /// The HTTP status.
    pub status: u16,
    /// The gateway's own text.
    pub message: &'static str,
    /// Why it most likely came.
    pub cause: &'static str,
    /// What to do.
    pub action: &'static str,
    /// The same for programs.
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

/// Every number that a page or client documents. Source: status codes, common errors.
pub const fn codes() -> &'static [CodeRow] {
    rows::CODES
}

/// What the gateway answers before a call reaches the service. Source: status codes.
pub const fn gateway() -> &'static [GatewayRow] {
    rows::GATEWAY
}

/// What a number means as the answer to `call`.
///
/// ```
/// use cloud_recording::{Call, contract::{self, Retry}};
///
/// let conflict = contract::code(Call::Start, 53).map(|row| row.retry);
/// assert_eq!(conflict, Some(Retry::OtherRecorder));
/// assert_eq!(contract::code(Call::Query, 1033), None, "asked for, but in no page or client");
/// ```
pub fn code(call: Call, code: i64) -> Option<&'static CodeRow> {
    rows::CODES
        .iter()
        .find(|row| row.code == code && row.calls.contains(&call))
}
