//! Files of recordings: by listing the storage wherever it can be read, else as the service named them.

mod cost;
mod delete;
mod names;
mod standing;

use std::collections::HashSet;
use std::path::PathBuf;

use crate::buckets::{Bucket, Listed, Trouble};
use crate::core::Shared;
use crate::recorder::Job;
use crate::recorder::machine::Event;
use crate::types::{
    Failure, FileInfo, FileKind, FileKnown, PRACTICE, Recording, RecordingFiles, Upload,
};

pub(crate) use cost::cost;
pub(crate) use names::{is_bare, kind, part, pieces};
pub(crate) use standing::{begun, fold, natural, text};

/// A playlist of a day is below half of this.
const MOST_OF_A_PLAYLIST: u64 = 4 * 1024 * 1024;
/// So many missing pieces are named; more are counted.
const MOST_NAMED: usize = 20;

/// Where a file of a recording is read from.
pub(crate) enum Source {
    /// On this computer.
    Disk(PathBuf),
    /// In a bucket, under this path.
    Bucket(Bucket, String),
}

impl Shared {
    /// The path of one file of a practice recording.
    fn disk(&self, recording: &Recording, name: &str) -> Option<PathBuf> {
        let path = self.practising.files().join(&recording.prefix).join(name);
        (recording.practice && recording.storage_id == PRACTICE && path.is_file()).then_some(path)
    }

    /// Where one file of a recording is read from.
    ///
    /// # Errors
    /// Where the name is not a bare file name, there is no such file on this computer, or the bucket cannot be
    /// opened. Whether the bucket has the file is seen when it is read.
    pub(crate) async fn source(
        &self,
        recording: &Recording,
        name: &str,
    ) -> Result<Source, Failure> {
        if !is_bare(name) {
            return Err(Failure::not_found("file", name));
        }
        if recording.storage_id == PRACTICE {
            let path = self.disk(recording, name);
            return path
                .map(Source::Disk)
                .ok_or_else(|| Failure::not_found("file", name));
        }
        if !names::is_of(name, recording) {
            return Err(Failure::not_found("file", name));
        }
        let bucket = self.bucket(&recording.storage_id).await?;
        Ok(Source::Bucket(bucket, at(recording, name)))
    }

    /// What there is of a recording: by listing where that is possible, else as the service named it.
    pub(crate) async fn files(&self, recording: &Recording) -> Result<RecordingFiles, Failure> {
        let listed = match self.listed(recording).await {
            Ok(listed) => listed,
            Err(failure) => return Ok(self.named(recording, failure)),
        };
        let mut found = RecordingFiles {
            location: self.location(recording),
            readable: true,
            files: Vec::new(),
            pieces: 0,
            piece_bytes: 0,
            missing: Vec::new(),
            missing_count: 0,
            trouble: None,
        };
        for file in &listed {
            match kind(&file.name) {
                Some(_) => found
                    .files
                    .push(info(&file.name, Some(file.size), FileKnown::Seen)),
                None => {
                    found.pieces += 1;
                    found.piece_bytes += file.size;
                }
            }
        }
        // What the service told and nobody has seen is still on its way, or lies in its backup.
        for name in names::told(recording) {
            if !listed.iter().any(|file| file.name == name) {
                found.files.push(info(&name, None, FileKnown::Told));
            }
        }
        sort(&mut found.files);
        if recording.state.is_final() {
            let missing = self.missing(recording, &listed).await?;
            found.missing_count = missing.len() as u32;
            found.missing = missing.into_iter().take(MOST_NAMED).collect();
        }
        Ok(found)
    }

    /// Every file of a recording as the storage lists it.
    pub(crate) async fn listed(&self, recording: &Recording) -> Result<Vec<Listed>, Failure> {
        let bucket = self.bucket(&recording.storage_id).await?;
        let mut listed = bucket.list(&recording.prefix, &*self.clock).await?;
        listed.retain(|file| names::is_of(&file.name, recording));
        Ok(listed)
    }

    /// The pieces that the recording's playlists name and the storage does not have.
    async fn missing(
        &self,
        recording: &Recording,
        listed: &[Listed],
    ) -> Result<Vec<String>, Failure> {
        let bucket = self.bucket(&recording.storage_id).await?;
        let known: HashSet<&str> = listed.iter().map(|file| file.name.as_str()).collect();
        let mut missing = Vec::new();
        for file in listed.iter().filter(|file| is_playlist(&file.name)) {
            let text = bucket.playlist(recording, &file.name, self).await?;
            let lost = pieces(&text).filter(|name| !known.contains(name));
            missing.extend(lost.map(str::to_owned));
        }
        missing.sort();
        missing.dedup();
        Ok(missing)
    }

