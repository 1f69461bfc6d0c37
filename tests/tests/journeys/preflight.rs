//! What stands in the way is said before the red button, and put right by one press.

use std::time::Duration;

use journeys::{World, WorldOptions, world};
use serde_json::json;

use crate::look::look;

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_in_the_way_is_put_right_by_one_press() {
    let mut world = World::new("preflight", WorldOptions::default());
    let app = world.open().await;
    let pictures = world::program("journeys", "preflight");
    app.type_into("channel-input", "weekly-town-hall").await;
    app.says("preflight-summary", "fine").await;
    look(&app, &pictures, "green").await;

    // A person's ID, and another type than the channel's.
    let asked = json!({ "accountId": "practice", "channel": "weekly-town-hall" });
    let people = app.call("channel_people", asked).await.unwrap();
    let person = people["ids"][0].to_string();
    app.press("more-settings").await;
    app.type_into("recorder-id", &person).await;
    let other = match people["channelType"].as_str() {
        Some("live") => "Communication",
        _ => "Live",
    };
    app.choose("channel-type", other).await;
    app.says("preflight-summary", "2 things stand in the way")
        .await;
    app.says("preflight-recorderId", &person).await;
    look(&app, &pictures, "red").await;
    app.press("start-button").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(app.recordings().await.is_empty(), "red blocks");

    app.press("preflight-fix-recorderId").await;
    app.says("preflight-summary", "1 thing stands in the way")
        .await;
    app.press("preflight-fix-channelType").await;
    app.says("preflight-summary", "fine").await;
    app.press("start-button").await;
    let saved = app
        .newest_reaches(&["recording"], Duration::from_secs(30))
        .await;
    assert_ne!(saved["recorderId"], person, "a free ID was drawn");
    world.close(app).await;
}
