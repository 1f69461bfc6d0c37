//! The form and the text beside it: each follows the other, and what stands wrong is said at its line.

use std::time::{Duration, Instant};

use journeys::{App, World, WorldOptions};
use serde_json::{Value, json};

use super::screen::{self, ENTER};

const PATIENCE: Duration = Duration::from_secs(10);
const IDLE: &str = "/clientRequest/recordingConfig/maxIdleTime";

#[tokio::test(flavor = "multi_thread")]
async fn form_and_text_follow_each_other() {
    let mut world = World::new("console-twin", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    screen::go_to_call(&app, "start").await;
    screen::fill(&app, "/cname", "board-sync").await;
    screen::fill(&app, IDLE, "45").await;
    app.says("twin", "\"cname\": \"board-sync\"").await;
    app.says("twin", "\"maxIdleTime\": 45").await;

    let text = r#"{"cname":"weekly","own":1,"clientRequest":{"maxIdleTime":60,"recordingConfig":{"maxIdleTime":2}}}"#;
    screen::write_twin(&app, text).await;
    screen::holds(&app, "/cname", "weekly").await;
    screen::holds(&app, IDLE, "2").await;
    app.says(&format!("issue:{IDLE}"), "5").await;
    screen::fill(&app, IDLE, "30").await;
    app.says("twin", "\"own\": 1").await;
    app.says("twin", "\"maxIdleTime\": 30").await;

    screen::write_twin(
        &app,
        &format!("{{{ENTER}\"cname\": \"half\",{ENTER}\"uid\": nobody"),
    )
    .await;
    app.see("broken-note").await;
    // The marks follow the text a moment later.
    let begun = Instant::now();
    while marked_line(&app).await != 3 {
        if begun.elapsed() > PATIENCE {
            app.fail("the line that is no JSON is never marked").await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(
        screen::value(&app, "/cname").await,
        "half",
        "while it is no JSON the form keeps what was last"
    );
    app.press("console-undo").await;
    app.gone("broken-note").await;
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_in_the_wrong_place_is_moved_with_a_press() {
    let mut world = World::new("console-moved", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    screen::go_to_call(&app, "start").await;
    screen::write_twin(
        &app,
        r#"{"cname":"weekly","clientRequest":{"maxIdleTime":60}}"#,
    )
    .await;
    app.see("verdict").await;
    let move_it = "move:/clientRequest/maxIdleTime";
    if !app.has(move_it).await {
        app.press("verdict").await;
    }
    app.press(move_it).await;
    screen::holds(&app, IDLE, "60").await;
    let wanted = json!({ "recordingConfig": { "maxIdleTime": 60 } });
    let begun = Instant::now();
    loop {
        let text = screen::twin(&app).await;
        let body: Value = serde_json::from_str(&text).expect(&text);
        if body["clientRequest"] == wanted {
            break;
        }
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("it is in one place only: {text}")).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    world.close(app).await;
}

/// The number of the line that has an error's mark beside it; 0 where none has one.
async fn marked_line(app: &App) -> u64 {
    screen::find(app, ".cm-lint-marker-error").await;
    let number = "const mark = document.querySelector('.cm-lint-marker-error');
        const top = mark.closest('.cm-gutterElement').getBoundingClientRect().top;
        const numbers = [...document.querySelectorAll('.cm-lineNumbers .cm-gutterElement')];
        const line = numbers.find((one) => one.offsetHeight > 0
            && Math.abs(one.getBoundingClientRect().top - top) < 4);
        return line === undefined ? 0 : Number(line.textContent)";
    app.script(number).await.as_u64().unwrap_or_default()
}
