//! Roomreel without a window: accounts and keychain, recorder and monitor, layouts, library, store.
//!
//! [`Core`] is the one surface: the shell's adapters call its methods one to one, and
//! [`Core::events`] carries every change to whoever draws it. Nothing here knows Tauri.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

#[macro_use]
mod command_list;

mod accounts;
mod bridge;
mod buckets;
mod clients;
mod clock;
mod console;
mod core;
mod downloads;
mod failure;
mod fresh;
mod layouts;
mod library;
mod logging;
mod people;
mod pictures;
mod practising;
mod preflight;
mod projects;
pub mod recorder;
mod relay;
mod session;
mod setup;
mod setups;
mod storages;
mod store;
pub mod types;
mod vault;

pub use bridge::typescript;
pub use clock::{Clock, ScaledClock, SystemClock, Waits};
pub use core::{Core, Desktop, NoDesktop, Options};
pub use layouts::templates;
pub use logging::start as start_logging;
pub use recorder::machine;
pub use vault::{Keychain, MemoryVault, Vault, VaultError};
