use serde::{Deserialize, Serialize};

use super::{Extra, StartClientRequest, envelope};

envelope! {
    /// Reserves a recorder. Its `resourceId` serves one start within five minutes.
    ///
    /// Source: the acquire page.
    AcquireRequest, AcquireClientRequest
}

/// The members of acquire. All may be left out, except `scene` for a web page.
///
/// Source: the acquire page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AcquireClientRequest {
    /// 0 individual or mix (the default), 1 web page, 2 postponed transcoding (legacy).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scene: Option<u32>,
    /// Hours, 1 to 720, default 72, for which query, update and stop are possible after start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_expired_hour: Option<u32>,
    /// Resources whose machine or region is to be avoided, for a second recorder of a channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclude_resource_ids: Option<Vec<String>>,
    /// Where the service runs: `CN`, `AP`, `EU` or `NA`; default is the nearest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// 0 nearest, 1 China, 2 South-East Asia, 3 Europe, 4 North America (Chinese pages only).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_affinity: Option<u32>,
    /// Exactly what start's `clientRequest` will be, so that a fitting worker is picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_parameter: Option<Box<StartClientRequest>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
