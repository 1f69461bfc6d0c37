use serde_json::{Map, Value};

/// A member that is text, or a number where text is documented. Empty text counts as absent.
pub(super) fn text(object: &Value, name: &str) -> Option<String> {
    match object.get(name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A whole number, also as text (`"5"`) or with a point (`1.0`).
pub(super) fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)),
        Value::String(text) => {
            let text = text.trim();
            text.parse().ok().or_else(|| whole(text.parse().ok()?))
        }
        _ => None,
    }
}

fn whole(value: f64) -> Option<i64> {
    (value.is_finite() && value.abs() < 9e15).then_some(value as i64)
}

/// True or false, also as text.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A moment in Unix milliseconds. Pages disagree on seconds or milliseconds, so size decides:
/// from 10^11 on it is milliseconds. 0 means "not yet".
pub(super) fn moment_ms(value: &Value) -> Option<i64> {
    match integer(value)? {
        number if number <= 0 => None,
        number if number >= 100_000_000_000 => Some(number),
        seconds => Some(seconds * 1000),
    }
}

/// The members of `object` whose names are not in `known`.
pub(super) fn others(object: &Value, known: &[&str]) -> Map<String, Value> {
    object
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| !known.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}
