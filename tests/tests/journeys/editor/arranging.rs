//! Choosing, ordering, arranging, copying, locking and hiding, each by pointer and by keys; and taking it all back,
//! also after the app was closed.

use journeys::editor::{Key, Place, Point, Shown};
use journeys::{App, Editor, World, WorldOptions};

use super::open_own;

/// Three in a row, and below them two that lie over each other. There is room around them.
const FIVE: [[u32; 4]; 5] = [
    [100, 100, 400, 300],
    [600, 140, 300, 220],
    [1_300, 60, 400, 300],
    [200, 500, 600, 400],
    [500, 600, 600, 400],
];

#[tokio::test(flavor = "multi_thread")]
async fn regions_are_chosen_ordered_and_arranged() {
    let mut world = World::new("editor-arrange", WorldOptions::default());
    let app = world.open().await;
    let editor = open_own(&app, "Five", &FIVE).await;
    chosen_by_pointer(&editor).await;
    chosen_by_keys(&editor).await;
    ordered(&editor).await;
    aligned(&editor).await;
    arranged(&editor).await;
    let kept = editor.kept().await;
    kept.assert_legal();
    assert_eq!(kept.steps, 3, "two puts in the list and one swap are left");
    world.close(app).await;
}

async fn chosen_by_pointer(editor: &Editor<'_>) {
    editor.click_region("r1").await;
    let now = editor.selected(&["r1"]).await;
    assert_eq!(now.handles, 8, "one alone has handles");
    editor.press_key(Key::Shift).await;
    editor.click_region("r2").await;
    editor.selected(&["r1", "r2"]).await;
    editor.click_region("r1").await;
    editor.selected(&["r2"]).await;
    editor.let_key_go(Key::Shift).await;
    let now = editor.shown().await;
    editor.click(now.point(1_850.0, 1_000.0)).await;
    let now = editor.selected(&[]).await;

    // A box takes whatever it touches; with Shift it adds.
    let (from, there) = (now.point(40.0, 80.0), now.point(700.0, 160.0));
    editor.drag(from, there).await;
    editor.selected(&["r1", "r2"]).await;
    editor.press_key(Key::Shift).await;
    editor
        .drag(now.point(1_250.0, 30.0), now.point(1_350.0, 90.0))
        .await;
    editor.let_key_go(Key::Shift).await;
    let now = editor.selected(&["r1", "r2", "r3"]).await;
    assert_eq!(now.undo, "Undo", "choosing is no step");

    // Alt goes through to what lies below, and from the last one to the front again.
    let both = now.point(650.0, 750.0);
    editor.click(both).await;
    editor.selected(&["r5"]).await;
    editor.press_key(Key::Alt).await;
    editor.click(both).await;
    editor.selected(&["r4"]).await;
    editor.click(both).await;
    editor.selected(&["r5"]).await;
    editor.let_key_go(Key::Alt).await;
}

async fn chosen_by_keys(editor: &Editor<'_>) {
    editor.click_region("r1").await;
    editor.selected(&["r1"]).await;
    // Row by row, each row from the left.
    let spoken = [
        (
            "r2",
            "Person 2, 300 by 220 pixels at 600, 140, Next person to join",
        ),
        (
            "r3",
            "Person 3, 400 by 300 pixels at 1300, 60, Next person to join",
        ),
        (
            "r4",
            "Person 4, 600 by 400 pixels at 200, 500, Next person to join",
        ),
        (
            "r5",
            "Person 5, 600 by 400 pixels at 500, 600, Next person to join",
        ),
    ];
    for (id, words) in spoken {
        editor.key("Tab").await;
        let now = editor.selected(&[id]).await;
        assert_eq!(now.focus, Some(format!("region-{id}")), "Tab goes on");
        let (role, name) = editor.app.heard_at_focus().await;
        assert_eq!((role.as_str(), name.as_str()), ("button", words));
    }
    editor.key("Shift+Tab").await;
    editor.selected(&["r4"]).await;
    editor.key("Ctrl+A").await;
    editor.selected(&["r1", "r2", "r3", "r4", "r5"]).await;
    editor.key("Escape").await;
    editor.selected(&[]).await;
}

async fn in_order(editor: &Editor<'_>, rows: [&str; 5]) -> Shown {
    editor
        .until(&format!("the list is {rows:?}"), |now| now.rows == rows)
        .await
}

