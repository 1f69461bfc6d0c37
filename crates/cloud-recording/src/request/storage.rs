use serde::{Deserialize, Serialize};

use super::Extra;
use crate::Secret;
use crate::secret::{option_to_wire, to_wire};

/// Where the files go: a bucket of the user's own. Vendor and region numbers are rows of
/// [`crate::contract::vendors`].
///
/// Source: the start page and the region and vendor page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StorageConfig {
    /// The vendor's number.
    pub vendor: i64,
    /// The region's number inside the vendor; 0 for Azure, Google and S3-compatible stores.
    pub region: i64,
    /// The bucket, or the container in Azure.
    pub bucket: String,
    /// The key's name.
    #[serde(serialize_with = "to_wire")]
    pub access_key: Secret,
    /// The key itself.
    #[serde(serialize_with = "to_wire")]
    pub secret_key: Secret,
    /// The session token of temporary credentials (vendors 1, 2, 3).
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "option_to_wire"
    )]
    pub sts_token: Option<Secret>,
    /// When temporary credentials end, Unix **seconds**, at least four hours ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sts_expiration: Option<u64>,
    /// Path parts of letters and digits; joined and closed by `/` at most 128 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name_prefix: Option<Vec<String>>,
    /// What only some vendors know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension_params: Option<StorageExtension>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Storage members that only some vendors know.
///
/// Source: the start page and the region and vendor page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StorageExtension {
    /// Server-side encryption, `kms` or `aes256` (Amazon S3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sse: Option<String>,
    /// An object tag (Amazon S3 and Alibaba).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The bare host of an S3-compatible store (vendor 11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
