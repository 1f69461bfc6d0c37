use serde::{Deserialize, Serialize};

use super::{Extra, envelope};

envelope! {
    /// Ends a recorder. Once: a second stop is answered with 49 or 404.
    ///
    /// Source: the stop page.
    StopRequest, StopClientRequest
}

/// The member of stop.
///
/// Source: the stop page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StopClientRequest {
    /// True answers at once; false (default) once files are uploaded, expected within 20 s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub async_stop: Option<bool>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