async fn ordered(editor: &Editor<'_>) {
    editor.click_region("r4").await;
    in_order(editor, ["r5", "r4", "r3", "r2", "r1"]).await;
    let keys = [
        ("Ctrl+ArrowUp", ["r4", "r5", "r3", "r2", "r1"]),
        ("Ctrl+ArrowDown", ["r5", "r4", "r3", "r2", "r1"]),
        ("Ctrl+End", ["r5", "r3", "r2", "r1", "r4"]),
        ("Ctrl+]", ["r5", "r3", "r2", "r4", "r1"]),
        ("Ctrl+[", ["r5", "r3", "r2", "r1", "r4"]),
        ("Ctrl+Home", ["r4", "r5", "r3", "r2", "r1"]),
    ];
    for (chord, rows) in keys {
        editor.key(chord).await;
        let now = in_order(editor, rows).await;
        assert_eq!(now.undo, "Undo: order of Person 4", "after {chord}");
    }
    let now = editor.shown().await;
    let at = now.point(650.0, 750.0);
    let script = format!(
        "return document.elementFromPoint({}, {}).closest('[data-region]').dataset.region",
        at.x, at.y
    );
    assert_eq!(
        editor.app.script(&script).await,
        "r4",
        "the top of the list is in front"
    );
    for rows in [
        ["r5", "r3", "r2", "r1", "r4"],
        ["r5", "r3", "r2", "r4", "r1"],
        ["r5", "r3", "r2", "r1", "r4"],
        ["r5", "r4", "r3", "r2", "r1"],
        ["r4", "r5", "r3", "r2", "r1"],
        ["r5", "r4", "r3", "r2", "r1"],
    ] {
        editor.key("Ctrl+Z").await;
        in_order(editor, rows).await;
    }

    // In the list: by pointer, and with the arrows of the grip.
    let grip = middle_of(editor.app, "grip-r1").await;
    let row = middle_of(editor.app, "grip-r2").await;
    editor
        .drag(
            grip,
            Point {
                x: grip.x,
                y: grip.y - 2.0 * (grip.y - row.y),
            },
        )
        .await;
    in_order(editor, ["r5", "r4", "r1", "r3", "r2"]).await;
    focus(editor.app, "grip-r1").await;
    editor.key("ArrowDown").await;
    let now = in_order(editor, ["r5", "r4", "r3", "r1", "r2"]).await;
    assert_eq!(
        now.focus.as_deref(),
        Some("grip-r1"),
        "the focus goes with it"
    );
}

pub async fn middle_of(app: &App, id: &str) -> Point {
    let (x, y, width, height) = app.see(id).await.rectangle().await.unwrap();
    Point {
        x: x + width / 2.0,
        y: y + height / 2.0,
    }
}

async fn focus(app: &App, id: &str) {
    app.see(id).await;
    let script = format!("document.querySelector('[data-testid=\"{id}\"]').focus()");
    app.script(&script).await;
}

/// Finds an action by its words, as Ctrl+K does.
pub async fn find_action(editor: &Editor<'_>, words: &str) {
    editor.key("Ctrl+K").await;
    editor.app.see("palette").await;
    editor.write(words).await;
    editor.app.says("palette", words).await;
    editor.key("Enter").await;
    editor.app.gone("palette").await;
}

async fn select_row(editor: &Editor<'_>) {
    editor.click_region("r1").await;
    editor.press_key(Key::Shift).await;
    editor.click_region("r2").await;
    editor.click_region("r3").await;
    editor.let_key_go(Key::Shift).await;
    editor.selected(&["r1", "r2", "r3"]).await;
}

type Places = [(i64, i64, i64, i64); 3];

async fn places(editor: &Editor<'_>, what: &str, wanted: Places) {
    let wanted = wanted.map(Place::from);
    let ids = ["r1", "r2", "r3"];
    editor
        .until(&format!("{what}: {wanted:?}"), |now| {
            ids.map(|id| now.region(id).place) == wanted
        })
        .await;
}

const BEGUN: Places = [
    (100, 100, 400, 300),
    (600, 140, 300, 220),
    (1_300, 60, 400, 300),
];

