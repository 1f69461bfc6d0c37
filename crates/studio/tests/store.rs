//! A store that is damaged, or from a newer version, is kept aside, said, and never written over.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::*;
use studio::types::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_store_is_kept_aside_and_nothing_that_runs_is_lost() {
    let bench = Bench::new();
    let core = bench.open().await;
    core.account_add(account("http://127.0.0.1:9"))
        .await
        .unwrap();
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.shutdown().await;
    drop(core);
    let file = bench.data().join("roomreel.sqlite");
    let garbage = vec![0x5a; 20_000];
    std::fs::write(&file, &garbage).unwrap();
    for beside in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(bench.data().join(format!("roomreel.sqlite{beside}")));
    }

    let core = bench.open().await;
    let notices = core.app_info(Empty {}).await.unwrap().notices;
    let notice = notices.first().expect("it is said");
    assert_eq!(notice.code, NoticeCode::StoreDamaged);
    let kept = std::fs::read(&notice.params["path"]).expect("the damaged file is kept");
    assert_eq!(kept, garbage, "as it was");
    let accounts = core.account_list(Empty {}).await.unwrap();
    assert_eq!(accounts.len(), 2, "accounts are back from the last copy");
    core.recording_stop(by_id(&id)).await.unwrap();
    until_state(&core, &id, RecordingState::Saved).await;
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_a_newer_version_is_left_alone() {
    let bench = Bench::new();
    let core = bench.open().await;
    core.shutdown().await;
    drop(core);
    let file = bench.data().join("roomreel.sqlite");
    let newer = rusqlite::Connection::open(&file).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let core = bench.open().await;
    let notices = core.app_info(Empty {}).await.unwrap().notices;
    assert_eq!(
        notices.first().map(|notice| notice.code),
        Some(NoticeCode::StoreTooNew)
    );
    let kept = rusqlite::Connection::open(&notices[0].params["path"]).unwrap();
    let version: u32 = kept
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, 99);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_used_is_an_error_in_words() {
    let bench = Bench::new();
    std::fs::write(bench.data(), "a file where the folder should be").unwrap();
    let options = studio::Options {
        data_dir: bench.data(),
        vault: bench.vault.clone(),
        clock: bench.clock.clone(),
        desktop: std::sync::Arc::new(studio::NoDesktop),
        version: "test".to_owned(),
        loopback_pictures: true,
    };
    let failure = studio::Core::open(options)
        .await
        .err()
        .expect("it cannot open");
    assert_eq!(failure.code, FailureCode::Store);
    let kept = std::fs::read_to_string(bench.data()).unwrap();
    assert_eq!(
        kept, "a file where the folder should be",
        "and nothing was changed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_store_is_taken_for_a_lost_one() {
    let bench = Bench::new();
    let core = bench.open().await;
    core.account_add(account("http://127.0.0.1:9"))
        .await
        .unwrap();
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.shutdown().await;
    drop(core);
    for lost in [
        "roomreel.sqlite",
        "roomreel.sqlite-wal",
        "roomreel.sqlite-shm",
    ] {
        let _ = std::fs::remove_file(bench.data().join(lost));
    }
    // One handle that nobody can read must not stand in the way of the others.
    std::fs::write(bench.data().join("handles/torn.json"), "{\"recording\":").unwrap();
    let core = bench.open().await;
    let notices = core.app_info(Empty {}).await.unwrap().notices;
    assert_eq!(
        notices.first().map(|notice| notice.code),
        Some(NoticeCode::StoreDamaged)
    );
    assert_eq!(
        core.account_list(Empty {}).await.unwrap().len(),
        2,
        "from the last copy"
    );
    core.recording_stop(by_id(&id)).await.unwrap();
    until_state(&core, &id, RecordingState::Saved).await;
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_studios_do_not_drive_one_folder() {
    let bench = Bench::new();
    let core = bench.open().await;
    let options = studio::Options {
        data_dir: bench.data(),
        vault: bench.vault.clone(),
        clock: bench.clock.clone(),
        desktop: std::sync::Arc::new(studio::NoDesktop),
        version: "test".to_owned(),
        loopback_pictures: true,
    };
    let failure = studio::Core::open(options)
        .await
        .err()
        .expect("the folder is taken");
    assert_eq!(failure.code, FailureCode::NotNow);
    core.shutdown().await;
    bench.open().await.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_that_cannot_be_read_does_not_hide_the_others() {
    let bench = Bench::new();
    let core = bench.open().await;
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.shutdown().await;
    drop(core);
    let store = rusqlite::Connection::open(bench.data().join("roomreel.sqlite")).unwrap();
    store
        .execute(
            "INSERT INTO recording SELECT 'odd', account_id, channel, recorder_id, state, resource_id, sid,
                prefix, planned_end, idle_seconds, created_at, running, '{}' FROM recording",
            [],
        )
        .unwrap();
    drop(store);
    let core = bench.open().await;
    let notices = core.app_info(Empty {}).await.unwrap().notices;
    assert_eq!(
        notices.first().map(|notice| notice.code),
        Some(NoticeCode::RecordingsUnreadable)
    );
    core.recording_stop(by_id(&id)).await.unwrap();
    until_state(&core, &id, RecordingState::Saved).await;
    core.shutdown().await;
}
