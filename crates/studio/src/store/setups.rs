//! Set-ups that were kept under a name. Their ids of accounts, storages and layouts may belong to what is gone.

use rusqlite::params;

use super::{Store, StoreError};
use crate::types::SavedSetup;

impl Store {
    /// All of them, the newest first. One that this version cannot read is passed over.
    pub fn setups(&self) -> Result<Vec<SavedSetup>, StoreError> {
        let db = self.db();
        let mut statement =
            db.prepare_cached("SELECT saved FROM saved_setup ORDER BY created_at DESC, id DESC")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut setups = Vec::new();
        for row in rows {
            match serde_json::from_str(&row?) {
                Ok(saved) => setups.push(saved),
                Err(error) => tracing::error!(%error, "a set-up cannot be read"),
            }
        }
        Ok(setups)
    }

    pub fn save_setup(&self, saved: &SavedSetup) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO saved_setup (id, created_at, saved) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET created_at = ?2, saved = ?3",
            params![saved.id, saved.created_at, serde_json::to_string(saved)?],
        )?;
        Ok(())
    }

    pub fn delete_setup(&self, id: &str) -> Result<(), StoreError> {
        self.db()
            .execute("DELETE FROM saved_setup WHERE id = ?1", [id])?;
        Ok(())
    }
}
