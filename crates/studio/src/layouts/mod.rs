//! Layouts: the documents, our templates, a person's own, and what the service is sent of them.

mod exchange;
mod mend;
mod own;
mod preset;
pub mod templates;
mod wire;

pub use exchange::{export, import};
use mend::mend;
pub use preset::arrange;
pub use wire::to_wire;

use crate::types::{Background, Layout};

/// One whole canvas in the document's unit.
pub const WHOLE: u32 = 1_000_000;

/// The template with this key.
pub fn find(id: &str) -> Option<Layout> {
    templates::all().into_iter().find(|layout| layout.id == id)
}

impl Background {
    /// The service's default.
    pub fn black() -> Self {
        Self {
            color: "#000000".to_owned(),
            image: None,
            placeholder: None,
            users: Vec::new(),
        }
    }
}
