//! Projects copied, written to a file and read from one; secrets kept in memory where there is no keychain.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use cloud_recording::Secret;
use common::*;
use studio::types::*;
use studio::{Core, VaultError};

async fn import(core: &Core, text: &str) -> Result<ProjectsImported, Failure> {
    let text = Secret::from(text);
    core.projects_import(ProjectsImport { text }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_holds_everything_but_secrets_and_is_read_elsewhere() {
    let here = Bench::new();
    let core = here.open().await;
    let mut project = account("http://127.0.0.1:9");
    project.certificate = Some(Secret::from("fedcba9876543210fedcba9876543210"));
    core.account_add(project).await.unwrap();
    core.storage_add(storage()).await.unwrap();
    let file = core.projects_export(Empty {}).await.unwrap();
    let text = std::fs::read_to_string(&file.path).unwrap();
    for secret in [SECRET, "fedcba98", "access-key-for", "secret-key-for"] {
        assert!(!text.contains(secret), "{secret} is in the file: {text}");
    }
    let again = import(&core, &text).await.unwrap();
    assert_eq!((again.known, again.accounts), (2, 0), "nothing comes twice");
    core.shutdown().await;

    let there = Bench::new();
    let core = there.open().await;
    let imported = import(&core, &text).await.unwrap();
    assert_eq!((imported.accounts, imported.storages), (1, 1));
    assert_eq!(imported.secrets, 4, "secret, certificate and two keys");
    let accounts = core.account_list(Empty {}).await.unwrap();
    let account = &accounts[1];
    assert_eq!(account.app_id, APP_ID);
    assert!(!account.has_secret && !account.has_certificate);
    let storages = core.storage_list(Empty {}).await.unwrap();
    assert!(!storages[1].has_keys && storages[1].bucket == "recordings");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn other_texts_and_spoilt_projects_are_refused() {
    let bench = Bench::new();
    let core = bench.open().await;
    let spoilt = r#"{"roomreelProjects":1,"projects":[{"name":"A","appId":"short","customerId":"c","area":"global"}]}"#;
    for text in ["", "{}", "[]", r#"{"roomreelProjects":2}"#, spoilt] {
        let failure = import(&core, text).await.unwrap_err();
        assert_eq!(failure.code, FailureCode::Invalid, "{text}");
    }
    assert_eq!(core.account_list(Empty {}).await.unwrap().len(), 1);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_has_everything_but_the_secrets() {
    let bench = Bench::new();
    let core = bench.open().await;
    let first = core.account_add(account("http://127.0.0.1:9")).await;
    let first = first.unwrap();
    let copy = |id: &str| AccountCopy {
        id: id.to_owned(),
        name: "Second".to_owned(),
    };
    let second = core.account_duplicate(copy(&first.id)).await.unwrap();
    assert_ne!(second.id, first.id);
    assert_eq!(second.base_url, first.base_url);
    assert!(!second.has_secret, "it is typed for the copy");
    let refused = core.account_duplicate(copy(PRACTICE)).await.unwrap_err();
    assert_eq!(refused.code, FailureCode::NotNow);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_secrets_can_stay_in_memory_and_move_later() {
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let core = bench.open().await;
    let missing = VaultError::Missing("nobody answers".to_owned());
    bench.vault.break_with(Some(missing));
    let refused = core.account_add(account(server.url())).await.unwrap_err();
    assert_eq!(refused.code, FailureCode::KeychainMissing);

    let report = core.keychain_session(KeychainSession { in_memory: true });
    assert!(report.await.unwrap().in_memory);
    let setup = elsewhere(&core, server.url()).await;
    let id = core.recording_start(setup).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |one| one.state.is_final()).await;

    let back = || core.keychain_session(KeychainSession { in_memory: false });
    let failure = back().await.unwrap_err();
    assert_eq!(failure.code, FailureCode::KeychainMissing, "still none");
    bench.vault.break_with(None);
    let report = back().await.unwrap();
    assert!(!report.in_memory && report.failure.is_none());
    core.shutdown().await;
    drop(core);

    let core = bench.open().await;
    let account = core.account_list(Empty {}).await.unwrap().remove(1);
    let checked = core.account_check(AccountRef { id: account.id }).await;
    assert!(
        checked.unwrap().check.unwrap().ok,
        "the keychain has it now"
    );
    server.shutdown().await;
    core.shutdown().await;
}
