//! One attempt: out it goes, and what became of it.

use std::time::Duration;

use reqwest::Method;
use reqwest::header::{AUTHORIZATION, HeaderMap};
use serde_json::Value;

use super::{ClientConfig, Inner};
use crate::answer::BODY_LIMIT;
use crate::error::Kind;
use crate::retry::Outcome;
use crate::{Call, Error, http};

/// The longest wait for a connection: a host that takes longer is as good as dead.
const CONNECT: Duration = Duration::from_secs(8);

/// Makes the HTTP client.
pub(super) fn client(config: &ClientConfig, loopback: bool) -> Result<reqwest::Client, Error> {
    let builder = http::client(loopback)
        .timeout(config.timeout)
        .connect_timeout(CONNECT.min(config.timeout));
    builder.build().map_err(|_| {
        Error::input(
            Call::Acquire,
            "this computer's certificates could not be read",
        )
    })
}

/// A whole answer, or the part of it that is read.
pub(super) struct Answered {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// Why there is no whole answer.
pub(super) enum Failure {
    NameUnknown,
    NotConnected(&'static str),
    NoAnswer(&'static str),
}

impl Failure {
    pub fn into_error(self, call: Call) -> (Outcome, Error) {
        let unreachable = |what: &str| Error::new(call, Kind::Unreachable(what.to_owned()));
        match self {
            Self::NameUnknown => (Outcome::NameUnknown, unreachable("its name is not known")),
            Self::NotConnected(what) => (Outcome::NotConnected, unreachable(what)),
            Self::NoAnswer(what) => (
                Outcome::NoAnswer,
                Error::new(call, Kind::Unanswered(what.to_owned())),
            ),
        }
    }
}

impl From<reqwest::Error> for Failure {
    // The error's own text is not kept: it holds the address, and with it the App ID.
    fn from(error: reqwest::Error) -> Self {
        match (error.is_connect() || error.is_builder(), error.is_timeout()) {
            (true, _) if http::is_name_unknown(&error) => Self::NameUnknown,
            (true, true) => Self::NotConnected("connecting took too long"),
            (true, false) => Self::NotConnected("no connection"),
            (false, true) => Self::NoAnswer("it took too long"),
            (false, false) => Self::NoAnswer("the connection was lost"),
        }
    }
}

/// What an error answer is, for the retry rules.
pub(super) fn outcome(error: &Error) -> Outcome {
    match (error.kind(), error.status()) {
        (Kind::Answered, Some(status)) => Outcome::Answered {
            status,
            code: error.code(),
        },
        _ => Outcome::Unreadable,
    }
}

impl Inner {
    /// Sends once and reads at most a little over what may be decoded.
    pub(super) async fn attempt(
        &self,
        method: &Method,
        url: &str,
        body: Option<&Value>,
    ) -> Result<Answered, Failure> {
        let mut request = self.http.request(method.clone(), url);
        request = request.header(AUTHORIZATION, self.authorization.clone());
        request = match body {
            Some(body) => request.json(body),
            None => request.header(reqwest::header::CONTENT_TYPE, "application/json"),
        };
        let mut response = request.send().await?;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            body.extend_from_slice(&chunk);
            if body.len() > BODY_LIMIT {
                break;
            }
        }
        Ok(Answered {
            status,
            headers,
            body,
        })
    }
}
