//! The history of calls: of the console and of the recorder, in one table.

use std::str::FromStr;

use cloud_recording::{Call, Mode, Target};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, params, params_from_iter};

use super::{Store, StoreError, open};
use crate::types::{
    CallEntry, CallOrigin, CallPage, CallQuery, CallSummary, ConsoleCall, Failure, FailureCode,
    Header,
};

/// So many queries of a recording are kept; older ones say nothing new.
const QUERIES_KEPT: u32 = 200;
/// What a row takes beside its texts, in bytes.
const ROW: usize = 400;
/// So many words of a search are looked for, each of at most so many characters.
const WORDS: (usize, usize) = (12, 200);

/// A call that is about to be made; its secrets are taken out.
#[derive(Debug)]
pub struct NewCall<'a> {
    pub origin: CallOrigin,
    pub recording_id: Option<&'a str>,
    /// The call with its body, `null` for none, and the channel that it is about, also where a body names it.
    pub sent: &'a ConsoleCall,
    pub recorder_id: &'a str,
    pub method: &'a str,
    pub address: &'a str,
}

/// What came back; its secrets are taken out.
#[derive(Debug, Default)]
pub struct CallEnd<'a> {
    /// Where it was asked after all, if that can be another host.
    pub address: Option<&'a str>,
    pub headers: &'a [Header],
    pub status: Option<u16>,
    pub answer: Option<&'a str>,
    pub failure: Option<&'a Failure>,
    /// Milliseconds; without it the time between the two writes counts.
    pub elapsed: Option<u32>,
}

