//! The API console: single calls as a person composes them, checked, sent once and kept.

mod check;
mod clean;
mod code;
mod drafts;
mod export;
mod history;
mod import;
mod reference;
mod secrets;
mod send;
mod setup;
mod token;

pub(crate) use history::request_with_references;
pub(crate) use secrets::Held;