async fn aligned(editor: &Editor<'_>) {
    select_row(editor).await;
    let edges: [(&str, &str, Places); 6] = [
        (
            "left",
            "Align left",
            [
                (100, 100, 400, 300),
                (100, 140, 300, 220),
                (100, 60, 400, 300),
            ],
        ),
        (
            "centre",
            "Align centre",
            [
                (700, 100, 400, 300),
                (750, 140, 300, 220),
                (700, 60, 400, 300),
            ],
        ),
        (
            "right",
            "Align right",
            [
                (1_300, 100, 400, 300),
                (1_400, 140, 300, 220),
                (1_300, 60, 400, 300),
            ],
        ),
        (
            "top",
            "Align top",
            [
                (100, 60, 400, 300),
                (600, 60, 300, 220),
                (1_300, 60, 400, 300),
            ],
        ),
        (
            "middle",
            "Align middle",
            [
                (100, 80, 400, 300),
                (600, 120, 300, 220),
                (1_300, 80, 400, 300),
            ],
        ),
        (
            "bottom",
            "Align bottom",
            [
                (100, 100, 400, 300),
                (600, 180, 300, 220),
                (1_300, 100, 400, 300),
            ],
        ),
    ];
    for (edge, words, wanted) in edges {
        editor.app.press(&format!("do-{edge}")).await;
        places(editor, words, wanted).await;
        editor.did("align 3 regions").await;
        editor.key("Ctrl+Z").await;
        places(editor, "as it was", BEGUN).await;
    }
    // By its words, without a pointer.
    find_action(editor, "Align bottom").await;
    places(editor, "by the palette", edges[5].2).await;
    editor.key("Ctrl+Z").await;
    places(editor, "as it was", BEGUN).await;
    // One alone goes to the edge of the picture.
    editor.click_region("r2").await;
    editor.app.press("do-right").await;
    editor.at("r2", (1_620, 140, 300, 220)).await;
    editor.did("align Person 2").await;
    editor.key("Ctrl+Z").await;
    places(editor, "as it was", BEGUN).await;
}

