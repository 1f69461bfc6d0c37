use serde::{Deserialize, Serialize};

use super::{BackgroundImage, Extra, LayoutRegion};
use crate::Secret;
use crate::secret::option_to_wire;

/// What is recorded and how, in individual and mix. Must be absent in web.
///
/// Source: the start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordingConfig {
    /// 0 communication (default), 1 live broadcast. Must equal the clients' channel profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_type: Option<u32>,
    /// 0 sound only, 1 picture only, 2 both (default).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream_types: Option<u32>,
    /// Individual only: `default`, `standard` or `original`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream_mode: Option<String>,
    /// 0 none (default) to 8; must be the channel's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decryption_mode: Option<u32>,
    /// The channel's encryption key, where `decryption_mode` is not 0.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "option_to_wire"
    )]
    pub secret: Option<Secret>,
    /// Base64 of 32 bytes, where `decryption_mode` is 7 or 8.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "option_to_wire"
    )]
    pub salt: Option<Secret>,
    /// Mix only: 0 mono 48 Kbps (default), 1 mono 128 Kbps, 2 stereo 192 Kbps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_profile: Option<u32>,
    /// 0 high stream (default), 1 low stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_stream_type: Option<u32>,
    /// Seconds with nobody there after which the recorder ends, 5 to 2592000, default 30.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_idle_time: Option<u32>,
    /// The picture of a mix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transcoding_config: Option<TranscodingConfig>,
    /// At most 32 IDs, or the one entry `#allstream#`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe_video_uids: Option<Vec<String>>,
    /// At most 32 IDs whose picture is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsubscribe_video_uids: Option<Vec<String>>,
    /// At most 32 IDs, or the one entry `#allstream#`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe_audio_uids: Option<Vec<String>>,
    /// At most 32 IDs whose sound is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsubscribe_audio_uids: Option<Vec<String>>,
    /// Individual only, required there: estimated peak of subscribed IDs, as a group 0 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscribe_uid_group: Option<u32>,
    /// JSON text of switches; the one published key is `correctEXTINF`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_params: Option<String>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The picture of a mix: canvas, rate and layout.
///
/// Source: the start page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TranscodingConfig {
    /// Canvas width in pixels, default 360. Width × height is at most 2,073,600.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Canvas height in pixels, default 640.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Frames a second: 1, 7, 10, 15, 24, 30 or 60; default 15.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fps: Option<u32>,
    /// Kbps, 1 to 6500, default 500.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u32>,
    /// Vertical layout: whose picture is large.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_resolution_uid: Option<String>,
    /// 0 floating (default), 1 best fit, 2 vertical, 3 custom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mixed_video_layout: Option<u32>,
    /// `#RRGGBB`, default black.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    /// Address of the canvas' picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_image: Option<String>,
    /// Address of the picture for users without video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_user_background_image: Option<String>,
    /// The regions of a custom layout, 1 to 17.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout_config: Option<Vec<LayoutRegion>>,
    /// Pictures for single users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_config: Option<Vec<BackgroundImage>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
