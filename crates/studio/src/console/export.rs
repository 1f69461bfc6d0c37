//! Calls of the history as a file for support.

use cloud_recording::contract::{Issue, IssueCode, Severity};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::core::Shared;
use crate::types::*;

/// More than anybody reads, and a file that still opens.
const MOST: usize = 1_000;

impl Shared {
    /// Writes calls to a file, the oldest first. They have no secrets in them since they were journaled.
    pub(crate) fn call_export(&self, ids: &[i64]) -> Result<SavedFile, Failure> {
        let refused = |code, params| {
            Failure::invalid(vec![Issue {
                code,
                path: "/ids".to_owned(),
                severity: Severity::Error,
                params,
            }])
        };
        if ids.is_empty() {
            return Err(refused(IssueCode::Empty, Default::default()));
        }
        if ids.len() > MOST {
            let params = [
                ("max".to_owned(), MOST.to_string()),
                ("count".to_owned(), ids.len().to_string()),
            ];
            return Err(refused(IssueCode::TooMany, params.into()));
        }
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids.dedup();
        let mut calls = Vec::new();
        for id in ids {
            calls.push(readable(&self.call_entry(id)?)?);
        }
        let now = Timestamp::from_millisecond(self.clock.now()).unwrap_or(Timestamp::UNIX_EPOCH);
        let file = json!({
            "roomreel_calls": 1,
            "version": self.version(),
            "exportedAt": now.to_string(),
            "calls": calls,
        });
        let name = format!("calls {}.json", now.strftime("%Y%m%d %H%M%S"));
        self.save_file("calls", &name, format!("{file:#}").as_bytes())
    }
}

/// An entry whose times and texts a person can read.
fn readable(entry: &CallEntry) -> Result<Value, Failure> {
    let unwritable =
        |error: serde_json::Error| Failure::new(FailureCode::Internal, error.to_string());
    let mut value = serde_json::to_value(entry).map_err(unwritable)?;
    if let Ok(at) = Timestamp::from_millisecond(entry.summary.sent_at) {
        value["sentAt"] = json!(at.to_string());
    }
    for name in ["request", "answer"] {
        let text = value[name].as_str().unwrap_or_default();
        if let Ok(inner) = serde_json::from_str::<Value>(text) {
            value[name] = inner;
        }
    }
    Ok(value)
}
