use std::path::PathBuf;

use cloud_recording::contract;

use super::Core;
use crate::library::Source;
use crate::recorder::machine::Event;
use crate::types::*;

/// So many recordings that are over are told with those that run; the library has all.
pub(super) const RECENT: u32 = 300;

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
        let first_run = settings.welcome.step == WelcomeStep::Start
            && self.shared.store.accounts()?.is_empty()
            && self.shared.store.recent_jobs(1)?.jobs.is_empty();
        Ok(AppInfo {
            first_run,
            version: self.shared.version.clone(),
            platform: platform(),
            data_dir: self.shared.data_dir.to_string_lossy().into_owned(),
            settings,
            notices: self.shared.notices.clone(),
        })
    }

    pub async fn settings_save(&self, mut settings: Settings) -> Result<Settings, Failure> {
        settings.history_megabytes = settings.history_megabytes.clamp(1, 500);
        let saved = self.shared.settings_save(settings)?;
        self.shared.trim_history();
        Ok(saved)
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
            answers: contract::answer_data(),
            vendors: contract::vendor_data(),
            pictures: pictures.collect(),
        })
    }

    pub async fn keychain_check(&self, _: Empty) -> Result<KeychainReport, Failure> {
        let vault = std::sync::Arc::clone(&self.shared.vault);
        let asked = self.shared.with_vault(move |_| vault.ask_keychain()).await;
        Ok(KeychainReport {
            in_memory: self.shared.vault.is_on(),
            failure: asked.err(),
        })
    }

    /// Lets secrets stay in memory until the app ends, or moves them into the keychain.
    pub async fn keychain_session(
        &self,
        which: KeychainSession,
    ) -> Result<KeychainReport, Failure> {
        if which.in_memory {
            self.shared.vault.begin();
        } else {
            let vault = std::sync::Arc::clone(&self.shared.vault);
            self.shared.with_vault(move |_| vault.end()).await?;
        }
        self.keychain_check(Empty {}).await
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

    pub async fn storage_check(&self, which: StorageRef) -> Result<Storage, Failure> {
        self.shared.storage_check(&which.id).await
    }

    pub async fn channel_people(&self, which: ChannelRef) -> Result<People, Failure> {
        self.shared.look(&which.account_id, &which.channel).await
    }

    pub async fn recording_list(&self, _: Empty) -> Result<Vec<Recording>, Failure> {
        Ok(self
            .shared
            .store
            .recent_jobs(RECENT)?
            .jobs
            .into_iter()
            .map(|job| job.recording)
            .collect())
    }

    pub async fn library_list(&self, query: LibraryQuery) -> Result<LibraryPage, Failure> {
        let here = std::sync::Arc::clone(&self.shared);
        let found = tokio::task::spawn_blocking(move || {
            let now = here.clock.now();
            here.store.library(&query, now)
        });
        let lost = |_| Failure::new(FailureCode::Internal, "the library was not read");
        Ok(found.await.map_err(lost)??)
    }

    pub async fn recording_detail(&self, which: RecordingRef) -> Result<RecordingDetail, Failure> {
        let recording = self.recording(&which.id)?;
        Ok(RecordingDetail {
            cost: crate::library::cost(&recording, self.shared.clock.now()),
            recording,
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
        self.shared.files(&recording).await
    }

    pub async fn recording_play(&self, which: FileRef) -> Result<PlaySource, Failure> {
        let recording = self.recording(&which.id)?;
        self.shared.source(&recording, &which.name).await?;
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
        let path = self.on_disk(&recording, &which.name).await?;
        self.shared.desktop.open(&path).map_err(no_program)?;
        Ok(Empty {})
    }

    pub async fn file_reveal(&self, which: FileRef) -> Result<Empty, Failure> {
        let recording = self.recording(&which.id)?;
        let path = self.on_disk(&recording, &which.name).await?;
        self.shared.desktop.reveal(&path).map_err(no_program)?;
        Ok(Empty {})
    }

    /// Other programs can only be given what is on this computer.
    async fn on_disk(&self, recording: &Recording, name: &str) -> Result<PathBuf, Failure> {
        match self.shared.source(recording, name).await? {
            Source::Disk(path) => Ok(path),
            Source::Bucket(..) => Err(Failure::new(
                FailureCode::NotNow,
                "it is in a bucket; download it first",
            )
            .with("state", "inBucket")),
        }
    }
}

pub(super) fn no_program(reason: String) -> Failure {
    Failure::new(
        FailureCode::Storage,
        format!("the system did not open it: {reason}"),
    )
}
