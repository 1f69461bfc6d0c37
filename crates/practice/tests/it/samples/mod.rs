//! Samples of every call, at the stand-in by plain HTTP: each request goes through a life of its own
//! and each answer is laid beside what the stand-in answers in its place.

mod answers;
pub mod data;
pub mod lives;
mod requests;
mod shape;
