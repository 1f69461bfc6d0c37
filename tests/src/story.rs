//! The main job, told once for the test and for `make run` without a display.

use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use crate::{App, World, media};

/// What the main job left.
#[derive(Debug)]
pub struct Outcome {
    pub recording: Value,
    /// Seconds between start and stop, as the store has them.
    pub recorded: f64,
    pub mp4: media::Media,
    pub hls: media::Media,
}

/// Names a channel, presses the red button, watches, switches the layout, stops, plays.
/// `step` is told what was done; pictures of the steps go to `pictures`.
pub async fn main_job(
    world: &World,
    app: &App,
    pictures: &Path,
    step: &mut (dyn FnMut(&str) + Send),
) -> Outcome {
    app.see("practice-badge").await;
    step("the app is open and says that this is practice");
    app.type_into("channel-input", "weekly-town-hall").await;
    app.screenshot(&pictures.join("1-record.png")).await;
    step("the channel is named weekly-town-hall");

    app.press("start-button").await;
    app.see("progress").await;
    step("the red button is pressed");
    app.newest_reaches(&["recording"], Duration::from_secs(30))
        .await;
    app.see("recording-row").await;
    step("the recorder is in the channel");

    app.press("nav-live").await;
    app.press("live-card").await;
    app.see("live-state").await;
    app.see("live-timer").await;
    app.screenshot(&pictures.join("2-live.png")).await;
    step("Live shows it with the people in it");
    app.press("live-layout-sideBySide").await;
    wait_for_layout(app, "sideBySide").await;
    step("the layout is switched to side by side while it runs");
    app.screenshot(&pictures.join("3-layout.png")).await;
    wait_for_first_piece(app).await;
    let playlists = media::files(&world.data.join("practice/files"), "m3u8");
    let (grown, closed) = media::playlist(playlists.first().expect("there is a playlist"));
    assert!(
        grown > 0.0 && !closed,
        "the playlist grows and is open: {grown} s, closed {closed}"
    );
    step("the first piece is saved and the playlist is open");

    app.hold("stop-button", Duration::from_millis(1_200)).await;
    let recording = app
        .newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    step("the stop button is held, and everything is saved");

    app.press("nav-library").await;
    app.see("library-row").await;
    play(app).await;
    app.screenshot(&pictures.join("4-library.png")).await;
    step("the library plays it");
    let outcome = look_at_files(world, recording);
    step(&format!(
        "the files are whole: {:.1} s recorded, MP4 {:.1} s, HLS {:.1} s, {}",
        outcome.recorded,
        outcome.mp4.duration,
        outcome.hls.duration,
        outcome.mp4.codecs.join(" and "),
    ));
    outcome
}

async fn wait_for_layout(app: &App, id: &str) {
    let there = |newest: &Value| newest["layout"]["id"] == id && newest["layoutChange"].is_null();
    app.newest_is("in the new layout", Duration::from_secs(20), there)
        .await;
}

/// Waits until the newest recording has something in the storage.
pub async fn wait_for_first_piece(app: &App) {
    let saved = |newest: &Value| newest["firstPieceAt"].is_number();
    app.newest_is("saving", Duration::from_secs(60), saved)
        .await;
}

/// Waits until the picture has moved on for half a second.
pub async fn play(app: &App) {
    app.press("player").await;
    let begun = std::time::Instant::now();
    loop {
        let now = app
            .script(
                "const video = document.querySelector('video'); if (!video) return -1;
                 if (video.paused) { video.muted = true; void video.play(); } return video.currentTime;",
            )
            .await;
        if now.as_f64().unwrap_or(-1.0) > 0.5 {
            return;
        }
        let text = app.script("return document.body.innerText").await;
        let state = app
            .script("const v = document.querySelector('video'); return v && [v.readyState, v.networkState, v.paused, String(v.error && v.error.message), v.currentSrc]")
            .await;
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "the video plays; it is at {now}, {state}\n{text}"
        );
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

fn look_at_files(world: &World, recording: Value) -> Outcome {
    let files = world.data.join("practice/files");
    let playlists = media::files(&files, "m3u8");
    let (seconds, closed) = media::playlist(playlists.first().expect("there is a playlist"));
    assert!(closed, "the playlist is closed after the stop");
    let mp4 = media::probe(
        media::files(&files, "mp4")
            .first()
            .expect("there is an MP4"),
    );
    let hls = media::probe(playlists.first().unwrap());
    let time = |name: &str| recording[name].as_f64().unwrap_or_default() / 1_000.0;
    let recorded = time("endedAt") - time("startedAt");
    for (what, length) in [
        ("playlist", seconds),
        ("HLS", hls.duration),
        ("MP4", mp4.duration),
    ] {
        let off = (length - recorded).abs();
        assert!(
            off <= 15.0,
            "the {what} is {length} s long, and {recorded} s were recorded"
        );
    }
    for codec in ["h264", "aac"] {
        assert!(
            mp4.codecs.iter().any(|found| found == codec),
            "the MP4 has {codec}"
        );
        assert!(
            hls.codecs.iter().any(|found| found == codec),
            "the HLS has {codec}"
        );
    }
    Outcome {
        recording,
        recorded,
        mp4,
        hls,
    }
}
