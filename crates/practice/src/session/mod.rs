//! A recording as the stand-in knows it: one row, from which everything it answers follows.

mod mishaps;
mod parts;
mod plan;
mod state;
mod subscribe;
mod tracks;

use serde::{Deserialize, Serialize};

use crate::people::Cast;
use crate::story::Story;
pub(crate) use mishaps::Mishaps;
pub(crate) use parts::{Part, mp4, parts};
pub(crate) use plan::{Plan, plan};
pub(crate) use state::{State, state_at};
pub(crate) use subscribe::{Subscription, Tracks};
pub(crate) use tracks::{Individual, Kind, Made, Slice, kinds, slices};

/// From start until every part of the recorder is ready.
pub(crate) const READY_MS: i64 = 2_000;
/// The length of a piece. Pictures come ten to a second, so a piece is 150 of them.
pub(crate) const PIECE_MS: i64 = 15_000;

/// What acquire handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource {
    pub(crate) id: String,
    pub(crate) cname: String,
    pub(crate) uid: String,
    pub(crate) scene: i64,
    /// Unix milliseconds.
    pub(crate) acquired_ms: i64,
    /// How long a recording made with it can be asked about and steered.
    pub(crate) expired_hour: i64,
    /// A digest of `startParameter`, when acquire gave one.
    pub(crate) promise: Option<String>,
}

/// Why a recording ends though nobody stops it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Exit {
    /// Nobody was there for `maxIdleTime`.
    Idle,
    /// The bucket took nothing from the beginning.
    Refused,
    /// The page could not be reached.
    OutOfReach,
    /// A person with the recorder's own ID is in the channel: the two cannot both stay.
    ThrownOut,
}

/// The parts of a start that decide what is answered and which files are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wish {
    /// `fileNamePrefix`.
    pub(crate) prefix: Vec<String>,
    /// `avFileType` has `mp4`.
    pub(crate) mp4: bool,
    pub(crate) tracks: Tracks,
    /// `privateParams` asks for the comma after the lengths in the playlist.
    pub(crate) extinf_comma: bool,
    /// Width and height of `transcodingConfig`, in pixels.
    #[serde(default = "default_canvas")]
    pub(crate) canvas: (u32, u32),
    /// When the channel's meeting began (Unix milliseconds).
    #[serde(default)]
    pub(crate) began_ms: Option<i64>,
    /// What an individual recording makes.
    #[serde(default)]
    pub(crate) individual: Option<Individual>,
    /// The page of a web recording.
    #[serde(default)]
    pub(crate) page: Option<Page>,
    /// Nobody comes to its channel.
    #[serde(default)]
    pub(crate) deserted: bool,
}

/// A page that is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Page {
    /// The host of its address.
    pub(crate) host: String,
    /// Width and height in pixels.
    pub(crate) canvas: (u32, u32),
    /// `maxRecordingHour`.
    pub(crate) hours: i64,
    /// It was started on hold.
    pub(crate) on_hold: bool,
    /// Where it is pushed to.
    pub(crate) rtmp: Option<String>,
}

/// The canvas when a start says nothing about it.
pub(crate) fn default_canvas() -> (u32, u32) {
    (360, 640)
}

/// A recording. Times are Unix milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) sid: String,
    pub(crate) resource_id: String,
    pub(crate) cname: String,
    pub(crate) uid: String,
    pub(crate) mode: String,
    pub(crate) started_ms: i64,
    /// After this the recording goes on, but no call reaches it any more.
    pub(crate) expires_ms: i64,
    pub(crate) wish: Wish,
    pub(crate) plan: Plan,
    /// When it was stopped by a call.
    pub(crate) stopped_ms: Option<i64>,
    /// How far its files have been made.
    pub(crate) progress: Progress,
    pub(crate) mishaps: Mishaps,
}

