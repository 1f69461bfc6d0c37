//! `make shots`: every screen in dark and light, from the real window, into `docs/images`. With `editor` as an
//! argument only the layout editor's.
#![allow(clippy::unwrap_used, clippy::panic)]

mod editor;

use std::path::{Path, PathBuf};
use std::time::Duration;

use journeys::story::wait_for_first_piece;
use journeys::{App, World, WorldOptions};
use serde_json::json;

#[tokio::main]
async fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/images");
    std::fs::create_dir_all(&folder).unwrap();
    let is_all = !std::env::args().any(|one| one == "editor");
    for (theme, dark) in [("dark", true), ("light", false)] {
        let mut world = World::new(
            "shots",
            WorldOptions {
                dark,
                ..WorldOptions::default()
            },
        );
        let app = world.open().await;
        let file = |screen: &str| -> PathBuf { folder.join(format!("{screen}-{theme}.png")) };
        if is_all {
            take(&app, &file).await;
            println!(
                "{theme}: record, live, layouts, layout, library, console, accounts, faults, help"
            );
        }
        let states = editor::take(&app, &file).await;
        println!("{theme}: {}", states.join(", "));
        world.close(app).await;
    }
}

/// One recording that is over and two that run, then a picture of each screen.
async fn take(app: &App, file: &dyn Fn(&str) -> PathBuf) {
    record(app, "weekly-town-hall").await;
    wait_for_first_piece(app).await;
    let id = app.recordings().await[0]["id"].clone();
    app.call("recording_stop", json!({ "id": id }))
        .await
        .unwrap();
    app.newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    record(app, "support-room-12").await;
    record(app, "board-sync").await;
    wait_for_first_piece(app).await;

    app.press("nav-record").await;
    app.type_into("channel-input", "weekly-town-hall").await;
    app.says("channel-hint", "people").await;
    app.screenshot(&file("record")).await;
    app.press("nav-live").await;
    app.press("live-card").await;
    app.see("live-opened").await;
    app.press("live-layout-grid2x2").await;
    app.says("timeline", "Grid of four").await;
    app.screenshot(&file("live")).await;
    app.press("nav-layouts").await;
    app.see("layout-thumb-speakerRight3").await;
    app.screenshot(&file("layouts")).await;
    app.press("layout-thumb-speakerRight3").await;
    app.see("region-list").await;
    app.screenshot(&file("layout")).await;
    app.press("nav-library").await;
    app.type_into("library-search", "weekly").await;
    journeys::story::play(app).await;
    app.screenshot(&file("library")).await;
    app.press("nav-console").await;
    app.see("console-send").await;
    app.press("call-start").await;
    app.type_into("field:/cname", "weekly-town-hall").await;
    app.type_into("field:/uid", "527841").await;
    app.press("fill:/clientRequest/storageConfig").await;
    app.choose_from_menu("Practice folder").await;
    app.press("console-both").await;
    app.see("answer-next-query").await;
    app.gone("toast").await;
    app.screenshot(&file("console")).await;
    app.press("nav-accounts").await;
    app.see("practice-card").await;
    app.screenshot(&file("accounts")).await;
    app.press("faults").await;
    app.press("fault-add").await;
    app.see("fault-rule-0").await;
    app.screenshot(&file("faults")).await;
    app.press("fault-off").await;
    app.press("nav-help").await;
    app.see("help").await;
    app.screenshot(&file("help")).await;
    app.keys("\u{e00c}").await;
    app.gone("help").await;
    for recording in app.recordings().await {
        app.call("recording_stop", json!({ "id": recording["id"] }))
            .await
            .unwrap();
    }
}

async fn record(app: &App, channel: &str) {
    app.press("nav-record").await;
    app.type_into("channel-input", channel).await;
    app.press("start-button").await;
    app.newest_reaches(&["recording"], Duration::from_secs(30))
        .await;
}
