//! The client against a server of a few lines on the loopback.

mod calls;
mod failures;
mod raw;
mod server;

use std::time::Duration;

use cloud_recording::{Client, ClientConfig, Hosts, Mode, Pace, Secret, Session};

/// In every place where a secret can be.
pub const CANARY: &str = "canary/secret+9f3e";

/// A client that waits a millisecond where the real one waits a second. Every test has an App ID of
/// its own, for the rate limit is shared by all clients of one.
pub fn client(app_id: &str, hosts: Hosts) -> Client {
    Client::new(ClientConfig {
        app_id: app_id.to_owned(),
        customer_id: "customer".to_owned(),
        customer_secret: Secret::from(CANARY),
        hosts,
        timeout: Duration::from_secs(20),
        pace: Pace {
            retries: true,
            unit: Duration::from_millis(1),
        },
    })
    .unwrap()
}

pub fn session() -> Session {
    Session {
        resource_id: "r".to_owned(),
        sid: "s".to_owned(),
        mode: Mode::Mix,
    }
}
