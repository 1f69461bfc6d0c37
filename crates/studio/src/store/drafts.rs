//! Drafts of the console, and which secrets the keychain has for them.

use rusqlite::params;

use super::{Store, StoreError};
use crate::types::ConsoleDraft;

impl Store {
    /// All drafts, the last changed first. One that this version cannot read is passed over.
    pub fn drafts(&self) -> Result<Vec<ConsoleDraft>, StoreError> {
        let db = self.db();
        let mut statement =
            db.prepare_cached("SELECT draft FROM console_draft ORDER BY updated_at DESC, id DESC")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut drafts = Vec::new();
        for row in rows {
            match serde_json::from_str(&row?) {
                Ok(draft) => drafts.push(draft),
                Err(error) => tracing::error!(%error, "a draft cannot be read"),
            }
        }
        Ok(drafts)
    }

    pub fn save_draft(&self, draft: &ConsoleDraft) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO console_draft (id, updated_at, draft) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET updated_at = ?2, draft = ?3",
            params![draft.id, draft.updated_at, serde_json::to_string(draft)?],
        )?;
        Ok(())
    }

    pub fn delete_draft(&self, id: &str) -> Result<(), StoreError> {
        self.db()
            .execute("DELETE FROM console_draft WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Notes that the keychain is given a secret for the console; no draft names it yet.
    pub fn note_kept(&self, id: &str, now: i64) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO console_kept (id, unused_since) VALUES (?1, ?2)",
            params![id, now],
        )?;
        Ok(())
    }

    /// Secrets that the keychain has, and since when no draft names them.
    pub fn kept(&self) -> Result<Vec<(String, Option<i64>)>, StoreError> {
        let db = self.db();
        let mut statement =
            db.prepare_cached("SELECT id, unused_since FROM console_kept ORDER BY id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// `None` where a draft names the secret.
    pub fn set_unused(&self, id: &str, since: Option<i64>) -> Result<(), StoreError> {
        self.db().execute(
            "UPDATE console_kept SET unused_since = ?2 WHERE id = ?1",
            params![id, since],
        )?;
        Ok(())
    }

    /// The keychain does not have it any more.
    pub fn forget_kept(&self, id: &str) -> Result<(), StoreError> {
        self.db()
            .execute("DELETE FROM console_kept WHERE id = ?1", [id])?;
        Ok(())
    }
}
