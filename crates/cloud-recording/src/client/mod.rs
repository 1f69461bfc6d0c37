//! The HTTP client.

mod attempt;
mod paths;
mod raw;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use reqwest::header::HeaderValue;
use serde_json::Value;

use crate::answer::{Acquired, ChannelUsers, QueryAnswer, Started, StopAnswer, Updated};
use crate::contract::{conceal, secret_texts};
use crate::error::Kind;
use crate::hosts::Route;
use crate::request::{
    AcquireRequest, StartRequest, StopRequest, UpdateLayoutRequest, UpdateRequest,
};
use crate::retry::{Decision, Patience, decide_with};
use crate::{Call, Error, Hosts, Mode, Secret, limiter};

pub use raw::{RawAnswer, Target, judge};

/// What a client needs to know. Printing it does not print the secret.
#[derive(Debug, Clone)]
pub struct ClientConfig {
    /// The project, 32 hex characters.
    pub app_id: String,
    /// The account's customer ID, from the console's REST page.
    pub customer_id: String,
    /// The secret that belongs to it.
    pub customer_secret: Secret,
    /// Which hosts are asked.
    pub hosts: Hosts,
    /// How long one attempt may take, from connecting to the end of the answer. Not under 30 s
    /// where stop waits for the upload.
    pub timeout: Duration,
    /// How failures are repeated.
    pub pace: Pace,
}

impl ClientConfig {
    /// The service outside mainland China, 30 s, with repeats.
    pub fn new(
        app_id: impl Into<String>,
        customer_id: impl Into<String>,
        customer_secret: impl Into<Secret>,
    ) -> Self {
        Self {
            app_id: app_id.into(),
            customer_id: customer_id.into(),
            customer_secret: customer_secret.into(),
            hosts: Hosts::Area(crate::Area::Global),
            timeout: Duration::from_secs(30),
            pace: Pace::default(),
        }
    }
}

/// How failures are repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Whether they are, as [`crate::retry::decide`] says.
    pub retries: bool,
    /// What counts as a second of waiting; shorter in tests.
    pub unit: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            retries: true,
            unit: Duration::from_secs(1),
        }
    }
}

/// A started recording, as later calls name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// From acquire.
    pub resource_id: String,
    /// From start.
    pub sid: String,
    /// The mode it was started in.
    pub mode: Mode,
}

/// Talks to the service for one project. Cheap to clone; clones share connections.
///
/// Each method is one logical call: other hosts and short repeats are tried inside, and what comes
/// back is the outcome of the last attempt. What the service refuses with 4xx comes back at once.
/// All clients of one App ID in this process together send at most eight requests a second.
///
/// A call can be dropped at any moment: nothing is held that would keep later ones from going out.
/// A dropped start may have started all the same; its recorder ends by idle time.
#[derive(Debug, Clone)]
pub struct Client {
    inner: Arc<Inner>,
    patience: Patience,
}

struct Inner {
    config: ClientConfig,
    http: reqwest::Client,
    authorization: HeaderValue,
    route: Route,
    users_route: Route,
    /// The host that answered last, so that a dead one is not asked first every time.
    at: AtomicUsize,
    users_at: AtomicUsize,
    /// What must never be kept from an answer.
    own_secrets: [String; 2],
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.config.fmt(f)
    }
}

impl Client {
    /// Sets a client up. Nothing is sent.
    ///
    /// # Errors
    ///
    /// An empty App ID or customer ID, an address that [`Hosts::custom`] would refuse, or no usable
    /// certificates on this computer.
    pub fn new(config: ClientConfig) -> Result<Self, Error> {
        let refuse = |what: &str| Error::input(Call::Acquire, what);
        if config.app_id.is_empty() || config.customer_id.is_empty() {
            return Err(refuse("App ID and customer ID must be given"));
        }
        let route = config.hosts.route(Call::Acquire)?;
        let users_route = config.hosts.route(Call::ChannelUsers)?;
        let secret = config.customer_secret.expose();
        let credentials = STANDARD.encode(format!("{}:{secret}", config.customer_id));
        let mut authorization = HeaderValue::try_from(format!("Basic {credentials}"))
            .map_err(|_| refuse("the customer ID cannot be sent"))?;
        authorization.set_sensitive(true);
        let own_secrets = [secret.to_owned(), credentials];
        let http = attempt::client(&config, route.is_loopback())?;
        let inner = Inner {
            http,
            authorization,
            route,
            users_route,
            at: AtomicUsize::new(0),
            users_at: AtomicUsize::new(0),
            own_secrets,
            config,
        };
        Ok(Self {
            inner: Arc::new(inner),
            patience: Patience::Short,
        })
    }

