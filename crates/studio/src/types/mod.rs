//! What crosses between the page and the studio: requests, answers and events.
//!
//! Every type here is written to TypeScript by a test (`ui/src/bridge/generated`). None of them
//! can carry a secret outwards: [`cloud_recording::Secret`] deserializes only.

mod accounts;
mod app;
mod console;
mod downloads;
mod events;
mod faults;
mod layouts;
mod library;
mod pictures;
mod preflight;
mod projects;
mod recordings;
mod setup;
mod setups;
mod storages;

pub use accounts::*;
pub use app::*;
pub use console::*;
pub use downloads::*;
pub use events::*;
pub use faults::*;
pub use layouts::*;
pub use library::*;
pub use pictures::*;
pub use preflight::*;
pub use projects::*;
pub use recordings::*;
pub use setup::*;
pub use setups::*;
pub use storages::*;
