//! Layouts: the documents, our templates, and what the service is sent of them.

pub mod templates;
mod wire;

pub use wire::to_wire;

use crate::types::Layout;

/// One whole canvas in the document's unit.
pub const WHOLE: u32 = 1_000_000;

/// The layout with this id.
pub fn find(id: &str) -> Option<Layout> {
    templates::all().into_iter().find(|layout| layout.id == id)
}
