use serde::{Deserialize, Serialize, Serializer};

use super::{Extra, TranscodingConfig, envelope};

envelope! {
    /// Replaces the whole layout of a running mix: what is left out goes back to its default.
    ///
    /// Source: the update-layout page and the layout guide.
    UpdateLayoutRequest, UpdateLayoutClientRequest
}

/// A place in the picture for one user, in shares of the canvas from the top left.
///
/// Source: the update-layout page and the layout guide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LayoutRegion {
    /// Who is always shown here; without it, whoever joins next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// Left edge, 0 to 1.
    #[serde(serialize_with = "share")]
    pub x_axis: f64,
    /// Top edge, 0 to 1.
    #[serde(serialize_with = "share")]
    pub y_axis: f64,
    /// 0 to 1; `x_axis + width` is at most 1.
    #[serde(serialize_with = "share")]
    pub width: f64,
    /// 0 to 1; `y_axis + height` is at most 1.
    #[serde(serialize_with = "share")]
    pub height: f64,
    /// 0 transparent to 1 opaque (default).
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "optional_share"
    )]
    pub alpha: Option<f64>,
    /// 0 crop to fill (default), 1 fit with bars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub render_mode: Option<u32>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The picture shown for one user while there is no video.
///
/// Source: the update-layout page and the layout guide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BackgroundImage {
    /// Whose.
    pub uid: String,
    /// HTTPS address of a JPG or BMP of at most 6 MB.
    pub image_url: String,
    /// 0 crop to fill (default), 1 fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub render_mode: Option<u32>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The members of updateLayout, which lie directly in `clientRequest`.
///
/// Source: the update-layout page and the layout guide.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateLayoutClientRequest {
    /// Vertical layout: whose picture is large.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_resolution_uid: Option<String>,
    /// 0 floating (default), 1 best fit, 2 vertical, 3 custom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mixed_video_layout: Option<u32>,
    /// `#RRGGBB`; left out, the canvas turns black.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
    /// Address of the canvas' picture; left out, it goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_image: Option<String>,
    /// Address of the picture for users without video; left out, it goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_user_background_image: Option<String>,
    /// The regions of a custom layout, 1 to 17.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout_config: Option<Vec<LayoutRegion>>,
    /// Pictures for single users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_config: Option<Vec<BackgroundImage>>,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl From<&TranscodingConfig> for UpdateLayoutClientRequest {
    /// The layout part of a start, so that the same picture can be asked for again.
    fn from(start: &TranscodingConfig) -> Self {
        Self {
            max_resolution_uid: start.max_resolution_uid.clone(),
            mixed_video_layout: start.mixed_video_layout,
            background_color: start.background_color.clone(),
            background_image: start.background_image.clone(),
            default_user_background_image: start.default_user_background_image.clone(),
            layout_config: start.layout_config.clone(),
            background_config: start.background_config.clone(),
            extra: Extra::new(),
        }
    }
}

/// The service keeps six decimals, so no more are written; whole values are written as integers.
fn share<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    let rounded = (value * 1e6).round() / 1e6;
    if rounded == 0.0 || rounded == 1.0 {
        serializer.serialize_u64(rounded as u64)
    } else {
        serializer.serialize_f64(rounded)
    }
}

fn optional_share<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => share(value, serializer),
        None => serializer.serialize_none(),
    }
}
