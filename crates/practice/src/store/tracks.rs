use rusqlite::params;

use super::Store;
use crate::Error;
use crate::session::{Kind, Made};

impl Store {
    /// The tracks of a recording that have begun, by person.
    pub(crate) fn tracks(&self, sid: &str) -> Result<Vec<Made>, Error> {
        let mut query = self
            .0
            .prepare("SELECT * FROM tracks WHERE sid = ?1 ORDER BY uid, kind")?;
        let rows = query.query_map([sid], |row| {
            let kind: String = row.get("kind")?;
            Ok(Made {
                uid: row.get("uid")?,
                kind: Kind::named(&kind),
                made: row.get("made")?,
                pictures: row.get("pictures")?,
                counters: row.get("counters")?,
                first_ms: row.get("first_ms")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn set_track(&self, sid: &str, track: &Made) -> Result<(), Error> {
        self.0.execute(
            "INSERT INTO tracks (sid, uid, kind, made, pictures, counters, first_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (sid, uid, kind) DO UPDATE SET
                 made = excluded.made, pictures = excluded.pictures, counters = excluded.counters",
            params![
                sid,
                track.uid,
                track.kind.word(),
                track.made,
                track.pictures,
                track.counters,
                track.first_ms
            ],
        )?;
        Ok(())
    }
}
