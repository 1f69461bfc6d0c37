//! Files of recordings, where the app can read the storage itself: so far, the practice folder.

use std::fs;
use std::path::PathBuf;

use crate::core::Shared;
use crate::recorder::Job;
use crate::recorder::machine::Event;
use crate::types::{Failure, FailureCode, FileInfo, FileKind, PRACTICE, Recording, RecordingFiles};

impl Shared {
    /// The folder with a recording's files; `None` where the storage cannot be read from here.
    pub(crate) fn folder(&self, recording: &Recording) -> Option<PathBuf> {
        let readable = recording.practice && recording.storage_id == PRACTICE;
        readable.then(|| self.practising.files().join(&recording.prefix))
    }

    /// The path of one file of a recording.
    ///
    /// # Errors
    /// Where the name is not a bare file name, or there is no such file.
    pub(crate) fn file(&self, recording: &Recording, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.folder(recording).ok_or_else(|| {
            Failure::new(
                FailureCode::Storage,
                "this storage cannot be read from here yet",
            )
        })?;
        let path = folder.join(name);
        if is_bare(name) && path.is_file() {
            Ok(path)
        } else {
            Err(Failure::not_found("file", name))
        }
    }

    /// What there is of a recording: by listing where that is possible, else as the service named it.
    pub(crate) fn files(&self, recording: &Recording) -> Result<RecordingFiles, Failure> {
        let Some(folder) = self.folder(recording) else {
            return Ok(named(recording));
        };
        let mut files = Vec::new();
        let (mut pieces, mut piece_bytes) = (0, 0);
        for (name, size) in list(&folder).map_err(unreadable)? {
            match kind(&name) {
                Some(kind) => files.push(FileInfo {
                    name,
                    kind,
                    size: Some(size),
                }),
                None => {
                    pieces += 1;
                    piece_bytes += size;
                }
            }
        }
        files.sort_by_key(|file| (file.kind != FileKind::Video, file.name.clone()));
        let location = folder.to_string_lossy().into_owned();
        Ok(RecordingFiles {
            location,
            readable: true,
            files,
            pieces,
            piece_bytes,
        })
    }
}

fn named(recording: &Recording) -> RecordingFiles {
    let files = recording
        .files
        .iter()
        .map(|name| FileInfo {
            name: name.clone(),
            kind: kind(name).unwrap_or(FileKind::Other),
            size: None,
        })
        .collect();
    RecordingFiles {
        location: recording.prefix.clone(),
        readable: false,
        files,
        pieces: 0,
        piece_bytes: 0,
    }
}

/// `None` for pieces, which are counted and not listed.
fn kind(name: &str) -> Option<FileKind> {
    let ending = name.rsplit('.').next().unwrap_or_default();
    match ending {
        "m3u8" => Some(FileKind::Playlist),
        "mp4" => Some(FileKind::Video),
        "ts" | "webm" => None,
        _ => Some(FileKind::Other),
    }
}

/// A name that stays inside its folder.
pub(crate) fn is_bare(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && !name.contains(['/', '\\', ':', '\0'])
        && name.len() <= 255
}

fn list(folder: &std::path::Path) -> std::io::Result<Vec<(String, u64)>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let about = entry.metadata()?;
        if about.is_file() && is_bare(&name) {
            found.push((name, about.len()));
        }
    }
    found.sort();
    Ok(found)
}

fn unreadable(error: std::io::Error) -> Failure {
    Failure {
        retryable: true,
        ..Failure::new(FailureCode::Storage, error.to_string())
    }
}

/// Reads the sid from the name of the first file under the recording's own prefix.
pub(crate) async fn find_sid(shared: &Shared, job: &Job) -> Event {
    let Some(folder) = shared.folder(&job.recording) else {
        return Event::SidMissing;
    };
    let names = tokio::task::spawn_blocking(move || list(&folder)).await;
    let Ok(Ok(names)) = names else {
        return Event::SidMissing;
    };
    let sid = names.iter().find_map(|(name, _)| {
        let sid = name.split('_').next()?;
        let fits = sid.len() == 32 && sid.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then(|| sid.to_owned())
    });
    sid.map_or(Event::SidMissing, |sid| Event::SidFound { sid })
}

/// Lists what a recording left, and whether its playlists are closed.
pub(crate) async fn look_at_files(shared: &Shared, job: &Job) -> Event {
    let Some(folder) = shared.folder(&job.recording) else {
        return Event::FilesUnreadable;
    };
    let mp4 = job.recording.setup.more.mp4
        && job.recording.setup.record_as == crate::types::RecordAs::CombinedVideo;
    let seen = tokio::task::spawn_blocking(move || -> std::io::Result<Event> {
        let names: Vec<String> = list(&folder)?
            .into_iter()
            .map(|(name, _)| name)
            .filter(|n| kind(n).is_some())
            .collect();
        let mut complete = !mp4 || names.iter().any(|name| name.ends_with(".mp4"));
        for name in names.iter().filter(|name| name.ends_with(".m3u8")) {
            complete &= fs::read_to_string(folder.join(name))?.contains("#EXT-X-ENDLIST");
        }
        Ok(Event::FilesSeen { names, complete })
    });
    match seen.await {
        Ok(Ok(event)) => event,
        // Not readable at this moment: as if nothing were complete, so that it is looked at again.
        _ => Event::FilesSeen {
            names: job.recording.files.clone(),
            complete: false,
        },
    }
}
