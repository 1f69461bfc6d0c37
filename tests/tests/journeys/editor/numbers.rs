//! Numbers, people, colours and shapes in the panel; pasting and copying.

use std::time::{Duration, Instant};

use journeys::{App, Editor, World, WorldOptions};
use serde_json::{Value, json};

use super::arranging::middle_of;

#[tokio::test(flavor = "multi_thread")]
async fn the_panel_takes_sums_and_says_what_is_wrong() {
    let mut world = World::new("editor-numbers", WorldOptions::default());
    let app = world.open().await;
    let editor = Editor::open(&app, "speakerRight3").await;
    editor.app.press("json-fold").await;
    lengths(&editor).await;
    looks(&editor).await;
    people(&editor).await;
    the_whole(&editor).await;
    let kept = editor.kept().await;
    kept.assert_legal();
    assert_eq!(kept.document["background"]["color"], "#102030");
    assert_eq!(
        kept.document["canvas"],
        json!({ "width": 1_280, "height": 720 })
    );
    assert_eq!(kept.region("r2")["uid"], "4294967295");
    world.close(app).await;
}

/// The regions as the service would get them.
fn wire(json: &Value) -> Vec<Value> {
    let regions = json.get("layoutConfig").unwrap_or(json);
    regions.as_array().cloned().unwrap_or_default()
}

/// Waits until one member of a region on the wire has this value.
async fn sent(editor: &Editor<'_>, at: usize, member: &str, value: Value) {
    let what = format!("region {at} is sent with {member} {value}");
    editor
        .until(&what, |now| {
            wire(&now.json)
                .get(at)
                .is_some_and(|region| region[member] == value)
        })
        .await;
}

async fn enter(editor: &Editor<'_>, id: &str, text: &str) {
    editor.app.type_into(id, text).await;
    editor.key("Enter").await;
}

async fn value_of(app: &App, id: &str) -> String {
    let field = app.see(id).await.prop("value").await.unwrap();
    field.unwrap_or_default()
}

async fn holds(app: &App, id: &str, text: &str) {
    let begun = Instant::now();
    loop {
        let value = value_of(app, id).await;
        if value == text {
            return;
        }
        if begun.elapsed() > Duration::from_secs(5) {
            app.fail(&format!("{id} holds “{value}” and not “{text}”"))
                .await;
        }
    }
}

async fn lengths(editor: &Editor<'_>) {
    editor.click_region("r2").await;
    editor.at("r2", (1_440, 0, 480, 360)).await;
    for (field, text, member, share) in [
        ("number-width", "1/4", "width", json!(0.25)),
        ("number-width", "0.2", "width", json!(0.2)),
        ("number-x", "1/3", "x_axis", json!(0.333_333)),
        ("number-x", "100%-500px", "x_axis", json!(0.739_583)),
        ("number-x", "50%", "x_axis", json!(0.5)),
        ("number-y", "640px", "y_axis", json!(0.592_593)),
        ("number-y", "100% - 24px", "y_axis", json!(0.666_667)),
        ("number-height", "1/3-24px", "height", json!(0.311_111)),
    ] {
        enter(editor, field, text).await;
        sent(editor, 1, member, share).await;
    }
    holds(editor.app, "number-x", "960").await;
    // Nonsense is said in its place and changes nothing.
    let before = editor.place("r2").await;
    for text in ["wide", "1/0", "50%%", "10px20"] {
        enter(editor, "number-x", text).await;
        editor
            .app
            .says("panel", "Such as 640px, 50%, 1/3 or 100%-24px.")
            .await;
        assert_eq!(
            value_of(editor.app, "number-x").await,
            text,
            "what was typed stays"
        );
        let field = editor.app.see("number-x").await;
        assert_eq!(
            field.attr("aria-invalid").await.unwrap().as_deref(),
            Some("true")
        );
    }
    editor.key("Escape").await;
    holds(editor.app, "number-x", "960").await;
    assert_eq!(editor.place("r2").await, before, "{before:?} stays");
    // More than there is room for goes as far as it can.
    enter(editor, "number-x", "100%").await;
    editor
        .at("r2", (1_536, before.y, before.width, before.height))
        .await;
    // Arrows count in pixels, Shift in tens.
    editor.key("ArrowDown").await;
    editor.key("Shift+ArrowDown").await;
    editor
        .at("r2", (1_525, before.y, before.width, before.height))
        .await;
    // The same number in other units.
    editor.press_words("[data-testid=unit]", "%").await;
    enter(editor, "number-x", "25").await;
    editor
        .at("r2", (480, before.y, before.width, before.height))
        .await;
    editor.press_words("[data-testid=unit]", "½").await;
    holds(editor.app, "number-x", "1/4").await;
    editor.press_words("[data-testid=unit]", "px").await;
    holds(editor.app, "number-x", "480").await;
}

