//! A person's own layouts: kept over restarts, used by recordings, sent as they stand.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::*;
use studio::types::*;

fn own(core_layout: &Layout, id: &str) -> Layout {
    Layout {
        id: id.to_owned(),
        name: Some("Ours".to_owned()),
        template: false,
        document: core_layout.document.clone(),
    }
}

async fn template(core: &studio::Core, id: &str) -> Layout {
    let layouts = core.layout_list(Empty {}).await.unwrap();
    layouts.into_iter().find(|one| one.id == id).unwrap()
}

#[tokio::test]
async fn an_own_layout_and_its_steps_survive_a_restart_and_a_taken_back_deletion() {
    let bench = Bench::new();
    let core = bench.open().await;
    let layout = own(&template(&core, "sideBySide").await, "own-1");
    core.layout_save(layout.clone()).await.unwrap();
    let history = LayoutHistory {
        id: "own-1".to_owned(),
        text: Some("[1]".to_owned()),
    };
    core.layout_history_save(history.clone()).await.unwrap();
    core.shutdown().await;
    drop(core);

    let core = bench.open().await;
    let by_id = || LayoutRef {
        id: "own-1".to_owned(),
    };
    assert_eq!(template(&core, "own-1").await, layout, "as it was saved");
    assert_eq!(
        core.layout_history(by_id()).await.unwrap(),
        history,
        "and its steps"
    );
    core.layout_delete(by_id()).await.unwrap();
    let left = core.layout_list(Empty {}).await.unwrap();
    assert!(left.iter().all(|one| one.id != "own-1"), "it is gone");
    core.layout_save(layout.clone()).await.unwrap();
    assert_eq!(
        template(&core, "own-1").await,
        layout,
        "saving it takes the deletion back"
    );
    assert_eq!(
        core.layout_history(by_id()).await.unwrap(),
        history,
        "its steps were kept"
    );
}

#[tokio::test]
async fn broken_documents_templates_and_nameless_layouts_are_not_kept() {
    let bench = Bench::new();
    let core = bench.open().await;
    let good = own(&template(&core, "grid3x3").await, "own");
    let outside = |layout: &mut Layout| layout.document.regions[0].width = 1_000_001;
    let twice = |layout: &mut Layout| layout.document.regions[1].id = "r1".to_owned();
    let vast = |layout: &mut Layout| layout.document.canvas.width = 4000;
    let nameless = |layout: &mut Layout| layout.name = Some("  ".to_owned());
    let stolen = |layout: &mut Layout| layout.id = "grid2x2".to_owned();
    let many = |layout: &mut Layout| {
        let region = layout.document.regions[0].clone();
        layout.document.regions = (0..18)
            .map(|n| Region {
                id: format!("r{n}"),
                ..region.clone()
            })
            .collect();
    };
    type Change<'a> = (&'a str, &'a dyn Fn(&mut Layout));
    let changes: [Change<'_>; 6] = [
        ("a region outside", &outside),
        ("one id twice", &twice),
        ("too many pixels", &vast),
        ("no name", &nameless),
        ("a template's key", &stolen),
        ("18 regions", &many),
    ];
    for (what, change) in changes {
        let mut bad = good.clone();
        change(&mut bad);
        assert!(core.layout_save(bad).await.is_err(), "{what} is refused");
    }
    assert!(core.layout_save(good).await.is_ok(), "the rest is legal");
}

#[tokio::test]
async fn the_services_own_layouts_are_legal_for_any_number_of_people() {
    let bench = Bench::new();
    let core = bench.open().await;
    for preset in [Preset::Floating, Preset::BestFit, Preset::Vertical] {
        for people in 1..=17 {
            let canvas = Canvas {
                width: 1280,
                height: 720,
            };
            let asked = LayoutPreset {
                preset,
                people,
                canvas,
            };
            let document = core.layout_preset(asked).await.unwrap();
            assert_eq!(document.regions.len(), people as usize, "{preset:?}");
            let layout = Layout {
                id: format!("p{people}"),
                name: Some("Preset".to_owned()),
                template: false,
                document,
            };
            assert!(
                core.layout_save(layout).await.is_ok(),
                "{preset:?} for {people} can be kept"
            );
        }
    }
}

#[tokio::test]
async fn a_recording_starts_with_an_own_layout_and_takes_one_as_it_stands() {
    let bench = Bench::new();
    let core = bench.open().await;
    let layout = own(&template(&core, "sideBySide").await, "own-1");
    core.layout_save(layout.clone()).await.unwrap();
    let mut setup = setup("own-layouts");
    setup.layout_id = "own-1".to_owned();
    let id = core.recording_start(setup).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    assert_eq!(
        recording(&core, &id).await.layout,
        layout,
        "it records with the own layout"
    );

    let mut staged = layout.clone();
    staged.document.regions[0].width = 300_000;
    staged.document.background.color = "#102030".to_owned();
    let take = |layout: Layout| LayoutTake {
        id: id.clone(),
        layout,
    };
    core.layout_take(take(staged.clone())).await.unwrap();
    until(&core, &id, "the staged layout", |r| {
        r.layout == staged && r.layout_change.is_none()
    })
    .await;
    let calls = core.recording_detail(by_id(&id)).await.unwrap().calls;
    let sent = calls.iter().find(|call| call.call == "updateLayout");
    let sent: String = sent.unwrap().request.split_whitespace().collect();
    assert!(
        sent.contains("#102030") && sent.contains("0.3"),
        "the whole layout went out, background included: {sent}"
    );

    staged
        .document
        .regions
        .iter_mut()
        .for_each(|r| r.hidden = true);
    let refused = core.layout_take(take(staged)).await.unwrap_err();
    assert_eq!(
        refused.code,
        FailureCode::Invalid,
        "nothing shown is no layout"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_that_missed_events_can_be_told_everything() {
    let bench = Bench::new();
    let core = bench.open().await;
    let told = core.everything();
    for (what, there) in [
        (
            "accounts",
            told.iter()
                .any(|e| matches!(e, StudioEvent::Accounts { .. })),
        ),
        (
            "storages",
            told.iter()
                .any(|e| matches!(e, StudioEvent::Storages { .. })),
        ),
        (
            "layouts",
            told.iter()
                .any(|e| matches!(e, StudioEvent::Layouts { .. })),
        ),
        (
            "settings",
            told.iter()
                .any(|e| matches!(e, StudioEvent::Settings { .. })),
        ),
    ] {
        assert!(there, "{what} are told again");
    }
    core.shutdown().await;
}
