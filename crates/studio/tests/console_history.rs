//! What is kept of calls and drafts.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/console.rs"]
mod console;

use cloud_recording::contract::IssueCode;
use cloud_recording::{Call, Secret};
use common::*;
use console::*;
use serde_json::{Value, json};
use studio::Vault;
use studio::types::*;

async fn find(core: &studio::Core, search: &str) -> Vec<Call> {
    let query = CallQuery {
        search: search.to_owned(),
        ..everything()
    };
    let page = core.call_list(query).await.unwrap();
    page.calls.into_iter().map(|call| call.call).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_holds_every_call_and_is_searched_by_words() {
    let bench = Bench::new();
    let core = bench.open().await;
    let by_hand = started(&core, "by hand").await;
    let id = core.recording_start(setup("by the app")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |recording| {
        recording.state.is_final()
    })
    .await;

    let page = core.call_list(everything()).await.unwrap();
    assert_eq!(page.kept as usize, page.calls.len(), "the page counts all");
    assert!(page.bytes > 2_000, "and knows their size: {}", page.bytes);
    let ids: Vec<i64> = page.calls.iter().map(|call| call.id).collect();
    assert!(ids.is_sorted_by(|a, b| a > b), "newest first: {ids:?}");
    let own: Vec<&CallSummary> = page
        .calls
        .iter()
        .filter(|call| call.recording_id.as_deref() == Some(&id))
        .collect();
    let begun = own
        .iter()
        .find(|call| call.call == Call::Start)
        .expect("the recorder's start is there");
    assert_eq!(
        (
            begun.origin,
            begun.account_id.as_deref(),
            begun.channel.as_str(),
            begun.status
        ),
        (
            CallOrigin::Recorder,
            Some(PRACTICE),
            "by the app",
            Some(200)
        )
    );
    assert!(
        begun.elapsed.is_some() && !begun.recorder_id.is_empty(),
        "{begun:?}"
    );
    let entry = core.call_get(CallRef { id: begun.id }).await.unwrap();
    assert!(
        entry.address.starts_with("http://127.0.0.1:")
            && entry.address.ends_with("/mode/mix/start"),
        "{}",
        entry.address
    );
    assert!(
        entry.request.contains("${storage:practice/accessKey}"),
        "it can be sent again: {}",
        entry.request
    );

    assert_eq!(
        find(&core, "by HAND").await,
        [Call::Start, Call::Acquire],
        "words, in any case"
    );
    assert_eq!(
        find(&core, "hand by start").await,
        [Call::Start],
        "all of them, in any order"
    );
    let sid = by_hand.sid.unwrap();
    assert_eq!(
        find(&core, &sid).await,
        [Call::Start],
        "by what was answered"
    );
    assert_eq!(find(&core, "by hand elsewhere").await, [], "nothing");
    assert_eq!(
        find(&core, "%").await,
        [],
        "a sign of the search's own is a sign"
    );
    let query = CallQuery {
        call: Some(Call::Acquire),
        origin: Some(CallOrigin::Console),
        ..everything()
    };
    assert_eq!(core.call_list(query).await.unwrap().calls.len(), 1);
    let first = core
        .call_list(CallQuery {
            most: 2,
            ..everything()
        })
        .await
        .unwrap();
    assert!(
        first.more && first.calls.len() == 2,
        "a part, and that there is more"
    );
    let before = Some(first.calls[1].id);
    let rest = core
        .call_list(CallQuery {
            before,
            ..everything()
        })
        .await
        .unwrap();
    assert_eq!(
        rest.calls.first().map(|call| call.id),
        Some(ids[2]),
        "the rest goes on where it ended"
    );
    assert!(!rest.more);

    core.call_clear(Empty {}).await.unwrap();
    let page = core.call_list(everything()).await.unwrap();
    assert_eq!((page.kept, page.bytes, page.calls.len()), (0, 0, 0));
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_stays_within_its_size_and_keeps_what_runs() {
    let bench = Bench::new();
    let core = bench.open().await;
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    let mut settings = core.app_info(Empty {}).await.unwrap().settings;
    settings.history_megabytes = 0;
    let settings = core.settings_save(settings).await.unwrap();
    assert_eq!(settings.history_megabytes, 1, "never less than one");
    let mut large = acquire("large");
    large.body["clientRequest"]["note"] = json!("x".repeat(300_000));
    let mut last = 0;
    for _ in 0..6 {
        last = send(&core, large.clone()).await.entry.summary.id;
    }
    let page = core.call_list(everything()).await.unwrap();
    assert!(page.bytes <= 1_000_000, "it takes {} bytes", page.bytes);
    let console: Vec<i64> = page
        .calls
        .iter()
        .filter(|call| call.origin == CallOrigin::Console)
        .map(|call| call.id)
        .collect();
    assert_eq!(console.first(), Some(&last), "the oldest go first");
    assert!((1..6).contains(&console.len()), "{console:?}");
    let begun = |calls: &[CallRecord]| calls.iter().any(|call| call.call == "acquire");
    let detail = core.recording_detail(by_id(&id)).await.unwrap();
    assert!(
        begun(&detail.calls),
        "what runs keeps its calls, though they are older"
    );
    core.call_clear(Empty {}).await.unwrap();
    let detail = core.recording_detail(by_id(&id)).await.unwrap();
    assert!(begun(&detail.calls), "also when everything is cleared");
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |recording| {
        recording.state.is_final()
    })
    .await;
    core.call_clear(Empty {}).await.unwrap();
    assert_eq!(
        core.call_list(everything()).await.unwrap().kept,
        0,
        "afterwards they can go"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_are_exported_and_read_back() {
    let bench = Bench::new();
    let core = bench.open().await;
    started(&core, "by hand").await;
    let calls = core.call_list(everything()).await.unwrap().calls;
    let ids: Vec<i64> = calls.iter().map(|call| call.id).collect();
    let file = core
        .call_export(CallExport { ids: ids.clone() })
        .await
        .unwrap();
    assert!(
        file.path.starts_with(&*bench.data().to_string_lossy()),
        "{}",
        file.path
    );
    let text = std::fs::read_to_string(&file.path).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        value["calls"][1]["request"]["cname"], "by hand",
        "a person can read it: {text}"
    );
    let imported = core
        .console_import(ConsoleText {
            account_id: PRACTICE.to_owned(),
            text: Secret::from(text),
        })
        .await
        .unwrap();
    let calls: Vec<Call> = imported.calls.iter().map(|it| it.call.call).collect();
    assert_eq!(
        calls,
        [Call::Acquire, Call::Start],
        "in the order in which they were made"
    );
    let start = &imported.calls[1].call;
    assert!(!start.resource_id.is_empty());
    assert_eq!(
        start.body["clientRequest"]["storageConfig"]["accessKey"],
        "${storage:practice/accessKey}"
    );
    assert_eq!(
        imported.calls[1].held,
        Vec::<String>::new(),
        "references stay references"
    );
    assert_eq!(imported.calls[1].other_app_id, None);
    let empty = core
        .call_export(CallExport { ids: Vec::new() })
        .await
        .expect_err("nothing to write");
    assert_eq!(issue_codes(&empty), [(IssueCode::Empty, "/ids")]);
    let unknown = core
        .call_export(CallExport {
            ids: vec![ids[0] + 99],
        })
        .await
        .expect_err("no such call");
    assert_eq!(unknown.code, FailureCode::NotFound);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_becomes_a_recordings_settings() {
    let bench = Bench::new();
    let core = bench.open().await;
    let acquired = send(&core, acquire("by hand")).await;
    let mut call = start("by hand", &acquired.resource_id.unwrap(), PRACTICE);
    call.body["clientRequest"]["recordingConfig"]["subscribeUidGroup"] = json!(1);
    let answer = send_anyway(&core, call).await;
    let made = core
        .call_setup(CallRef {
            id: answer.entry.summary.id,
        })
        .await
        .unwrap();
    let setup = &made.setup;
    assert_eq!(
        (setup.account_id.as_str(), setup.channel.as_str()),
        (PRACTICE, "by hand")
    );
    assert_eq!(
        setup.picture,
        Picture {
            width: 640,
            height: 360,
            fps: 15,
            bitrate: Some(500)
        }
    );
    assert_eq!(setup.storage_id, PRACTICE);
    assert_eq!(setup.stop.idle_seconds, 300);
    assert_eq!(setup.more.channel_type, Some(ChannelType::Live));
    assert_eq!(
        setup.more.control_hours,
        Some(24),
        "what acquire said belongs to it"
    );
    assert!(setup.more.mp4);
    let mut left = made.left_out.clone();
    left.sort();
    assert_eq!(
        left,
        [
            "/clientRequest/recordingConfig/subscribeUidGroup",
            "/clientRequest/recordingConfig/transcodingConfig/mixedVideoLayout",
            "/clientRequest/storageConfig/fileNamePrefix",
        ],
        "what the form has no place for is said"
    );
    let check = core.recording_check(made.setup).await.unwrap();
    let bad = check
        .issues
        .iter()
        .filter(|it| it.severity == cloud_recording::contract::Severity::Error);
    assert_eq!(
        bad.count(),
        0,
        "and it can be recorded with: {:?}",
        check.issues
    );

    let id = core
        .recording_start(common::setup("by the app"))
        .await
        .unwrap()
        .id;
    until_state(&core, &id, RecordingState::Recording).await;
    let query = CallQuery {
        search: "app".to_owned(),
        call: Some(Call::Start),
        ..everything()
    };
    let begun = core.call_list(query).await.unwrap().calls[0].id;
    let made = core.call_setup(CallRef { id: begun }).await.unwrap();
    assert_eq!(
        (made.setup, made.left_out),
        (common::setup("by the app"), Vec::new()),
        "as it was set up"
    );

    let mut people = call_of_people();
    people.channel = "by hand".to_owned();
    let people = send(&core, people).await.entry.summary.id;
    let failure = core
        .call_setup(CallRef { id: people })
        .await
        .expect_err("no start");
    assert_eq!(
        (failure.code, failure.params["state"].as_str()),
        (FailureCode::NotNow, "noStart")
    );
    core.shutdown().await;
}

fn call_of_people() -> ConsoleCall {
    console::call(Call::ChannelUsers, Value::Null)
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_kept_with_their_secrets_in_the_keychain() {
    let bench = Bench::new();
    let core = bench.open().await;
    let hold = async |text: &str| {
        let value = Secret::from(text);
        core.secret_hold(SecretHold { value })
            .await
            .unwrap()
            .reference
    };
    let held = vec![hold("first secret").await, hold("second secret").await];
    let kept = core
        .secret_keep(SecretKeep { references: held })
        .await
        .unwrap()
        .references;
    let key = |reference: &str| {
        let id = reference
            .trim_start_matches("${kept:")
            .trim_end_matches('}');
        format!("console/{id}/secret")
    };
    let has = |reference: &str| bench.vault.get(&key(reference)).unwrap().is_some();
    let draft = |id: &str, content: Value| ConsoleDraft {
        id: id.to_owned(),
        name: " Draft ".to_owned(),
        updated_at: 0,
        content,
    };
    let content = json!({ "bodies": { "acquire": { "clientRequest": { "startParameter": {
        "token": kept[0], "storageConfig": { "secretKey": "in the clear", "bucket": "b" } } } } } });
    let one = core.draft_save(draft("", content)).await.unwrap();
    assert!(
        !one.id.is_empty() && one.updated_at > 0 && one.name == "Draft",
        "{one:?}"
    );
    let parameter = one
        .content
        .pointer("/bodies/acquire/clientRequest/startParameter")
        .unwrap();
    assert_eq!(
        parameter,
        &json!({ "token": kept[0], "storageConfig": { "bucket": "b" } })
    );
    let both = json!({ "text": format!("\"token\": \"{}\"", kept[0]), "salt": kept[1] });
    let two = core.draft_save(draft("two", both)).await.unwrap();
    let names: Vec<String> = core
        .draft_list(Empty {})
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.id)
        .collect();
    assert_eq!(
        names,
        [two.id.clone(), one.id.clone()],
        "the last changed first"
    );
    core.shutdown().await;
    drop(core);

    let core = bench.open().await;
    core.draft_delete(ConsoleDraftRef { id: two.id })
        .await
        .unwrap();
    assert!(has(&kept[0]), "the other draft still names it");
    assert!(!has(&kept[1]), "nobody names it any more");
    let without = ConsoleDraft {
        content: json!({}),
        ..one.clone()
    };
    core.draft_save(without).await.unwrap();
    assert!(has(&kept[0]), "undoing brings it back");
    core.draft_save(one.clone()).await.unwrap();
    core.draft_delete(ConsoleDraftRef { id: one.id })
        .await
        .unwrap();
    assert!(!has(&kept[0]), "deleted with its draft");
    assert_eq!(core.draft_list(Empty {}).await.unwrap(), []);
    let long = draft("long", json!({ "text": "x".repeat(1024 * 1024) }));
    let failure = core.draft_save(long).await.expect_err("too long");
    assert_eq!(issue_codes(&failure), [(IssueCode::TooLong, "/content")]);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calls_of_an_earlier_version_are_still_there() {
    let bench = Bench::new();
    let core = bench.open().await;
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.shutdown().await;
    drop(core);
    // The file as the version before this history wrote it.
    let file = bench.data().join("roomreel.sqlite");
    let older = rusqlite::Connection::open(&file).unwrap();
    older
        .execute_batch(
            "CREATE TABLE older (id INTEGER PRIMARY KEY AUTOINCREMENT, recording_id TEXT NOT NULL, call TEXT NOT NULL,
                sent_at INTEGER NOT NULL, answered_at INTEGER, request TEXT NOT NULL, status INTEGER, answer TEXT) STRICT;
             INSERT INTO older SELECT id, recording_id, call, sent_at, answered_at, request, status, answer FROM call;
             INSERT INTO older VALUES (900, (SELECT recording_id FROM older LIMIT 1), 'query', 5, 25, '', 404,
                '{\"code\":404,\"reason\":\"failed to find worker\"}');
             INSERT INTO older VALUES (901, (SELECT recording_id FROM older LIMIT 1), 'stop', 30, NULL, '{}', NULL, NULL);
             DROP TABLE call; DROP TABLE call_total; DROP TABLE console_draft; DROP TABLE console_kept;
             DROP TABLE library; DROP TABLE saved_setup; DROP TABLE download;
             ALTER TABLE older RENAME TO call; PRAGMA user_version = 2;",
        )
        .unwrap();
    drop(older);
    let core = bench.open().await;
    let notices = core.app_info(Empty {}).await.unwrap().notices;
    assert_eq!(notices, [], "nothing was lost");
    let query = core.call_get(CallRef { id: 900 }).await.unwrap();
    assert_eq!(
        (query.summary.channel.as_str(), query.summary.elapsed),
        ("town-hall", Some(20))
    );
    assert_eq!(
        query.failure.unwrap().code,
        FailureCode::NoSuchRecording,
        "it is read out of the answer"
    );
    let recording = recording(&core, &id).await;
    let sid = recording.sid.unwrap();
    assert!(
        query.address.contains(&format!("/sid/{sid}/")),
        "{}",
        query.address
    );
    let lost = core.call_get(CallRef { id: 901 }).await.unwrap();
    assert_eq!(
        lost.failure.unwrap().code,
        FailureCode::Timeout,
        "its answer never came"
    );
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |recording| {
        recording.state.is_final()
    })
    .await;
    core.shutdown().await;
}
