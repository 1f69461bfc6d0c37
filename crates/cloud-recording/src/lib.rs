//! Agora Cloud Recording as a Rust library: record RTC channels (and web pages) into a bucket of
//! your own, and never lose sight of a recording.
//!
//! - [`request`] and [`answer`]: every body as a struct; unknown members survive a round trip.
//! - [`contract`]: all limits as data, and [`contract::check`], which finds everything wrong with a
//!   body at once, before the service does.
//! - [`Client`]: the calls, with basic auth, host fail-over, short repeats and a rate limit.
//! - [`retry`]: what is repeated and when, as pure functions.
//! - [`layout`]: layouts from JSON to whole millionths and back, with what is wrong explained.
//! - [`presets`]: where people land in the service's own layouts.
//! - [`token`]: RTC tokens for recorders, made and read.
//! - [`notification`]: what the service sends by itself.
//!
//! Without the feature `client` there is no network in it at all.
//!
//! Programs in `examples/`: `check` (judge a body), `token`, `preset` (a layout as regions), `record`
//! (a whole recording), `contract-docs`, `figures` and `fuzz`.
//!
//! # A recording from start to stop
//!
//! ```no_run
//! # #[cfg(feature = "client")]
//! # async fn run() -> Result<(), cloud_recording::Error> {
//! use cloud_recording::request::{
//!     AcquireClientRequest, AcquireRequest, RecordingConfig, StartClientRequest, StartRequest,
//!     StopClientRequest, StopRequest, StorageConfig,
//! };
//! use cloud_recording::{Client, ClientConfig, Mode, Session};
//!
//! let client = Client::new(ClientConfig::new(
//!     "0123456789abcdef0123456789abcdef",
//!     "customer-id",
//!     "customer-secret",
//! ))?;
//! let (channel, recorder) = ("town hall", "527841");
//!
//! let reserve = AcquireRequest::new(channel, recorder, AcquireClientRequest::default());
//! let resource_id = client.acquire(&reserve).await?.resource_id;
//!
//! let start = StartRequest::new(channel, recorder, StartClientRequest {
//!     recording_config: Some(RecordingConfig {
//!         channel_type: Some(1),
//!         max_idle_time: Some(300),
//!         ..RecordingConfig::default()
//!     }),
//!     storage_config: Some(StorageConfig {
//!         vendor: 1,
//!         region: 4,
//!         bucket: "recordings".to_owned(),
//!         access_key: "access key".into(),
//!         secret_key: "secret key".into(),
//!         ..StorageConfig::default()
//!     }),
//!     ..StartClientRequest::default()
//! });
//! let sid = client.start(&resource_id, Mode::Mix, &start).await?.sid;
//!
//! let session = Session { resource_id, sid, mode: Mode::Mix };
//! println!("status {:?}", client.query(&session).await?.status);
//!
//! let stop = StopRequest::new(channel, recorder, StopClientRequest::default());
//! for file in client.stop(&session, &stop).await?.file_list {
//!     println!("{}", file.file_name);
//! }
//! # Ok(())
//! # }
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]
#![warn(missing_docs)]

pub mod answer;
mod call;
#[cfg(feature = "client")]
mod client;
pub mod contract;
mod error;
mod extra;
#[cfg(feature = "client")]
mod hosts;
#[cfg(feature = "client")]
pub mod http;
pub mod layout;
#[cfg(feature = "client")]
mod limiter;
pub mod notification;
pub mod presets;
pub mod request;
pub mod retry;
mod secret;
pub mod token;

pub use call::{Call, Mode, UnknownName};
#[cfg(feature = "client")]
pub use client::{Client, ClientConfig, Pace, RawAnswer, Session, Target, judge};
pub use error::Error;
#[cfg(feature = "client")]
pub use hosts::{Area, Hosts};
pub use secret::Secret;
