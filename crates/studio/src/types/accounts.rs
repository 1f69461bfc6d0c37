use cloud_recording::Secret;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Failure, StorageCheck};

/// The id of the account, and of the storage, that live inside the app.
pub const PRACTICE: &str = "practice";

/// A project of the service: where requests go and who asks.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    pub id: String,
    pub name: String,
    /// True for the stand-in inside the app.
    pub practice: bool,
    pub app_id: String,
    pub customer_id: String,
    /// The API address where it is not the service's own; https, or http on the loopback.
    pub base_url: Option<String>,
    pub area: Area,
    /// A customer secret was put into the keychain.
    pub has_secret: bool,
    /// An App certificate was put into the keychain.
    pub has_certificate: bool,
    /// The last check, if there was one since the app opened.
    pub check: Option<AccountCheck>,
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
}

/// Where the caller is: decides which of the service's two domains is asked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Area {
    /// Outside mainland China.
    Global,
    /// In mainland China.
    China,
}

/// A new account. The secrets go to the keychain and nowhere else.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountAdd {
    pub name: String,
    pub app_id: String,
    pub customer_id: String,
    #[ts(type = "string")]
    pub customer_secret: Secret,
    #[ts(type = "string | null")]
    pub certificate: Option<Secret>,
    pub base_url: Option<String>,
    pub area: Area,
}

/// New values for an account; its secrets stay, unless `base_url` changes (they are bound to the host).
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountUpdate {
    pub id: String,
    pub name: String,
    pub app_id: String,
    pub customer_id: String,
    pub base_url: Option<String>,
    pub area: Area,
}

/// Puts another secret in the place of the one in the keychain.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountSecretReplace {
    pub id: String,
    pub kind: AccountSecret,
    #[ts(type = "string")]
    pub value: Secret,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AccountSecret {
    CustomerSecret,
    Certificate,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountRef {
    pub id: String,
}

/// What a real check of an account found, in the order in which it looked.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountCheck {
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    pub ok: bool,
    pub lines: Vec<CheckLine>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckLine {
    pub step: CheckStep,
    pub level: Level,
    pub failure: Option<Failure>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CheckStep {
    /// The keychain gave the secret.
    Keychain,
    /// The service answered.
    Reach,
    /// Customer ID and secret are accepted.
    Credentials,
    /// Cloud Recording is switched on for the App ID.
    Recording,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    Ok,
    Info,
    Warn,
    Bad,
}

/// Whether the keychain of this computer can be used.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeychainReport {
    /// New secrets stay in memory, until the app ends: a person chose so.
    pub in_memory: bool,
    /// `None` when it works.
    pub failure: Option<Failure>,
}

/// A place for files.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Storage {
    pub id: String,
    pub name: String,
    /// True for the folder inside the app's data that plays the part of a bucket.
    pub practice: bool,
    /// The contract's vendor number.
    pub vendor: u32,
    /// The contract's region number.
    pub region: u32,
    pub bucket: String,
    /// The host of an S3-compatible store, bare.
    pub endpoint: Option<String>,
    /// Both keys were put into the keychain.
    pub has_keys: bool,
    /// The last test, if there was one since the storage was changed.
    pub check: Option<StorageCheck>,
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
}

/// A new storage. The keys go to the keychain and nowhere else.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StorageAdd {
    pub name: String,
    pub vendor: u32,
    pub region: u32,
    pub bucket: String,
    pub endpoint: Option<String>,
    #[ts(type = "string")]
    pub access_key: Secret,
    #[ts(type = "string")]
    pub secret_key: Secret,
}

/// New values for a storage. Keys are replaced only where both are given.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StorageUpdate {
    pub id: String,
    pub name: String,
    pub vendor: u32,
    pub region: u32,
    pub bucket: String,
    pub endpoint: Option<String>,
    #[ts(type = "string | null")]
    pub access_key: Option<Secret>,
    #[ts(type = "string | null")]
    pub secret_key: Option<Secret>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StorageRef {
    pub id: String,
}
