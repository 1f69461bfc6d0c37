use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Setup;

/// A recording's settings, kept under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedSetup {
    /// Empty for a new one. With an id that was deleted, it comes back as it was.
    pub id: String,
    /// 1 to 80 characters.
    pub name: String,
    pub setup: Setup,
    /// Unix milliseconds; 0 is now.
    #[ts(type = "number")]
    pub created_at: i64,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedSetupRef {
    pub id: String,
}
