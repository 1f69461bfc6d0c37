//! Agora Cloud Recording as a Rust library.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod answer;
mod call;
#[cfg(feature = "client")]
mod client;
pub mod contract;
mod error;
#[cfg(feature = "client")]
mod hosts;
pub mod request;
mod secret;
pub mod token;

pub use call::{Call, Mode, UnknownName};
#[cfg(feature = "client")]
pub use client::{Client, ClientConfig, Pace, Session};
pub use error::Error;
#[cfg(feature = "client")]
pub use hosts::{Area, Hosts};
pub use secret::Secret;
