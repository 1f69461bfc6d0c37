//! How the canvas is looked at: zoom, guides and masks, and the people that are made up for it.

use journeys::editor::{Key, Point, Rect, Shown};
use journeys::{Editor, World, WorldOptions};
use serde_json::Value;

use super::arranging::find_action;

#[tokio::test(flavor = "multi_thread")]
async fn the_canvas_is_zoomed_guided_and_peopled() {
    let mut world = World::new("editor-look", WorldOptions::default());
    let app = world.open().await;
    let editor = Editor::open(&app, "speakerRight3").await;
    zoomed_by_keys(&editor).await;
    zoomed_and_panned_by_pointer(&editor).await;
    guided(&editor).await;
    peopled(&editor).await;
    let now = editor.shown().await;
    assert_eq!(now.undo, "Undo", "looking is no step");
    assert_eq!(now.name, "Speaker + 3", "and makes no copy");
    world.close(app).await;
}

fn near(is: f64, wanted: f64) -> bool {
    (is - wanted).abs() <= 2.0
}

async fn zoomed_by_keys(editor: &Editor<'_>) {
    let fit = editor.shown().await;
    let (window, stage) = (fit.window, fit.stage);
    assert!(
        stage.left > window.left && stage.left + stage.width < window.left + window.width,
        "all of it is seen at first"
    );
    assert!(
        near(
            stage.left + stage.width / 2.0,
            window.left + window.width / 2.0
        ) && near(
            stage.top + stage.height / 2.0,
            window.top + window.height / 2.0
        ),
        "in the middle"
    );
    editor.click_region("r3").await;
    editor.key("Ctrl+0").await;
    let now = editor.until("100 %", |now| now.zoom == "100 %").await;
    assert_eq!(
        (now.stage.width, now.stage.height),
        (1_920.0, 1_080.0),
        "a pixel is a pixel"
    );
    editor.key("Ctrl+-").await;
    editor.until("80 %", |now| now.zoom == "80 %").await;
    editor.key("Ctrl++").await;
    editor.until("100 % again", |now| now.zoom == "100 %").await;
    editor.key("Shift+2").await;
    let filled = |now: &Shown| {
        let rect = now.region("r3").rect;
        let (wide, high) = (rect.width / window.width, rect.height / window.height);
        wide.max(high) > 0.75
            && wide.max(high) <= 1.0
            && near(
                rect.left + rect.width / 2.0,
                window.left + window.width / 2.0,
            )
            && near(
                rect.top + rect.height / 2.0,
                window.top + window.height / 2.0,
            )
    };
    editor
        .until("the selected one fills the window", filled)
        .await;
    editor.key("Shift+1").await;
    editor
        .until("all of it again", |now| now.stage == stage)
        .await;
}

async fn zoomed_and_panned_by_pointer(editor: &Editor<'_>) {
    let fit = editor.shown().await;
    let at = fit.point(1_600.0, 200.0);
    // What is under the pointer stays there, in and out.
    let under = |now: &Shown| {
        let scale = now.scale();
        (
            (at.x - now.stage.left) / scale,
            (at.y - now.stage.top) / scale,
        )
    };
    editor.wheel(at, 0.0, -300.0, true).await;
    let now = editor
        .until("it is larger", |now| {
            now.stage.width > fit.stage.width * 1.5
        })
        .await;
    let (x, y) = under(&now);
    assert!(
        (x - 1_600.0).abs() < 4.0 && (y - 200.0).abs() < 4.0,
        "{x}, {y} is under the pointer"
    );
    let before = now.stage;
    editor.wheel(at, 30.0, 50.0, false).await;
    editor
        .until("the wheel alone pans", |now| {
            near(now.stage.left, before.left - 30.0) && near(now.stage.top, before.top - 50.0)
        })
        .await;

    let before = editor.shown().await.stage;
    let middle = Point {
        x: fit.window.left + fit.window.width / 2.0,
        y: fit.window.top + fit.window.height / 2.0,
    };
    editor.press_key(Key::Space).await;
    editor.drag(middle, middle.moved(70.0, -40.0)).await;
    editor.let_key_go(Key::Space).await;
    let panned = |now: &Shown| {
        near(now.stage.left, before.left + 70.0) && near(now.stage.top, before.top - 40.0)
    };
    editor.until("Space and a drag pan", panned).await;
    editor.selected(&["r3"]).await;

    editor.app.press("do-fit").await;
    editor
        .until("all of it again", |now| now.stage == fit.stage)
        .await;
}

/// Every line and shade over the picture, as shares of it: left, top, width, height.
async fn lines(editor: &Editor<'_>) -> Vec<Rect> {
    let script = "
        const stage = document.querySelector('[data-testid=canvas-stage]');
        const whole = stage.getBoundingClientRect();
        return [...stage.querySelectorAll(':scope > [aria-hidden=true] > *')].map((one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            return [(left - whole.left) / whole.width, (top - whole.top) / whole.height,
                width / whole.width, height / whole.height];
        });";
    let answer = editor.app.script(script).await;
    let share = |value: &Value, at: usize| value[at].as_f64().unwrap_or_default();
    let all = answer.as_array().cloned().unwrap_or_default();
    all.iter()
        .map(|one| Rect {
            left: share(one, 0),
            top: share(one, 1),
            width: share(one, 2),
            height: share(one, 3),
        })
        .collect()
}

