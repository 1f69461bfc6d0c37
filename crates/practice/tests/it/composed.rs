//! The picture: who is where, decoded from the files.

use openh264::decoder::Decoder;
use openh264::formats::YUVSource;
use serde_json::{Value, json};

use crate::parse::{self, VIDEO};
use crate::playable::{playlist, stem};
use crate::stand::{Recording, Stand, with_config, with_mp4};

pub struct Frame {
    pub width: usize,
    pub height: usize,
    rgb: Vec<u8>,
}

impl Frame {
    /// The colour at a place given in shares of the picture.
    pub fn at(&self, x: f64, y: f64) -> [u8; 3] {
        let (x, y) = (x * self.width as f64, y * self.height as f64);
        let from = (y as usize * self.width + x as usize) * 3;
        self.rgb[from..from + 3].try_into().unwrap()
    }
}

/// Every picture of a stream of pieces laid end to end.
pub fn frames(ts: &[u8]) -> Vec<Frame> {
    let mut decoder = Decoder::new().unwrap();
    let units = parse::streams(ts).remove(&VIDEO).unwrap_or_default();
    let mut frames = Vec::new();
    let mut keep = |seen: openh264::decoder::DecodedYUV<'_>| {
        let (width, height) = seen.dimensions();
        let mut rgb = vec![0; width * height * 3];
        seen.write_rgb8(&mut rgb);
        frames.push(Frame { width, height, rgb });
    };
    for unit in units {
        if let Some(seen) = decoder.decode(&unit.data).unwrap() {
            keep(seen);
        }
    }
    for seen in decoder.flush_remaining().unwrap() {
        keep(seen);
    }
    frames
}

pub fn stream(stand: &Stand, recording: &Recording) -> Vec<u8> {
    let folder = stem(stand, recording).parent().unwrap().to_owned();
    let text = playlist(stand, recording);
    let read = |name: &&str| std::fs::read(folder.join(name)).unwrap();
    parse::pieces(&text).iter().flat_map(read).collect()
}

#[track_caller]
pub fn assert_colour(seen: [u8; 3], wanted: &str, why: &str) {
    let wanted: Vec<u8> = (1..7)
        .step_by(2)
        .map(|at| u8::from_str_radix(&wanted[at..at + 2], 16).unwrap())
        .collect();
    let far = seen.iter().zip(&wanted).any(|(&a, &b)| a.abs_diff(b) > 16);
    assert!(!far, "{why}: {seen:?} instead of {wanted:?}");
}

pub fn colour(cname: &str, uid: u32) -> String {
    let people = practice::portraits(cname);
    let person = people.into_iter().find(|person| person.uid == uid);
    person.unwrap().color
}

pub fn canvas(width: u32, height: u32, more: Value) -> Value {
    let mut canvas = json!({ "width": width, "height": height, "fps": 15, "bitrate": 500 });
    for (name, value) in more.as_object().unwrap() {
        canvas[name] = value.clone();
    }
    with_config("transcodingConfig", canvas)
}

