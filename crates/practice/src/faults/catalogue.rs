//! All kinds of fault as data, for those who offer them and those who explain them.

use cloud_recording::Call;
use serde::Serialize;

use super::Fault;

/// What a number is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FaultUnit"))]
pub enum Unit {
    /// Thousandths of a second.
    Milliseconds,
    /// Seconds.
    Seconds,
}

/// The number that a kind of fault takes. 0 is never allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FaultArgument"))]
pub struct Argument {
    /// What it is counted in.
    pub unit: Unit,
    /// The least that it may be.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub least: i64,
    /// The most that it may be.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub most: i64,
    /// What it is when it is left out.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub default: i64,
}

/// One kind of fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FaultKind"))]
pub struct Kind {
    /// Its name in a header, a flag and as `kind` in data.
    pub name: &'static str,
    /// Its number, if it takes one.
    pub argument: Option<Argument>,
    /// The calls that can meet it.
    pub calls: Vec<Call>,
    /// The fault with its default number.
    pub fault: Fault,
}

/// Every kind of fault, in the order in which they are explained.
pub fn kinds() -> Vec<Kind> {
    EVERY.map(of).to_vec()
}

/// All kinds with their default numbers.
pub(super) const EVERY: [Fault; 17] = [
    Fault::Delay { ms: 3_000 },
    Fault::LostAnswer,
    Fault::Dropped,
    Fault::Unfinished,
    Fault::TooMany,
    Fault::Internal,
    Fault::NoManager,
    Fault::NoWorker,
    Fault::Unavailable,
    Fault::TimedOut,
    Fault::WorkerSwitch { seconds: 30 },
    Fault::SlowUpload { seconds: 30 },
    Fault::StorageRefused { seconds: 600 },
    Fault::Html,
    Fault::Truncated,
    Fault::ClockSkew { seconds: 300 },
    Fault::NobodyJoins,
];

/// The longest delay: ten minutes.
const MOST_DELAY_MS: i64 = 600_000;
const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;

/// The kind of this fault.
pub(super) fn of(fault: Fault) -> Kind {
    let name = fault.name();
    let fault = EVERY
        .into_iter()
        .find(|one| one.name() == name)
        .unwrap_or(fault);
    let (unit, least, most) = match fault {
        Fault::Delay { .. } => (Unit::Milliseconds, 1, MOST_DELAY_MS),
        Fault::StorageRefused { .. } => (Unit::Seconds, 1, DAY_S),
        Fault::ClockSkew { .. } => (Unit::Seconds, -DAY_S, DAY_S),
        _ => (Unit::Seconds, 1, HOUR_S),
    };
    Kind {
        name,
        argument: fault.number().map(|default| Argument {
            unit,
            least,
            most,
            default,
        }),
        calls: calls(fault),
        fault,
    }
}

fn calls(fault: Fault) -> Vec<Call> {
    let fits = |call: &Call| match fault {
        // They befall a recording, so there must be one, or one must come of the call.
        Fault::WorkerSwitch { .. } | Fault::SlowUpload { .. } | Fault::StorageRefused { .. } => {
            !matches!(call, Call::Acquire | Call::ChannelUsers)
        }
        Fault::NobodyJoins => matches!(call, Call::Start | Call::ChannelUsers),
        // The user list knows no codes of Cloud Recording.
        Fault::Unfinished => *call != Call::ChannelUsers,
        _ => true,
    };
    Call::ALL.into_iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_there_once_and_its_default_is_allowed() {
        let mut names: Vec<&str> = kinds().iter().map(|kind| kind.name).collect();
        for kind in kinds() {
            assert_eq!(kind.fault.check(), Ok(()), "{}: its default", kind.name);
            assert!(!kind.calls.is_empty(), "{}: no call can meet it", kind.name);
            let data = serde_json::to_value(kind.fault).unwrap_or_default();
            assert_eq!(data["kind"], kind.name, "as data it has the same name");
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(
            names.len(),
            EVERY.len(),
            "two kinds share a name: {names:?}"
        );
    }
}
