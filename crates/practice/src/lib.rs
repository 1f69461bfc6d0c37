//! A stand-in for Agora Cloud Recording on the loopback.
//!
//! It takes the same calls, gives the same answers and refusals, keeps its recordings on disk so
//! that they outlive a restart, and makes files that play. Made-up people come to its channels and
//! leave them. What it does where the service's pages are silent is listed in the crate's README.
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! # async fn run() -> Result<(), practice::Error> {
//! let server = practice::serve(practice::Config {
//!     port: 0,
//!     app_id: "0123456789abcdef0123456789abcdef".into(),
//!     customer_id: "practice".into(),
//!     customer_secret: "practice".into(),
//!     files: "files".into(),
//!     data: "data".into(),
//!     clock: Arc::new(practice::SystemClock),
//!     requests_per_second: Some(10),
//! })
//! .await?;
//! println!("{}", server.url());
//! server.shutdown().await;
//! # Ok(())
//! # }
//! ```

mod clock;
mod config;
mod dice;
mod engine;
mod error;
pub mod faults;
mod http;
mod media;
mod people;
mod rate;
mod server;
mod session;
mod store;
mod story;

pub use clock::{BadScale, Clock, ManualClock, ScaledClock, SystemClock};
pub use config::Config;
pub use error::Error;
pub use http::Limits;
pub use people::{Portrait, portraits};
pub use server::{Server, serve, serve_within};
pub use store::latest_ms;
