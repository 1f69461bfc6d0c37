use std::fmt;

use crate::Call;

/// The most of a raw answer that an error keeps, in bytes.
const RAW_LIMIT: usize = 64 * 1024;

/// Why a call did not succeed, or could not be made.
///
/// The HTTP status and the code in the body are two numbers and are kept apart. Ask with the
/// predicates; do not match texts. Neither `Debug` nor `Display` ever prints a secret: the client
/// takes every secret of the request out of what the service sent back before it is kept here.
///
/// Source: the status codes page, the common errors page and the integration best practices.
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    call: Call,
    kind: Kind,
    status: Option<u16>,
    code: Option<i64>,
    reason: Option<String>,
    raw: Option<String>,
    /// An earlier attempt of the same call may have done its work, whatever the last one met.
    acted_before: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    not(feature = "client"),
    expect(dead_code, reason = "only a client meets the network")
)]
pub(crate) enum Kind {
    /// Something given to this crate cannot be used; nothing was sent.
    Input(String),
    /// Never connected. The request certainly did nothing.
    Unreachable(String),
    /// Sent, and no answer came. The request may have done its work.
    Unanswered(String),
    /// The service answered, but not with success.
    Answered,
    /// Something answered that is not the service's.
    Unreadable(String),
}

impl Error {
    pub(crate) fn new(call: Call, kind: Kind) -> Self {
        Self(Box::new(Inner {
            call,
            kind,
            status: None,
            code: None,
            reason: None,
            raw: None,
            acted_before: false,
        }))
    }

    pub(crate) fn input(call: Call, what: impl Into<String>) -> Self {
        Self::new(call, Kind::Input(what.into()))
    }

    pub(crate) fn with_answer(
        mut self,
        status: u16,
        code: Option<i64>,
        reason: Option<String>,
        raw: &str,
    ) -> Self {
        let mut end = raw.len().min(RAW_LIMIT);
        while !raw.is_char_boundary(end) {
            end -= 1;
        }
        self.0.status = Some(status);
        self.0.code = code;
        self.0.reason = reason;
        self.0.raw = Some(raw[..end].to_owned());
        self
    }

    /// Takes secrets out of everything that came back, as they are and as JSON writes them.
    #[cfg(feature = "client")]
    pub(crate) fn without(mut self, secrets: &[String]) -> Self {
        for text in [&mut self.0.reason, &mut self.0.raw].into_iter().flatten() {
            *text = crate::contract::conceal(text, secrets.iter().map(String::as_str));
        }
        self
    }

    /// The error of a call of which an earlier attempt may have done its work.
    #[cfg(feature = "client")]
    pub(crate) fn after(mut self, acted_before: bool) -> Self {
        self.0.acted_before |= acted_before;
        self
    }

    #[cfg(feature = "client")]
    pub(crate) fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// The call that failed. For errors before any call: acquire where the client could not be set
    /// up, start where a token could not be made.
    pub fn call(&self) -> Call {
        self.0.call
    }

    /// The HTTP status, where there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The service's own number in the body, where there was one. Not the HTTP status.
    pub fn code(&self) -> Option<i64> {
        self.0.code
    }

    /// The service's own text: `reason`, `message` or `serverResponse.payload.message`.
    pub fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// The answer as it came, at most 64 KiB of it, the request's secrets taken out.
    pub fn raw(&self) -> Option<&str> {
        self.0.raw.as_deref()
    }

    /// Never connected (name, connection, TLS), and no attempt before got through either: the request
    /// certainly did nothing.
    pub fn is_unreachable(&self) -> bool {
        matches!(self.0.kind, Kind::Unreachable(_)) && !self.0.acted_before
    }

    /// The request went out and no answer came: it may have done its work.
    pub fn is_timeout(&self) -> bool {
        match self.0.kind {
            Kind::Unanswered(_) => true,
            Kind::Unreachable(_) => self.0.acted_before,
            _ => false,
        }
    }

    /// Customer ID or secret missing or wrong (401).
    pub fn is_unauthorized(&self) -> bool {
        self.0.status == Some(401)
    }

    /// The App ID is wrong, or Cloud Recording is not switched on for it.
    pub fn is_app_id_refused(&self) -> bool {
        // The gateway has no number for this, so its fixed text has to be read. 62 meant "not
        // enabled" in the older list, at acquire only.
        self.is_client_error()
            && (self.has_code(400)
                || (self.0.call == Call::Acquire && self.has_code(62))
                || (self.0.code.is_none() && self.reason_has("appid")))
    }

    /// The account or project is not active, for instance in arrears (405).
    pub fn is_account_inactive(&self) -> bool {
        self.has_code(405)
    }

    /// Too many recordings at once (406).
    pub fn is_overloaded(&self) -> bool {
        self.has_code(406)
    }

    /// Too many requests a second (429).
    pub fn is_rate_limited(&self) -> bool {
        self.0.status == Some(429)
    }