impl Store {
    /// Writes that a call is about to be made. On return it is on the disk. Gives the call's number.
    pub fn begin_call(&self, new: &NewCall<'_>, now: i64) -> Result<i64, StoreError> {
        let sent = new.sent;
        let request = if sent.body.is_null() {
            String::new()
        } else {
            sent.body.to_string()
        };
        let account = (!sent.account_id.is_empty()).then_some(&sent.account_id);
        let size = ROW + request.len() + new.address.len();
        let db = self.db();
        db.prepare_cached(
            "INSERT INTO call (size, origin, account_id, recording_id, call, mode, resource_id, sid, channel,
                recorder_id, hosts_only, method, address, sent_at, headers, request)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, '[]', ?15)",
        )?
        .execute(params![
            size as i64,
            origin_word(new.origin),
            account,
            new.recording_id,
            sent.call.as_str(),
            sent.mode.as_str(),
            sent.resource_id,
            sent.sid,
            sent.channel,
            new.recorder_id,
            sent.hosts_only,
            new.method,
            new.address,
            now,
            request,
        ])?;
        let id = db.last_insert_rowid();
        if sent.call == Call::Query && new.recording_id.is_some() {
            db.execute(
                "DELETE FROM call WHERE recording_id = ?1 AND call = 'query' AND id <= (
                    SELECT id FROM call WHERE recording_id = ?1 AND call = 'query'
                    ORDER BY id DESC LIMIT 1 OFFSET ?2)",
                params![new.recording_id, QUERIES_KEPT],
            )?;
        }
        Ok(id)
    }

    /// Writes what came back.
    pub fn end_call(&self, id: i64, end: &CallEnd<'_>, now: i64) -> Result<(), StoreError> {
        let headers = serde_json::to_string(end.headers)?;
        // The answer stands beside it; twice would be twice as long.
        let failure = end.failure.map(|failure| Failure {
            details: None,
            ..failure.clone()
        });
        let code = end.failure.and_then(|failure| failure.service_code);
        let failure = failure.map(|it| serde_json::to_string(&it)).transpose()?;
        let grown = headers.len()
            + end.answer.map_or(0, str::len)
            + failure.as_ref().map_or(0, String::len);
        self.db()
            .prepare_cached(
                "UPDATE call SET size = size + ?2, answered_at = ?3, headers = ?4, status = ?5, code = ?6,
                    answer = ?7, failure = ?8, address = coalesce(?9, address),
                    elapsed = iif(?5 IS NULL, NULL, coalesce(?10, ?3 - sent_at))
                 WHERE id = ?1",
            )?
            .execute(params![
                id,
                grown as i64,
                now,
                headers,
                end.status,
                code,
                end.answer,
                failure,
                end.address,
                end.elapsed,
            ])?;
        Ok(())
    }

    /// Says of the calls whose answers an earlier run did not see that none came.
    pub fn end_lost_calls(&self) -> Result<(), StoreError> {
        let failure = Failure::new(
            FailureCode::Timeout,
            "Roomreel was closed before the answer came",
        );
        self.db().execute(
            "UPDATE call SET failure = ?1 WHERE answered_at IS NULL AND failure IS NULL",
            [serde_json::to_string(&failure)?],
        )?;
        Ok(())
    }

    /// One call of the history.
    pub fn call(&self, id: i64) -> Result<Option<CallEntry>, StoreError> {
        let db = self.db();
        let mut statement = db.prepare_cached(&format!(
            "SELECT {SUMMARY}, method, address, resource_id, sid, hosts_only, request, headers, answer, failure
             FROM call WHERE id = ?1"
        ))?;
        let row = statement
            .query_row([id], |row| {
                Ok((summary(row)?, Texts::read(row)?, row.get(13)?, row.get(14)?))
            })
            .optional()?;
        let Some((Some(summary), texts, method, address)) = row else {
            return Ok(None);
        };
        Ok(Some(texts.entry(summary, method, address)?))
    }

    /// A row of the history as a list shows it.
    pub fn call_summary(&self, id: i64) -> Result<Option<CallSummary>, StoreError> {
        let db = self.db();
        let mut statement =
            db.prepare_cached(&format!("SELECT {SUMMARY} FROM call WHERE id = ?1"))?;
        Ok(statement.query_row([id], summary).optional()?.flatten())
    }

    /// A part of the history, newest first. Reads through a connection of its own, since a search through
    /// hundreds of megabytes must not keep a recording's intents from the disk.
    pub fn find_calls(&self, query: &CallQuery) -> Result<CallPage, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(self.folder.join(open::FILE), flags)?;
        let (kept, bytes) = total(&db)?;
        let (wanted, values) = conditions(query);
        let most = query.most.clamp(1, 200) as usize;
        let mut statement = db.prepare(&format!(
            "SELECT {SUMMARY} FROM call WHERE {wanted} ORDER BY id DESC LIMIT {}",
            most + 1
        ))?;
        let rows = statement.query_map(params_from_iter(values), summary)?;
        let mut calls: Vec<CallSummary> = Vec::new();
        for row in rows {
            calls.extend(row?);
        }
        let more = calls.len() > most;
        calls.truncate(most);
        Ok(CallPage {
            calls,
            more,
            kept,
            bytes,
        })
    }

    /// The body of the acquire that gave the resource of a start.
    pub fn acquire_of(&self, start: i64) -> Result<Option<String>, StoreError> {
        self.body(
            "SELECT request FROM call WHERE call = 'acquire' AND id < ?1 AND json_valid(answer)
                AND answer ->> '$.resourceId' = (SELECT resource_id FROM call WHERE id = ?1 AND resource_id <> '')
             ORDER BY id DESC LIMIT 1",
            start,
        )
    }

    /// The body of the last start of the resource that an acquire gave.
    pub fn start_of(&self, acquire: i64) -> Result<Option<String>, StoreError> {
        self.body(
            "SELECT request FROM call WHERE call = 'start' AND id > ?1 AND resource_id =
                (SELECT answer ->> '$.resourceId' FROM call WHERE id = ?1 AND json_valid(answer))
             ORDER BY id DESC LIMIT 1",
            acquire,
        )
    }

    fn body(&self, query: &str, id: i64) -> Result<Option<String>, StoreError> {
        let db = self.db();
        let mut statement = db.prepare_cached(query)?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?)
    }

    /// Removes the oldest calls until the history takes at most `limit` bytes. Calls of recordings that
    /// still run stay. Gives how many bytes went.
    pub fn trim_calls(&self, limit: u64) -> Result<u64, StoreError> {
        let db = self.db();
        let before = total(&db)?.1;
        if before <= limit {
            return Ok(0);
        }
        // Only what goes is read: this is looked at after every call.
        let surplus = before - limit;
        let (mut found, mut last) = (0, None);
        {
            let mut oldest = db.prepare_cached(&format!(
                "SELECT id, size FROM call WHERE {REMOVABLE} ORDER BY id"
            ))?;
            let mut rows = oldest.query([])?;
            while found < surplus
                && let Some(row) = rows.next()?
            {
                last = Some(row.get::<_, i64>(0)?);
                found += row.get::<_, i64>(1)?.unsigned_abs();
            }
        }
        db.execute(
            &format!("DELETE FROM call WHERE id <= ?1 AND {REMOVABLE}"),
            [last],
        )?;
        Ok(before - total(&db)?.1)
    }

    /// Removes all calls but those of recordings that still run, and gives their room back to the disk.
    pub fn clear_calls(&self) -> Result<(), StoreError> {
        self.db()
            .execute(&format!("DELETE FROM call WHERE {REMOVABLE}"), [])?;
        self.give_back_room()
    }

    /// Makes the file as small as what is in it.
    pub fn give_back_room(&self) -> Result<(), StoreError> {
        self.db().execute_batch("VACUUM")?;
        Ok(())
    }
}

/// Calls that no recording's details need any more.
const REMOVABLE: &str = "(recording_id IS NULL
    OR recording_id NOT IN (SELECT id FROM recording WHERE running = 1))";

/// The columns of a [`CallSummary`], in the order in which [`summary`] reads them.
const SUMMARY: &str =
    "id, origin, account_id, recording_id, call, mode, channel, recorder_id, sent_at,
    elapsed, status, code, size";

