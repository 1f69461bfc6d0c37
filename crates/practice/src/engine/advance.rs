use std::path::PathBuf;
use std::sync::PoisonError;

use super::Engine;
use super::jobs::{self, Job};
use crate::Error;
use crate::media::ts::Counters;
use crate::media::{disk, mp4, names, piece, playlist};
use crate::session::Session;

impl Engine {
    /// Makes every file that is due by now. A recording whose files cannot be made does not hold
    /// up the others; it is tried again the next time.
    pub(crate) fn advance(&self) -> Result<(), Error> {
        let now = self.now();
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

    /// Makes the files of one recording that are due by `now` and gives back its row after that.
    pub(super) fn make_files(&self, sid: &str, now: i64) -> Result<Option<Session>, Error> {
        loop {
            let making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
            // Read anew each time: another thread may have made what was due a moment ago.
            let Some(session) = self.store().session(sid)? else {
                return Ok(None);
            };
            let Some(job) = jobs::next(&session, now) else {
                return Ok(Some(session));
            };
            if self.is_closing() {
                return Ok(Some(session));
            }
            self.make(&session, job)?;
            drop(making);
        }
    }

    /// Makes one file and notes it. A crash in between makes the same file once more.
    fn make(&self, session: &Session, job: Job) -> Result<(), Error> {
        let mut progress = session.progress;
        match job {
            Job::Piece(range) => {
                let begin = self.begin_ms(session) + ms(range.start);
                let counters = Counters::from_packed(progress.counters);
                let (bytes, counters) = piece::piece(range.clone(), session.wish.tracks, counters);
                disk::put(&self.place(session, &names::piece(session, begin)), &bytes)?;
                self.put_playlist(session, range.end, false)?;
                progress.counters = counters.packed();
                progress.pieces += 1;
            }
            Job::Mp4(range) => {
                let place = self.place(session, &names::mp4(session, progress.mp4s));
                disk::put_with(&place, |path| mp4::write(path, range, session.wish.tracks))?;
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

    fn put_playlist(&self, session: &Session, all: u64, ended: bool) -> Result<(), Error> {
        let text = playlist::playlist(session, self.begin_ms(session), all, ended);
        disk::put(
            &self.place(session, &names::playlist(session)),
            text.as_bytes(),
        )
    }

    fn begin_ms(&self, session: &Session) -> i64 {
        session
            .plan
            .media
            .map_or(session.started_ms, |(first, _)| first)
    }

    fn place(&self, session: &Session, name: &str) -> PathBuf {
        let mut place = self.files.clone();
        place.extend(&session.wish.prefix);
        place.push(name);
        place
    }
}

fn ms(picture: u64) -> i64 {
    i64::try_from(picture).unwrap_or(0) * crate::media::PICTURE_MS
}
