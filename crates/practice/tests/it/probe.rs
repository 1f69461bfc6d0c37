//! The files as ffprobe sees them. Without it these tests fail, unless `ROOMREEL_NO_FFPROBE` says
//! that it is left out on purpose.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::playable::stem;
use crate::stand::{Stand, with_config, with_mp4};

fn probe(path: &Path) -> Option<Value> {
    if std::env::var_os("ROOMREEL_NO_FFPROBE").is_some() {
        return None;
    }
    let out = Command::new("ffprobe")
        .args([
            "-v",
            "warning",
            "-count_frames",
            "-show_format",
            "-show_streams",
            "-of",
            "json",
        ])
        .arg(path)
        .output()
        .expect("ffprobe is needed; set ROOMREEL_NO_FFPROBE to go without");
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(
        out.status.success() && said.is_empty(),
        "{}: {said}",
        path.display()
    );
    Some(serde_json::from_slice(&out.stdout).unwrap())
}

fn codecs(seen: &Value) -> Vec<&str> {
    let streams = seen["streams"].as_array().unwrap();
    let mut codecs: Vec<&str> = streams
        .iter()
        .map(|stream| stream["codec_name"].as_str().unwrap())
        .collect();
    codecs.sort_unstable();
    codecs
}

fn assert_length(seen: &Value, seconds: f64) {
    let length: f64 = seen["format"]["duration"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!(
        (length - seconds).abs() < 0.2,
        "{length} s instead of {seconds} s"
    );
}

#[tokio::test]
async fn hls_and_mp4_play_for_as_long_as_was_recorded() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", with_mp4()).await;
    stand.pass(42.6).await;
    stand.stop(&recording).await;
    for ending in [".m3u8", "_0.mp4"] {
        let path = format!("{}{ending}", stem(&stand, &recording).display());
        let Some(seen) = probe(Path::new(&path)) else {
            return;
        };
        assert_eq!(codecs(&seen), ["aac", "h264"], "both tracks in {ending}");
        assert_length(&seen, 40.6);
        for stream in seen["streams"].as_array().unwrap() {
            assert_eq!(
                stream["start_time"], "0.000000",
                "starts at zero in {ending}: {stream}"
            );
            if stream["codec_name"] == "h264" {
                assert_eq!(
                    stream["nb_read_frames"], "406",
                    "each picture decodes in {ending}"
                );
            }
        }
    }
}

#[tokio::test]
async fn sound_alone_plays_too() {
    let stand = Stand::open().await;
    let mut client_request = with_config("streamTypes", serde_json::json!(0));
    client_request["recordingFileConfig"] = serde_json::json!({ "avFileType": ["hls", "mp4"] });
    let recording = stand.record("standup", "5", client_request).await;
    stand.pass(32.0).await;
    stand.stop(&recording).await;
    for ending in [".m3u8", "_0.mp4"] {
        let path = format!("{}{ending}", stem(&stand, &recording).display());
        let Some(seen) = probe(Path::new(&path)) else {
            return;
        };
        assert_eq!(codecs(&seen), ["aac"], "sound alone in {ending}");
        assert_length(&seen, 30.0);
    }
}
