//! Nothing is missing between two files, whatever the mode and whatever happens meanwhile.

use serde_json::json;

use crate::modes::{begin, individual, stream, web};
use crate::parse::{self, AUDIO, VIDEO};
use crate::stand::{Recording, Stand, with_config};

/// Asserts that pictures and sound of all pieces follow one another without a gap or an overlap, and
/// that there are this many seconds of them.
#[track_caller]
fn assert_whole(stand: &Stand, list: &str, seconds: f64, wanted: &[u8]) {
    let (text, bytes) = stream(stand, list);
    assert!(
        (parse::length(&text) - seconds).abs() < 0.1,
        "{list} is {seconds} s:\n{text}"
    );
    let streams = parse::streams(&bytes);
    let there: Vec<u8> = streams.keys().copied().collect();
    assert_eq!(there, wanted, "the streams of {list}");
    for (stream, units) in &streams {
        let mut due = 0;
        for unit in units {
            assert_eq!(unit.stamp, due, "a gap or an overlap in {list}");
            // A frame of sound has eleven bytes and lasts 64 ms; a picture lasts 100.
            due += match *stream {
                AUDIO => unit.data.len() as u64 / 11 * 5_760,
                _ => 9_000,
            };
        }
        let long = due as f64 / 90_000.0;
        assert!(
            (long - seconds).abs() < 0.1,
            "{list}: {long} s of {stream:#x}"
        );
    }
}

fn list(recording: &Recording, rest: &str) -> String {
    let Recording { sid, cname, .. } = recording;
    format!("lessons/day1/{sid}_{cname}{rest}.m3u8")
}

#[tokio::test]
async fn a_mix_has_no_gap_though_layout_and_people_change() {
    let stand = Stand::open().await;
    let recording = stand
        .record("one-leaves", "5", with_config("maxIdleTime", json!(300)))
        .await;
    for kind in [1, 2, 0] {
        stand.pass(13.7).await;
        let layout = json!({ "mixedVideoLayout": kind });
        let (status, answer) = stand.steer(&recording, "updateLayout", layout).await;
        assert_eq!(status, 200, "updateLayout was refused: {answer}");
    }
    stand.pass(12.9).await;
    stand.stop(&recording).await;
    assert_whole(&stand, &list(&recording, ""), 52.0, &[AUDIO, VIDEO]);
}

#[tokio::test]
async fn a_page_has_no_gap_though_it_is_held() {
    let stand = Stand::open().await;
    let recording = begin(&stand, "web", 1, "page", web(json!({}))).await;
    for held in [true, false, true] {
        stand.pass(11.3).await;
        let hold = json!({ "webRecordingConfig": { "onhold": held } });
        let (status, answer) = stand.steer(&recording, "update", hold).await;
        assert_eq!(status, 200, "update was refused: {answer}");
    }
    stand.pass(8.1).await;
    stand.stop(&recording).await;
    assert_whole(&stand, &list(&recording, ""), 40.0, &[AUDIO, VIDEO]);
}

#[tokio::test]
async fn each_persons_tracks_have_no_gap() {
    let stand = Stand::open().await;
    let config = individual(json!({ "streamMode": "standard" }));
    let recording = begin(&stand, "individual", 0, "one-leaves", config).await;
    for _ in 0..4 {
        stand.pass(10.5).await;
    }
    stand.stop(&recording).await;
    // 1002 leaves at 20 s; everything begins at 2.
    for (uid, seconds) in [(1001, 40.0), (1002, 18.0)] {
        for (kind, wanted) in [
            ("audio", &[AUDIO][..]),
            ("video", &[VIDEO][..]),
            ("av", &[AUDIO, VIDEO][..]),
        ] {
            let rest = format!("__uid_s_{uid}__uid_e_{kind}");
            assert_whole(&stand, &list(&recording, &rest), seconds, wanted);
        }
    }
}