    /// The same client with [`Patience::Long`]: query, update, updateLayout and stop wait through
    /// the 90 s in which a recorder can be moved, and stop is repeated, for about ten minutes, until
    /// it has ended. Acquire and start are only more patient with "too many requests".
    #[must_use]
    pub fn patient(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            patience: Patience::Long,
        }
    }

    /// Chooses how many requests a second all clients of this App ID in this process send together,
    /// at least 1; 8 unless chosen. The service allows 10, shared with everybody else who uses the
    /// App ID. The user list keeps its own 8.
    pub fn limit_rate(&self, per_second: u32) {
        limiter::set(&self.inner.config.app_id, per_second);
    }

    /// The project that this client is for.
    pub fn app_id(&self) -> &str {
        &self.inner.config.app_id
    }

    /// Reserves a recorder. Start it within five minutes, best at once.
    ///
    /// Source: the acquire page.
    ///
    /// # Errors
    ///
    /// See [`Error`]'s predicates; typical are `is_app_id_refused`, `is_overloaded`, `is_refused`.
    pub async fn acquire(&self, request: &AcquireRequest) -> Result<Acquired, Error> {
        let path = paths::acquire(&self.inner.config.app_id);
        self.send(Call::Acquire, path, Some(request.to_wire()), Acquired::read)
            .await
    }

    /// Starts the reserved recorder. Success does not mean that it records: query it after 5 s.
    ///
    /// Source: the start page.
    ///
    /// # Errors
    ///
    /// With `is_already_started` it runs, but its sid is not known. With `may_have_acted` it may
    /// run: never start a second recorder with the same ID then.
    pub async fn start(
        &self,
        resource_id: &str,
        mode: Mode,
        request: &StartRequest,
    ) -> Result<Started, Error> {
        let path = paths::start(&self.inner.config.app_id, resource_id, mode);
        self.send(Call::Start, path, Some(request.to_wire()), Started::read)
            .await
    }

    /// Asks how a recorder is doing. Ask more often than its `maxIdleTime`, about every 2 minutes.
    ///
    /// Source: the query page.
    ///
    /// # Errors
    ///
    /// `is_not_found` can be a change of worker: ask again for up to 90 s before believing it.
    pub async fn query(&self, session: &Session) -> Result<QueryAnswer, Error> {
        let path = paths::live(&self.inner.config.app_id, session, Call::Query);
        self.send(Call::Query, path, None, QueryAnswer::read).await
    }

    /// Changes subscriptions, page recording, push target or storage keys.
    ///
    /// Source: the update page.
    ///
    /// # Errors
    ///
    /// As [`Client::query`].
    pub async fn update(
        &self,
        session: &Session,
        request: &UpdateRequest,
    ) -> Result<Updated, Error> {
        let path = paths::live(&self.inner.config.app_id, session, Call::Update);
        let read = |status, body: &[u8]| Updated::read(Call::Update, status, body);
        self.send(Call::Update, path, Some(request.to_wire()), read)
            .await
    }

    /// Replaces the layout of a mix as a whole. Only after a query has shown status 4 or 5, and
    /// one at a time.
    ///
    /// Source: the update-layout page.
    ///
    /// # Errors
    ///
    /// As [`Client::query`].
    pub async fn update_layout(
        &self,
        session: &Session,
        request: &UpdateLayoutRequest,
    ) -> Result<Updated, Error> {
        let path = paths::live(&self.inner.config.app_id, session, Call::UpdateLayout);
        let read = |status, body: &[u8]| Updated::read(Call::UpdateLayout, status, body);
        self.send(Call::UpdateLayout, path, Some(request.to_wire()), read)
            .await
    }

    /// Ends a recorder.
    ///
    /// Source: the stop page.
    ///
    /// # Errors
    ///
    /// `is_already_stopping` and, after its 90 s, `is_not_found` mean stopped;
    /// `is_nothing_recorded` means stopped without files.
    pub async fn stop(
        &self,
        session: &Session,
        request: &StopRequest,
    ) -> Result<StopAnswer, Error> {
        let path = paths::live(&self.inner.config.app_id, session, Call::Stop);
        self.send(Call::Stop, path, Some(request.to_wire()), StopAnswer::read)
            .await
    }

    /// Asks who is in a channel. Has a limit of its own beside the other calls'.
    ///
    /// Source: the query user list page (channel management).
    ///
    /// # Errors
    ///
    /// See [`Error`]'s predicates.
    pub async fn channel_users(&self, channel: &str) -> Result<ChannelUsers, Error> {
        let path = paths::users(&self.inner.config.app_id, channel);
        self.send(Call::ChannelUsers, path, None, ChannelUsers::read)
            .await
    }

    /// One logical call: attempts until one succeeds or nothing is left to try.
    async fn send<T>(
        &self,
        call: Call,
        path: String,
        body: Option<Value>,
        read: impl Fn(u16, &[u8]) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let inner = &*self.inner;
        let (route, at, key) = inner.way(call);
        let method = if body.is_some() {
            Method::POST
        } else {
            Method::GET
        };
        let mut host = at.load(Ordering::Relaxed);
        let mut attempt = 1;
        let mut acted_before = false;
        loop {
            tokio::time::sleep(limiter::wait(&key, Instant::now())).await;
            let url = format!("{}{path}", route.base(host));
            let answer = inner.attempt(&method, &url, body.as_ref()).await;
            let (outcome, error) = match answer {
                Ok(answer) => {
                    at.store(host, Ordering::Relaxed);
                    match read(answer.status, &inner.without_own_secrets(answer.body)) {
                        Ok(answer) => return Ok(answer),
                        Err(error) => (attempt::outcome(&error), error),
                    }
                }
                Err(failure) => failure.into_error(call),
            };
            let decision = decide_with(self.patience, call, attempt, &outcome);
            match decision {
                Decision::Again { after, host: next } if inner.config.pace.retries => {
                    acted_before |= error.may_have_acted();
                    host = route.next(host, next);
                    attempt += 1;
                    let seconds = u32::try_from(after.as_secs()).unwrap_or(u32::MAX);
                    tokio::time::sleep(inner.config.pace.unit.saturating_mul(seconds)).await;
                }
                _ => return Err(inner.cleaned(error, body.as_ref()).after(acted_before)),
            }
        }
    }
}

impl Inner {
    /// Where a call goes, the host that answered last, and whose rate it counts to.
    fn way(&self, call: Call) -> (&Route, &AtomicUsize, String) {
        let app_id = &self.config.app_id;
        match call {
            Call::ChannelUsers => (&self.users_route, &self.users_at, format!("users:{app_id}")),
            _ => (&self.route, &self.at, app_id.clone()),
        }
    }

    /// An answer without our credentials, should somebody have sent them back in it.
    fn without_own_secrets(&self, body: Vec<u8>) -> Vec<u8> {
        let Ok(text) = std::str::from_utf8(&body) else {
            return body;
        };
        conceal(text, self.own_secrets.iter().map(String::as_str)).into_bytes()
    }

    /// The error without anything of ours that the other side may have sent back.
    fn cleaned(&self, error: Error, body: Option<&Value>) -> Error {
        if matches!(error.kind(), Kind::Input(_)) {
            return error;
        }
        let sent = body.map(secret_texts).unwrap_or_default();
        error.without(&self.own_secrets).without(&sent)
    }
}
