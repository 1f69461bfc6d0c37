//! The console without a mouse, and in a window that is as small as it gets.

use journeys::{App, World, WorldOptions};
use serde_json::json;

use super::screen::{self, ENTER, ESCAPE};
use crate::fit::{IN_REACH, SIDEWAYS, lines, resize};

const TAB: &str = "\u{e004}";
const UP: &str = "\u{e013}";
const END: &str = "\u{e010}";
const DELETE: &str = "\u{e003}";
const DOWN: &str = "\u{e015}";
const CONTROL_ENTER: &str = "\u{e009}\u{e007}\u{e000}";

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_made_and_asked_about_without_a_mouse() {
    let mut world = World::new("console-keys", WorldOptions::default());
    let app = world.open().await;
    // The fifth place of the rail.
    app.keys("\u{e009}5\u{e000}").await;
    app.see("screen-console").await;
    app.see("form-acquire").await;
    reach(&app, "call-acquire").await;
    app.keys(DOWN).await;
    app.see("form-start").await;
    app.keys(UP).await;
    app.see("form-acquire").await;
    reach(&app, "field:/cname").await;
    app.keys("board-sync").await;

    // Sending goes to what is missing, and once it is there, sends.
    app.keys(CONTROL_ENTER).await;
    at(&app, "field:/uid").await;
    app.says("issue:/uid", "needed").await;
    app.keys("527841").await;
    app.gone("issue:/uid").await;
    reach(&app, "field:/clientRequest/scene").await;
    app.keys(DOWN).await;
    screen::find(&app, "[role=listbox]").await;
    app.keys(UP).await;
    app.keys(ENTER).await;
    at(&app, "field:/clientRequest/scene").await;
    app.says("twin", "\"scene\": 2").await;
    // A value that the list does not have can be typed at once.
    app.keys(DOWN).await;
    screen::find(&app, "[role=listbox]").await;
    app.keys(END).await;
    app.keys(ENTER).await;
    at(&app, "field:/clientRequest/scene").await;
    app.keys(DELETE).await;
    app.keys("0").await;
    app.says("twin", "\"scene\": 0").await;
    app.keys(CONTROL_ENTER).await;
    screen::answered(&app, "acquire", "200").await;

    // The text takes the Tab for itself until Escape lets it go.
    reach(&app, "twin").await;
    app.keys(ESCAPE).await;
    app.keys(TAB).await;
    assert_ne!(focused(&app).await, "twin", "nobody is caught in the text");
    reach(&app, "answer-next-start").await;
    app.keys(ENTER).await;
    app.see("form-start").await;
    world.close(app).await;
}

/// Goes on with Tab until the focus is there; a form is long, but not endless.
async fn reach(app: &App, id: &str) {
    for _ in 0..120 {
        if focused(app).await == id {
            return;
        }
        app.keys(TAB).await;
        if focused(app).await == "twin" && id != "twin" {
            app.keys(ESCAPE).await;
        }
    }
    app.fail(&format!("Tab does not come to {id}")).await;
}

/// Waits until the focus is there.
async fn at(app: &App, id: &str) {
    let begun = std::time::Instant::now();
    while focused(app).await != id {
        if begun.elapsed() > std::time::Duration::from_secs(10) {
            let is = focused(app).await;
            app.fail(&format!("the focus is at {is}, not at {id}"))
                .await;
        }
        screen::pause().await;
    }
}

/// The test id of what has the focus, or of what it is in.
async fn focused(app: &App) -> String {
    let id = "const at = document.activeElement?.closest('[data-testid]');
        return at === null || at === undefined ? '' : at.dataset.testid";
    app.script(id).await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_fits_a_small_window_and_can_be_sent_there() {
    let mut world = World::new("console-fit", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    let mut wrong = Vec::new();
    for (width, height) in [(960, 640), (1280, 800)] {
        resize(&app, width, height).await;
        for (call, mode) in [
            ("acquire", "mix"),
            ("start", "mix"),
            ("start", "individual"),
            ("start", "web"),
            ("update", "mix"),
            ("update", "web"),
            ("updateLayout", "mix"),
            ("query", "mix"),
            ("stop", "mix"),
            ("channelUsers", "mix"),
        ] {
            screen::go_to_call(&app, call).await;
            if call != "channelUsers" {
                screen::choose(&app, "console-mode", mode).await;
            }
            if app.has("open-all").await {
                screen::click(&app, &screen::by_id("open-all")).await;
            }
            let place = format!("{call} of {mode} at {width}×{height}");
            for wide in lines(app.script(SIDEWAYS).await) {
                wrong.push(format!("{place}: {wide}"));
            }
            let send = vec![json!("console-send")];
            let why = app.client.execute(IN_REACH, send).await.unwrap();
            if let Some(why) = why.as_str() {
                wrong.push(format!("{place}: Send {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    world.close(app).await;
}
