//! Colours in the recorded pictures: what fills a region, what shows through, what lies above.

use image::ImageReader;
use serde_json::{Value, json};

use crate::composed::{Frame, assert_colour, canvas, colour, frames, stream};
use crate::modes::{begin, individual, web};
use crate::stand::Stand;

const BLACK: &str = "#000000";
const BLUE: &str = "#204060";

/// The first picture of a recording with this custom layout, in a channel where 1001 sends 4:3 and
/// 1002 wide pictures.
async fn first(regions: Value) -> Frame {
    let stand = Stand::open().await;
    let more = json!({ "mixedVideoLayout": 3, "layoutConfig": regions, "backgroundColor": BLUE });
    let recording = stand
        .record("one-leaves", "5", canvas(1280, 720, more))
        .await;
    stand.pass(4.0).await;
    stand.stop(&recording).await;
    frames(&stream(&stand, &recording)).remove(0)
}

fn region(uid: u32, x: f64, y: f64, width: f64, height: f64) -> Value {
    json!({ "uid": uid.to_string(), "x_axis": x, "y_axis": y, "width": width, "height": height })
}

fn with(mut region: Value, name: &str, value: Value) -> Value {
    region[name] = value;
    region
}

fn person(uid: u32) -> String {
    colour("one-leaves", uid)
}

/// The colour that `over` makes with this share above `under`.
fn mixed(over: &str, under: &str, share: f64) -> String {
    let part = |text: &str, at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    let parts = [1, 3, 5].map(|at| {
        let (over, under) = (f64::from(part(over, at)), f64::from(part(under, at)));
        (over * share + under * (1.0 - share)).round() as u8
    });
    format!("#{:02X}{:02X}{:02X}", parts[0], parts[1], parts[2])
}

#[tokio::test]
async fn a_fitted_picture_has_black_bars_and_a_cut_one_has_none() {
    // On a wide canvas a 4:3 picture is as high as the canvas and leaves an eighth at each side.
    let whole = || region(1001, 0.0, 0.0, 1.0, 1.0);
    let fitted = first(json!([with(whole(), "render_mode", json!(1))])).await;
    let cut = first(json!([with(whole(), "render_mode", json!(0))])).await;
    let plain = first(json!([whole()])).await;
    for x in [0.03, 0.11, 0.89, 0.97] {
        let bars = fitted.at(x, 0.5);
        assert_colour(bars, BLACK, &format!("a bar at {x}, not the background"));
        assert_colour(cut.at(x, 0.5), &person(1001), &format!("filled at {x}"));
        let why = format!("nothing said means cut, at {x}");
        assert_colour(plain.at(x, 0.5), &person(1001), &why);
    }
    for x in [0.15, 0.5, 0.85] {
        let why = format!("the picture at {x}");
        assert_colour(fitted.at(x, 0.5), &person(1001), &why);
    }
    // A wide picture in an upright region has its bars above and below.
    let upright = with(region(1002, 0.25, 0.0, 0.25, 1.0), "render_mode", json!(1));
    let upright = first(json!([upright])).await;
    for y in [0.15, 0.35, 0.65, 0.95] {
        assert_colour(upright.at(0.375, y), BLACK, &format!("a bar at {y}"));
    }
    assert_colour(upright.at(0.375, 0.5), &person(1002), "between the bars");
    assert_colour(upright.at(0.75, 0.5), BLUE, "no bar beyond the region");
}