#[tokio::test]
async fn an_update_of_the_layout_moves_everybody_at_its_time() {
    let stand = Stand::open().await;
    let regions = json!([
        { "uid": "1001", "x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1 },
        { "x_axis": 0.5, "y_axis": 0.5, "width": 0.5, "height": 0.5, "render_mode": 1 },
    ]);
    let custom =
        json!({ "mixedVideoLayout": 3, "layoutConfig": regions, "backgroundColor": "#204060" });
    let recording = stand
        .record("one-leaves", "5", canvas(1280, 720, custom))
        .await;
    stand.pass(10.0).await;
    let best_fit = json!({ "mixedVideoLayout": 1, "backgroundColor": "#FFFFFF" });
    let (status, answer) = stand.steer(&recording, "updateLayout", best_fit).await;
    assert_eq!(status, 200, "updateLayout was refused: {answer}");
    stand.pass(20.0).await;
    stand.stop(&recording).await;

    let frames = frames(&stream(&stand, &recording));
    assert_eq!(frames.len(), 280, "ten pictures a second, none missing");
    let (first, second) = (colour("one-leaves", 1001), colour("one-leaves", 1002));
    assert_ne!(first, second, "everybody has a colour of their own");
    // Ready at 2 s, so 10 s is picture 80; 1002 leaves at 20 s.
    for (number, places) in [
        (
            0,
            [
                (0.25, 0.5, &*first),
                (0.75, 0.75, &*second),
                (0.75, 0.25, "#204060"),
            ],
        ),
        (
            79,
            [
                (0.25, 0.5, &*first),
                (0.75, 0.75, &*second),
                (0.75, 0.25, "#204060"),
            ],
        ),
        (
            80,
            [
                (0.25, 0.5, &*first),
                (0.75, 0.5, &*second),
                (0.75, 0.75, &*second),
            ],
        ),
        (
            179,
            [
                (0.25, 0.5, &*first),
                (0.75, 0.5, &*second),
                (0.6, 0.5, &*second),
            ],
        ),
        // Alone, 1001 has the whole canvas; the background is seen no more.
        (
            180,
            [
                (0.5, 0.5, &*first),
                (0.9, 0.6, &*first),
                (0.1, 0.6, &*first),
            ],
        ),
        (
            279,
            [
                (0.5, 0.5, &*first),
                (0.9, 0.6, &*first),
                (0.1, 0.6, &*first),
            ],
        ),
    ] {
        for (x, y, wanted) in places {
            let why = format!("picture {number} at {x}, {y}");
            assert_colour(frames[number].at(x, y), wanted, &why);
        }
    }
    assert_eq!(
        (frames[0].width, frames[0].height),
        (640, 360),
        "the canvas' shape"
    );
}

#[tokio::test]
async fn preset_layouts_put_each_person_in_their_place() {
    let stand = Stand::open().await;
    let kinds = [
        (
            0,
            vec![
                (0.5, 0.5),
                (0.1295, 0.8705),
                (0.3765, 0.8705),
                (0.6235, 0.8705),
            ],
        ),
        (
            1,
            vec![
                (0.125, 0.125),
                (0.375, 0.125),
                (0.625, 0.125),
                (0.875, 0.125),
            ],
        ),
        // 1001 is large; the others go down the right edge.
        (
            2,
            vec![(0.4, 0.5), (0.95, 0.0625), (0.95, 0.1875), (0.95, 0.3125)],
        ),
    ];
    for (kind, places) in kinds {
        let more = json!({ "mixedVideoLayout": kind, "maxResolutionUid": "1001" });
        let uid = (kind + 5).to_string();
        // Sixteen of twenty are named: a full house without the four that no layout shows.
        let mut client_request = canvas(640, 360, more);
        let named: Vec<String> = (1001..=1016).map(|uid| uid.to_string()).collect();
        client_request["recordingConfig"]["subscribeVideoUids"] = json!(named);
        client_request["recordingConfig"]["subscribeAudioUids"] = json!(named);
        let recording = stand.record("full-house", &uid, client_request).await;
        stand.pass(4.0).await;
        stand.stop(&recording).await;
        let frames = frames(&stream(&stand, &recording));
        for (place, (x, y)) in places.into_iter().enumerate() {
            let wanted = colour("full-house", 1001 + place as u32);
            assert_colour(
                frames[0].at(x, y),
                &wanted,
                &format!("layout {kind}, person {place}"),
            );
        }
    }
}

#[tokio::test]
async fn an_update_of_whom_to_take_shows_in_the_picture() {
    let stand = Stand::open().await;
    let mut client_request = canvas(640, 360, json!({ "mixedVideoLayout": 1 }));
    client_request["recordingConfig"]["subscribeAudioUids"] = json!(["#allstream#"]);
    client_request["recordingConfig"]["subscribeVideoUids"] = json!(["1002"]);
    let recording = stand.record("full-house", "5", client_request).await;
    stand.pass(6.0).await;
    let lists = json!({ "streamSubscribe": {
        "videoUidList": { "subscribeVideoUids": ["1001"] },
        "audioUidList": { "subscribeAudioUids": ["1001"] },
    } });
    let (status, answer) = stand.steer(&recording, "update", lists).await;
    assert_eq!(status, 200, "update was refused: {answer}");
    stand.pass(4.0).await;
    stand.stop(&recording).await;
    let frames = frames(&stream(&stand, &recording));
    assert_eq!(frames.len(), 80, "no gap where the list changed");
    let after = frames[40].at(0.5, 0.5);
    assert_colour(after, &colour("full-house", 1001), "alone after the update");
    assert_colour(
        frames[39].at(0.625, 0.5),
        "#000000",
        "sound alone has an empty place",
    );
}

#[tokio::test]
async fn an_mp4_shows_what_the_pieces_show() {
    let stand = Stand::open().await;
    let recording = stand.record("one-leaves", "5", with_mp4()).await;
    stand.pass(20.0).await;
    stand.stop(&recording).await;
    let file = std::fs::read(format!("{}_0.mp4", stem(&stand, &recording).display())).unwrap();
    let tracks = parse::mp4_tracks(&file);
    assert_eq!(tracks["vide"].samples, 180, "18 s of ten pictures a second");
    let frames = frames(&stream(&stand, &recording));
    assert_eq!(
        (frames[0].width, frames[0].height),
        (360, 640),
        "a start's own canvas is upright"
    );
    assert_colour(
        frames[179].at(0.5, 0.5),
        &colour("one-leaves", 1001),
        "the first fills it",
    );
}

#[tokio::test]
async fn a_list_that_comes_later_begins_the_recording() {
    let stand = Stand::open().await;
    let strangers = with_config("subscribeVideoUids", json!(["4000000000"]));
    let recording = stand.record("one-leaves", "5", strangers).await;
    stand.pass(10.0).await;
    let lists =
        json!({ "streamSubscribe": { "videoUidList": { "subscribeVideoUids": ["1001"] } } });
    stand.steer(&recording, "update", lists).await;
    stand.pass(5.0).await;
    let (status, answer) = stand.stop(&recording).await;
    assert_eq!(status, 200, "there is something now: {answer}");
    let text = playlist(&stand, &recording);
    assert!(
        (parse::length(&text) - 5.0).abs() < 0.1,
        "from the update on:\n{text}"
    );
}
