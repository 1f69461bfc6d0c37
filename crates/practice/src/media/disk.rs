//! Putting files into the folder that plays the part of the bucket. A file appears whole or not at
//! all: it is written beside its place and then moved there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// Writes `bytes` to `path`, making the folder it lies in.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    put_with(path, |beside| {
        fs::write(beside, bytes).map_err(|cause| Error::folder(beside, cause))
    })
}

/// Lets `write` make the file beside its place, then moves it there.
pub(crate) fn put_with(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<(), Error>,
) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|cause| Error::folder(folder, cause))?;
    }
    let beside = beside(path);
    let moved = write(&beside)
        .and_then(|()| fs::rename(&beside, path).map_err(|cause| Error::folder(path, cause)));
    if moved.is_err() {
        // Nothing to be done if this fails too: the next try overwrites it.
        let _ = fs::remove_file(&beside);
    }
    moved
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.part"))
}
