use serde::Serialize;
use ts_rs::TS;

use super::{
    Account, CallSummary, Download, Layout, Notice, Recording, SavedSetup, Settings, Storage,
    TimelineEntry,
};

/// The one stream of changes. Each event carries the changed record, so that the page need not ask again.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum StudioEvent {
    Recording {
        recording: Box<Recording>,
    },
    #[serde(rename_all = "camelCase")]
    Timeline {
        recording_id: String,
        entry: TimelineEntry,
    },
    Accounts {
        accounts: Vec<Account>,
    },
    Storages {
        storages: Vec<Storage>,
    },
    Layouts {
        layouts: Vec<Layout>,
    },
    Setups {
        setups: Vec<SavedSetup>,
    },
    Settings {
        settings: Box<Settings>,
    },
    Download {
        download: Box<Download>,
    },
    Notice {
        notice: Notice,
    },
    /// A call went out, or was answered.
    Call {
        call: CallSummary,
    },
}
