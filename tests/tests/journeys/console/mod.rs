//! The API console: every call and every field, the text beside the form, pasted calls, history and drafts.

mod calls;
mod screen;
mod twin;
