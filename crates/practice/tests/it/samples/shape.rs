//! Whether one JSON value has the form of another.

use serde_json::Value;

/// Members whose value says which form the rest has: these must be equal, not only alike.
const TELLING: [&str; 5] = [
    "fileListMode",
    "serviceName",
    "trackType",
    "mixedAllUser",
    "isPlayable",
];

/// What `seen` lacks of `wanted`: each member that is missing, of another type or, where it is a
/// telling one, of another value. More members than wanted are no difference.
pub fn differences(wanted: &Value, seen: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", wanted, seen, &mut found);
    found
}

fn compare(at: &str, wanted: &Value, seen: &Value, found: &mut Vec<String>) {
    match (wanted, seen) {
        (Value::Object(wanted), Value::Object(seen)) => {
            for (name, value) in wanted {
                let at = format!("{at}/{name}");
                match seen.get(name) {
                    None => found.push(format!("{at} is missing")),
                    Some(other) if TELLING.contains(&name.as_str()) && other != value => {
                        found.push(format!("{at} is {other}, not {value}"));
                    }
                    Some(other) => compare(&at, value, other, found),
                }
            }
        }
        (Value::Array(wanted), Value::Array(seen)) => {
            for (place, entry) in wanted.iter().enumerate() {
                let fits = |other: &&Value| differences(entry, other).is_empty();
                if !seen.iter().any(|other| fits(&other)) {
                    found.push(format!("{at}/{place} has nothing like it: {entry}"));
                }
            }
        }
        _ if kind(wanted) == kind(seen) => {}
        _ => found.push(format!("{at} is {}, not {}", kind(seen), kind(wanted))),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[test]
fn a_form_is_told_from_another() {
    use serde_json::json;
    let wanted = json!({ "a": 1, "list": [{ "uid": "1", "trackType": "audio" }] });
    let fits = json!({ "a": 7, "more": {}, "list":
        [{ "uid": "3", "trackType": "video" }, { "uid": "2", "trackType": "audio" }] });
    assert_eq!(differences(&wanted, &fits), Vec::<String>::new(), "it fits");
    for (wrong, why) in [
        (json!({ "list": wanted["list"] }), "a member is missing"),
        (json!({ "a": "1", "list": wanted["list"] }), "another type"),
        (json!({ "a": 1, "list": [] }), "nothing in the list"),
        (
            json!({ "a": 1, "list": [{ "uid": "1", "trackType": "video" }] }),
            "another telling value",
        ),
        (json!([]), "no object"),
    ] {
        assert_eq!(differences(&wanted, &wrong).len(), 1, "{why}: {wrong}");
    }
}
