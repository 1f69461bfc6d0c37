use cloud_recording::contract::Issue;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything a person decides before the red button.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Setup {
    pub account_id: String,
    /// The RTC channel's name (`cname`).
    pub channel: String,
    pub record_as: RecordAs,
    pub picture: Picture,
    pub layout_id: String,
    pub storage_id: String,
    pub stop: StopRule,
    pub more: MoreSettings,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RecordAs {
    /// One video with everybody in it (mix, `streamTypes` 2).
    CombinedVideo,
    /// One sound track with everybody in it (mix, `streamTypes` 0).
    CombinedSound,
}

/// Size and rate of the recorded picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub fps: u32,
    /// Kbps; `None` takes what the service recommends for size, rate and channel type.
    pub bitrate: Option<u32>,
}

/// When a recording ends without anybody pressing stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StopRule {
    /// Planned end, minutes after the start; `None` only on purpose.
    pub after_minutes: Option<u32>,
    /// Seconds after everybody left (`maxIdleTime`).
    pub idle_seconds: u32,
}

/// The rest of the start fields that mix takes and that seldom change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoreSettings {
    /// `None`: as the channel's user list says, else communication.
    pub channel_type: Option<ChannelType>,
    /// The recorder's own ID in the channel; `None` draws a free one.
    pub recorder_id: Option<String>,
    /// `audioProfile`: 0 mono 48 Kbps, 1 mono 128 Kbps, 2 stereo 192 Kbps.
    pub audio_profile: u32,
    /// `videoStreamType`: 0 high stream, 1 low stream.
    pub video_stream_type: u32,
    /// Also make MP4 files beside HLS.
    pub mp4: bool,
    /// `#RRGGBB`; `None` takes the layout's.
    pub background_color: Option<String>,
    /// `resourceExpiredHour`; `None` takes a value above the planned end.
    pub control_hours: Option<u32>,
    /// `region` of acquire (`CN`, `AP`, `EU`, `NA`); `None` is the nearest.
    pub region: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ChannelType {
    /// Everybody may speak (`channelType` 0).
    Communication,
    /// Hosts and audience (`channelType` 1).
    Live,
}

/// What the app makes of a set-up before anything is sent.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetupCheck {
    /// Errors first. Paths are JSON pointers into the body of acquire or start.
    pub issues: Vec<Issue>,
    /// The folder that files will land in, such as `townhall/20261124a1b2`.
    pub prefix: String,
    /// Kbps that will be sent.
    pub bitrate: u32,
    /// How many of the further settings are at their default.
    pub defaults: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChannelRef {
    pub account_id: String,
    pub channel: String,
}

/// Who is in a channel now.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct People {
    pub exists: bool,
    pub channel_type: Option<ChannelType>,
    /// User IDs in the order in which the service lists them; in a live channel the hosts.
    pub ids: Vec<u32>,
    /// Listeners in a live channel.
    #[ts(type = "number")]
    pub audience: u64,
}