    /// No such recording: ended, never started well, or being moved to another worker (404).
    /// A wrong address, which the gateway also answers with 404, is not meant.
    pub fn is_not_found(&self) -> bool {
        self.0.kind == Kind::Answered
            && (self.has_code(404)
                || (self.0.status == Some(404)
                    && self.0.code.is_none()
                    && !self.reason_has("no route matched")))
    }

    /// Another recording holds this channel and recorder ID (53).
    pub fn is_conflict(&self) -> bool {
        self.has_code(53)
    }

    /// This resource already records (201 with code 7). The answer carries no sid.
    pub fn is_already_started(&self) -> bool {
        self.has_code(7) || (self.0.call == Call::Start && self.0.status == Some(201))
    }

    /// It is already leaving (49): treat as stopped.
    pub fn is_already_stopping(&self) -> bool {
        self.has_code(49)
    }

    /// It ended, and nobody had sent anything: there is no file (435).
    pub fn is_nothing_recorded(&self) -> bool {
        self.has_code(435)
    }

    /// The backend was reached and did not finish in time (65).
    pub fn is_unfinished(&self) -> bool {
        self.has_code(65)
    }

    /// The resource is older than five minutes, or past its hours (433).
    pub fn is_resource_expired(&self) -> bool {
        self.has_code(433)
    }

    /// No worker was found for this resource (502 at start): another resource may find one.
    pub fn is_without_worker(&self) -> bool {
        self.0.call == Call::Start && self.has_code(502)
    }

    /// The service failed or had no room: 5xx, or one of its codes for that.
    pub fn is_server_trouble(&self) -> bool {
        if self.is_app_id_refused() {
            return false;
        }
        matches!(self.0.status, Some(500..=599))
            || matches!(self.0.code, Some(62 | 65 | 500 | 501 | 502 | 504))
    }

    /// The request itself is wrong: a parameter, a name, a mix-up of sessions. Correct it first.
    pub fn is_refused(&self) -> bool {
        self.0.kind == Kind::Answered
            && self.is_client_error()
            && !(self.is_unauthorized()
                || self.is_app_id_refused()
                || self.is_account_inactive()
                || self.is_overloaded()
                || self.is_rate_limited()
                || self.is_not_found()
                || self.is_conflict()
                || self.is_already_stopping()
                || self.is_resource_expired()
                || self.is_server_trouble())
    }

    /// What answered is not the service, or not in any shape that it is known to use.
    pub fn is_unreadable(&self) -> bool {
        matches!(self.0.kind, Kind::Unreadable(_))
    }

    /// Something given to this crate cannot be used (an address, an App ID); nothing was sent.
    pub fn is_input(&self) -> bool {
        matches!(self.0.kind, Kind::Input(_))
    }

    /// The request may have done its work although no success came back: in the last attempt, or in
    /// one before it.
    pub fn may_have_acted(&self) -> bool {
        self.0.acted_before || self.last_may_have_acted()
    }

    fn last_may_have_acted(&self) -> bool {
        match &self.0.kind {
            Kind::Input(_) | Kind::Unreachable(_) => false,
            Kind::Unanswered(_) => true,
            Kind::Unreadable(_) => !self.is_client_error(),
            // 502 at start: no worker was found, so nothing runs.
            Kind::Answered if self.call() == Call::Start && self.has_code(502) => false,
            Kind::Answered => self.is_server_trouble() || self.is_already_started(),
        }
    }

    fn is_client_error(&self) -> bool {
        matches!(self.0.status, Some(400..=499))
    }

    fn has_code(&self, code: i64) -> bool {
        self.0.code == Some(code)
    }

    fn reason_has(&self, text: &str) -> bool {
        self.reason()
            .is_some_and(|reason| reason.to_ascii_lowercase().contains(text))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        match &inner.kind {
            Kind::Input(what) => return f.write_str(what),
            Kind::Unreachable(what) => write!(
                f,
                "{}: the service could not be reached ({what})",
                inner.call
            )?,
            Kind::Unanswered(what) => write!(f, "{}: no answer came ({what})", inner.call)?,
            Kind::Unreadable(what) => write!(
                f,
                "{}: the answer is not the service's ({what})",
                inner.call
            )?,
            Kind::Answered => write!(f, "{}: the service refused or failed", inner.call)?,
        }
        if let Some(status) = inner.status {
            write!(f, ", HTTP {status}")?;
        }
        if let Some(code) = inner.code {
            write!(f, ", code {code}")?;
        }
        if let Some(reason) = &inner.reason {
            write!(f, ": {reason}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the raw text: it is as long as the service likes.
        f.debug_struct("Error")
            .field("call", &self.0.call)
            .field("kind", &self.0.kind)
            .field("status", &self.0.status)
            .field("code", &self.0.code)
            .field("reason", &self.0.reason)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}
