use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

/// A layout of the gallery.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Layout {
    /// A template's stable key (such as `speakerRight3`), or a made-up id.
    pub id: String,
    /// `None` for a template: its name is in the catalogues under its id.
    pub name: Option<String>,
    pub template: bool,
    pub document: LayoutDocument,
}

/// The picture as a document. The order of `regions` is the drawing order: later is in front.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutDocument {
    pub canvas: Canvas,
    pub background: Background,
    pub regions: Vec<Region>,
}

/// The shape that the layout was designed for, in pixels. A recording may use another size of the same shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Canvas {
    pub width: u32,
    pub height: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Background {
    /// `#RRGGBB`.
    pub color: String,
    /// HTTPS address of a picture behind all regions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub image: Option<String>,
    /// HTTPS address of the picture for people who send none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub placeholder: Option<String>,
    /// Pictures for single people, instead of `placeholder`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<UserPicture>>")]
    pub users: Vec<UserPicture>,
}

/// What is shown in place of a person who sends no picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserPicture {
    pub uid: String,
    /// HTTPS address.
    pub url: String,
    pub fit: Fit,
    /// Members that came with it and that nobody here knows: they go out as they came.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[ts(optional, type = "Record<string, unknown>")]
    pub extra: Map<String, Value>,
}

/// A place in the picture for one person. Shares are whole millionths of the canvas,
/// so that neighbours meet without a seam and `x + width` never passes 1,000,000.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub id: String,
    pub role: Role,
    /// Counts regions of one role from 1; 0 where there is only one.
    pub number: u32,
    /// What a person called it, instead of role and number.
    pub name: Option<String>,
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
    /// The user who is always shown here; `None` takes the next person to join.
    pub uid: Option<String>,
    /// 0 transparent to 1,000,000 opaque.
    pub alpha: u32,
    pub fit: Fit,
    /// Left out of what is sent, and of the count to 17.
    #[serde(default, skip_serializing_if = "is_false")]
    #[ts(optional, as = "Option<bool>")]
    pub hidden: bool,
    /// Gestures leave it where it is.
    #[serde(default, skip_serializing_if = "is_false")]
    #[ts(optional, as = "Option<bool>")]
    pub locked: bool,
    /// Width and height change together.
    #[serde(default, skip_serializing_if = "is_false")]
    #[ts(optional, as = "Option<bool>")]
    pub keep_ratio: bool,
    /// Members that came with it and that nobody here knows: they go out as they came.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[ts(optional, type = "Record<string, unknown>")]
    pub extra: Map<String, Value>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    Speaker,
    Guest,
    Slides,
    Host,
    Person,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Fit {
    /// Scale to fill and cut the surplus (`render_mode` 0).
    Crop,
    /// Show all of it, with bars (`render_mode` 1).
    Fit,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutRef {
    pub id: String,
}

/// Text to be read as a layout: a region, a list of regions, a body, a cURL line, or a file of ours.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutImport {
    pub text: String,
    /// How many people one of the service's own layouts is arranged for.
    pub people: u32,
}

/// What was read, and what is wrong with it; the rest is kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutImported {
    /// A file of ours carries its name.
    pub name: Option<String>,
    pub document: LayoutDocument,
    /// Paths are JSON pointers into the text.
    pub issues: Vec<cloud_recording::contract::Issue>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutExport {
    pub document: LayoutDocument,
    pub form: LayoutForm,
    /// The layout's name, for a file.
    pub name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LayoutForm {
    /// The members that go to the service.
    Json,
    /// A whole updateLayout call with placeholders for IDs and secrets.
    Curl,
    /// Everything, names and locks included, to be imported again.
    File,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutText {
    pub text: String,
}

/// One of the service's own layouts as regions.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutPreset {
    pub preset: Preset,
    /// 1 to 17.
    pub people: u32,
    pub canvas: Canvas,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Preset {
    Floating,
    BestFit,
    Vertical,
}

/// Sends a whole layout, as it stands on the screen, to a running recording.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutTake {
    /// The recording.
    pub id: String,
    pub layout: Layout,
}

/// The steps that can be taken back; the page's own form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutHistory {
    /// The layout.
    pub id: String,
    pub text: Option<String>,
}

/// A file to be put into the folder for exports.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LayoutFile {
    pub name: String,
    pub kind: LayoutFileKind,
    /// The text of a JSON file, or a PNG in Base64.
    pub content: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LayoutFileKind {
    Json,
    Png,
}

/// Where a file was put.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFile {
    pub path: String,
}
