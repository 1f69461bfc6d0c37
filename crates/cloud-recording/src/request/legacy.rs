use serde::{Deserialize, Serialize};

use super::Extra;

/// Legacy (2022 to 2024), individual: what is done after the end.
///
/// Source: the start pages of 2022 to 2024.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AppsCollection {
    /// `default` or `postpone_transcoding`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub combination_policy: Option<String>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Legacy (2022 to 2024), individual: how sound is mixed after the end. Its groups (`container`,
/// `transConfig`, `audio`) are kept as they are.
///
/// Source: the start pages of 2022 to 2024.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TranscodeOptions(pub Extra);
