//! A person's own layouts and the steps that can be taken back in them.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError};
use crate::types::Layout;

impl Store {
    /// A person's own layouts, the oldest first.
    pub fn layouts(&self) -> Result<Vec<Layout>, StoreError> {
        let db = self.db();
        let mut statement =
            db.prepare_cached("SELECT layout FROM layout ORDER BY created_at, id")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut layouts = Vec::new();
        for row in rows {
            layouts.push(serde_json::from_str(&row?)?);
        }
        Ok(layouts)
    }

    /// One of them.
    pub fn layout(&self, id: &str) -> Result<Option<Layout>, StoreError> {
        let text: Option<String> = self
            .db()
            .query_row("SELECT layout FROM layout WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .optional()?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }

    /// Keeps a layout; one that is there already stays in its place.
    pub fn save_layout(&self, layout: &Layout, now: i64) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO layout (id, created_at, layout) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET layout = ?3",
            params![layout.id, now, serde_json::to_string(layout)?],
        )?;
        Ok(())
    }

    pub fn delete_layout(&self, id: &str) -> Result<(), StoreError> {
        self.db()
            .execute("DELETE FROM layout WHERE id = ?1", [id])?;
        Ok(())
    }

    /// The steps that can be taken back, in the page's own form.
    pub fn layout_history(&self, id: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .db()
            .query_row(
                "SELECT history FROM layout_history WHERE layout_id = ?1",
                [id],
                |row| row.get(0),
            )
            .optional()?)
    }

    pub fn save_layout_history(&self, id: &str, history: &str) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO layout_history (layout_id, history) VALUES (?1, ?2)
             ON CONFLICT (layout_id) DO UPDATE SET history = ?2",
            params![id, history],
        )?;
        Ok(())
    }

    /// Drops the histories of layouts that were deleted.
    pub fn drop_lost_histories(&self) -> Result<(), StoreError> {
        self.db().execute(
            "DELETE FROM layout_history WHERE layout_id NOT IN (SELECT id FROM layout)",
            [],
        )?;
        Ok(())
    }
}
