use std::collections::BTreeMap;

use cloud_recording::contract::{FieldData, VendorData};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Setup;

/// A request or an answer without content.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Empty {}

/// What the page needs once, when it opens.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppInfo {
    /// The app's version, as in its package.
    pub version: String,
    pub platform: Platform,
    /// The folder that holds everything the app keeps.
    pub data_dir: String,
    pub settings: Settings,
    /// Nothing was done with the app yet: the welcome comes first.
    pub first_run: bool,
    /// Things that went wrong at launch and that the person should know.
    pub notices: Vec<Notice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Platform {
    Linux,
    Macos,
    Windows,
}

/// What a person chose for the app as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    pub theme: Theme,
    pub language: Language,
    /// The account that new recordings use; `practice` is the one inside the app.
    pub account_id: String,
    /// The Record form as it was left.
    pub draft: Option<Setup>,
    /// Layouts that were put on the keys `1` to `9` by hand, by key; the ids may belong to layouts that are gone.
    pub scenes: BTreeMap<String, String>,
    /// How much of the history of calls is kept: 1 to 500 MB.
    pub history_megabytes: u32,
    /// How far the first recording of all has come.
    pub welcome: Welcome,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            language: Language::System,
            account_id: super::PRACTICE.to_owned(),
            draft: None,
            scenes: BTreeMap::new(),
            history_megabytes: 20,
            welcome: Welcome::default(),
        }
    }
}

/// The way of a first recording, which can be left and taken up again at any step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Welcome {
    pub step: WelcomeStep,
    /// The test recording, once it was started.
    pub recording_id: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WelcomeStep {
    /// Practice or a project of one's own.
    #[default]
    Start,
    /// A project and a storage are added.
    Connect,
    /// Keys, recording and storage are looked at.
    Check,
    /// A layout is picked.
    Layout,
    /// Thirty seconds are recorded.
    Record,
    /// The file is played.
    Play,
    /// Gone through, or not wanted.
    Done,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    System,
    En,
    Zh,
}

/// Something to tell the person that no command of theirs caused.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    pub code: NoticeCode,
    /// Values for the words, such as `path` or `reason`.
    pub params: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NoticeCode {
    /// The store could not be read; it was kept aside at `path` and a new one begun.
    StoreDamaged,
    /// The store was made by a newer version of the app (`found`, `known`).
    StoreTooNew,
    /// So many recordings of the store (`count`) cannot be read by this version; they were left as they are.
    RecordingsUnreadable,
    /// The stand-in could not be started: `reason`.
    PracticeUnavailable,
}

/// Why a command did not do what was asked. The page chooses its words by `code`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    pub code: FailureCode,
    /// One English sentence, for logs and support; never a secret.
    pub message: String,
    /// HTTP status of the service's answer, where there was one.
    pub status: Option<u16>,
    /// The service's own number in the answer's body.
    #[ts(type = "number | null")]
    pub service_code: Option<i64>,
    /// The service's own text.
    pub reason: Option<String>,
    /// The raw answer, for the details fold; secrets taken out.
    pub details: Option<String>,
    /// Pressing the same button again may help.
    pub retryable: bool,
    /// What is wrong with the input, where `code` is `invalid`.
    pub issues: Vec<cloud_recording::contract::Issue>,
    /// Values for the words.
    pub params: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FailureCode {
    /// Input that the service would refuse; see `issues`.
    Invalid,
    /// No such recording, account, storage, layout or file.
    NotFound,
    /// This cannot be done in the present state (`state`).
    NotNow,
    /// The computer has no keychain that answers.
    KeychainMissing,
    /// The keychain is locked or the request was dismissed.
    KeychainLocked,
    /// The keychain answered something else; see `message`.
    KeychainFailed,
    /// The secret is not in the keychain (deleted outside the app, or moved computers).
    SecretMissing,
    /// The service could not be reached at all (name, connection, TLS).
    Unreachable,
    /// The request went out and no answer came in time.
    Timeout,
    /// Customer ID or secret refused (401).
    Unauthorized,
    /// The App ID is wrong or Cloud Recording is not switched on for it.
    AppIdRefused,
    /// The account is not active (arrears).
    AccountInactive,
    /// Too many recordings at once (406).
    TooManyRecordings,
    /// Too many requests a second (429).
    RateLimited,
    /// The recorder ID already records this channel (53).
    TaskConflict,
    /// The service refused the request; see `reason`.
    Refused,
    /// The service failed or had no room (5xx, 65).
    ServiceTrouble,
    /// The service knows no such recording (404).
    NoSuchRecording,
    /// An answer that is not the service's.
    UnreadableAnswer,
    /// The app was closed before the start was sent.
    Interrupted,
    /// Nobody sent sound or picture, so there is no file (435).
    NothingRecorded,
    /// The recorder never reported that it records.
    NeverConfirmed,
    /// It runs, but its answer was lost and its ID is unknown.
    SidUnknown,
    /// It may still be running: its ID was never learnt, so it could not be stopped.
    MayStillRun,
    /// The time in which it can be queried and stopped is over.
    NoLongerControllable,
    /// The recording ended by itself, most likely since everybody had left.
    EndedByItself,
    /// The service says that the recorder stopped unexpectedly (status 20).
    StoppedUnexpectedly,
    /// A file could not be read or written; see `message`.
    Storage,
    /// This computer's disk did not take a file; `disk` and `path` say more.
    Disk,
    /// The app's own store failed; see `message`.
    Store,
    /// Anything else; see `message`.
    Internal,
}

/// The rows of the contract that the page's forms need.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractData {
    /// What stands in addresses and bodies.
    pub fields: Vec<FieldData>,
    /// What stands in answers.
    pub answers: Vec<FieldData>,
    pub vendors: Vec<VendorData>,
    pub pictures: Vec<PicturePreset>,
}

/// A picture size with the bit rates that the service recommends for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PicturePreset {
    /// Canvas width in pixels.
    pub width: u32,
    /// Canvas height in pixels.
    pub height: u32,
    /// Frames a second.
    pub fps: u32,
    /// Kbps for a communication channel.
    pub communication_kbps: u32,
    /// Kbps for a live broadcast channel.
    pub live_kbps: u32,
}
