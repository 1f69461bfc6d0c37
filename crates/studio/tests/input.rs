//! What is refused, and that a refusal changes nothing.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use cloud_recording::Secret;
use common::*;
use studio::VaultError;
use studio::types::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_that_the_service_refuses_is_refused_here() {
    let bench = Bench::new();
    let core = bench.open().await;
    for channel in ["", &"x".repeat(65), "room 9é", "a/b", "tab\tbed"] {
        let failure = core
            .recording_start(setup(channel))
            .await
            .expect_err("not a channel name");
        assert_eq!(failure.code, FailureCode::Invalid, "{channel:?}");
        assert!(
            failure.issues.iter().any(|issue| issue.path == "/cname"),
            "{channel:?}: {failure:?}"
        );
        let check = core.recording_check(setup(channel)).await.unwrap();
        assert!(
            check.issues.iter().any(|issue| issue.path == "/cname"),
            "said before the press too"
        );
    }
    assert!(
        core.recording_list(Empty {}).await.unwrap().is_empty(),
        "nothing was begun"
    );
    let longest = setup(&"x".repeat(64));
    assert!(
        core.recording_check(longest)
            .await
            .unwrap()
            .issues
            .iter()
            .all(|i| i.path != "/cname")
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_out_of_range_are_named() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut wrong = setup("town-hall");
    wrong.stop.idle_seconds = 3;
    wrong.picture = Picture {
        width: 1920,
        height: 1920,
        fps: 30,
        bitrate: Some(9_000),
    };
    wrong.more.recorder_id = Some("0".to_owned());
    let failure = core.recording_start(wrong).await.expect_err("out of range");
    let paths: Vec<&str> = failure
        .issues
        .iter()
        .map(|issue| issue.path.as_str())
        .collect();
    for wanted in ["/uid", "/clientRequest/recordingConfig/maxIdleTime"] {
        assert!(paths.contains(&wanted), "{wanted} in {paths:?}");
    }
    assert!(
        paths.iter().any(|path| path.ends_with("/bitrate")),
        "{paths:?}"
    );
    assert!(
        paths.iter().any(|path| path.contains("transcodingConfig")),
        "the canvas: {paths:?}"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret_is_said_by_the_check_and_by_the_start() {
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let core = bench.open().await;
    let mut wrong = account(server.url());
    wrong.customer_secret = Secret::from("not the secret");
    let account = core.account_add(wrong).await.unwrap();
    let storage = core.storage_add(storage()).await.unwrap();
    let which = || AccountRef {
        id: account.id.clone(),
    };
    let check = core.account_check(which()).await.unwrap().check.unwrap();
    assert!(!check.ok);
    let last = check.lines.last().unwrap();
    assert_eq!(
        (last.step, last.level),
        (CheckStep::Credentials, Level::Bad),
        "{check:?}"
    );

    let mut setup = setup("town-hall");
    setup.account_id.clone_from(&account.id);
    setup.storage_id.clone_from(&storage.id);
    let id = core.recording_start(setup.clone()).await.unwrap().id;
    let failed = until_state(&core, &id, RecordingState::Failed).await;
    assert_eq!(failed.problem.unwrap().code, FailureCode::Unauthorized);

    let replaced = AccountSecretReplace {
        id: account.id.clone(),
        kind: AccountSecret::CustomerSecret,
        value: Secret::from(SECRET),
    };
    core.account_secret_replace(replaced).await.unwrap();
    assert!(
        core.account_check(which()).await.unwrap().check.unwrap().ok,
        "the right one works"
    );
    let id = core.recording_start(setup).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    let failure = core
        .account_delete(which())
        .await
        .expect_err("it is in use");
    assert_eq!(failure.code, FailureCode::NotNow);
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |r| r.state.is_final()).await;
    core.account_delete(which())
        .await
        .expect("nothing runs any more");
    server.shutdown().await;
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_nothing_is_half_kept_and_trying_again_works() {
    let bench = Bench::new();
    let core = bench.open().await;
    for (error, code) in [
        (
            VaultError::Missing("no bus".to_owned()),
            FailureCode::KeychainMissing,
        ),
        (
            VaultError::Locked("dismissed".to_owned()),
            FailureCode::KeychainLocked,
        ),
    ] {
        bench.vault.break_with(Some(error));
        let report = core.keychain_check(Empty {}).await.unwrap();
        assert_eq!(report.failure.unwrap().code, code);
        let failure = core
            .account_add(account("http://127.0.0.1:9"))
            .await
            .expect_err("no keychain");
        assert_eq!(failure.code, code);
        assert!(failure.retryable);
        assert_eq!(
            core.account_list(Empty {}).await.unwrap().len(),
            1,
            "only practice"
        );
    }
    bench.vault.break_with(None);
    assert!(
        core.keychain_check(Empty {})
            .await
            .unwrap()
            .failure
            .is_none(),
        "without a restart"
    );
    core.account_add(account("http://127.0.0.1:9"))
        .await
        .expect("now it works");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_host_asks_for_its_secret_again() {
    let bench = Bench::new();
    let core = bench.open().await;
    let account = core
        .account_add(account("http://127.0.0.1:9"))
        .await
        .unwrap();
    let moved = AccountUpdate {
        id: account.id,
        name: account.name,
        app_id: account.app_id,
        customer_id: account.customer_id,
        base_url: Some("https://elsewhere.example".to_owned()),
        area: Area::Global,
    };
    let moved = core.account_update(moved).await.unwrap();
    assert!(
        !moved.has_secret,
        "a secret is for the host that it was given for"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_that_are_not_safe_are_refused() {
    let bench = Bench::new();
    let core = bench.open().await;
    for url in [
        "http://api.example.com",
        "ftp://127.0.0.1",
        "nonsense",
        "http://127.0.0.1.evil.example",
    ] {
        let failure = core
            .account_add(account(url))
            .await
            .expect_err("not https, not the loopback");
        assert!(
            failure.issues.iter().any(|issue| issue.path == "/baseUrl"),
            "{url}: {failure:?}"
        );
    }
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_records_keeps_what_it_is_stopped_with() {
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let core = bench.open().await;
    let account = core.account_add(account(server.url())).await.unwrap();
    let storage = core.storage_add(storage()).await.unwrap();
    let mut setup = setup("town-hall");
    setup.account_id.clone_from(&account.id);
    setup.storage_id.clone_from(&storage.id);
    let id = core.recording_start(setup).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    let changed = |name: &str, customer_id: &str| AccountUpdate {
        id: account.id.clone(),
        name: name.to_owned(),
        app_id: account.app_id.clone(),
        customer_id: customer_id.to_owned(),
        base_url: account.base_url.clone(),
        area: account.area,
    };
    let failure = core
        .account_update(changed("Alone", "other"))
        .await
        .expect_err("it records");
    assert_eq!(failure.code, FailureCode::NotNow);
    core.account_update(changed("Renamed", CUSTOMER))
        .await
        .expect("a name is only a name");
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |r| r.state.is_final()).await;
    core.account_update(changed("Renamed", "other"))
        .await
        .expect("nothing runs any more");
    server.shutdown().await;
    core.shutdown().await;
}