#[tokio::test]
async fn what_is_half_transparent_mixes_with_what_lies_behind() {
    let regions = json!([
        region(1001, 0.0, 0.0, 0.5, 1.0),
        with(region(1002, 0.25, 0.0, 0.5, 1.0), "alpha", json!(0.5)),
    ]);
    let seen = first(regions).await;
    let (one, two) = (person(1001), person(1002));
    assert_colour(seen.at(0.125, 0.5), &one, "nothing above it");
    let wanted = mixed(&two, &one, 0.5);
    assert_colour(seen.at(0.375, 0.5), &wanted, "half of each person");
    let wanted = mixed(&two, BLUE, 0.5);
    assert_colour(seen.at(0.625, 0.5), &wanted, "half of the background");
    assert_colour(seen.at(0.9, 0.5), BLUE, "the background alone");

    let gone = with(region(1002, 0.0, 0.0, 1.0, 1.0), "alpha", json!(0));
    let seen = first(json!([region(1001, 0.0, 0.0, 1.0, 1.0), gone])).await;
    assert_colour(seen.at(0.5, 0.5), &one, "0 is not to be seen");
}

#[tokio::test]
async fn a_later_region_lies_above_an_earlier_one() {
    let (below, above) = (
        region(1001, 0.0, 0.0, 0.75, 1.0),
        region(1002, 0.25, 0.0, 0.75, 1.0),
    );
    let (one, two) = (person(1001), person(1002));
    for (regions, wanted) in [
        (json!([below, above]), [&one, &two, &two]),
        (json!([above, below]), [&one, &one, &two]),
    ] {
        let seen = first(regions.clone()).await;
        for (x, wanted) in [0.125, 0.5, 0.875].into_iter().zip(wanted) {
            assert_colour(seen.at(x, 0.5), wanted, &format!("{regions} at {x}"));
        }
    }
}

#[tokio::test]
async fn a_new_layout_has_its_own_background_from_its_time_on() {
    let stand = Stand::open().await;
    let left = json!([region(1001, 0.0, 0.0, 0.25, 1.0)]);
    let more = json!({ "mixedVideoLayout": 3, "layoutConfig": left, "backgroundColor": BLUE });
    let recording = stand
        .record("one-leaves", "5", canvas(1280, 720, more))
        .await;
    let right = json!([region(1001, 0.75, 0.0, 0.25, 1.0)]);
    // The second says nothing of a colour: what is left out goes back to its default.
    for more in [json!({ "backgroundColor": "#FFC800" }), json!({})] {
        stand.pass(4.0).await;
        let mut layout = json!({ "mixedVideoLayout": 3, "layoutConfig": right });
        for (name, value) in more.as_object().unwrap() {
            layout[name] = value.clone();
        }
        let (status, answer) = stand.steer(&recording, "updateLayout", layout).await;
        assert_eq!(status, 200, "updateLayout was refused: {answer}");
    }
    stand.pass(4.0).await;
    stand.stop(&recording).await;
    let frames = frames(&stream(&stand, &recording));
    assert_eq!(frames.len(), 100, "ten seconds without a gap");
    let one = person(1001);
    // Ready at 2 s: the changes at 4 and 8 s are pictures 20 and 60.
    for (number, places) in [
        (19, [&*one, BLUE, BLUE]),
        (20, ["#FFC800", "#FFC800", &*one]),
        (59, ["#FFC800", "#FFC800", &*one]),
        (60, [BLACK, BLACK, &*one]),
        (99, [BLACK, BLACK, &*one]),
    ] {
        for (x, wanted) in [0.125, 0.5, 0.875].into_iter().zip(places) {
            let why = format!("picture {number} at {x}");
            assert_colour(frames[number].at(x, 0.5), wanted, &why);
        }
    }
}

