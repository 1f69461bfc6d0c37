//! The end of a recording's files: its own, and no others.

use super::{Failure, Recording, Shared, at};
use crate::types::{FilesDeleted, StudioEvent};

impl Shared {
    /// Deletes files of a recording, all that are listed where no names are given, and looks at what is left.
    ///
    /// # Errors
    /// Where a name is not one of the recording's, or the storage cannot be listed. A refusal in the middle is no
    /// error but a part of the answer.
    pub(crate) async fn delete_files(
        &self,
        recording: &Recording,
        names: &[String],
    ) -> Result<FilesDeleted, Failure> {
        // Without a folder or an id of its own nothing can be told apart from other recordings' files.
        if recording.prefix.trim_matches('/').is_empty() && recording.sid.is_none() {
            return Err(Failure::not_found("file", ""));
        }
        let mut wanted = Vec::new();
        let listed = self.listed(recording).await?;
        for name in names {
            if !listed.iter().any(|file| file.name == *name) {
                return Err(Failure::not_found("file", name));
            }
        }
        for file in listed {
            if names.is_empty() || names.contains(&file.name) {
                wanted.push(file.name);
            }
        }
        let bucket = self.bucket(&recording.storage_id).await?;
        let paths: Vec<String> = wanted.iter().map(|name| at(recording, name)).collect();
        let outcome = bucket.delete(&paths).await;
        let after = self.listed(recording).await?;
        let is_left = |name: &String| after.iter().any(|file| file.name == *name);
        let left = wanted.iter().filter(|name| is_left(name)).count();
        self.forget_files(recording, |name| {
            wanted.iter().any(|gone| gone == name) && !is_left(&name.to_owned())
        })?;
        Ok(FilesDeleted {
            deleted: (wanted.len() - left) as u32,
            left: left as u32,
            failure: outcome.err().filter(|_| left > 0).map(Failure::from),
        })
    }

    /// What was deleted is no longer waited for.
    fn forget_files(
        &self,
        recording: &Recording,
        is_gone: impl Fn(&str) -> bool,
    ) -> Result<(), Failure> {
        let Some(mut job) = self.store.job(&recording.id)? else {
            return Ok(());
        };
        job.recording
            .files
            .retain(|name| !is_gone(name.rsplit('/').next().unwrap_or_default()));
        self.store.save_job(&job, &[])?;
        self.emit(StudioEvent::Recording {
            recording: Box::new(job.recording),
        });
        Ok(())
    }
}
