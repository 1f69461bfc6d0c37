//! Small windows: nothing is cut off, and what matters is in reach. And what axe says of each screen.

use std::path::Path;
use std::time::Duration;

use journeys::{App, World, WorldOptions};
use serde_json::{Value, json};

/// Every place, in the order in which they are gone through. The last one is a dialog.
const PLACES: [&str; 9] = [
    "record", "live", "opened", "layouts", "editor", "library", "console", "accounts", "help",
];

/// As long as the service takes a channel's name.
const CHANNEL: &str = "a-channel-with-the-longest-name-that-the-service-takes-64-bytes!";

/// What scrolls sideways: the page, or a part of it. Code may.
pub const SIDEWAYS: &str = "
    const wide = [...document.querySelectorAll('html, body, main, main *')].filter((part) => {
        const over = getComputedStyle(part).overflowX;
        const scrolls = over === 'auto' || over === 'scroll' || /^(HTML|BODY|MAIN)$/.test(part.tagName);
        return scrolls && !part.closest('pre') && part.scrollWidth > part.clientWidth;
    });
    return wide.map((part) => `${part.tagName.toLowerCase()}.${part.className} ` +
        `${part.scrollWidth} in ${part.clientWidth}`);";

/// Whether the element lies in the window, and nothing lies on it.
pub const IN_REACH: &str = "
    const part = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
    if (!part) return 'is not there';
    const box = part.getBoundingClientRect();
    const fits = box.width > 0 && box.height > 0 && box.left >= 0 && box.top >= 0
        && box.right <= innerWidth && box.bottom <= innerHeight;
    if (!fits) return `is at ${[box.left, box.top, box.right, box.bottom]} of ${[innerWidth, innerHeight]}`;
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return part.contains(hit) ? null : `is under ${hit && hit.outerHTML.slice(0, 120)}`;";

// Left out: where a screen reader is told of a change for some seconds. It names buttons that may be gone by then.
pub const AXE: &str = "
    const done = arguments[arguments.length - 1];
    window.axe.run({ exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))),
        (error) => done([String(error)]));";

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_fits_a_small_window() {
    assert_eq!(CHANNEL.len(), 64, "the longest name");
    let mut world = World::new("fit", WorldOptions::default());
    let app = world.open().await;
    let mut wrong = Vec::new();
    resize(&app, 960, 640).await;
    app.type_into("channel-input", CHANNEL).await;
    in_reach(&app, "start-button", "960×640", &mut wrong).await;
    app.press("start-button").await;
    app.newest_reaches(&["recording"], Duration::from_secs(30))
        .await;

    for (width, height) in [(960, 640), (1280, 800)] {
        resize(&app, width, height).await;
        let size = format!("{width}×{height}");
        for screen in PLACES {
            show(&app, screen).await;
            let place = format!("{screen} at {size}");
            for wide in lines(app.script(SIDEWAYS).await) {
                wrong.push(format!("{place}: {wide}"));
            }
            match screen {
                "record" => in_reach(&app, "start-button", &place, &mut wrong).await,
                "opened" => in_reach(&app, "stop-button", &place, &mut wrong).await,
                _ => {}
            }
        }
        app.keys("\u{e00c}").await;
        app.gone("help").await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_pleases_axe() {
    let mut world = World::new("axe", WorldOptions::default());
    let app = world.open().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(file).expect("the page's packages are installed");
    app.script(&axe).await;
    crate::start(&app, "board-sync").await;
    let mut wrong = Vec::new();
    for screen in PLACES {
        show(&app, screen).await;
        let found = app.client.execute_async(AXE, vec![]).await.unwrap();
        wrong.extend(
            lines(found)
                .into_iter()
                .map(|line| format!("{screen}: {line}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    world.close(app).await;
}

/// Goes to a screen and waits until it shows what it is for.
async fn show(app: &App, screen: &str) {
    match screen {
        "opened" => {
            app.press("nav-live").await;
            if !app.has("live-opened").await {
                app.press("live-card").await;
            }
            app.see("stop-button").await;
        }
        "live" => {
            app.press("nav-live").await;
            app.see("live-card").await;
        }
        "editor" => {
            app.press("layout-thumb-sideBySide").await;
            app.see("canvas-stage").await;
        }
        "help" => {
            app.press("nav-help").await;
            app.see("help").await;
        }
        _ => {
            app.press(&format!("nav-{screen}")).await;
            app.see(&format!("screen-{screen}")).await;
            let content = match screen {
                "layouts" => "layout-search",
                "library" => "library-row",
                "console" => "console-send",
                "accounts" => "practice-card",
                _ => "start-button",
            };
            app.see(content).await;
        }
    }
}

async fn in_reach(app: &App, id: &str, place: &str, wrong: &mut Vec<String>) {
    let answer = app.client.execute(IN_REACH, vec![json!(id)]).await.unwrap();
    if let Some(why) = answer.as_str() {
        wrong.push(format!("{place}: {id} {why}"));
    }
}

/// Gives the page no more than this many pixels, and not much less.
pub async fn resize(app: &App, width: u32, height: u32) {
    app.client.set_window_size(width, height).await.unwrap();
    let begun = std::time::Instant::now();
    loop {
        let inner = app.script("return [innerWidth, innerHeight]").await;
        let near = |at: usize, wanted: u32| {
            let is = inner[at].as_u64().unwrap_or_default();
            is <= u64::from(wanted) && is + 60 > u64::from(wanted)
        };
        if near(0, width) && near(1, height) {
            return;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "the window is {inner}, and not {width}×{height}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

pub fn lines(answer: Value) -> Vec<String> {
    let lines = answer.as_array().cloned().expect("the script gives a list");
    lines
        .iter()
        .filter_map(|line| line.as_str().map(str::to_owned))
        .collect()
}
