use cloud_recording::Mode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::types::{Layout, Recording, RecordingState};

/// A recording with everything that the recorder needs to go on with it after any interruption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    pub recording: Recording,
    pub mode: Mode,
    /// The body of acquire.
    pub acquire_body: Value,
    /// The body of start without its secrets; they are filled in again from the keychain when it is sent.
    pub start_body: Value,
    /// What the token was made with, so that a repeated start carries the same one.
    pub token: Option<TokenStamp>,
    /// When the present state was entered. Unix milliseconds, as all times here.
    pub since: i64,
    /// Calls without success in the present state.
    pub attempts: u32,
    pub acquired_at: Option<i64>,
    /// When the start was first sent.
    pub start_sent_at: Option<i64>,
    /// How often a new resource was asked for, since there was no room for the one before.
    #[serde(default)]
    pub renewals: u32,
    /// A start may have worked whose answer never came: only that very start may be sent again.
    #[serde(default)]
    pub may_have_started: bool,
    /// When the stop was first wanted.
    #[serde(default)]
    pub stop_wanted_at: Option<i64>,
    /// The layout that is on its way.
    #[serde(default)]
    pub layout_sent: Option<Layout>,
    /// A layout did not come through: the next waits until the recorder has been seen again.
    #[serde(default)]
    pub layout_held: bool,
    /// The service could not be reached, or failed, since then.
    pub trouble_since: Option<i64>,
    /// The state that a 404 interrupted.
    pub interrupted: Option<RecordingState>,
    /// Query has answered 4 or 5 at least once.
    pub seen_recording: bool,
    /// A layout that has yet to be sent; the newest wins.
    pub layout_wanted: Option<Layout>,
    /// Calls in flight; never outlives the process.
    #[serde(skip)]
    pub busy: Busy,
}

/// The inputs of a token that are not secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenStamp {
    /// Unix seconds.
    pub issued_at: u32,
    pub salt: u32,
    /// Seconds after `issued_at`.
    pub expires_in: u32,
}

/// Which calls are in flight. Acquire, start and stop share one place: none may overlap another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Busy {
    pub life: bool,
    pub query: bool,
}

impl RecordingState {
    /// Nothing more will be asked or sent.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Saved | Self::Empty | Self::Failed | Self::Ended)
    }

    /// The recorder is, as far as is known, in the channel.
    pub fn is_running(self) -> bool {
        matches!(
            self,
            Self::Confirming | Self::Recording | Self::OutOfSight | Self::Unconfirmed
        )
    }
}