/// `None` for a row of a call that this version does not know.
fn summary(row: &Row<'_>) -> rusqlite::Result<Option<CallSummary>> {
    let (origin, call): (String, String) = (row.get(1)?, row.get(4)?);
    let Ok(call) = Call::from_str(&call) else {
        return Ok(None);
    };
    let mode: Option<String> = row.get(5)?;
    Ok(Some(CallSummary {
        id: row.get(0)?,
        origin: if origin == "console" {
            CallOrigin::Console
        } else {
            CallOrigin::Recorder
        },
        account_id: row.get(2)?,
        recording_id: row.get(3)?,
        call,
        mode: mode.and_then(|mode| Mode::from_str(&mode).ok()),
        channel: row.get(6)?,
        recorder_id: row.get(7)?,
        sent_at: row.get(8)?,
        elapsed: row
            .get::<_, Option<i64>>(9)?
            .map(|it| u32::try_from(it.max(0)).unwrap_or(u32::MAX)),
        status: row.get(10)?,
        code: row.get(11)?,
    }))
}

fn origin_word(origin: CallOrigin) -> &'static str {
    match origin {
        CallOrigin::Console => "console",
        CallOrigin::Recorder => "recorder",
    }
}

fn total(db: &Connection) -> Result<(u64, u64), StoreError> {
    Ok(
        db.query_row("SELECT calls, bytes FROM call_total", [], |row| {
            Ok((
                row.get::<_, i64>(0)?.unsigned_abs(),
                row.get::<_, i64>(1)?.unsigned_abs(),
            ))
        })?,
    )
}

/// What a row must be like, and the values for it.
fn conditions(query: &CallQuery) -> (String, Vec<rusqlite::types::Value>) {
    let mut wanted = vec!["1".to_owned()];
    let mut values: Vec<rusqlite::types::Value> = Vec::new();
    let mut next = |condition: &str, value: rusqlite::types::Value| {
        values.push(value);
        wanted.push(condition.replace('?', &format!("?{}", values.len())));
    };
    if let Some(origin) = query.origin {
        next("origin = ?", origin_word(origin).to_owned().into());
    }
    if let Some(call) = query.call {
        next("call = ?", call.as_str().to_owned().into());
    }
    if let Some(before) = query.before {
        next("id < ?", before.into());
    }
    for word in query.search.split_whitespace().take(WORDS.0) {
        let mut pattern = String::from("%");
        for sign in word.chars().take(WORDS.1) {
            if matches!(sign, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(sign);
        }
        pattern.push('%');
        let columns = [
            "channel",
            "recorder_id",
            "resource_id",
            "sid",
            "call",
            "mode",
            "status",
            "code",
            "address",
            "recording_id",
            "request",
            "answer",
        ];
        let each = columns.map(|column| format!("{column} LIKE ? ESCAPE '\\'"));
        next(&format!("({})", each.join(" OR ")), pattern.into());
    }
    (wanted.join(" AND "), values)
}

/// The rest of a row.
struct Texts {
    resource_id: String,
    sid: String,
    hosts_only: bool,
    request: String,
    headers: String,
    answer: Option<String>,
    failure: Option<String>,
}

impl Texts {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            resource_id: row.get(15)?,
            sid: row.get(16)?,
            hosts_only: row.get(17)?,
            request: row.get(18)?,
            headers: row.get(19)?,
            answer: row.get(20)?,
            failure: row.get(21)?,
        })
    }

    fn entry(
        self,
        summary: CallSummary,
        method: String,
        address: String,
    ) -> Result<CallEntry, StoreError> {
        let headers = serde_json::from_str(&self.headers)?;
        let failure = match &self.failure {
            Some(text) => Some(serde_json::from_str(text)?),
            None => judged(&summary, self.answer.as_deref()),
        };
        let address = if address.is_empty() {
            // The App ID is not known here; everything that the console reads from a path is.
            self.target(&summary).path("APP_ID")
        } else {
            address
        };
        Ok(CallEntry {
            summary,
            method,
            address,
            request: self.request,
            headers,
            answer: self.answer,
            failure,
        })
    }

    fn target(&self, summary: &CallSummary) -> Target {
        Target {
            call: summary.call,
            mode: summary.mode.unwrap_or(Mode::Mix),
            resource_id: self.resource_id.clone(),
            sid: self.sid.clone(),
            channel: summary.channel.clone(),
            hosts_only: self.hosts_only,
        }
    }
}

/// Earlier versions wrote no failure; it is what the answer says.
fn judged(summary: &CallSummary, answer: Option<&str>) -> Option<Failure> {
    let status = summary.status.filter(|status| *status != 200)?;
    let body = answer.unwrap_or_default().as_bytes();
    let error = cloud_recording::judge(summary.call, status, body).err()?;
    Some(Failure {
        details: None,
        ..Failure::from(&error)
    })
}
