//! The test of a storage: a small file written, read back, removed, and the folder listed.

use std::time::Duration;

use super::{Bucket, Trouble, within};
use crate::clock::Clock;
use crate::core::{Shared, new_id};
use crate::types::{
    Failure, FailureCode, Level, Storage, StorageCheck, StorageCheckLine, StorageStep,
    StorageTrouble,
};

/// The folder of our own that a test writes to.
const FOLDER: &str = "roomreelcheck";
/// How long the keychain may take.
const KEYCHAIN: Duration = Duration::from_secs(20);

impl Shared {
    /// Tests a storage for real, within seconds.
    pub(crate) async fn test_bucket(&self, storage: &Storage) -> StorageCheck {
        let clock = &*self.clock;
        let mut check = StorageCheck {
            at: clock.now(),
            can_record: false,
            can_play: false,
            region: None,
            lines: Vec::new(),
        };
        let mut bucket = match self.with_keys(storage, None).await {
            Ok(bucket) => bucket,
            Err(line) => {
                // Recording needs nobody to read it from here.
                check.can_record = line.level == Level::Warn;
                check.lines.push(line);
                return check;
            }
        };
        check.lines.push(good(StorageStep::Keychain));
        let path = format!("{FOLDER}/{}.txt", new_id());
        let mut written = bucket.put(&path, clock).await;
        if let Some(region) = other_region(storage, &written) {
            // Stores of one's own say which region they want to be asked in.
            if let Ok(other) = self.with_keys(storage, Some(&region)).await {
                bucket = other;
                written = bucket.put(&path, clock).await;
                check.region = written.is_ok().then_some(region);
            }
        }
        check.lines.extend(judge_write(&written));
        if written.is_ok() {
            check.can_record = true;
            let read = bucket.read_back(&path, clock).await;
            let removed = bucket.remove(&path, clock).await;
            check.lines.push(soft(StorageStep::Read, read));
            let removed = soft(StorageStep::Remove, removed);
            check.lines.push(with_file(removed, &path));
        }
        let answers = check
            .lines
            .iter()
            .any(|line| line.step == StorageStep::Bucket);
        let there = check
            .lines
            .iter()
            .all(|line| line.level != Level::Bad || matches!(line.step, StorageStep::Write));
        if answers && there {
            let listed = bucket.list(FOLDER, clock).await.map(|_| ());
            check.lines.push(soft(StorageStep::List, listed));
        }
        let fine = |step| {
            let line = check.lines.iter().find(|line| line.step == step);
            line.is_some_and(|line| line.level == Level::Ok)
        };
        check.can_play = fine(StorageStep::Read) && fine(StorageStep::List);
        check
    }

    async fn with_keys(
        &self,
        storage: &Storage,
        region: Option<&str>,
    ) -> Result<Bucket, StorageCheckLine> {
        let opened = tokio::time::timeout(KEYCHAIN, self.open_bucket(storage, region)).await;
        let failure = match opened {
            Ok(Ok(bucket)) => return Ok(bucket),
            Ok(Err(failure)) => failure,
            Err(_) => Failure::new(FailureCode::KeychainLocked, "the keychain did not answer"),
        };
        if failure.code != FailureCode::Storage {
            return Err(line(StorageStep::Keychain, Level::Bad, None, Some(failure)));
        }
        let unsupported = Failure::from(Trouble::new(StorageTrouble::Unsupported));
        if failure.params == unsupported.params {
            let trouble = Some(StorageTrouble::Unsupported);
            return Err(line(
                StorageStep::Reach,
                Level::Warn,
                trouble,
                Some(failure),
            ));
        }
        // The keys themselves are of a form that cannot be right.
        let trouble = Some(StorageTrouble::Signature);
        Err(line(StorageStep::Sign, Level::Bad, trouble, Some(failure)))
    }
}

impl Bucket {
    async fn put(&self, path: &str, clock: &dyn Clock) -> Result<(), Trouble> {
        let content = content(path);
        within(clock, async {
            self.operator.write(path, content).await?;
            Ok(())
        })
        .await
    }

    async fn read_back(&self, path: &str, clock: &dyn Clock) -> Result<(), Trouble> {
        let read = within(clock, async { Ok(self.operator.read(path).await?) }).await?;
        if read.to_vec() == content(path) {
            Ok(())
        } else {
            Err(Trouble::new(StorageTrouble::Differs))
        }
    }

    /// Removes one file; that it is gone already is no trouble.
    pub(crate) async fn remove(&self, path: &str, clock: &dyn Clock) -> Result<(), Trouble> {
        let removed = within(clock, async { Ok(self.operator.delete(path).await?) });
        match removed.await {
            Err(trouble) if trouble.code == StorageTrouble::NotFound => Ok(()),
            other => other,
        }
    }
}

fn content(path: &str) -> Vec<u8> {
    format!("Roomreel tested here whether recordings can be saved: {path}\n").into_bytes()
}

/// The region that the store itself named, where there is none to choose.
fn other_region(storage: &Storage, written: &Result<(), Trouble>) -> Option<String> {
    let Err(trouble) = written else { return None };
    let asks = trouble.code == StorageTrouble::WrongRegion && storage.endpoint.is_some();
    asks.then(|| trouble.region.clone()).flatten()
}

/// One write tells four things: each line up to the one that went wrong is fine.
fn judge_write(written: &Result<(), Trouble>) -> Vec<StorageCheckLine> {
    use StorageStep as Step;
    use StorageTrouble as T;
    let steps = [Step::Reach, Step::Sign, Step::Bucket, Step::Write];
    let Err(trouble) = written else {
        return steps.map(good).to_vec();
    };
    let at = match trouble.code {
        T::NameUnknown | T::NoConnection | T::Tls | T::Proxy | T::Timeout | T::NotAStore => {
            Step::Reach
        }
        T::KeyUnknown | T::Signature | T::ClockSkew => Step::Sign,
        T::NoBucket | T::WrongRegion | T::NotFound => Step::Bucket,
        _ => Step::Write,
    };
    let before = steps.iter().take_while(|step| **step != at);
    let mut lines: Vec<_> = before.map(|step| good(*step)).collect();
    let failure = Failure::from(trouble.clone());
    lines.push(line(at, Level::Bad, Some(trouble.code), Some(failure)));
    lines
}

/// What recording can do without.
fn soft(step: StorageStep, done: Result<(), Trouble>) -> StorageCheckLine {
    match done {
        Ok(()) => good(step),
        Err(trouble) => {
            let code = trouble.code;
            line(step, Level::Warn, Some(code), Some(trouble.into()))
        }
    }
}

/// A file that could not be removed is named.
fn with_file(mut line: StorageCheckLine, path: &str) -> StorageCheckLine {
    line.failure = line.failure.map(|failure| failure.with("file", path));
    line
}

fn good(step: StorageStep) -> StorageCheckLine {
    line(step, Level::Ok, None, None)
}

fn line(
    step: StorageStep,
    level: Level,
    trouble: Option<StorageTrouble>,
    failure: Option<Failure>,
) -> StorageCheckLine {
    StorageCheckLine {
        step,
        level,
        trouble,
        failure,
    }
}
