//! A recording whose files are in a store of one's own.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use studio::types::*;
use studio::{Core, ScaledClock};

use super::common::*;
use super::s3::S3;

/// A recording that is over, whose files are in the store's bucket.
pub async fn recorded(bench: &Bench, store: &S3) -> (String, Recording) {
    let core = bench.open().await;
    let server = bench.stand_in("alone", 0).await;
    let mut setup = elsewhere(&core, server.url()).await;
    let storage = core.storage_add(store.storage()).await.unwrap();
    setup.storage_id = storage.id;
    let id = core.recording_start(setup).await.unwrap().id;
    until(&core, &id, "the first piece", |r| {
        r.first_piece_at.is_some()
    })
    .await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until(&core, &id, "the end", |r| r.state.is_final()).await;
    let recording = recording(&core, &id).await;
    core.shutdown().await;
    server.shutdown().await;
    let files = bench.folder.path().join("alone/files");
    for path in files_below(&files, &recording.prefix) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        store.put(
            &format!("{}/{name}", recording.prefix),
            &std::fs::read(&path).unwrap(),
        );
    }
    (id, recording)
}

pub fn files_below(folder: &std::path::Path, prefix: &str) -> Vec<std::path::PathBuf> {
    files(&folder.join(prefix))
}

/// The same folder and keychain, with time as the world's.
pub fn slowly(bench: Bench) -> Bench {
    Bench {
        clock: Arc::new(ScaledClock::new(1)),
        ..bench
    }
}

/// A recording whose files are in a bucket, and the app at the world's own pace.
pub async fn opened() -> (S3, Bench, Core, String, Recording) {
    let store = S3::start().await;
    let bench = Bench::new();
    let (id, recording) = recorded(&bench, &store).await;
    let bench = slowly(bench);
    let core = bench.open().await;
    (store, bench, core, id, recording)
}