async fn looks(editor: &Editor<'_>) {
    editor.press_words("[data-testid=fit]", "Show it all").await;
    sent(editor, 1, "render_mode", json!(1)).await;
    editor.did("fit of Guest 1").await;
    let opacity = editor.app.see("opacity").await;
    opacity.click().await.unwrap();
    editor
        .until("half", |now| now.undo == "Undo: opacity of Guest 1")
        .await;
    editor.key("End").await;
    editor.key("ArrowLeft").await;
    sent(editor, 1, "alpha", json!(0.99)).await;
    enter(editor, "region-name", "Ana").await;
    let now = editor
        .until("it is called Ana", |now| {
            now.region("r2").label.starts_with("Ana, ")
        })
        .await;
    assert_eq!(now.undo, "Undo: name of Guest 1");
}

async fn people(editor: &Editor<'_>) {
    editor.app.choose("who", "A fixed user ID").await;
    for wrong in ["0", "4294967296", "ana"] {
        enter(editor, "who-uid", wrong).await;
        editor
            .app
            .says("panel", "A whole number from 1 to 4294967295.")
            .await;
    }
    enter(editor, "who-uid", "4294967295").await;
    sent(editor, 1, "uid", json!("4294967295")).await;
    let now = editor.shown().await;
    let label = &now.region("r2").label;
    assert!(label.ends_with("User 4294967295"), "{label}");
    // One person is in one place: the second one to get the ID takes it from the first.
    editor.click_region("r3").await;
    editor.app.choose("who", "A fixed user ID").await;
    enter(editor, "who-uid", "4294967295").await;
    sent(editor, 2, "uid", json!("4294967295")).await;
    sent(editor, 1, "uid", Value::Null).await;
    editor.key("Ctrl+Z").await;
    sent(editor, 1, "uid", json!("4294967295")).await;
}

async fn the_whole(editor: &Editor<'_>) {
    editor.click_region("r2").await;
    editor.key("Escape").await;
    editor.selected(&[]).await;
    enter(editor, "background", "red").await;
    editor.app.says("panel", "# and six digits").await;
    enter(editor, "background", "#102030").await;
    editor.did("background").await;
    let script = "return getComputedStyle(document.querySelector('[data-testid=canvas-stage]')).backgroundColor";
    assert_eq!(editor.app.script(script).await, "rgb(16, 32, 48)");

    for (words, canvas) in [
        ("9:16", (1_080.0, 1_920.0)),
        ("1:1", (1_080.0, 1_080.0)),
        ("4:3", (1_440.0, 1_080.0)),
        ("16:9", (1_920.0, 1_080.0)),
    ] {
        editor.press_words("[data-testid=shape]", words).await;
        let now = editor.until(words, |now| now.canvas == canvas).await;
        assert_eq!(now.undo, "Undo: shape");
        let (ratio, wanted) = (now.stage.width / now.stage.height, canvas.0 / canvas.1);
        assert!((ratio - wanted).abs() < 0.02, "it is drawn so: {ratio}");
    }
    enter(editor, "canvas-size", "4000x4000").await;
    editor.app.says("panel", "2,073,600").await;
    enter(editor, "canvas-size", "1280 x 720").await;
    editor
        .until("1280×720", |now| now.canvas == (1_280.0, 720.0))
        .await;
}

