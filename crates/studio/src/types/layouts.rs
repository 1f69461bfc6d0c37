use serde::{Deserialize, Serialize};
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
