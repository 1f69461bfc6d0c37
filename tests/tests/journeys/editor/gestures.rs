//! Moving and resizing by pointer: snapping, limits, modifiers, and how a gesture can end.

use journeys::editor::{Key, Place, Point, Shown};
use journeys::{Editor, World, WorldOptions};

use super::open_own;

/// Two in a row with 192 px between them, and a third to be moved about. No line is near the third but those that
/// it is dragged to.
const ROW: [[u32; 4]; 3] = [
    [0, 100, 384, 360],
    [576, 100, 384, 360],
    [1_300, 580, 200, 200],
];

/// What rounding to screen pixels may take away, in pixels of the recorded picture.
const ROUNDING: i64 = 3;

fn near(is: i64, wanted: i64) -> bool {
    (is - wanted).abs() <= ROUNDING
}

#[tokio::test(flavor = "multi_thread")]
async fn regions_are_moved_with_snapping_and_within_the_canvas() {
    let mut world = World::new("editor-move", WorldOptions::default());
    let app = world.open().await;
    let editor = open_own(&app, "Row", &ROW).await;
    let begun = editor.place("r3").await;

    too_short_for_a_drag(&editor, begun).await;
    snaps_and_lets_go_late(&editor).await;
    shows_equal_gaps(&editor).await;
    moves_freely_and_straight(&editor).await;
    stays_on_the_canvas(&editor).await;
    moves_several_together(&editor).await;

    let kept = editor.kept().await;
    kept.assert_legal();
    assert_eq!(
        kept.steps, 7,
        "one step a drag, and none for the press that was too short"
    );
    world.close(app).await;
}

/// Three pixels are a click; a finger may tremble by five.
async fn too_short_for_a_drag(editor: &Editor<'_>, begun: Place) {
    let from = editor.shown().await.middle("r3");
    editor.drag(from, from.moved(2.0, 2.0)).await;
    let now = editor.selected(&["r3"]).await;
    assert_eq!(now.region("r3").place, begun, "2.8 px are no drag");
    assert_eq!(now.undo, "Undo", "nothing can be undone");
    touch(editor, from, 5.0).await;
    let now = editor.shown().await;
    assert_eq!(
        now.region("r3").place,
        begun,
        "5 px of a finger are no drag"
    );
    assert_eq!(now.undo, "Undo", "nothing can be undone");
    touch(editor, from, 7.0).await;
    let moved = editor.did("move Person 3").await.region("r3").place;
    assert!(moved.x > begun.x, "7 px of a finger are a drag: {moved:?}");
    editor.key("Ctrl+Z").await;
    editor.at("r3", begun).await;
}

/// A finger that goes to the right: the driver has none, so the page is told of one.
async fn touch(editor: &Editor<'_>, from: Point, by: f64) {
    let script = format!(
        "const target = document.elementFromPoint({x}, {y});
         const tell = (type, x, buttons) => target.dispatchEvent(new PointerEvent(type, {{
             bubbles: true, cancelable: true, composed: true, pointerId: 1, pointerType: 'touch',
             button: 0, buttons, clientX: x, clientY: {y}, ctrlKey: true }}));
         tell('pointerdown', {x}, 1); tell('pointermove', {x} + {by}, 1); tell('pointerup', {x} + {by}, 0);",
        x = from.x,
        y = from.y,
    );
    editor.app.script(&script).await;
}

/// To the half of the canvas; held beyond the reach, and then let go.
async fn snaps_and_lets_go_late(editor: &Editor<'_>) {
    let now = editor.shown().await;
    let (from, scale) = (now.part("r3", 0.5, 0.4), now.scale());
    let half = now.stage.left + now.stage.width / 2.0;
    // Where the left edge would be, in screen pixels from the half.
    let edge_at = |beyond: f64| from.moved((960.0 - 1_300.0) * scale + beyond, 0.0);
    editor.press(from).await;
    editor.go(from, edge_at(3.0)).await;
    let snapped = |now: &Shown| (now.region("r3").rect.left - half).abs() <= 1.0;
    let now = editor.until("it snaps to the half", snapped).await;
    assert_eq!(
        now.numbers.as_deref(),
        Some("200 × 200 · 960, 580"),
        "size and place stand beside it"
    );
    let is_upright = |now: &Shown| {
        now.guides
            .iter()
            .any(|guide| guide.rect.height > 20.0 && (guide.rect.left - half).abs() <= 1.0)
    };
    assert!(is_upright(&now), "a line shows to what: {:?}", now.guides);
    editor.go(edge_at(3.0), edge_at(10.0)).await;
    let now = editor.shown().await;
    assert!(snapped(&now), "beyond 8 px it still holds: {now:#?}");
    editor.go(edge_at(10.0), edge_at(16.0)).await;
    let free = editor.until("it lets go", |now| !snapped(now)).await;
    assert!(!is_upright(&free), "the line went with it");
    editor.go(edge_at(16.0), edge_at(4.0)).await;
    editor.until("it snaps again", snapped).await;
    editor.let_go().await;
    let now = editor.at("r3", (960, 580, 200, 200)).await;
    assert!(
        now.guides.is_empty() && now.numbers.is_none(),
        "both are gone"
    );
    assert_eq!(now.undo, "Undo: move Person 3", "one step with a name");
}

