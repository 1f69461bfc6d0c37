use serde::Serialize;

use super::field::{Choice, Field, Form, Kind, Required};
use super::{answer_fields, fields, parameters};

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
    /// What a person sets it with.
    pub control: Control,
    /// By how much a number goes up and down: 1 for whole ones, a millionth for shares.
    pub step: Option<f64>,
    /// A form shows it only when all of these hold; a member left out has its default.
    pub show: Vec<ShowData>,
    /// Under which key the catalogues have its label and help.
    pub help: String,
}

/// What a person sets a field with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Control {
    /// A number with its unit.
    Number,
    /// One of the options.
    Choice,
    /// Several of the options.
    Choices,
    /// On or off.
    Switch,
    /// A line of text.
    Text,
    /// A line that is never shown.
    Secret,
    /// A colour.
    Color,
    /// A web address.
    Address,
    /// A moment, kept as Unix seconds.
    Moment,
    /// One user's ID.
    User,
    /// A list of users, or everybody.
    Users,
    /// A list of short texts.
    Texts,
    /// JSON as text.
    Json,
    /// A group of members of its own.
    Group,
    /// A list of such groups.
    Groups,
}

/// A condition for showing a field.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowData {
    /// The other field's path.
    pub path: String,
    /// The values of that field with which this one has a use.
    #[cfg_attr(feature = "ts", ts(type = "Array<string | number>"))]
    pub is: Vec<serde_json::Value>,
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

/// The rows of all requests, for the page's forms: what stands in addresses (`path.`) first.
pub fn field_data() -> Vec<FieldData> {
    parameters().iter().chain(fields()).map(row).collect()
}

/// The rows of the answers, for whoever explains one.
pub fn answer_data() -> Vec<FieldData> {
    answer_fields().iter().map(row).collect()
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
        control: control(field),
        step: match field.kind {
            Kind::Integer => Some(1.0),
            Kind::Number => Some(0.000_001),
            _ => None,
        },
        show: shows(field),
        help: field.words.to_owned(),
    }
}

fn control(field: &Field) -> Control {
    match (field.kind, field.form) {
        (Kind::Object, _) => Control::Group,
        (Kind::Objects, _) => Control::Groups,
        (Kind::Flag, _) => Control::Switch,
        (Kind::Texts, _) if !field.options.is_empty() => Control::Choices,
        (Kind::Texts, Form::Uid | Form::UidOrAll) => Control::Users,
        (Kind::Texts, _) => Control::Texts,
        (Kind::Integer, _) if field.unit == Some("unixSeconds") => Control::Moment,
        _ if field.secret => Control::Secret,
        _ if !field.options.is_empty() => Control::Choice,
        (Kind::Integer | Kind::Number, _) => Control::Number,
        (Kind::Text, Form::Color) => Control::Color,
        (Kind::Text, Form::Image | Form::WebAddress) => Control::Address,
        (Kind::Text, Form::Uid | Form::UidOrEmpty) => Control::User,
        (Kind::Text, Form::JsonText) => Control::Json,
        (Kind::Text, _) => Control::Text,
    }
}

/// The row's own conditions, and for a member of one extension service that service's name.
fn shows(field: &Field) -> Vec<ShowData> {
    let own = field.show.iter().map(|show| ShowData {
        path: show.path.to_owned(),
        is: show.is.iter().map(|value| value.to_json()).collect(),
    });
    let service = field.service.and_then(|name| {
        let (entry, _) = field.path.split_once(".serviceParam")?;
        Some(ShowData {
            path: format!("{entry}.serviceName"),
            is: vec![name.into()],
        })
    });
    own.chain(service).collect()
}
