//! What to do after an attempt: pure functions, so that they can be tested without a network.
//!
//! Only repeats of the *same* request happen here. What needs another request (a new acquire, another
//! recorder ID) is its caller's business. With [`Patience::Short`], the default, everything that the
//! service refuses with 4xx comes back at once, for callers that keep a recording's story themselves;
//! with [`Patience::Long`] the 404 window of a change of worker is waited through, and stop is
//! repeated until its answer is an end.
//!
//! Source: the integration best practices and the domain fail-over page.

use std::time::Duration;

use crate::Call;

/// What became of one attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The host's name is not known. Nothing was sent.
    NameUnknown,
    /// No connection came about. Nothing was sent.
    NotConnected,
    /// Sent, and no answer came in time or whole: it may have done its work.
    NoAnswer,
    /// There was an answer that is not success.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The number in the body.
        code: Option<i64>,
    },
    /// Something else answered, perhaps a proxy or a login page.
    Unreadable,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Give the outcome back.
    Return,
    /// Send the same request again.
    Again {
        /// How long to wait before.
        after: Duration,
        /// Where to.
        host: NextHost,
    },
}

/// Which host to ask next. Resources and recordings are valid on all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextHost {
    /// The same.
    Same,
    /// The same region's host under the other domain.
    OtherDomain,
    /// A host of a neighbouring region.
    Neighbour,
}

/// How long a call is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Patience {
    /// Half a minute at most, and what is refused comes back at once.
    #[default]
    Short,
    /// Through the 90 s in which a recorder can be moved, and for stop until it has ended.
    Long,
}

/// While a recorder is moved to another worker it answers 404: these waits come to 90 s.
const WINDOW: [u64; 5] = [5, 10, 15, 30, 30];

/// The waits of a query that the service fails to answer.
const QUERY_TROUBLE: [u64; 4] = [5, 10, 15, 30];

/// Stop goes on for about ten minutes: a recorder that nobody stops costs money.
const STOPPING: [u64; 22] = [
    3, 6, 15, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];

/// The waits after "too many requests".
const TOO_FAST: [u64; 3] = [1, 3, 6];

/// The waits between hosts, in seconds.
const BETWEEN_HOSTS: [u64; 3] = [1, 3, 6];

/// What to do after the `attempt`th attempt (from 1) of a call came to `outcome`.
///
/// ```
/// use cloud_recording::Call;
/// use cloud_recording::retry::{Decision, Outcome, decide};
///
/// let refused = Outcome::Answered { status: 400, code: Some(2) };
/// assert_eq!(decide(Call::Start, 1, &refused), Decision::Return);
/// ```
pub fn decide(call: Call, attempt: u32, outcome: &Outcome) -> Decision {
    decide_with(Patience::Short, call, attempt, outcome)
}

/// As [`decide`], with a choice of patience.
///
/// ```
/// use cloud_recording::Call;
/// use cloud_recording::retry::{Decision, Outcome, Patience, decide_with};
///
/// let moved = Outcome::Answered { status: 404, code: Some(404) };
/// let decision = decide_with(Patience::Long, Call::Query, 1, &moved);
/// assert!(matches!(decision, Decision::Again { after, .. } if after.as_secs() == 5));
/// assert_eq!(decide_with(Patience::Long, Call::Query, 6, &moved), Decision::Return);
/// ```
pub fn decide_with(patience: Patience, call: Call, attempt: u32, outcome: &Outcome) -> Decision {
    let (waits, host): (&[u64], _) = match *outcome {
        Outcome::NameUnknown => (&BETWEEN_HOSTS, host_after(attempt, NextHost::OtherDomain)),
        Outcome::NotConnected => (&BETWEEN_HOSTS, host_after(attempt, NextHost::Neighbour)),
        Outcome::NoAnswer => (unanswered(call), host_after(attempt, NextHost::Neighbour)),
        Outcome::Answered { status, code } => (answered(call, status, code), NextHost::Same),
        Outcome::Unreadable => (&[], NextHost::Same),
    };
    let waits = match patience {
        Patience::Short => waits,
        Patience::Long => patient(call, outcome).unwrap_or(waits),
    };
    let wait = attempt
        .checked_sub(1)
        .and_then(|index| waits.get(index as usize));
    match wait {
        Some(&seconds) => Decision::Again {
            after: Duration::from_secs(seconds),
            host,
        },
        None => Decision::Return,
    }
}

/// The longer waits, where there are any.
fn patient(call: Call, outcome: &Outcome) -> Option<&'static [u64]> {
    let is_live = matches!(
        call,
        Call::Query | Call::Update | Call::UpdateLayout | Call::Stop
    );
    match (call, *outcome) {
        // The gateway's 404 for a wrong address has no code.
        (
            _,
            Outcome::Answered {
                code: Some(404), ..
            },
        ) if is_live => Some(&WINDOW),
        // It did not get as far as the service, so not even a start has happened.
        (_, Outcome::Answered { status: 429, .. }) => Some(&TOO_FAST),
        (
            Call::Query,
            Outcome::Answered {
                status: 500..=599, ..
            },
        ) => Some(&QUERY_TROUBLE),
        (Call::Stop, Outcome::Answered { code: Some(65), .. })
        | (
            Call::Stop,
            Outcome::Answered {
                status: 500..=599, ..
            },
        )
        | (Call::Stop, Outcome::NameUnknown | Outcome::NotConnected | Outcome::NoAnswer) => {
            Some(&STOPPING)
        }
        _ => None,
    }
}

/// First the same host again, then the one that fits the failure, then a neighbour in any case.
fn host_after(attempt: u32, second: NextHost) -> NextHost {
    match attempt {
        1 => NextHost::Same,
        2 => second,
        _ => NextHost::Neighbour,
    }
}

/// Every call can be repeated unchanged: acquire reserves anew, start says "already started",
/// updates replace the whole, a second stop says that it is already leaving.
fn unanswered(call: Call) -> &'static [u64] {
    match call {
        Call::Start => &[3, 6],
        Call::Acquire => &[1, 3],
        Call::Stop => &[3],
        Call::Query | Call::Update | Call::UpdateLayout | Call::ChannelUsers => &[1],
    }
}

fn answered(call: Call, status: u16, code: Option<i64>) -> &'static [u64] {
    match (call, status, code) {
        // "Not completed": the same again after 3 s, then 6 s.
        (_, _, Some(65)) => &[3, 6],
        (_, 500..=599, _) => match (call, code) {
            // No worker could be had: only a new acquire helps.
            (Call::Start, Some(502)) => &[],
            (Call::Start, _) => &[3, 6, 9],
            (Call::Acquire, _) => &BETWEEN_HOSTS,
            (Call::Update | Call::UpdateLayout | Call::Stop, _) => &[3, 6],
            // Whoever watches a recording asks again in its own, longer steps.
            (Call::Query | Call::ChannelUsers, _) => &[],
        },
        _ => &[],
    }
}
