//! The way of one download: from the disk's state to whole files, stopping where it is told to.

use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use futures_util::{StreamExt, pin_mut};
use md5::{Digest, Md5};
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncSeekExt, AsyncWriteExt, BufWriter, SeekFrom};
use tokio::sync::watch;

use super::{Output, Piece, Task, disk};
use crate::buckets::{Bucket, Trouble};
use crate::core::Shared;
use crate::types::*;

/// How often in a row a passing trouble is taken for one.
const TRIES: u32 = 4;
/// The first wait after a passing trouble, in milliseconds; each further one is twice as long.
const WAIT: i64 = 1_000;
/// The page is told at most so often, in milliseconds.
const TELL: i64 = 250;
/// What is written to the disk at once.
const BUFFER: usize = 1024 * 1024;
/// A file above this is not read twice to find out what the storage's ETags are.
const READ_TWICE: u64 = 32 * 1024 * 1024;

enum End {
    Whole,
    /// Somebody paused it, or the app is being closed.
    Told,
}

/// Carries a download on until it is whole, told to stop, or in trouble.
pub(super) async fn run(shared: Arc<Shared>, task: Task, stopped: watch::Receiver<bool>) {
    let mut run = Run {
        shared,
        task,
        stopped,
        told_at: 0,
        told_done: 0,
    };
    let place = {
        let places = Arc::clone(&run.shared.downloads.places);
        tokio::select! {
            place = places.acquire_owned() => place.ok(),
            () = told(run.stopped.clone()) => None,
        }
    };
    if place.is_none() {
        return;
    }
    let download = &mut run.task.download;
    download.state = DownloadState::Running;
    download.failure = None;
    run.keep();
    let (mut tries, mut before) = (0, 0);
    loop {
        match run.all().await {
            Ok(End::Told) => {
                run.task.download.speed = None;
                run.save();
                return;
            }
            Ok(End::Whole) => {
                run.finish(DownloadState::Done, None);
                return;
            }
            Err(failure) => {
                if run.task.download.done > before {
                    (tries, before) = (0, run.task.download.done);
                }
                tries += 1;
                let is_passing = failure.retryable && failure.code == FailureCode::Storage;
                if !is_passing || tries > TRIES {
                    run.finish(DownloadState::Failed, Some(failure));
                    return;
                }
                let clock = Arc::clone(&run.shared.clock);
                let until = clock.now() + (WAIT << (tries - 1));
                tokio::select! {
                    () = clock.sleep_until(until) => {}
                    () = told(run.stopped.clone()) => {}
                }
            }
        }
    }
}

/// Ends when somebody asks for the end.
async fn told(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stop| *stop).await;
}

struct Run {
    shared: Arc<Shared>,
    task: Task,
    stopped: watch::Receiver<bool>,
    told_at: i64,
    told_done: u64,
}

impl Run {
    fn is_told(&self) -> bool {
        *self.stopped.borrow()
    }

    fn save(&self) {
        if let Err(error) = self.shared.store.save_download(&self.task) {
            tracing::warn!(%error, "a download could not be kept");
        }
    }

    /// Saves it and tells the page.
    fn keep(&self) {
        self.save();
        self.shared.tell_download(&self.task.download);
    }

    fn finish(&mut self, state: DownloadState, failure: Option<Failure>) {
        let download = &mut self.task.download;
        download.state = state;
        download.speed = None;
        download.failure = failure;
        self.keep();
    }

    async fn all(&mut self) -> Result<End, Failure> {
        let recording = self.shared.store.job(&self.task.download.recording_id)?;
        let recording = recording
            .ok_or_else(|| Failure::not_found("recording", &self.task.download.recording_id))?
            .recording;
        let bucket = self.shared.bucket(&recording.storage_id).await?;
        let folder = self.task.folder();
        self.task.download.done = 0;
        self.task.download.files_done = 0;
        for index in 0..self.task.outputs.len() {
            if self.is_told() {
                return Ok(End::Told);
            }
            let output = self.task.outputs[index].clone();
            let whole = folder.join(&output.name);
            if whole.exists() {
                // It was made by us, or somebody put another file there.
                if disk::length(&whole) != output.size() {
                    return Err(disk::taken(&whole));
                }
                self.task.download.done += output.size();
            } else {
                let part = disk::part_of(&folder, &output);
                if let End::Told = self.one(&bucket, &recording, &output, &part).await? {
                    return Ok(End::Told);
                }
                tokio::fs::rename(&part, &whole)
                    .await
                    .map_err(|error| disk::refused(&whole, &error))?;
            }
            self.task.download.files_done += 1;
        }
        Ok(End::Whole)
    }

