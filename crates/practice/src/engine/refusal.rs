//! Answers other than plain success, with the numbers and words of the service's status-code page.
//! 201 and 206 are among them: a client that takes those for success is wrong.

use std::fmt::Display;

use cloud_recording::contract::{self, Issue, Severity};
use cloud_recording::{Call, Mode};
use serde_json::{Value, json};

use crate::Error;

/// An HTTP status with a `code` and a `reason`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: i64,
    pub(crate) reason: String,
}

impl Refusal {
    pub(crate) fn new(status: u16, code: i64, reason: impl Into<String>) -> Self {
        Self {
            status,
            code,
            reason: reason.into(),
        }
    }

    pub(crate) fn body(&self) -> Value {
        json!({ "code": self.code, "reason": self.reason })
    }

    /// The body as a whole is not what it must be.
    pub(crate) fn body_check(what: impl Display) -> Self {
        Self::new(
            400,
            2,
            format!("post method api body check failed! ({what})"),
        )
    }

    /// One member is wrong: `member` is its own name, `detail` says where and how.
    pub(crate) fn invalid(call: Call, member: &str, detail: impl Display) -> Self {
        let name = call.as_str();
        let (first, rest) = name.split_at(1);
        let call = format!("{}{rest}", first.to_uppercase());
        Self::new(
            400,
            2,
            format!("{call}: invalid {member} value! ({detail})"),
        )
    }

    pub(crate) fn layout_not_in(mode: Mode) -> Self {
        Self::new(
            400,
            2,
            format!("UpdateLayout: mode {mode} has no layout, only mix has"),
        )
    }

    pub(crate) fn hash_mismatch() -> Self {
        Self::new(400, 2, "request_hash mismatch!")
    }

    pub(crate) fn already_started() -> Self {
        Self::new(201, 7, "already started")
    }

    pub(crate) fn invalid_operation() -> Self {
        Self::new(400, 49, "invalid operation")
    }

    pub(crate) fn conflict() -> Self {
        Self::new(400, 53, "task conflict")
    }

    pub(crate) fn bad_channel_name() -> Self {
        Self::new(400, 401, "invalid_channel_name")
    }

    pub(crate) fn not_found() -> Self {
        Self::new(404, 404, "failed to find worker")
    }

    pub(crate) fn overloaded() -> Self {
        Self::new(400, 406, "vendor_over_load")
    }

    pub(crate) fn mismatch(what: &str) -> Self {
        Self::new(400, 432, format!("parameter mismatch ({what})"))
    }

    pub(crate) fn upload_timeout() -> Self {
        Self::new(206, 50, "upload timeout")
    }

    pub(crate) fn token_expired() -> Self {
        Self::new(400, 109, "token expired")
    }

    pub(crate) fn token_wrong() -> Self {
        Self::new(400, 110, "token invalid")
    }

    pub(crate) fn resource_expired() -> Self {
        Self::new(400, 433, "resource expired")
    }

    pub(crate) fn nothing_recorded() -> Self {
        Self::new(206, 435, "no recorded data")
    }

    pub(crate) fn unreadable_resource() -> Self {
        Self::new(400, 1001, "resourceId cannot be parsed")
    }

    pub(crate) fn foreign_sid() -> Self {
        Self::new(400, 1003, "appid or sid mismatch")
    }

    /// Refuses the body for the first thing that the contract has against it.
    pub(crate) fn check(call: Call, mode: Option<Mode>, body: &Value) -> Result<(), Self> {
        let issues = contract::check(call, mode, body);
        match issues
            .iter()
            .find(|issue| issue.severity == Severity::Error)
        {
            Some(issue) => Err(Self::of_issue(call, issue)),
            None => Ok(()),
        }
    }

    fn of_issue(call: Call, issue: &Issue) -> Self {
        // The last part of the pointer that is a name and not a place in a list.
        let names = issue
            .path
            .rsplit('/')
            .filter(|part| part.parse::<usize>().is_err());
        let member = names
            .into_iter()
            .find(|part| !part.is_empty())
            .unwrap_or("body");
        let path = issue.path.trim_start_matches('/').replace('/', ".");
        let code = serde_json::to_value(issue.code).unwrap_or_default();
        let mut detail = format!("{path}: {}", code.as_str().unwrap_or_default());
        for (name, value) in &issue.params {
            detail.push_str(&format!(", {name} {value}"));
        }
        Self::invalid(call, member, detail)
    }
}

impl From<Error> for Refusal {
    /// Trouble of our own. The cause is for the log; a caller learns no paths.
    fn from(error: Error) -> Self {
        tracing::error!(%error, "a call failed");
        Self::new(500, 500, "internal_error")
    }
}
