//! Journeys through the real window. Each has its own display, bus and data folder, and leaves a picture
//! in `target/journeys` when it fails.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "journeys/console/mod.rs"]
mod console;
#[path = "journeys/editor/mod.rs"]
mod editor;
#[path = "journeys/first_run.rs"]
mod first_run;
#[path = "journeys/fit.rs"]
mod fit;
#[path = "journeys/library.rs"]
mod library;
#[path = "journeys/look.rs"]
mod look;
#[path = "journeys/preflight.rs"]
mod preflight;
#[path = "../../crates/studio/tests/common/search.rs"]
mod search;
#[path = "journeys/secrets.rs"]
mod secrets;
#[path = "journeys/session.rs"]
mod session;
#[path = "journeys/setups.rs"]
mod setups;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use cloud_recording::Secret;
use journeys::{App, World, WorldOptions, media, process, story, world};
use serde_json::json;

const APP_ID: &str = "0123456789abcdef0123456789abcdef";
const CUSTOMER: &str = "journey-customer-id";
const SECRET: &str = "journey-canary-customer-secret";
const CERTIFICATE: &str = "ca7a51ecafe0000000000000ca7a51ec";
const ACCESS_KEY: &str = "journey-canary-access-key";
const SECRET_KEY: &str = "journey-canary-secret-key";

/// A stand-in that runs alone and asks for credentials.
async fn stand_in(folder: PathBuf, port: u16) -> practice::Server {
    let config = practice::Config {
        port,
        app_id: APP_ID.to_owned(),
        customer_id: CUSTOMER.to_owned(),
        customer_secret: Secret::from(SECRET),
        files: folder.join("files"),
        data: folder,
        clock: Arc::new(practice::SystemClock),
        requests_per_second: Some(10),
    };
    practice::serve(config).await.expect("the stand-in starts")
}

/// Fills in the dialog for a project and saves it.
async fn add_account(app: &App, url: &str, secret: &str) {
    app.press("nav-accounts").await;
    app.press("account-add").await;
    fill_in_account(app, url, secret).await;
    app.press("account-save").await;
}

async fn fill_in_account(app: &App, url: &str, secret: &str) {
    app.type_into("field-name", "Acme production").await;
    app.type_into("field-appId", APP_ID).await;
    app.type_into("field-customerId", CUSTOMER).await;
    app.type_into("field-customerSecret", secret).await;
    app.type_into("field-certificate", CERTIFICATE).await;
    app.press("account-advanced").await;
    app.type_into("field-baseUrl", url).await;
}

async fn add_storage(app: &App) {
    app.press("storage-add").await;
    app.type_into("field-name", "Team bucket").await;
    app.type_into("field-bucket", "acme-recordings").await;
    app.choose("field-vendor", "Amazon S3").await;
    app.choose("field-region", "Frankfurt").await;
    app.type_into("field-accessKey", ACCESS_KEY).await;
    app.type_into("field-secretKey", SECRET_KEY).await;
    app.press("storage-save").await;
    app.gone("storage-dialog").await;
    app.see("storage-card").await;
}

