//! The files of an individual recording: a track each.

use super::Engine;
use crate::Error;
use crate::media::film::Camera;
use crate::media::ts::Counters;
use crate::media::{PICTURE_MS, disk, names, piece, playlist};
use crate::people::Person;
use crate::session::{Kind, Made, Session, Slice, kinds, slices};
use crate::story::Story;

/// A playlist of a person's track.
pub(super) struct TrackList {
    pub(super) uid: u32,
    pub(super) kind: Kind,
    pub(super) worker: usize,
    /// When its first file begins, in Unix milliseconds.
    pub(super) begin_ms: i64,
}

impl Engine {
    /// Makes what is due of all tracks, and notes the end when nothing more can come.
    pub(super) fn make_tracks(
        &self,
        camera: &mut Camera,
        session: &Session,
        now: i64,
    ) -> Result<(), Error> {
        let story = Story::of(session, &self.store().changes(&session.sid)?);
        let ended = now >= session.end_ms();
        let known = self.store().tracks(&session.sid)?;
        let mut progress = session.progress;
        for person in story.senders() {
            for kind in kinds(session) {
                let due = slices(session, &story, person, kind, now);
                let Some(first) = due.first() else { continue };
                let track = known
                    .iter()
                    .find(|track| track.uid == person.uid && track.kind == kind);
                let mut track = track.cloned().unwrap_or(Made {
                    uid: person.uid,
                    kind,
                    made: 0,
                    pictures: 0,
                    counters: 0,
                    first_ms: first.begin_ms,
                });
                while let Some(slice) = due.get(track.made as usize) {
                    if self.is_closing() {
                        return Ok(());
                    }
                    self.make_slice(camera, session, person, &mut track, *slice, now)?;
                    self.put_track_list(session, person, &track, &due, false)?;
                    self.store().set_track(&session.sid, &track)?;
                    progress.pieces += 1;
                    self.store().set_progress(&session.sid, &progress)?;
                }
                if ended {
                    self.put_track_list(session, person, &track, &due, true)?;
                }
            }
        }
        if ended {
            progress.finished = true;
            self.store().set_progress(&session.sid, &progress)?;
        }
        Ok(())
    }

    fn make_slice(
        &self,
        camera: &mut Camera,
        session: &Session,
        person: &Person,
        track: &mut Made,
        slice: Slice,
        now: i64,
    ) -> Result<(), Error> {
        let name = names::slice(session, person.uid, track.kind, slice.begin_ms);
        let place = self.place(session, &name);
        track.made += 1;
        if track.kind == Kind::Still {
            return disk::put(&place, &Camera::still(person, slice.begin_ms)?);
        }
        let count = (slice.end_ms - slice.begin_ms) / PICTURE_MS;
        let from = u64::from(track.pictures);
        let range = from..from + count.unsigned_abs();
        let begin = slice.begin_ms - i64::from(track.pictures) * PICTURE_MS;
        let shown = if track.kind.tracks().video {
            camera.shoot_person(person, range.clone(), begin, now)?
        } else {
            Vec::new()
        };
        let counters = Counters::from_packed(track.counters);
        let tracks = track.kind.tracks();
        let (bytes, counters) = piece::piece(range, &shown, tracks, counters);
        track.counters = counters.packed();
        track.pictures += u32::try_from(count).unwrap_or(0);
        disk::put(&place, &bytes)
    }

    fn put_track_list(
        &self,
        session: &Session,
        person: &Person,
        track: &Made,
        due: &[Slice],
        ended: bool,
    ) -> Result<(), Error> {
        if track.kind == Kind::Still {
            return Ok(());
        }
        let made = &due[..due.len().min(track.made as usize)];
        let worker_of = |slice: &Slice| session.mishaps.worker_at(slice.begin_ms);
        let mut by_worker = made.chunk_by(|a, b| worker_of(a) == worker_of(b)).rev();
        let put = |slices: &[Slice], ended: bool| {
            let worker = slices.first().map_or(0, worker_of);
            let text = playlist::of_track(session, person, track.kind, slices, ended);
            let name = names::track_list(session, person.uid, track.kind, worker);
            disk::put(&self.place(session, &name), text.as_bytes())
        };
        let Some(last) = by_worker.next() else {
            return Ok(());
        };
        put(last, ended)?;
        match by_worker.next() {
            // Nothing more comes into the list of the worker before.
            Some(before) if last.len() == 1 => put(before, true),
            _ => Ok(()),
        }
    }

    /// The playlists of all tracks by now: one for each worker that made something of it.
    pub(super) fn track_lists(&self, session: &Session, now: i64) -> Result<Vec<TrackList>, Error> {
        let tracks = self.store().tracks(&session.sid)?;
        let list = |track: &Made, worker, begin_ms| TrackList {
            uid: track.uid,
            kind: track.kind,
            worker,
            begin_ms,
        };
        if session.mishaps.switches.is_empty() {
            let lists = tracks.iter().map(|track| list(track, 0, track.first_ms));
            return Ok(lists.collect());
        }
        let story = Story::of(session, &self.store().changes(&session.sid)?);
        let mut lists = Vec::new();
        for track in &tracks {
            let person = story.senders().find(|person| person.uid == track.uid);
            let mut due = person.map_or_else(Vec::new, |person| {
                slices(session, &story, person, track.kind, now)
            });
            due.truncate(track.made as usize);
            let worker_of = |slice: &Slice| session.mishaps.worker_at(slice.begin_ms);
            for slices in due.chunk_by(|a, b| worker_of(a) == worker_of(b)) {
                lists.extend(
                    slices
                        .first()
                        .map(|first| list(track, worker_of(first), first.begin_ms)),
                );
            }
        }
        Ok(lists)
    }
}