const REGION: &str = r#"{"x_axis":0.1,"y_axis":0.2,"width":0.3,"height":0.4,"alpha":0.5}"#;
const CURL: &str = r##"curl -X POST 'https://api.agora.io/v1/apps/x/cloud_recording/resourceid/y/sid/z/mode/mix/updateLayout' -H 'Content-Type: application/json' -d '{"cname":"a","uid":"1","clientRequest":{"mixedVideoLayout":3,"backgroundColor":"#00ff00","layoutConfig":[{"x_axis":0,"y_axis":0,"width":0.5,"height":1},{"x_axis":0.5,"y_axis":0,"width":0.5,"height":1}]}}'"##;

#[tokio::test(flavor = "multi_thread")]
async fn layouts_are_pasted_and_copied() {
    let mut world = World::new("editor-exchange", WorldOptions::default());
    let app = world.open().await;
    let editor = Editor::open(&app, "speakerRight3").await;
    editor.app.press("json-fold").await;
    pasted(&editor).await;
    copied(&editor, &world).await;
    let kept = editor.kept().await;
    kept.assert_legal();
    world.close(app).await;
}

/// Puts a text into the dialog, as fast as a paste does, and takes it.
async fn paste(editor: &Editor<'_>, text: &str) {
    editor.app.press("do-paste").await;
    editor.app.see("paste-text").await;
    let script = "
        const field = document.querySelector('[data-testid=paste-text]');
        field.focus();
        field.select();
        document.execCommand('insertText', false, arguments[0]);";
    editor
        .app
        .client
        .execute(script, vec![json!(text)])
        .await
        .unwrap();
    editor.app.press("paste-take").await;
}

async fn pasted(editor: &Editor<'_>) {
    // One region is added in front, and is selected.
    paste(editor, REGION).await;
    editor.app.gone("paste-dialog").await;
    let now = editor
        .until("5 regions", |now| now.regions.len() == 5)
        .await;
    assert_eq!(now.selection(), ["r5"]);
    assert_eq!(now.region("r5").place, (192, 216, 576, 432).into());
    sent(editor, 4, "alpha", json!(0.5)).await;
    assert_eq!(now.undo, "Undo: paste");

    // A list takes the place of all.
    paste(
        editor,
        &format!("[{REGION},{REGION}]").replacen("0.1", "0.6", 1),
    )
    .await;
    editor
        .until("2 regions", |now| now.regions.len() == 2)
        .await;

    // A whole body of start, with what is wrong said at its place.
    let body = json!({ "cname": "a", "uid": "1", "clientRequest": { "recordingConfig": {
        "transcodingConfig": { "width": 1080, "height": 1080, "mixedVideoLayout": 3,
            "backgroundColor": "#123456", "layoutConfig": [
                { "x_axis": 0, "y_axis": 0, "width": 1, "height": 0.5 },
                { "x_axis": 0.5, "y_axis": 0.5, "width": 0.8, "height": 0.5, "alpha": 3 },
            ] } } } });
    if editor.app.has("paste-done").await {
        editor.app.press("paste-done").await;
    }
    paste(editor, &body.to_string()).await;
    editor.app.says("paste-issues", "layoutConfig/1").await;
    editor.app.press("paste-done").await;
    let now = editor
        .until("a square", |now| now.canvas == (1_080.0, 1_080.0))
        .await;
    assert_eq!(now.regions.len(), 2);
    assert_eq!(
        now.region("r2").place,
        (540, 540, 540, 540).into(),
        "cut at the edge"
    );

    // A cURL line, as it stands in a terminal.
    paste(editor, CURL).await;
    let now = editor
        .until("side by side", |now| {
            now.regions.len() == 2 && now.canvas.0 > now.canvas.1
        })
        .await;
    assert_eq!(now.region("r2").place.x as f64, now.canvas.0 / 2.0);

    // What is no layout changes nothing, and says why and where.
    paste(editor, "{\"x_axis\": 0.1,\n \"y_axis\"").await;
    editor.app.says("paste-wrong", "line 2").await;
    paste_again(editor, "{\"hello\": 1}").await;
    editor.app.see("paste-wrong").await;
    editor.key("Escape").await;
    editor.app.gone("paste-dialog").await;
    let after = editor.shown().await;
    assert_eq!(after.undo, now.undo, "no step");
    assert_eq!(after.regions.len(), 2);
}

