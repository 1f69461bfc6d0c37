//! Secrets are planted, everything is done with them, and then everything that is kept or told is searched.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::sync::{Arc, Mutex};

use cloud_recording::Secret;
use common::*;
use serde::Serialize;
use studio::types::*;

/// Looks for each of `canaries` as it is, in base64 and percent-encoded in part.
fn search(what: &str, bytes: &[u8], canaries: &[String]) {
    for canary in canaries {
        let found = bytes
            .windows(canary.len())
            .any(|window| window == canary.as_bytes());
        assert!(!found, "{canary} stands in {what}");
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
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
            ears.lock().unwrap().push(json(&event));
        }
    });
    let certificate = "c0ffee00c0ffee00c0ffee00c0ffee00";
    let wrong = "canary-wrong-customer-secret";
    let (access, secret) = ("canary-access-key", "canary-secret-key");
    let mut planted: Vec<String> = [SECRET, certificate, wrong, access, secret]
        .map(str::to_owned)
        .to_vec();
    planted.push(base64(&format!("{CUSTOMER}:{SECRET}")));
    planted.push(base64(&format!("{CUSTOMER}:{wrong}")));

    let mut new = account(server.url());
    new.customer_secret = Secret::from(wrong);
    new.certificate = Some(Secret::from(certificate));
    let account = core.account_add(new).await.unwrap();
    let mut bucket = storage();
    bucket.access_key = Secret::from(access);
    bucket.secret_key = Secret::from(secret);
    let storage = core.storage_add(bucket).await.unwrap();
    let mut answers = vec![json(&account), json(&storage)];
    let which = || AccountRef {
        id: account.id.clone(),
    };
    answers.push(json(&core.account_check(which()).await.unwrap()));
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
    answers.push(json(&core.account_secret_replace(replaced).await.unwrap()));
    answers.push(json(&core.account_check(which()).await.unwrap()));
    answers.push(json(&core.recording_check(setup.clone()).await.unwrap()));
    let id = core.recording_start(setup.clone()).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |recording| {
        recording.state.is_final()
    })
    .await;
    for id in [&failed, &id] {
        answers.push(json(&core.recording_detail(by_id(id)).await.unwrap()));
        answers.push(json(&core.recording_files(by_id(id)).await.unwrap()));
    }
    answers.push(json(&core.recording_list(Empty {}).await.unwrap()));
    answers.push(json(&core.account_list(Empty {}).await.unwrap()));
    answers.push(json(&core.storage_list(Empty {}).await.unwrap()));
    answers.push(json(&core.app_info(Empty {}).await.unwrap()));
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
        .any(|file| file.to_string_lossy().contains("/logs/"));
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

/// Base64 as the Authorization header has it.
fn base64(text: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let byte = |at: usize| u32::from(*chunk.get(at).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let index = (bits >> (18 - 6 * at) & 63) as usize;
            out.push(if at > chunk.len() {
                '='
            } else {
                char::from(ALPHABET[index])
            });
        }
    }
    out
}
