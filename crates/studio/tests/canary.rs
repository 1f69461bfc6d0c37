//! Secrets are planted, everything is done with them, and then everything that is kept or told is searched.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/console.rs"]
mod console;
#[path = "common/search.rs"]
mod search;

use std::sync::{Arc, Mutex};

use cloud_recording::{Call, Secret, token};
use common::*;
use console::{call, everything, send_anyway};
use search::{base64, search};
use serde::Serialize;
use serde_json::{Value, json};
use studio::types::*;

fn bytes(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_kept_or_told() {
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let logging = studio::start_logging(&bench.data());
    let core = bench.open().await;
    let told: Arc<Mutex<Vec<Vec<u8>>>> = Arc::default();
    let mut events = core.events();
    let ears = Arc::clone(&told);
    tokio::spawn(async move {
        while let Ok(event) = events.recv().await {
            ears.lock().unwrap().push(bytes(&event));
        }
    });
    let certificate = "c0ffee00c0ffee00c0ffee00c0ffee00";
    let wrong = "canary-wrong-customer-secret";
    let (access, secret) = ("canary-access-key", "canary-secret-key");
    // The Authorization header is found too: it is Base64, and the search looks for that.
    let planted = [SECRET, certificate, wrong, access, secret];

    let mut new = account(server.url());
    new.customer_secret = Secret::from(wrong);
    new.certificate = Some(Secret::from(certificate));
    let account = core.account_add(new).await.unwrap();
    let mut bucket = storage();
    bucket.access_key = Secret::from(access);
    bucket.secret_key = Secret::from(secret);
    let storage = core.storage_add(bucket).await.unwrap();
    let mut answers = vec![bytes(&account), bytes(&storage)];
    let which = || AccountRef {
        id: account.id.clone(),
    };
    answers.push(bytes(&core.account_check(which()).await.unwrap()));
    let mut setup = setup("town-hall");
    setup.account_id.clone_from(&account.id);
    setup.storage_id.clone_from(&storage.id);
    // Once with the wrong secret, so that failures are told; then through a whole life.
    let failed = core.recording_start(setup.clone()).await.unwrap().id;
    until_state(&core, &failed, RecordingState::Failed).await;
    let replaced = AccountSecretReplace {
        id: account.id.clone(),
        kind: AccountSecret::CustomerSecret,
        value: Secret::from(SECRET),
    };
    answers.push(bytes(&core.account_secret_replace(replaced).await.unwrap()));
    answers.push(bytes(&core.account_check(which()).await.unwrap()));
    answers.push(bytes(&core.recording_check(setup.clone()).await.unwrap()));
    let id = core.recording_start(setup.clone()).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |recording| {
        recording.state.is_final()
    })
    .await;
    for id in [&failed, &id] {
        answers.push(bytes(&core.recording_detail(by_id(id)).await.unwrap()));
        answers.push(bytes(&core.recording_files(by_id(id)).await.unwrap()));
    }
    answers.push(bytes(&core.recording_list(Empty {}).await.unwrap()));
    answers.push(bytes(&core.account_list(Empty {}).await.unwrap()));
    answers.push(bytes(&core.storage_list(Empty {}).await.unwrap()));
    answers.push(bytes(&core.app_info(Empty {}).await.unwrap()));
    core.account_delete(which()).await.unwrap();
    core.storage_delete(StorageRef { id: storage.id })
        .await
        .unwrap();
    core.shutdown().await;
    server.shutdown().await;
    drop(logging);

    for answer in &answers {
        search("an answer to the page", answer, &planted);
    }
    let told = told.lock().unwrap();
    assert!(told.len() > 10, "there were events to search");
    for event in told.iter() {
        search("an event", event, &planted);
    }
    let kept = files(bench.folder.path());
    let logged = kept
        .iter()
        .any(|file| file.components().any(|part| part.as_os_str() == "logs"));
    assert!(
        kept.len() > 5 && logged,
        "there were files to search: {kept:?}"
    );
    for file in kept {
        search(
            &file.to_string_lossy(),
            &std::fs::read(&file).unwrap(),
            &planted,
        );
    }
}

