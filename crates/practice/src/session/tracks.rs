//! The tracks of an individual recording: whose, of what kind, and cut where.

use serde::{Deserialize, Serialize};

use super::{PIECE_MS, READY_MS, Session, Tracks};
use crate::media::PICTURE_MS;
use crate::people::Person;
use crate::story::Story;

/// What an individual recording makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Individual {
    /// Sound and picture; else stills alone.
    pub(crate) records: bool,
    /// A track with both besides (`streamMode` standard).
    pub(crate) merges: bool,
    /// Time from one still to the next.
    pub(crate) still_ms: Option<i64>,
}

/// The kind of a track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Audio,
    Video,
    Both,
    Still,
}

impl Kind {
    /// As in a file's name. Stills are called after the picture that they are of.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Audio => "audio",
            Kind::Video => "video",
            Kind::Both => "av",
            Kind::Still => "still",
        }
    }

    pub(crate) fn named(word: &str) -> Self {
        let all = [Kind::Audio, Kind::Video, Kind::Both];
        let found = all.into_iter().find(|kind| kind.word() == word);
        found.unwrap_or(Kind::Still)
    }

    pub(crate) fn tracks(self) -> Tracks {
        Tracks {
            audio: matches!(self, Kind::Audio | Kind::Both),
            video: matches!(self, Kind::Video | Kind::Both),
        }
    }
}

/// How far a track has been made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) uid: u32,
    pub(crate) kind: Kind,
    pub(crate) made: u32,
    pub(crate) pictures: u32,
    pub(crate) counters: u32,
    pub(crate) first_ms: i64,
}

/// One file of a track. Times are Unix milliseconds, whole pictures apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slice {
    pub(crate) begin_ms: i64,
    pub(crate) end_ms: i64,
    /// Nothing was sent just before it.
    pub(crate) is_new: bool,
}

/// All that is due of one track by `now`, in order. What was due earlier stays as it is.
pub(crate) fn slices(
    session: &Session,
    story: &Story,
    person: &Person,
    kind: Kind,
    now: i64,
) -> Vec<Slice> {
    let mut due = Vec::new();
    for (from, to) in runs(session, story, person, kind) {
        let until = to.min(now);
        let still = session.wish.individual.as_ref().and_then(|it| it.still_ms);
        if let (Kind::Still, Some(every)) = (kind, still) {
            let moments = (0..).map(|count| from + count * every);
            let moments = moments.take_while(|&at| at < to && at <= now);
            due.extend(moments.map(|at| slice(at, at, true)));
            continue;
        }
        let mut at = from;
        while at + PIECE_MS <= until {
            due.push(slice(at, at + PIECE_MS, at == from));
            at += PIECE_MS;
        }
        let rest = (to - at) / PICTURE_MS * PICTURE_MS;
        if to <= now && rest > 0 {
            due.push(slice(at, at + rest, at == from));
        }
    }
    due
}

fn slice(begin_ms: i64, end_ms: i64, is_new: bool) -> Slice {
    Slice {
        begin_ms,
        end_ms,
        is_new,
    }
}

/// When this track is sent and taken, without neighbours that touch.
fn runs(session: &Session, story: &Story, person: &Person, kind: Kind) -> Vec<(i64, i64)> {
    let begin = session.started_ms + READY_MS;
    let end = session.end_ms();
    let mut edges: Vec<i64> = story.subscription_edges().collect();
    edges.extend([i64::MIN, i64::MAX]);
    edges.sort_unstable();
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for (from, to) in story.stays(person) {
        for pair in edges.windows(2) {
            let (from, to) = (from.max(begin).max(pair[0]), to.min(end).min(pair[1]));
            if from >= to || !is_taken(story, person, kind, from) {
                continue;
            }
            match runs.last_mut() {
                Some(last) if last.1 == from => last.1 = to,
                _ => runs.push((from, to)),
            }
        }
    }
    runs
}

fn is_taken(story: &Story, person: &Person, kind: Kind, at: i64) -> bool {
    let taken = story.subscription_at(at);
    let audio = taken.takes_audio(person.uid);
    let video = person.camera && taken.takes_video(person.uid);
    match kind {
        Kind::Audio => audio,
        Kind::Video | Kind::Still => video,
        Kind::Both => audio && video,
    }
}

/// The kinds of track that a recording has.
pub(crate) fn kinds(session: &Session) -> Vec<Kind> {
    let Some(individual) = &session.wish.individual else {
        return Vec::new();
    };
    let tracks = session.wish.tracks;
    let wanted = [
        (Kind::Audio, individual.records && tracks.audio),
        (Kind::Video, individual.records && tracks.video),
        (
            Kind::Both,
            individual.records && individual.merges && tracks.audio && tracks.video,
        ),
        (Kind::Still, individual.still_ms.is_some()),
    ];
    let wanted = wanted.into_iter().filter(|(_, wanted)| *wanted);
    wanted.map(|(kind, _)| kind).collect()
}
