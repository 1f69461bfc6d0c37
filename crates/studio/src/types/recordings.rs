use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Failure, Layout, Level, Setup};

/// A recording, as the store knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recording {
    pub id: String,
    pub account_id: String,
    /// The account's name when the recording was made.
    pub account_name: String,
    pub practice: bool,
    pub storage_id: String,
    pub storage_name: String,
    pub channel: String,
    /// The recorder's ID in the channel (`uid`).
    pub recorder_id: String,
    pub state: RecordingState,
    /// The service's own number of the last answered query.
    #[ts(type = "number | null")]
    pub service_status: Option<i64>,
    pub resource_id: Option<String>,
    pub sid: Option<String>,
    /// The folder of its own in the storage, without a slash at the end.
    pub prefix: String,
    /// What it was started with.
    pub setup: Setup,
    /// The layout that the recording has now.
    pub layout: Layout,
    /// A layout on its way, with what became of it.
    pub layout_change: Option<LayoutChange>,
    /// Times are Unix milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
    /// When the service accepted the start.
    #[ts(type = "number | null")]
    pub started_at: Option<i64>,
    /// When the first file was seen (status 5).
    #[ts(type = "number | null")]
    pub first_piece_at: Option<i64>,
    #[ts(type = "number | null")]
    pub ended_at: Option<i64>,
    #[ts(type = "number | null")]
    pub planned_end: Option<i64>,
    /// Until when query, layout and stop are possible.
    #[ts(type = "number | null")]
    pub control_until: Option<i64>,
    /// When the service last answered a question about it.
    #[ts(type = "number | null")]
    pub checked_at: Option<i64>,
    /// When it will next be asked.
    #[ts(type = "number | null")]
    pub next_check_at: Option<i64>,
    /// How often in a row a check did not come through.
    pub troubled_checks: u32,
    /// A person, or the planned end, asked for the stop.
    pub stop_wanted: bool,
    /// People in the channel at the last look.
    pub people: Option<u32>,
    pub upload: Option<Upload>,
    /// Files that the service named.
    pub files: Vec<String>,
    /// What went wrong, if anything.
    pub problem: Option<Failure>,
}

/// Where a recording is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RecordingState {
    /// Reserving a recorder.
    Preparing,
    /// A resource is held; the start has not been sent.
    Acquired,
    /// The start is on its way.
    Starting,
    /// There is a sid; the recorder has not said that it records.
    Confirming,
    Recording,
    /// The service does not see it at the moment (404 window).
    OutOfSight,
    /// It runs, but its sid is unknown.
    Unconfirmed,
    Stopping,
    /// Stopped; files are still on their way.
    Uploading,
    /// Ended, all files in the bucket.
    Saved,
    /// Ended, and nobody had sent anything.
    Empty,
    /// It never recorded.
    Failed,
    /// Ended; what became of its files is not known for certain.
    Ended,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Upload {
    /// All files are in the bucket.
    Uploaded,
    /// All are safe; some are in the service's backup and follow within a day.
    Backuped,
    Unknown,
}

/// A layout that was sent to a running recording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutChange {
    pub layout_id: String,
    pub state: LayoutChangeState,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub failure: Option<Failure>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LayoutChangeState {
    /// Waits for a call in flight, or for the recorder to be ready.
    Waiting,
    Sent,
    Refused,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordingRef {
    pub id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordingLayout {
    pub id: String,
    pub layout_id: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordingExtend {
    pub id: String,
    pub minutes: u32,
}

/// A recording with its story.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordingDetail {
    pub recording: Recording,
    /// Oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// The last calls, newest first, secrets taken out.
    pub calls: Vec<CallRecord>,
    /// What it most likely cost; `None` in practice and where it never ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub cost: Option<Cost>,
}

/// What a recording most likely cost, in US cents. What people really sent, nobody knows from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    pub low: u32,
    pub high: u32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineEntry {
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    pub code: TimelineCode,
    pub level: Level,
    /// Values for the words: `layoutId`, `layoutName`, `people`, `seconds`, `status`, `reason` …
    pub params: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TimelineCode {
    /// A person pressed record.
    Asked,
    /// The service reserved a recorder.
    Acquired,
    /// The service accepted the start.
    Started,
    /// The recorder says that it is in the channel (status 4).
    Joined,
    /// The first file is in the bucket (status 5).
    FirstPiece,
    /// Params: `layoutId`, `layoutName`.
    LayoutChanged,
    /// Params: `layoutId`, `layoutName`, `reason`.
    LayoutRefused,
    /// The service cannot be reached; the recording goes on in the cloud.
    ContactLost,
    /// Params: `seconds`.
    ContactBack,
    /// The service does not see it (404).
    OutOfSight,
    /// It is back in sight. Params: `seconds`.
    InSight,
    /// The service or its store failed for a moment; asked again. Params: `reason`.
    Trouble,
    /// The app was opened again while it ran.
    Reopened,
    /// Params: `minutes`.
    Extended,
    /// A person pressed stop.
    StopAsked,
    /// The planned end came.
    PlannedEnd,
    /// The service ended it.
    Stopped,
    /// All files are in the bucket. Params: `files`.
    Saved,
    /// Files are in the service's backup.
    Backuped,
    /// It ended by itself.
    EndedByItself,
    /// Nothing was recorded.
    Empty,
    /// It failed. Params: `reason`.
    Failed,
    /// It runs, but its sid is unknown.
    SidUnknown,
    /// The sid was read from the first file.
    SidFound,
}

/// One call to the service, as it went out and came back, secrets taken out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallRecord {
    #[ts(type = "number")]
    pub id: i64,
    pub call: String,
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub sent_at: i64,
    /// `None` while it is in flight, or when the app was killed in between.
    #[ts(type = "number | null")]
    pub answered_at: Option<i64>,
    pub request: String,
    pub status: Option<u16>,
    pub answer: Option<String>,
}

/// Where the files of a recording are.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordingFiles {
    /// The folder or bucket, with the prefix.
    pub location: String,
    /// The files were listed, and can be read from here.
    pub readable: bool,
    /// Whole files first; pieces are only counted.
    pub files: Vec<FileInfo>,
    pub pieces: u32,
    #[ts(type = "number")]
    pub piece_bytes: u64,
    /// Pieces that a playlist names and the storage does not have: the first of them, for a recording that is over.
    pub missing: Vec<String>,
    pub missing_count: u32,
    /// Why they could not be listed.
    pub trouble: Option<Failure>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileInfo {
    pub name: String,
    pub kind: FileKind,
    /// Bytes; `None` where only the name is known.
    #[ts(type = "number | null")]
    pub size: Option<u64>,
    pub known: FileKnown,
    /// The number of the part, from 0, where a recorder was replaced in the middle (`bak<n>_`).
    pub part: Option<u32>,
    /// Whose track it is, where each person has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub track: Option<FileTrack>,
}

/// A track of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileTrack {
    /// The person's ID in the channel.
    pub uid: String,
    pub kind: TrackKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TrackKind {
    Sound,
    Video,
    /// Both in one.
    Both,
}

/// How a file is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileKnown {
    /// It was listed.
    Seen,
    /// The service named it.
    Told,
    /// Its name is what the service will call it.
    Predicted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    Playlist,
    Video,
    Other,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileRef {
    pub id: String,
    /// A bare file name inside the recording's folder.
    pub name: String,
}

/// A loopback address that the player may read for a while.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaySource {
    pub url: String,
    pub kind: FileKind,
}
