//! The one surface of the studio.

mod begin;
mod commands;
mod console;
mod faults;
mod files;

pub(crate) use begin::token_stamp;

use std::collections::HashMap;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::broadcast;
use tokio::task::AbortHandle;

use crate::buckets::Buckets;
use crate::clients::Clients;
use crate::clock::Clock;
use crate::console::Held;
use crate::downloads::Downloads;
use crate::people::Looks;
use crate::pictures::Pictures;
use crate::practising::Practising;
use crate::preflight::Preflights;
use crate::recorder::Recorder;
use crate::relay::{self, Relay};
use crate::session::SessionVault;
use crate::store::{Store, Trouble};
use crate::types::*;
use crate::vault::Vault;

/// What the desktop does for us.
pub trait Desktop: Send + Sync {
    /// Opens a file with the program that the system has for it.
    fn open(&self, path: &Path) -> Result<(), String>;
    /// Shows a file in the system's file manager.
    fn reveal(&self, path: &Path) -> Result<(), String>;
    /// The folder that downloads go to; without one they go below the app's own.
    fn downloads(&self) -> Option<PathBuf> {
        None
    }
}

/// No desktop at all, as in tests.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoDesktop;

impl Desktop for NoDesktop {
    fn open(&self, _: &Path) -> Result<(), String> {
        Err("there is no desktop".to_owned())
    }

    fn reveal(&self, _: &Path) -> Result<(), String> {
        Err("there is no desktop".to_owned())
    }
}

/// What the studio needs from outside.
pub struct Options {
    /// The folder for everything that is kept.
    pub data_dir: PathBuf,
    pub vault: Arc<dyn Vault>,
    pub clock: Arc<dyn Clock>,
    pub desktop: Arc<dyn Desktop>,
    /// The app's version, for the page.
    pub version: String,
    /// Also fetches pictures of layouts from this computer, over plain HTTP. For tests only.
    pub loopback_pictures: bool,
}

/// What all parts of the studio share.
pub(crate) struct Shared {
    pub store: Store,
    pub vault: Arc<SessionVault>,
    pub clock: Arc<dyn Clock>,
    pub clients: Clients,
    pub looks: Looks,
    pub pictures: Pictures,
    pub buckets: Buckets,
    pub downloads: Downloads,
    pub practising: Practising,
    pub held: Held,
    pub preflights: Preflights,
    pub relay: Relay,
    pub checks: Mutex<HashMap<String, AccountCheck>>,
    events: broadcast::Sender<StudioEvent>,
    pub(crate) desktop: Arc<dyn Desktop>,
    pub(crate) data_dir: PathBuf,
    version: String,
    notices: Vec<Notice>,
    /// Held for as long as the studio is open: two of them must not drive one folder's recordings.
    lock: Mutex<Option<File>>,
    relaying: Mutex<Option<AbortHandle>>,
}

impl Shared {
    pub(crate) fn emit(&self, event: StudioEvent) {
        // Nobody listening is no fault: the page asks for everything when it opens.
        let _ = self.events.send(event);
    }

    /// The app's own version.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Failing to copy the store is no reason to fail what was done to it.
    pub(crate) fn back_up(&self) {
        if let Err(error) = self.store.back_up() {
            tracing::warn!(%error, "the store could not be copied");
        }
    }

    pub(crate) fn settings_save(&self, settings: Settings) -> Result<Settings, Failure> {
        self.store.save_settings(&settings)?;
        self.emit(StudioEvent::Settings {
            settings: Box::new(settings.clone()),
        });
        Ok(settings)
    }
}

/// A new id: sorts by the time at which it was made.
pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().simple().to_string()
}

/// The studio. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Core {
    pub(crate) shared: Arc<Shared>,
    recorder: Recorder,
}