/// A start with every kind of secret in the clear, once in its place and once as acquire announces it.
fn bare(secret: impl Fn(&str) -> String) -> Value {
    let request = json!({
        "token": secret("token"),
        "recordingConfig": { "decryptionMode": 7, "secret": secret("secret"), "salt": secret("salt") },
        "storageConfig": { "vendor": 1, "region": 0, "bucket": "recordings",
            "accessKey": secret("access"), "secretKey": secret("key"), "stsToken": secret("sts") },
        "extensionServiceConfig": { "extensionServices": [{ "serviceName": "rtmp_publish_service",
            "serviceParam": { "outputs": [{ "rtmpUrl": secret("rtmp") }] } }] },
    });
    let mut announcing = request.clone();
    announcing["startParameter"] = request;
    json!({ "cname": "town-hall", "uid": "527841", "clientRequest": announcing })
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_of_the_console_is_kept_or_told() {
    let kinds = ["token", "secret", "salt", "access", "key", "sts", "rtmp"];
    let secret = |kind: &str| format!("canary-console-{kind}");
    let (held, kept, typed) = ("canary-held", "canary-kept", "canary-half-written");
    let certificate = "c0ffee00c0ffee00c0ffee00c0ffee01";
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let logging = studio::start_logging(&bench.data());
    let core = bench.open().await;
    let mut events = core.events();
    let mut new = account(server.url());
    new.certificate = Some(Secret::from(certificate));
    let account = core.account_add(new).await.unwrap();
    let mut answers = Vec::new();

    let mut references = Vec::new();
    for value in [held, kept] {
        let value = Secret::from(value);
        references.push(core.secret_hold(SecretHold { value }).await.unwrap());
    }
    answers.push(bytes(&references));
    let keep = SecretKeep {
        references: vec![references[1].reference.clone()],
    };
    let kept_now = core.secret_keep(keep).await.unwrap();
    answers.push(bytes(&kept_now));
    let mut referring = bare(|_| kept_now.references[0].clone());
    referring["clientRequest"]["storageConfig"]["secretKey"] = json!(references[0].reference);

    let with_account = |which, body| ConsoleCall {
        account_id: account.id.clone(),
        resource_id: "unknown".to_owned(),
        ..call(which, body)
    };
    let mut sent = 0;
    for body in [bare(secret), referring] {
        for which in [Call::Acquire, Call::Start] {
            let call = with_account(which, body.clone());
            let code = ConsoleCode {
                call: call.clone(),
                language: CodeLanguage::Curl,
            };
            answers.push(bytes(&core.console_check(call.clone()).await.unwrap()));
            answers.push(bytes(&core.console_code(code).await.unwrap()));
            let answer = send_anyway(&core, call).await;
            sent += usize::from(answer.entry.summary.status.is_some());
            answers.push(bytes(&answer));
        }
    }
    assert_eq!(
        sent, 4,
        "all of them reached the service, and were answered"
    );

    let body = bare(secret);
    let command = format!(
        "curl -u 'c:{SECRET}' https://api.agora.io/v1/apps/0123456789abcdef0123456789abcdef/cloud_recording/acquire -d '{body}'"
    );
    let pasted = ConsoleText {
        account_id: account.id.clone(),
        text: Secret::from(command.as_str()),
    };
    let imported = core.console_import(pasted).await.unwrap();
    assert!(imported.calls[0].had_sign_in && imported.calls[0].held.len() >= kinds.len());
    answers.push(bytes(&imported));
    let taken = core.console_take_secrets(ConsoleBody { body: body.clone() });
    answers.push(bytes(&taken.await.unwrap()));
    let half = format!(r#"{{ "clientRequest": {{ "token": "{typed}", "storageConfig": {body}"#);
    let draft = ConsoleDraft {
        id: String::new(),
        name: "Canary".to_owned(),
        updated_at: 0,
        content: json!({ "bodies": { "acquire": body }, "texts": { "start": { "text": half } } }),
    };
    answers.push(bytes(&core.draft_save(draft).await.unwrap()));
    answers.push(bytes(&core.draft_list(Empty {}).await.unwrap()));

    let made = Secret::from(certificate);
    let app_id = "0123456789abcdef0123456789abcdef";
    let made = token::rtc(app_id, &made, "town-hall", 527_841, 1_790_000_000, 7, 3_600);
    let made = made.unwrap().expose().to_owned();
    let read = TokenRead {
        account_id: account.id.clone(),
        token: Secret::from(made.as_str()),
        channel: "town-hall".to_owned(),
        recorder_id: "527841".to_owned(),
    };
    answers.push(bytes(&core.token_read(read).await.unwrap()));

    let page = core.call_list(everything()).await.unwrap();
    let ids: Vec<_> = page.calls.iter().map(|call| call.id).collect();
    assert!(ids.len() >= 4, "the history has them");
    for &id in &ids {
        answers.push(bytes(&core.call_get(CallRef { id }).await.unwrap()));
    }
    answers.push(bytes(&core.call_export(CallExport { ids }).await.unwrap()));
    answers.push(bytes(&page));
    core.shutdown().await;
    server.shutdown().await;
    drop(logging);

    let mut planted: Vec<String> = kinds.iter().map(|kind| secret(kind)).collect();
    planted.extend([SECRET, certificate, held, kept, typed, &made].map(str::to_owned));
    let planted: Vec<&str> = planted.iter().map(String::as_str).collect();
    for answer in &answers {
        search("an answer to the page", answer, &planted);
    }
    let mut told = 0;
    while let Ok(event) = events.try_recv() {
        search("an event", &bytes(&event), &planted);
        told += 1;
    }
    assert!(told >= 4, "there were events to search: {told}");
    for file in files(bench.folder.path()) {
        let content = std::fs::read(&file).unwrap();
        search(&file.to_string_lossy(), &content, &planted);
    }
}

#[test]
fn the_search_finds_a_canary_in_every_form() {
    let canary = "canary-secret-key";
    let utf_16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let escaped = format!("x{canary}y").into_bytes();
    let mut hidden = vec![escaped, utf_16];
    for before in ["", "a", "ab", "abc:"] {
        for after in ["", "z", "zy"] {
            hidden.push(base64(format!("{before}{canary}{after}").as_bytes()).into_bytes());
        }
    }
    for text in &hidden {
        let around = [b"before ", text.as_slice(), b" after"].concat();
        assert_eq!(
            search::found(&around, &[canary]),
            Some(canary),
            "in {:?}",
            String::from_utf8_lossy(&around)
        );
    }
    assert_eq!(
        search::found(b"another-secret-key", &[canary]),
        None,
        "and nothing else"
    );
}