    fn location(&self, recording: &Recording) -> String {
        if recording.storage_id == PRACTICE {
            let folder = self.practising.files().join(&recording.prefix);
            return folder.to_string_lossy().into_owned();
        }
        let bucket = self.storage(&recording.storage_id).map(|one| one.bucket);
        let bucket = bucket.unwrap_or_else(|_| recording.storage_name.clone());
        format!("{bucket}/{}", recording.prefix)
    }

    /// Without a look into the storage: what the service told, else what it will call them.
    fn named(&self, recording: &Recording, failure: Failure) -> RecordingFiles {
        let told = names::told(recording);
        let (names, known) = if told.is_empty() {
            (names::predicted(recording), FileKnown::Predicted)
        } else {
            (told, FileKnown::Told)
        };
        let files = names.iter().filter(|name| kind(name).is_some());
        let mut files: Vec<_> = files.map(|name| info(name, None, known)).collect();
        sort(&mut files);
        RecordingFiles {
            location: self.location(recording),
            readable: false,
            files,
            pieces: 0,
            piece_bytes: 0,
            missing: Vec::new(),
            missing_count: 0,
            trouble: Some(failure),
        }
    }
}

impl Bucket {
    /// The text of one of a recording's playlists.
    pub(crate) async fn playlist(
        &self,
        recording: &Recording,
        name: &str,
        shared: &Shared,
    ) -> Result<String, Trouble> {
        self.text(&at(recording, name), MOST_OF_A_PLAYLIST, &*shared.clock)
            .await
    }
}

/// The path of a file in its bucket.
pub(crate) fn at(recording: &Recording, name: &str) -> String {
    match recording.prefix.trim_matches('/') {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}

pub(crate) fn is_playlist(name: &str) -> bool {
    name.ends_with(".m3u8")
}

fn info(name: &str, size: Option<u64>, known: FileKnown) -> FileInfo {
    FileInfo {
        name: name.to_owned(),
        kind: kind(name).unwrap_or(FileKind::Other),
        size,
        known,
        part: part(name),
        track: names::track(name),
    }
}

/// Whole videos first; parts behind what they follow.
fn sort(files: &mut [FileInfo]) {
    files.sort_by_key(|file| {
        (
            file.kind == FileKind::Other,
            file.part.map_or(0, |part| part + 1),
            file.kind != FileKind::Video,
            file.name.clone(),
        )
    });
}

/// The practice folder is always there, and whole.
fn is_at_hand(recording: &Recording) -> bool {
    recording.practice && recording.storage_id == PRACTICE
}

/// Reads the sid from the name of the first file under the recording's own prefix.
pub(crate) async fn find_sid(shared: &Shared, job: &Job) -> Event {
    if job.recording.prefix.is_empty() {
        return Event::SidMissing;
    }
    let Ok(listed) = shared.listed(&job.recording).await else {
        return Event::SidMissing;
    };
    let sid = listed.iter().find_map(|file| names::sid(&file.name));
    sid.map_or(Event::SidMissing, |sid| Event::SidFound {
        sid: sid.to_owned(),
    })
}

/// Lists what a recording left, and whether its playlists are closed.
pub(crate) async fn look_at_files(shared: &Shared, job: &Job) -> Event {
    let recording = &job.recording;
    let mp4 = recording.setup.more.mp4
        && recording.setup.record_as == crate::types::RecordAs::CombinedVideo;
    let seen = async {
        let bucket = shared.bucket(&recording.storage_id).await?;
        let listed = shared.listed(recording).await?;
        let names = listed.into_iter().map(|file| file.name);
        let names: Vec<String> = names.filter(|name| kind(name).is_some()).collect();
        let mut complete = !mp4 || names.iter().any(|name| name.ends_with(".mp4"));
        for name in names.iter().filter(|name| is_playlist(name)) {
            let text = bucket.playlist(recording, name, shared).await?;
            complete &= text.contains("#EXT-X-ENDLIST");
        }
        Ok::<_, Failure>((names, complete))
    };
    match seen.await {
        Ok((names, complete)) => judged(recording, names, complete),
        // Not readable at this moment: as if nothing were complete, so that it is looked at again.
        Err(_) if is_at_hand(recording) => Event::FilesSeen {
            names: recording.files.clone(),
            complete: false,
        },
        // A bucket may never let itself be read, so a recording's end does not wait for it.
        Err(_) => Event::FilesUnreadable,
    }
}

/// What a listing of a bucket says about the end. Where it has nothing yet, or the service keeps files in its
/// backup for up to a day, the service's word has to do.
fn judged(recording: &Recording, names: Vec<String>, complete: bool) -> Event {
    let waits = names.is_empty() || recording.upload == Some(Upload::Backuped);
    if !complete && waits && !is_at_hand(recording) {
        return Event::FilesUnreadable;
    }
    Event::FilesSeen { names, complete }
}
