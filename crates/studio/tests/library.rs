//! The library finds, orders and counts every recording, however many there are.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/shelf.rs"]
mod shelf;

use common::*;
use shelf::{fill, query, word};
use studio::Core;
use studio::types::*;

async fn channels(core: &Core, query: LibraryQuery) -> Vec<String> {
    let page = core.library_list(query).await.unwrap();
    page.recordings.into_iter().map(|one| one.channel).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn recordings_are_found_by_words_by_day_and_by_where_they_stand() {
    let bench = Bench::new();
    fill(&bench, 250).await;
    let core = bench.open().await;

    let all = core.library_list(query(&[])).await.unwrap();
    assert_eq!((all.count, all.all), (250, 250), "every recording is there");
    assert_eq!(all.recordings.len(), 100, "and no more than was asked for");
    let begun: Vec<i64> = all.recordings.iter().map(|one| one.created_at).collect();
    assert!(begun.is_sorted_by(|a, b| a > b), "the newest comes first");
    let told = core.recording_list(Empty {}).await.unwrap();
    assert_eq!(told.len(), 250, "the board is told of the newest ones");

    let one = core.library_list(query(&["ROOM-17"])).await.unwrap();
    assert!(one.count >= 1 && one.count < 250);
    assert!(
        one.recordings
            .iter()
            .all(|one| one.channel.contains("room-17")),
        "whatever the letters' case"
    );
    let none = core
        .library_list(query(&["room-17", "nowhere"]))
        .await
        .unwrap();
    assert_eq!(none.count, 0, "each word must hold");
    let percent = core.library_list(query(&["%"])).await.unwrap();
    assert_eq!(percent.count, 0, "a percent sign is only itself");

    let failed = LibraryWord {
        any_of: vec!["no name has this".to_owned()],
        standings: vec![Standing::Failed],
        ..LibraryWord::default()
    };
    let by_word = LibraryQuery {
        words: vec![failed],
        ..query(&[])
    };
    let failed = core.library_list(by_word).await.unwrap();
    assert!(
        failed.count > 0 && failed.count < 250,
        "a reading of a word is enough"
    );
    assert!(
        failed
            .recordings
            .iter()
            .all(|one| one.state == RecordingState::Failed)
    );

    let newest = all.recordings[0].created_at;
    let day = LibraryWord {
        from: Some(newest - 10 * 60_000),
        until: Some(newest + 1),
        ..LibraryWord::default()
    };
    let ranged = LibraryQuery {
        words: vec![day],
        ..query(&[])
    };
    let recent = core.library_list(ranged).await.unwrap();
    assert!(recent.count > 0 && recent.count < 250);
    assert!(
        recent
            .recordings
            .iter()
            .all(|one| one.created_at >= newest - 10 * 60_000)
    );
    let empty = LibraryQuery {
        words: vec![word("")],
        ..query(&[])
    };
    assert_eq!(
        core.library_list(empty).await.unwrap().count,
        0,
        "no text is in no name"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_join_without_a_gap_in_every_order() {
    let bench = Bench::new();
    fill(&bench, 130).await;
    let core = bench.open().await;
    use LibrarySort as S;
    for sort in [S::Channel, S::Started, S::Length, S::Files, S::State] {
        for descending in [false, true] {
            let mut found = Vec::new();
            for offset in [0, 50, 100] {
                let page = LibraryQuery {
                    sort,
                    descending,
                    offset,
                    limit: 50,
                    ..query(&[])
                };
                let page = core.library_list(page).await.unwrap();
                found.extend(page.recordings.into_iter().map(|one| one.id));
            }
            assert_eq!(found.len(), 130, "{sort:?}");
            found.sort();
            found.dedup();
            assert_eq!(found.len(), 130, "{sort:?}: none twice and none left out");
        }
    }
    let by_channel = LibraryQuery {
        sort: S::Channel,
        descending: false,
        ..query(&["room-1"])
    };
    let names = channels(&core, by_channel).await;
    let at = |name: &str| names.iter().position(|one| one == name);
    assert!(
        at("room-12") < at("room-101") && at("room-12").is_some(),
        "people count, machines spell: {names:?}"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_recording_is_in_the_library_at_once_and_its_standing_follows() {
    let bench = Bench::new();
    let core = bench.open().await;
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    let page = core.library_list(query(&["town-hall"])).await.unwrap();
    assert_eq!(page.count, 1, "the press of the button is enough");
    until(&core, &id, "the first piece", |r| {
        r.first_piece_at.is_some()
    })
    .await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until_state(&core, &id, RecordingState::Saved).await;
    let saved = LibraryQuery {
        standings: vec![Standing::Saved],
        ..query(&[])
    };
    assert_eq!(core.library_list(saved).await.unwrap().count, 1);
    let running = LibraryQuery {
        standings: vec![Standing::Recording, Standing::Starting],
        ..query(&[])
    };
    assert_eq!(core.library_list(running).await.unwrap().count, 0);
    core.shutdown().await;
}
