//! Settings kept under a name, and a recording started from them in two presses.

use std::time::Duration;

use journeys::{World, WorldOptions, world};
use serde_json::json;

use crate::look::look;

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_starts_from_a_set_up_in_two_presses() {
    let mut world = World::new("setups", WorldOptions::default());
    let app = world.open().await;
    let pictures = world::program("journeys", "setups");
    app.type_into("channel-input", "weekly-town-hall").await;
    app.press("layout-thumb-grid2x2").await;
    app.press("setup-save").await;
    app.type_into("setup-name", "Weekly town hall").await;
    app.press("setup-name-save").await;
    app.gone("setup-name-dialog").await;
    app.says("setups-open", "(1)").await;
    app.type_into("channel-input", "something else").await;
    world.close(app).await;

    let app = world.open().await;
    app.says("setups-open", "(1)").await;
    app.press("setups-open").await;
    app.see("setup-card").await;
    look(&app, &pictures, "setups").await;
    app.press("setup-start").await;
    let recording = app
        .newest_reaches(&["recording"], Duration::from_secs(30))
        .await;
    assert_eq!(recording["channel"], "weekly-town-hall");
    assert_eq!(recording["layout"]["id"], "grid2x2");

    // Taken out, and back again.
    app.press("setups-open").await;
    app.press("setup-more").await;
    app.choose_from_menu("Delete").await;
    app.gone("setup-card").await;
    let kept = app.call("setup_list", json!({})).await.unwrap();
    assert_eq!(kept, json!([]));
    app.press("setup-undo").await;
    app.see("setup-card").await;
    world.close(app).await;
}
