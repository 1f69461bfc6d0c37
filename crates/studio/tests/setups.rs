//! Set-ups: kept, renamed, taken out and brought back, over a restart too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::*;
use studio::types::*;

fn named(name: &str) -> SavedSetup {
    SavedSetup {
        id: String::new(),
        name: name.to_owned(),
        setup: setup("town-hall"),
        created_at: 0,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_up_is_kept_as_it_is_and_comes_back_after_a_restart() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut events = core.events();
    let saved = core.setup_save(named("  Weekly ")).await.unwrap();
    assert_eq!(saved.name, "Weekly", "blanks around it do not count");
    assert_eq!(saved.setup, setup("town-hall"), "nothing of it is changed");
    let told = events.recv().await.unwrap();
    let list = vec![saved.clone()];
    assert_eq!(
        told,
        StudioEvent::Setups {
            setups: list.clone()
        }
    );
    core.shutdown().await;
    drop(core);

    let core = bench.open().await;
    assert_eq!(core.setup_list(Empty {}).await.unwrap(), list);
    let recording = core.recording_start(saved.setup).await.unwrap();
    assert_eq!(recording.channel, "town-hall", "it can be started from");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_taken_out_comes_back_in_its_place() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut first = core.setup_save(named("First")).await.unwrap();
    let id = first.id.clone();
    core.setup_save(named("Second")).await.unwrap();
    core.setup_delete(SavedSetupRef { id: id.clone() })
        .await
        .unwrap();
    let names = |list: Vec<SavedSetup>| list.into_iter().map(|one| one.name).collect::<Vec<_>>();
    let list = core.setup_list(Empty {}).await.unwrap();
    assert_eq!(names(list), ["Second"]);
    core.setup_delete(SavedSetupRef { id })
        .await
        .expect("gone already is no trouble");
    core.setup_save(first.clone()).await.unwrap();
    let list = core.setup_list(Empty {}).await.unwrap();
    assert_eq!(names(list), ["Second", "First"], "where it was");
    first.name = "Renamed".to_owned();
    core.setup_save(first).await.unwrap();
    let list = core.setup_list(Empty {}).await.unwrap();
    assert_eq!(names(list), ["Second", "Renamed"], "and once only");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_needed_and_has_an_end() {
    let bench = Bench::new();
    let core = bench.open().await;
    for (name, code) in [("  ", "required"), (&*"x".repeat(81), "tooLong")] {
        let failure = core.setup_save(named(name)).await.unwrap_err();
        assert_eq!(failure.code, FailureCode::Invalid);
        assert_eq!(failure.issues[0].code.as_str(), code);
    }
    core.setup_save(named(&"ä".repeat(80)))
        .await
        .expect("characters are counted, not bytes");
    core.shutdown().await;
}