#[tokio::test]
async fn the_large_picture_of_vertical_is_fitted_and_the_small_ones_are_cut() {
    let stand = Stand::open().await;
    let more = json!({
        "mixedVideoLayout": 2, "maxResolutionUid": "1001", "backgroundColor": BLUE });
    let recording = stand
        .record("one-leaves", "5", canvas(1280, 720, more))
        .await;
    stand.pass(4.0).await;
    stand.stop(&recording).await;
    let seen = frames(&stream(&stand, &recording)).remove(0);
    let large =
        cloud_recording::presets::places_around(cloud_recording::presets::Preset::Vertical, 2, 1)
            [0];
    let share = |part: u32| f64::from(part) / f64::from(cloud_recording::layout::WHOLE);
    let (width, height) = (
        share(large.width) * seen.width as f64,
        share(large.height) * seen.height as f64,
    );
    let bar = (width - height * 4.0 / 3.0) / 2.0;
    assert!(bar > 4.0, "the place is wider than the picture: {bar}");
    let x = share(large.x) + bar / 2.0 / seen.width as f64;
    assert_colour(seen.at(x, 0.5), BLACK, "a bar beside the large picture");
    let middle = share(large.x) + share(large.width) / 2.0;
    assert_colour(seen.at(middle, 0.5), &person(1001), "the large picture");
}

#[tokio::test]
async fn a_page_has_its_picture() {
    let stand = Stand::open().await;
    let recording = begin(&stand, "web", 1, "page", web(json!({}))).await;
    stand.pass(20.0).await;
    stand.stop(&recording).await;
    let (text, _) =
        crate::modes::stream(&stand, &format!("lessons/day1/{}_page.m3u8", recording.sid));
    // One file by itself: each begins with a picture that needs no other.
    let second = crate::parse::pieces(&text)[1];
    let bytes = std::fs::read(stand.files().join("lessons/day1").join(second)).unwrap();
    let frames = frames(&bytes);
    assert_eq!(frames.len(), 30, "the three seconds behind the first piece");
    let page = "#3868A0";
    for (x, y) in [(0.5, 0.5), (0.02, 0.3), (0.98, 0.8)] {
        assert_colour(frames[0].at(x, y), page, &format!("the page at {x}, {y}"));
    }
    let line = frames[0].at(0.3, 0.122);
    assert!(line[0] > 100, "something is written on it: {line:?}");
}

#[tokio::test]
async fn a_merged_track_shows_the_person_too() {
    let stand = Stand::open().await;
    let config = individual(json!({ "streamMode": "standard" }));
    let recording = begin(&stand, "individual", 0, "one-leaves", config).await;
    stand.pass(5.0).await;
    stand.stop(&recording).await;
    for uid in [1001, 1002] {
        let sid = &recording.sid;
        let name = format!("lessons/day1/{sid}_one-leaves__uid_s_{uid}__uid_e_av.m3u8");
        let frames = frames(&crate::modes::stream(&stand, &name).1);
        assert_eq!(frames.len(), 30, "three seconds of {uid}");
        assert_colour(frames[29].at(0.5, 0.5), &person(uid), &format!("{uid}"));
    }
}

#[tokio::test]
async fn a_still_shows_the_person_in_the_cameras_shape() {
    let stand = Stand::open().await;
    let mut config = individual(json!({}));
    config["snapshotConfig"] = json!({ "captureInterval": 5, "fileType": ["jpg"] });
    let recording = begin(&stand, "individual", 0, "one-leaves", config).await;
    stand.pass(8.0).await;
    stand.stop(&recording).await;
    let files = std::fs::read_dir(stand.files().join("lessons/day1")).unwrap();
    let files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    for (uid, (wide, high)) in [(1001, (4, 3)), (1002, (16, 9))] {
        let of_person = |path: &&std::path::PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.contains(&format!("uid_s_{uid}_")) && name.ends_with(".jpg")
        };
        let stills: Vec<_> = files.iter().filter(of_person).collect();
        assert_eq!(stills.len(), 2, "{uid} at 2 and 7 s: {files:?}");
        for still in stills {
            let seen = ImageReader::open(still).unwrap().decode().unwrap();
            let seen = seen.into_rgb8();
            let (width, height) = seen.dimensions();
            let off = (width * high).abs_diff(height * wide);
            assert!(off <= 2 * wide.max(high), "{uid}: {width}×{height}");
            let middle = seen.get_pixel(width / 2, height / 2).0;
            assert_colour(middle, &person(uid), &format!("the still of {uid}"));
        }
    }
}
