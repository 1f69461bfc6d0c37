//! Recordings from the press to the file, and through every interruption on the way.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::*;
use studio::types::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_in_practice_from_the_press_to_the_file() {
    let bench = Bench::new();
    let core = bench.open().await;
    let begun = core
        .recording_start(setup("town-hall"))
        .await
        .expect("practice needs nothing");
    let id = begun.id.clone();
    until_state(&core, &id, RecordingState::Recording).await;
    let switch = RecordingLayout {
        id: id.clone(),
        layout_id: "grid2x2".to_owned(),
    };
    core.recording_layout(switch).await.unwrap();
    until(&core, &id, "the new layout", |r| {
        r.layout.id == "grid2x2" && r.layout_change.is_none()
    })
    .await;
    until(&core, &id, "the first piece", |r| {
        r.first_piece_at.is_some()
    })
    .await;
    core.recording_stop(by_id(&id)).await.unwrap();
    let saved = until_state(&core, &id, RecordingState::Saved).await;
    assert!(
        saved.problem.is_none(),
        "nothing went wrong: {:?}",
        saved.problem
    );

    let files = core.recording_files(by_id(&id)).await.unwrap();
    assert!(files.readable && files.pieces > 0, "{files:?}");
    let kinds: Vec<FileKind> = files.files.iter().map(|file| file.kind).collect();
    assert!(
        kinds.contains(&FileKind::Playlist) && kinds.contains(&FileKind::Video),
        "{files:?}"
    );

    use TimelineCode as T;
    let story = story(&core, &id).await;
    for (code, next) in [
        (T::Acquired, T::Started),
        (T::Started, T::Joined),
        (T::Joined, T::LayoutChanged),
        (T::LayoutChanged, T::StopAsked),
        (T::StopAsked, T::Stopped),
        (T::Stopped, T::Saved),
    ] {
        let at = |code| story.iter().position(|found| *found == code);
        assert!(
            at(code) < at(next) && at(code).is_some(),
            "{code:?} before {next:?} in {story:?}"
        );
    }
    let calls = core.recording_detail(by_id(&id)).await.unwrap().calls;
    assert!(
        calls.iter().all(|call| call.answered_at.is_some()),
        "each intent has its answer"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restart_every_recording_is_back_and_can_be_stopped() {
    let bench = Bench::new();
    let core = bench.open().await;
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    let other = core.recording_start(setup("board-sync")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    until_state(&core, &other, RecordingState::Recording).await;
    core.shutdown().await;
    drop(core);

    let core = bench.open().await;
    for id in [&id, &other] {
        assert!(
            !recording(&core, id).await.state.is_final(),
            "it still runs"
        );
        core.recording_stop(by_id(id)).await.unwrap();
        until_state(&core, id, RecordingState::Saved).await;
        assert!(story(&core, id).await.contains(&TimelineCode::Reopened));
    }
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_planned_end_stops_it_without_anybody() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut setup = setup("town-hall");
    setup.stop.after_minutes = Some(1);
    let id = core.recording_start(setup).await.unwrap().id;
    let saved = until_state(&core, &id, RecordingState::Saved).await;
    let story = story(&core, &id).await;
    assert!(story.contains(&TimelineCode::PlannedEnd), "{story:?}");
    assert!(
        !story.contains(&TimelineCode::StopAsked),
        "nobody pressed stop"
    );
    assert!(
        saved.ended_at.unwrap() - saved.created_at >= 60_000,
        "not before its time"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_there_ends_empty_and_says_so() {
    let bench = Bench::new();
    let core = bench.open().await;
    let id = core.recording_start(setup("empty-room")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    let empty = until_state(&core, &id, RecordingState::Empty).await;
    assert_eq!(empty.problem.unwrap().code, FailureCode::NothingRecorded);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_gone_and_back_loses_nothing() {
    let bench = Bench::new();
    let (server, port, core, setup) = apart(&bench).await;
    let id = core.recording_start(setup).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;

    server.shutdown().await;
    core.recording_recheck(by_id(&id)).await.unwrap();
    let lost = until(&core, &id, "trouble", |r| r.problem.is_some()).await;
    assert_eq!(
        lost.state,
        RecordingState::Recording,
        "no contact says nothing about the recording"
    );
    assert_eq!(lost.problem.unwrap().code, FailureCode::Unreachable);

    let server = bench.stand_in("alone", port).await;
    let back = until(&core, &id, "contact", |r| r.problem.is_none()).await;
    assert_eq!(back.state, RecordingState::Recording);
    assert!(story(&core, &id).await.contains(&TimelineCode::ContactBack));
    core.recording_stop(by_id(&id)).await.unwrap();
    until_state(&core, &id, RecordingState::Saved).await;
    server.shutdown().await;
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_that_is_answered_404_ends_after_the_window() {
    let bench = Bench::new();
    let (server, port, core, setup) = apart(&bench).await;
    let id = core.recording_start(setup).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    server.shutdown().await;
    // A service that has forgotten everything.
    let server = bench.stand_in("forgetful", port).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until_state(&core, &id, RecordingState::OutOfSight).await;
    let ended = until_state(&core, &id, RecordingState::Ended).await;
    assert!(
        ended.problem.is_none(),
        "it was meant to end: {:?}",
        ended.problem
    );
    server.shutdown().await;
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_recorder_id_is_said_and_another_press_draws_a_new_one() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut first = setup("town-hall");
    first.more.recorder_id = Some("4000000001".to_owned());
    let one = core.recording_start(first.clone()).await.unwrap().id;
    until_state(&core, &one, RecordingState::Recording).await;
    let two = core.recording_start(first).await.unwrap().id;
    let failed = until_state(&core, &two, RecordingState::Failed).await;
    assert_eq!(failed.problem.unwrap().code, FailureCode::TaskConflict);
    let three = core.recording_start(setup("town-hall")).await.unwrap();
    assert_ne!(three.recorder_id, "4000000001");
    until_state(&core, &three.id, RecordingState::Recording).await;
    for id in [&one, &three.id] {
        core.recording_stop(by_id(id)).await.unwrap();
        until(&core, id, "the end", |r| r.state.is_final()).await;
    }
    core.shutdown().await;
}
