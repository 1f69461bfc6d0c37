//! A look inside, which the service does not have.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::json;

use super::{Desk, reply};
use crate::Error;
use crate::engine::{MOST_PAGES, MOST_TASKS};

/// Everything that there is to see.
pub(super) async fn show(State(desk): State<Arc<Desk>>) -> Response {
    let looking = tokio::task::spawn_blocking({
        let desk = Arc::clone(&desk);
        move || desk.engine.inside()
    });
    let mut seen = match looking.await {
        Ok(Ok(seen)) => seen,
        Ok(Err(error)) => return reply::trouble(error),
        Err(cause) => return reply::trouble(Error::media(cause)),
    };
    let now = desk.engine.now();
    seen["faults"] = json!({ "plan": desk.faults.get(), "happened": desk.faults.happened() });
    seen["clock"] = json!({
        "nowMs": now,
        "now": Timestamp::from_millisecond(now).unwrap_or_default().to_string(),
        "speed": desk.engine.speed(),
        "answersWaiting": desk.waiting.load(Ordering::SeqCst),
    });
    seen["requests"] = json!(desk.counts.all());
    seen["limits"] = json!({
        "recordingCallsPerSecond": desk.recording_calls.limit(),
        "userListCallsPerSecond": desk.list_calls.limit(),
        "recordings": MOST_TASKS,
        "webRecordings": MOST_PAGES,
    });
    Json(seen).into_response()
}
