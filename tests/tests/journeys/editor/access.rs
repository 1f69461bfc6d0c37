//! What axe says of the editor, in both themes.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use journeys::{App, Editor, World, WorldOptions};
use serde_json::json;

use crate::fit::{AXE, lines};

#[tokio::test(flavor = "multi_thread")]
async fn the_editor_pleases_axe_in_both_themes() {
    let mut world = World::new("editor-axe", WorldOptions::default());
    let app = world.open().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(file).expect("the page's packages are installed");
    app.script(&axe).await;
    crate::start(&app, "board-sync").await;
    let editor = super::open_own(&app, "Busy", &BUSY).await;
    app.choose("live-recording", "board-sync").await;
    app.see("live-state").await;
    make_busy(&editor).await;
    let mut wrong = Vec::new();
    for theme in ["light", "dark"] {
        wear(&app, theme).await;
        for state in STATES {
            bring_about(&editor, state).await;
            let found = app.client.execute_async(AXE, vec![]).await.unwrap();
            let found = lines(found).into_iter();
            wrong.extend(found.map(|line| format!("{state}, {theme}: {line}")));
            let name = format!("{}-{theme}.png", state.replace(' ', "-"));
            let pictures = journeys::world::program("journeys", "editor-axe");
            app.screenshot(&pictures.join(name)).await;
            if ["a menu", "the tools", "a dialog"].contains(&state) {
                editor.key("Escape").await;
                while app.script(OPEN).await == true {
                    tokio::time::sleep(Duration::from_millis(30)).await;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    world.close(app).await;
}

/// Two that overlap, one that is tiny, and two more.
const BUSY: [[u32; 4]; 5] = [
    [0, 0, 900, 600],
    [600, 300, 900, 600],
    [1_800, 20, 60, 40],
    [1_500, 20, 200, 200],
    [1_500, 700, 300, 300],
];

const STATES: [&str; 6] = [
    "a region",
    "several",
    "nothing",
    "a menu",
    "the tools",
    "a dialog",
];

/// One for somebody who is away, one locked, one hidden.
async fn make_busy(editor: &Editor<'_>) {
    let app = editor.app;
    editor.click_region("r1").await;
    app.choose("who", "A fixed user ID").await;
    app.type_into("who-uid", "77").await;
    editor.key("Enter").await;
    app.see("absent-r1").await;
    editor.click_region("r4").await;
    editor.key("Ctrl+Shift+L").await;
    editor.did("lock Person 4").await;
    editor.click_region("r5").await;
    editor.key("Ctrl+Shift+H").await;
    editor.did("hide Person 5").await;
}

async fn shown(app: &App, css: &str) {
    let waited = app.client.wait().for_element(Locator::Css(css)).await;
    waited.unwrap_or_else(|error| panic!("{css} is shown: {error}"));
}

const OPEN: &str = "return document.querySelector('[role=menu], [role=dialog]') !== null";

async fn bring_about(editor: &Editor<'_>, state: &str) {
    let app = editor.app;
    match state {
        "a region" => {
            editor.click_region("r2").await;
            app.see("overlap-hint").await;
        }
        "several" => {
            editor.key("Ctrl+A").await;
            editor.until("all", |now| now.selection().len() == 4).await;
        }
        "nothing" => {
            editor.key("Escape").await;
            editor.selected(&[]).await;
            app.press("do-safe").await;
            app.press("do-grid").await;
        }
        "the tools" => {
            app.press("more-tools").await;
            shown(app, "[role=menu]").await;
        }
        "a menu" => {
            // The driver never lets its right button go while a menu is open.
            let script = "document.querySelector('[data-region=r1]').dispatchEvent(
                new MouseEvent('contextmenu', { bubbles: true, clientX: 400, clientY: 400 }))";
            app.script(script).await;
            shown(app, "[role=menu]").await;
        }
        _ => {
            app.press("do-paste").await;
            app.see("paste-text").await;
        }
    }
}

/// Puts a theme on, as the person's own choice.
async fn wear(app: &App, theme: &str) {
    let info = app.call("app_info", json!({})).await.unwrap();
    let mut settings = info["settings"].clone();
    settings["theme"] = json!(theme);
    app.call("settings_save", settings).await.unwrap();
    let begun = Instant::now();
    let worn = "return document.documentElement.dataset.theme";
    while app.script(worn).await != *theme {
        if begun.elapsed() > Duration::from_secs(5) {
            app.fail(&format!("the theme is never {theme}")).await;
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}
