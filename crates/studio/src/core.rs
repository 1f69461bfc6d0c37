//! The one surface of the studio.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use cloud_recording::Mode;
use cloud_recording::contract;
use tokio::sync::broadcast;

use crate::clients::{Clients, vault_key};
use crate::clock::Clock;
use crate::people::{Looks, free_id};
use crate::practising::Practising;
use crate::recorder::machine::Event;
use crate::recorder::{Busy, Job, Recorder, TokenStamp};
use crate::relay::{self, Relay};
use crate::setup;
use crate::store::{Store, Trouble};
use crate::types::*;
use crate::vault::Vault;

/// What the desktop does for us.
pub trait Desktop: Send + Sync {
    /// Opens a file with the program that the system has for it.
    fn open(&self, path: &Path) -> Result<(), String>;
    /// Shows a file in the system's file manager.
    fn reveal(&self, path: &Path) -> Result<(), String>;
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
}

/// What all parts of the studio share.
pub(crate) struct Shared {
    pub store: Store,
    pub vault: Arc<dyn Vault>,
    pub clock: Arc<dyn Clock>,
    pub clients: Clients,
    pub looks: Looks,
    pub practising: Practising,
    pub relay: Relay,
    pub checks: Mutex<HashMap<String, AccountCheck>>,
    events: broadcast::Sender<StudioEvent>,
    pub(crate) desktop: Arc<dyn Desktop>,
    pub(crate) data_dir: PathBuf,
    version: String,
    notices: Vec<Notice>,
}

impl Shared {
    pub(crate) fn emit(&self, event: StudioEvent) {
        // Nobody listening is no fault: the page asks for everything when it opens.
        let _ = self.events.send(event);
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
            settings: settings.clone(),
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
        let opened = Store::open(&options.data_dir, options.clock.now())?;
        opened.store.drop_lost_histories()?;
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
        let shared = Arc::new(Shared {
            store: opened.store,
            vault: options.vault,
            clock: options.clock,
            clients: Clients::default(),
            looks: Looks::default(),
            practising,
            relay,
            checks: Mutex::default(),
            events: broadcast::channel(1_024).0,
            desktop: options.desktop,
            data_dir: options.data_dir,
            version: options.version,
            notices,
        });
        relay::serve(Arc::clone(&shared), listener);
        shared.back_up();
        let running = shared.store.running_jobs()?;
        let recorder = Recorder::start(Arc::clone(&shared), running);
        Ok(Self { shared, recorder })
    }

    /// Every change from now on. A listener that falls far behind misses the oldest.
    pub fn events(&self) -> broadcast::Receiver<StudioEvent> {
        self.shared.events.subscribe()
    }

    /// Ends what runs on this computer. Recordings go on in the cloud.
    pub async fn shutdown(&self) {
        self.recorder.shutdown().await;
        self.shared.practising.shutdown().await;
    }

