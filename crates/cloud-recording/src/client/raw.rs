//! One call as it is: what goes out is not read, and what comes back is not judged.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::Value;

use super::{Client, Session, paths};
use crate::answer::{Acquired, ChannelUsers, QueryAnswer, Started, StopAnswer, Updated};
use crate::contract::conceal;
use crate::{Call, Error, Mode, limiter};

/// A call and what its address names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Which call.
    pub call: Call,
    /// The mode, where the address has one: all calls but acquire and the user list.
    pub mode: Mode,
    /// From acquire; in the address of start and of all later calls.
    pub resource_id: String,
    /// From start; in the address of later calls.
    pub sid: String,
    /// The channel of the user list.
    pub channel: String,
    /// The user list of a live channel's hosts only.
    pub hosts_only: bool,
}

impl Target {
    /// `GET` or `POST`.
    pub fn method(&self) -> &'static str {
        match self.call {
            Call::Query | Call::ChannelUsers => "GET",
            _ => "POST",
        }
    }

    /// The address without the host; every part is escaped, so none can leave its place.
    ///
    /// Source: the pages of the calls; for the user list the query user list page, whose
    /// `hosts_only` newer editions write as a query parameter.
    pub fn path(&self, app_id: &str) -> String {
        match self.call {
            Call::Acquire => paths::acquire(app_id),
            Call::Start => paths::start(app_id, &self.resource_id, self.mode),
            Call::ChannelUsers => {
                let list = paths::users(app_id, &self.channel);
                let hosts = if self.hosts_only {
                    "?hosts_only=true"
                } else {
                    ""
                };
                format!("{list}{hosts}")
            }
            Call::Query | Call::Update | Call::UpdateLayout | Call::Stop => {
                let session = Session {
                    resource_id: self.resource_id.clone(),
                    sid: self.sid.clone(),
                    mode: self.mode,
                };
                paths::live(app_id, &session, self.call)
            }
        }
    }
}

/// What came back, as it came; only the client's own credentials are taken out.
#[derive(Clone, PartialEq, Eq)]
pub struct RawAnswer {
    /// The HTTP status.
    pub status: u16,
    /// Names in lower case, in the order of the answer.
    pub headers: Vec<(String, String)>,
    /// At most a little over 10 MiB; the rest is not read.
    pub bytes: Vec<u8>,
    /// Host and path that were asked.
    pub address: String,
    /// From sending to the last byte.
    pub elapsed: Duration,
}

impl std::fmt::Debug for RawAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not the body: nobody has looked at it yet.
        f.debug_struct("RawAnswer")
            .field("status", &self.status)
            .field("bytes", &self.bytes.len())
            .field("address", &self.address)
            .field("elapsed", &self.elapsed)
            .finish_non_exhaustive()
    }
}

/// Judges an answer by the decoder of its call, as the other methods of [`Client`] do.
///
/// # Errors
///
/// What that method would have given back for it.
pub fn judge(call: Call, status: u16, body: &[u8]) -> Result<(), Error> {
    match call {
        Call::Acquire => Acquired::read(status, body).map(drop),
        Call::Start => Started::read(status, body).map(drop),
        Call::Query => QueryAnswer::read(status, body).map(drop),
        Call::Update | Call::UpdateLayout => Updated::read(call, status, body).map(drop),
        Call::Stop => StopAnswer::read(status, body).map(drop),
        Call::ChannelUsers => ChannelUsers::read(status, body).map(drop),
    }
}

impl Client {
    /// Host and path that `target` would be asked at now: that of the host that answered last.
    pub fn address(&self, target: &Target) -> String {
        let inner = &*self.inner;
        let (route, at, _) = inner.way(target.call);
        let base = route.base(at.load(Ordering::Relaxed));
        format!("{base}{}", target.path(&inner.config.app_id))
    }

    /// Makes a call once, with `body` as it is, and gives back whatever was answered: for tools that
    /// show the service as it is. No other host is asked and nothing is repeated, but the rate limit
    /// holds. An answer of any status is no error; see [`judge`].
    ///
    /// The client's own credentials are taken out of the answer. Secrets of `body` are not: who keeps
    /// the answer takes them out with [`conceal`](crate::contract::conceal).
    ///
    /// # Errors
    ///
    /// `is_unreachable` where nothing was sent, `is_timeout` where no whole answer came.
    pub async fn raw(&self, target: &Target, body: Option<&Value>) -> Result<RawAnswer, Error> {
        let inner = &*self.inner;
        let (_, _, key) = inner.way(target.call);
        let method = if target.method() == "GET" {
            Method::GET
        } else {
            Method::POST
        };
        tokio::time::sleep(limiter::wait(&key, Instant::now())).await;
        let address = self.address(target);
        let sent = Instant::now();
        let answer = inner.attempt(&method, &address, body).await;
        let elapsed = sent.elapsed();
        let answer = answer.map_err(|failure| failure.into_error(target.call).1)?;
        let headers = answer.headers.iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            let value = conceal(&value, inner.own_secrets.iter().map(String::as_str));
            (name.as_str().to_owned(), value)
        });
        Ok(RawAnswer {
            status: answer.status,
            headers: headers.collect(),
            bytes: inner.without_own_secrets(answer.body),
            address,
            elapsed,
        })
    }
}
