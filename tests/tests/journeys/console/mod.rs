//! The API console: every call and every field, the text beside the form, pasted calls, history and drafts.

mod by_keys;
mod calls;
mod drafts;
mod keeping;
mod paths;
mod reference;
mod relay;
mod screen;
#[path = "../../../../crates/cloud-recording/tests/it/reference.rs"]
mod tables;
mod twin;
mod walk;