/// The third of a row snaps to where the gaps are equal, and each gap says how wide it is.
async fn shows_equal_gaps(editor: &Editor<'_>) {
    let now = editor.shown().await;
    let (from, scale) = (now.part("r3", 0.5, 0.4), now.scale());
    let there = from.moved((1_152.0 - 960.0) * scale + 2.0, (180.0 - 580.0) * scale);
    editor.press(from).await;
    editor.go(from, there).await;
    editor
        .until("both gaps say 192", |now| {
            let lengths: Vec<i64> = now.guides.iter().filter_map(|guide| guide.length).collect();
            lengths == [192, 192]
        })
        .await;
    editor.let_go().await;
    let now = editor
        .until("it is at the equal gap", |now| {
            now.region("r3").place.x == 1_152
        })
        .await;
    assert!(now.guides.is_empty(), "the gaps are shown no more");
}

/// Ctrl: no snapping. Shift: along one axis. And the switch turns snapping off for good.
async fn moves_freely_and_straight(editor: &Editor<'_>) {
    editor.press_key(Key::Control).await;
    let before = editor.place("r3").await;
    editor
        .drag_region("r3", (966 - before.x) as f64, (580 - before.y) as f64)
        .await;
    editor.let_key_go(Key::Control).await;
    let now = editor
        .until("it was moved", |now| now.region("r3").place != before)
        .await;
    let place = now.region("r3").place;
    assert!(
        near(place.x, 966) && place.x != 960,
        "with Ctrl it stays beside the half: {place:?}"
    );

    editor.press_key(Key::Shift).await;
    editor.drag_region("r3", 150.0, 40.0).await;
    editor.let_key_go(Key::Shift).await;
    let straight = editor
        .until("it was moved straight", |now| {
            now.region("r3").place != place
        })
        .await;
    let straight = straight.region("r3").place;
    assert_eq!(straight.y, place.y, "with Shift it keeps to one axis");

    editor.app.press("do-snap").await;
    editor
        .drag_region("r3", (966 - straight.x) as f64, 0.0)
        .await;
    let now = editor
        .until("it was moved back", |now| {
            now.region("r3").place != straight
        })
        .await;
    let place = now.region("r3").place;
    assert!(
        near(place.x, 966) && place.x != 960,
        "snapping is off: {place:?}"
    );
    editor.app.press("do-snap").await;
}

/// Dragged far over the corner it stops at the edges.
async fn stays_on_the_canvas(editor: &Editor<'_>) {
    let now = editor.shown().await;
    let corner = Point {
        x: now.stage.left + now.stage.width + 40.0,
        y: now.stage.top + now.stage.height + 40.0,
    };
    editor.drag(now.middle("r3"), corner).await;
    editor.at("r3", (1_720, 880, 200, 200)).await;
}

