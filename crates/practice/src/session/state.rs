//! The state that query reports, computed from the row and the clock alone: a server that was off
//! for a while needs to catch up on nothing to answer rightly.

use super::{Exit, PIECE_MS, READY_MS, Session};

/// One starting state (0, 1, 2, 3) lasts this long.
const STARTING_MS: i64 = READY_MS / 4;
/// One finishing state (6, 7) lasts this long.
const LEAVING_MS: i64 = 1_000;
/// How long an ended recording still answers. The service's own time is not published.
const ECHO_MS: i64 = 30_000;

/// What query says about a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// The number of `serverResponse.status`.
    Status(u8),
    /// Forgotten: 404.
    Gone,
}

impl State {
    /// Whether it still records or is about to: it can be updated and stopped.
    pub(crate) fn is_running(self) -> bool {
        matches!(self, State::Status(0..=5))
    }

    /// Whether it is on its way out: a stop comes too late, a second start still conflicts.
    pub(crate) fn is_leaving(self) -> bool {
        matches!(self, State::Status(6 | 7 | 20))
    }
}

/// The state of `session` at `now`. As time passes it only ever goes up.
pub(crate) fn state_at(session: &Session, now: i64) -> State {
    let end = session.end_ms();
    if now >= end {
        return after(now - end, session);
    }
    let age = now - session.started_ms;
    if age < READY_MS {
        let step = age.max(0) / STARTING_MS;
        return State::Status(u8::try_from(step).unwrap_or(3).min(3));
    }
    let saved = session
        .recorded(now)
        .is_some_and(|(from, to)| to - from >= PIECE_MS);
    // A meeting may be over before a whole piece is full; what there is becomes the first piece.
    let short = session.recorded(now).is_some() && session.is_complete(now);
    State::Status(if saved || short { 5 } else { 4 })
}

fn after(since: i64, session: &Session) -> State {
    match session.own_exit() {
        Some(Exit::ThrownOut | Exit::OutOfReach) if since < ECHO_MS => return State::Status(20),
        Some(Exit::ThrownOut | Exit::OutOfReach | Exit::Refused) => return State::Gone,
        Some(Exit::Idle) | None => {}
    }
    // As long as something is being saved it has not exited.
    let exited = 2 * LEAVING_MS + session.mishaps.slow_ms;
    match since {
        ..LEAVING_MS => State::Status(6),
        _ if since < exited => State::Status(7),
        _ if since < exited + ECHO_MS => State::Status(8),
        _ => State::Gone,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::session;
    use super::*;

    fn walk(session: &Session, moments: &[i64]) -> Vec<State> {
        moments.iter().map(|&now| state_at(session, now)).collect()
    }

    #[test]
    fn a_start_is_ready_after_two_seconds_and_saves_after_a_piece() {
        let states = walk(
            &session(),
            &[0, 500, 1_000, 1_999, 2_000, 16_999, 17_000, 600_000],
        );
        let expected = [0, 1, 2, 3, 4, 4, 5, 5].map(State::Status);
        assert_eq!(states, expected, "the way from 0 to 5 is not as documented");
    }

    #[test]
    fn a_stop_passes_through_6_and_7_then_echoes_8_for_half_a_minute() {
        let stopped = Session {
            stopped_ms: Some(20_000),
            ..session()
        };
        let states = walk(&stopped, &[19_999, 20_000, 21_000, 22_000, 51_999, 52_000]);
        let mut expected = [5, 6, 7, 8, 8, 0].map(State::Status).to_vec();
        expected[5] = State::Gone;
        assert_eq!(states, expected, "the way out is not as documented");
    }

    proptest! {
        #[test]
        fn a_state_never_goes_back(
            first in 0i64..40_000,
            length in 0i64..100_000,
            idle in 0i64..50_000,
            sends in any::<bool>(),
            thrown in any::<bool>(),
            stop in proptest::option::of(0i64..200_000),
            mut moments in proptest::collection::vec(0i64..400_000, 2..60),
        ) {
            let exit = if thrown { Exit::ThrownOut } else { Exit::Idle };
            let mut row = session();
            row.plan.media = sends.then_some((first, first + length));
            row.plan.exit_ms = first + length + idle;
            row.plan.exit = exit;
            row.stopped_ms = stop;
            moments.sort_unstable();
            let states = walk(&row, &moments);
            for (pair, at) in states.windows(2).zip(moments.windows(2)) {
                prop_assert!(pair[0] <= pair[1], "{:?} after {:?} at {at:?} ms", pair[1], pair[0]);
            }
            prop_assert_eq!(state_at(&row, 1_000_000), State::Gone, "nothing is kept for ever");
        }
    }
}