async fn drawn(editor: &Editor<'_>, what: &str, count: usize) -> Vec<Rect> {
    let begun = std::time::Instant::now();
    loop {
        let found = lines(editor).await;
        if found.len() == count {
            return found;
        }
        if begun.elapsed().as_secs() > 5 {
            editor
                .app
                .fail(&format!("{what} are {count} lines: {found:?}"))
                .await;
        }
    }
}

async fn guided(editor: &Editor<'_>) {
    drawn(editor, "nothing", 0).await;
    editor.app.press("do-safe").await;
    let safe = drawn(editor, "safe areas", 2).await;
    for (line, inset) in safe.iter().zip([0.035, 0.05]) {
        assert!(
            (line.left - inset).abs() < 0.003 && (line.top - inset).abs() < 0.005,
            "{inset} from each edge: {line:?}"
        );
    }
    find_action(editor, "Safe areas on or off").await;
    drawn(editor, "nothing", 0).await;
    editor.app.press("do-grid").await;
    drawn(editor, "a grid of 12", 22).await;
    editor.app.press("do-grid").await;
    editor.app.press("more-tools").await;
    editor.app.choose_from_menu("Thirds on or off").await;
    let thirds = drawn(editor, "thirds", 4).await;
    assert!((thirds[0].left - 1.0 / 3.0).abs() < 0.004, "{thirds:?}");
    find_action(editor, "Thirds on or off").await;
    drawn(editor, "nothing", 0).await;
    for (mask, kept) in [("Mask 9:16", 81.0 / 256.0), ("Mask 4:3", 0.75)] {
        editor.app.press("more-tools").await;
        editor.app.choose_from_menu(mask).await;
        let shades = drawn(editor, mask, 2).await;
        let dark: f64 = shades.iter().map(|shade| shade.width).sum();
        assert!(
            (1.0 - dark - kept).abs() < 0.01,
            "{mask} leaves {kept}: {shades:?}"
        );
    }
    editor.app.press("more-tools").await;
    editor.app.choose_from_menu("No mask").await;
    drawn(editor, "nothing", 0).await;
}

/// How a region's camera is drawn: the shape of what is sent, and whether it is cut.
async fn camera(editor: &Editor<'_>, id: &str) -> Option<(String, bool)> {
    let script = format!(
        "const svg = document.querySelector('[data-region={id}] svg[viewBox]:not([width])');
         return svg && [svg.getAttribute('viewBox'), svg.getAttribute('preserveAspectRatio')];"
    );
    let answer = editor.app.script(&script).await;
    let view = answer[0].as_str()?.to_owned();
    Some((view, answer[1].as_str()?.ends_with("slice")))
}

async fn sees(editor: &Editor<'_>, id: &str, wanted: Option<(&str, bool)>) {
    let begun = std::time::Instant::now();
    loop {
        let found = camera(editor, id).await;
        if found.as_ref().map(|(view, cut)| (view.as_str(), *cut)) == wanted {
            return;
        }
        if begun.elapsed().as_secs() > 5 {
            editor
                .app
                .fail(&format!("{id} shows {found:?} and not {wanted:?}"))
                .await;
        }
    }
}

const WIDE: &str = "0 0 1600 900";
const TALL: &str = "0 0 506 900";

async fn peopled(editor: &Editor<'_>) {
    editor.app.says("people-count", "4 people").await;
    for id in ["r1", "r2", "r3", "r4"] {
        sees(editor, id, Some((WIDE, true))).await;
    }
    // Places are taken in the order of joining; with three people the fourth place waits.
    editor
        .press_words("[data-testid=editor]", "One person fewer")
        .await;
    editor.app.says("people-count", "3 people").await;
    sees(editor, "r4", None).await;
    sees(editor, "r3", Some((WIDE, true))).await;
    editor
        .press_words("[data-testid=editor]", "One person more")
        .await;
    editor
        .press_words("[data-testid=editor]", "One person more")
        .await;
    editor.app.says("people-count", "5 people").await;
    sees(editor, "r4", Some((WIDE, true))).await;
    editor
        .press_words("[data-testid=editor]", "One person fewer")
        .await;

    // Everybody's camera, then that of one person alone.
    for (words, view) in [
        ("9:16", TALL),
        ("4:3", "0 0 1200 900"),
        ("1:1", "0 0 900 900"),
        ("16:9", WIDE),
    ] {
        editor.press_words("[data-testid=cameras]", words).await;
        sees(editor, "r2", Some((view, true))).await;
    }
    editor.app.choose("camera-who", "person 2").await;
    editor.press_words("[data-testid=cameras]", "9:16").await;
    sees(editor, "r2", Some((TALL, true))).await;
    sees(editor, "r1", Some((WIDE, true))).await;
    editor.press_words("[data-testid=cameras]", "Off").await;
    sees(editor, "r2", None).await;
    sees(editor, "r3", Some((WIDE, true))).await;
    // Somebody who is absent takes no place: the next one moves up.
    editor.press_words("[data-testid=cameras]", "9:16").await;
    editor.app.choose("camera-who", "person 1").await;
    editor.press_words("[data-testid=cameras]", "Absent").await;
    sees(editor, "r1", Some((TALL, true))).await;
    sees(editor, "r4", None).await;
}