impl Core {
    /// Opens the store, starts the stand-in and the relay, and takes up the recordings that were running.
    ///
    /// A damaged store, or a stand-in that does not start, is a [`Notice`] and no error.
    ///
    /// # Errors
    /// Where the data folder cannot be used at all.
    pub async fn open(options: Options) -> Result<Self, Failure> {
        let lock = lock(&options.data_dir)?;
        let opened = Store::open(&options.data_dir, options.clock.now())?;
        opened.store.drop_lost_histories()?;
        opened.store.end_lost_calls()?;
        let practising = Practising::start(&options.data_dir, Arc::clone(&options.clock)).await;
        let (relay, listener) = Relay::bind().await.map_err(|error| {
            Failure::new(
                FailureCode::Internal,
                format!("no loopback port could be had: {error}"),
            )
        })?;
        let mut notices: Vec<Notice> = opened.trouble.map(notice).into_iter().collect();
        if let Err(reason) = practising.endpoint() {
            notices.push(Notice {
                code: NoticeCode::PracticeUnavailable,
                params: [("reason".to_owned(), reason)].into(),
            });
        }
        let found = opened.store.running_jobs()?;
        if found.unreadable > 0 {
            notices.push(Notice {
                code: NoticeCode::RecordingsUnreadable,
                params: [("count".to_owned(), found.unreadable.to_string())].into(),
            });
        }
        let shared = Arc::new(Shared {
            store: opened.store,
            vault: Arc::new(SessionVault::new(options.vault)),
            clock: options.clock,
            clients: Clients::default(),
            looks: Looks::default(),
            pictures: Pictures::new(options.loopback_pictures),
            buckets: Buckets::default(),
            downloads: Downloads::default(),
            practising,
            held: Held::default(),
            preflights: Preflights::default(),
            relay,
            checks: Mutex::default(),
            events: broadcast::channel(1_024).0,
            desktop: options.desktop,
            data_dir: options.data_dir,
            version: options.version,
            notices,
            lock: Mutex::new(Some(lock)),
            relaying: Mutex::default(),
        });
        let relaying = relay::serve(Arc::clone(&shared), listener);
        *shared
            .relaying
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(relaying);
        shared.back_up();
        shared.take_up_downloads();
        let recorder = Recorder::start(Arc::clone(&shared), found.jobs);
        Ok(Self { shared, recorder })
    }

    /// Every change from now on. A listener that falls far behind misses the oldest.
    pub fn events(&self) -> broadcast::Receiver<StudioEvent> {
        self.shared.events.subscribe()
    }

    /// Ends what runs on this computer. Recordings go on in the cloud.
    pub async fn shutdown(&self) {
        self.recorder.shutdown().await;
        self.shared.downloads.shutdown().await;
        self.shared.practising.shutdown().await;
        let relaying = self
            .shared
            .relaying
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(relaying) = relaying {
            relaying.abort();
        }
        self.shared.store.close();
        self.shared
            .lock
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
    }

    /// Every record as an event, for a listener that has missed some.
    pub fn everything(&self) -> Vec<StudioEvent> {
        let shared = &self.shared;
        let mut events = Vec::new();
        for job in shared
            .store
            .recent_jobs(commands::RECENT)
            .map(|found| found.jobs)
            .unwrap_or_default()
        {
            events.push(StudioEvent::Recording {
                recording: Box::new(job.recording),
            });
        }
        events.extend(
            shared
                .accounts()
                .ok()
                .map(|accounts| StudioEvent::Accounts { accounts }),
        );
        events.extend(
            shared
                .storages()
                .ok()
                .map(|storages| StudioEvent::Storages { storages }),
        );
        events.extend(
            shared
                .layouts()
                .ok()
                .map(|layouts| StudioEvent::Layouts { layouts }),
        );
        events.extend(
            shared
                .store
                .setups()
                .ok()
                .map(|setups| StudioEvent::Setups { setups }),
        );
        events.extend(
            shared
                .store
                .settings()
                .ok()
                .map(|settings| StudioEvent::Settings {
                    settings: Box::new(settings),
                }),
        );
        events
    }

    fn recording(&self, id: &str) -> Result<Recording, Failure> {
        let job = self.shared.store.job(id)?;
        Ok(job
            .ok_or_else(|| Failure::not_found("recording", id))?
            .recording)
    }
}

fn lock(data_dir: &Path) -> Result<File, Failure> {
    let trouble = |error: std::io::Error| Failure::from(crate::store::StoreError::from(error));
    std::fs::create_dir_all(data_dir).map_err(trouble)?;
    let file = File::create(data_dir.join("lock")).map_err(trouble)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Failure::new(
            FailureCode::NotNow,
            "another Roomreel is open with the same data folder; close it first",
        )
        .with("state", "locked")),
        Err(TryLockError::Error(error)) => Err(trouble(error)),
    }
}

fn notice(trouble: Trouble) -> Notice {
    match trouble {
        Trouble::Damaged { kept, restored } => Notice {
            code: NoticeCode::StoreDamaged,
            params: [
                ("path".to_owned(), kept.to_string_lossy().into_owned()),
                ("restored".to_owned(), restored.to_string()),
            ]
            .into(),
        },
        Trouble::TooNew { kept, found, known } => Notice {
            code: NoticeCode::StoreTooNew,
            params: [
                ("path".to_owned(), kept.to_string_lossy().into_owned()),
                ("found".to_owned(), found.to_string()),
                ("known".to_owned(), known.to_string()),
            ]
            .into(),
        },
    }
}
