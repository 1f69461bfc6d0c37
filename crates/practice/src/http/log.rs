//! One line for every request, and a count by status. No body, no credentials, no query.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::header::DATE;
use axum::middleware::Next;
use axum::response::Response;
use jiff::Timestamp;

use super::faulty::Met;
use super::{Desk, date};
use crate::faults::Fault;

/// How many requests were answered how. The key of those that got no answer is `none`.
#[derive(Debug, Default)]
pub(crate) struct Counts(Mutex<BTreeMap<String, u64>>);

impl Counts {
    fn add(&self, outcome: &str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry(outcome.to_owned()).or_default() += 1;
    }

    pub(super) fn all(&self) -> BTreeMap<String, u64> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.clone()
    }
}

/// Counts and notes a request, and dates its answer by the server's clock.
pub(super) async fn note(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = short(request.uri().path());
    let began = desk.engine.now();
    let mut response = next.run(request).await;
    let now = desk.engine.now();
    let met = response.extensions_mut().remove::<Met>();
    let met = met.map_or_else(Vec::new, |met| met.0);
    let is_lost = met
        .iter()
        .any(|fault| matches!(fault, Fault::LostAnswer | Fault::Dropped));
    let outcome = if is_lost {
        "none".to_owned()
    } else {
        response.status().as_u16().to_string()
    };
    desk.counts.add(&outcome);
    if !response.headers().contains_key(DATE)
        && let Some(date) = date::header(now)
    {
        response.headers_mut().insert(DATE, date);
    }
    let at = Timestamp::from_millisecond(now).unwrap_or_default();
    let faults: Vec<String> = met.iter().map(Fault::to_string).collect();
    let faults = if faults.is_empty() {
        String::new()
    } else {
        format!(" fault: {}", faults.join(", "))
    };
    tracing::debug!(
        target: "practice::requests",
        "{at:.3} {method} {path} {outcome} {} ms{faults}",
        now - began,
    );
    response
}

/// The path, with the long ID of a resource cut short. What follows a question mark is not in it.
fn short(path: &str) -> String {
    let mut is_id = false;
    let parts = path.split('/').map(|part| {
        let cut = is_id.then(|| part.get(..8)).flatten();
        is_id = part == "resourceid";
        match cut {
            Some(begin) if part.len() > 12 => format!("{begin}~"),
            _ => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_path_is_told_in_short() {
        let long = format!(
            "/v1/apps/app/cloud_recording/resourceid/{}/mode/mix/start",
            "ab".repeat(60)
        );
        assert_eq!(
            short(&long),
            "/v1/apps/app/cloud_recording/resourceid/abababab~/mode/mix/start",
            "the App ID stays, the long ID is cut"
        );
        for path in [
            "/v1/apps/a/cloud_recording/acquire",
            "/",
            "/resourceid",
            "/resourceid/r/x",
        ] {
            assert_eq!(short(path), path, "nothing to cut");
        }
    }
}
