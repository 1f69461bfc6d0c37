//! What a stand-in needs to know before it can serve.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use cloud_recording::Secret;

use crate::Clock;

/// How a server is set up.
#[derive(Clone)]
pub struct Config {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// The one App ID that has Cloud Recording switched on here.
    pub app_id: String,
    /// The customer ID that calls sign in with.
    pub customer_id: String,
    /// The customer secret that belongs to it.
    pub customer_secret: Secret,
    /// The folder that plays the part of the bucket. It is made when it is missing.
    pub files: PathBuf,
    /// The folder for `practice.sqlite`. One server at a time may use it.
    pub data: PathBuf,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// How many calls a second one App ID may make before it is answered with 429. The service
    /// allows 10; `None` allows any number. The user list has a count of its own, twice as high.
    pub requests_per_second: Option<u32>,
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("port", &self.port)
            .field("app_id", &self.app_id)
            .field("customer_id", &self.customer_id)
            .field("files", &self.files)
            .field("data", &self.data)
            .field("requests_per_second", &self.requests_per_second)
            .finish_non_exhaustive()
    }
}
