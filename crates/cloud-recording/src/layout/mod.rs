//! Layouts between JSON and whole millionths of the canvas.
//!
//! On the wire a region's place is four shares with six decimals. Here it is four whole numbers, so
//! that neighbours share an edge exactly and nothing drifts when a layout is read, edited and
//! written again.
//!
//! Source: the layout guide and the update-layout page.

mod import;

use serde::Serialize;
use serde_json::{Value, json};

use crate::contract::Issue;
use crate::request::{BackgroundImage, Extra, LayoutRegion};

pub use import::{NotALayout, import, import_text};

/// The canvas' width, and its height, in the unit of [`Region`].
pub const WHOLE: u32 = crate::presets::WHOLE;

/// A region of a custom layout, in millionths of the canvas from the top left.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ImportedRegion"))]
pub struct Region {
    /// Who is always shown here; `None` takes whoever joins next.
    pub uid: Option<String>,
    /// Left edge, 0 to 999,999.
    pub x: u32,
    /// Top edge, 0 to 999,999.
    pub y: u32,
    /// `x + width` is at most 1,000,000.
    pub width: u32,
    /// `y + height` is at most 1,000,000.
    pub height: u32,
    /// 0 transparent to 1,000,000 opaque.
    pub alpha: u32,
    /// The whole picture is shown, with bars; else it is cropped to fill.
    pub fit: bool,
    /// Members that this crate does not know, as they came.
    #[serde(skip_serializing_if = "is_empty")]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub extra: Extra,
}

/// What a layout in JSON says, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ImportedLayout"))]
pub struct Layout {
    /// Where in the document the layout's members are, as a JSON pointer.
    pub at: String,
    /// 0 floating, 1 best fit, 2 vertical, 3 custom. A list of regions alone is a custom layout.
    pub kind: u32,
    /// The canvas in pixels, where a start says it.
    pub canvas: Option<(u32, u32)>,
    /// `#RRGGBB`; `None` is black.
    pub background_color: Option<String>,
    /// Address of the canvas' picture.
    pub background_image: Option<String>,
    /// Address of the picture for users without video.
    pub default_user_background_image: Option<String>,
    /// Vertical layout: whose picture is large.
    pub max_resolution_uid: Option<String>,
    /// The regions, in drawing order: later ones in front. At most 17.
    pub regions: Vec<Region>,
    /// What came after the 17th: the service shows none of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub surplus: Vec<Region>,
    /// Pictures for single users.
    #[cfg_attr(feature = "ts", ts(type = "Array<{ uid: string, image_url: string }>"))]
    pub backgrounds: Vec<BackgroundImage>,
    /// Everything illegal or doubtful, each at its JSON pointer. What is illegal was left out, or
    /// taken to the nearest legal value.
    pub issues: Vec<Issue>,
}

fn is_empty(extra: &Extra) -> bool {
    extra.is_empty()
}

impl Region {
    /// The region as it goes to the wire.
    pub fn to_wire(&self) -> LayoutRegion {
        let share = |millionths: u32| f64::from(millionths) / f64::from(WHOLE);
        LayoutRegion {
            uid: self.uid.clone(),
            x_axis: share(self.x),
            y_axis: share(self.y),
            width: share(self.width),
            height: share(self.height),
            alpha: Some(share(self.alpha)),
            render_mode: Some(self.fit.into()),
            extra: self.extra.clone(),
        }
    }
}

/// Millionths as a share with at most six decimals; whole values are written as integers.
///
/// ```
/// use cloud_recording::layout::{millionths, share};
///
/// assert_eq!(share(333_333).to_string(), "0.333333");
/// assert_eq!(share(1_000_000).to_string(), "1");
/// assert_eq!(millionths(0.333333), Some(333_333));
/// ```
pub fn share(millionths: u32) -> Value {
    match millionths {
        0 => json!(0),
        WHOLE => json!(1),
        part => json!(f64::from(part) / f64::from(WHOLE)),
    }
}

/// A share of 0 to 1 as millionths, rounded to the nearest; `None` for any other number.
pub fn millionths(share: f64) -> Option<u32> {
    (0.0..=1.0)
        .contains(&share)
        .then(|| (share * f64::from(WHOLE)).round() as u32)
}
