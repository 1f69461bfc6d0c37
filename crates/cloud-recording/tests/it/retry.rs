//! What is repeated, and when.

use std::time::Duration;

use cloud_recording::Call;
use cloud_recording::retry::{Decision, NextHost, Outcome, decide};
use proptest::prelude::*;

fn answered(status: u16, code: impl Into<Option<i64>>) -> Outcome {
    Outcome::Answered {
        status,
        code: code.into(),
    }
}

/// The waits in seconds until the outcome is given back.
fn waits(call: Call, outcome: Outcome) -> Vec<u64> {
    (1..)
        .map_while(|attempt| match decide(call, attempt, &outcome) {
            Decision::Again { after, .. } => Some(after.as_secs()),
            Decision::Return => None,
        })
        .collect()
}

const AT_ONCE: [u64; 0] = [];

fn hosts(call: Call, outcome: Outcome) -> Vec<NextHost> {
    (1..)
        .map_while(|attempt| match decide(call, attempt, &outcome) {
            Decision::Again { host, .. } => Some(host),
            Decision::Return => None,
        })
        .collect()
}

#[test]
fn start_follows_the_integration_guide() {
    assert_eq!(
        waits(Call::Start, answered(206, 65)),
        [3, 6],
        "65: 3 s, then 6 s"
    );
    assert_eq!(
        waits(Call::Start, answered(500, 62)),
        [3, 6, 9],
        "62: 3, 6, 9 s"
    );
    assert_eq!(
        waits(Call::Start, answered(500, 15)),
        [3, 6, 9],
        "any other 5xx alike"
    );
    assert_eq!(
        waits(Call::Start, answered(500, 502)),
        AT_ONCE,
        "502 needs a new acquire at once"
    );
    assert_eq!(
        waits(Call::Start, answered(201, 7)),
        AT_ONCE,
        "it runs already"
    );
    assert_eq!(
        waits(Call::Start, Outcome::NoAnswer),
        [3, 6],
        "the same start again"
    );
}

#[test]
fn the_404_window_belongs_to_whoever_watches() {
    for call in Call::ALL {
        assert_eq!(waits(call, answered(404, 404)), AT_ONCE, "{call}");
    }
    assert_eq!(
        waits(Call::Query, answered(504, 62)),
        AT_ONCE,
        "so do the longer steps of a query"
    );
}

#[test]
fn hosts_change_by_the_kind_of_failure() {
    use NextHost::{Neighbour, OtherDomain, Same};
    let unknown = hosts(Call::Query, Outcome::NameUnknown);
    assert_eq!(
        unknown,
        [Same, OtherDomain, Neighbour],
        "a name failed: another domain"
    );
    let refused = hosts(Call::Query, Outcome::NotConnected);
    assert_eq!(
        refused,
        [Same, Neighbour, Neighbour],
        "no connection: another region"
    );
    assert_eq!(waits(Call::Query, Outcome::NotConnected), [1, 3, 6]);
    assert_eq!(
        hosts(Call::Acquire, answered(500, 500)),
        [Same; 3],
        "a failure is not the host's"
    );
}

#[test]
fn stop_is_repeated_once_without_an_answer() {
    assert_eq!(
        waits(Call::Stop, Outcome::NoAnswer),
        [3],
        "a second stop says 49 or 404"
    );
    assert_eq!(
        waits(Call::Stop, answered(206, 435)),
        AT_ONCE,
        "ended without files is an end"
    );
}

fn any_outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        Just(Outcome::NameUnknown),
        Just(Outcome::NotConnected),
        Just(Outcome::NoAnswer),
        Just(Outcome::Unreadable),
        (100u16..600, prop::option::of(-10i64..2000)).prop_map(|(s, c)| answered(s, c)),
    ]
}

proptest! {
    #[test]
    fn repeats_always_end_within_half_a_minute(
        call in prop::sample::select(Call::ALL.to_vec()),
        outcome in any_outcome(),
    ) {
        let waits = waits(call, outcome);
        prop_assert!(waits.len() <= 3 && waits.iter().sum::<u64>() <= 30, "{waits:?}");
    }

    #[test]
    fn refusals_are_never_repeated(
        call in prop::sample::select(Call::ALL.to_vec()),
        attempt in 0u32..10,
        status in 400u16..500,
        code in prop::option::of((-10i64..2000).prop_filter("65 is no refusal", |code| *code != 65)),
    ) {
        prop_assert_eq!(decide(call, attempt, &answered(status, code)), Decision::Return);
    }

    #[test]
    fn waits_do_not_shrink(call in prop::sample::select(Call::ALL.to_vec()), outcome in any_outcome()) {
        let waits = waits(call, outcome);
        prop_assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]), "{waits:?}");
        let first = decide(call, 1, &outcome);
        let none = Decision::Again { after: Duration::ZERO, host: NextHost::Same };
        prop_assert!(first != none, "no repeat without a pause");
    }
}
