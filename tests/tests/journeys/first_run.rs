//! From a fresh app to a recording that plays, left once on the way and taken up after a restart.

use std::time::{Duration, Instant};

use journeys::{World, WorldOptions, world};
use serde_json::json;

use crate::look::look;

#[tokio::test(flavor = "multi_thread")]
async fn a_first_recording_plays_within_a_minute_and_can_be_left_on_the_way() {
    let mut world = World::new("first-run", WorldOptions::default());
    // Every journey leaves the welcome when the app is new; here it is called back.
    let app = world.open().await;
    let pictures = world::program("journeys", "first-run");
    app.press("nav-help").await;
    app.press("help-welcome").await;
    app.see("screen-welcome").await;
    look(&app, &pictures, "welcome").await;
    app.press("welcome-try").await;
    for subject in ["account", "recording", "storage"] {
        app.see(&format!("welcome-check-{subject}")).await;
    }
    app.press("welcome-leave").await;
    app.see("screen-record").await;
    app.see("welcome-resume").await;
    world.close(app).await;

    let app = world.open().await;
    let begun = Instant::now();
    app.press("welcome-go-on").await;
    app.see("welcome-check-storage").await;
    app.screenshot(&pictures.join("2-check.png")).await;
    app.press("welcome-next").await;
    app.press("welcome-layout-grid2x2").await;
    app.screenshot(&pictures.join("3-layout.png")).await;
    app.press("welcome-next").await;
    app.press("welcome-record").await;
    app.see("welcome-progress").await;
    app.screenshot(&pictures.join("4-record.png")).await;
    app.see_within("welcome-video", Duration::from_secs(90))
        .await;
    loop {
        let at = app
            .script("return document.querySelector('video')?.currentTime ?? -1")
            .await;
        if at.as_f64().is_some_and(|at| at > 0.5) {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(90), "it is at {at}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let took = begun.elapsed();
    app.screenshot(&pictures.join("5-play.png")).await;
    eprintln!("first recording: {took:?} from the checks to the picture that moves");
    assert!(took < Duration::from_secs(60), "it took {took:?}");
    let recording = app.recordings().await.remove(0);
    let length = recording["endedAt"].as_f64().unwrap() - recording["startedAt"].as_f64().unwrap();
    assert!((25_000.0..45_000.0).contains(&length), "{length} ms");

    app.press("welcome-done").await;
    app.see("screen-record").await;
    assert!(!app.has("welcome-resume").await, "it is over");
    let info = app.call("app_info", json!({})).await.unwrap();
    assert_eq!(info["settings"]["welcome"]["step"], "done");
    world.close(app).await;
}
