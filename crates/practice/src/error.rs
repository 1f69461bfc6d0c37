//! What can go wrong outside of a call: opening the store, taking the port, making a file.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a server could not start, or a file could not be made.
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    Port(u16, io::Error),
    Folder(PathBuf, io::Error),
    InUse(PathBuf),
    Newer(i64),
    Store(rusqlite::Error),
    Media(String),
    Random,
}

impl Error {
    pub(crate) fn port(port: u16, cause: io::Error) -> Self {
        Self(Kind::Port(port, cause))
    }

    pub(crate) fn folder(path: &Path, cause: io::Error) -> Self {
        Self(Kind::Folder(path.to_owned(), cause))
    }

    pub(crate) fn in_use(path: &Path) -> Self {
        Self(Kind::InUse(path.to_owned()))
    }

    pub(crate) fn newer(version: i64) -> Self {
        Self(Kind::Newer(version))
    }

    pub(crate) fn media(what: impl fmt::Display) -> Self {
        Self(Kind::Media(what.to_string()))
    }

    pub(crate) fn random() -> Self {
        Self(Kind::Random)
    }

    /// The port is taken or may not be used.
    pub fn is_port_unavailable(&self) -> bool {
        matches!(self.0, Kind::Port(..))
    }

    /// Another server is using the data folder.
    pub fn is_in_use(&self) -> bool {
        matches!(self.0, Kind::InUse(_))
    }

    /// A folder or a file in it could not be made, read or written.
    pub fn is_folder_trouble(&self) -> bool {
        matches!(self.0, Kind::Folder(..))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Port(port, cause) => write!(f, "cannot listen on 127.0.0.1:{port}: {cause}"),
            Kind::Folder(path, cause) => write!(f, "cannot use {}: {cause}", path.display()),
            Kind::InUse(path) => write!(f, "another practice server uses {}", path.display()),
            Kind::Newer(version) => write!(
                f,
                "the data folder was written by a newer version (its format is {version})"
            ),
            Kind::Store(cause) => write!(f, "cannot use the store: {cause}"),
            Kind::Media(what) => write!(f, "cannot make a media file: {what}"),
            Kind::Random => f.write_str("the system gave no random bytes"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Kind::Port(_, cause) | Kind::Folder(_, cause) => Some(cause),
            Kind::Store(cause) => Some(cause),
            Kind::InUse(_) | Kind::Newer(_) | Kind::Media(_) | Kind::Random => None,
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Self {
        Self(Kind::Store(cause))
    }
}
