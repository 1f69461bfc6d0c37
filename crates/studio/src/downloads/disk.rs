//! The disk's side: folders of our own, files that are half there, and a word for each thing that a disk can say.

use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use md5::{Digest, Md5};

use super::{Output, Task};
use crate::types::{Failure, FailureCode};

/// A folder of this name that was not there before: a number is put behind a name that is taken.
pub(super) fn make_folder(parent: &Path, name: &str) -> Result<PathBuf, Failure> {
    std::fs::create_dir_all(parent).map_err(|error| refused(parent, &error))?;
    for number in 1..1_000 {
        let folder = if number == 1 {
            parent.join(name)
        } else {
            parent.join(format!("{name} ({number})"))
        };
        match std::fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refused(&folder, &error)),
        }
    }
    Err(taken(&parent.join(name)))
}

/// The name of a file that is not whole yet.
pub(super) fn part_of(folder: &Path, output: &Output) -> PathBuf {
    folder.join(format!("{}.part", output.name))
}

/// Removes what is half there, and the folder where nothing else is in it.
pub(super) fn drop_parts(task: &Task) {
    let folder = task.folder();
    for output in &task.outputs {
        let _ = std::fs::remove_file(part_of(&folder, output));
    }
    let _ = std::fs::remove_dir(folder);
}

/// Bytes of a file; 0 where there is none.
pub(super) fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |about| about.len())
}

/// Goes on with the checksum of a stretch of a file that was written before.
pub(super) fn digest_of(path: &Path, from: u64, bytes: u64) -> std::io::Result<Md5> {
    let mut file = std::fs::File::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let mut digest = Md5::new();
    let mut left = file.take(bytes);
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match left.read(&mut buffer)? {
            0 => return Ok(digest),
            read => digest.update(&buffer[..read]),
        }
    }
}

/// What the disk said, as a word that the page has a sentence for.
pub(super) fn refused(path: &Path, error: &std::io::Error) -> Failure {
    let word = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "denied",
        ErrorKind::NotFound => "gone",
        ErrorKind::FileTooLarge => "tooLarge",
        _ => "other",
    };
    failure(path, word)
}

/// Somebody else's file has the name.
pub(super) fn taken(path: &Path) -> Failure {
    failure(path, "taken")
}

fn failure(path: &Path, word: &str) -> Failure {
    let mut failure = Failure::new(FailureCode::Disk, format!("the disk: {word}"))
        .with("disk", word)
        .with("path", path.to_string_lossy());
    failure.retryable = true;
    failure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_forbidden_folder_are_told_apart() {
        let word = |kind: ErrorKind| {
            let failure = refused(Path::new("/x/y.part"), &kind.into());
            assert_eq!(failure.code, FailureCode::Disk);
            assert_eq!(failure.params["path"], "/x/y.part", "it says where");
            failure.params["disk"].clone()
        };
        assert_eq!(word(ErrorKind::StorageFull), "full");
        assert_eq!(word(ErrorKind::QuotaExceeded), "full");
        assert_eq!(word(ErrorKind::PermissionDenied), "denied");
        assert_eq!(word(ErrorKind::NotFound), "gone");
        assert_eq!(word(ErrorKind::BrokenPipe), "other");
    }
}
