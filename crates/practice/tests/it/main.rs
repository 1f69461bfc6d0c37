//! The stand-in from outside: over HTTP, with a plain client and a clock that is moved by hand.

#![allow(clippy::unwrap_used, clippy::panic)]

#[cfg(feature = "video")]
mod colours;
#[cfg(feature = "video")]
mod composed;
mod faults;
mod flood;
mod gaps;
mod gateway;
mod generated;
mod hammer;
mod hostile;
mod inside;
mod lasting;
mod life;
mod line;
mod modes;
mod parse;
mod people;
mod playable;
mod probe;
mod published;
mod raw;
mod refusals;
mod restart;
mod samples;
mod stand;
mod statements;
