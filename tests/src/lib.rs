//! Drives Roomreel through its real window: a virtual display, a session bus, a keychain where one is
//! wanted, tauri-driver, and a data folder of each journey's own.
//!
//! A journey is told in [`App`]'s words (press, type, wait for), never in sleeps.
#![allow(clippy::unwrap_used, clippy::panic)]

pub mod app;
pub mod editor;
mod heard;
pub mod media;
pub mod process;
mod stand_in;
pub mod story;
pub mod world;

pub use app::App;
pub use editor::Editor;
pub use stand_in::stand_in;
pub use world::{World, WorldOptions};