    fn recording(&self, id: &str) -> Result<Recording, Failure> {
        let job = self.shared.store.job(id)?;
        Ok(job
            .ok_or_else(|| Failure::not_found("recording", id))?
            .recording)
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

const fn platform() -> Platform {
    if cfg!(target_os = "macos") {
        Platform::Macos
    } else if cfg!(target_os = "windows") {
        Platform::Windows
    } else {
        Platform::Linux
    }
}

/// The commands, one method each; names and types as in `command_list.rs`.
#[allow(clippy::missing_errors_doc)]
impl Core {
    pub async fn app_info(&self, _: Empty) -> Result<AppInfo, Failure> {
        let mut settings = self.shared.store.settings()?;
        if self.shared.account(&settings.account_id).is_err() {
            PRACTICE.clone_into(&mut settings.account_id);
        }
        Ok(AppInfo {
            version: self.shared.version.clone(),
            platform: platform(),
            data_dir: self.shared.data_dir.to_string_lossy().into_owned(),
            settings,
            notices: self.shared.notices.clone(),
        })
    }

    pub async fn settings_save(&self, settings: Settings) -> Result<Settings, Failure> {
        self.shared.settings_save(settings)
    }

    pub async fn contract_get(&self, _: Empty) -> Result<ContractData, Failure> {
        let pictures = contract::pictures().iter().map(|row| PicturePreset {
            width: row.width,
            height: row.height,
            fps: row.fps,
            communication_kbps: row.communication,
            live_kbps: row.live,
        });
        Ok(ContractData {
            fields: contract::field_data(),
            vendors: contract::vendor_data(),
            pictures: pictures.collect(),
        })
    }

    pub async fn keychain_check(&self, _: Empty) -> Result<KeychainReport, Failure> {
        let asked = self
            .shared
            .with_vault(|vault| vault.get("check").map(|_| ()))
            .await;
        Ok(KeychainReport {
            failure: asked.err(),
        })
    }

    pub async fn account_list(&self, _: Empty) -> Result<Vec<Account>, Failure> {
        self.shared.accounts()
    }

    pub async fn account_add(&self, new: AccountAdd) -> Result<Account, Failure> {
        self.shared.account_add(new).await
    }

    pub async fn account_update(&self, new: AccountUpdate) -> Result<Account, Failure> {
        self.shared.account_update(new).await
    }

    pub async fn account_secret_replace(
        &self,
        new: AccountSecretReplace,
    ) -> Result<Account, Failure> {
        self.shared.account_secret_replace(new).await
    }

    pub async fn account_delete(&self, which: AccountRef) -> Result<Empty, Failure> {
        self.shared.account_delete(&which.id).await?;
        Ok(Empty {})
    }

    pub async fn account_check(&self, which: AccountRef) -> Result<Account, Failure> {
        self.shared.account_check(&which.id).await
    }

    pub async fn storage_list(&self, _: Empty) -> Result<Vec<Storage>, Failure> {
        self.shared.storages()
    }

    pub async fn storage_add(&self, new: StorageAdd) -> Result<Storage, Failure> {
        self.shared.storage_add(new).await
    }

    pub async fn storage_update(&self, new: StorageUpdate) -> Result<Storage, Failure> {
        self.shared.storage_update(new).await
    }

    pub async fn storage_delete(&self, which: StorageRef) -> Result<Empty, Failure> {
        self.shared.storage_delete(&which.id).await?;
        Ok(Empty {})
    }

    pub async fn channel_people(&self, which: ChannelRef) -> Result<People, Failure> {
        self.shared.look(&which.account_id, &which.channel).await
    }

    pub async fn recording_check(&self, setup: Setup) -> Result<SetupCheck, Failure> {
        let now = self.shared.clock.now();
        let prefix = setup::fresh_prefix(&setup.channel, now);
        let bodies = self.bodies(&setup, "1", &prefix)?;
        Ok(SetupCheck {
            issues: setup::check(&bodies),
            prefix: setup::preview_prefix(&setup.channel, now),
            bitrate: bodies.bitrate,
            defaults: setup.more.defaults(),
        })
    }

    fn bodies(
        &self,
        setup: &Setup,
        uid: &str,
        prefix: &[String],
    ) -> Result<setup::Bodies, Failure> {
        let storage = self.shared.storage(&setup.storage_id)?;
        let layout = self.shared.layout(&setup.layout_id)?;
        let listed = self.shared.seen(&setup.account_id, &setup.channel);
        let channel_type = setup
            .more
            .channel_type
            .or(listed.and_then(|people| people.channel_type))
            .unwrap_or(ChannelType::Communication);
        let uid = setup.more.recorder_id.as_deref().unwrap_or(uid);
        Ok(setup::build(
            setup,
            &storage,
            &layout,
            uid,
            prefix,
            channel_type,
        ))
    }

    pub async fn recording_start(&self, setup: Setup) -> Result<Recording, Failure> {
        let shared = &self.shared;
        let account = shared.account(&setup.account_id)?;
        let storage = shared.storage(&setup.storage_id)?;
        if storage.practice != account.practice {
            return Err(Failure::new(
                FailureCode::NotNow,
                "the practice folder and a real account cannot be used together",
            )
            .with("state", "storage"));
        }
        let layout = shared.layout(&setup.layout_id)?;
        let now = shared.clock.now();
        let prefix = setup::fresh_prefix(&setup.channel, now);
        // What is wrong with the form is said before anything is asked of anybody.
        refuse(&self.bodies(&setup, "1", &prefix)?)?;
        // A locked keychain has to show now, and not halfway between acquire and start.
        shared.client(&account.id).await?;
        self.keys_ready(&account, &storage).await?;
        let uid = self.recorder_id(&setup).await;
        let bodies = self.bodies(&setup, &uid, &prefix)?;
        refuse(&bodies)?;
        let mut job = self.job(setup, account, storage, layout, &prefix, uid, now);
        job.acquire_body = bodies.acquire;
        job.start_body = bodies.start;
        self.recorder.begin(job).await
    }

    async fn keys_ready(&self, account: &Account, storage: &Storage) -> Result<(), Failure> {
        if !storage.practice {
            for what in ["accessKey", "secretKey"] {
                self.shared
                    .secret(vault_key("storage", &storage.id, what), &storage.name)
                    .await?;
            }
        }
        if account.has_certificate {
            let key = vault_key("account", &account.id, "certificate");
            self.shared.secret(key, &account.name).await?;
        }
        Ok(())
    }

    /// Looks into the channel for its type and for IDs that are taken; the start does not depend on the answer.
    async fn recorder_id(&self, setup: &Setup) -> String {
        let (account, channel) = (&setup.account_id, &setup.channel);
        if self.shared.seen(account, channel).is_none() {
            let limit = std::time::Duration::from_secs(2);
            let _ = tokio::time::timeout(limit, self.shared.look(account, channel)).await;
        }
        let taken = self
            .shared
            .seen(account, channel)
            .map(|people| people.ids)
            .unwrap_or_default();
        setup
            .more
            .recorder_id
            .clone()
            .unwrap_or_else(|| free_id(&taken).to_string())
    }

    #[allow(clippy::too_many_arguments)]
    fn job(
        &self,
        setup: Setup,
        account: Account,
        storage: Storage,
        layout: Layout,
        prefix: &[String],
        recorder_id: String,
        now: i64,
    ) -> Job {
        let mut salt = [0u8; 4];
        let _ = getrandom::fill(&mut salt);
        let token = account.has_certificate.then(|| TokenStamp {
            issued_at: u32::try_from(now / 1_000).unwrap_or(0),
            salt: u32::from_le_bytes(salt) % 99_999_999 + 1,
            expires_in: 86_400,
        });
        let recording = Recording {
            id: new_id(),
            account_id: account.id,
            account_name: account.name,
            practice: account.practice,
            storage_id: storage.id,
            storage_name: storage.name,
            channel: setup.channel.clone(),
            recorder_id,
            state: RecordingState::Preparing,
            service_status: None,
            resource_id: None,
            sid: None,
            prefix: prefix.join("/"),
            planned_end: setup
                .stop
                .after_minutes
                .map(|minutes| now + i64::from(minutes) * 60_000),
            setup,
            layout,
            layout_change: None,
            created_at: now,
            started_at: None,
            first_piece_at: None,
            ended_at: None,
            control_until: None,
            checked_at: None,
            next_check_at: None,
            troubled_checks: 0,
            stop_wanted: false,
            people: None,
            upload: None,
            files: Vec::new(),
            problem: None,
        };
        Job {
            recording,
            mode: Mode::Mix,
            acquire_body: serde_json::Value::Null,
            start_body: serde_json::Value::Null,
            token,
            since: now,
            attempts: 0,
            acquired_at: None,
            start_sent_at: None,
            trouble_since: None,
            interrupted: None,
            seen_recording: false,
            layout_wanted: None,
            busy: Busy::default(),
        }
    }

    pub async fn recording_list(&self, _: Empty) -> Result<Vec<Recording>, Failure> {
        Ok(self
            .shared
            .store
            .all_jobs()?
            .into_iter()
            .map(|job| job.recording)
            .collect())
    }

    pub async fn recording_detail(&self, which: RecordingRef) -> Result<RecordingDetail, Failure> {
        Ok(RecordingDetail {
            recording: self.recording(&which.id)?,
            timeline: self.shared.store.timeline(&which.id)?,
            calls: self.shared.store.calls(&which.id, 50)?,
        })
    }

    pub async fn recording_stop(&self, which: RecordingRef) -> Result<Recording, Failure> {
        self.tell(&which.id, Event::StopPressed).await
    }

    pub async fn recording_layout(&self, which: RecordingLayout) -> Result<Recording, Failure> {
        let layout = self.shared.layout(&which.layout_id)?;
        self.tell(&which.id, Event::LayoutPressed(Box::new(layout)))
            .await
    }

    pub async fn recording_extend(&self, which: RecordingExtend) -> Result<Recording, Failure> {
        self.tell(&which.id, Event::Extended(which.minutes.clamp(1, 24 * 60)))
            .await
    }

    pub async fn recording_recheck(&self, which: RecordingRef) -> Result<Recording, Failure> {
        self.tell(&which.id, Event::CheckPressed).await
    }

    /// A recording that has just ended is answered as it is: the press was not wrong, only late.
    pub(crate) async fn tell(&self, id: &str, event: Event) -> Result<Recording, Failure> {
        match self.recorder.tell(id, event).await {
            Err(failure) if failure.code == FailureCode::NotFound => self.recording(id),
            answer => answer,
        }
    }

    pub async fn recording_files(&self, which: RecordingRef) -> Result<RecordingFiles, Failure> {
        let recording = self.recording(&which.id)?;
        self.shared.files(&recording)
    }

    pub async fn recording_play(&self, which: FileRef) -> Result<PlaySource, Failure> {
        let recording = self.recording(&which.id)?;
        self.shared.file(&recording, &which.name)?;
        let kind = match which.name.rsplit('.').next() {
            Some("m3u8") => FileKind::Playlist,
            _ => FileKind::Video,
        };
        Ok(PlaySource {
            url: self.shared.relay.url(&which.id, &which.name),
            kind,
        })
    }

    pub async fn file_open(&self, which: FileRef) -> Result<Empty, Failure> {
        let recording = self.recording(&which.id)?;
        let path = self.shared.file(&recording, &which.name)?;
        self.shared.desktop.open(&path).map_err(no_program)?;
        Ok(Empty {})
    }

    pub async fn file_reveal(&self, which: FileRef) -> Result<Empty, Failure> {
        let recording = self.recording(&which.id)?;
        let path = self.shared.file(&recording, &which.name)?;
        self.shared.desktop.reveal(&path).map_err(no_program)?;
        Ok(Empty {})
    }
}

fn no_program(reason: String) -> Failure {
    Failure::new(
        FailureCode::Storage,
        format!("the system did not open it: {reason}"),
    )
}

fn refuse(bodies: &setup::Bodies) -> Result<(), Failure> {
    let issues = setup::check(bodies);
    let errors = setup::errors(&issues);
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Failure::invalid(errors))
    }
}

impl MoreSettings {
    /// How many are as they would be if nobody had touched them.
    pub fn defaults(&self) -> u32 {
        let untouched = [
            self.channel_type.is_none(),
            self.recorder_id.is_none(),
            self.audio_profile == 0,
            self.video_stream_type == 0,
            self.mp4,
            self.background_color.is_none(),
            self.control_hours.is_none(),
            self.region.is_none(),
        ];
        untouched.iter().filter(|yes| **yes).count() as u32
    }
}
