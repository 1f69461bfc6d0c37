//! Every field is in reach: each is filled in in the window, and found in the body that arrives.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use journeys::{App, World, WorldOptions};
use practice::Server;
use serde_json::{Value, json};

use super::paths::{How, Sitting, sittings};
use super::relay::{Heard, Relay};
use super::screen::{self, by_id};
use crate::fit::lines;
use crate::search::search;
use crate::{SECRET, add_account, all_files, stand_in};

const RESOURCE: &str = "resource-of-the-walk";
const SID: &str = "0123456789abcdef0123456789abcdef";

/// Fields whose control has no words below it, and those that nothing explains at all.
const UNEXPLAINED: &str = "
    const fields = [...document.querySelectorAll('main [data-testid^=\"field:\"]')];
    return fields.filter((field) => {
        const frame = field.closest('[data-field]');
        const words = frame && frame.querySelector('[id$=-help]');
        return !words || words.textContent.trim() === '';
    }).map((field) => field.dataset.testid);";

/// The console with an account of a stand-in whose calls go through a relay that hears them.
async fn opened(name: &str, folder: &Path) -> (Server, Relay, World, App) {
    let server = stand_in(folder.to_path_buf(), 0).await;
    let relay = Relay::to(server.url()).await;
    let options = WorldOptions {
        keychain: true,
        ..WorldOptions::default()
    };
    let mut world = World::new(name, options);
    let app = world.open().await;
    add_account(&app, &relay.url, SECRET).await;
    app.gone("account-dialog").await;
    screen::open(&app).await;
    (server, relay, world, app)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_is_in_reach_and_arrives_where_it_belongs() {
    let folder = tempfile::tempdir().unwrap();
    let (server, relay, mut world, app) = opened("console-walk", folder.path()).await;

    let mut canaries = Vec::new();
    for (number, sitting) in sittings().iter().enumerate() {
        let expected = sit(&app, number, sitting, &mut canaries).await;
        let unexplained = lines(app.script(UNEXPLAINED).await);
        assert!(
            unexplained.is_empty(),
            "these have no help: {unexplained:?}"
        );
        let heard = send(&app, &relay, sitting).await;
        for (pointer, wanted) in &expected {
            let found = heard.body.pointer(pointer);
            assert_eq!(
                found,
                Some(wanted),
                "{} {pointer} in {}",
                sitting.call,
                heard.body
            );
        }
        addressed(sitting, &heard);
    }
    assert!(
        canaries.len() >= 14,
        "secrets were among them: {canaries:?}"
    );
    let canaries: Vec<&str> = canaries.iter().map(String::as_str).collect();
    search("the page", app.everything().await.as_bytes(), &canaries);
    for file in all_files(&world.data) {
        let bytes = std::fs::read(&file).unwrap_or_default();
        search(&file.to_string_lossy(), &bytes, &canaries);
    }
    world.close(app).await;
    server.shutdown().await;
}

/// Fills in what the sitting has; gives what must arrive, by pointer.
async fn sit(
    app: &App,
    number: usize,
    sitting: &Sitting,
    canaries: &mut Vec<String>,
) -> BTreeMap<String, Value> {
    screen::go_to_call(app, sitting.call).await;
    screen::choose(app, "console-mode", sitting.mode).await;
    app.press("reset-all").await;
    app.press("open-all").await;
    if sitting.call != "acquire" {
        screen::fill(app, "@resourceid", RESOURCE).await;
    }
    if sitting.call != "acquire" && sitting.call != "start" {
        screen::fill(app, "@sid", SID).await;
    }
    let mut expected = BTreeMap::new();
    for (holder, fields) in &sitting.groups {
        for (name, how) in *fields {
            let pointer = format!("{holder}/{name}");
            let canary = format!("canary-{number}{}", pointer.replace('/', "-"));
            if let Some(value) = fill(app, &pointer, *how, &canary).await {
                expected.insert(pointer, value);
            }
            if matches!(how, How::Secret) {
                canaries.push(canary);
            }
        }
    }
    expected
}

async fn fill(app: &App, pointer: &str, how: How, canary: &str) -> Option<Value> {
    let as_json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    Some(match how {
        How::Type(text) => {
            screen::fill(app, pointer, text).await;
            json!(text)
        }
        How::Number(text) => {
            screen::fill(app, pointer, text).await;
            as_json(text)
        }
        How::Chips(chips) => {
            screen::fill_chips(app, pointer, chips).await;
            json!(chips.split(' ').collect::<Vec<_>>())
        }
        How::Pick(value) => {
            screen::pick(app, pointer, value).await;
            as_json(value)
        }
        How::Secret => {
            screen::fill_secret(app, pointer, canary).await;
            json!(canary)
        }
        How::Tick(option, list) => {
            screen::press_field(app, &format!("{pointer}:{option}")).await;
            as_json(list)
        }
        How::Switch => {
            screen::press_field(app, pointer).await;
            json!(true)
        }
        How::Add => {
            screen::add(app, pointer).await;
            return None;
        }
    })
}

/// Sends the call whatever the check says, and gives what arrived.
async fn send(app: &App, relay: &Relay, sitting: &Sitting) -> Heard {
    let end = format!("/{}", sitting.call);
    let before = relay.heard().len();
    let begun = Instant::now();
    loop {
        let heard = relay.heard();
        if let Some(last) = heard[before..].iter().rfind(|one| one.line.ends_with(&end)) {
            return last.clone();
        }
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "{} arrives: {heard:?}",
            sitting.call
        );
        // Which of the two is there can change while the check catches up.
        for button in ["console-anyway", "console-send"] {
            let found = app.client.find(Locator::Css(&by_id(button))).await;
            if let Ok(button) = found
                && button.click().await.is_ok()
            {
                break;
            }
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// What stands in the address was typed too.
fn addressed(sitting: &Sitting, heard: &Heard) {
    let line = &heard.line;
    assert!(line.contains(crate::APP_ID), "{line}");
    if sitting.call == "acquire" {
        return;
    }
    assert!(line.contains(&format!("/resourceid/{RESOURCE}/")), "{line}");
    assert!(line.contains(&format!("/mode/{}/", sitting.mode)), "{line}");
    if sitting.call != "start" {
        assert!(line.contains(&format!("/sid/{SID}/")), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_body_is_asked_by_its_address() {
    let folder = tempfile::tempdir().unwrap();
    let (server, relay, mut world, app) = opened("console-address", folder.path()).await;
    screen::go_to_call(&app, "query").await;
    screen::choose(&app, "console-mode", "individual").await;
    screen::fill(&app, "@resourceid", RESOURCE).await;
    screen::fill(&app, "@sid", SID).await;
    app.press("console-send").await;
    screen::answered(&app, "query", "404").await;
    let asked = relay.heard().pop().unwrap();
    assert_eq!(
        asked.line,
        format!(
            "GET /v1/apps/{}/cloud_recording/resourceid/{RESOURCE}/sid/{SID}/mode/individual/query",
            crate::APP_ID
        )
    );

    screen::go_to_call(&app, "channelUsers").await;
    screen::fill(&app, "@channel", "board-sync").await;
    screen::press_field(&app, "@hostsOnly").await;
    app.press("console-send").await;
    screen::answered(&app, "channelUsers", "200").await;
    let asked = relay.heard().pop().unwrap();
    assert!(
        asked.line.contains("/channel/user/") && asked.line.contains("board-sync"),
        "{}",
        asked.line
    );
    assert!(asked.line.contains("hosts_only"), "{}", asked.line);
    world.close(app).await;
    server.shutdown().await;
}
