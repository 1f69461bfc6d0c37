//! Files of recordings, copied to this computer: with pause, going on after a restart, and a look at what came.

mod disk;
mod plan;
mod run;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;

use crate::core::Shared;
use crate::types::*;

/// So many run at once; the others wait.
const AT_ONCE: usize = 2;

/// A download with all that it needs to go on after any interruption. How far it is, the disk tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Task {
    pub download: Download,
    pub outputs: Vec<Output>,
    /// Whether the storage's ETags are checksums; `None` while nothing has shown it.
    pub etags_are_sums: Option<bool>,
}

/// A file on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Output {
    /// Bare.
    pub name: String,
    /// What it is made of, in order.
    pub sources: Vec<Piece>,
}

/// A file in the storage, as it was when the download began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Piece {
    pub name: String,
    pub size: u64,
    pub etag: Option<String>,
    /// MD5 in Base64, where the storage gives it.
    pub md5: Option<String>,
}

impl Output {
    fn size(&self) -> u64 {
        self.sources.iter().map(|source| source.size).sum()
    }
}

impl Task {
    fn folder(&self) -> PathBuf {
        PathBuf::from(&self.download.folder)
    }
}

/// The downloads that run.
pub(crate) struct Downloads {
    running: Mutex<HashMap<String, Running>>,
    places: Arc<Semaphore>,
}

struct Running {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Default for Downloads {
    fn default() -> Self {
        Self {
            running: Mutex::default(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Downloads {
    fn take(&self, id: &str) -> Option<Running> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.remove(id)
    }

    /// Ends one and waits until it has written what it had. Nothing of it runs on return.
    async fn end(&self, id: &str) {
        if let Some(running) = self.take(id) {
            let _ = running.stop.send(true);
            let _ = running.task.await;
        }
    }

    /// Ends all of them. They go on at the next launch.
    pub async fn shutdown(&self) {
        let ids: Vec<String> = {
            let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
            running.keys().cloned().collect()
        };
        for id in ids {
            self.end(&id).await;
        }
    }
}

impl Shared {
    /// Begins to copy files of a recording.
    pub(crate) async fn download_start(
        self: &Arc<Self>,
        recording: &Recording,
        wanted: &DownloadStart,
    ) -> Result<Download, Failure> {
        let mut task = self.plan(recording, wanted).await?;
        let folder = disk::make_folder(&self.downloads_folder(), &task.download.folder)?;
        task.download.folder = folder.to_string_lossy().into_owned();
        self.store.save_download(&task)?;
        self.tell_download(&task.download);
        self.go_on(task.clone());
        Ok(task.download)
    }

    /// All downloads that are known, newest first.
    pub(crate) fn download_list(&self) -> Result<Vec<Download>, Failure> {
        let tasks = self.store.downloads()?;
        Ok(tasks.into_iter().map(|task| task.download).collect())
    }

    pub(crate) fn download(&self, id: &str) -> Result<Task, Failure> {
        let task = self.store.download(id)?;
        task.ok_or_else(|| Failure::not_found("download", id))
    }

    pub(crate) async fn download_pause(&self, id: &str) -> Result<Download, Failure> {
        self.downloads.end(id).await;
        let mut task = self.download(id)?;
        if matches!(
            task.download.state,
            DownloadState::Running | DownloadState::Waiting
        ) {
            task.download.state = DownloadState::Paused;
            task.download.speed = None;
            self.store.save_download(&task)?;
            self.tell_download(&task.download);
        }
        Ok(task.download)
    }

    pub(crate) async fn download_resume(self: &Arc<Self>, id: &str) -> Result<Download, Failure> {
        self.downloads.end(id).await;
        let mut task = self.download(id)?;
        if task.download.state != DownloadState::Done {
            self.look_again(&mut task).await;
            task.download.state = DownloadState::Waiting;
            task.download.failure = None;
            self.store.save_download(&task)?;
            self.tell_download(&task.download);
            self.go_on(task.clone());
        }
        Ok(task.download)
    }

    /// Takes one off the list. Whole files stay; what is half there goes.
    pub(crate) async fn download_remove(&self, id: &str) -> Result<(), Failure> {
        self.downloads.end(id).await;
        let task = self.download(id)?;
        disk::drop_parts(&task);
        self.store.delete_download(id)?;
        Ok(())
    }

    /// What the system's player is given: the one file, else the playlist.
    pub(crate) fn downloaded(&self, id: &str) -> Result<PathBuf, Failure> {
        let task = self.download(id)?;
        let names = task.outputs.iter().map(|output| output.name.as_str());
        let best = names.max_by_key(|name| (name.ends_with(".m3u8"), name.ends_with(".mp4")));
        let path = task.folder().join(best.unwrap_or_default());
        if path.is_file() {
            Ok(path)
        } else {
            Err(Failure::not_found("file", best.unwrap_or_default()))
        }
    }

    /// Takes up what was on its way when the app was closed.
    pub(crate) fn take_up_downloads(self: &Arc<Self>) {
        for task in self.store.downloads().unwrap_or_default() {
            if matches!(
                task.download.state,
                DownloadState::Running | DownloadState::Waiting
            ) {
                self.go_on(task);
            }
        }
    }

    fn go_on(self: &Arc<Self>, task: Task) {
        let id = task.download.id.clone();
        let (stop, stopped) = watch::channel(false);
        let running = Running {
            stop,
            task: tokio::spawn(run::run(Arc::clone(self), task, stopped)),
        };
        let mut all = self
            .downloads
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, one| !one.task.is_finished());
        all.insert(id, running);
    }

    fn tell_download(&self, download: &Download) {
        self.emit(StudioEvent::Download {
            download: Box::new(download.clone()),
        });
    }

    fn downloads_folder(&self) -> PathBuf {
        let usual = self.desktop.downloads();
        usual.unwrap_or_else(|| Path::new(&self.data_dir).join("downloads"))
    }
}
