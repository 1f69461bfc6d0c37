//! Which worker makes which files. A piece is begun and ended by the same; the next one is the new
//! worker's, and so are the playlist and the MP4 file that it goes into.

use super::{PIECE_MS, Session};
use crate::media::{MP4_PICTURES, PIECE_PICTURES};

/// What one worker makes. Picture numbers count from the beginning of the recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// 0 is the first worker.
    pub(crate) worker: usize,
    pub(crate) from: u64,
    /// Where the next worker takes over, as far as is known.
    pub(crate) to: Option<u64>,
}

/// One MP4 file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mp4 {
    pub(crate) worker: usize,
    /// Its number among those of this worker.
    pub(crate) number: u64,
    pub(crate) from: u64,
    /// Where it ends if the recording goes on so long.
    pub(crate) to: u64,
}

/// The parts of a recording, in order; a worker without a piece has none.
pub(crate) fn parts(session: &Session) -> Vec<Part> {
    let begin = session
        .plan
        .media
        .map_or(session.started_ms, |(first, _)| first);
    let mut parts = vec![Part {
        worker: 0,
        from: 0,
        to: None,
    }];
    for (count, &(_, until)) in session.mishaps.switches.iter().enumerate() {
        let pieces = (until - begin)
            .max(0)
            .unsigned_abs()
            .div_ceil(PIECE_MS.unsigned_abs());
        let from = pieces * PIECE_PICTURES;
        if let Some(last) = parts.last_mut() {
            last.to = Some(from);
        }
        parts.push(Part {
            worker: count + 1,
            from,
            to: None,
        });
    }
    parts.retain(|part| part.to != Some(part.from));
    parts
}

/// The MP4 file with this place among all of a recording, from 0.
pub(crate) fn mp4(session: &Session, mut place: u64) -> Option<Mp4> {
    for Part { worker, from, to } in parts(session) {
        let files = to.map(|to| (to - from).div_ceil(MP4_PICTURES));
        if let Some(files) = files.filter(|&files| place >= files) {
            place -= files;
            continue;
        }
        let from = from + place * MP4_PICTURES;
        let full = from + MP4_PICTURES;
        return Some(Mp4 {
            worker,
            number: place,
            from,
            to: to.map_or(full, |to| to.min(full)),
        });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::sample::session;
    use super::*;

    #[test]
    fn a_new_worker_begins_with_the_next_piece() {
        let mut row = session();
        row.mishaps.switches = vec![(3_000, 20_000), (21_000, 25_000), (40_000, 62_000)];
        let part = |worker, from, to| Part { worker, from, to };
        let expected = [
            part(0, 0, Some(300)),
            part(2, 300, Some(600)),
            part(3, 600, None),
        ];
        assert_eq!(
            parts(&row),
            expected,
            "at 18 s of recording the second piece is being made, and the worker that came at 20 s \
             was gone before the third; 60 s is where a piece begins"
        );
    }

    #[test]
    fn every_worker_counts_its_mp4_files_anew() {
        let mut row = session();
        let hours = 3_600_000;
        row.plan.media = Some((0, 10 * hours));
        row.mishaps.switches = vec![(3 * hours - 1, 3 * hours)];
        let file = |worker, number, from: u64, to: u64| {
            let (from, to) = (from * 36_000, to * 36_000);
            Some(Mp4 {
                worker,
                number,
                from,
                to,
            })
        };
        let files: Vec<_> = (0..4).map(|place| mp4(&row, place)).collect();
        let expected = [
            file(0, 0, 0, 2),
            file(0, 1, 2, 3),
            file(1, 0, 3, 5),
            file(1, 1, 5, 7),
        ];
        assert_eq!(
            files, expected,
            "hours of recording: two each, cut at the change after three"
        );
    }
}