/// Two that are selected go together, as far as the first of them can.
async fn moves_several_together(editor: &Editor<'_>) {
    editor.click_region("r1").await;
    editor.press_key(Key::Shift).await;
    editor.click_region("r2").await;
    editor.let_key_go(Key::Shift).await;
    let now = editor.selected(&["r1", "r2"]).await;
    assert_eq!(now.handles, 0, "several have no handles");
    let to_the_edge = Point {
        x: now.stage.left - 60.0,
        ..now.middle("r2")
    };
    editor.press_key(Key::Control).await;
    editor
        .drag(now.middle("r2"), to_the_edge.moved(0.0, 50.0))
        .await;
    editor.let_key_go(Key::Control).await;
    let now = editor.did("move 2 regions").await;
    let (first, second) = (now.region("r1").place, now.region("r2").place);
    assert_eq!(
        (first.x, second.x),
        (0, 576),
        "the first was at the edge already"
    );
    assert_eq!(first.y, second.y, "they went down together");
    assert!(first.y > 150, "and they did go down: {first:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_handles_resize_and_every_end_of_a_gesture_is_clean() {
    let mut world = World::new("editor-resize", WorldOptions::default());
    let app = world.open().await;
    let editor = open_own(&app, "One", &[[600, 400, 480, 240]]).await;
    editor.click_region("r1").await;
    editor.until("handles", |now| now.handles == 8).await;

    each_handle_moves_its_edges(&editor).await;
    with_ratio_and_from_the_centre(&editor).await;
    never_too_small_nor_outside(&editor).await;
    let before = editor.kept().await;
    for end in [
        "Escape",
        "blur",
        "pointercancel",
        "lostpointercapture",
        "resize",
    ] {
        gives_everything_back(&editor, end).await;
    }
    zooming_in_the_midst_does_no_harm(&editor).await;
    draws_without_react(&editor).await;

    let kept = editor.kept().await;
    kept.assert_legal();
    assert_eq!(
        kept.steps,
        before.steps + 2,
        "one step each for the two that were let go"
    );
    world.close(app).await;
}

async fn handle(editor: &Editor<'_>, name: &str) -> Point {
    let (x, y, width, height) = editor
        .app
        .see(&format!("handle-{name}"))
        .await
        .rectangle()
        .await
        .unwrap();
    Point {
        x: x + width / 2.0,
        y: y + height / 2.0,
    }
}

/// Drags a handle by screen pixels and gives what came of it.
async fn pull(editor: &Editor<'_>, name: &str, x: f64, y: f64) -> Place {
    let before = editor.place("r1").await;
    let from = handle(editor, name).await;
    editor.drag(from, from.moved(x, y)).await;
    let changed = |now: &Shown| now.region("r1").place != before;
    let now = editor
        .until(&format!("{name} did something"), changed)
        .await;
    assert_eq!(now.undo, "Undo: resize Person 1");
    now.region("r1").place
}

async fn undo_to(editor: &Editor<'_>, place: Place) {
    editor.key("Ctrl+Z").await;
    editor.at("r1", place).await;
}

async fn each_handle_moves_its_edges(editor: &Editor<'_>) {
    let begun = editor.place("r1").await;
    let scale = editor.shown().await.scale();
    let (dx, dy) = (26.0, -17.0);
    let (x, y) = ((dx / scale) as i64, (dy / scale) as i64);
    editor.press_key(Key::Control).await;
    for name in ["nw", "n", "ne", "e", "se", "s", "sw", "w"] {
        let place = pull(editor, name, dx, dy).await;
        let (left, right) = match name {
            "nw" | "w" | "sw" => (begun.x + x, begun.x + begun.width),
            "ne" | "e" | "se" => (begun.x, begun.x + begun.width + x),
            _ => (begun.x, begun.x + begun.width),
        };
        let (top, bottom) = match name {
            "nw" | "n" | "ne" => (begun.y + y, begun.y + begun.height),
            "sw" | "s" | "se" => (begun.y, begun.y + begun.height + y),
            _ => (begun.y, begun.y + begun.height),
        };
        assert!(
            near(place.x, left)
                && near(place.x + place.width, right)
                && near(place.y, top)
                && near(place.y + place.height, bottom),
            "{name} moves its own edges only: {place:?} is not {left}–{right}, {top}–{bottom}"
        );
        editor.let_key_go(Key::Control).await;
        undo_to(editor, begun).await;
        editor.press_key(Key::Control).await;
    }
    editor.let_key_go(Key::Control).await;
}

async fn with_ratio_and_from_the_centre(editor: &Editor<'_>) {
    let begun = editor.place("r1").await;
    let keeps = |place: Place| near(place.width, place.height * 2);
    let is_centred = |place: Place| {
        near(place.x * 2 + place.width, begun.x * 2 + begun.width)
            && near(place.y * 2 + place.height, begun.y * 2 + begun.height)
    };
    editor.press_key(Key::Shift).await;
    let place = pull(editor, "se", 50.0, 2.0).await;
    editor.let_key_go(Key::Shift).await;
    assert!(keeps(place), "Shift keeps 2:1: {place:?}");
    assert_eq!(
        (place.x, place.y),
        (begun.x, begun.y),
        "the other corner stays"
    );
    undo_to(editor, begun).await;

    editor.press_key(Key::Alt).await;
    let place = pull(editor, "e", 30.0, 0.0).await;
    editor.let_key_go(Key::Alt).await;
    assert!(is_centred(place), "Alt keeps the centre: {place:?}");
    assert!(
        place.width > begun.width + 100,
        "both sides went: {place:?}"
    );
    assert_eq!(place.height, begun.height, "the height stays");
    undo_to(editor, begun).await;

    editor.press_key(Key::Alt).await;
    editor.press_key(Key::Shift).await;
    let place = pull(editor, "nw", -30.0, -4.0).await;
    editor.let_key_go(Key::Shift).await;
    editor.let_key_go(Key::Alt).await;
    assert!(
        keeps(place) && is_centred(place),
        "both together: {place:?}"
    );
    undo_to(editor, begun).await;

    editor.app.press("keep-ratio").await;
    editor.did("ratio of Person 1").await;
    editor.press_key(Key::Control).await;
    let place = pull(editor, "se", 40.0, 40.0).await;
    assert!(keeps(place), "the lock keeps 2:1 by itself: {place:?}");
    editor.press_key(Key::Shift).await;
    let free = pull(editor, "se", 40.0, -10.0).await;
    editor.let_key_go(Key::Shift).await;
    editor.let_key_go(Key::Control).await;
    assert!(!keeps(free), "Shift frees it from the lock: {free:?}");
    editor.app.press("keep-ratio").await;
    editor
        .until("the lock is off", |now| {
            now.undo == "Undo: ratio of Person 1"
        })
        .await;
}

async fn never_too_small_nor_outside(editor: &Editor<'_>) {
    let begun = editor.place("r1").await;
    let now = editor.shown().await;
    let from = handle(editor, "nw").await;
    let beyond = Point {
        x: now.stage.left + now.stage.width,
        y: now.stage.top + now.stage.height,
    };
    editor.drag(from, beyond).await;
    let now = editor
        .until("it is tiny", |now| now.region("r1").place.width == 38)
        .await;
    let tiny = now.region("r1").place;
    assert_eq!(
        tiny.x + tiny.width,
        begun.x + begun.width,
        "the far edge stays"
    );
    let [_, _, width, height] = editor.kept().await.millionths("r1");
    assert_eq!((width, height), (20_000, 20_000), "2 % a side, and no less");
    undo_to(editor, begun).await;

    let from = handle(editor, "se").await;
    editor.drag(from, beyond.moved(40.0, 40.0)).await;
    let whole = (begun.x, begun.y, 1_920 - begun.x, 1_080 - begun.y);
    editor.at("r1", whole).await;
    undo_to(editor, begun).await;
}

async fn gives_everything_back(editor: &Editor<'_>, end: &str) {
    let before = editor.shown().await;
    let from = before.middle("r1");
    editor.press(from).await;
    editor.go(from, from.moved(70.0, 40.0)).await;
    let left = before.region("r1").rect.left;
    editor
        .until("it follows the pointer", |now| {
            now.region("r1").rect.left > left + 40.0
        })
        .await;
    match end {
        "Escape" => editor.key("Escape").await,
        "resize" => editor.app.client.set_window_size(1_200, 760).await.unwrap(),
        _ => {
            let script = format!(
                "const target = '{end}' === 'blur' ? window : document.querySelector('[data-testid=canvas]');
                 target.dispatchEvent(new PointerEvent('{end}', {{ bubbles: true, pointerId: 1 }}));"
            );
            editor.app.script(&script).await;
        }
    }
    // A share of the canvas, since another window size brings another scale.
    let share = |now: &Shown| (now.region("r1").rect.left - now.stage.left) / now.stage.width;
    let is_back = |now: &Shown| (share(now) - share(&before)).abs() < 0.003;
    editor.until(&format!("{end} gives it back"), is_back).await;
    editor.let_go().await;
    let now = editor.until("it stays there", is_back).await;
    assert_eq!(
        now.region("r1").place,
        before.region("r1").place,
        "after {end}"
    );
    assert_eq!(now.undo, before.undo, "{end} leaves no step");
    assert_eq!(now.selection(), ["r1"], "{end} leaves the selection");
    assert!(
        now.guides.is_empty() && now.numbers.is_none(),
        "{end} leaves no line"
    );
    if end == "resize" {
        editor.app.client.set_window_size(1_280, 800).await.unwrap();
        let grown = |now: &Shown| now.stage.width > before.stage.width - 60.0;
        editor.until("the window is as it was", grown).await;
    }
    // The next one goes as usual.
    editor.drag_region("r1", 60.0, 0.0).await;
    editor
        .until("it can be moved", |now| {
            now.region("r1").place != before.region("r1").place
        })
        .await;
    editor.key("Ctrl+Z").await;
    editor.at("r1", before.region("r1").place).await;
}

/// The wheel under Ctrl while a region is dragged: it lands where the pointer is.
async fn zooming_in_the_midst_does_no_harm(editor: &Editor<'_>) {
    let before = editor.shown().await;
    let begun = before.region("r1").place;
    let from = before.middle("r1");
    let there = from.moved(50.0, 20.0);
    editor.press_key(Key::Control).await;
    editor.press(from).await;
    editor.go(from, there).await;
    let wheel = format!(
        "document.querySelector('[data-testid=canvas]').dispatchEvent(new WheelEvent('wheel', {{
             bubbles: true, cancelable: true, ctrlKey: true, deltaY: -120, clientX: {}, clientY: {} }}));",
        there.x, there.y
    );
    editor.app.script(&wheel).await;
    editor
        .until("it zoomed", |now| {
            now.stage.width > before.stage.width * 1.2
        })
        .await;
    editor.let_go().await;
    editor.let_key_go(Key::Control).await;
    let now = editor
        .until("it landed", |now| now.region("r1").place != begun)
        .await;
    let (place, scale) = (now.region("r1").place, before.scale());
    assert!(
        near(place.x - begun.x, (50.0 / scale).round() as i64)
            && near(place.y - begun.y, (20.0 / scale).round() as i64),
        "it went as far as the pointer did: {begun:?}, {place:?}"
    );
    let under = now.region("r1").rect;
    let middle = Point {
        x: under.left + under.width / 2.0,
        y: under.top + under.height / 2.0,
    };
    assert!(
        (middle.x - there.x).abs() < 6.0 && (middle.y - there.y).abs() < 6.0,
        "it is under the pointer: {middle:?}, {there:?}"
    );
    editor.key("Shift+1").await;
    editor
        .until("all is seen again", |now| {
            now.stage.width == before.stage.width
        })
        .await;
}

