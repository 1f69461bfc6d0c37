//! What is drawn is what the service draws: cameras cut or shown whole, and a picture of it all to be pasted elsewhere.
//! The safe areas hold what is dragged to them.

use std::time::{Duration, Instant};

use journeys::editor::{Key, Rect, Shown};
use journeys::{App, Editor, World, WorldOptions};
use serde_json::{Value, json};

use super::open_own;

/// Half a screen pixel to each side.
const ROUNDING: f64 = 1.0;

fn near(is: f64, wanted: f64) -> bool {
    (is - wanted).abs() <= ROUNDING
}

#[tokio::test(flavor = "multi_thread")]
async fn cameras_and_pictures_are_drawn_as_the_service_draws_them() {
    let mut world = World::new("editor-drawn", WorldOptions::default());
    let app = world.open().await;
    let places = [[0, 0, 600, 900], [700, 110, 900, 400]];
    let editor = open_own(&app, "Drawn", &places).await;
    cut_and_whole(&editor).await;
    true_while_it_is_resized(&editor).await;
    copied_as_a_picture(&editor).await;
    held_by_safe_areas(&editor).await;
    world.close(app).await;
}

/// Where the whole of what a camera sends lies on the screen, seen or cut away.
async fn camera(editor: &Editor<'_>, id: &str) -> Rect {
    let script = format!(
        "const svg = document.querySelector('[data-region={id}] svg[viewBox]:not([width])');
         const to = svg.getScreenCTM();
         const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
         return [to.e, to.f, width * to.a, height * to.d];"
    );
    let answer = editor.app.script(&script).await;
    let side = |at: usize| answer[at].as_f64().unwrap_or_default();
    Rect {
        left: side(0),
        top: side(1),
        width: side(2),
        height: side(3),
    }
}

/// Waits until a region's camera is scaled as the service scales it: without stretching, from the middle, and
/// either filling the region or just fitting in.
async fn is_true(editor: &Editor<'_>, id: &str, ratio: f64, is_cut: bool) {
    let begun = Instant::now();
    loop {
        let region = editor.shown().await.region(id).rect;
        let sent = camera(editor, id).await;
        let scales = [region.width / ratio, region.height];
        let high = if is_cut {
            scales[0].max(scales[1])
        } else {
            scales[0].min(scales[1])
        };
        let middle = |rect: Rect| (rect.left + rect.width / 2.0, rect.top + rect.height / 2.0);
        let ((x, y), (wanted_x, wanted_y)) = (middle(sent), middle(region));
        if near(sent.height, high)
            && near(sent.width, high * ratio)
            && near(x, wanted_x)
            && near(y, wanted_y)
        {
            return;
        }
        if begun.elapsed() > Duration::from_secs(5) {
            let how = if is_cut { "fills" } else { "fits in" };
            editor
                .app
                .fail(&format!(
                    "a camera of {ratio} {how} {id}: {sent:?} in {region:?}"
                ))
                .await;
        }
    }
}

const CAMERAS: [(&str, f64); 5] = [
    ("4:3", 4.0 / 3.0),
    ("9:16", 506.0 / 900.0),
    ("1:1", 1.0),
    ("Screen", 16.0 / 9.0),
    ("16:9", 16.0 / 9.0),
];

async fn cut_and_whole(editor: &Editor<'_>) {
    for (words, is_cut) in [("Show it all", false), ("Fill and crop", true)] {
        for id in ["r1", "r2"] {
            editor.click_region(id).await;
            editor.press_words("[data-testid=fit]", words).await;
        }
        for (camera, ratio) in CAMERAS {
            editor.press_words("[data-testid=cameras]", camera).await;
            is_true(editor, "r1", ratio, is_cut).await;
            is_true(editor, "r2", ratio, is_cut).await;
        }
    }
}

