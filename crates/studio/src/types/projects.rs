use cloud_recording::Secret;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// A copy of a project. Its secrets are not copied: they are typed for the copy.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountCopy {
    pub id: String,
    /// The copy's name.
    pub name: String,
}

/// The text of a file that `projects_export` wrote.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectsImport {
    // Somebody may have written secrets into it by hand: it is never logged.
    #[ts(type = "string")]
    pub text: Secret,
}

/// What an import brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectsImported {
    pub accounts: u32,
    pub storages: u32,
    /// Those that were there already, and were left as they are.
    pub known: u32,
    /// How many secrets have to be typed before everything works.
    pub secrets: u32,
}

/// Where new secrets go.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeychainSession {
    /// True keeps new secrets in memory, until the app ends. False moves them into the keychain.
    pub in_memory: bool,
}
