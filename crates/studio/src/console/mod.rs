//! The API console: single calls as a person composes them, checked, sent once and kept.

mod check;
mod clean;
mod drafts;
mod history;
mod reference;
mod secrets;
mod send;
mod token;

pub(crate) use history::request_with_references;
pub(crate) use secrets::Held;
