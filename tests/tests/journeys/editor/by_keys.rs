//! Without a pointer: a layout is made from nothing, and the focus is never lost on the way.

use journeys::editor::Shown;
use journeys::{Editor, World, WorldOptions};

#[tokio::test(flavor = "multi_thread")]
async fn a_layout_is_made_from_nothing_by_keys_alone() {
    let mut world = World::new("editor-keys", WorldOptions::default());
    let app = world.open().await;
    let editor = Editor { app: &app };
    editor.key("Ctrl+3").await;
    app.see("layout-new").await;
    tab_to(&editor, "layout-new").await;
    editor.key("Enter").await;
    app.see("canvas-stage").await;
    editor
        .until("it begins side by side", |now| now.regions.len() == 2)
        .await;

    // From nothing: three regions, each put in its place.
    tab_to_region(&editor).await;
    strike(&editor, "Ctrl+A").await;
    strike(&editor, "Delete").await;
    editor
        .until("nothing is left", |now| now.regions.is_empty())
        .await;
    for count in 1..=3 {
        strike(&editor, "N").await;
        editor
            .until("one more", |now| now.regions.len() == count)
            .await;
    }
    let now = editor.shown().await;
    let [first, second, third] = [0, 1, 2].map(|at| now.regions[at].id.clone());

    // The numbers of the last one, in the panel.
    tab_to(&editor, "number-x").await;
    for (text, field) in [
        ("0", "number-x"),
        ("0", "number-y"),
        ("75%", "number-width"),
        ("100%", "number-height"),
    ] {
        assert_eq!(editor.shown().await.focus.as_deref(), Some(field));
        editor.key("Ctrl+A").await;
        editor.write(text).await;
        strike(&editor, "Tab").await;
    }
    let large = (0, 0, 1_440, 1_080);
    editor.at(&third, large).await;
    strike(&editor, "Shift+Tab").await;

    // The others by arrows, on the canvas.
    tab_back_to_region(&editor).await;
    walk_to(&editor, &first).await;
    let begun = editor.place(&first).await;
    strike(&editor, "Shift+ArrowRight").await;
    strike(&editor, "Alt+ArrowDown").await;
    editor
        .at(
            &first,
            (begun.x + 10, begun.y, begun.width, begun.height + 1),
        )
        .await;
    let (role, name) = app.heard_at_focus().await;
    assert_eq!(role, "button");
    assert!(
        name.contains(&format!(
            "480 by 271 pixels at {}, {}",
            begun.x + 10,
            begun.y
        )),
        "the place is spoken: {name}"
    );
    strike(&editor, "Ctrl+Home").await;
    editor
        .until("it is in front", |now| now.rows.first() == Some(&first))
        .await;
    walk_to(&editor, &second).await;
    strike(&editor, "Ctrl+D").await;
    let now = editor
        .until("4 regions", |now| now.regions.len() == 4)
        .await;
    let copy = now.selection().first().map(|id| (*id).to_owned()).unwrap();
    strike(&editor, "Ctrl+Shift+L").await;
    editor
        .until("locked", |now| {
            now.region(&copy).label.ends_with(", locked")
        })
        .await;
    strike(&editor, "Ctrl+Shift+H").await;
    editor
        .until("hidden", |now| now.find(&copy).is_none())
        .await;
    strike(&editor, "Ctrl+Z").await;
    strike(&editor, "Ctrl+Z").await;
    editor
        .until("neither", |now| {
            now.find(&copy)
                .is_some_and(|one| !one.label.contains("locked"))
        })
        .await;
    strike(&editor, "Delete").await;
    editor
        .until("3 regions", |now| now.regions.len() == 3)
        .await;

    // A name, in the head.
    tab_to(&editor, "rename").await;
    strike(&editor, "Enter").await;
    editor.key("Ctrl+A").await;
    editor.write("Keynote").await;
    strike(&editor, "Enter").await;
    editor
        .until("it is called so", |now| now.name == "Keynote")
        .await;

    let kept = editor.kept().await;
    kept.assert_legal();
    assert_eq!(kept.name, "Keynote");
    assert_eq!(kept.millionths(&third), [0, 0, 750_000, 1_000_000]);
    world.close(app).await;
}

/// Strikes a key, and looks that the focus is somewhere afterwards.
async fn strike(editor: &Editor<'_>, chord: &str) {
    editor.key(chord).await;
    editor
        .until(&format!("a focus after {chord}"), |now| now.focus.is_some())
        .await;
}

async fn strike_until(
    editor: &Editor<'_>,
    chord: &str,
    what: &str,
    there: impl Fn(&Shown) -> bool,
) {
    let mut passed = Vec::new();
    for _ in 0..90 {
        let now = editor.shown().await;
        if there(&now) {
            return;
        }
        passed.push(now.focus);
        editor.key(chord).await;
    }
    editor
        .app
        .fail(&format!("{chord} never led to {what}: {passed:?}"))
        .await;
}

async fn tab_to(editor: &Editor<'_>, id: &str) {
    strike_until(editor, "Tab", id, |now| now.focus.as_deref() == Some(id)).await;
}

fn is_on_a_region(now: &Shown) -> bool {
    now.focus
        .as_deref()
        .is_some_and(|id| id.starts_with("region-r"))
}

async fn tab_to_region(editor: &Editor<'_>) {
    strike_until(editor, "Tab", "a region", is_on_a_region).await;
}

async fn tab_back_to_region(editor: &Editor<'_>) {
    strike_until(editor, "Shift+Tab", "a region", is_on_a_region).await;
}

/// From region to region, in either direction.
async fn walk_to(editor: &Editor<'_>, id: &str) {
    let wanted = format!("region-{id}");
    for chord in ["Shift+Tab", "Tab"] {
        loop {
            let now = editor.shown().await;
            if now.focus.as_deref() == Some(wanted.as_str()) {
                editor.selected(&[id]).await;
                return;
            }
            if !is_on_a_region(&now) {
                // One too far: the other way.
                let other = if chord == "Tab" { "Shift+Tab" } else { "Tab" };
                editor.key(other).await;
                break;
            }
            editor.key(chord).await;
        }
    }
    editor.app.fail(&format!("{id} cannot be reached")).await;
}
