//! Calls out of what somebody pasted or dropped: cURL, a body, a Postman collection, an export of ours.

mod address;
mod body;
mod curl;
mod guess;
mod own;
mod postman;
mod shell;

use std::collections::BTreeMap;

use cloud_recording::contract::{Issue, IssueCode, Severity};
use cloud_recording::{Call, Mode};
use serde_json::{Value, json};

use super::clean;
use super::reference::{Reference, each};
use crate::core::Shared;
use crate::types::*;

/// The longest text that is read, in bytes.
const LONGEST: usize = 8 * 1024 * 1024;
/// The most calls of one text.
const MOST: usize = 500;

/// A call as it was found, its secrets still in it.
#[derive(Debug, Default)]
struct Found {
    name: String,
    /// The web address, where there is one.
    address: Option<String>,
    body: Option<Value>,
    had_sign_in: bool,
    /// What an export of ours knows of the call.
    call: Option<Call>,
    mode: Option<Mode>,
}

impl Shared {
    /// Reads calls out of a text. Their secrets are held; references stand in their place.
    ///
    /// # Errors
    /// A text in which there is no call, with an issue that says where and why.
    pub(crate) fn console_import(&self, what: &ConsoleText) -> Result<ConsoleImported, Failure> {
        let account = self.account(&what.account_id)?;
        let text = what.text.expose();
        if text.len() > LONGEST {
            let max = LONGEST.to_string();
            return Err(refused(IssueCode::TooLong, "", [("max", max)]));
        }
        let mut calls = Vec::new();
        for found in find(text)? {
            calls.extend(self.imported(found, &account));
        }
        if calls.is_empty() {
            return Err(nothing());
        }
        if calls.len() > MOST {
            let params = [
                ("max", MOST.to_string()),
                ("count", calls.len().to_string()),
            ];
            return Err(refused(IssueCode::TooMany, "", params));
        }
        Ok(ConsoleImported { calls })
    }

    /// `None` for a request that is no call of this API.
    fn imported(&self, found: Found, account: &Account) -> Option<ImportedCall> {
        let place = found.address.as_deref().and_then(address::read);
        if place.is_none() && (found.address.is_some() || found.call.is_some()) {
            // An address of something else; but people also keep bodies under addresses of their own.
            let looks = found.body.as_ref().and_then(guess::call);
            looks.or(found.call)?;
        }
        let place = place.unwrap_or_default();
        let mut body = found.body.map(guess::whole);
        let call = place
            .call
            .or(found.call)
            .or_else(|| body.as_ref().and_then(guess::call))?;
        let mode = place
            .mode
            .or(found.mode)
            .unwrap_or_else(|| guess::mode(call, body.as_ref()));
        if let Some(body) = &mut body {
            forget_placeholders(body);
        }
        let taken = match call {
            Call::Query | Call::ChannelUsers => ConsoleBodyTaken {
                body: Value::Null,
                held: Vec::new(),
            },
            _ => self.take_secrets(body.unwrap_or_else(|| json!({}))),
        };
        let is_app_id =
            |id: &String| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        Some(ImportedCall {
            name: found.name,
            call: ConsoleCall {
                account_id: account.id.clone(),
                call,
                mode,
                resource_id: place.resource_id,
                sid: place.sid,
                channel: place.channel,
                hosts_only: place.hosts_only,
                body: taken.body,
            },
            // A gap such as `<appid>` names none.
            other_app_id: Some(place.app_id)
                .filter(is_app_id)
                .filter(|id| !id.eq_ignore_ascii_case(&account.app_id)),
            held: taken.held,
            had_sign_in: found.had_sign_in,
        })
    }
}

fn find(text: &str) -> Result<Vec<Found>, Failure> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if curl::is_command(text) {
        return curl::read(text);
    }
    let value: Value = serde_json::from_str(text).map_err(|error| not_json("", &error))?;
    if postman::is_collection(&value) {
        return Ok(postman::read(&value));
    }
    if let Some(found) = own::read(&value)? {
        return Ok(found);
    }
    guess::call(&value).ok_or_else(nothing)?;
    Ok(vec![Found {
        body: Some(value),
        ..Found::default()
    }])
}

/// A gap that a person was meant to fill (`${KEY}`, `{{key}}`, `<key>`) is no secret: it is left empty, so
/// that the check asks for it.
fn forget_placeholders(body: &mut Value) {
    each(body, &mut |secret| {
        if secret.as_str().is_some_and(is_gap) {
            *secret = Value::from("");
        }
    });
}

fn is_gap(text: &str) -> bool {
    if Reference::read(text).is_some() {
        return false;
    }
    let text = text.trim();
    let word = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|sign| sign.is_alphanumeric() || "_-. :?".contains(sign))
    };
    let between = |open: &str, close: &str| {
        let inner = text
            .strip_prefix(open)
            .and_then(|it| it.strip_suffix(close));
        inner.is_some_and(word)
    };
    let variable = text.strip_prefix('$').is_some_and(|name| {
        name.starts_with(|sign: char| sign.is_ascii_alphabetic()) && word(name)
    });
    between("${", "}") || between("{{", "}}") || between("<", ">") || between("%", "%") || variable
}

fn refused<const N: usize>(code: IssueCode, path: &str, params: [(&str, String); N]) -> Failure {
    let params: BTreeMap<String, String> = params
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    let failure = Failure::invalid(Vec::new());
    Failure {
        message: format!("this cannot be read as a call: {}", code.as_str()),
        issues: vec![Issue {
            code,
            path: path.to_owned(),
            severity: Severity::Error,
            params,
        }],
        ..failure
    }
}

/// Where JSON breaks off. The text itself may be a secret and is not repeated.
fn not_json(path: &str, error: &serde_json::Error) -> Failure {
    let params = [
        ("expected", "json".to_owned()),
        ("line", error.line().to_string()),
        ("column", error.column().to_string()),
    ];
    refused(IssueCode::BadFormat, path, params)
}

fn nothing() -> Failure {
    refused(IssueCode::BadFormat, "", [("expected", "call".to_owned())])
}

/// A body that is not JSON as a text, so that it can be mended; without its secrets.
fn broken_body(text: &str) -> Value {
    let mut value = Value::from(text);
    clean::leave_secrets_out(&mut value);
    value
}

#[cfg(test)]
mod tests;
