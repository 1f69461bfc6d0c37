//! Exports of ours: calls of the history, and layouts.

use std::str::FromStr;

use cloud_recording::{Call, Mode};
use serde_json::{Value, json};

use super::{Found, nothing};
use crate::layouts::to_wire;
use crate::types::{Failure, LayoutDocument};

/// `None` for a text that is none of them.
pub fn read(value: &Value) -> Result<Option<Vec<Found>>, Failure> {
    if let Some(calls) = value.get("roomreel_calls").and(value["calls"].as_array()) {
        return Ok(Some(calls.iter().filter_map(call).collect()));
    }
    if value.get("roomreel_layout").is_none() {
        return Ok(None);
    }
    let document: LayoutDocument =
        serde_json::from_value(value["document"].clone()).map_err(|_| nothing())?;
    let request = to_wire(&document, None);
    Ok(Some(vec![Found {
        name: value["name"].as_str().unwrap_or_default().to_owned(),
        body: Some(json!({ "cname": "", "uid": "", "clientRequest": request })),
        call: Some(Call::UpdateLayout),
        ..Found::default()
    }]))
}

fn call(entry: &Value) -> Option<Found> {
    let summary = &entry["summary"];
    let call = Call::from_str(summary["call"].as_str()?).ok()?;
    Some(Found {
        address: entry["address"].as_str().map(str::to_owned),
        body: Some(entry["request"].clone()).filter(Value::is_object),
        call: Some(call),
        mode: summary["mode"]
            .as_str()
            .and_then(|it| Mode::from_str(it).ok()),
        ..Found::default()
    })
}
