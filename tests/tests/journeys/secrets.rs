//! The search for planted secrets: the page, what every command answers, and every file.

use std::collections::BTreeSet;

use cloud_recording::{Secret, token};
use journeys::{App, World};
use serde_json::{Value, json};

use crate::search::search;
use crate::{ACCESS_KEY, CERTIFICATE, SECRET, SECRET_KEY, all_files};

const CANARIES: [&str; 4] = [SECRET, CERTIFICATE, ACCESS_KEY, SECRET_KEY];

include!("../../../crates/studio/src/command_list.rs");

macro_rules! names {
    ($($name:ident($request:ty) -> $answer:ty;)*) => {
        /// Every command that the page may call.
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
for_each_command!(names);

/// Commands that change something or open another program. They are not called by the search; what they
/// answer is what a reading command answers too.
const CHANGING: [&str; 37] = [
    "keychain_session",
    "account_duplicate",
    "projects_import",
    "setup_save",
    "setup_delete",
    "settings_save",
    "account_add",
    "account_update",
    "account_secret_replace",
    "account_delete",
    "storage_add",
    "storage_update",
    "storage_delete",
    "layout_save",
    "layout_delete",
    "layout_take",
    "layout_history_save",
    "layout_file",
    "recording_start",
    "recording_stop",
    "recording_layout",
    "recording_extend",
    "recording_recheck",
    "download_start",
    "download_pause",
    "download_resume",
    "download_remove",
    "download_open",
    "download_reveal",
    "file_link",
    "files_delete",
    "file_open",
    "file_reveal",
    "secret_keep",
    "draft_delete",
    "call_clear",
    "faults_save",
];

/// Files in a bucket of somebody's own are not played, so this one can only refuse here.
const REFUSING: &str = "recording_play";

/// What there is to ask about.
struct Known {
    accounts: Vec<Value>,
    layouts: Vec<Value>,
    recordings: Vec<Value>,
    storages: Vec<Value>,
    calls: Vec<Value>,
}

/// The store, the logs, the webview's data, the page and every answer to it.
pub async fn search_everything(world: &World, app: &App) {
    for screen in [
        "record", "live", "layouts", "library", "console", "accounts",
    ] {
        app.press(&format!("nav-{screen}")).await;
        app.see(&format!("screen-{screen}")).await;
        search(screen, app.everything().await.as_bytes(), &CANARIES);
    }
    answers(app).await;
    let files = all_files(&world.data);
    assert!(files.len() > 10, "there was something to search");
    let is_webviews =
        |file: &std::path::PathBuf| file.components().any(|c| c.as_os_str() == "webview");
    assert!(files.iter().any(is_webviews), "{files:?}");
    for file in files {
        let bytes = std::fs::read(&file).unwrap_or_default();
        search(&file.to_string_lossy(), &bytes, &CANARIES);
    }
}

async fn answers(app: &App) {
    let known = Known {
        accounts: list(app, "account_list").await,
        layouts: list(app, "layout_list").await,
        recordings: app.recordings().await,
        storages: list(app, "storage_list").await,
        calls: app.call("call_list", history()).await.unwrap()["calls"]
            .as_array()
            .cloned()
            .expect("a list"),
    };
    assert!(
        !known.recordings.is_empty(),
        "there is a recording to ask about"
    );
    assert!(!known.calls.is_empty(), "and there are its calls");
    let changing = BTreeSet::from(CHANGING);
    for command in COMMANDS {
        let Some(requests) = requests(command, &known) else {
            assert!(
                changing.contains(command),
                "{command} is new: say here how it is asked, or that it changes something"
            );
            continue;
        };
        assert!(!changing.contains(command), "{command} is in one list only");
        let mut answered = 0;
        for request in requests {
            let outcome = app.call(command, request).await;
            answered += usize::from(outcome.is_ok());
            let text = outcome.unwrap_or_else(|failure| failure).to_string();
            search(command, text.as_bytes(), &CANARIES);
        }
        assert!(
            answered > 0 || *command == REFUSING,
            "{command} was answered, and not only refused"
        );
    }
}

async fn list(app: &App, command: &str) -> Vec<Value> {
    let answer = app.call(command, json!({})).await.unwrap();
    answer.as_array().cloned().expect("a list")
}

/// How a command that only reads is asked; `None` for any other.
fn requests(command: &str, known: &Known) -> Option<Vec<Value>> {
    let recordings = || known.recordings.iter();
    let layouts = || known.layouts.iter();
    Some(match command {
        "app_info" | "contract_get" | "keychain_check" | "account_list" | "storage_list" | "layout_list"
        | "recording_list" | "download_list" => vec![json!({})],
        "library_list" => vec![json!({
            "words": [], "standings": [], "sort": "started", "descending": true, "offset": 0, "limit": 200,
        })],
        "account_check" => (known.accounts.iter())
            .map(|account| json!({ "id": account["id"] }))
            .collect(),
        "channel_people" => (known.accounts.iter())
            .map(|account| json!({ "accountId": account["id"], "channel": "board-sync" }))
            .collect(),
        "layout_import" => (recordings())
            .map(|one| json!({ "text": one["layout"]["document"].to_string(), "people": 3 }))
            .chain([json!({ "text": REGION, "people": 1 })])
            .collect(),
        "layout_export" => (layouts().zip(["json", "curl", "file"].iter().cycle()))
            .map(|(layout, form)| {
                json!({ "document": layout["document"], "form": form, "name": "Search" })
            })
            .collect(),
        "layout_preset" => ["floating", "bestFit", "vertical"]
            .map(|preset| {
                let canvas = json!({ "width": 1280, "height": 720 });
                json!({ "preset": preset, "people": 3, "canvas": canvas })
            })
            .to_vec(),
        // Refused in words before anybody is asked.
        "picture_source" => vec![json!({ "url": "http://example.com/a.jpg" })],
        "layout_history" => layouts().map(|one| json!({ "id": one["id"] })).collect(),
        "recording_check" => recordings().flat_map(|one| checks(&one["setup"])).collect(),
        "preflight_run" => recordings()
            .flat_map(|one| checks(&one["setup"]))
            .map(|setup| json!({ "setup": setup, "again": false }))
            .collect(),
        "recording_detail" | "recording_files" => {
            recordings().map(|one| json!({ "id": one["id"] })).collect()
        }
        "storage_check" => ids(&known.storages),
        "console_check" => starts(known),
        "console_send" => (starts(known).into_iter())
            .map(|call| json!({ "call": call, "anyway": true }))
            .collect(),
        "console_code" => (starts(known).iter())
            .map(|call| json!({ "call": call, "language": "curl" }))
            .collect(),
        "console_import" => vec![json!({ "accountId": "practice", "text": pasted() })],
        "console_take_secrets" => vec![json!({ "body": bare() })],
        "secret_hold" => vec![json!({ "value": SECRET_KEY })],
        "draft_list" | "projects_export" | "faults_get" | "setup_list" => vec![json!({})],
        "draft_save" => {
            let content = json!({ "bodies": { "start": bare() } });
            vec![json!({ "id": "search", "name": "Search", "updatedAt": 0, "content": content })]
        }
        "call_list" => vec![history()],
        "call_get" => ids(&known.calls),
        "call_export" => {
            let ids: Vec<&Value> = known.calls.iter().map(|call| &call["id"]).collect();
            vec![json!({ "ids": ids })]
        }
        "call_setup" => (known.calls.iter())
            .filter(|call| call["call"] == "start")
            .map(|call| json!({ "id": call["id"] }))
            .collect(),
        "token_read" => (known.accounts.iter())
            .map(|account| {
                json!({ "accountId": account["id"], "token": token_of_ours(), "channel": "", "recorderId": "" })
            })
            .collect(),
        REFUSING => recordings()
            .map(|one| json!({ "id": one["id"], "name": "any.m3u8" }))
            .collect(),
        _ => return None,
    })
}

const REGION: &str = r#"[{"x_axis":0,"y_axis":0,"width":1,"height":1}]"#;

fn ids(rows: &[Value]) -> Vec<Value> {
    rows.iter().map(|row| json!({ "id": row["id"] })).collect()
}

fn history() -> Value {
    json!({ "search": "", "origin": null, "call": null, "before": null, "most": 200 })
}

/// Starts whose secrets come from each storage's keychain entry, and one that has them in the clear.
fn starts(known: &Known) -> Vec<Value> {
    let referring = known.storages.iter().map(|storage| {
        let id = storage["id"].as_str().unwrap_or_default();
        body(
            &format!("${{storage:{id}/accessKey}}"),
            &format!("${{storage:{id}/secretKey}}"),
        )
    });
    referring
        .chain([bare()])
        .map(|body| {
            json!({
                "accountId": "practice", "call": "start", "mode": "mix", "resourceId": "unknown",
                "sid": "", "channel": "", "hostsOnly": false, "body": body,
            })
        })
        .collect()
}

/// A start as people paste it.
fn bare() -> Value {
    body(ACCESS_KEY, SECRET_KEY)
}

fn body(access_key: &str, secret_key: &str) -> Value {
    json!({ "cname": "board-sync", "uid": "527841", "clientRequest": { "storageConfig": {
        "vendor": 1, "region": 0, "bucket": "recordings", "accessKey": access_key, "secretKey": secret_key,
    } } })
}

/// A command line with a sign-in and keys of its own.
fn pasted() -> String {
    let app = "https://api.agora.io/v1/apps/0123456789abcdef0123456789abcdef";
    let url = format!("{app}/cloud_recording/resourceid/r/mode/mix/start");
    format!(
        "curl -u 'customer:{SECRET}' -H 'Content-Type: application/json' '{url}' -d '{}'",
        bare()
    )
}

/// A token that the planted certificate has signed.
fn token_of_ours() -> String {
    let certificate = Secret::from(CERTIFICATE);
    let app_id = "0123456789abcdef0123456789abcdef";
    let made = token::rtc(
        app_id,
        &certificate,
        "board-sync",
        0,
        1_700_000_000,
        7,
        3_600,
    );
    made.unwrap().expose().to_owned()
}

/// A set-up as it was, whose account may be gone, and with the account inside the app.
fn checks(setup: &Value) -> [Value; 2] {
    let mut practice = setup.clone();
    practice["accountId"] = json!("practice");
    practice["storageId"] = json!("practice");
    [setup.clone(), practice]
}
