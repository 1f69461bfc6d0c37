//! Files come from a private bucket to this computer whole, whatever happens on the way.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/recorded.rs"]
mod recorded;
#[path = "common/s3.rs"]
mod s3;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use common::*;
use recorded::opened;
use s3::{ACCESS, S3, SECRET_KEY};
use studio::Core;
use studio::types::*;

fn all(id: &str) -> DownloadStart {
    DownloadStart {
        id: id.to_owned(),
        names: Vec::new(),
        as_one: false,
    }
}

fn only(id: &str, file: &Path) -> DownloadStart {
    DownloadStart {
        names: vec![name(file)],
        ..all(id)
    }
}

fn which(download: &Download) -> DownloadRef {
    DownloadRef {
        id: download.id.clone(),
    }
}

async fn until_it(core: &Core, what: &str, wanted: impl Fn(&Download) -> bool) -> Download {
    let begun = Instant::now();
    loop {
        let newest = core.download_list(Empty {}).await.unwrap().remove(0);
        if wanted(&newest) {
            return newest;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "waited for {what}: {newest:#?}"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn until_over(core: &Core) -> Download {
    until_it(core, "the end", |one| {
        matches!(one.state, DownloadState::Done | DownloadState::Failed)
    })
    .await
}

fn same_files(here: &Path, there: &Path) {
    let mut names: Vec<_> = files(there);
    names.sort();
    assert!(!names.is_empty(), "there is something to compare");
    for file in &names {
        let copy = here.join(file.file_name().unwrap());
        assert!(
            std::fs::read(&copy).unwrap() == std::fs::read(file).unwrap(),
            "{} is as it lies in the bucket",
            copy.display()
        );
    }
    assert_eq!(files(here).len(), names.len(), "and nothing else is there");
}

/// The largest file of the recording, grown so that it comes in many pieces.
fn grown(store: &S3, prefix: &str, ending: &str) -> PathBuf {
    let bytes: Vec<u8> = (0..3_000_000u32).map(|n| (n / 7 % 251) as u8).collect();
    let name = format!("{prefix}/grown.{ending}");
    store.put(&name, &bytes);
    store.bucket().join(name)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_recording_comes_and_is_compared() {
    let (store, bench, core, id, recording) = opened().await;
    let mut events = core.events();
    let begun = core.download_start(all(&id)).await.unwrap();
    assert_eq!(begun.form, DownloadForm::Files);
    let done = until_over(&core).await;
    assert_eq!(done.state, DownloadState::Done, "{:?}", done.failure);
    assert_eq!((done.done, done.files_done), (done.size, done.files));
    assert_eq!(
        (done.sums, done.sizes),
        (done.files, 0),
        "each by its checksum"
    );
    same_files(
        Path::new(&done.folder),
        &store.bucket().join(&recording.prefix),
    );
    assert!(
        Path::new(&done.folder).starts_with(bench.data()),
        "without a desktop it goes below the app's own folder"
    );

    let again = core.download_start(all(&id)).await.unwrap();
    assert_ne!(again.folder, done.folder, "nothing is written over");
    until_over(&core).await;
    core.download_remove(which(&again)).await.unwrap();
    assert!(Path::new(&again.folder).is_dir(), "whole files stay");
    assert_eq!(core.download_list(Empty {}).await.unwrap().len(), 1);

    let mut told = Vec::new();
    while let Ok(event) = events.try_recv() {
        told.push(serde_json::to_string(&event).unwrap());
    }
    assert!(told.iter().any(|event| event.contains("\"download\"")));
    told.push(serde_json::to_string(&core.download_list(Empty {}).await.unwrap()).unwrap());
    for key in [ACCESS, SECRET_KEY] {
        assert!(
            told.iter().all(|event| !event.contains(key)),
            "no key is told"
        );
        for path in files(&bench.data()) {
            let kept = std::fs::read(&path).unwrap();
            let stands = kept.windows(key.len()).any(|part| part == key.as_bytes());
            assert!(!stands, "no key is kept: {}", path.display());
        }
    }
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_line_is_gone_on_from_where_it_broke() {
    let (store, _bench, core, id, recording) = opened().await;
    let file = grown(&store, &recording.prefix, "mp3");
    store.fault(|faults| faults.cut = Some(1_000_000));
    core.download_start(only(&id, &file)).await.unwrap();
    let done = until_over(&core).await;
    assert_eq!(done.state, DownloadState::Done, "{:?}", done.failure);
    let copy = Path::new(&done.folder).join(name(&file));
    assert!(std::fs::read(copy).unwrap() == std::fs::read(&file).unwrap());
    let asked: Vec<_> = store
        .asked()
        .into_iter()
        .filter(|line| line.starts_with("GET") && line.contains("grown.mp3"))
        .collect();
    assert_eq!(asked.len(), 2, "once, and the rest: {asked:?}");
    assert!(
        asked[1].contains("bytes=") && !asked[1].contains("bytes=0-"),
        "only what was missing: {asked:?}"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_on_after_a_pause_and_after_a_restart() {
    let (store, bench, core, id, recording) = opened().await;
    let file = grown(&store, &recording.prefix, "mp3");
    store.fault(|faults| faults.hold = Some(1_500_000));
    core.download_start(only(&id, &file)).await.unwrap();
    let half = until_it(&core, "half of it", |one| {
        one.state == DownloadState::Running
    })
    .await;
    let part = Path::new(&half.folder).join(format!("{}.part", name(&file)));
    let paused = core.download_pause(which(&half)).await.unwrap();
    assert_eq!(paused.state, DownloadState::Paused);
    core.shutdown().await;

    let core = bench.open().await;
    let still = core.download_list(Empty {}).await.unwrap().remove(0);
    assert_eq!(
        still.state,
        DownloadState::Paused,
        "a pause outlives the app"
    );
    core.download_resume(which(&still)).await.unwrap();
    let begun = Instant::now();
    // Closed in the middle of it, without anybody pausing it.
    while !part.is_file() && begun.elapsed() < Duration::from_secs(20) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    core.shutdown().await;
    let asked = store.asked().len();

    store.fault(|faults| faults.hold = None);
    let core = bench.open().await;
    let done = until_over(&core).await;
    assert_eq!(
        done.state,
        DownloadState::Done,
        "by itself: {:?}",
        done.failure
    );
    let copy = Path::new(&done.folder).join(name(&file));
    assert!(std::fs::read(copy).unwrap() == std::fs::read(&file).unwrap());
    assert!(!part.exists(), "what was half there has become the whole");
    assert!(store.asked().len() > asked);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changed_meanwhile_is_begun_anew_and_never_mixed() {
    let (store, _bench, core, id, recording) = opened().await;
    let file = grown(&store, &recording.prefix, "mp3");
    store.fault(|faults| faults.hold = Some(1_000_000));
    core.download_start(only(&id, &file)).await.unwrap();
    let running = until_it(&core, "its beginning", |one| {
        one.state == DownloadState::Running
    })
    .await;
    core.download_pause(which(&running)).await.unwrap();
    store.fault(|faults| faults.hold = None);
    let other: Vec<u8> = (0..2_000_000u32).map(|n| (n / 3 % 13) as u8).collect();
    std::fs::write(&file, &other).unwrap();
    core.download_resume(which(&running)).await.unwrap();
    let done = until_over(&core).await;
    assert_eq!(done.state, DownloadState::Done, "{:?}", done.failure);
    let copy = Path::new(&done.folder).join(name(&file));
    assert!(
        std::fs::read(copy).unwrap() == other,
        "all of it is the new one"
    );

    // A name that somebody else took is not written over.
    std::fs::write(&file, [other.as_slice(), b"more"].concat()).unwrap();
    store.fault(|faults| faults.hold = Some(1_000));
    core.download_start(only(&id, &file)).await.unwrap();
    let running = until_it(&core, "its beginning", |one| {
        one.state == DownloadState::Running
    })
    .await;
    core.download_pause(which(&running)).await.unwrap();
    store.fault(|faults| faults.hold = None);
    let theirs = Path::new(&running.folder).join(name(&file));
    std::fs::write(&theirs, b"somebody else's").unwrap();
    core.download_resume(which(&running)).await.unwrap();
    let failed = until_over(&core).await;
    assert_eq!(failed.state, DownloadState::Failed);
    let failure = failed.failure.unwrap();
    assert_eq!(
        (failure.code, failure.params["disk"].as_str()),
        (FailureCode::Disk, "taken")
    );
    assert_eq!(std::fs::read(&theirs).unwrap(), b"somebody else's");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn as_one_file_is_the_mp4_or_the_pieces_joined() {
    let (store, _bench, core, id, recording) = opened().await;
    let folder = store.bucket().join(&recording.prefix);
    let ending = |ending: &str| {
        let found = files(&folder).into_iter();
        let mut found: Vec<_> = found
            .filter(|file| file.extension().is_some_and(|e| e == ending))
            .collect();
        found.sort();
        found
    };
    let one = DownloadStart {
        as_one: true,
        ..all(&id)
    };
    let videos = ending("mp4");
    assert_eq!(videos.len(), 1, "practice makes one");
    core.download_start(one.clone()).await.unwrap();
    let done = until_over(&core).await;
    assert_eq!(
        (done.form, done.state),
        (DownloadForm::Mp4, DownloadState::Done)
    );
    let [copy] = &files(Path::new(&done.folder))[..] else {
        panic!("it is one file");
    };
    assert!(copy.extension().is_some_and(|e| e == "mp4"));
    assert!(std::fs::read(copy).unwrap() == std::fs::read(&videos[0]).unwrap());

    std::fs::remove_file(&videos[0]).unwrap();
    let pieces = ending("ts");
    store.fault(|faults| faults.cut = Some(20_000));
    core.download_start(one.clone()).await.unwrap();
    let done = until_over(&core).await;
    assert_eq!(
        (done.form, done.state),
        (DownloadForm::Joined, DownloadState::Done),
        "{done:?}"
    );
    assert_eq!(done.missing, 0);
    let [copy] = &files(Path::new(&done.folder))[..] else {
        panic!("it is one file");
    };
    let joined: Vec<u8> = pieces
        .iter()
        .flat_map(|piece| std::fs::read(piece).unwrap())
        .collect();
    assert!(
        std::fs::read(copy).unwrap() == joined,
        "every piece once, in order"
    );

    std::fs::remove_file(&pieces[0]).unwrap();
    core.download_start(one).await.unwrap();
    assert_eq!(until_over(&core).await.missing, 1, "a hole is told");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_store_refuses_is_told_in_its_own_word() {
    let (store, _bench, core, id, _) = opened().await;
    store.fault(|faults| faults.denied = vec!["GET"]);
    core.download_start(all(&id)).await.unwrap();
    let failed = until_over(&core).await;
    assert_eq!(failed.state, DownloadState::Failed);
    assert_eq!(failed.failure.unwrap().params["trouble"], "denied");
    store.fault(|faults| faults.denied.clear());
    core.download_resume(DownloadRef { id: failed.id })
        .await
        .unwrap();
    assert_eq!(
        until_over(&core).await.state,
        DownloadState::Done,
        "and it can go on"
    );

    for lost in ["../../etc/passwd", "..", "gone.ts", ""] {
        let wanted = DownloadStart {
            names: vec![lost.to_owned()],
            ..all(&id)
        };
        let failure = core.download_start(wanted).await.unwrap_err();
        assert_eq!(
            failure.code,
            FailureCode::NotFound,
            "{lost:?} is no file of it"
        );
    }
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_gives_one_file_and_the_bucket_stays_private() {
    let (store, _bench, core, id, recording) = opened().await;
    let file = grown(&store, &recording.prefix, "mp4");
    let wanted = FileLinkWanted {
        id: id.clone(),
        name: name(&file),
        seconds: 3_600,
    };
    let link = core.file_link(wanted.clone()).await.unwrap();
    assert!(
        !link.url.contains(SECRET_KEY),
        "the secret key is not in it"
    );
    assert!(link.url.contains("X-Amz-Expires=3600"), "{}", link.url);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = client.get(&link.url).send().await.unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
    assert!(answer.bytes().await.unwrap() == std::fs::read(&file).unwrap());
    let (bare, _) = link.url.split_once('?').unwrap();
    let refused = client.get(bare).send().await.unwrap().status();
    assert!(
        refused.is_client_error(),
        "without its signature: {refused}"
    );
    let long = FileLinkWanted {
        seconds: u32::MAX,
        ..wanted.clone()
    };
    let long = core.file_link(long).await.unwrap();
    assert!(
        long.url.contains("X-Amz-Expires=604800"),
        "seven days at most"
    );
    let outside = FileLinkWanted {
        name: "../other.mp4".to_owned(),
        ..wanted
    };
    assert_eq!(
        core.file_link(outside).await.unwrap_err().code,
        FailureCode::NotFound
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_deleted_and_never_more_than_the_recordings_own() {
    let (store, _bench, core, id, recording) = opened().await;
    let folder = store.bucket().join(&recording.prefix);
    store.put("other/theirs.ts", b"another recording's");
    store.put(&format!("{}/deeper/theirs.ts", recording.prefix), b"below");
    let before = files(&folder).len() - 1;
    let delete = |names: &[&str]| FilesDelete {
        id: id.clone(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    for outside in ["../other/theirs.ts", "deeper/theirs.ts", "gone.ts"] {
        let failure = core.files_delete(delete(&[outside])).await.unwrap_err();
        assert_eq!(failure.code, FailureCode::NotFound, "{outside}");
    }
    store.fault(|faults| faults.denied = vec!["DELETE", "POST"]);
    let refused = core.files_delete(delete(&[])).await.unwrap();
    assert_eq!((refused.deleted, refused.left as usize), (0, before));
    assert_eq!(refused.failure.unwrap().params["trouble"], "denied");
    store.fault(|faults| faults.denied.clear());

    let one = files(&folder)
        .into_iter()
        .find(|file| file.extension().is_some_and(|e| e == "ts"));
    let one = name(&one.unwrap());
    let done = core.files_delete(delete(&[&one])).await.unwrap();
    assert_eq!((done.deleted, done.left), (1, 0));
    let done = core.files_delete(delete(&[])).await.unwrap();
    assert_eq!((done.deleted as usize, done.left), (before - 1, 0));
    assert_eq!(
        files(&store.bucket()).len(),
        2,
        "what is not the recording's stays"
    );
    let found = core.recording_files(by_id(&id)).await.unwrap();
    assert!(
        found.files.is_empty(),
        "nothing is waited for any more: {:?}",
        found.files
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_damaged_on_the_way_is_not_taken_for_whole() {
    let (store, _bench, core, id, recording) = opened().await;
    let file = grown(&store, &recording.prefix, "mp3");
    store.fault(|faults| faults.flip = true);
    core.download_start(only(&id, &file)).await.unwrap();
    let failed = until_over(&core).await;
    assert_eq!(failed.state, DownloadState::Failed, "one byte is enough");
    assert_eq!(failed.failure.unwrap().params["trouble"], "differs");
    let folder = PathBuf::from(&failed.folder);
    assert!(!folder.join(name(&file)).exists(), "nothing looks whole");

    let again = DownloadRef { id: failed.id };
    core.download_resume(again).await.unwrap();
    let done = until_over(&core).await;
    assert_eq!(done.state, DownloadState::Done, "{:?}", done.failure);
    assert!(std::fs::read(folder.join(name(&file))).unwrap() == std::fs::read(&file).unwrap());
    core.shutdown().await;
}
