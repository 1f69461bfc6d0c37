//! The stand-in alone, for tests that speak to it themselves.

use std::sync::Arc;

use cloud_recording::Secret;
use practice::{ManualClock, Server};
use tempfile::TempDir;

/// Starts a stand-in for one App ID, whose time is moved by hand and whose calls are not counted. It is
/// signed in to as `id` with `secret`; its folder goes when the third is dropped.
pub async fn stand_in(app_id: &str) -> (Server, Arc<ManualClock>, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ManualClock::new(1_790_000_000_000));
    let config = practice::Config {
        port: 0,
        app_id: app_id.to_owned(),
        customer_id: "id".to_owned(),
        customer_secret: Secret::from("secret"),
        files: folder.path().join("files"),
        data: folder.path().to_path_buf(),
        clock: clock.clone(),
        requests_per_second: None,
    };
    let server = practice::serve(config).await.expect("the stand-in starts");
    (server, clock, folder)
}
