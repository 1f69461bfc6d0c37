//! The files, read back by hand.

use std::path::PathBuf;

use serde_json::json;

use crate::parse::{self, AUDIO, VIDEO};
use crate::stand::{Recording, Stand, plain, with_config, with_mp4};

/// Where a recording's files lie, up to the ending.
pub fn stem(stand: &Stand, recording: &Recording) -> PathBuf {
    stand
        .files()
        .join("lessons/day1")
        .join(format!("{}_{}", recording.sid, recording.cname))
}

pub fn playlist(stand: &Stand, recording: &Recording) -> String {
    std::fs::read_to_string(format!("{}.m3u8", stem(stand, recording).display())).unwrap()
}

/// All pieces of a playlist, end to end.
fn stream(stand: &Stand, text: &str) -> Vec<u8> {
    let read = |name: &&str| std::fs::read(stand.files().join("lessons/day1").join(name)).unwrap();
    parse::pieces(text).iter().flat_map(read).collect()
}

#[tokio::test]
async fn a_playlist_grows_piece_by_piece_and_is_closed_at_the_end() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", plain()).await;
    stand.pass(17.0).await;
    let first = playlist(&stand, &recording);
    let utc = "20240701021322123";
    // A start's own canvas is upright; the clip that stands in for pictures is wide.
    let (width, height) = if cfg!(feature = "video") {
        (360, 640)
    } else {
        (640, 360)
    };
    let expected = format!(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-ALLOW-CACHE:YES\n\
         #EXT-X-TARGETDURATION:15\n#EXT-X-DISCONTINUITY\n\
         #EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE=AUDIO,TIME={utc}\n\
         #EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE=VIDEO,TIME={utc}\n\
         #EXT-X-AGORA-ROTATE:WIDTH={width},HEIGHT={height},ROTATE=0,TIME={utc}\n\
         #EXTINF:15.000000\n{sid}_standup_{utc}.ts\n",
        sid = recording.sid,
    );
    assert_eq!(first, expected, "the playlist with its first piece");
    stand.pass(15.0).await;
    let second = playlist(&stand, &recording);
    assert!(
        second.starts_with(&first),
        "what was there stays:\n{second}"
    );
    assert_eq!(parse::pieces(&second).len(), 2, "a second piece:\n{second}");
    stand.pass(4.25).await;
    stand.stop(&recording).await;
    let closed = playlist(&stand, &recording);
    assert!(
        closed.starts_with(&second),
        "what was there stays:\n{closed}"
    );
    assert!(
        closed.ends_with("#EXT-X-ENDLIST\n"),
        "closed at the end:\n{closed}"
    );
    assert!(
        (parse::length(&closed) - 34.25).abs() < 0.1,
        "2 s to 36.25 s:\n{closed}"
    );
    let left = std::fs::read_dir(stand.files().join("lessons/day1")).unwrap();
    let parts = left.filter(|it| {
        it.as_ref()
            .unwrap()
            .path()
            .to_string_lossy()
            .ends_with(".part")
    });
    assert_eq!(parts.count(), 0, "no half-written file is left");
}

#[tokio::test]
async fn time_stamps_run_through_all_pieces_without_a_gap() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", plain()).await;
    stand.pass(60.0).await;
    stand.stop(&recording).await;
    let streams = parse::streams(&stream(&stand, &playlist(&stand, &recording)));

    let pictures = &streams[&VIDEO];
    assert_eq!(pictures.len(), 580, "58 s of ten pictures a second");
    for (number, picture) in pictures.iter().enumerate() {
        assert_eq!(
            picture.stamp,
            number as u64 * 9_000,
            "picture {number} is not in its place"
        );
        assert!(
            picture.data.starts_with(&[0, 0, 0, 1, 9]),
            "picture {number} has no delimiter"
        );
    }
    let mut due = 0;
    for unit in &streams[&AUDIO] {
        assert_eq!(unit.stamp, due, "a gap or an overlap in the sound");
        let frame = [0xff, 0xf1, 0x60, 0x40, 0x01, 0x7f, 0xfc, 0, 0, 0, 7];
        assert!(
            unit.data.chunks(11).all(|it| it == frame),
            "not whole frames of silence"
        );
        due += unit.data.len() as u64 / 11 * 5_760;
    }
    let sound = due as f64 / 90_000.0;
    assert!(
        (sound - 58.0).abs() < 0.1,
        "sound and picture end together: {sound} s"
    );
}

