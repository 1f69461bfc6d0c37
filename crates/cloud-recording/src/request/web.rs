use serde::{Deserialize, Serialize};

use super::Extra;
use crate::Secret;
use crate::secret::{option_to_wire, to_wire};

/// Services beside the recorder; in web mode the page recorder itself is one.
///
/// Source: the start page and the web page guide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionServiceConfig {
    /// `error_abort`, the only value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_handle_policy: Option<String>,
    /// One `web_recorder_service`, optionally one `rtmp_publish_service`.
    pub extension_services: Vec<ExtensionService>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One service.
///
/// Source: the start page and the web page guide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionService {
    /// `web_recorder_service` or `rtmp_publish_service`.
    pub service_name: String,
    /// `error_abort` or `error_ignore`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_handle_policy: Option<String>,
    /// What the service is to do.
    pub service_param: ServiceParam,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The members of both services; `outputs` belongs to the push, the rest to the page.
///
/// Source: the start page and the web page guide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceParam {
    /// The page's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// 0 mono 48 Kbps, 1 mono 128 Kbps, 2 stereo 192 Kbps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_profile: Option<u32>,
    /// Pixels, 240 to 1920; width × height is at most 1920 × 1080.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_width: Option<u32>,
    /// Pixels, 240 to 1920.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_height: Option<u32>,
    /// Hours, 1 to 720, after which the recording ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_recording_hour: Option<u32>,
    /// Kbps, 50 to 8000; default 2000 from 1280 × 720 on, else 1500.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_bitrate: Option<u32>,
    /// Frames a second, 5 to 60, default 15.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_fps: Option<u32>,
    /// Render the page as a phone would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile: Option<bool>,
    /// Minutes of each MP4, 30 to 240, default 120.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_video_duration: Option<u32>,
    /// Open the page but record nothing until an update says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onhold: Option<bool>,
    /// Seconds, 0 (off, the default) to 60, in which the page must report that it is ready.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ready_timeout: Option<u32>,
    /// Exactly one target of the push.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Vec<RtmpOutput>>,
    /// Legacy video-on-demand service: its key's name.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "option_to_wire"
    )]
    pub access_key: Option<Secret>,
    /// Legacy video-on-demand service: its key.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "option_to_wire"
    )]
    pub secret_key: Option<Secret>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A target of a push. The address usually holds a stream key, so all of it is a secret.
///
/// Source: the start page and the web page guide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RtmpOutput {
    /// `rtmp://` or `rtmps://`.
    #[serde(serialize_with = "to_wire")]
    pub rtmp_url: Secret,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
