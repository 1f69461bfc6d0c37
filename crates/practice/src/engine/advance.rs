use std::ops::Range;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::Engine;
use super::jobs::{self, Job};
use crate::Error;
use crate::media::film::{self, Camera};
use crate::media::ts::Counters;
use crate::media::{PIECE_PICTURES, Picture, disk, mp4, names, piece, playlist, unpack};
use crate::session::{self, Part, Session};
use crate::story::Story;

/// Between two looks for what ended long ago.
const TIDY_MS: i64 = 60 * 60 * 1000;

impl Engine {
    /// Makes every file that is due by now. A recording whose files cannot be made does not hold
    /// up the others; it is tried again the next time.
    pub(crate) fn advance(&self) -> Result<(), Error> {
        let now = self.now();
        self.tidy(now)?;
        let sids: Vec<String> = self
            .store()
            .unfinished()?
            .into_iter()
            .map(|one| one.sid)
            .collect();
        let mut outcome = Ok(());
        for sid in sids {
            if let Err(error) = self.make_files(&sid, now) {
                tracing::warn!(sid, %error, "files of a recording could not be made");
                outcome = Err(error);
            }
        }
        outcome
    }

    /// Lets the store forget what ended long ago, every hour.
    fn tidy(&self, now: i64) -> Result<(), Error> {
        let last = self.tidied_ms.load(Ordering::SeqCst);
        if now.saturating_sub(last) < TIDY_MS {
            return Ok(());
        }
        self.tidied_ms.store(now, Ordering::SeqCst);
        self.store().forget(now)
    }

    /// Makes the files of one recording that are due by `now` and gives back its row after that.
    pub(super) fn make_files(&self, sid: &str, now: i64) -> Result<Option<Session>, Error> {
        loop {
            let mut making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
            // Read anew each time: another thread may have made what was due a moment ago.
            let Some(session) = self.store().session(sid)? else {
                return Ok(None);
            };
            if !session.can_save(now) {
                return Ok(Some(session));
            }
            if session.wish.individual.is_some() {
                if session.progress.finished {
                    return Ok(Some(session));
                }
                self.make_tracks(&mut making, &session, now)?;
                return self.store().session(sid);
            }
            let Some(job) = jobs::next(&session, now) else {
                return Ok(Some(session));
            };
            if self.is_closing() {
                return Ok(Some(session));
            }
            self.make(&mut making, &session, job, now)?;
            drop(making);
        }
    }

    /// Makes one file and notes it. A crash in between makes the same file once more.
    fn make(
        &self,
        camera: &mut Camera,
        session: &Session,
        job: Job,
        now: i64,
    ) -> Result<(), Error> {
        let mut progress = session.progress;
        match job {
            Job::Piece(range) => {
                let begin = self.begin_ms(session) + ms(range.start);
                let counters = Counters::from_packed(progress.counters);
                let shown = self.shoot(camera, session, range.clone(), now)?;
                let tracks = session.wish.tracks;
                let (bytes, counters) = piece::piece(range.clone(), &shown, tracks, counters);
                disk::put(&self.place(session, &names::piece(session, begin)), &bytes)?;
                self.put_playlist(session, range.end, false)?;
                progress.counters = counters.packed();
                progress.pieces += 1;
            }
            Job::Mp4(range) => {
                let name = session::mp4(session, u64::from(progress.mp4s))
                    .map_or_else(String::new, |it| names::mp4(session, it.worker, it.number));
                let place = self.place(session, &name);
                disk::put_with(&place, |path| {
                    let (count, tracks) = (range.end - range.start, session.wish.tracks);
                    let pieces = (range.start..range.end).step_by(PIECE_PICTURES as usize);
                    let shown = pieces.map(|from| {
                        let piece = from..range.end.min(from + PIECE_PICTURES);
                        self.shown_in(camera, session, piece, now)
                    });
                    mp4::write(path, count, film::size(session), shown, tracks)
                })?;
                progress.mp4s += 1;
            }
            Job::Close(all) => {
                if all > 0 {
                    self.put_playlist(session, all, true)?;
                }
                progress.finished = true;
            }
        }
        self.store().set_progress(&session.sid, &progress)
    }

    /// The pictures of this range; none where only sound is recorded.
    fn shoot(
        &self,
        camera: &mut Camera,
        session: &Session,
        range: Range<u64>,
        now: i64,
    ) -> Result<Vec<Picture>, Error> {
        if !session.wish.tracks.video {
            return Ok(Vec::new());
        }
        let changes = self.store().changes(&session.sid)?;
        let story = Story::of(session, &changes);
        camera.shoot_mix(session, &story, range, self.begin_ms(session), now)
    }

    /// The pictures of a piece that was made before. One that somebody took away is made again.
    fn shown_in(
        &self,
        camera: &mut Camera,
        session: &Session,
        range: Range<u64>,
        now: i64,
    ) -> Result<Vec<Picture>, Error> {
        let begin = self.begin_ms(session) + ms(range.start);
        let place = self.place(session, &names::piece(session, begin));
        let shown = std::fs::read(place).map_or_else(|_| Vec::new(), |it| unpack::pictures(&it));
        if shown.len() as u64 == range.end - range.start {
            return Ok(shown);
        }
        self.shoot(camera, session, range, now)
    }

    fn put_playlist(&self, session: &Session, all: u64, ended: bool) -> Result<(), Error> {
        let begun = session::parts(session);
        let mut begun = begun.into_iter().filter(|part| part.from < all).rev();
        let Some(last) = begun.next() else {
            return Ok(());
        };
        self.put_part(session, last, all, ended)?;
        match begun.next() {
            // Nothing more comes into the list of the worker before.
            Some(before) if all - last.from <= PIECE_PICTURES => {
                self.put_part(session, before, last.from, true)
            }
            _ => Ok(()),
        }
    }

    fn put_part(
        &self,
        session: &Session,
        part: Part,
        until: u64,
        ended: bool,
    ) -> Result<(), Error> {
        let begin = self.begin_ms(session);
        let text = playlist::playlist(session, begin, part.from..until, ended);
        let name = names::playlist(session, part.worker);
        disk::put(&self.place(session, &name), text.as_bytes())
    }

    fn begin_ms(&self, session: &Session) -> i64 {
        session
            .plan
            .media
            .map_or(session.started_ms, |(first, _)| first)
    }

    pub(super) fn place(&self, session: &Session, name: &str) -> PathBuf {
        let mut place = self.files.clone();
        place.extend(&session.wish.prefix);
        place.push(name);
        place
    }
}

fn ms(picture: u64) -> i64 {
    i64::try_from(picture).unwrap_or(0) * crate::media::PICTURE_MS
}
