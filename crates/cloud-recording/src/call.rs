use std::fmt;

use serde::{Deserialize, Serialize};

/// How a recorder works. Fixed at start; later calls must name the same mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Mode {
    /// Each user's sound and picture in files of their own.
    Individual,
    /// Everybody in one sound track and one picture.
    Mix,
    /// A web page, rendered and recorded.
    Web,
}

impl Mode {
    /// All modes, in the order of the reference.
    pub const ALL: [Self; 3] = [Self::Individual, Self::Mix, Self::Web];

    /// The mode as the path of a request spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Mix => "mix",
            Self::Web => "web",
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Mode {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|mode| mode.as_str() == text)
            .ok_or(UnknownName)
    }
}

/// The calls of the API that this crate knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Call {
    /// Reserves a recorder and gives a `resourceId`.
    Acquire,
    /// Starts the reserved recorder and gives a `sid`.
    Start,
    /// Asks how a recorder is doing.
    Query,
    /// Changes subscriptions, page recording, push target or storage keys.
    Update,
    /// Replaces the layout of a mix.
    UpdateLayout,
    /// Ends a recorder.
    Stop,
    /// Asks who is in a channel (channel management, not Cloud Recording itself).
    ChannelUsers,
}

impl Call {
    /// All calls, in the order of a recording's life.
    pub const ALL: [Self; 7] = [
        Self::Acquire,
        Self::Start,
        Self::Query,
        Self::Update,
        Self::UpdateLayout,
        Self::Stop,
        Self::ChannelUsers,
    ];

    /// The call as the reference spells it, which is also the last part of its path.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acquire => "acquire",
            Self::Start => "start",
            Self::Query => "query",
            Self::Update => "update",
            Self::UpdateLayout => "updateLayout",
            Self::Stop => "stop",
            Self::ChannelUsers => "channelUsers",
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Call {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|call| call.as_str() == text)
            .ok_or(UnknownName)
    }
}

/// A text that is the name of no [`Mode`] or [`Call`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such mode or call")]
pub struct UnknownName;
