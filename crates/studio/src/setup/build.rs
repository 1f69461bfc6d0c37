use cloud_recording::contract;
use serde_json::{Map, Value, json};

use crate::layouts;
use crate::types::{ChannelType, Layout, RecordAs, Setup, Storage};

/// What acquire and start will be sent; secrets are filled in when they go out.
#[derive(Debug, Clone, PartialEq)]
pub struct Bodies {
    pub acquire: Value,
    pub start: Value,
    /// Kbps of the picture.
    pub bitrate: u32,
}

/// Stands where a secret will be.
pub const FILLED_IN_LATER: &str = "filled-in-when-sent";

/// Builds both bodies. `channel_type` is what the set-up says or, failing that, what the user list said.
pub fn build(
    setup: &Setup,
    storage: &Storage,
    layout: &Layout,
    uid: &str,
    prefix: &[String],
    channel_type: ChannelType,
) -> Bodies {
    let live = channel_type == ChannelType::Live;
    let picture = setup.picture;
    let bitrate = picture.bitrate.unwrap_or_else(|| {
        contract::recommended_kbps(picture.width, picture.height, picture.fps, live)
    });
    Bodies {
        acquire: envelope(setup, uid, acquire(setup)),
        start: envelope(
            setup,
            uid,
            start(setup, storage, layout, prefix, live, bitrate),
        ),
        bitrate,
    }
}

fn envelope(setup: &Setup, uid: &str, request: Value) -> Value {
    json!({ "cname": setup.channel, "uid": uid, "clientRequest": request })
}

fn acquire(setup: &Setup) -> Value {
    let mut request = json!({ "scene": 0, "resourceExpiredHour": control_hours(setup) });
    if let Some(region) = &setup.more.region {
        request["region"] = json!(region);
    }
    request
}

/// How long calls are possible: longer than the recording is planned to be, and never less than a day.
pub fn control_hours(setup: &Setup) -> u32 {
    setup
        .more
        .control_hours
        .unwrap_or_else(|| match setup.stop.after_minutes {
            Some(minutes) => (minutes.div_ceil(60) + 24).min(720),
            None => 720,
        })
}

fn start(
    setup: &Setup,
    storage: &Storage,
    layout: &Layout,
    prefix: &[String],
    live: bool,
    bitrate: u32,
) -> Value {
    let more = &setup.more;
    let video = setup.record_as == RecordAs::CombinedVideo;
    let mut recording = json!({
        "channelType": u8::from(live),
        "streamTypes": if video { 2 } else { 0 },
        "audioProfile": more.audio_profile,
        "maxIdleTime": setup.stop.idle_seconds,
    });
    if video {
        recording["videoStreamType"] = json!(more.video_stream_type);
        recording["transcodingConfig"] = transcoding(setup, layout, bitrate);
    }
    let files = if more.mp4 {
        json!(["hls", "mp4"])
    } else {
        json!(["hls"])
    };
    json!({
        "recordingConfig": recording,
        "recordingFileConfig": { "avFileType": files },
        "storageConfig": storage_config(storage, prefix),
    })
}

fn transcoding(setup: &Setup, layout: &Layout, bitrate: u32) -> Value {
    let picture = setup.picture;
    let mut members = Map::new();
    members.insert("width".to_owned(), json!(picture.width));
    members.insert("height".to_owned(), json!(picture.height));
    members.insert("fps".to_owned(), json!(picture.fps));
    members.insert("bitrate".to_owned(), json!(bitrate));
    let color = setup.more.background_color.as_deref();
    if let Value::Object(layout) = layouts::to_wire(&layout.document, color) {
        members.extend(layout);
    }
    Value::Object(members)
}

fn storage_config(storage: &Storage, prefix: &[String]) -> Value {
    let mut config = json!({
        "vendor": storage.vendor,
        "region": storage.region,
        "bucket": storage.bucket,
        "accessKey": FILLED_IN_LATER,
        "secretKey": FILLED_IN_LATER,
        "fileNamePrefix": prefix,
    });
    if let Some(endpoint) = &storage.endpoint {
        config["extensionParams"] = json!({ "endpoint": endpoint });
    }
    config
}
