use serde::{Deserialize, Serialize};

use super::{
    AppsCollection, ExtensionServiceConfig, Extra, RecordingConfig, StorageConfig,
    TranscodeOptions, envelope,
};
use crate::Secret;
use crate::secret::option_to_wire;

envelope! {
    /// Starts the recorder that acquire reserved. Must be sent within five minutes, best at once.
    ///
    /// Source: the start page.
    StartRequest, StartClientRequest
}

/// The members of start. Which of them go with which mode is in [`crate::contract::fields`].
///
/// Source: the start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StartClientRequest {
    /// The recorder's RTC token, where the project has an App certificate. Must outlive the
    /// recording: it cannot be renewed.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "option_to_wire"
    )]
    pub token: Option<Secret>,
    /// Where the files go. Required in every mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_config: Option<StorageConfig>,
    /// What is recorded and how (individual and mix).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_config: Option<RecordingConfig>,
    /// Kinds of files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_file_config: Option<RecordingFileConfig>,
    /// Still pictures (individual).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snapshot_config: Option<SnapshotConfig>,
    /// Page recording and pushing (web).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension_service_config: Option<ExtensionServiceConfig>,
    /// Legacy: postponed transcoding or mixing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apps_collection: Option<AppsCollection>,
    /// Legacy: how to mix after the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transcode_options: Option<TranscodeOptions>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Kinds of files to make.
///
/// Source: the start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordingFileConfig {
    /// `hls`, or `hls` and `mp4` (mix and web); `mp4` alone is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub av_file_type: Option<Vec<String>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Still pictures of each user.
///
/// Source: the start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotConfig {
    /// Seconds between pictures, 5 to 3600, default 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capture_interval: Option<u32>,
    /// `jpg` and nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_type: Option<Vec<String>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
