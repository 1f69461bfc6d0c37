use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode};

use super::{Store, StoreError};
use crate::recorder::Job;

pub(super) const FILE: &str = "roomreel.sqlite";
const BACKUP: &str = "roomreel.backup.sqlite";

/// Each entry takes the schema one version up; the position is the version.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE account (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, app_id TEXT NOT NULL, customer_id TEXT NOT NULL,
        base_url TEXT, area TEXT NOT NULL, has_secret INTEGER NOT NULL, has_certificate INTEGER NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE storage (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, vendor INTEGER NOT NULL, region INTEGER NOT NULL,
        bucket TEXT NOT NULL, endpoint TEXT, has_keys INTEGER NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE recording (
        id TEXT PRIMARY KEY, account_id TEXT NOT NULL, channel TEXT NOT NULL, recorder_id TEXT NOT NULL,
        state TEXT NOT NULL, resource_id TEXT, sid TEXT, prefix TEXT NOT NULL,
        planned_end INTEGER, idle_seconds INTEGER NOT NULL, created_at INTEGER NOT NULL,
        running INTEGER NOT NULL, job TEXT NOT NULL
    ) STRICT;
    CREATE INDEX recording_running ON recording (running) WHERE running = 1;
    CREATE INDEX recording_created ON recording (created_at);
    CREATE TABLE timeline (
        recording_id TEXT NOT NULL REFERENCES recording (id), at INTEGER NOT NULL, entry TEXT NOT NULL
    ) STRICT;
    CREATE INDEX timeline_recording ON timeline (recording_id, at);
    CREATE TABLE call (
        id INTEGER PRIMARY KEY AUTOINCREMENT, recording_id TEXT NOT NULL, call TEXT NOT NULL,
        sent_at INTEGER NOT NULL, answered_at INTEGER, request TEXT NOT NULL, status INTEGER, answer TEXT
    ) STRICT;
    CREATE INDEX call_recording ON call (recording_id, id);
", "
    CREATE TABLE layout (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, layout TEXT NOT NULL) STRICT;
    CREATE TABLE layout_history (layout_id TEXT PRIMARY KEY, history TEXT NOT NULL) STRICT;
", "
    CREATE TABLE console_draft (id TEXT PRIMARY KEY, updated_at INTEGER NOT NULL, draft TEXT NOT NULL) STRICT;
    CREATE TABLE console_kept (id TEXT PRIMARY KEY, unused_since INTEGER) STRICT;
    CREATE TABLE call_of_all (
        id INTEGER PRIMARY KEY AUTOINCREMENT, size INTEGER NOT NULL, origin TEXT NOT NULL, account_id TEXT,
        recording_id TEXT, call TEXT NOT NULL, mode TEXT, resource_id TEXT NOT NULL, sid TEXT NOT NULL,
        channel TEXT NOT NULL, recorder_id TEXT NOT NULL, hosts_only INTEGER NOT NULL, method TEXT NOT NULL,
        address TEXT NOT NULL, sent_at INTEGER NOT NULL, answered_at INTEGER, elapsed INTEGER, status INTEGER,
        code INTEGER, failure TEXT, headers TEXT NOT NULL, request TEXT NOT NULL, answer TEXT
    ) STRICT;
    INSERT INTO call_of_all (id, size, origin, account_id, recording_id, call, mode, resource_id, sid, channel,
        recorder_id, hosts_only, method, address, sent_at, answered_at, elapsed, status, headers, request, answer)
    SELECT call.id, length(call.request) + coalesce(length(call.answer), 0) + 400, 'recorder',
        recording.account_id, call.recording_id, call.call, 'mix',
        iif(call.call = 'acquire', '', coalesce(recording.resource_id, '')),
        iif(call.call IN ('acquire', 'start'), '', coalesce(recording.sid, '')),
        coalesce(recording.channel, ''), coalesce(recording.recorder_id, ''), 0,
        iif(call.call = 'query', 'GET', 'POST'), '', call.sent_at, call.answered_at,
        iif(call.status IS NULL, NULL, call.answered_at - call.sent_at), call.status, '[]', call.request, call.answer
    FROM call LEFT JOIN recording ON recording.id = call.recording_id;
    DROP TABLE call;
    ALTER TABLE call_of_all RENAME TO call;
    CREATE INDEX call_recording ON call (recording_id, id);
    CREATE INDEX call_open ON call (id) WHERE answered_at IS NULL;
    CREATE TABLE call_total (calls INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
    INSERT INTO call_total SELECT count(*), coalesce(sum(size), 0) FROM call;
    CREATE TRIGGER call_added AFTER INSERT ON call BEGIN
        UPDATE call_total SET calls = calls + 1, bytes = bytes + new.size;
    END;
    CREATE TRIGGER call_grown AFTER UPDATE OF size ON call BEGIN
        UPDATE call_total SET bytes = bytes + new.size - old.size;
    END;
    CREATE TRIGGER call_removed AFTER DELETE ON call BEGIN
        UPDATE call_total SET calls = calls - 1, bytes = bytes - old.size;
    END;
", "
    CREATE TABLE library (
        recording_id TEXT PRIMARY KEY REFERENCES recording (id) ON DELETE CASCADE, begun INTEGER NOT NULL,
        length INTEGER, channel TEXT NOT NULL, files INTEGER NOT NULL, standing TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX library_begun ON library (begun, recording_id);
    CREATE INDEX library_channel ON library (channel, begun DESC, recording_id DESC);
", "
    CREATE TABLE saved_setup (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, saved TEXT NOT NULL) STRICT;
", "
    CREATE TABLE download (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, task TEXT NOT NULL) STRICT;
"];

/// A store, and what had to be done to get it.
#[derive(Debug)]
pub struct Opened {
    pub store: Store,
    pub trouble: Option<Trouble>,
}

/// What was wrong with the file that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It could not be read. It was moved to `kept`; the last backup took its place where there was one.
    Damaged { kept: PathBuf, restored: bool },
    /// A newer version of the app made it. It was moved to `kept` and is untouched.
    TooNew {
        kept: PathBuf,
        found: u32,
        known: u32,
    },
}

enum Refusal {
    Damaged,
    TooNew(u32),
    Other(StoreError),
}

impl Store {
    /// Opens the store in `folder`, making it where there is none and bringing an older one up to date.
    ///
    /// A file that is damaged, or from a newer version, is kept aside and never written to.
    /// `now` (Unix milliseconds) names the file kept aside.
    ///
    /// # Errors
    /// Where the folder cannot be written, the disk is full or the file is held by somebody else.
    pub fn open(folder: &Path, now: i64) -> Result<Opened, StoreError> {
        fs::create_dir_all(folder.join("handles"))?;
        let file = folder.join(FILE);
        let opened = if is_lost(folder, &file) {
            Err(Refusal::Damaged)
        } else {
            connect(&file)
        };
        let (connection, trouble) = match opened {
            Ok(connection) => (connection, None),
            Err(Refusal::Other(error)) => return Err(error),
            Err(refusal) => replace(folder, &file, refusal, now)?,
        };
        let store = Store {
            connection: Mutex::new(connection),
            handles: folder.join("handles"),
            folder: folder.to_path_buf(),
        };
        store.take_back_handles()?;
        store.fill_library()?;
        Ok(Opened { store, trouble })
    }

    /// Copies the store beside itself, so that a damaged one can be made good from it.
    pub fn back_up(&self) -> Result<(), StoreError> {
        let fresh = self.folder.join("roomreel.backup.new");
        remove(&fresh)?;
        let target = fresh.to_string_lossy().into_owned();
        self.db().execute("VACUUM INTO ?1", [target])?;
        fs::rename(fresh, self.folder.join(BACKUP))?;
        Ok(())
    }

    /// Recordings that ran and that the store has lost are put back from their handles.
    fn take_back_handles(&self) -> Result<(), StoreError> {
        for entry in fs::read_dir(&self.handles)?.flatten() {
            let path = entry.path();
            if path.extension().is_none_or(|ending| ending != "json") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            // A handle that cannot be read stays where it is; one that the store knows is older than its row.
            if let Ok(job) = serde_json::from_str::<Job>(&text)
                && !self.has_job(&job.recording.id)?
            {
                self.save_job(&job, &[])?;
            }
        }
        Ok(())
    }

    fn has_job(&self, id: &str) -> Result<bool, StoreError> {
        let query = "SELECT count(*) FROM recording WHERE id = ?1";
        let found: u32 = self.db().query_row(query, [id], |row| row.get(0))?;
        Ok(found > 0)
    }
}

/// The file is gone or empty, though there was a store here before.
fn is_lost(folder: &Path, file: &Path) -> bool {
    let empty = fs::metadata(file).map_or(true, |about| about.len() == 0);
    let handles = fs::read_dir(folder.join("handles"))
        .into_iter()
        .flatten()
        .flatten();
    empty && (folder.join(BACKUP).exists() || handles.count() > 0)
}

fn replace(
    folder: &Path,
    file: &Path,
    refusal: Refusal,
    now: i64,
) -> Result<(Connection, Option<Trouble>), StoreError> {
    let word = if matches!(refusal, Refusal::TooNew(_)) {
        "newer"
    } else {
        "damaged"
    };
    let kept = folder.join(format!("roomreel.{word}-{now}.sqlite"));
    if file.exists() {
        fs::rename(file, &kept)?;
    }
    for suffix in ["-wal", "-shm"] {
        let beside = folder.join(format!("{FILE}{suffix}"));
        if beside.exists() {
            fs::rename(
                beside,
                folder.join(format!("roomreel.{word}-{now}.sqlite{suffix}")),
            )?;
        }
    }
    let trouble = match refusal {
        Refusal::TooNew(found) => Trouble::TooNew {
            kept,
            found,
            known: MIGRATIONS.len() as u32,
        },
        _ => {
            let backup = folder.join(BACKUP);
            let restored = backup.exists() && connect(&backup).is_ok();
            if restored {
                fs::copy(&backup, file)?;
            }
            Trouble::Damaged { kept, restored }
        }
    };
    match connect(file) {
        Ok(connection) => Ok((connection, Some(trouble))),
        Err(Refusal::Other(error)) => Err(error),
        Err(_) => Err(std::io::Error::other("a new store could not be made").into()),
    }
}

fn connect(file: &Path) -> Result<Connection, Refusal> {
    prepare(file).map_err(|refusal| match refusal {
        Refusal::Other(StoreError::Sqlite(error)) if is_damage(&error) => Refusal::Damaged,
        other => other,
    })
}

fn prepare(file: &Path) -> Result<Connection, Refusal> {
    let mut connection = Connection::open(file).map_err(other)?;
    connection
        .busy_timeout(Duration::from_secs(5))
        .map_err(other)?;
    // FULL: an intent has to be on the disk before its call goes out, whatever happens to the power.
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )
        .map_err(other)?;
    let health: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(other)?;
    if health != "ok" {
        return Err(Refusal::Damaged);
    }
    let version: u32 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(other)?;
    if version as usize > MIGRATIONS.len() {
        return Err(Refusal::TooNew(version));
    }
    for (done, step) in MIGRATIONS.iter().enumerate().skip(version as usize) {
        let transaction = connection.transaction().map_err(other)?;
        transaction.execute_batch(step).map_err(other)?;
        transaction
            .pragma_update(None, "user_version", done as u32 + 1)
            .map_err(other)?;
        transaction.commit().map_err(other)?;
    }
    Ok(connection)
}

fn other(error: rusqlite::Error) -> Refusal {
    Refusal::Other(error.into())
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt)
    )
}

fn remove(file: &Path) -> Result<(), StoreError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
