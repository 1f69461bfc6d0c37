use serde::Serialize;

use super::field::{Choice, Field, Required};
use super::fields;

/// A row of the contract, for the page's forms.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldData {
    /// Call and members, such as `start.clientRequest.recordingConfig.maxIdleTime`.
    pub path: String,
    /// `integer`, `number`, `text`, `flag`, `object`, `texts` or `objects`.
    pub kind: String,
    /// `seconds`, `hours`, `kbps` …
    pub unit: Option<String>,
    /// Least value, or fewest entries.
    pub min: Option<f64>,
    /// Greatest value, or most entries.
    pub max: Option<f64>,
    /// What holds when the member is left out.
    #[cfg_attr(
        feature = "ts",
        ts(type = "string | number | boolean | string[] | null")
    )]
    pub default: Option<serde_json::Value>,
    /// The values that are possible, where they can be listed.
    pub options: Vec<OptionData>,
    /// Must be there in every mode that has it.
    pub required: bool,
    /// The modes that know it.
    pub modes: Vec<crate::Mode>,
    /// Never shown, never stored in the clear.
    pub secret: bool,
    /// Can be changed while the recording runs.
    pub while_recording: bool,
    /// When it came, or `legacy`.
    pub since: String,
    /// No longer in the reference.
    pub legacy: bool,
}

/// One of the values of a field.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OptionData {
    /// As it goes to the wire.
    #[cfg_attr(feature = "ts", ts(type = "string | number"))]
    pub value: serde_json::Value,
    /// A stable key for the page's words, such as `bestFit`.
    pub name: String,
}

/// A storage vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VendorData {
    /// The contract's number.
    pub vendor: u32,
    /// The vendor's own name, the same in every language.
    pub name: String,
    /// No longer in the reference.
    pub legacy: bool,
    /// The store's host must be given (S3-compatible).
    pub needs_endpoint: bool,
    /// Temporary credentials are possible.
    pub sts: bool,
    /// Empty where the region has no effect and 0 is sent.
    pub regions: Vec<RegionData>,
}

/// A region of a storage vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RegionData {
    /// The contract's number inside the vendor.
    pub region: u32,
    /// The vendor's own id, such as `eu-west-1`.
    pub code: String,
    /// Where that is, in English.
    pub place: String,
    /// Acquire's `region` that fits it: `CN`, `AP`, `EU`, `NA`, or none of them.
    pub area: Option<String>,
    /// No longer in the reference, or only in some of it.
    pub legacy: bool,
}

/// The rows, for the page's forms.
pub fn field_data() -> Vec<FieldData> {
    fields().iter().map(row).collect()
}

fn row(field: &Field) -> FieldData {
    let option = |choice: &Choice| OptionData {
        value: choice.value.to_json(),
        name: choice.name.to_owned(),
    };
    FieldData {
        path: field.path.to_owned(),
        kind: field.kind.as_str().to_owned(),
        unit: field.unit.map(str::to_owned),
        min: field.min,
        max: field.max,
        default: field.default.to_json(),
        options: field.options.iter().map(option).collect(),
        required: field.required != Required::No,
        modes: field.modes.to_vec(),
        secret: field.secret,
        while_recording: field.while_recording,
        since: field.since.to_owned(),
        legacy: field.legacy,
    }
}
