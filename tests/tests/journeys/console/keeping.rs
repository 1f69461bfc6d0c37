//! What comes in by pasting, and what is kept: calls, drafts, and no secrets.

use std::path::Path;

use journeys::{App, World, WorldOptions};

use super::calls::start;
use super::drafts::saved;
use super::screen;
use crate::all_files;
use crate::fit::{AXE, lines};
use crate::search::search;

const IDLE: &str = "/clientRequest/recordingConfig/maxIdleTime";
const CANARY: &str = "pasted-canary-secret-key";

const COMMAND: &str = r#"curl --request POST 'https://api.agora.io/v1/apps/00112233445566778899aabbccddeeff/cloud_recording/resourceid/RES-1/mode/mix/start' --user 'me:pasted-canary-secret-key' --header 'Content-Type: application/json' --data '{"cname":"pasted","uid":"77","clientRequest":{"recordingConfig":{"maxIdleTime":120},"storageConfig":{"vendor":1,"region":7,"bucket":"b","accessKey":"pasted-canary-secret-key","secretKey":"pasted-canary-secret-key"}}}'"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_command_fills_the_form_and_its_secrets_stay_out_of_sight() {
    let options = WorldOptions {
        keychain: true,
        ..WorldOptions::default()
    };
    let mut world = World::new("console-paste", options);
    let app = world.open().await;
    screen::open(&app).await;
    app.press("open-paste").await;
    app.type_into("paste-call-text", COMMAND).await;
    app.press("paste-call-read").await;
    app.says("paste-call-found", "pasted").await;
    app.says("paste-call-found", "00112233445566778899aabbccddeeff")
        .await;
    app.says("paste-call-secrets", "2").await;
    app.press("paste-call-take").await;
    app.gone("paste-call").await;
    app.see("form-start").await;
    screen::holds(&app, "/cname", "pasted").await;
    screen::holds(&app, IDLE, "120").await;
    screen::holds(&app, "@resourceid", "RES-1").await;
    assert!(
        world.keychain_has(CANARY),
        "they are in the keychain, says another program"
    );
    as_code(&app).await;
    app.press("console-undo").await;
    app.press("console-redo").await;
    // Once more after a crash: the draft is kept, and the secrets are not in it.
    saved(&app, "pasted").await;
    world.kill_app();
    drop(app);
    let app = world.open().await;
    screen::open(&app).await;
    app.see("form-start").await;
    screen::holds(&app, "/cname", "pasted").await;
    screen::holds(&app, IDLE, "120").await;
    search("the page", app.everything().await.as_bytes(), &[CANARY]);
    for file in all_files(&world.data) {
        let bytes = std::fs::read(&file).unwrap_or_default();
        search(&file.to_string_lossy(), &bytes, &[CANARY]);
    }
    world.close(app).await;
}

