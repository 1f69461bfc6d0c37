//! Bodies as tools write them: JSON with gaps in it.

use serde_json::Value;

/// Reads a body. Gaps outside of texts (`"uid": {{uid}}`) become texts, so that the rest can be read.
pub fn read(text: &str) -> Result<Value, serde_json::Error> {
    let plain = serde_json::from_str(text);
    match &plain {
        Err(_) if text.contains("{{") => serde_json::from_str(&with_quoted_gaps(text)).or(plain),
        _ => plain,
    }
}

fn with_quoted_gaps(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut inside = false;
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        if !inside && let Some(gap) = gap(rest) {
            out.push_str(&Value::from(gap).to_string());
            rest = rest.get(gap.len()..).unwrap_or_default();
            continue;
        }
        let mut length = sign.len_utf8();
        if inside && sign == '\\' {
            length += rest.chars().nth(1).map_or(0, char::len_utf8);
        } else if sign == '"' {
            inside = !inside;
        }
        out.push_str(rest.get(..length).unwrap_or_default());
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

/// `{{name}}` at the beginning of a text.
fn gap(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("{{")?;
    let end = inner.find("}}")?;
    let is_name = inner
        .get(..end)?
        .chars()
        .all(|sign| sign.is_alphanumeric() || "_-.$ ".contains(sign));
    is_name.then(|| text.get(..end + 4))?
}
