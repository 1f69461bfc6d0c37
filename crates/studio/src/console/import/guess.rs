//! Which call a body is for, and which mode: by the members that the contract's rows have.

use std::collections::BTreeSet;

use cloud_recording::contract::{Field, PUSH, WEB_RECORDER, fields};
use cloud_recording::{Call, Mode};
use serde_json::{Map, Value, json};

/// What is likelier stands first.
const CALLS: [Call; 5] = [
    Call::Start,
    Call::Update,
    Call::UpdateLayout,
    Call::Acquire,
    Call::Stop,
];

/// The call whose request has most of a body's members; `None` where no call has any.
pub fn call(value: &Value) -> Option<Call> {
    let value = &whole(value.clone());
    let request = value.get("clientRequest")?.as_object()?;
    if request.is_empty() {
        return Some(Call::Acquire);
    }
    let known = |call: Call| {
        let prefix = format!("{call}.clientRequest.");
        let names: BTreeSet<&str> = fields()
            .iter()
            .filter_map(|field| field.path.strip_prefix(&prefix))
            .filter(|rest| !rest.contains('.'))
            .map(|rest| rest.trim_end_matches("[]"))
            .collect();
        request
            .keys()
            .filter(|name| names.contains(name.as_str()))
            .count()
    };
    let scores = CALLS.map(|call| (known(call), call));
    let best = scores
        .iter()
        .map(|(score, _)| *score)
        .max()
        .filter(|score| *score > 0)?;
    scores
        .iter()
        .find(|(score, _)| *score == best)
        .map(|(_, call)| *call)
}

/// The body that a part of one belongs to: a `clientRequest` alone, a layout or regions alone.
pub fn whole(value: Value) -> Value {
    let envelope = |request: Value| json!({ "cname": "", "uid": "", "clientRequest": request });
    match value {
        Value::Array(regions) if regions.iter().all(is_region) && !regions.is_empty() => {
            envelope(json!({ "mixedVideoLayout": 3, "layoutConfig": regions }))
        }
        Value::Object(members) if members.contains_key("clientRequest") => Value::Object(members),
        Value::Object(members) if is_envelope(&members) => Value::Object(members),
        value if is_region(&value) => {
            envelope(json!({ "mixedVideoLayout": 3, "layoutConfig": [value] }))
        }
        Value::Object(members) => envelope(Value::Object(members)),
        other => other,
    }
}

/// Only the names around a request, which is missing.
fn is_envelope(members: &Map<String, Value>) -> bool {
    !members.is_empty()
        && members
            .keys()
            .all(|name| matches!(name.as_str(), "cname" | "uid"))
}

fn is_region(value: &Value) -> bool {
    ["x_axis", "y_axis", "width", "height"]
        .iter()
        .all(|name| value.get(name).is_some())
}

/// The first mode that knows all members of a body; combined recordings are the most usual.
pub fn mode(call: Call, body: Option<&Value>) -> Mode {
    let Some(body) = body else { return Mode::Mix };
    if body.pointer("/clientRequest/scene").and_then(Value::as_i64) == Some(1) {
        return Mode::Web;
    }
    let announced = body.pointer("/clientRequest/startParameter");
    let (call, body) = match announced.filter(|_| call == Call::Acquire) {
        Some(parameter) => (Call::Start, &json!({ "clientRequest": parameter })),
        None => (call, body),
    };
    if records_a_page(body) {
        return Mode::Web;
    }
    let prefix = format!("{call}.");
    let mut possible = vec![Mode::Mix, Mode::Individual, Mode::Web];
    for field in fields() {
        let Some(path) = field.path.strip_prefix(&prefix) else {
            continue;
        };
        if field.modes.len() < Mode::ALL.len() && is_there(body, path, field) {
            possible.retain(|mode| field.modes.contains(mode));
        }
    }
    possible.first().copied().unwrap_or(Mode::Mix)
}

/// The rows of extension services are for combined recordings too, though these two are only used for pages.
fn records_a_page(body: &Value) -> bool {
    let services = body.pointer("/clientRequest/extensionServiceConfig/extensionServices");
    let mut entries = services.and_then(Value::as_array).into_iter().flatten();
    entries.any(|entry| {
        let name = entry.get("serviceName").and_then(Value::as_str);
        matches!(name, Some(WEB_RECORDER | PUSH))
    })
}

fn is_there(body: &Value, path: &str, field: &Field) -> bool {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let Some(value) = body.get(name.trim_end_matches("[]")) else {
        return false;
    };
    if rest.is_empty() {
        return true;
    }
    match value {
        Value::Array(entries) => entries.iter().any(|entry| {
            // A member of one extension service says nothing of another's.
            let other = entry.get("serviceName").and_then(Value::as_str);
            let fits = field.service.is_none_or(|wanted| other == Some(wanted));
            fits && is_there(entry, rest, field)
        }),
        value => is_there(value, rest, field),
    }
}
