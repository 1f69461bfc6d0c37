//! What the app keeps: one SQLite file, written before each call to the service and after it.

mod books;
mod calls;
mod downloads;
mod drafts;
mod journal;
mod layouts;
mod library;
mod open;
mod setups;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

pub use calls::{CallEnd, NewCall};
pub use open::Trouble;

/// Why the store did not do what was asked. Never carries a row's content.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite's own words.
    #[error("the store failed: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A row that this version cannot read.
    #[error("a row of the store cannot be read: {0}")]
    Row(#[from] serde_json::Error),
    /// A file beside the store.
    #[error("a file of the store failed: {0}")]
    File(#[from] std::io::Error),
}

/// The store. Shared by reference; one connection, one writer.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
    /// Plain files of the recordings that still run, in case the store itself is lost.
    handles: PathBuf,
    folder: PathBuf,
}

impl Store {
    fn db(&self) -> MutexGuard<'_, Connection> {
        // A panic while it was held leaves SQLite consistent: a transaction that was not committed is rolled back.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets go of the file. A call that is still in flight then finds nothing to write its answer to, and is
    /// made again at the next launch.
    pub fn close(&self) {
        if let Ok(nothing) = Connection::open_in_memory() {
            *self.db() = nothing;
        }
    }
}
