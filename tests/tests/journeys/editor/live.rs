//! The editor on a recording that runs: what is staged, sent, accepted, waited for and refused; scenes; who is there.

use std::time::Duration;

use journeys::editor::Point;
use journeys::{App, Editor, World, WorldOptions};
use serde_json::{Value, json};

const STARTS: Duration = Duration::from_secs(30);
const CHANNEL: &str = "weekly-town-hall";

#[tokio::test(flavor = "multi_thread")]
async fn a_running_recording_is_arranged_live() {
    let mut world = World::new("editor-live", WorldOptions::default());
    let app = world.open().await;
    keep_layout(&app).await;
    app.type_into("channel-input", CHANNEL).await;
    app.press("start-button").await;
    app.newest_reaches(&["recording"], STARTS).await;

    let editor = Editor::open(&app, "own-stage").await;
    app.choose("live-recording", CHANNEL).await;
    is_now(&app, "staged").await;
    taken_whole(&editor).await;
    staged_and_back(&editor).await;
    sent_by_itself(&editor).await;
    waited_for(&editor).await;
    people_of_the_channel(&editor).await;
    scenes(&editor).await;
    refused(&editor).await;
    world.close(app).await;
}

/// Waits until the bar says that what is on the canvas is `state`.
async fn is_now(app: &App, state: &str) {
    let css = format!("[data-testid=live-state][data-state={state}]");
    let script = format!("return document.querySelector('{css}') !== null");
    let begun = std::time::Instant::now();
    while app.script(&script).await != true {
        if begun.elapsed() > Duration::from_secs(20) {
            app.fail(&format!("the bar never says that it is {state}"))
                .await;
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

fn region(id: &str, x: u32, uid: Option<&str>) -> Value {
    json!({
        "id": id, "role": "person", "number": 1, "name": null, "uid": uid,
        "x": x, "y": 0, "width": 400_000, "height": 500_000, "alpha": 1_000_000, "fit": "crop",
    })
}

/// One with everything that a background can have.
async fn keep_layout(app: &App) {
    let canvas = json!({ "width": 1_920, "height": 1_080 });
    let stage = json!({
        "id": "own-stage", "name": "Stage", "template": false,
        "document": {
            "canvas": canvas,
            "background": {
                "color": "#102030",
                "image": "https://pictures.invalid/wall.jpg",
                "placeholder": "https://pictures.invalid/nobody.png",
                "users": [{ "uid": "77", "url": "https://pictures.invalid/anna.png", "fit": "fit" }],
            },
            "regions": [region("r1", 0, None), region("r2", 500_000, Some("77"))],
        },
    });
    app.call("layout_save", stage).await.unwrap();
}

/// The bodies of the layouts that were sent, the newest first.
async fn sent(app: &App) -> Vec<Value> {
    let query = json!({
        "search": "", "origin": null, "call": "updateLayout", "before": null, "most": 50,
    });
    let page = app.call("call_list", query).await.unwrap();
    let mut bodies = Vec::new();
    for row in page["calls"].as_array().into_iter().flatten() {
        let entry = app.call("call_get", json!({ "id": row["id"] })).await;
        let text = entry.unwrap()["request"].as_str().unwrap().to_owned();
        bodies.push(serde_json::from_str(&text).unwrap());
    }
    bodies
}

/// Where the newest body puts its first region, as shares of the canvas.
async fn first_sent(app: &App) -> (f64, f64) {
    let bodies = sent(app).await;
    let first = &bodies[0]["clientRequest"]["layoutConfig"][0];
    let share = |name: &str| first[name].as_f64().unwrap_or(-1.0);
    (share("x_axis"), share("y_axis"))
}

async fn taken_whole(editor: &Editor<'_>) {
    let app = editor.app;
    app.press("do-take").await;
    is_now(app, "same").await;
    let bodies = sent(app).await;
    assert_eq!(bodies.len(), 1, "one press is one call");
    let body = &bodies[0]["clientRequest"];
    assert_eq!(body["backgroundColor"], "#102030");
    assert_eq!(
        body["backgroundImage"], "https://pictures.invalid/wall.jpg",
        "the service forgets whatever is not sent again"
    );
    assert_eq!(
        body["defaultUserBackgroundImage"],
        "https://pictures.invalid/nobody.png"
    );
    assert_eq!(body["backgroundConfig"][0]["uid"], "77");
    assert_eq!(body["layoutConfig"].as_array().map(Vec::len), Some(2));
}

async fn staged_and_back(editor: &Editor<'_>) {
    let app = editor.app;
    editor.click_region("r1").await;
    editor.keys("Shift+ArrowDown", 3).await;
    is_now(app, "staged").await;
    assert_eq!(sent(app).await.len(), 1, "an edit is not sent by itself");
    editor.key("Ctrl+Enter").await;
    is_now(app, "same").await;
    let (_, y) = first_sent(app).await;
    assert!((y - 30.0 / 1_080.0).abs() < 1e-6, "30 pixels down: {y}");
    let body = &sent(app).await[0]["clientRequest"];
    assert_eq!(
        body["backgroundConfig"][0]["uid"], "77",
        "and all pictures go again"
    );

    app.press("do-previous").await;
    is_now(app, "staged").await;
    let begun = std::time::Instant::now();
    while first_sent(app).await.1 != 0.0 {
        assert!(
            begun.elapsed() < STARTS,
            "the layout from before is on air again"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    editor.key("Ctrl+Enter").await;
    is_now(app, "same").await;
}

async fn sent_by_itself(editor: &Editor<'_>) {
    let app = editor.app;
    app.press("auto-take").await;
    editor.click_region("r1").await;
    editor.keys("Shift+ArrowRight", 5).await;
    editor.at("r1", (50, 30, 768, 540)).await;
    is_now(app, "same").await;
    let (x, _) = first_sent(app).await;
    assert!(
        (x - 50.0 / 1_920.0).abs() < 1e-5,
        "the newest wins, whatever was on its way: {x}"
    );
    app.press("auto-take").await;
}

/// A service that has trouble is asked again; the bar says that it waits.
async fn waited_for(editor: &Editor<'_>) {
    let app = editor.app;
    let rule = json!({
        "call": "updateLayout", "fault": { "kind": "500" },
        "often": { "kind": "times", "times": 8 },
    });
    let plan = json!({ "rules": [rule], "seed": null });
    app.call("faults_save", plan).await.unwrap();
    editor.click_region("r1").await;
    editor.key("Shift+ArrowUp").await;
    editor.key("Ctrl+Enter").await;
    is_now(app, "waiting").await;
    let none = json!({ "rules": [], "seed": null });
    app.call("faults_save", none).await.unwrap();
    is_now(app, "same").await;
}

async fn people_of_the_channel(editor: &Editor<'_>) {
    let app = editor.app;
    // Nobody has 77 in this channel.
    app.see("absent-r2").await;
    editor.click_region("r2").await;
    let now = editor.shown().await;
    assert!(
        now.region("r2").label.contains("not in the channel"),
        "it is spoken: {}",
        now.region("r2").label
    );
    let script = "return [...document.querySelectorAll('[data-testid^=here-]')]
        .map((one) => { const { left, top, width, height } = one.getBoundingClientRect();
            return [one.textContent, left + width / 2, top + height / 2]; })";
    let people = app.script(script).await;
    let first = &people[0];
    let uid = first[0].as_str().expect("somebody is there").to_owned();
    let from = Point {
        x: first[1].as_f64().unwrap(),
        y: first[2].as_f64().unwrap(),
    };
    let to = editor.shown().await.middle("r2");
    editor.drag(from, to).await;
    editor
        .until("the person is in the region", |now| {
            now.region("r2").label.contains(&uid)
        })
        .await;
    app.gone("absent-r2").await;
    editor.key("Ctrl+Z").await;
    app.see("absent-r2").await;

    // Over the other one: a hint, and no more than that.
    editor.drag_region("r2", -400.0, 0.0).await;
    app.see("overlap-hint").await;
    editor.key("Ctrl+Z").await;
    app.gone("overlap-hint").await;
}

async fn scenes(editor: &Editor<'_>) {
    let app = editor.app;
    let script = "return document.querySelector('[data-testid=scene-3]').title";
    let words = app.script(script).await;
    editor.key("3").await;
    is_now(app, "staged").await;
    let wanted = |newest: &Value| {
        let name = newest["layout"]["id"].as_str().unwrap_or_default();
        name != "own-stage" && newest["layoutChange"].is_null()
    };
    app.newest_is("in the third scene", STARTS, wanted).await;
    let script = "return document.querySelector('[data-testid=scene-3]').ariaPressed";
    let begun = std::time::Instant::now();
    while app.script(script).await != "true" {
        assert!(begun.elapsed() < STARTS, "{words} is on air");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    app.press("do-take").await;
    is_now(app, "same").await;
}

/// Hidden regions are left out, and the service takes no layout without any.
async fn refused(editor: &Editor<'_>) {
    let app = editor.app;
    let before = sent(app).await.len();
    editor.click_region("r1").await;
    editor.key("Ctrl+A").await;
    editor.key("Ctrl+Shift+H").await;
    editor
        .until("nothing is shown", |now| now.regions.is_empty())
        .await;
    app.press("do-take").await;
    app.says("failure", "The layout has no regions").await;
    assert_eq!(sent(app).await.len(), before, "nothing was sent");
    editor.key("Ctrl+Z").await;
    app.press("do-take").await;
    is_now(app, "same").await;
    app.gone("failure").await;
}
