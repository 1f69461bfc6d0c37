//! A studio for tests: its own data folder, a vault in memory, time that runs fast.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cloud_recording::Secret;
use studio::types::*;
use studio::{Clock, Core, MemoryVault, NoDesktop, Options, ScaledClock};
use tempfile::TempDir;

/// One real second is this many for the studio and the stand-in.
pub const PACE: u32 = 30;
pub const APP_ID: &str = "0123456789abcdef0123456789abcdef";
pub const CUSTOMER: &str = "customer-id-for-tests";
pub const SECRET: &str = "customer-secret-for-tests";

pub struct Bench {
    pub folder: TempDir,
    pub vault: Arc<MemoryVault>,
    pub clock: Arc<ScaledClock>,
}

impl Bench {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            vault: Arc::new(MemoryVault::default()),
            clock: Arc::new(ScaledClock::new(PACE)),
        }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub async fn open(&self) -> Core {
        self.open_with(true).await
    }

    /// As the app is: pictures of layouts come from the internet only.
    pub async fn open_without_loopback(&self) -> Core {
        self.open_with(false).await
    }

    async fn open_with(&self, loopback_pictures: bool) -> Core {
        let options = Options {
            data_dir: self.data(),
            vault: Arc::clone(&self.vault) as Arc<dyn studio::Vault>,
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            desktop: Arc::new(NoDesktop),
            version: "test".to_owned(),
            loopback_pictures,
        };
        Core::open(options).await.expect("the studio opens")
    }

    /// A stand-in that runs alone, on `port` (0 for any), with its sessions in the folder `name`.
    pub async fn stand_in(&self, name: &str, port: u16) -> practice::Server {
        struct Same(Arc<ScaledClock>);
        impl practice::Clock for Same {
            fn now_ms(&self) -> i64 {
                self.0.now()
            }
        }
        let folder = self.folder.path().join(name);
        let config = practice::Config {
            port,
            app_id: APP_ID.to_owned(),
            customer_id: CUSTOMER.to_owned(),
            customer_secret: Secret::from(SECRET),
            files: folder.join("files"),
            data: folder,
            clock: Arc::new(Same(Arc::clone(&self.clock))),
            requests_per_second: None,
        };
        practice::serve(config).await.expect("the stand-in starts")
    }
}

pub fn setup(channel: &str) -> Setup {
    Setup {
        account_id: PRACTICE.to_owned(),
        channel: channel.to_owned(),
        record_as: RecordAs::CombinedVideo,
        picture: Picture {
            width: 1280,
            height: 720,
            fps: 30,
            bitrate: None,
        },
        layout_id: "speakerRight3".to_owned(),
        storage_id: PRACTICE.to_owned(),
        stop: StopRule {
            after_minutes: Some(120),
            idle_seconds: 300,
        },
        more: MoreSettings {
            channel_type: None,
            recorder_id: None,
            audio_profile: 0,
            video_stream_type: 0,
            mp4: true,
            background_color: None,
            control_hours: None,
            region: None,
        },
    }
}

pub fn account(url: &str) -> AccountAdd {
    AccountAdd {
        name: "Alone".to_owned(),
        app_id: APP_ID.to_owned(),
        customer_id: CUSTOMER.to_owned(),
        customer_secret: Secret::from(SECRET),
        certificate: None,
        base_url: Some(url.to_owned()),
        area: Area::Global,
    }
}

pub fn storage() -> StorageAdd {
    StorageAdd {
        name: "Bucket".to_owned(),
        vendor: 1,
        region: 7,
        bucket: "recordings".to_owned(),
        endpoint: None,
        access_key: Secret::from("access-key-for-tests"),
        secret_key: Secret::from("secret-key-for-tests"),
    }
}

/// A stand-in of its own with its port, so that another can take its place, and a studio with a set-up that uses it.
pub async fn apart(bench: &Bench) -> (practice::Server, u16, Core, Setup) {
    let server = bench.stand_in("alone", 0).await;
    let port = server.url().rsplit(':').next().unwrap().parse().unwrap();
    let core = bench.open().await;
    let setup = elsewhere(&core, server.url()).await;
    (server, port, core, setup)
}

/// Adds an account at `url` and a bucket, and gives a set-up that uses them.
pub async fn elsewhere(core: &Core, url: &str) -> Setup {
    let account = core.account_add(account(url)).await.unwrap();
    let storage = core.storage_add(storage()).await.unwrap();
    let mut setup = setup("town-hall");
    setup.account_id = account.id;
    setup.storage_id = storage.id;
    setup
}

pub fn by_id(id: &str) -> RecordingRef {
    RecordingRef { id: id.to_owned() }
}

pub async fn recording(core: &Core, id: &str) -> Recording {
    core.recording_detail(by_id(id)).await.unwrap().recording
}

/// Waits until a recording is as `wanted` says.
pub async fn until(
    core: &Core,
    id: &str,
    what: &str,
    wanted: impl Fn(&Recording) -> bool,
) -> Recording {
    let begun = Instant::now();
    loop {
        let recording = recording(core, id).await;
        if wanted(&recording) {
            return recording;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "waited for {what}; it is {recording:#?}"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

pub async fn until_state(core: &Core, id: &str, state: RecordingState) -> Recording {
    until(core, id, &format!("{state:?}"), |recording| {
        recording.state == state
    })
    .await
}

pub async fn story(core: &Core, id: &str) -> Vec<TimelineCode> {
    let detail = core.recording_detail(by_id(id)).await.unwrap();
    detail
        .timeline
        .into_iter()
        .map(|entry| entry.code)
        .collect()
}

/// All files below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
