//! Secrets are planted, everything is done with them, and then everything that is kept or told is searched.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/search.rs"]
mod search;

use std::sync::{Arc, Mutex};

use cloud_recording::Secret;
use common::*;
use search::{base64, search};
use serde::Serialize;
use studio::types::*;

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
