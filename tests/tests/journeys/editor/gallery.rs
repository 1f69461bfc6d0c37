//! The gallery: templates as they are, Agora's own layouts for any number of people, and what one can do with
//! layouts and their files.

use std::time::{Duration, Instant};

use journeys::{App, Editor, World, WorldOptions};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn layouts_are_found_made_and_passed_on() {
    let mut world = World::new("editor-gallery", WorldOptions::default());
    let app = world.open().await;
    app.press("nav-layouts").await;
    app.see("layout-thumb-sideBySide").await;
    drawn_from_the_documents(&app).await;
    found(&app).await;
    presets(&app).await;
    let name = of_ones_own(&app).await;
    passed_on(&app, &world, &name).await;
    world.close(app).await;
}

async fn layouts(app: &App) -> Vec<Value> {
    let list = app.call("layout_list", json!({})).await.unwrap();
    list.as_array().cloned().unwrap_or_default()
}

/// Waits until the gallery's own layouts have these names, the newest at their usual place.
async fn own_are(app: &App, wanted: &[&str]) {
    let begun = Instant::now();
    loop {
        let all = layouts(app).await;
        let own = all.iter().filter(|one| one["template"] == false);
        let mut names: Vec<&str> = own.filter_map(|one| one["name"].as_str()).collect();
        names.sort_unstable();
        if names == wanted {
            return;
        }
        if begun.elapsed() > Duration::from_secs(10) {
            app.fail(&format!("one's own are {wanted:?}: {names:?}"))
                .await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Where a thumbnail draws its regions, in shares of its paper.
const THUMB: &str = "
    const paper = document.querySelector(`[data-testid=\"${arguments[0]}\"] > span`);
    const whole = paper.getBoundingClientRect();
    return [...paper.querySelectorAll(':scope > span')].map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return [(left - whole.left) / whole.width, (top - whole.top) / whole.height,
            width / whole.width, height / whole.height];
    });";

async fn drawn_from_the_documents(app: &App) {
    let templates = layouts(app).await;
    assert!(
        templates.len() >= 14 && templates.iter().all(|one| one["template"] == true),
        "14 or more, and nothing else at first: {}",
        templates.len()
    );
    for template in templates {
        let id = template["id"].as_str().unwrap_or_default();
        let thumb = json!(format!("layout-thumb-{id}"));
        let drawn = app.client.execute(THUMB, vec![thumb]).await.unwrap();
        let regions = template["document"]["regions"].as_array().unwrap();
        assert_eq!(
            drawn.as_array().map(Vec::len),
            Some(regions.len()),
            "every region of {id} is drawn"
        );
        for (at, region) in regions.iter().enumerate() {
            for (place, side) in ["x", "y", "width", "height"].into_iter().enumerate() {
                let is = drawn[at][place].as_f64().unwrap();
                let wanted = region[side].as_f64().unwrap() / 1e6;
                assert!(
                    (is - wanted).abs() < 0.02,
                    "{side} of region {at} in {id}: {is} is drawn for {wanted}"
                );
            }
        }
    }
}

async fn found(app: &App) {
    app.type_into("layout-search", "picture in picture").await;
    app.gone("layout-thumb-sideBySide").await;
    let count = "return document.querySelectorAll('[data-testid^=layout-thumb-]').length";
    assert_eq!(app.script(count).await, 4, "four are called so");
    app.type_into("layout-search", "no such layout").await;
    let begun = Instant::now();
    while app.script(count).await != 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "none is called so"
        );
    }
    app.type_into("layout-search", "").await;
    app.see("layout-thumb-sideBySide").await;
}

/// Agora's own layouts become regions that can be edited, for as many people as the preview has.
async fn presets(app: &App) {
    let editor = Editor::open(app, "sideBySide").await;
    for more in [0, 5] {
        for _ in 0..more {
            editor
                .press_words("[data-testid=editor]", "One person more")
                .await;
        }
        let people = 2 + more;
        app.says("people-count", &people.to_string()).await;
        for preset in ["floating", "bestFit", "vertical"] {
            let thumb = format!("preset-{preset}");
            let begun = Instant::now();
            loop {
                let drawn = app.client.execute(THUMB, vec![json!(thumb)]).await;
                if drawn.is_ok_and(|one| one.as_array().map(Vec::len) == Some(people)) {
                    break;
                }
                if begun.elapsed() > Duration::from_secs(5) {
                    app.fail(&format!("{preset} is drawn for {people}")).await;
                }
            }
            app.press(&thumb).await;
            editor
                .until(&format!("{preset} for {people}"), |now| {
                    now.regions.len() == people && now.undo == "Undo: template"
                })
                .await;
            editor.kept().await.assert_legal();
        }
    }
    app.press("layout-back").await;
    app.see("layout-search").await;
}

/// A rename, a copy, and a deletion with a way back. Gives the layout's name.
async fn of_ones_own(app: &App) -> String {
    own_are(app, &["My Side by side"]).await;
    let all = layouts(app).await;
    let own = all.iter().find(|one| one["template"] == false).unwrap();
    let menu = format!("layout-menu-{}", own["id"].as_str().unwrap());
    app.press(&menu).await;
    app.choose_from_menu("Rename").await;
    app.type_into("layout-rename", "Board").await;
    app.keys("\u{e007}").await;
    own_are(app, &["Board"]).await;
    app.press(&menu).await;
    app.choose_from_menu("Duplicate").await;
    own_are(app, &["Board", "Copy of Board"]).await;
    app.press(&menu).await;
    app.choose_from_menu("Delete").await;
    own_are(app, &["Copy of Board"]).await;
    let editor = Editor { app };
    editor.press_words("[data-testid=toast]", "Undo").await;
    own_are(app, &["Board", "Copy of Board"]).await;
    "Board".to_owned()
}

/// Out as a file, and in again as one that is dropped onto the window: to the last millionth.
async fn passed_on(app: &App, world: &World, name: &str) {
    let all = layouts(app).await;
    let own = all.iter().find(|one| one["name"] == name).unwrap();
    app.press(&format!("layout-menu-{}", own["id"].as_str().unwrap()))
        .await;
    app.choose_from_menu("Export").await;
    app.says("toast", ".json").await;
    let files = journeys::media::files(&world.data, "json");
    let said = app.text("toast").await;
    let file = files
        .iter()
        .find(|file| said.contains(&*file.to_string_lossy()));
    let file = file.unwrap_or_else(|| panic!("{said} names one of {files:?}"));
    let text = std::fs::read_to_string(file).unwrap();
    let drop = "
        const carried = new DataTransfer();
        carried.items.add(new File([arguments[0]], 'board.json', { type: 'application/json' }));
        for (const type of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(type,
                { bubbles: true, cancelable: true, dataTransfer: carried }));";
    app.client.execute(drop, vec![json!(text)]).await.unwrap();
    let begun = Instant::now();
    let again = loop {
        let all = layouts(app).await;
        let boards = all.into_iter().filter(|one| one["name"] == name);
        let mut boards: Vec<Value> = boards.filter(|one| one["id"] != own["id"]).collect();
        if let Some(board) = boards.pop() {
            break board;
        }
        if begun.elapsed() > Duration::from_secs(10) {
            app.fail("the dropped one is there").await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    for side in ["x", "y", "width", "height"] {
        let sides = |layout: &Value| -> Vec<Value> {
            let regions = layout["document"]["regions"].as_array();
            regions
                .into_iter()
                .flatten()
                .map(|one| one[side].clone())
                .collect()
        };
        assert_eq!(sides(&again), sides(own), "{side} to the millionth");
    }
}
