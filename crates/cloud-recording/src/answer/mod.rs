//! What comes back, read leniently.
//!
//! The service has changed its answers over the years and some of its own pages disagree, so the
//! decoders take every published form: `fileList` as text or array, `fileName` or `filename`,
//! numbers and booleans as text, `payload` or `playload`, a missing `serverResponse`. What they do
//! not know is kept. They never panic, whatever comes.
//!
//! Success is **HTTP 200 and no other `code` in the body**; 201 and 206 are errors.
//!
//! Source: the query and stop pages from 2019 to today.

mod channel;
mod files;
mod lenient;
mod query;
mod session;
mod stop;
mod success;

pub use channel::{ChannelProfile, ChannelUsers};
pub use files::RecordedFile;
pub use query::{QueryAnswer, ServiceState};
pub use session::{Acquired, Started, Updated};
pub use stop::{StopAnswer, Uploading};
#[cfg(feature = "client")]
pub(crate) use success::BODY_LIMIT;
pub use success::success;

pub use crate::extra::Extra;
