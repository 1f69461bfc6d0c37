//! Where notifications come from, for whoever lets only known addresses in.

use axum::Json;
use serde_json::{Value, json};

/// This stand-in sends from the loopback, if it sends at all.
pub(super) async fn list() -> Json<Value> {
    Json(json!({ "data": { "service": { "hosts": [{ "primaryIP": "127.0.0.1" }] } } }))
}
