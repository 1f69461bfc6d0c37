//! Which file of a recording is to be made next. Pure, so that a server that was off for an hour
//! makes the files that it would have made.

use std::ops::Range;

use crate::media::{PIECE_PICTURES, pictures};
use crate::session::{self, Progress, Session};

/// One thing to do. Picture numbers count from the beginning of the recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Job {
    Piece(Range<u64>),
    Mp4(Range<u64>),
    /// The playlist's end, after which nothing more comes. How many pictures there are in all.
    Close(u64),
}

/// The next job for this recording at `now`, or nothing while there is nothing to do.
pub(super) fn next(session: &Session, now: i64) -> Option<Job> {
    let done = session.progress;
    if done.finished {
        return None;
    }
    let taken = session
        .recorded(now)
        .map_or(0, |(from, to)| pictures(to - from));
    let from = u64::from(done.pieces) * PIECE_PICTURES;
    if from + PIECE_PICTURES <= taken {
        return Some(Job::Piece(from..from + PIECE_PICTURES));
    }
    if from < taken && session.is_complete(now) {
        return Some(Job::Piece(from..taken));
    }
    let ended = now >= session.end_ms();
    let mp4 = session::mp4(session, u64::from(done.mp4s));
    if let Some(mp4) = mp4.filter(|it| session.wish.mp4 && it.from < taken) {
        if mp4.to <= taken {
            return Some(Job::Mp4(mp4.from..mp4.to));
        }
        if ended {
            return Some(Job::Mp4(mp4.from..taken));
        }
    }
    ended.then_some(Job::Close(taken))
}

/// Counts as made what would have been by `now` if the bucket had taken it.
pub(super) fn foresee(session: &mut Session, now: i64) {
    while let Some(job) = next(session, now) {
        note(&mut session.progress, &job);
    }
}

/// One more of its sort is there.
pub(super) fn note(progress: &mut Progress, job: &Job) {
    match job {
        Job::Piece(_) => progress.pieces += 1,
        Job::Mp4(_) => progress.mp4s += 1,
        Job::Close(_) => progress.finished = true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::session;

    /// All the jobs of a recording asked for at these moments.
    fn jobs(mut session: Session, moments: &[i64]) -> Vec<Job> {
        let mut done = Vec::new();
        for &now in moments {
            while let Some(job) = next(&session, now) {
                note(&mut session.progress, &job);
                done.push(job);
            }
        }
        done
    }

    #[test]
    fn the_files_are_the_same_whether_made_in_time_or_all_at_once() {
        let stopped = Session {
            stopped_ms: Some(40_500),
            ..session()
        };
        let seconds: Vec<i64> = (0..=60).map(|second| second * 1_000).collect();
        let expected = [
            Job::Piece(0..150),
            Job::Piece(150..300),
            Job::Piece(300..385),
            Job::Mp4(0..385),
            Job::Close(385),
        ];
        assert_eq!(
            jobs(stopped.clone(), &seconds),
            expected,
            "made second by second"
        );
        assert_eq!(jobs(stopped, &[60_000]), expected, "made after a pause");
    }

    #[test]
    fn an_mp4_rolls_over_at_two_hours() {
        let mut long = session();
        long.plan.media = Some((2_000, 2_000 + 9_000_000));
        long.plan.exit_ms = 10_000_000;
        let mp4s: Vec<Job> = jobs(long.clone(), &[10_000_000])
            .into_iter()
            .filter(|job| matches!(job, Job::Mp4(_)))
            .collect();
        let expected = [Job::Mp4(0..72_000), Job::Mp4(72_000..90_000)];
        assert_eq!(mp4s, expected, "two and a half hours are two files");
        let early = jobs(long, &[2_000 + 7_200_000]);
        assert_eq!(
            early.last(),
            Some(&Job::Mp4(0..72_000)),
            "the first closes while it runs"
        );
    }

    #[test]
    fn an_mp4_closes_where_another_worker_takes_over() {
        let mut moved = session();
        moved.mishaps.switches = vec![(10_000, 20_000)];
        moved.stopped_ms = Some(50_000);
        let expected = [
            Job::Piece(0..150),
            Job::Piece(150..300),
            Job::Mp4(0..300),
            Job::Piece(300..450),
            Job::Piece(450..480),
            Job::Mp4(300..480),
            Job::Close(480),
        ];
        let seconds: Vec<i64> = (0..=60).map(|second| second * 1_000).collect();
        assert_eq!(
            jobs(moved, &seconds),
            expected,
            "the piece at 20 s is still the first worker's, and its file is full with it"
        );
    }

    #[test]
    fn nothing_sent_leaves_nothing_but_the_close() {
        let mut silent = session();
        silent.plan.media = None;
        assert_eq!(
            jobs(silent, &[630_000]),
            [Job::Close(0)],
            "no files of an empty channel"
        );
    }
}
