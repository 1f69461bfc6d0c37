use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Failure;

/// What of a recording is to be copied to this computer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DownloadStart {
    /// The recording's.
    pub id: String,
    /// Bare file names; none for the whole recording.
    pub names: Vec<String>,
    /// One file for the whole recording: its MP4 where there is exactly one, else its pieces joined.
    pub as_one: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DownloadRef {
    pub id: String,
}

/// Files on their way to this computer, or here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Download {
    pub id: String,
    pub recording_id: String,
    pub channel: String,
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
    pub form: DownloadForm,
    /// The folder of its own that the files come into.
    pub folder: String,
    pub state: DownloadState,
    /// Files that it makes, and how many of them are whole.
    pub files: u32,
    pub files_done: u32,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    #[ts(type = "number")]
    pub done: u64,
    /// Bytes a second at the moment.
    #[ts(type = "number | null")]
    pub speed: Option<u64>,
    /// Files of the storage whose checksum was compared, beside their size.
    pub sums: u32,
    /// Files of the storage that gave nothing to compare but their size.
    pub sizes: u32,
    /// Pieces that a playlist names and the storage does not have; the joined file goes on behind them.
    pub missing: u32,
    pub failure: Option<Failure>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DownloadForm {
    /// As they lie in the storage.
    Files,
    /// The one MP4 of the recording.
    Mp4,
    /// Pieces joined to one MPEG transport stream for each track.
    Joined,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DownloadState {
    /// Others come first.
    Waiting,
    Running,
    Paused,
    Done,
    /// See `failure`; it can go on from where it stands.
    Failed,
}

/// A wish for an address that anybody can read one file from, for a while.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileLinkWanted {
    /// The recording's.
    pub id: String,
    /// A bare file name.
    pub name: String,
    /// How long it is good for: 60 seconds to 7 days.
    pub seconds: u32,
}

/// Such an address. Whoever has it can read the file; it names the access key, and holds no secret key.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileLink {
    pub url: String,
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub until: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilesDelete {
    /// The recording's.
    pub id: String,
    /// Bare file names; none for every file of the recording.
    pub names: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilesDeleted {
    pub deleted: u32,
    /// How many were to be deleted and are still there.
    pub left: u32,
    /// Why.
    pub failure: Option<Failure>,
}