/// While the pointer moves only places and guides change: nothing is rendered, nothing is added but a line.
async fn draws_without_react(editor: &Editor<'_>) {
    // What was done before is told of once it is kept, and that would be drawn.
    editor.kept().await;
    let from = editor.shown().await.middle("r1");
    editor.press(from).await;
    editor.go(from, from.moved(20.0, 8.0)).await;
    let watch = "
        const canvas = document.querySelector('[data-testid=canvas]');
        window.changes = [];
        const note = (one) => {
            const where = one.target.nodeType === 1 ? one.target : one.target.parentElement;
            const inCanvas = canvas.contains(where);
            const isPainted = inCanvas && (one.type === 'attributes'
                ? ['style', 'hidden', 'class', 'data-length'].includes(one.attributeName)
                : one.type === 'childList' && (where.matches('span') || one.addedNodes[0]?.tagName === 'I'));
            if (!isPainted) window.changes.push(`${one.type} ${one.attributeName} ${where?.outerHTML.slice(0, 90)}`);
        };
        window.watcher = new MutationObserver((all) => all.forEach(note));
        window.watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });";
    editor.app.script(watch).await;
    editor
        .go(from.moved(20.0, 8.0), from.moved(160.0, 70.0))
        .await;
    editor
        .go(from.moved(160.0, 70.0), from.moved(-40.0, -30.0))
        .await;
    let changes = editor
        .app
        .script("window.watcher.disconnect(); return window.changes")
        .await;
    editor.let_go().await;
    assert_eq!(changes, serde_json::json!([]), "only what moves is touched");
    editor.did("move Person 1").await;
}
