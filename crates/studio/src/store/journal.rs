//! Recordings, their story and the calls made for them.

use std::fs;
use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError};
use crate::recorder::Job;
use crate::types::{CallRecord, TimelineEntry};

/// Recordings of the store.
#[derive(Debug, Default)]
pub struct Found {
    pub jobs: Vec<Job>,
    /// How many more there are that this version cannot read.
    pub unreadable: u32,
}

impl Store {
    /// Writes a recording as it is now, with what is new in its story: both or neither.
    /// On return they are on the disk.
    pub fn save_job(&self, job: &Job, news: &[TimelineEntry]) -> Result<(), StoreError> {
        let running = !job.recording.state.is_final();
        let text = serde_json::to_string(job)?;
        let mut db = self.db();
        let transaction = db.transaction()?;
        put_job(&transaction, job, running, &text)?;
        for entry in news {
            transaction.execute(
                "INSERT INTO timeline (recording_id, at, entry) VALUES (?1, ?2, ?3)",
                params![job.recording.id, entry.at, serde_json::to_string(entry)?],
            )?;
        }
        transaction.commit()?;
        drop(db);
        // The row is on the disk; the handle beside it is a second safety and no condition.
        if let Err(error) = self.keep_handle(job, running, &text) {
            tracing::warn!(%error, "a recording's handle could not be written");
        }
        Ok(())
    }

    /// All recordings that are not final, oldest first.
    pub fn running_jobs(&self) -> Result<Found, StoreError> {
        self.jobs("SELECT job FROM recording WHERE running = 1 ORDER BY created_at")
    }

    /// All recordings that are not final, and the newest `most` of all, newest first.
    pub fn recent_jobs(&self, most: u32) -> Result<Found, StoreError> {
        self.jobs(&format!(
            "SELECT job FROM recording WHERE running = 1
                OR id IN (SELECT id FROM recording ORDER BY created_at DESC LIMIT {most})
             ORDER BY created_at DESC"
        ))
    }

    /// One recording.
    pub fn job(&self, id: &str) -> Result<Option<Job>, StoreError> {
        let text: Option<String> = self
            .db()
            .query_row("SELECT job FROM recording WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .optional()?;
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }

    /// A row that this version cannot read is left as it is: it must not hide the others.
    fn jobs(&self, query: &str) -> Result<Found, StoreError> {
        let db = self.db();
        let mut statement = db.prepare_cached(query)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut found = Found::default();
        for row in rows {
            match serde_json::from_str(&row?) {
                Ok(job) => found.jobs.push(job),
                Err(error) => {
                    tracing::error!(%error, "a recording cannot be read");
                    found.unreadable += 1;
                }
            }
        }
        Ok(found)
    }

    fn keep_handle(&self, job: &Job, running: bool, text: &str) -> Result<(), StoreError> {
        let file: PathBuf = self.handles.join(format!("{}.json", job.recording.id));
        if running {
            let fresh = file.with_extension("new");
            fs::write(&fresh, text)?;
            fs::rename(fresh, file)?;
        } else if let Err(error) = fs::remove_file(file)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            return Err(error.into());
        }
        Ok(())
    }

    /// A recording's story, oldest first.
    pub fn timeline(&self, recording: &str) -> Result<Vec<TimelineEntry>, StoreError> {
        let db = self.db();
        let mut statement = db.prepare_cached(
            "SELECT entry FROM timeline WHERE recording_id = ?1 ORDER BY at, rowid",
        )?;
        let rows = statement.query_map([recording], |row| row.get::<_, String>(0))?;
        let mut entries = Vec::new();
        for row in rows {
            entries.push(serde_json::from_str(&row?)?);
        }
        Ok(entries)
    }

    /// The last `most` calls made for a recording, newest first.
    pub fn calls(&self, recording: &str, most: u32) -> Result<Vec<CallRecord>, StoreError> {
        let db = self.db();
        let mut statement = db.prepare_cached(
            "SELECT id, call, sent_at, answered_at, request, status,
                coalesce(answer, failure ->> '$.message')
             FROM call WHERE recording_id = ?1 ORDER BY id DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![recording, most], |row| {
            Ok(CallRecord {
                id: row.get(0)?,
                call: row.get(1)?,
                sent_at: row.get(2)?,
                answered_at: row.get(3)?,
                request: row.get(4)?,
                status: row.get(5)?,
                answer: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn put_job(db: &Connection, job: &Job, running: bool, text: &str) -> Result<(), StoreError> {
    let recording = &job.recording;
    let state = serde_json::to_value(recording.state)?;
    db.execute(
        "INSERT INTO recording (id, account_id, channel, recorder_id, state, resource_id, sid, prefix,
            planned_end, idle_seconds, created_at, running, job)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (id) DO UPDATE SET state = ?5, resource_id = ?6, sid = ?7, planned_end = ?9,
            running = ?12, job = ?13",
        params![
            recording.id,
            recording.account_id,
            recording.channel,
            recording.recorder_id,
            state.as_str(),
            recording.resource_id,
            recording.sid,
            recording.prefix,
            recording.planned_end,
            recording.setup.stop.idle_seconds,
            recording.created_at,
            running,
            text,
        ],
    )?;
    super::library::put(db, recording)
}