/// The call as a program in each language: whoever runs it has the secrets, the program does not.
async fn as_code(app: &App) {
    screen::choose(app, "console-side", "As code").await;
    for (language, begins) in [
        ("cURL", "curl"),
        ("Python", "import"),
        ("Node.js", "fetch"),
        ("Go", "package main"),
        ("Rust", "reqwest"),
    ] {
        screen::choose(app, "code-language", language).await;
        app.says("code-text", begins).await;
        let code = app.text("code-text").await;
        assert!(
            code.contains("120") && code.contains("SECRET_KEY") && !code.contains(CANARY),
            "{language} has the body, and names in the place of secrets: {code}"
        );
    }
    screen::choose(app, "console-side", "Body").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_in_the_text_goes_to_the_keychain_on_request() {
    let options = WorldOptions {
        keychain: true,
        ..WorldOptions::default()
    };
    let mut world = World::new("console-bare", options);
    let app = world.open().await;
    screen::open(&app).await;
    screen::go_to_call(&app, "start").await;
    let body = format!(
        r#"{{"cname":"bare","clientRequest":{{"storageConfig":{{"secretKey":"{CANARY}"}}}}}}"#
    );
    screen::write_twin(&app, &body).await;
    app.press("bare-keep").await;
    app.gone("bare-secrets").await;
    screen::holds(&app, "/cname", "bare").await;
    assert!(
        world.keychain_has(CANARY),
        "it is in the keychain, says another program"
    );
    app.press("console-undo").await;
    search(
        "the page, a step back",
        app.everything().await.as_bytes(),
        &[CANARY],
    );
    app.press("console-redo").await;
    saved(&app, "${kept:").await;
    for file in all_files(&world.data) {
        let bytes = std::fs::read(&file).unwrap_or_default();
        search(&file.to_string_lossy(), &bytes, &[CANARY]);
    }
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_are_found_opened_compared_and_sent_again() {
    let mut world = World::new("console-history", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    app.press("open-history").await;
    app.says("history", "No call was made yet").await;
    app.keys("\u{e00c}").await;
    app.gone("history").await;

    start(&app, "board-sync", "527841").await;
    app.press("answer-next-query").await;
    screen::answered(&app, "query", "200").await;
    app.press("answer-next-again").await;
    app.press("open-history").await;
    // Only a start has a storage.
    app.type_into("history-search", "storageConfig").await;
    one_row(&app, "start").await;
    app.press("history-row").await;
    app.says("history-request-text", "board-sync").await;
    let request = app.text("history-request-text").await;
    assert!(
        request.contains("${token}") || request.contains("•••"),
        "the token is not written down: {request}"
    );

    app.type_into("history-search", "").await;
    app.press("history-compare").await;
    let other = "[data-testid=history-row]:not([aria-selected=true])";
    screen::click(&app, other).await;
    app.see("history-diff").await;
    app.see("diff-change").await;
    app.press("history-export-many").await;
    app.says("history-exported", "Saved as").await;
    let path = app.text("history-exported").await;
    let path = path.trim_start_matches("Saved as ").trim();
    assert!(
        std::fs::read_to_string(Path::new(path)).is_ok_and(|text| text.contains("board-sync")),
        "the file is there: {path}"
    );

    app.type_into("history-search", "cloud_recording/acquire")
        .await;
    one_row(&app, "acquire").await;
    app.press("history-row").await;
    app.press("history-resend").await;
    app.gone("history").await;
    app.see("form-acquire").await;
    screen::holds(&app, "/cname", "board-sync").await;
    app.press("console-send").await;
    screen::answered(&app, "acquire", "200").await;
    world.close(app).await;
}

/// Waits until the list is down to a single call of that name.
async fn one_row(app: &App, call: &str) {
    let begun = std::time::Instant::now();
    loop {
        let rows = "return [...document.querySelectorAll('[data-testid=history-row] b')]
            .map((row) => row.textContent)";
        let found = lines(app.script(rows).await);
        if found == [call] {
            return;
        }
        if begun.elapsed() > std::time::Duration::from_secs(20) {
            app.fail(&format!("{found:?} are found, not {call} alone"))
                .await;
        }
        screen::pause().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_is_made_of_a_start_and_the_history_is_cleared() {
    let mut world = World::new("console-setup", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    start(&app, "board-sync", "527841").await;
    app.press("open-history").await;
    app.type_into("history-search", "start").await;
    app.press("history-row").await;
    app.press("history-setup").await;
    if app.has("history-setup-take").await {
        app.press("history-setup-take").await;
    }
    app.see("screen-record").await;
    let channel = app.see("channel-input").await.prop("value").await.unwrap();
    assert_eq!(channel.as_deref(), Some("board-sync"));

    screen::open(&app).await;
    app.press("open-history").await;
    app.press("history-options").await;
    app.press("history-clear").await;
    app.press("confirm-button").await;
    app.says("history", "No call was made yet").await;
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_read_and_forgotten() {
    let mut world = World::new("console-token", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    app.press("open-token").await;
    app.type_into("token-input", "no token at all\u{e007}")
        .await;
    app.says("token-wrong", "006 or 007").await;
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    let token = token(u32::try_from(now.as_secs()).unwrap());
    app.type_into("token-input", &format!("{token}\u{e007}"))
        .await;
    app.says("token-facts", "board-sync").await;
    app.says("token-left", "left").await;
    assert!(
        !app.everything().await.contains(&token),
        "it is not on the page any more"
    );
    world.close(app).await;
}

/// A token for `board-sync`, good for an hour.
fn token(now: u32) -> String {
    let certificate = cloud_recording::Secret::from(crate::CERTIFICATE);
    let made = cloud_recording::token::rtc(
        crate::APP_ID,
        &certificate,
        "board-sync",
        527_841,
        now,
        1_234,
        3_600,
    );
    made.unwrap().expose().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_console_pleases_axe_in_both_themes() {
    for dark in [true, false] {
        let options = WorldOptions {
            dark,
            ..WorldOptions::default()
        };
        let name = if dark {
            "console-axe-dark"
        } else {
            "console-axe-light"
        };
        let mut world = World::new(name, options);
        let app = world.open().await;
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(file).expect("the page's packages are installed");
        app.script(&axe).await;
        screen::open(&app).await;
        start(&app, "board-sync", "527841").await;
        let mut wrong = Vec::new();
        for place in ["start", "acquire", "updateLayout", "channelUsers"] {
            screen::go_to_call(&app, place).await;
            if app.has("open-all").await {
                app.press("open-all").await;
            }
            look(&app, place, &mut wrong).await;
        }
        for (button, place) in [
            ("open-history", "history"),
            ("open-paste", "paste-call"),
            ("open-token", "token-reader"),
        ] {
            app.press(button).await;
            app.see(place).await;
            if place == "history" {
                app.press("history-row").await;
                app.see("history-opened").await;
            }
            look(&app, place, &mut wrong).await;
            app.keys("\u{e00c}").await;
            app.gone(place).await;
        }
        assert!(wrong.is_empty(), "{name}: {}", wrong.join("\n"));
        world.close(app).await;
    }
}

async fn look(app: &App, place: &str, wrong: &mut Vec<String>) {
    let found = app.client.execute_async(AXE, vec![]).await.unwrap();
    wrong.extend(
        lines(found)
            .into_iter()
            .map(|line| format!("{place}: {line}")),
    );
}