/// In the midst of a drag nothing is drawn anew, and the camera is scaled all the same.
async fn true_while_it_is_resized(editor: &Editor<'_>) {
    editor.click_region("r2").await;
    editor.press_words("[data-testid=fit]", "Show it all").await;
    let before = editor
        .until("its handles", |now| now.handles == 8)
        .await
        .region("r2")
        .rect;
    let from = editor.shown().await.part("r2", 0.5, 1.0);
    editor.press_key(Key::Control).await;
    editor.press(from).await;
    editor.go(from, from.moved(0.0, 60.0)).await;
    editor
        .until("it is higher", |now| {
            near(now.region("r2").rect.height, before.height + 60.0)
        })
        .await;
    is_true(editor, "r2", 16.0 / 9.0, false).await;
    is_true(editor, "r1", 16.0 / 9.0, true).await;
    editor.key("Escape").await;
    editor.let_go().await;
    editor.let_key_go(Key::Control).await;
    editor
        .until("it is given back", |now| {
            near(now.region("r2").rect.height, before.height)
        })
        .await;
    is_true(editor, "r2", 16.0 / 9.0, false).await;
}

/// Looks at what the window takes to the clipboard: the picture's size, and the colours at some of its pixels. The
/// driver can't paste pictures, so what was put there is looked at, once the web view has taken it.
const WATCH: &str = "
    window.copied = null;
    const points = [[650, 950], [300, 20], [1250, 130]];
    const { clipboard } = navigator;
    const write = clipboard.write.bind(clipboard);
    clipboard.write = async (items) => {
        await write(items);
        const file = await items[0].getType('image/png');
        const picture = await createImageBitmap(file);
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [picture.width, picture.height];
        const pen = canvas.getContext('2d');
        pen.drawImage(picture, 0, 0);
        const colours = points.map(([x, y]) => [...pen.getImageData(x, y, 1, 1).data]);
        window.copied = { type: file.type, size: [picture.width, picture.height], colours };
        clipboard.write = write;
    };";

async fn copied_as_a_picture(editor: &Editor<'_>) {
    let app = editor.app;
    app.script(WATCH).await;
    app.press("copy-menu").await;
    app.choose_from_menu("Copy as picture").await;
    app.says("toast", "Copied").await;
    let copied = copied(app).await;
    assert_eq!(copied["type"], "image/png", "it is a picture: {copied}");
    assert_eq!(
        copied["size"],
        json!([1_920, 1_080]),
        "as large as the canvas"
    );
    let [outside, first, second] = [0, 1, 2].map(|at| copied["colours"][at].clone());
    assert_eq!(
        outside,
        json!([0, 0, 0, 255]),
        "the background has its colour"
    );
    for region in [&first, &second] {
        assert_eq!(region[3], 255, "nothing can be seen through: {copied}");
        assert_ne!(*region, outside, "there is a region: {copied}");
    }
    assert_ne!(first, second, "the regions can be told apart: {copied}");
}

async fn copied(app: &App) -> Value {
    let begun = Instant::now();
    loop {
        let copied = app.script("return window.copied").await;
        if !copied.is_null() {
            return copied;
        }
        if begun.elapsed() > Duration::from_secs(10) {
            app.fail("no picture was copied").await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// At 3.5 % and at 5 %, and only while they are shown.
async fn held_by_safe_areas(editor: &Editor<'_>) {
    editor.app.press("do-safe").await;
    for (share, pixels) in [(35_000, 67.2), (50_000, 96.0)] {
        bring_to(editor, pixels + 4.0).await;
        let [x, ..] = editor.kept().await.millionths("r2");
        assert_eq!(x, share, "{share} millionths hold it, to the millionth");
        editor.key("Ctrl+Z").await;
        editor
            .until("it is back", |now| now.region("r2").place.x == 700)
            .await;
    }
    editor.app.press("do-safe").await;
    bring_to(editor, 96.0 + 4.0).await;
    let [x, ..] = editor.kept().await.millionths("r2");
    assert!(
        x > 50_500,
        "without them it stays where it was brought: {x}"
    );
}

/// Drags the second region until its left edge is at these pixels of the recorded picture.
async fn bring_to(editor: &Editor<'_>, left: f64) {
    let now: Shown = editor.shown().await;
    let (from, scale) = (now.part("r2", 0.5, 0.4), now.scale());
    let place = now.region("r2").place;
    let there = from.moved((left - place.x as f64) * scale, 0.0);
    editor.drag(from, there).await;
    editor
        .until("it was dragged", |after| after.region("r2").place != place)
        .await;
}
