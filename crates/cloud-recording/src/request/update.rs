use serde::{Deserialize, Serialize};

use super::{Extra, RtmpOutput, StorageConfig, envelope};

envelope! {
    /// Changes a running recorder. Every update replaces the previous one of its kind as a whole;
    /// wait for the answer before the next call.
    ///
    /// Source: the update page.
    UpdateRequest, UpdateClientRequest
}

/// The members of update: one of the groups at a time.
///
/// Source: the update page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateClientRequest {
    /// Whom to record (individual and mix).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream_subscribe: Option<StreamSubscribe>,
    /// Pause and resume of page recording (web).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub web_recording_config: Option<WebRecordingConfig>,
    /// Another push target (web).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtmp_publish_config: Option<RtmpPublishConfig>,
    /// Fresh storage credentials; all required members again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_config: Option<StorageConfig>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Whom to record.
///
/// Source: the update page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StreamSubscribe {
    /// Whose sound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_uid_list: Option<AudioUidList>,
    /// Whose picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_uid_list: Option<VideoUidList>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Whose sound: one of the two lists, 1 to 32 IDs.
///
/// Source: the update page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AudioUidList {
    /// IDs, or the one entry `#allstream#`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe_audio_uids: Option<Vec<String>>,
    /// IDs that are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsubscribe_audio_uids: Option<Vec<String>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Whose picture: one of the two lists, 1 to 32 IDs.
///
/// Source: the update page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VideoUidList {
    /// IDs, or the one entry `#allstream#`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe_video_uids: Option<Vec<String>>,
    /// IDs that are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsubscribe_video_uids: Option<Vec<String>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Pause and resume of page recording.
///
/// Source: the update page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebRecordingConfig {
    /// True pauses page recording and pushing, false resumes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onhold: Option<bool>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Another push target.
///
/// Source: the update page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RtmpPublishConfig {
    /// At most one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Vec<RtmpOutput>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
