//! What large letters make of the editor, and what axe says of it in both themes.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use journeys::editor::{Key, Point};
use journeys::{App, Editor, World, WorldOptions};
use serde_json::json;

use crate::fit::{AXE, lines};

/// Texts that are cut off, or lie on other texts. What can be scrolled to is not cut off.
const UNREADABLE: &str = "
    const round = (one) => one.getBoundingClientRect();
    const inside = (a, b) => ({ left: Math.max(a.left, b.left), right: Math.min(a.right, b.right),
        top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom) });
    const wrong = [], texts = [];
    const walk = document.createTreeWalker(
        document.querySelector('[data-testid=editor]'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const node = walk.currentNode;
        const words = node.data.trim();
        const around = node.parentElement;
        if (!words || around.closest('.visually-hidden, script, style, [hidden]')) continue;
        if (getComputedStyle(around).visibility === 'hidden') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const whole = round(range);
        if (whole.width === 0 || whole.height === 0) continue;
        let seen = inside(whole, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
        let scrolls = false;
        for (let box = around; box; box = box.parentElement) {
            const { overflowX, overflowY, display } = getComputedStyle(box);
            if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue;
            const part = inside(seen, round(box));
            if (/auto|scroll/.test(overflowX + overflowY)) scrolls = true;
            else if (part.right < seen.right - 1 || part.bottom < seen.bottom - 1
                || (overflowX !== 'visible' && box.scrollWidth > box.clientWidth && box.contains(around)
                    && getComputedStyle(box).textOverflow === 'ellipsis'))
                wrong.push(`cut off: ${words}`);
            seen = part;
        }
        const isSeen = seen.right - seen.left > 1 && seen.bottom - seen.top > 1;
        if (!isSeen && !scrolls) wrong.push(`out of the window: ${words}`);
        if (isSeen) texts.push({ words, seen, node: around });
    }
    texts.forEach((a, index) => texts.slice(index + 1).forEach((b) => {
        const both = inside(a.seen, b.seen);
        if (both.right - both.left > 2 && both.bottom - both.top > 4)
            wrong.push(`${a.words} lies on ${b.words}`);
    }));
    if (texts.length < 20) wrong.push(`only ${texts.length} texts are seen`);
    return wrong;";

#[tokio::test(flavor = "multi_thread")]
async fn letters_of_twice_the_size_can_be_read_and_worked_with() {
    let options = WorldOptions {
        screen: (2_000, 1_200),
        text_percent: 200,
        ..WorldOptions::default()
    };
    let mut world = World::new("editor-large", options);
    let app = world.open().await;
    app.client.set_window_size(1_920, 1_060).await.unwrap();
    push(&app, "nav-layouts").await;
    push(&app, "layout-thumb-speakerRight3").await;
    let editor = Editor { app: &app };
    let now = editor.until("regions", |now| now.regions.len() == 4).await;
    app.script("document.querySelector('[data-region=r2]').focus()")
        .await;
    let states: [(&str, &[&str]); 3] = [
        ("Escape", &[]),
        ("Ctrl+A", &["r1", "r2", "r3", "r4"]),
        ("Escape", &["r2"]),
    ];
    for (key, chosen) in states {
        editor.key(key).await;
        if *chosen == ["r2"] {
            app.script("document.querySelector('[data-testid=row-r2]').click()")
                .await;
        }
        editor.selected(chosen).await;
        let wrong = lines(app.script(UNREADABLE).await);
        assert!(
            wrong.is_empty(),
            "with {chosen:?} chosen: {}",
            wrong.join("\n")
        );
    }
    app.script("document.querySelector('[data-region=r2]').focus()")
        .await;

    // Keys, and a pointer at places that are twice as far from the corner.
    editor.key("Shift+ArrowLeft").await;
    let place = now.region("r2").place;
    let moved = (place.x - 10, place.y, place.width, place.height);
    let now = editor.at("r2", moved).await;
    let from = now.middle("r2");
    let there = from.moved(-40.0, 30.0);
    editor.press_key(Key::Control).await;
    editor.drag(twice(from), twice(there)).await;
    editor.let_key_go(Key::Control).await;
    let now = editor.did("move Guest 1").await;
    let middle = now.middle("r2");
    assert!(
        (middle.x - there.x).abs() < 2.0 && (middle.y - there.y).abs() < 2.0,
        "it is under the pointer: {middle:?}, {there:?}"
    );
    world.close(app).await;
}

fn twice(at: Point) -> Point {
    Point {
        x: at.x * 2.0,
        y: at.y * 2.0,
    }
}

/// Presses something without a pointer: the driver's would miss it.
async fn push(app: &App, id: &str) {
    app.see(id).await;
    app.script(&format!(
        "document.querySelector('[data-testid={id}]').click()"
    ))
    .await;
}

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
