//! What is repeated, and when.

use std::time::Duration;

use cloud_recording::Call;
use cloud_recording::retry::{Decision, NextHost, Outcome, Patience, decide, decide_with};
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

/// The same with patience.
fn long_waits(call: Call, outcome: Outcome) -> Vec<u64> {
    (1..)
        .map_while(
            |attempt| match decide_with(Patience::Long, call, attempt, &outcome) {
                Decision::Again { after, .. } => Some(after.as_secs()),
                Decision::Return => None,
            },
        )
        .collect()
}

#[test]
fn patience_waits_through_a_change_of_worker() {
    for call in [Call::Query, Call::Update, Call::UpdateLayout, Call::Stop] {
        let waits = long_waits(call, answered(404, 404));
        assert_eq!(waits, [5, 10, 15, 30, 30], "{call}: the guide's waits");
        assert_eq!(waits.iter().sum::<u64>(), 90, "all is repaired within 90 s");
        assert_eq!(
            long_waits(call, answered(404, None)),
            AT_ONCE,
            "{call}: a wrong address stays"
        );
    }
    for call in [Call::Acquire, Call::Start, Call::ChannelUsers] {
        assert_eq!(
            long_waits(call, answered(404, 404)),
            AT_ONCE,
            "{call} has no worker to move"
        );
    }
}

#[test]
fn patience_asks_a_troubled_service_in_the_guides_steps() {
    assert_eq!(long_waits(Call::Query, answered(504, 62)), [5, 10, 15, 30]);
    assert_eq!(
        long_waits(Call::Query, answered(206, 65)),
        [3, 6],
        "65 has steps of its own"
    );
    assert_eq!(
        long_waits(Call::Acquire, answered(429, None)),
        [1, 3, 6],
        "slower, then"
    );
}

#[test]
fn patience_stops_until_it_has_stopped() {
    for outcome in [
        answered(504, 62),
        answered(206, 65),
        Outcome::NoAnswer,
        Outcome::NotConnected,
    ] {
        let all: u64 = long_waits(Call::Stop, outcome).iter().sum();
        assert!(all > 500, "{outcome:?} is given up after {all} s");
    }
    for end in [
        answered(400, 49),
        answered(206, 435),
        answered(400, 2),
        answered(401, None),
    ] {
        assert_eq!(long_waits(Call::Stop, end), AT_ONCE, "{end:?} is an end");
    }
}

#[test]
fn patience_never_starts_more_often() {
    for outcome in [
        answered(206, 65),
        answered(500, 62),
        answered(500, 502),
        answered(201, 7),
        answered(400, 53),
        answered(400, 433),
        Outcome::NoAnswer,
        Outcome::Unreadable,
    ] {
        let (short, long) = (
            waits(Call::Start, outcome),
            long_waits(Call::Start, outcome),
        );
        assert_eq!(short, long, "{outcome:?}");
    }
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
