use cloud_recording::Call;
use serde::{Deserialize, Serialize};

use super::{BadFault, catalogue};

/// One thing that goes wrong. All times are those of the server's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Fault {
    /// The call is carried out at once, and answered this much later.
    Delay {
        /// Milliseconds, 1 to 600,000.
        ms: u32,
    },
    /// The call is carried out; the connection then ends without a byte of an answer.
    LostAnswer,
    /// The connection ends without a byte of an answer, and nothing is carried out.
    Dropped,
    /// Not carried out: 206 with code 65, "request not completed".
    #[serde(rename = "206")]
    Unfinished,
    /// Not carried out: 429, too many calls.
    #[serde(rename = "429")]
    TooMany,
    /// Not carried out: 500 with code 500.
    #[serde(rename = "500")]
    Internal,
    /// Not carried out: 500 with code 501 at acquire, a bare 501 elsewhere.
    #[serde(rename = "501")]
    NoManager,
    /// Not carried out: 500 with code 502 at start, a bare 502 elsewhere.
    #[serde(rename = "502")]
    NoWorker,
    /// Not carried out: a bare 503, as a load balancer gives it.
    #[serde(rename = "503")]
    Unavailable,
    /// Not carried out: 500 with code 504 at acquire, 500 with code 62 at start, 504 with code 62
    /// afterwards.
    #[serde(rename = "504")]
    TimedOut,
    /// The recorder is moved to another worker: this and later calls on it answer 404 with code 404,
    /// though it records on. Files begun after that are called `bak0_`, after another such change
    /// `bak1_`, and so on.
    WorkerSwitch {
        /// Seconds, 1 to 3600. The service says that it takes 90 at most.
        seconds: u32,
    },
    /// What is left to save when the recording ends takes longer by this much: until then its state
    /// is 7. A stop that waits answers 206 with code 50 after 20 seconds.
    SlowUpload {
        /// Seconds, 1 to 3600.
        seconds: u32,
    },
    /// The bucket takes nothing for this long: state 5 is not reached, stop answers
    /// `uploadingStatus` `backuped`, and the files come afterwards. At start it takes nothing at
    /// all, as with a wrong key: the recorder is gone as soon as it would be ready.
    StorageRefused {
        /// Seconds, 1 to 86,400. Without meaning at start.
        seconds: u32,
    },
    /// Not carried out: 200 with a page of HTML in place of JSON, as a proxy or a hotel's sign-in has it.
    Html,
    /// The call is carried out; its answer breaks off in the middle, short of its `Content-Length`.
    Truncated,
    /// The service's clock is wrong by this much: the `Date` of the answer, and at start also whether
    /// the token is over, the times in later answers and in the names of files.
    ClockSkew {
        /// Seconds, -86,400 to 86,400, not 0; more than 0 is fast.
        seconds: i32,
    },
    /// Nobody comes to the channel: at start for as long as that recording runs, asked of the user
    /// list for that one answer.
    NobodyJoins,
}

impl Fault {
    /// Its name in a header and a flag, which is also its `kind` as data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delay { .. } => "delay",
            Self::LostAnswer => "lost-answer",
            Self::Dropped => "dropped",
            Self::Unfinished => "206",
            Self::TooMany => "429",
            Self::Internal => "500",
            Self::NoManager => "501",
            Self::NoWorker => "502",
            Self::Unavailable => "503",
            Self::TimedOut => "504",
            Self::WorkerSwitch { .. } => "worker-switch",
            Self::SlowUpload { .. } => "slow-upload",
            Self::StorageRefused { .. } => "storage-refused",
            Self::Html => "html",
            Self::Truncated => "truncated",
            Self::ClockSkew { .. } => "clock-skew",
            Self::NobodyJoins => "nobody-joins",
        }
    }

    /// Its number: milliseconds or seconds, as its kind has it.
    pub(crate) fn number(self) -> Option<i64> {
        match self {
            Self::Delay { ms } => Some(ms.into()),
            Self::WorkerSwitch { seconds }
            | Self::SlowUpload { seconds }
            | Self::StorageRefused { seconds } => Some(seconds.into()),
            Self::ClockSkew { seconds } => Some(seconds.into()),
            _ => None,
        }
    }

    /// Whether this call can meet it: a call that has no recording yet cannot lose its worker.
    pub fn fits(self, call: Call) -> bool {
        catalogue::of(self).calls.contains(&call)
    }

    /// Whether it decides about the answer as a whole, so that no other such fault has a place
    /// beside it.
    pub(crate) fn is_answer(self) -> bool {
        !matches!(
            self,
            Self::Delay { .. }
                | Self::SlowUpload { .. }
                | Self::StorageRefused { .. }
                | Self::ClockSkew { .. }
                | Self::NobodyJoins
        )
    }

    /// Whether its number is one that can be: data from outside may hold any.
    ///
    /// # Errors
    ///
    /// The number is out of range.
    pub fn check(self) -> Result<(), BadFault> {
        let (Some(number), Some(argument)) = (self.number(), catalogue::of(self).argument) else {
            return Ok(());
        };
        if argument.least <= number && number <= argument.most && number != 0 {
            return Ok(());
        }
        Err(BadFault::range(self.name(), argument))
    }
}