/// How far a recording's files have been made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    /// Pieces that lie in the folder.
    pub(crate) pieces: u32,
    /// MP4 files that lie in the folder.
    pub(crate) mp4s: u32,
    /// The transport stream's continuity counters after the last piece, packed.
    pub(crate) counters: u32,
    /// Everything has been written: nothing more will be made.
    pub(crate) finished: bool,
}

impl Session {
    /// Who comes to its channel.
    pub(crate) fn cast(&self) -> Cast {
        Cast::of_channel(&self.cname, self.wish.deserted)
    }

    /// Whether files can be put into the bucket now. At the end a slow one takes its time.
    pub(crate) fn can_save(&self, now: i64) -> bool {
        let end = self.end_ms();
        let is_slow = end <= now && now < end + self.mishaps.slow_ms;
        !is_slow && !self.mishaps.is_refused(now)
    }

    /// When it ends: stopped, or by itself.
    pub(crate) fn end_ms(&self) -> i64 {
        self.stopped_ms
            .map_or(self.plan.exit_ms, |stopped| stopped.min(self.plan.exit_ms))
    }

    /// Why it ends by itself; nothing when a stop came first.
    pub(crate) fn own_exit(&self) -> Option<Exit> {
        let stopped_first = self
            .stopped_ms
            .is_some_and(|stopped| stopped < self.plan.exit_ms);
        (!stopped_first).then_some(self.plan.exit)
    }

    /// What there is to record until `now`: from and to, or nothing when nobody has sent yet.
    pub(crate) fn recorded(&self, now: i64) -> Option<(i64, i64)> {
        let (first, last) = self.plan.media?;
        let until = last.min(self.end_ms()).min(now);
        (first < until).then_some((first, until))
    }

    /// From when until when there is something to record if from `now` on other people are taken.
    /// What has been recorded stays.
    pub(crate) fn media_after(&self, story: &Story, now: i64) -> Option<(i64, i64)> {
        let taken = story.subscription_at(now);
        let senders = story
            .senders()
            .filter(|person| taken.takes(person.uid, person.camera));
        let stays: Vec<(i64, i64)> = senders.flat_map(|person| story.stays(person)).collect();
        let from = now.max(self.started_ms + READY_MS);
        let first = stays
            .iter()
            .filter(|stay| stay.1 > from)
            .map(|stay| stay.0.max(from))
            .min();
        let last = stays.iter().map(|stay| stay.1.min(self.plan.exit_ms)).max();
        let ahead = first.zip(last).filter(|(first, last)| first < last);
        match self.plan.media.filter(|&(first, _)| first < now) {
            Some((first, last)) => Some((first, ahead.map_or(last.min(now), |it| it.1))),
            None => ahead,
        }
    }

    /// Whether nothing more will be recorded after `now`.
    pub(crate) fn is_complete(&self, now: i64) -> bool {
        let last = self.plan.media.map_or(i64::MIN, |(_, last)| last);
        now >= last.min(self.end_ms())
    }
}

#[cfg(test)]
pub(crate) mod sample {
    use super::*;

    /// A recording begun at 0 with somebody in the channel for the whole meeting.
    pub(crate) fn session() -> Session {
        Session {
            sid: "0".repeat(32),
            resource_id: "r".into(),
            cname: "room".into(),
            uid: "1".into(),
            mode: "mix".into(),
            started_ms: 0,
            expires_ms: 72 * 3_600_000,
            wish: Wish {
                prefix: vec!["a".into(), "b".into()],
                mp4: true,
                tracks: Tracks {
                    audio: true,
                    video: true,
                },
                extinf_comma: false,
                canvas: (640, 360),
                began_ms: Some(0),
                individual: None,
                page: None,
                deserted: false,
            },
            plan: Plan {
                media: Some((2_000, 600_000)),
                exit_ms: 630_000,
                exit: Exit::Idle,
            },
            stopped_ms: None,
            progress: Progress::default(),
            mishaps: Mishaps::default(),
        }
    }
}
