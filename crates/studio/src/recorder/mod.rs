//! The recorder: a state machine with pure transitions, and the one task that carries them out.
//!
//! [`machine::next`] decides; [`actor`] writes each decision to the store, makes the calls and feeds the
//! answers back. Nothing waits in a task of its own: what is due next stands in the job itself.

mod actor;
mod calls;
mod job;
pub mod machine;

pub use actor::Recorder;
pub use job::{Busy, Job, TokenStamp};