/// Waits until the account's check failed at `step` with `code`, and the window shows that line.
async fn check_says(app: &App, step: &str, code: &str) {
    let begun = std::time::Instant::now();
    loop {
        let accounts = app.call("account_list", json!({})).await.unwrap();
        let last = accounts[1]["check"]["lines"]
            .as_array()
            .and_then(|lines| lines.last().cloned());
        let last = last.unwrap_or_default();
        if last["step"] == step && last["failure"]["code"] == code {
            app.see(&format!("check-line-{step}")).await;
            return;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "{step} is not {code}: {accounts}"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn start(app: &App, channel: &str) {
    app.press("nav-record").await;
    app.type_into("channel-input", channel).await;
    app.press("start-button").await;
    app.newest_reaches(&["recording"], Duration::from_secs(30))
        .await;
}

async fn stop_from_live(app: &App) {
    app.press("nav-live").await;
    if !app.has("live-opened").await {
        app.press("live-card").await;
    }
    app.hold("stop-button", Duration::from_millis(1_200)).await;
}

fn all_files(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(all_files(&path)),
            path => found.push(path),
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn the_main_job() {
    let mut world = World::new("main-job", WorldOptions::default());
    let app = world.open().await;
    let pictures = world::program("journeys", "main-job");
    let mut steps = 0;
    story::main_job(&world, &app, &pictures, &mut |_| steps += 1).await;
    assert!(steps >= 9, "every step was gone through");
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_with_the_real_keychain_from_adding_to_deleting() {
    let folder = tempfile::tempdir().unwrap();
    let server = stand_in(folder.path().to_path_buf(), 0).await;
    let options = WorldOptions {
        keychain: true,
        ..WorldOptions::default()
    };
    let mut world = World::new("account", options);
    let app = world.open().await;
    add_account(&app, server.url(), SECRET).await;
    app.gone("account-dialog").await;
    app.see("account-card").await;
    // A new account is checked at once, and what the check found moves what stands below it.
    app.see("check-line-recording").await;
    assert!(
        world.keychain_has(SECRET),
        "the keychain has it, says another program"
    );
    add_storage(&app).await;
    app.press("account-check").await;
    for step in ["keychain", "reach", "credentials", "recording"] {
        app.see(&format!("check-line-{step}")).await;
    }
    app.gone("practice-badge").await;
    start(&app, "board-sync").await;
    let token = app.recordings().await[0]["id"].clone();
    let detail = app
        .call("recording_detail", json!({ "id": token }))
        .await
        .unwrap();
    assert!(
        detail["calls"].to_string().contains("${storage:"),
        "references stand in the journal where secrets go"
    );
    stop_from_live(&app).await;
    app.newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    secrets::search_everything(&world, &app).await;

    world.close(app).await;
    let app = world.open().await;
    app.see("start-button").await;
    assert!(
        !app.has("practice-badge").await,
        "the account is still the chosen one"
    );
    start(&app, "board-sync").await;
    stop_from_live(&app).await;
    app.newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    app.press("nav-accounts").await;
    app.press("account-delete").await;
    app.press("confirm-button").await;
    app.gone("account-card").await;
    app.see("practice-badge").await;
    assert!(
        !world.keychain_has(SECRET),
        "deleting it takes the secret out of the keychain"
    );
    secrets::search_everything(&world, &app).await;
    world.close(app).await;
    server.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_recording_it_is_back_and_can_be_stopped() {
    let mut world = World::new("killed", WorldOptions::default());
    let app = world.open().await;
    start(&app, "town-hall").await;
    world.kill_app();
    drop(app);

    let app = world.open().await;
    app.see("recording-row").await;
    app.says("recording-row", "town-hall").await;
    app.newest_reaches(&["recording"], Duration::from_secs(30))
        .await;
    stop_from_live(&app).await;
    let saved = app
        .newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    let playlist = media::files(&world.data.join("practice/files"), "m3u8").remove(0);
    let recorded =
        (saved["endedAt"].as_f64().unwrap() - saved["startedAt"].as_f64().unwrap()) / 1_000.0;
    let (length, closed) = media::playlist(&playlist);
    assert!(
        closed && (length - recorded).abs() <= 15.0,
        "{length} s of {recorded} s, no gap"
    );
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn input_that_is_wrong_is_said_where_it_is_and_nothing_is_lost() {
    let mut world = World::new("refused", WorldOptions::default());
    let app = world.open().await;
    app.press("start-button").await;
    app.see("issue-channel").await;
    for (channel, words) in [("x".repeat(65), "64"), ("room 9é".to_owned(), "é")] {
        app.type_into("channel-input", &channel).await;
        app.press("start-button").await;
        app.says("issue-channel", words).await;
        let kept = app.see("channel-input").await.prop("value").await.unwrap();
        assert_eq!(
            kept.as_deref(),
            Some(channel.as_str()),
            "what was typed stays"
        );
    }
    assert!(app.recordings().await.is_empty(), "nothing was begun");
    app.type_into("channel-input", "room 9").await;
    app.gone("issue-channel").await;
    app.keys("\u{e009}\u{e007}\u{e000}").await;
    app.newest_reaches(&["recording"], Duration::from_secs(30))
        .await;
    stop_from_live(&app).await;
    app.newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret_and_a_service_that_goes_away_are_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let port = process::free_port();
    let server = stand_in(folder.path().to_path_buf(), port).await;
    let options = WorldOptions {
        keychain: true,
        ..WorldOptions::default()
    };
    let mut world = World::new("gone", options);
    let app = world.open().await;
    add_account(&app, server.url(), "not the secret").await;
    app.gone("account-dialog").await;
    app.press("account-check").await;
    check_says(&app, "credentials", "unauthorized").await;
    let accounts = app.call("account_list", json!({})).await.unwrap();
    let id = accounts[1]["id"].clone();
    let replace = json!({ "id": id, "kind": "customerSecret", "value": SECRET });
    app.call("account_secret_replace", replace).await.unwrap();
    add_storage(&app).await;
    start(&app, "board-sync").await;
    app.press("nav-live").await;
    app.press("live-card").await;

    server.shutdown().await;
    app.see_within("live-concern", Duration::from_secs(60))
        .await;
    let state = app.recordings().await[0]["state"].clone();
    assert_eq!(state, "recording", "it goes on in the cloud");
    let server = stand_in(folder.path().to_path_buf(), port).await;
    app.press("live-recheck").await;
    app.gone("live-concern").await;
    app.hold("stop-button", Duration::from_millis(1_200)).await;
    app.newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    world.close(app).await;
    server.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_it_is_said_and_trying_again_works() {
    let mut world = World::new("keychain", WorldOptions::default());
    let app = world.open().await;
    add_account(&app, "http://127.0.0.1:9", SECRET).await;
    app.see("failure").await;
    let typed = app.see("field-customerSecret").await;
    assert_eq!(
        typed.prop("value").await.unwrap().as_deref(),
        Some(SECRET),
        "nothing is typed twice"
    );
    world.start_keychain(true);
    app.press("account-save").await;
    app.gone("account-dialog").await;
    app.see("account-card").await;
    assert!(world.keychain_has(SECRET));

    // A new account is checked at once; nobody listens on port 9.
    check_says(&app, "reach", "unreachable").await;

    // Locked: the same keychain, and nobody who could be asked for its password.
    world.stop_keychain();
    world.start_keychain(false);
    app.press("account-check").await;
    check_says(&app, "keychain", "keychainLocked").await;
    world.close(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_store_is_said_and_kept() {
    let mut world = World::new("damaged", WorldOptions::default());
    let app = world.open().await;
    start(&app, "town-hall").await;
    world.kill_app();
    drop(app);
    let store = world.data.join("roomreel.sqlite");
    let garbage = vec![0x5a; 20_000];
    std::fs::write(&store, &garbage).unwrap();
    for beside in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(world.data.join(format!("roomreel.sqlite{beside}")));
    }
    let app = world.open().await;
    app.see("notice").await;
    let kept: Vec<_> = all_files(&world.data)
        .into_iter()
        .filter(|file| file.to_string_lossy().contains("roomreel.damaged-"))
        .collect();
    assert_eq!(
        std::fs::read(kept.first().expect("it is kept")).unwrap(),
        garbage,
        "as it was"
    );
    app.see("recording-row").await;
    stop_from_live(&app).await;
    app.newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    world.close(app).await;
}
