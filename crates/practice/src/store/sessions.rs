use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Store;
use crate::Error;
use crate::session::{Mishaps, Plan, Progress, Session, Wish};
use crate::story::Change;

impl Store {
    pub(crate) fn add_session(&self, session: &Session) -> Result<(), Error> {
        self.0.execute(
            "INSERT INTO sessions (sid, resource_id, cname, uid, mode, started_ms, expires_ms,
                 wish, first_media_ms, last_media_ms, exit_ms, exit, mishaps)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            params![
                session.sid,
                session.resource_id,
                session.cname,
                session.uid,
                session.mode,
                session.started_ms,
                session.expires_ms,
                to_text(&session.wish)?,
                session.plan.media.map(|(first, _)| first),
                session.plan.media.map(|(_, last)| last),
                session.plan.exit_ms,
                to_text(&session.plan.exit)?,
                to_text(&session.mishaps)?,
            ],
        )?;
        Ok(())
    }

    pub(crate) fn session(&self, sid: &str) -> Result<Option<Session>, Error> {
        let sql = "SELECT * FROM sessions WHERE sid = ?1";
        Ok(self.0.query_row(sql, [sid], read).optional()?)
    }

    pub(crate) fn session_of_resource(&self, resource: &str) -> Result<Option<Session>, Error> {
        let sql = "SELECT * FROM sessions WHERE resource_id = ?1";
        Ok(self.0.query_row(sql, [resource], read).optional()?)
    }

    /// All recordings that are kept, oldest first.
    pub(crate) fn sessions(&self) -> Result<Vec<Session>, Error> {
        let mut query = self
            .0
            .prepare("SELECT * FROM sessions ORDER BY started_ms, rowid")?;
        let rows = query.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Recordings whose files are not finished: those that run and those left behind by a restart.
    pub(crate) fn unfinished(&self) -> Result<Vec<Session>, Error> {
        let mut query = self
            .0
            .prepare("SELECT * FROM sessions WHERE NOT finished")?;
        let rows = query.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Recordings that have not ended at `now`, by the row alone.
    pub(crate) fn not_ended(&self, now: i64) -> Result<Vec<Session>, Error> {
        let mut query = self.0.prepare(
            "SELECT * FROM sessions WHERE min(coalesce(stopped_ms, exit_ms), exit_ms) > ?1",
        )?;
        let rows = query.query_map([now], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Recordings of this channel by this recorder, newest first.
    pub(crate) fn of_recorder(&self, cname: &str, uid: &str) -> Result<Vec<Session>, Error> {
        let mut query = self.0.prepare(
            "SELECT * FROM sessions WHERE cname = ?1 AND uid = ?2 ORDER BY started_ms DESC",
        )?;
        let rows = query.query_map([cname, uid], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn set_stopped(&self, sid: &str, at_ms: i64) -> Result<(), Error> {
        let sql = "UPDATE sessions SET stopped_ms = ?2 WHERE sid = ?1";
        self.0.execute(sql, params![sid, at_ms])?;
        Ok(())
    }

    pub(crate) fn set_progress(&self, sid: &str, progress: &Progress) -> Result<(), Error> {
        self.0.execute(
            "UPDATE sessions SET pieces = ?2, mp4s = ?3, counters = ?4, finished = ?5
             WHERE sid = ?1",
            params![
                sid,
                progress.pieces,
                progress.mp4s,
                progress.counters,
                progress.finished
            ],
        )?;
        Ok(())
    }

    /// What was asked of a recording, oldest first.
    pub(crate) fn changes(&self, sid: &str) -> Result<Vec<Change>, Error> {
        let mut query = self.0.prepare(
            "SELECT at_ms, call, client_request FROM changes WHERE sid = ?1 ORDER BY rowid",
        )?;
        let rows = query.query_map([sid], |row| {
            Ok(Change {
                at_ms: row.get("at_ms")?,
                call: row.get("call")?,
                client_request: from_text(row, "client_request")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Another push target, after an update.
    pub(crate) fn set_wish(&self, sid: &str, wish: &Wish) -> Result<(), Error> {
        let sql = "UPDATE sessions SET wish = ?2 WHERE sid = ?1";
        self.0.execute(sql, params![sid, to_text(wish)?])?;
        Ok(())
    }

    /// What faults have done to it by now.
    pub(crate) fn set_mishaps(&self, sid: &str, mishaps: &Mishaps) -> Result<(), Error> {
        let sql = "UPDATE sessions SET mishaps = ?2 WHERE sid = ?1";
        self.0.execute(sql, params![sid, to_text(mishaps)?])?;
        Ok(())
    }

    /// Another fate, after an update.
    pub(crate) fn set_media(&self, sid: &str, media: Option<(i64, i64)>) -> Result<(), Error> {
        self.0.execute(
            "UPDATE sessions SET first_media_ms = ?2, last_media_ms = ?3 WHERE sid = ?1",
            params![sid, media.map(|it| it.0), media.map(|it| it.1)],
        )?;
        Ok(())
    }

    /// Notes what a call asked for. `client_request` must be without secrets.
    pub(crate) fn add_change(
        &self,
        sid: &str,
        at_ms: i64,
        call: &str,
        client_request: &serde_json::Value,
    ) -> Result<(), Error> {
        self.0.execute(
            "INSERT INTO changes (sid, at_ms, call, client_request) VALUES (?1, ?2, ?3, ?4)",
            params![sid, at_ms, call, client_request.to_string()],
        )?;
        Ok(())
    }
}

fn to_text<T: Serialize>(value: &T) -> Result<String, Error> {
    let text = serde_json::to_string(value);
    text.map_err(|cause| rusqlite::Error::ToSqlConversionFailure(cause.into()).into())
}

fn from_text<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text)
        .map_err(|cause| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, cause.into()))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Session> {
    let first: Option<i64> = row.get("first_media_ms")?;
    let last: Option<i64> = row.get("last_media_ms")?;
    Ok(Session {
        sid: row.get("sid")?,
        resource_id: row.get("resource_id")?,
        cname: row.get("cname")?,
        uid: row.get("uid")?,
        mode: row.get("mode")?,
        started_ms: row.get("started_ms")?,
        expires_ms: row.get("expires_ms")?,
        wish: from_text(row, "wish")?,
        plan: Plan {
            media: first.zip(last),
            exit_ms: row.get("exit_ms")?,
            exit: from_text(row, "exit")?,
        },
        stopped_ms: row.get("stopped_ms")?,
        progress: Progress {
            pieces: row.get("pieces")?,
            mp4s: row.get("mp4s")?,
            counters: row.get("counters")?,
            finished: row.get("finished")?,
        },
        mishaps: from_text(row, "mishaps")?,
    })
}
