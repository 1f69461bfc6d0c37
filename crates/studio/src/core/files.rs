//! The commands about files of recordings beyond looking at them: downloads, links and their end.

use std::time::Duration;

use super::Core;
use super::commands::no_program;
use crate::buckets::Trouble;
use crate::types::*;

/// How long a link may be good for, in seconds. Signatures of S3 end after seven days.
const LIFETIME: (u32, u32) = (60, 7 * 24 * 60 * 60);

#[allow(clippy::missing_errors_doc)]
impl Core {
    pub async fn download_start(&self, wanted: DownloadStart) -> Result<Download, Failure> {
        let recording = self.recording(&wanted.id)?;
        self.shared.download_start(&recording, &wanted).await
    }

    pub async fn download_list(&self, _: Empty) -> Result<Vec<Download>, Failure> {
        self.shared.download_list()
    }

    pub async fn download_pause(&self, which: DownloadRef) -> Result<Download, Failure> {
        self.shared.download_pause(&which.id).await
    }

    pub async fn download_resume(&self, which: DownloadRef) -> Result<Download, Failure> {
        self.shared.download_resume(&which.id).await
    }

    pub async fn download_remove(&self, which: DownloadRef) -> Result<Empty, Failure> {
        self.shared.download_remove(&which.id).await?;
        Ok(Empty {})
    }

    pub async fn download_open(&self, which: DownloadRef) -> Result<Empty, Failure> {
        let path = self.shared.downloaded(&which.id)?;
        self.shared.desktop.open(&path).map_err(no_program)?;
        Ok(Empty {})
    }

    pub async fn download_reveal(&self, which: DownloadRef) -> Result<Empty, Failure> {
        let path = match self.shared.downloaded(&which.id) {
            Ok(path) => path,
            Err(_) => self.shared.download(&which.id)?.download.folder.into(),
        };
        self.shared.desktop.reveal(&path).map_err(no_program)?;
        Ok(Empty {})
    }

    pub async fn file_link(&self, wanted: FileLinkWanted) -> Result<FileLink, Failure> {
        let recording = self.recording(&wanted.id)?;
        let seconds = wanted.seconds.clamp(LIFETIME.0, LIFETIME.1);
        let crate::library::Source::Bucket(bucket, path) =
            self.shared.source(&recording, &wanted.name).await?
        else {
            return Err(Trouble::new(StorageTrouble::Unsupported).into());
        };
        let url = bucket
            .link(&path, Duration::from_secs(seconds.into()))
            .await?;
        let until = self.shared.clock.now() + i64::from(seconds) * 1_000;
        Ok(FileLink { url, until })
    }

    pub async fn files_delete(&self, wanted: FilesDelete) -> Result<FilesDeleted, Failure> {
        let recording = self.recording(&wanted.id)?;
        if !recording.state.is_final() {
            let failure = Failure::new(FailureCode::NotNow, "files of it are still to come");
            return Err(failure.with("state", "notOver"));
        }
        self.shared.delete_files(&recording, &wanted.names).await
    }
}
