//! What will become of a recording if nobody stops it. People's comings and goings are known in
//! advance here, so this is worked out once, at start, and kept with the row.

use super::{Exit, READY_MS, Subscription};
use crate::people::{Cast, Person};

/// The recorder and the person with its ID stand each other for this long.
const CLASH_MS: i64 = 3_000;

/// The fate of a recording. Times are Unix milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    /// From the first moment that somebody sends something it takes to the last. Nothing when
    /// nobody ever does. A while without anybody in between is recorded too.
    pub(crate) media: Option<(i64, i64)>,
    /// When it ends by itself, and why.
    pub(crate) exit_ms: i64,
    pub(crate) exit: Exit,
}

/// Looks ahead. `began_ms` is the meeting's beginning, `idle_ms` is `maxIdleTime`.
pub(crate) fn plan(
    cast: &Cast,
    began_ms: i64,
    started_ms: i64,
    idle_ms: i64,
    recorder: u32,
    subscription: &Subscription,
) -> Plan {
    let ready = started_ms + READY_MS;
    let stays_of = |person: &Person| -> Vec<(i64, i64)> {
        let there = person
            .stays
            .iter()
            .map(|&(from, to)| (began_ms + from, began_ms + to));
        there.filter(|&(_, to)| to > ready).collect()
    };
    let hosts = || cast.people.iter().filter(|person| person.host);

    let mut exit_ms = idle_exit(hosts().flat_map(stays_of).collect(), ready, idle_ms);
    let mut exit = Exit::Idle;
    let twin = cast.people.iter().find(|person| person.uid == recorder);
    if let Some(&(from, _)) = twin.map(stays_of).unwrap_or_default().first() {
        let clash = from.max(ready) + CLASH_MS;
        if clash < exit_ms {
            (exit_ms, exit) = (clash, Exit::ThrownOut);
        }
    }

    let senders = hosts().filter(|p| p.uid != recorder && subscription.takes(p.uid, p.camera));
    let sent: Vec<(i64, i64)> = senders.flat_map(stays_of).collect();
    let first = sent.iter().map(|&(from, _)| from.max(ready)).min();
    let last = sent.iter().map(|&(_, to)| to.min(exit_ms)).max();
    let media = first.zip(last).filter(|(first, last)| first < last);
    Plan {
        media,
        exit_ms,
        exit,
    }
}

/// The first moment at which nobody has been there for `idle_ms` on end.
fn idle_exit(mut stays: Vec<(i64, i64)>, ready: i64, idle_ms: i64) -> i64 {
    stays.sort_unstable();
    let mut alone_since = ready;
    for (from, to) in stays {
        if from - alone_since >= idle_ms {
            break;
        }
        alone_since = alone_since.max(to);
    }
    alone_since + idle_ms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(cname: &str, idle_ms: i64, recorder: u32) -> Plan {
        plan(
            &Cast::of(cname),
            0,
            0,
            idle_ms,
            recorder,
            &Subscription::of(None),
        )
    }

    #[test]
    fn nobody_means_nothing_recorded_and_an_idle_exit() {
        let fate = look("empty-room", 30_000, 5);
        assert_eq!(fate.media, None, "nobody sends in an empty room");
        assert_eq!(
            fate.exit_ms, 32_000,
            "idle time runs from the moment the recorder is ready"
        );
    }

    #[test]
    fn recording_begins_with_the_first_person_and_ends_with_the_last() {
        let fate = look("late-start", 30_000, 5);
        assert_eq!(
            fate.media.map(|(first, _)| first),
            Some(20_000),
            "the first comes after 20 s"
        );
        let fate = look("everyone-leaves", 30_000, 5);
        assert_eq!(
            fate.media,
            Some((2_000, 40_000)),
            "recorded from ready until all have left"
        );
        assert_eq!(
            (fate.exit_ms, fate.exit),
            (70_000, Exit::Idle),
            "then the idle time ends it"
        );
    }

    #[test]
    fn too_short_an_idle_time_ends_it_before_anybody_comes() {
        let fate = look("late-start", 5_000, 5);
        assert_eq!(
            (fate.media, fate.exit_ms),
            (None, 7_000),
            "gone 13 s before the first person"
        );
    }

    #[test]
    fn a_recorder_with_a_persons_id_is_thrown_out() {
        let fate = look("uid-taken", 30_000, 527_841);
        assert_eq!(
            (fate.exit_ms, fate.exit),
            (5_000, Exit::ThrownOut),
            "they met at 2 s"
        );
        assert_eq!(
            look("uid-taken", 30_000, 6).exit,
            Exit::Idle,
            "another ID does not clash"
        );
    }

    #[test]
    fn an_audience_does_not_keep_a_recording_going() {
        let mut show = Cast::of("live-show");
        show.people
            .iter_mut()
            .filter(|p| p.host)
            .for_each(|p| p.stays = vec![(0, 10_000)]);
        let fate = plan(&show, 0, 0, 30_000, 5, &Subscription::of(None));
        assert_eq!(
            fate.exit_ms, 40_000,
            "idle time counts from the last host, not the audience"
        );
    }
}
