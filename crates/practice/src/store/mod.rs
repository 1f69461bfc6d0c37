//! What outlives a restart: resources, recordings, when channels began, and what was asked of a
//! running recording. SQLite in one file, written before a call is answered.

mod channels;
mod resources;
mod sessions;
mod tracks;

use std::path::Path;

use rusqlite::Connection;

use crate::Error;

/// Each entry brings the format from its place in the list to the next; `user_version` says how
/// many have been applied. Entries are only ever added.
const MIGRATIONS: [&str; 3] = [
    include_str!("1.sql"),
    include_str!("2.sql"),
    include_str!("3.sql"),
];

/// The file's name in the data folder.
const NAME: &str = "practice.sqlite";

/// Rows of things that nothing can ask about any more are kept for a day, for whoever looks.
const KEEP_MS: i64 = 24 * 60 * 60 * 1000;

/// The open store.
pub(crate) struct Store(Connection);

impl Store {
    /// Opens or makes `practice.sqlite` in `folder`.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        let mut connection = Connection::open(folder.join(NAME))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        migrate(&mut connection)?;
        Ok(Self(connection))
    }

    /// Removes what ended long before `now` (Unix milliseconds).
    pub(crate) fn forget(&self, now: i64) -> Result<(), Error> {
        let before = now - KEEP_MS;
        self.0.execute(
            "DELETE FROM sessions WHERE finished AND min(coalesce(stopped_ms, exit_ms), exit_ms) < ?1",
            [before],
        )?;
        self.0.execute(
            "DELETE FROM resources WHERE acquired_ms < ?1
             AND id NOT IN (SELECT resource_id FROM sessions)",
            [before],
        )?;
        Ok(())
    }
}

/// The latest moment (Unix milliseconds) that the store in `data` knows of; nothing where there is
/// none yet. A clock that shows less would take its recordings back to before they began, so one
/// that does not run like the machine's should begin here at the earliest.
///
/// # Errors
///
/// The store is there and cannot be read.
pub fn latest_ms(data: &Path) -> Result<Option<i64>, Error> {
    if !data.join(NAME).exists() {
        return Ok(None);
    }
    let mut connection = Connection::open(data.join(NAME))?;
    migrate(&mut connection)?;
    let sql = "SELECT max(at) FROM (
        SELECT max(acquired_ms) AS at FROM resources UNION ALL
        SELECT max(max(started_ms, coalesce(stopped_ms, 0))) FROM sessions UNION ALL
        SELECT max(at_ms) FROM changes UNION ALL
        SELECT max(began_ms) FROM channels)";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let applied = usize::try_from(version).unwrap_or(usize::MAX);
    if applied > MIGRATIONS.len() {
        return Err(Error::newer(version));
    }
    let change = connection.transaction()?;
    for step in &MIGRATIONS[applied..] {
        change.execute_batch(step)?;
    }
    let now_at = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    change.pragma_update(None, "user_version", now_at)?;
    change.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_latest_moment_is_that_of_whatever_came_last() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(latest_ms(folder.path()).unwrap(), None, "there is no store");
        let store = Store::open(folder.path()).unwrap();
        assert_eq!(latest_ms(folder.path()).unwrap(), None, "nothing is in it");
        store.begin("room", 5_000).unwrap();
        store.begin("other", 4_000).unwrap();
        assert_eq!(
            latest_ms(folder.path()).unwrap(),
            Some(5_000),
            "the later meeting"
        );
    }

    #[test]
    fn a_store_of_a_newer_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        drop(Store::open(folder.path()).unwrap());
        let path = folder.path().join("practice.sqlite");
        Connection::open(&path)
            .unwrap()
            .pragma_update(None, "user_version", 99)
            .unwrap();
        let refused = Store::open(folder.path()).err().unwrap().to_string();
        assert!(refused.contains("newer version"), "said instead: {refused}");
    }
}