#[tokio::test]
async fn an_mp4_has_both_tracks_in_full() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", with_mp4()).await;
    stand.pass(33.3).await;
    stand.stop(&recording).await;
    let file = format!("{}_0.mp4", stem(&stand, &recording).display());
    let tracks = parse::mp4_tracks(&std::fs::read(file).unwrap());
    assert_eq!(
        tracks["vide"].samples, 313,
        "31.3 s of ten pictures a second"
    );
    assert!(
        (tracks["vide"].seconds - 31.3).abs() < 0.01,
        "{} s",
        tracks["vide"].seconds
    );
    assert!(
        (tracks["soun"].seconds - 31.3).abs() < 0.07,
        "{} s",
        tracks["soun"].seconds
    );
}

#[tokio::test]
async fn sound_alone_and_picture_alone_have_one_track() {
    let stand = Stand::open().await;
    for (kind, stream_number, handler, word) in
        [(0, AUDIO, "soun", "audio"), (1, VIDEO, "vide", "video")]
    {
        let mut client_request = with_config("streamTypes", json!(kind));
        client_request["recordingFileConfig"] = json!({ "avFileType": ["hls", "mp4"] });
        let recording = stand
            .record("standup", &(kind + 1).to_string(), client_request)
            .await;
        stand.pass(22.0).await;
        let (_, answer) = stand.stop(&recording).await;
        let list = &answer["serverResponse"]["fileList"];
        assert_eq!(list[0]["trackType"], word, "streamTypes {kind}: {answer}");
        let text = playlist(&stand, &recording);
        assert!(
            (parse::length(&text) - 20.0).abs() < 0.1,
            "streamTypes {kind}:\n{text}"
        );
        let streams = parse::streams(&stream(&stand, &text));
        let there: Vec<u8> = streams.into_keys().collect();
        assert_eq!(
            there,
            [stream_number],
            "streamTypes {kind} has this stream alone"
        );
        let file = format!("{}_0.mp4", stem(&stand, &recording).display());
        let tracks = parse::mp4_tracks(&std::fs::read(file).unwrap());
        let there: Vec<&String> = tracks.keys().collect();
        assert_eq!(
            there,
            [handler],
            "streamTypes {kind} has this track alone in MP4"
        );
        assert!(
            (tracks[handler].seconds - 20.0).abs() < 0.1,
            "{} s",
            tracks[handler].seconds
        );
    }
}

#[tokio::test]
async fn an_mp4_rolls_over_at_two_hours_and_everything_adds_up() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", with_mp4()).await;
    stand.pass(2.0 * 3600.0 + 5.0).await;
    let (_, answer) = stand.query(&recording).await;
    let list = answer["serverResponse"]["fileList"].as_array().unwrap();
    assert_eq!(
        list.len(),
        2,
        "the first part is closed while it runs: {answer}"
    );
    stand.pass(60.0).await;
    let (_, answer) = stand.stop(&recording).await;
    let list = answer["serverResponse"]["fileList"].as_array().unwrap();
    assert_eq!(list.len(), 3, "a playlist and two parts: {answer}");
    let begin = |entry: usize| list[entry]["sliceStartTime"].as_i64().unwrap();
    assert_eq!(
        begin(2) - begin(1),
        7_200_000,
        "the second part begins two hours later"
    );
    let length = |number: u32| {
        let file = format!("{}_{number}.mp4", stem(&stand, &recording).display());
        parse::mp4_length(&std::fs::read(file).unwrap())
    };
    assert!(
        (length(0) - 7_200.0).abs() < 0.1,
        "the first part is two hours"
    );
    assert!((length(1) - 63.0).abs() < 0.1, "the second is the rest");
    let text = playlist(&stand, &recording);
    assert!(
        (parse::length(&text) - 7_263.0).abs() < 0.1,
        "the playlist has all of it"
    );
}