async fn paste_again(editor: &Editor<'_>, text: &str) {
    let script = "
        const field = document.querySelector('[data-testid=paste-text]');
        field.focus();
        field.select();
        document.execCommand('insertText', false, arguments[0]);";
    editor
        .app
        .client
        .execute(script, vec![json!(text)])
        .await
        .unwrap();
    editor.app.press("paste-take").await;
}

/// What the clipboard holds, by pasting it into the dialog's field.
async fn clipboard(editor: &Editor<'_>) -> String {
    editor.app.press("do-paste").await;
    editor.app.see("paste-text").await;
    let at = middle_of(editor.app, "paste-text").await;
    editor.click(at).await;
    editor.key("Ctrl+V").await;
    let begun = Instant::now();
    let text = loop {
        let text = value_of(editor.app, "paste-text").await;
        if !text.is_empty() {
            break text;
        }
        if begun.elapsed() > Duration::from_secs(5) {
            editor.app.fail("the clipboard is empty").await;
        }
    };
    editor.key("Escape").await;
    editor.app.gone("paste-dialog").await;
    text
}

async fn copied(editor: &Editor<'_>, world: &World) {
    let now = editor.shown().await;
    editor.click_region("r1").await;
    editor.key("Ctrl+C").await;
    editor.app.says("toast", "Copied").await;
    let text = clipboard(editor).await;
    let json: Value = serde_json::from_str(&text).expect("JSON was copied");
    assert_eq!(json, now.json, "what is shown is what is copied");

    editor.click_region("r1").await;
    editor.key("Ctrl+Shift+C").await;
    editor.app.says("toast", "Copied").await;
    let curl = clipboard(editor).await;
    assert!(
        curl.starts_with("curl ") && curl.contains("updateLayout") && curl.contains("layoutConfig"),
        "{curl}"
    );

    // Ctrl+V on the canvas takes the copied text at once: the same layout, on a canvas of that name.
    editor.key("Ctrl+A").await;
    editor.key("Delete").await;
    editor.until("none", |now| now.regions.is_empty()).await;
    editor.key("Ctrl+V").await;
    let now = editor
        .until("2 regions are back", |now| now.regions.len() == 2)
        .await;
    assert_eq!(now.undo, "Undo: paste");

    // As a file, and as a picture.
    for (words, ending) in [("Export as a file", "json"), ("Export as a picture", "png")] {
        editor.app.press("copy-menu").await;
        editor.app.choose_from_menu(words).await;
        editor.app.says("toast", &format!(".{ending}")).await;
        let said = editor.app.text("toast").await;
        let files = journeys::media::files(&world.data, ending);
        let file = files
            .iter()
            .find(|file| said.contains(&*file.to_string_lossy()));
        let file = file.unwrap_or_else(|| panic!("{said} names one of {files:?}"));
        let bytes = std::fs::read(file).unwrap();
        match ending {
            "png" => assert!(bytes.starts_with(b"\x89PNG"), "it is a picture"),
            _ => {
                let text = String::from_utf8(bytes).unwrap();
                let answer = editor
                    .app
                    .call("layout_import", json!({ "text": text, "people": 1 }));
                let document = answer.await.unwrap()["document"].clone();
                assert_eq!(
                    document["regions"].as_array().map(Vec::len),
                    Some(2),
                    "it reads back"
                );
            }
        }
    }
}