    /// Fills one file, from where the disk has it.
    async fn one(
        &mut self,
        bucket: &Bucket,
        recording: &Recording,
        output: &Output,
        part: &Path,
    ) -> Result<End, Failure> {
        let refused = |error: std::io::Error| disk::refused(part, &error);
        let mut have = disk::length(part).min(output.size());
        let mut begin = 0;
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(false)
            .open(part)
            .await
            .map_err(refused)?;
        file.set_len(have).await.map_err(refused)?;
        let mut file = BufWriter::with_capacity(BUFFER, file);
        for piece in &output.sources {
            let here = have.min(piece.size);
            have -= here;
            self.task.download.done += here;
            if here < piece.size {
                let written = self.fetch(bucket, recording, piece, (begin, here), &mut file, part);
                match written.await {
                    Ok(End::Whole) => {}
                    Ok(End::Told) => {
                        file.flush().await.map_err(refused)?;
                        return Ok(End::Told);
                    }
                    Err(failure) => {
                        // What came is kept, unless it is what is wrong.
                        file.flush().await.map_err(refused)?;
                        if is_other(&failure) {
                            file.get_ref().set_len(begin).await.map_err(refused)?;
                        }
                        return Err(failure);
                    }
                }
            }
            begin += piece.size;
        }
        file.flush().await.map_err(refused)?;
        file.get_ref().sync_all().await.map_err(refused)?;
        Ok(End::Whole)
    }

    /// Copies the rest of one file of the storage. `at` is where it begins in our file, and how much is there.
    async fn fetch(
        &mut self,
        bucket: &Bucket,
        recording: &Recording,
        piece: &Piece,
        at: (u64, u64),
        file: &mut BufWriter<File>,
        part: &Path,
    ) -> Result<End, Failure> {
        let refused = |error: std::io::Error| disk::refused(part, &error);
        let (begin, here) = at;
        let mut digest = if here == 0 {
            Md5::new()
        } else {
            let path = part.to_owned();
            let before = tokio::task::spawn_blocking(move || disk::digest_of(&path, begin, here));
            before
                .await
                .map_err(|_| Failure::new(FailureCode::Internal, "the file was not read"))?
                .map_err(refused)?
        };
        file.seek(SeekFrom::Start(begin + here))
            .await
            .map_err(refused)?;
        let path = crate::library::at(recording, &piece.name);
        let stream = bucket
            .bytes(&path, here..piece.size, piece.etag.as_deref())
            .await?;
        pin_mut!(stream);
        let mut got = here;
        let stopped = self.stopped.clone();
        let end = told(stopped);
        pin_mut!(end);
        while got < piece.size {
            let next = tokio::select! {
                next = stream.next() => next,
                () = &mut end => return Ok(End::Told),
            };
            let Some(bytes) = next.transpose().map_err(Trouble::from)? else {
                return Err(Trouble::new(StorageTrouble::NoConnection).into());
            };
            digest.update(&bytes);
            file.write_all(&bytes).await.map_err(refused)?;
            got += bytes.len() as u64;
            self.task.download.done += bytes.len() as u64;
            self.progress();
        }
        if got != piece.size {
            return Err(Trouble::new(StorageTrouble::Differs).into());
        }
        self.compare(bucket, &path, piece, &digest.finalize())
            .await?;
        Ok(End::Whole)
    }

    /// Whether what came is what the storage has.
    async fn compare(
        &mut self,
        bucket: &Bucket,
        path: &str,
        piece: &Piece,
        sum: &[u8],
    ) -> Result<(), Failure> {
        let differs = || Err(Trouble::new(StorageTrouble::Differs).into());
        if let Some(told) = &piece.md5 {
            if BASE64_STANDARD.decode(told).is_ok_and(|told| told == sum) {
                self.task.download.sums += 1;
                return Ok(());
            }
            return differs();
        }
        let etag = piece.etag.as_deref().map(|etag| etag.trim_matches('"'));
        let hex: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        // An ETag is the MD5 unless the file came in parts or is encrypted with a key of its own.
        match etag {
            Some(etag) if etag.eq_ignore_ascii_case(&hex) => {
                self.task.etags_are_sums = Some(true);
                self.task.download.sums += 1;
                return Ok(());
            }
            Some(etag) if looks_like_a_sum(etag) => match self.task.etags_are_sums {
                Some(true) => return differs(),
                None if piece.size <= READ_TWICE => {
                    // The same bytes twice: then it is the ETag that is something else.
                    if bucket.sum(path, piece.size).await? != sum {
                        return differs();
                    }
                    self.task.etags_are_sums = Some(false);
                }
                _ => {}
            },
            _ => {}
        }
        self.task.download.sizes += 1;
        Ok(())
    }

    fn progress(&mut self) {
        let now = self.shared.clock.now();
        let passed = now - self.told_at;
        if passed < TELL {
            return;
        }
        let download = &mut self.task.download;
        let came = download.done.saturating_sub(self.told_done);
        download.speed = (self.told_at > 0).then(|| came * 1_000 / passed.unsigned_abs().max(1));
        (self.told_at, self.told_done) = (now, download.done);
        self.shared.tell_download(download);
    }
}

fn looks_like_a_sum(etag: &str) -> bool {
    etag.len() == 32 && etag.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The storage has another file under this name than the one that was begun, or what came is damaged.
fn is_other(failure: &Failure) -> bool {
    failure
        .params
        .get("trouble")
        .is_some_and(|word| word == "differs")
}