async fn arranged(editor: &Editor<'_>) {
    select_row(editor).await;
    editor.app.press("do-across").await;
    places(
        editor,
        "equal gaps of 250 px",
        [
            (100, 100, 400, 300),
            (750, 140, 300, 220),
            (1_300, 60, 400, 300),
        ],
    )
    .await;
    editor.did("distribute 3 regions").await;
    editor.key("Ctrl+Z").await;
    editor.app.press("do-sameSize").await;
    places(
        editor,
        "as large as the first",
        [
            (100, 100, 400, 300),
            (600, 140, 400, 300),
            (1_300, 60, 400, 300),
        ],
    )
    .await;
    editor.did("same size for 3 regions").await;
    editor.key("Ctrl+Z").await;
    find_action(editor, "Distribute down").await;
    editor.did("distribute 3 regions").await;
    editor.key("Ctrl+Z").await;
    places(editor, "as it was", BEGUN).await;

    // All of them into a grid: nobody is over anybody, and nothing is left free between them.
    editor.key("Escape").await;
    editor.selected(&[]).await;
    editor.app.press("do-tidy").await;
    let now = editor.did("tidy 5 regions").await;
    let area: i64 = now
        .regions
        .iter()
        .map(|one| one.place.width * one.place.height)
        .sum();
    assert!(
        now.regions
            .iter()
            .all(|one| one.place.width * one.place.height == area / 5),
        "all are alike: {now:#?}"
    );
    for (at, one) in now.regions.iter().enumerate() {
        for other in now.regions.iter().skip(at + 1) {
            let (a, b) = (one.place, other.place);
            let apart = a.x + a.width <= b.x
                || b.x + b.width <= a.x
                || a.y + a.height <= b.y
                || b.y + b.height <= a.y;
            assert!(apart, "{} and {} are apart", one.id, other.id);
        }
    }
    editor.key("Ctrl+Z").await;
    places(editor, "as it was", BEGUN).await;

    // Two change places, from the menu at the pointer.
    editor.click_region("r1").await;
    editor.press_key(Key::Shift).await;
    editor.click_region("r3").await;
    editor.let_key_go(Key::Shift).await;
    editor.selected(&["r1", "r3"]).await;
    let at = editor.shown().await.middle("r3");
    editor.menu_at(at, "Swap places").await;
    places(
        editor,
        "swapped",
        [
            (1_300, 60, 400, 300),
            (600, 140, 300, 220),
            (100, 100, 400, 300),
        ],
    )
    .await;
    editor.did("swap 2 regions").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_stop_at_17_and_every_step_survives_a_restart() {
    let mut world = World::new("editor-history", WorldOptions::default());
    let app = world.open().await;
    let editor = Editor::open(&app, "grid3x3").await;
    let begun = editor.shown().await;
    assert_eq!(begun.regions.len(), 9);

    let mut steps = copied_until_17(&editor).await;
    steps += locked_and_hidden(&editor).await;
    steps += nudged(&editor).await;
    let before = editor.shown().await;
    let kept = editor.kept().await;
    kept.assert_legal();
    assert_eq!(kept.steps, steps, "as many steps as things were done");
    assert_eq!(kept.name, "My Grid of nine", "the template was left alone");
    world.close(app).await;

    let app = world.open().await;
    let editor = Editor::open(&app, &kept.id).await;
    let again = editor.did(before.undo.trim_start_matches("Undo: ")).await;
    assert_eq!(
        labels(&again),
        labels(&before),
        "everything is where it was"
    );
    for step in 0..steps {
        let now = editor.shown().await;
        editor.key("Ctrl+Z").await;
        editor
            .until(&format!("step {step} is undone"), |after| {
                after.redo != now.redo || after.undo != now.undo
            })
            .await;
    }
    let now = editor
        .until("nothing is left to undo", |now| now.undo == "Undo")
        .await;
    assert_eq!(places_of(&now), places_of(&begun), "back to the template");
    // Ctrl+Y and Ctrl+Shift+Z do the same; the buttons too.
    editor.key("Ctrl+Y").await;
    editor
        .until("10 regions", |now| now.regions.len() == 10)
        .await;
    editor.app.press("do-undo").await;
    editor
        .until("9 regions", |now| now.regions.len() == 9)
        .await;
    editor.app.press("do-redo").await;
    editor
        .until("10 regions", |now| now.regions.len() == 10)
        .await;
    for _ in 1..steps {
        let now = editor.shown().await;
        editor.key("Ctrl+Shift+Z").await;
        editor
            .until("it is done again", |after| {
                after.undo != now.undo || after.redo != now.redo
            })
            .await;
    }
    let now = editor
        .until("nothing is left to do again", |now| now.redo == "Redo")
        .await;
    assert_eq!(labels(&now), labels(&before), "all is done again");
    world.close(app).await;
}

fn labels(now: &Shown) -> Vec<&str> {
    now.regions.iter().map(|one| one.label.as_str()).collect()
}

fn places_of(now: &Shown) -> Vec<Place> {
    now.regions.iter().map(|one| one.place).collect()
}

const FULL: &str = "There are 17 regions, and Agora shows no more.";

/// Ctrl+D, Alt and a drag, and N; the 18th is refused with the reason. Gives the number of steps.
async fn copied_until_17(editor: &Editor<'_>) -> usize {
    editor.click_region("r1").await;
    let model = editor.place("r1").await;
    editor.key("Ctrl+D").await;
    let now = editor.did("duplicate Person 1").await;
    assert_eq!(now.selection(), ["r10"], "the copy is selected");
    let copy = now.region("r10").place;
    assert_eq!((copy.width, copy.height), (model.width, model.height));
    assert!(
        copy.x > model.x && copy.y > model.y,
        "a little to the side: {copy:?}"
    );

    // A copy stays where it is let go, and what it was made of where it was.
    let source = editor.place("r9").await;
    let at = editor.shown().await.middle("r9");
    editor.press_key(Key::Alt).await;
    editor.drag(at, at.moved(-90.0, -30.0)).await;
    editor.let_key_go(Key::Alt).await;
    let now = editor
        .until("11 regions", |now| now.regions.len() == 11)
        .await;
    assert_eq!(now.selection(), ["r11"]);
    assert_eq!(now.region("r9").place, source, "the first one stays");
    assert!(
        now.region("r11").place.x < source.x - 200,
        "{:?}",
        now.region("r11").place
    );

    // Several at once, and one by one to the end.
    editor.key("Ctrl+A").await;
    editor.key("Ctrl+D").await;
    editor.app.says("toast", FULL).await;
    assert_eq!(
        editor.shown().await.regions.len(),
        11,
        "11 more would be 22"
    );
    editor.click_region("r11").await;
    let mut steps = 2;
    for count in 12..=16 {
        editor.key("Ctrl+D").await;
        editor
            .until(&format!("{count} regions"), |now| {
                now.regions.len() == count
            })
            .await;
        steps += 1;
    }
    editor.key("N").await;
    let now = editor
        .until("17 regions", |now| now.regions.len() == 17)
        .await;
    assert!(now.undo.starts_with("Undo: add Person"), "{}", now.undo);
    steps += 1;
    for chord in ["N", "Ctrl+D"] {
        editor.key(chord).await;
        editor.app.says("toast", FULL).await;
    }
    let at = editor.shown().await.middle("r1");
    editor.press_key(Key::Alt).await;
    editor.drag(at, at.moved(60.0, 60.0)).await;
    editor.let_key_go(Key::Alt).await;
    editor.app.says("toast", FULL).await;
    let after = editor.shown().await;
    assert_eq!(after.regions.len(), 17, "17 is the end");
    assert_eq!(after.undo, now.undo, "what is refused is no step");
    steps
}

async fn locked_and_hidden(editor: &Editor<'_>) -> usize {
    editor.click_region("r5").await;
    editor.selected(&["r5"]).await;
    let begun = editor.place("r5").await;
    editor.key("Ctrl+Shift+L").await;
    let now = editor.did("lock Person 5").await;
    assert!(
        now.region("r5").label.ends_with(", locked"),
        "{}",
        now.region("r5").label
    );
    assert_eq!(now.handles, 0, "a locked one has no handles");
    editor.drag_region("r5", 200.0, 100.0).await;
    editor.key("ArrowRight").await;
    let now = editor.shown().await;
    assert_eq!(
        now.region("r5").place,
        begun,
        "neither pointer nor arrows move it"
    );
    assert_eq!(now.undo, "Undo: lock Person 5", "and there is no step");
    editor.app.press("lock-r5").await;
    editor.did("unlock Person 5").await;

    editor.key("Ctrl+Shift+H").await;
    let now = editor.did("hide Person 5").await;
    assert!(now.find("r5").is_none(), "it is not in the picture");
    editor.app.says("region-list", "Person 5").await;
    let said =
        "return document.querySelector('[data-testid=region-list]').parentElement.textContent";
    let words = editor.app.script(said).await.to_string();
    assert!(
        words.contains("16 of 17") && words.contains("1 hidden"),
        "it is left out of the count, and that is said: {words}"
    );
    // There is room for another now, and then none for the hidden one.
    editor.key("N").await;
    editor
        .until("17 again", |now| now.regions.len() == 17)
        .await;
    editor.app.press("hide-r5").await;
    editor.app.says("toast", FULL).await;
    assert!(editor.shown().await.find("r5").is_none(), "it stays hidden");
    editor.key("Ctrl+Z").await;
    editor.app.press("hide-r5").await;
    let now = editor.did("show Person 5").await;
    assert_eq!(now.region("r5").place, begun);
    4
}

/// Arrows: 1 px, 10 with Shift, Alt changes the size; they are one step while they follow each other.
async fn nudged(editor: &Editor<'_>) -> usize {
    editor.click_region("r5").await;
    let begun = editor.place("r5").await;
    let moves = [
        ("ArrowRight", (1, 0, 0, 0)),
        ("ArrowDown", (0, 1, 0, 0)),
        ("Shift+ArrowLeft", (-10, 0, 0, 0)),
        ("Shift+ArrowUp", (0, -10, 0, 0)),
        ("Shift+ArrowRight", (10, 0, 0, 0)),
        ("Shift+ArrowDown", (0, 10, 0, 0)),
        ("ArrowLeft", (-1, 0, 0, 0)),
        ("ArrowUp", (0, -1, 0, 0)),
        ("Alt+ArrowRight", (0, 0, 1, 0)),
        ("Alt+ArrowDown", (0, 0, 0, 1)),
        ("Alt+ArrowLeft", (0, 0, -1, 0)),
        ("Alt+ArrowUp", (0, 0, 0, -1)),
        ("ArrowRight", (1, 0, 0, 0)),
    ];
    let mut place = begun;
    for (chord, (x, y, width, height)) in moves {
        place = Place {
            x: place.x + x,
            y: place.y + y,
            width: place.width + width,
            height: place.height + height,
        };
        editor.key(chord).await;
        let now = editor.at("r5", place).await;
        assert_eq!(now.undo, "Undo: nudge Person 5");
        let words = format!(
            "Person 5: at {}, {}, {} by {}",
            place.x, place.y, place.width, place.height
        );
        assert_eq!(now.status, words, "it is said after {chord}");
    }
    editor.key("Ctrl+Z").await;
    let now = editor
        .until("the nudges are undone", |now| {
            now.region("r5").place == begun
        })
        .await;
    assert_eq!(
        now.undo, "Undo: show Person 5",
        "they were one step together"
    );
    editor.key("Ctrl+Shift+Z").await;
    editor.at("r5", place).await;
    1
}
