//! The library: one small row beside each recording, which searches and orders read instead of the recordings.

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use super::{Store, StoreError};
use crate::library::{begun, fold, natural, text};
use crate::recorder::Job;
use crate::types::{LibraryPage, LibraryQuery, LibrarySort, LibraryWord, Recording, Standing};

/// So many words of a search, and readings of a word, are looked for, each of at most so many characters.
const WORDS: (usize, usize) = (12, 200);
/// So many rows are found again by their numbers.
const FEW: usize = 1_000;
/// The longest stretch that is given at once.
const MOST: u32 = 200;

impl Store {
    /// A stretch of the library. `now` stands for the end of what still runs.
    pub fn library(&self, query: &LibraryQuery, now: i64) -> Result<LibraryPage, StoreError> {
        let (holds, values) = condition(query);
        let order = order(query, now);
        let db = self.db();
        let all = db
            .prepare_cached("SELECT count(*) FROM library")?
            .query_row([], |row| row.get(0))?;
        let (count, within) = if holds == "1" {
            (all, holds)
        } else {
            narrowed(&db, holds, &values)?
        };
        let values = if within.contains('?') {
            &values[..]
        } else {
            &[]
        };
        // The ids come first, so that no long row is read only to be left out.
        let limit = query.limit.min(MOST);
        let sql = format!(
            "SELECT recording.job FROM (
                SELECT recording_id AS found, row_number() OVER () AS place FROM (
                    SELECT recording_id FROM library WHERE {within} ORDER BY {order}
                    LIMIT {limit} OFFSET {}
                )
             ) JOIN recording ON recording.id = found ORDER BY place",
            query.offset
        );
        let mut statement = db.prepare(&sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| row.get::<_, String>(0))?;
        let mut recordings: Vec<Recording> = Vec::new();
        for row in rows {
            // One that this version cannot read must not hide the others.
            if let Ok(job) = serde_json::from_str::<Job>(&row?) {
                recordings.push(job.recording);
            }
        }
        Ok(LibraryPage {
            recordings,
            count,
            all,
        })
    }

    /// Gives each recording that has no row in the library one.
    pub(super) fn fill_library(&self) -> Result<(), StoreError> {
        let mut db = self.db();
        let (recordings, rows): (i64, i64) = db.query_row(
            "SELECT (SELECT count(*) FROM recording), (SELECT count(*) FROM library)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        if recordings == rows {
            return Ok(());
        }
        let transaction = db.transaction()?;
        {
            let mut statement = transaction.prepare(
                "SELECT job FROM recording WHERE id NOT IN (SELECT recording_id FROM library)",
            )?;
            let mut left = statement.query([])?;
            while let Some(row) = left.next()? {
                let job: String = row.get(0)?;
                if let Ok(job) = serde_json::from_str::<Job>(&job) {
                    put(&transaction, &job.recording)?;
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }
}

/// Writes a recording's row.
pub(super) fn put(db: &Connection, recording: &Recording) -> Result<(), StoreError> {
    let length = match (recording.started_at, recording.ended_at) {
        (None, _) => Some(-1),
        (Some(from), Some(until)) => Some((until - from).max(0)),
        (Some(_), None) => None,
    };
    db.prepare_cached(
        "INSERT INTO library (recording_id, begun, length, channel, files, standing, text)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (recording_id) DO UPDATE SET begun = ?2, length = ?3, files = ?5, standing = ?6, text = ?7
         WHERE begun <> ?2 OR length IS NOT ?3 OR files <> ?5 OR standing <> ?6 OR text <> ?7",
    )?
    .execute(params![
        recording.id,
        begun(recording),
        length,
        natural(&recording.channel),
        recording.files.len() as i64,
        Standing::of(recording).name(),
        text(recording),
    ])?;
    Ok(())
}

/// How many rows hold, and how to find them again: few by their numbers. Many are found again soon enough in the
/// order that is wanted, since only a page of them is.
fn narrowed(db: &Connection, holds: String, values: &[Value]) -> Result<(u32, String), StoreError> {
    // In the order in which they lie: looking each up through an index takes twice as long.
    let sql = format!("SELECT rowid FROM library NOT INDEXED WHERE {holds}");
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let (mut count, mut few) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        if few.len() <= FEW {
            few.push(row.get::<_, i64>(0)?.to_string());
        }
        count += 1;
    }
    if few.len() > FEW {
        return Ok((count, holds));
    }
    Ok((count, format!("rowid IN ({})", few.join(", "))))
}

fn condition(query: &LibraryQuery) -> (String, Vec<Value>) {
    let mut all = Vec::new();
    let mut values = Vec::new();
    if !query.standings.is_empty() {
        all.push(one_of(&query.standings));
    }
    for word in query.words.iter().take(WORDS.0) {
        all.push(reading(word, &mut values));
    }
    if all.is_empty() {
        return ("1".to_owned(), values);
    }
    (all.join(" AND "), values)
}

fn reading(word: &LibraryWord, values: &mut Vec<Value>) -> String {
    let mut any = Vec::new();
    for part in word.any_of.iter().take(WORDS.0) {
        let part: String = part.chars().take(WORDS.1).collect();
        any.push("instr(text, ?) > 0".to_owned());
        values.push(Value::Text(fold(&part)));
    }
    if !word.standings.is_empty() {
        any.push(one_of(&word.standings));
    }
    if word.from.is_some() || word.until.is_some() {
        any.push("(begun >= ? AND begun < ?)".to_owned());
        values.push(Value::Integer(word.from.unwrap_or(i64::MIN)));
        values.push(Value::Integer(word.until.unwrap_or(i64::MAX)));
    }
    if any.is_empty() {
        return "0".to_owned();
    }
    format!("({})", any.join(" OR "))
}

/// The names are our own, so they need no place among the values.
fn one_of(standings: &[Standing]) -> String {
    let names: Vec<String> = standings
        .iter()
        .map(|one| format!("'{}'", one.name()))
        .collect();
    format!("standing IN ({})", names.join(", "))
}

fn order(query: &LibraryQuery, now: i64) -> String {
    let way = if query.descending { "DESC" } else { "ASC" };
    match query.sort {
        LibrarySort::Started => format!("begun {way}, recording_id {way}"),
        LibrarySort::Channel => format!("channel {way}, begun DESC, recording_id DESC"),
        LibrarySort::Length => {
            format!("coalesce(length, {now} - begun) {way}, begun DESC, recording_id DESC")
        }
        LibrarySort::Files => format!("files {way}, begun DESC, recording_id DESC"),
        LibrarySort::State => format!("standing {way}, begun DESC, recording_id DESC"),
    }
}
