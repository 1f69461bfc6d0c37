//! A library with as many recordings as a test wants, made from one real recording.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use rusqlite::{Connection, params};
use serde_json::{Value, json};
use studio::types::*;

use super::common::*;

/// Makes one practice recording and lets `count` of them stand in the store, a minute apart, with names, ends and
/// failures of their own. No studio is open on return.
pub async fn fill(bench: &Bench, count: u32) {
    let core = bench.open().await;
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    until_state(&core, &id, RecordingState::Recording).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    let last = until(&core, &id, "its end", |r| r.state.is_final()).await;
    core.shutdown().await;
    multiply(&bench.data().join("roomreel.sqlite"), &last, count);
}

fn multiply(file: &std::path::Path, last: &Recording, count: u32) {
    let mut db = Connection::open(file).unwrap();
    let job: String = db
        .query_row(
            "SELECT job FROM recording WHERE id = ?1",
            [&last.id],
            |row| row.get(0),
        )
        .unwrap();
    let job: Value = serde_json::from_str(&job).unwrap();
    let transaction = db.transaction().unwrap();
    transaction.execute("DELETE FROM library", []).unwrap();
    transaction.execute("DELETE FROM timeline", []).unwrap();
    transaction.execute("DELETE FROM recording", []).unwrap();
    {
        let mut statement = transaction
            .prepare(
                "INSERT INTO recording (id, account_id, channel, recorder_id, state, prefix, idle_seconds,
                    created_at, running, job) VALUES (?1, 'practice', ?2, '1', ?3, 'x', 300, ?4, 0, ?5)",
            )
            .unwrap();
        for number in 0..count {
            let mut job = job.clone();
            let (id, channel) = (format!("{number:032x}"), format!("room-{number}"));
            let created = last.created_at - i64::from(number) * 60_000;
            let state = if number % 7 == 3 { "failed" } else { "saved" };
            let one = &mut job["recording"];
            one["id"] = json!(id);
            one["channel"] = json!(channel);
            one["state"] = json!(state);
            one["createdAt"] = json!(created);
            one["startedAt"] = json!(created);
            one["endedAt"] = json!(created + i64::from(number % 90) * 1_000);
            one["problem"] = Value::Null;
            one["files"] = json!([
                format!("{id}_{channel}.m3u8"),
                format!("{id}_{channel}_0.mp4")
            ]);
            statement
                .execute(params![id, channel, state, created, job.to_string()])
                .unwrap();
        }
    }
    transaction.commit().unwrap();
}

pub fn word(text: &str) -> LibraryWord {
    LibraryWord {
        any_of: if text.is_empty() {
            Vec::new()
        } else {
            vec![text.to_owned()]
        },
        ..LibraryWord::default()
    }
}

/// The first hundred that hold all words, the newest first.
pub fn query(words: &[&str]) -> LibraryQuery {
    LibraryQuery {
        words: words.iter().map(|text| word(text)).collect(),
        standings: Vec::new(),
        sort: LibrarySort::Started,
        descending: true,
        offset: 0,
        limit: 100,
    }
}
