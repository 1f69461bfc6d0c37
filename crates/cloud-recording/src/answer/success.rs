use serde_json::Value;

use super::lenient::integer;
use crate::Call;
use crate::Error;
use crate::error::Kind;

/// The most of an answer that is read, in bytes.
pub(crate) const BODY_LIMIT: usize = 10 * 1024 * 1024;

/// Judges an answer: the body of a success, or the error that it is.
///
/// Bodies over 10 MiB, nested deeper than 128 levels, or not a JSON object are unreadable, unless
/// the HTTP status alone says what happened.
///
/// # Errors
///
/// Everything but HTTP 200 without a `code`, or with `code` 200.
pub fn success(call: Call, status: u16, body: &[u8]) -> Result<Value, Error> {
    let raw = String::from_utf8_lossy(&body[..body.len().min(BODY_LIMIT)]);
    let unreadable = |what: &str| {
        // Balancers answer 5xx with a page of their own, and 401 and 429 mean what they say.
        let kind = match status {
            401 | 429 | 500..=599 => Kind::Answered,
            _ => Kind::Unreadable(what.to_owned()),
        };
        Error::new(call, kind).with_answer(status, None, None, &raw)
    };
    if body.len() > BODY_LIMIT {
        return Err(unreadable("longer than 10 MiB"));
    }
    let value: Value = serde_json::from_slice(body).map_err(|_| unreadable("not JSON"))?;
    if !value.is_object() {
        return Err(unreadable("not a JSON object"));
    }
    let code = value.get("code").and_then(integer);
    if status == 200 && matches!(code, None | Some(200)) {
        return Ok(value);
    }
    Err(Error::new(call, Kind::Answered).with_answer(status, code, reason(&value), &raw))
}

/// The service's text, wherever it put it.
fn reason(value: &Value) -> Option<String> {
    [
        "/reason",
        "/message",
        "/serverResponse/payload/message",
        "/serverResponse/playload/message",
        "/serverResponse/message",
    ]
    .into_iter()
    .find_map(|pointer| value.pointer(pointer)?.as_str())
    .filter(|text| !text.is_empty())
    .map(str::to_owned)
}
