//! Collections of Postman, versions 2.0 and 2.1.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Found, body, broken_body};

/// Folders in folders.
const DEEPEST: usize = 32;

/// Values of `{{name}}`.
type Variables = BTreeMap<String, String>;

pub fn is_collection(value: &Value) -> bool {
    value.get("info").is_some_and(Value::is_object)
        && value.get("item").is_some_and(Value::is_array)
}

/// All requests, in the order of the collection.
pub fn read(collection: &Value) -> Vec<Found> {
    let mut found = Vec::new();
    let variables = variables(&collection["variable"], &Variables::new());
    let signs_in = is_sign_in(&collection["auth"]);
    items(&collection["item"], "", &variables, signs_in, 0, &mut found);
    found
}

fn items(
    list: &Value,
    folder: &str,
    variables: &Variables,
    signs_in: bool,
    depth: usize,
    found: &mut Vec<Found>,
) {
    for item in list.as_array().into_iter().flatten() {
        let own = item["name"].as_str().unwrap_or_default();
        let name = match (folder.is_empty(), own.is_empty()) {
            (true, _) => own.to_owned(),
            (_, true) => folder.to_owned(),
            _ => format!("{folder} / {own}"),
        };
        let signs_in = signs_in || is_sign_in(&item["auth"]);
        if item["item"].is_array() {
            if depth < DEEPEST {
                let inner = self::variables(&item["variable"], variables);
                items(&item["item"], &name, &inner, signs_in, depth + 1, found);
            }
        } else if let Some(request) = item.get("request") {
            found.push(read_request(request, name, variables, signs_in));
        }
    }
}

fn read_request(request: &Value, name: String, variables: &Variables, signs_in: bool) -> Found {
    let address = match &request["url"] {
        Value::Null => request.as_str().unwrap_or_default().to_owned(),
        url => address(url),
    };
    let headers = request["header"].as_array().into_iter().flatten();
    let header = headers
        .filter_map(|header| header["key"].as_str())
        .any(|key| key.eq_ignore_ascii_case("authorization"));
    let address = filled(&address, variables);
    let raw = request["body"]["raw"].as_str().unwrap_or_default();
    let text = filled(raw, variables);
    let body =
        (!text.trim().is_empty()).then(|| body::read(&text).unwrap_or_else(|_| broken_body(&text)));
    Found {
        name: filled(&name, variables),
        had_sign_in: signs_in || header || is_sign_in(&request["auth"]),
        address: (!address.is_empty()).then_some(address),
        body,
        ..Found::default()
    }
}

/// The address as a text; its own variables (`:sid`) have their values.
fn address(url: &Value) -> String {
    let raw = match url {
        Value::String(text) => text.clone(),
        url => match url["raw"].as_str() {
            Some(raw) => raw.to_owned(),
            None => joined(&url["path"]),
        },
    };
    let values: BTreeMap<String, String> = pairs(&url["variable"]).collect();
    let (path, query) = match raw.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (raw.as_str(), String::new()),
    };
    let parts: Vec<String> = path
        .split('/')
        .map(|part| {
            let value = part.strip_prefix(':').and_then(|name| values.get(name));
            value
                .filter(|value| !value.is_empty())
                .cloned()
                .unwrap_or_else(|| part.to_owned())
        })
        .collect();
    parts.join("/") + &query
}

fn joined(path: &Value) -> String {
    let parts = path.as_array().into_iter().flatten();
    let parts: Vec<&str> = parts.filter_map(Value::as_str).collect();
    format!("/{}", parts.join("/"))
}

fn is_sign_in(auth: &Value) -> bool {
    auth.is_object() && auth["type"].as_str() != Some("noauth")
}

fn variables(list: &Value, outer: &Variables) -> Variables {
    let mut all = outer.clone();
    all.extend(pairs(list));
    all
}

fn pairs(list: &Value) -> impl Iterator<Item = (String, String)> {
    list.as_array().into_iter().flatten().filter_map(|pair| {
        let name = pair["key"].as_str().or(pair["id"].as_str())?;
        let value = match &pair["value"] {
            Value::String(text) => text.clone(),
            Value::Null => return None,
            other => other.to_string(),
        };
        (pair["disabled"] != true).then(|| (name.to_owned(), value))
    })
}

/// With the values of the variables that have one; the others stay. A value can name another one, but
/// not without end.
fn filled(text: &str, variables: &Variables) -> String {
    let mut text = text.to_owned();
    for _ in 0..4 {
        let next = once(&text, variables);
        if next == text || next.len() > super::LONGEST {
            break;
        }
        text = next;
    }
    text
}

fn once(text: &str, variables: &Variables) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        out.push_str(rest.get(..at).unwrap_or_default());
        let after = rest.get(at + 2..).unwrap_or_default();
        let name = after.find("}}").and_then(|end| after.get(..end));
        let value = name.and_then(|name| Some((name, variables.get(name.trim())?)));
        match value {
            Some((name, value)) if out.len() + value.len() <= super::LONGEST => {
                out.push_str(value);
                rest = after.get(name.len() + 2..).unwrap_or_default();
            }
            _ => {
                out.push_str("{{");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
