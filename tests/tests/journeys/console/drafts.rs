//! Drafts: nothing is lost by going elsewhere or by a crash, and what can't be saved is said.

use journeys::{App, World, WorldOptions};
use serde_json::json;

use super::screen;

const IDLE: &str = "/clientRequest/recordingConfig/maxIdleTime";
const WIDTH: &str = "/clientRequest/recordingConfig/transcodingConfig/width";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_by_going_elsewhere_or_by_a_crash() {
    let mut world = World::new("console-drafts", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    screen::go_to_call(&app, "start").await;
    screen::fill(&app, "/cname", "board-sync").await;
    screen::fill(&app, IDLE, "45").await;
    screen::fill(&app, WIDTH, "1280").await;
    app.press("console-undo").await;
    screen::holds(&app, WIDTH, "").await;
    app.press("console-redo").await;
    screen::holds(&app, WIDTH, "1280").await;

    // Another mode has no use for the size of a mix: it is set aside, and comes back.
    screen::choose(&app, "console-mode", "individual").await;
    app.see("parked-note").await;
    screen::choose(&app, "console-mode", "mix").await;
    screen::holds(&app, WIDTH, "1280").await;
    screen::go_to_call(&app, "stop").await;
    screen::holds(&app, "/cname", "board-sync").await;
    app.press("nav-library").await;
    app.see("screen-library").await;
    screen::open(&app).await;
    app.see("form-stop").await;
    screen::go_to_call(&app, "start").await;
    screen::holds(&app, IDLE, "45").await;

    // A second draft has nothing of the first, and each is kept.
    app.press("drafts").await;
    app.press("draft-new").await;
    app.says("drafts", "Draft 2").await;
    app.see("form-acquire").await;
    screen::fill(&app, "/cname", "weekly").await;
    saved(&app, "weekly").await;
    world.kill_app();
    drop(app);

    let app = world.open().await;
    screen::open(&app).await;
    app.says("drafts", "Draft 2").await;
    screen::holds(&app, "/cname", "weekly").await;
    screen::choose_in_menu(&app, "drafts", "Draft 1").await;
    app.see("form-start").await;
    screen::holds(&app, "/cname", "board-sync").await;
    screen::holds(&app, IDLE, "45").await;
    screen::holds(&app, WIDTH, "1280").await;
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_cannot_be_saved_is_said_and_saved_when_it_can_be() {
    let mut world = World::new("console-unsaved", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    // Another program holds the store, as a backup might.
    let store = rusqlite::Connection::open(world.data.join("roomreel.sqlite")).unwrap();
    store.execute_batch("BEGIN IMMEDIATE").unwrap();
    screen::fill(&app, "/cname", "board-sync").await;
    app.says("draft-unsaved", "could not be saved").await;
    assert_eq!(
        screen::value(&app, "/cname").await,
        "board-sync",
        "it is still in the window"
    );
    store.execute_batch("ROLLBACK").unwrap();
    app.press("draft-again").await;
    app.gone("draft-unsaved").await;
    saved(&app, "board-sync").await;
    world.close(app).await;
}

/// Waits until a draft on the disk names `word`.
pub async fn saved(app: &App, word: &str) {
    let begun = std::time::Instant::now();
    loop {
        let drafts = app.call("draft_list", json!({})).await.unwrap();
        if drafts.to_string().contains(word) {
            return;
        }
        assert!(
            begun.elapsed() < std::time::Duration::from_secs(20),
            "the draft is saved: {drafts}"
        );
        screen::pause().await;
    }
}
