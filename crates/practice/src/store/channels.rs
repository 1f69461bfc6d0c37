use rusqlite::{OptionalExtension, params};

use super::Store;
use crate::Error;

impl Store {
    /// When this channel's meeting began, if it ever did.
    pub(crate) fn began(&self, cname: &str) -> Result<Option<i64>, Error> {
        let sql = "SELECT began_ms FROM channels WHERE cname = ?1";
        Ok(self
            .0
            .query_row(sql, [cname], |row| row.get(0))
            .optional()?)
    }

    /// Every channel that was ever asked about or recorded, and when its present meeting began.
    pub(crate) fn channels(&self) -> Result<Vec<(String, i64)>, Error> {
        let mut query = self
            .0
            .prepare("SELECT cname, began_ms FROM channels ORDER BY cname")?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Notes that a meeting begins.
    pub(crate) fn begin(&self, cname: &str, began_ms: i64) -> Result<(), Error> {
        self.0.execute(
            "INSERT INTO channels (cname, began_ms) VALUES (?1, ?2)
             ON CONFLICT (cname) DO UPDATE SET began_ms = excluded.began_ms",
            params![cname, began_ms],
        )?;
        Ok(())
    }
}
