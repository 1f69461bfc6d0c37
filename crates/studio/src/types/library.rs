use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Recording;

/// What of the library is wanted: a search, an order, and a stretch of what they come to.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryQuery {
    /// All of them must hold. More than 12 are not looked at.
    pub words: Vec<LibraryWord>,
    /// Only recordings of one of these; empty for all.
    pub standings: Vec<Standing>,
    pub sort: LibrarySort,
    pub descending: bool,
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many to give at most; 200 is the most.
    pub limit: u32,
}

/// One word of a search. It holds where any of its readings does.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryWord {
    /// Parts of the channel, the date (`2026-11-24`), the place, its folder, the account or the `sid`, in any letter
    /// case.
    pub any_of: Vec<String>,
    /// Standings whose words on screen have it.
    pub standings: Vec<Standing>,
    /// Begun at this moment or later, and before the other. Unix milliseconds.
    #[ts(type = "number | null")]
    pub from: Option<i64>,
    #[ts(type = "number | null")]
    pub until: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LibrarySort {
    Channel,
    Started,
    Length,
    Files,
    State,
}

/// Where a recording stands, as the library tells it: its state, and where that is not all, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// On its way to recording.
    Starting,
    Recording,
    /// It records, and cannot be seen or reached at the moment.
    OutOfSight,
    /// Stopping, or its files are on their way.
    Uploading,
    Saved,
    /// Files are in the service's backup and follow within a day.
    InBackup,
    Empty,
    Failed,
    /// Over; what became of its files is not known for certain.
    Ended,
    EndedByItself,
    StoppedUnexpectedly,
}

/// A stretch of the library.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryPage {
    pub recordings: Vec<Recording>,
    /// How many the search finds.
    pub count: u32,
    /// How many there are at all.
    pub all: u32,
}
