use rusqlite::{OptionalExtension, Row, params};

use super::Store;
use crate::Error;
use crate::session::Resource;

impl Store {
    pub(crate) fn add_resource(&self, resource: &Resource) -> Result<(), Error> {
        self.0.execute(
            "INSERT INTO resources (id, cname, uid, scene, acquired_ms, expired_hour, promise)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                resource.id,
                resource.cname,
                resource.uid,
                resource.scene,
                resource.acquired_ms,
                resource.expired_hour,
                resource.promise,
            ],
        )?;
        Ok(())
    }

    /// Resources that no recording has used, oldest first.
    pub(crate) fn unused_resources(&self) -> Result<Vec<Resource>, Error> {
        let mut query = self.0.prepare(
            "SELECT * FROM resources WHERE id NOT IN (SELECT resource_id FROM sessions)
             ORDER BY acquired_ms, rowid",
        )?;
        let rows = query.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn resource(&self, id: &str) -> Result<Option<Resource>, Error> {
        let sql = "SELECT * FROM resources WHERE id = ?1";
        Ok(self.0.query_row(sql, [id], read).optional()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Resource> {
    Ok(Resource {
        id: row.get("id")?,
        cname: row.get("cname")?,
        uid: row.get("uid")?,
        scene: row.get("scene")?,
        acquired_ms: row.get("acquired_ms")?,
        expired_hour: row.get("expired_hour")?,
        promise: row.get("promise")?,
    })
}
