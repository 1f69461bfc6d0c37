//! Faults on purpose: what a network, a gateway and a service do when they fail, so that a program
//! built against the API can meet it before its users do.
//!
//! A fault is asked for in three ways: for one call by the header `X-Practice-Fault`; for the
//! program as a whole by its flags; and while it runs by the [`Faults`] of a
//! [`Server`](crate::Server). Which faults a call meets is decided in one place, by [`Plan`] and the
//! calls that came before alone; how they are carried out is up to the HTTP layer and the engine.
//!
//! ```
//! use practice::faults::{Fault, Plan, Rule};
//!
//! # fn main() -> Result<(), practice::faults::BadFault> {
//! let plan = Plan { rules: vec!["start:lost-answer*1".parse()?], seed: None };
//! assert_eq!(plan.rules[0].fault, Fault::LostAnswer);
//! assert_eq!(Plan { seed: Some(7), ..plan }.rules.len(), 1);
//! # Ok(())
//! # }
//! ```

mod answer;
mod catalogue;
mod decide;
mod fault;
mod happened;
mod orders;
mod plan;
mod random;
mod text;

pub use catalogue::{Argument, Kind, Unit, kinds};
pub use fault::Fault;
pub use happened::{Faults, Happened};
pub use plan::{Often, Plan, Rule};
pub use text::BadFault;

pub(crate) use answer::{Reply, reply};
pub(crate) use orders::Orders;
pub(crate) use text::asked_for;
