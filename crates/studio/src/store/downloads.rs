//! Downloads: what they are made of. How far they are, the disk tells.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError};
use crate::downloads::Task;

impl Store {
    pub(crate) fn save_download(&self, task: &Task) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO download (id, created_at, task) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET task = ?3",
            params![
                task.download.id,
                task.download.created_at,
                serde_json::to_string(task)?
            ],
        )?;
        Ok(())
    }

    /// Newest first. One that this version cannot read is left out.
    pub(crate) fn downloads(&self) -> Result<Vec<Task>, StoreError> {
        let db = self.db();
        let mut statement =
            db.prepare_cached("SELECT task FROM download ORDER BY created_at DESC, id DESC")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut tasks = Vec::new();
        for row in rows {
            tasks.extend(serde_json::from_str::<Task>(&row?).ok());
        }
        Ok(tasks)
    }

    pub(crate) fn download(&self, id: &str) -> Result<Option<Task>, StoreError> {
        let text: Option<String> = self
            .db()
            .query_row("SELECT task FROM download WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .optional()?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }

    pub(crate) fn delete_download(&self, id: &str) -> Result<(), StoreError> {
        self.db()
            .execute("DELETE FROM download WHERE id = ?1", [id])?;
        Ok(())
    }
}
