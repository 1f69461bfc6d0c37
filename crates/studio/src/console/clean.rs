//! Leaves secrets out of what has a form of its own: drafts, and texts that hold JSON.

use cloud_recording::contract::{REDACTED, is_secret_name};
use serde_json::Value;

use super::reference::{Reference, Standing};

/// A secret this long is also taken out of the middle of other texts.
const TELLING: usize = 8;

/// Leaves out every member that the contract calls secret and that holds more than a reference, also
/// in JSON that stands in a text, and what these members held wherever else it stands.
pub fn leave_secrets_out(content: &mut Value) {
    let mut secrets = Vec::new();
    members(content, &mut secrets);
    texts(content, &mut |text| {
        if let Some(cleaned) = json_in_text(text, &mut secrets) {
            *text = cleaned;
        }
    });
    secrets.retain(|secret| !secret.is_empty() && secret != REDACTED);
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    texts(content, &mut |text| {
        for secret in &secrets {
            if text == secret {
                *text = String::new();
            } else if secret.len() >= TELLING && text.contains(secret.as_str()) {
                *text = text.replace(secret.as_str(), REDACTED);
            }
        }
    });
}

fn members(value: &mut Value, secrets: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            object.retain(|name, inner| {
                if !is_secret_name(name) {
                    return true;
                }
                let bare = Standing::of(inner) == Standing::Bare;
                if bare && let Value::String(text) = inner {
                    secrets.push(std::mem::take(text));
                }
                !bare
            });
            object
                .iter_mut()
                .filter(|(name, _)| !is_secret_name(name))
                .for_each(|(_, inner)| members(inner, secrets));
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| members(entry, secrets)),
        _ => {}
    }
}

fn texts(value: &mut Value, act: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => act(text),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| texts(entry, act)),
        Value::Object(members) => members.values_mut().for_each(|inner| texts(inner, act)),
        _ => {}
    }
}

/// The text without the values of secret members, where it has any: `"secretKey": "…"`. It need not be whole
/// JSON, since it is kept while somebody types it; its quotes can be escaped, as in JSON within JSON.
fn json_in_text(text: &str, secrets: &mut Vec<String>) -> Option<String> {
    let mut cleaned = String::new();
    let mut rest = text;
    while let Some((before, value)) = next_secret(rest) {
        cleaned.push_str(before);
        cleaned.push_str(value.quote);
        cleaned.push_str(if value.closed { value.quote } else { "" });
        secrets.push(unescaped(value.text));
        rest = value.after;
    }
    if rest.len() == text.len() {
        return None;
    }
    cleaned.push_str(rest);
    Some(cleaned)
}

/// A text in quotes.
struct Quoted<'a> {
    /// The quote with the backslashes before it.
    quote: &'a str,
    text: &'a str,
    after: &'a str,
    closed: bool,
}

/// The next value of a secret member that is a text, and what stands before it.
fn next_secret(text: &str) -> Option<(&str, Quoted<'_>)> {
    let mut from = 0;
    loop {
        let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
        let start = from + text.get(from..)?.find(is_part)?;
        let word = text.get(start..)?;
        let word = word.get(..word.find(|sign| !is_part(sign)).unwrap_or(word.len()))?;
        from = start + word.len();
        if !is_secret_name(word) {
            continue;
        }
        let after = text.get(from..)?.trim_start_matches('\\');
        let after = after.strip_prefix(['"', '\'']).unwrap_or(after);
        let Some(after) = without_blanks(after).strip_prefix(':') else {
            continue;
        };
        let value_at = without_blanks(after);
        let Some(value) = quoted(value_at) else {
            continue;
        };
        if !value.text.is_empty() && value.text != REDACTED && Reference::read(value.text).is_none()
        {
            return Some((text.get(..text.len() - value_at.len())?, value));
        }
        from = text.len() - value.after.len();
    }
}

/// Also without the line ends that JSON within JSON has as `\n`.
fn without_blanks(text: &str) -> &str {
    let mut text = text.trim_start();
    while let Some(rest) = ["\\n", "\\r", "\\t"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
    {
        text = rest.trim_start();
    }
    text
}

/// The text in quotes with which `text` begins, to its end where it does not close.
fn quoted(text: &str) -> Option<Quoted<'_>> {
    let lead = text.len() - text.trim_start_matches('\\').len();
    let sign = text.get(lead..)?.chars().next()?;
    if !matches!(sign, '"' | '\'') {
        return None;
    }
    let quote = text.get(..=lead)?;
    let body = text.get(lead + 1..)?;
    for (at, _) in body.match_indices(sign) {
        let head = body.get(..at)?;
        let own = at - head.trim_end_matches('\\').len();
        // The quote that closes is escaped as often as the one that opened. One inside is escaped once more,
        // unless its backslashes are themselves escaped ones.
        if own <= lead || (own - lead).is_multiple_of(2 * lead + 2) {
            return Some(Quoted {
                quote,
                text: body.get(..at - lead.min(own))?,
                after: body.get(at + 1..)?,
                closed: true,
            });
        }
    }
    Some(Quoted {
        quote,
        text: body,
        after: "",
        closed: false,
    })
}

fn unescaped(text: &str) -> String {
    serde_json::from_str(&format!("\"{text}\"")).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_draft_keeps_everything_but_secrets() {
        let mut content = json!({
            "bodies": { "acquire": { "cname": "c", "clientRequest": { "startParameter": {
                "token": "007canary", "storageConfig": { "accessKey": "${storage:s/accessKey}", "SecretKey": "canary-1" }
            }}}},
            "text": "{ \"cname\": \"c\",\n \"secretKey\" : \"canary-2\", \"accessKey\": \"${kept:k}\", \"half\": {",
            "inText": "{\"startParameter\":\"{\\\"secretKey\\\":\\\"canary\\\\\\\"3\\\",\\\"x\\\":1}\"}",
            "typing": "\"stsToken\": \"canary-4-unended",
            "undo": [{ "path": "/a", "value": "canary-1" }, "before canary-2 after"],
        });
        leave_secrets_out(&mut content);
        let text = content.to_string();
        assert!(!text.contains("canary"), "{text}");
        for kept in [
            "${storage:s/accessKey}",
            "${kept:k}",
            "half",
            "\\\\\\\"x\\\\\\\":1",
            "/a",
        ] {
            assert!(text.contains(kept), "{kept} stays: {text}");
        }
    }

    #[test]
    fn texts_without_secrets_stay_as_they_are() {
        for text in [
            "",
            "\"",
            "\\\"",
            "a \"b\" c",
            "{\"cname\":\"secretKey\"}",
            "\"secretKey\":\"\"",
            "\"token\":7",
            "the token of a secret",
        ] {
            assert_eq!(json_in_text(text, &mut Vec::new()), None, "{text}");
        }
    }
}
