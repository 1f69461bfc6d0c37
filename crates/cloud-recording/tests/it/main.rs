//! The crate through its public face.
#![allow(clippy::unwrap_used, clippy::panic)]

mod answers;
#[cfg(feature = "client")]
mod client;
mod complete;
mod contract;
mod data;
mod document;
mod errors;
mod examples;
mod generated;
mod judgement;
mod kept;
mod layouts;
mod notifications;
mod page;
mod presets;
mod reference;
mod retry;
mod rules;
mod wire;
