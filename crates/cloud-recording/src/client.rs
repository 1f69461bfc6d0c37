use std::time::Duration;

use crate::answer::{Acquired, ChannelUsers, QueryAnswer, Started, StopAnswer, Updated};
use crate::error::Kind;
use crate::request::{
    AcquireRequest, StartRequest, StopRequest, UpdateLayoutRequest, UpdateRequest,
};
use crate::{Call, Error, Hosts, Mode, Secret};

/// Set-up.
#[derive(Debug, Clone)]
pub struct ClientConfig {
    pub app_id: String,
    pub customer_id: String,
    pub customer_secret: Secret,
    pub hosts: Hosts,
    pub timeout: Duration,
    pub pace: Pace,
}

/// Pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    pub retries: bool,
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

/// A recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub resource_id: String,
    pub sid: String,
    pub mode: Mode,
}

/// The client.
#[derive(Debug, Clone)]
pub struct Client {
    config: ClientConfig,
}

impl Client {
    pub fn new(config: ClientConfig) -> Result<Self, Error> {
        Ok(Self { config })
    }
    fn not_yet<T>(&self, call: Call) -> Result<T, Error> {
        Err(Error::new(
            call,
            Kind::Unreachable(format!("{:?}", self.config.hosts)),
        ))
    }
    pub async fn acquire(&self, _request: &AcquireRequest) -> Result<Acquired, Error> {
        self.not_yet(Call::Acquire)
    }
    pub async fn start(
        &self,
        _resource_id: &str,
        _mode: Mode,
        _request: &StartRequest,
    ) -> Result<Started, Error> {
        self.not_yet(Call::Start)
    }
    pub async fn query(&self, _session: &Session) -> Result<QueryAnswer, Error> {
        self.not_yet(Call::Query)
    }
    pub async fn update(
        &self,
        _session: &Session,
        _request: &UpdateRequest,
    ) -> Result<Updated, Error> {
        self.not_yet(Call::Update)
    }
    pub async fn update_layout(
        &self,
        _session: &Session,
        _request: &UpdateLayoutRequest,
    ) -> Result<Updated, Error> {
        self.not_yet(Call::UpdateLayout)
    }
    pub async fn stop(
        &self,
        _session: &Session,
        _request: &StopRequest,
    ) -> Result<StopAnswer, Error> {
        self.not_yet(Call::Stop)
    }
    pub async fn channel_users(&self, _channel: &str) -> Result<ChannelUsers, Error> {
        self.not_yet(Call::ChannelUsers)
    }
}
