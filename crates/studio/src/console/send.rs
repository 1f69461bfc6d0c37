//! Sends a call as it is, once.

use cloud_recording::contract::{Severity, redact, secret_texts};
use cloud_recording::{Call, Error, RawAnswer, Target, judge};
use serde_json::Value;

use super::reference::redact_bare;
use super::secrets::Filled;
use crate::core::Shared;
use crate::store::{CallEnd, NewCall};
use crate::types::*;

/// The most of an answer that is kept and shown, in bytes.
const LONGEST: usize = 1024 * 1024;

impl Shared {
    /// Sends a call. What the service answers is never a failure of the command.
    ///
    /// # Errors
    /// Where nothing was sent: the check found errors, or a secret or the store failed.
    pub(crate) async fn console_send(&self, send: ConsoleSend) -> Result<ConsoleAnswer, Failure> {
        let call = send.call;
        let mut issues = self.console_check(&call).issues;
        issues.retain(|issue| issue.severity == Severity::Error);
        if !send.anyway && !issues.is_empty() {
            return Err(Failure::invalid(issues));
        }
        let client = self.client(&call.account_id).await?;
        let filled = self.fill(&call).await?;
        let target = target(&call);
        let has_body = target.method() == "POST";
        let sent = ConsoleCall {
            body: if has_body {
                journaled(&call.body)
            } else {
                Value::Null
            },
            channel: if has_body {
                text(&call.body, "cname")
            } else {
                call.channel.clone()
            },
            ..call.clone()
        };
        let id = self.call_begins(&NewCall {
            origin: CallOrigin::Console,
            recording_id: None,
            sent: &sent,
            recorder_id: &text(&call.body, "uid"),
            method: target.method(),
            address: &client.address(&target),
        })?;
        let answer = client.raw(&target, has_body.then_some(&filled.body)).await;
        let read = Read::of(call.call, answer, &filled);
        self.call_ends(
            id,
            &CallEnd {
                address: None,
                headers: &read.headers,
                status: read.status,
                answer: read.answer.as_deref(),
                failure: read.failure.as_ref(),
                elapsed: read.elapsed,
            },
        );
        let or_named = |found: Option<String>, named: &str| {
            found.or_else(|| (!named.is_empty()).then(|| named.to_owned()))
        };
        Ok(ConsoleAnswer {
            entry: self.call_entry(id)?,
            resource_id: or_named(read.resource_id, &call.resource_id),
            sid: or_named(read.sid, &call.sid),
        })
    }
}

/// What the address names.
pub(super) fn target(call: &ConsoleCall) -> Target {
    Target {
        call: call.call,
        mode: call.mode,
        resource_id: call.resource_id.clone(),
        sid: call.sid.clone(),
        channel: call.channel.clone(),
        hosts_only: call.hosts_only,
    }
}

fn text(body: &Value, name: &str) -> String {
    let text = body.get(name).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

/// The body for the journal: references stay, secrets in the clear go.
fn journaled(body: &Value) -> Value {
    let mut body = body.clone();
    redact_bare(&mut body);
    body
}

/// What came back, with all secrets taken out.
#[derive(Default)]
struct Read {
    status: Option<u16>,
    headers: Vec<Header>,
    answer: Option<String>,
    failure: Option<Failure>,
    elapsed: Option<u32>,
    resource_id: Option<String>,
    sid: Option<String>,
}

impl Read {
    fn of(call: Call, answer: Result<RawAnswer, Error>, filled: &Filled) -> Self {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => {
                return Self {
                    failure: Some(Failure::from(&error)),
                    ..Self::default()
                };
            }
        };
        let text = filled.conceal(&String::from_utf8_lossy(&answer.bytes));
        let parsed: Option<Value> = serde_json::from_str(&text).ok();
        let text = match &parsed {
            Some(value) => without_contract_secrets(text, value),
            None => text,
        };
        let named = |name: &str| {
            let value = parsed
                .as_ref()
                .filter(|_| answer.status == 200)?
                .get(name)?;
            value
                .as_str()
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let failure = judge(call, answer.status, text.as_bytes()).err();
        let headers = answer.headers.iter().map(|(name, value)| Header {
            name: name.clone(),
            value: filled.conceal(value),
        });
        Self {
            status: Some(answer.status),
            headers: headers.collect(),
            failure: failure.as_ref().map(Failure::from),
            elapsed: Some(u32::try_from(answer.elapsed.as_millis()).unwrap_or(u32::MAX)),
            resource_id: named("resourceId"),
            sid: named("sid"),
            answer: Some(shortened(text)),
        }
    }
}

/// The text as it came, but for secrets of the contract that nobody sent; written anew only where they
/// cannot be taken out of the text itself.
fn without_contract_secrets(text: String, value: &Value) -> String {
    let clean = |value: &Value| {
        let mut redacted = value.clone();
        redact(&mut redacted);
        redacted
    };
    let wanted = clean(value);
    if wanted == *value {
        return text;
    }
    let secrets = secret_texts(value);
    let concealed = cloud_recording::contract::conceal(&text, secrets.iter().map(String::as_str));
    match serde_json::from_str::<Value>(&concealed) {
        Ok(value) if clean(&value) == value => concealed,
        _ => wanted.to_string(),
    }
}

/// At most [`LONGEST`] bytes; the last line says what is missing.
fn shortened(mut text: String) -> String {
    let whole = text.len();
    if whole > LONGEST {
        let mut end = LONGEST;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push_str(&format!("\n… {} bytes more", whole - end));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_answer_is_cut_and_says_so() {
        let long = shortened("é".repeat(LONGEST));
        assert!(long.len() < LONGEST + 40, "it is {} bytes", long.len());
        assert!(
            long.ends_with(&format!("\n… {LONGEST} bytes more")),
            "it says what is missing"
        );
        assert_eq!(shortened("short".to_owned()), "short");
    }

    #[test]
    fn an_answer_keeps_its_form_without_secrets() {
        let text = "{ \"token\" : \"007secret\",\n \"a\": [\"x 007secret\"] }";
        let value = serde_json::from_str(text).unwrap();
        assert_eq!(
            without_contract_secrets(text.to_owned(), &value),
            "{ \"token\" : \"•••\",\n \"a\": [\"x •••\"] }"
        );
        let text = "{\"token\": 1234567}";
        let value = serde_json::from_str(text).unwrap();
        assert_eq!(
            without_contract_secrets(text.to_owned(), &value),
            "{\"token\":\"•••\"}",
            "what is no text is left out too"
        );
    }
}
