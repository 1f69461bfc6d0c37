//! What a download is made of, decided from a listing before the first byte.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Output, Piece, Task};
use crate::buckets::Listed;
use crate::core::{Shared, new_id};
use crate::library::{at, begun, is_playlist, part, pieces};
use crate::types::*;

/// So many files are asked for their ETags, where the listing has none.
const FEW: usize = 16;

impl From<&Listed> for Piece {
    fn from(file: &Listed) -> Self {
        Self {
            name: file.name.clone(),
            size: file.size,
            etag: file.etag.clone(),
            md5: file.md5.clone(),
        }
    }
}

impl Shared {
    /// Lists the recording and decides what comes into which file. The folder is only a wish yet.
    pub(super) async fn plan(
        &self,
        recording: &Recording,
        wanted: &DownloadStart,
    ) -> Result<Task, Failure> {
        let listed = self.listed(recording).await?;
        let title = title(recording);
        let mut missing = 0;
        let (form, mut outputs) = if wanted.as_one {
            match one_video(&listed) {
                Some(video) => {
                    let name = format!("{title}.mp4");
                    let sources = vec![Piece::from(video)];
                    (DownloadForm::Mp4, vec![Output { name, sources }])
                }
                None => {
                    let joined = self
                        .joined(recording, &listed, &title, &mut missing)
                        .await?;
                    (DownloadForm::Joined, joined)
                }
            }
        } else {
            (DownloadForm::Files, as_they_lie(&listed, &wanted.names)?)
        };
        if outputs.is_empty() {
            return Err(Failure::not_found("file", &recording.prefix));
        }
        self.ask_for_etags(recording, &mut outputs).await;
        let size = outputs.iter().map(Output::size).sum();
        let download = Download {
            id: new_id(),
            recording_id: recording.id.clone(),
            channel: recording.channel.clone(),
            created_at: self.clock.now(),
            form,
            folder: title,
            state: DownloadState::Waiting,
            files: outputs.len() as u32,
            files_done: 0,
            size,
            done: 0,
            speed: None,
            sums: 0,
            sizes: 0,
            missing,
            failure: None,
        };
        Ok(Task {
            download,
            outputs,
            etags_are_sums: None,
        })
    }

    /// Before it goes on: a file that is another one now is begun anew. What can't be asked stays as it was.
    pub(super) async fn look_again(&self, task: &mut Task) {
        let Ok(Some(job)) = self.store.job(&task.download.recording_id) else {
            return;
        };
        let Ok(listed) = self.listed(&job.recording).await else {
            return;
        };
        let listed: BTreeMap<&str, &Listed> = listed
            .iter()
            .map(|file| (file.name.as_str(), file))
            .collect();
        let mut now = task.outputs.clone();
        for piece in now.iter_mut().flat_map(|output| &mut output.sources) {
            if let Some(file) = listed.get(piece.name.as_str()) {
                *piece = Piece::from(*file);
            }
        }
        self.ask_for_etags(&job.recording, &mut now).await;
        let folder = task.folder();
        for (before, now) in task.outputs.iter().zip(&now) {
            if before != now {
                let _ = std::fs::remove_file(super::disk::part_of(&folder, before));
            }
        }
        task.outputs = now;
        task.download.size = task.outputs.iter().map(Output::size).sum();
    }

    /// A listing may come without ETags; a few files are asked for theirs one by one.
    async fn ask_for_etags(&self, recording: &Recording, outputs: &mut [Output]) {
        let Ok(bucket) = self.bucket(&recording.storage_id).await else {
            return;
        };
        let pieces = outputs.iter_mut().flat_map(|output| &mut output.sources);
        let without = pieces.filter(|piece| piece.etag.is_none());
        for piece in without.take(FEW) {
            let path = at(recording, &piece.name);
            piece.etag = bucket.etag(&path, &*self.clock).await.ok().flatten();
        }
    }

    /// A file for each track, of the pieces that its playlists name; those of a recorder that was replaced first.
    async fn joined(
        &self,
        recording: &Recording,
        listed: &[Listed],
        title: &str,
        missing: &mut u32,
    ) -> Result<Vec<Output>, Failure> {
        let bucket = self.bucket(&recording.storage_id).await?;
        let known: BTreeMap<&str, &Listed> = listed
            .iter()
            .map(|file| (file.name.as_str(), file))
            .collect();
        let mut tracks: BTreeMap<&str, Vec<(Option<u32>, &str)>> = BTreeMap::new();
        for file in listed.iter().filter(|file| is_playlist(&file.name)) {
            let name = file.name.as_str();
            let track = part(name).map_or(name, |_| name.split_once('_').map_or(name, |(_, b)| b));
            tracks.entry(track).or_default().push((part(name), name));
        }
        let several = tracks.len() > 1;
        let mut outputs = Vec::new();
        for (track, mut playlists) in tracks {
            playlists.sort_unstable();
            let mut sources = Vec::new();
            for (_, name) in playlists {
                let text = bucket.playlist(recording, name, self).await?;
                for piece in pieces(&text).filter(|piece| piece.ends_with(".ts")) {
                    match known.get(piece) {
                        Some(file) => sources.push(Piece::from(*file)),
                        None => *missing += 1,
                    }
                }
            }
            if sources.is_empty() {
                continue;
            }
            let name = if several {
                format!("{}.ts", track.trim_end_matches(".m3u8"))
            } else {
                format!("{title}.ts")
            };
            outputs.push(Output { name, sources });
        }
        Ok(outputs)
    }
}

fn as_they_lie(listed: &[Listed], names: &[String]) -> Result<Vec<Output>, Failure> {
    if let Some(lost) = names
        .iter()
        .find(|name| !listed.iter().any(|file| file.name == **name))
    {
        return Err(Failure::not_found("file", lost));
    }
    let wanted = listed
        .iter()
        .filter(|file| names.is_empty() || names.contains(&file.name));
    let outputs = wanted.map(|file| Output {
        name: file.name.clone(),
        sources: vec![Piece::from(file)],
    });
    Ok(outputs.collect())
}

/// A recording of more than two hours has several, which are no one file.
fn one_video(listed: &[Listed]) -> Option<&Listed> {
    let mut videos = listed.iter().filter(|file| file.name.ends_with(".mp4"));
    let first = videos.next()?;
    videos.next().is_none().then_some(first)
}

/// The channel and when it began, as a name that every file system takes.
fn title(recording: &Recording) -> String {
    let safe = |letter: char| match letter {
        letter if letter.is_alphanumeric() || "-_ .".contains(letter) => letter,
        _ => '_',
    };
    let name: String = recording.channel.chars().take(60).map(safe).collect();
    let name = name.trim_matches([' ', '.']);
    let at = Timestamp::from_millisecond(begun(recording)).ok();
    let at = at.map(|at| at.to_zoned_datetime(TimeZone::system()));
    let at = at.map(|at| at.strftime("%Y-%m-%d %H.%M").to_string());
    format!("{name} {}", at.unwrap_or_default())
        .trim()
        .to_owned()
}
