//! The crate through its public face.
#![allow(clippy::unwrap_used, clippy::panic)]

mod answers;
#[cfg(feature = "client")]
mod client;
mod contract;
mod data;
mod errors;
mod judgement;
mod presets;
mod retry;
mod rules;
mod wire;
