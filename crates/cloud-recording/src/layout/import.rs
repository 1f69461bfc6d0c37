use serde_json::{Map, Value, json};

use super::{Layout, Region, WHOLE, millionths};
use crate::contract::{Issue, layout_issues, lenient_number as number};
use crate::presets::MOST;
use crate::request::{BackgroundImage, Extra};

/// Where layouts have been seen: bodies of start, updateLayout and acquire, and parts of them.
const PLACES: [&str; 8] = [
    "/clientRequest/recordingConfig/transcodingConfig",
    "/clientRequest/startParameter/recordingConfig/transcodingConfig",
    "/clientRequest/transcodingConfig",
    "/clientRequest",
    "/recordingConfig/transcodingConfig",
    "/startParameter/recordingConfig/transcodingConfig",
    "/transcodingConfig",
    "",
];

/// The members by which a layout is known.
const MARKS: [&str; 7] = [
    "layoutConfig",
    "mixedVideoLayout",
    "backgroundConfig",
    "backgroundColor",
    "backgroundImage",
    "defaultUserBackgroundImage",
    "maxResolutionUid",
];

/// What is known of a region.
const REGION: [&str; 7] = [
    "uid",
    "x_axis",
    "y_axis",
    "width",
    "height",
    "alpha",
    "render_mode",
];
/// What is known of one user's picture.
const BACKGROUND: [&str; 3] = ["uid", "image_url", "render_mode"];

const CUSTOM: u32 = 3;

/// A document in which no layout can be found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotALayout {
    /// The text is not JSON.
    #[error("not JSON: line {line}, column {column}")]
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// JSON, but nothing in it is a layout.
    #[error("there is no layout in it")]
    NothingFound,
}

/// Reads a layout from text. See [`import`].
///
/// # Errors
///
/// Text that is not JSON (or nested deeper than 128 levels), or without a layout in it.
pub fn import_text(text: &str) -> Result<Layout, NotALayout> {
    let document: Value = serde_json::from_str(text).map_err(|error| NotALayout::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    import(&document)
}

/// Reads a layout from a body of start, updateLayout or acquire, from any part of one that holds a
/// layout, or from a list of regions alone.
///
/// What is legal comes over exactly, to the millionth. What is not is explained at its JSON pointer
/// (pointers are into `document`), and the rest is kept: a number as text is read, a region that
/// reaches beyond the canvas is cut at its edge, an illegal transparency or fit counts as left out,
/// and a region whose place cannot be known is left out. Regions from the 18th on are kept apart.
/// Members of a region that nobody knows stay with it.
///
/// ```
/// use cloud_recording::layout::import;
///
/// let layout = import(&serde_json::json!([
///     {"x_axis": 0, "y_axis": 0, "width": 0.333333, "height": 1},
///     {"x_axis": "0.333333", "y_axis": 0, "width": 0.9, "height": 1},
///     {"x_axis": 0, "y_axis": 0, "width": 640, "height": 360},
/// ]))?;
/// assert_eq!(layout.regions.len(), 2, "pixels are not shares");
/// assert_eq!(layout.regions[1].x + layout.regions[1].width, 1_000_000, "cut at the edge");
/// let paths: Vec<_> = layout.issues.iter().map(|issue| issue.path.as_str()).collect();
/// assert!(paths.contains(&"/1/x_axis") && paths.contains(&"/2/height"));
/// # Ok::<(), cloud_recording::layout::NotALayout>(())
/// ```
///
/// # Errors
///
/// [`NotALayout::NothingFound`].
pub fn import(document: &Value) -> Result<Layout, NotALayout> {
    if document
        .as_array()
        .is_some_and(|entries| entries.iter().all(Value::is_object))
    {
        return Ok(alone(document));
    }
    let found = PLACES.iter().find_map(|at| {
        let holder = document.pointer(at)?.as_object()?;
        MARKS
            .iter()
            .any(|name| holder.contains_key(*name))
            .then_some((*at, holder))
    });
    let (at, holder) = found.ok_or(NotALayout::NothingFound)?;
    Ok(read(at, holder, layout_issues(document, at)))
}

/// A list of regions, judged as the custom layout that they are.
fn alone(regions: &Value) -> Layout {
    let document = json!({ "mixedVideoLayout": CUSTOM, "layoutConfig": regions });
    let mut issues = layout_issues(&document, "");
    for issue in &mut issues {
        issue.path = issue
            .path
            .strip_prefix("/layoutConfig")
            .unwrap_or("")
            .to_owned();
    }
    let nothing = Map::new();
    read("", document.as_object().unwrap_or(&nothing), issues)
}

fn read(at: &str, holder: &Map<String, Value>, issues: Vec<Issue>) -> Layout {
    let text = |name: &str| {
        let illegal = issues.iter().any(|issue| {
            issue.path == format!("{at}/{name}")
                && issue.severity == crate::contract::Severity::Error
        });
        let text = holder.get(name).and_then(Value::as_str);
        text.filter(|text| !text.is_empty() && !illegal)
            .map(str::to_owned)
    };
    let whole = |name: &str| {
        let found = holder
            .get(name)
            .and_then(number)
            .filter(|found| found.fract() == 0.0)?;
        (0.0..=f64::from(u32::MAX))
            .contains(&found)
            .then_some(found as u32)
    };
    let regions = list(holder, "layoutConfig");
    let (shown, surplus) = regions.split_at(regions.len().min(MOST));
    let kind = whole("mixedVideoLayout").filter(|kind| *kind <= CUSTOM);
    let without = if regions.is_empty() { 0 } else { CUSTOM };
    Layout {
        at: at.to_owned(),
        kind: kind.unwrap_or(without),
        canvas: whole("width").zip(whole("height")),
        background_color: text("backgroundColor"),
        background_image: text("backgroundImage"),
        default_user_background_image: text("defaultUserBackgroundImage"),
        max_resolution_uid: text("maxResolutionUid"),
        regions: shown.iter().filter_map(region).collect(),
        surplus: surplus.iter().filter_map(region).collect(),
        backgrounds: list(holder, "backgroundConfig")
            .iter()
            .filter_map(background)
            .collect(),
        issues,
    }
}

fn list<'a>(holder: &'a Map<String, Value>, name: &str) -> &'a [Value] {
    holder
        .get(name)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// `None` for a region whose place cannot be known, or that would have no size.
fn region(value: &Value) -> Option<Region> {
    let share = |name: &str| millionths(number(value.get(name)?)?);
    let (x, y) = (share("x_axis")?, share("y_axis")?);
    let width = share("width")?.min(WHOLE - x);
    let height = share("height")?.min(WHOLE - y);
    Some(Region {
        uid: user(value),
        x,
        y,
        width,
        height,
        alpha: share("alpha").unwrap_or(WHOLE),
        fit: value.get("render_mode").and_then(number) == Some(1.0),
        extra: unknown(value, &REGION),
    })
    .filter(|region| region.width > 0 && region.height > 0)
}

/// An ID as text; as a number it is illegal, and can still be read.
fn user(value: &Value) -> Option<String> {
    let uid = match value.get("uid")? {
        Value::String(uid) => uid.trim().to_owned(),
        Value::Number(uid) => uid.to_string(),
        _ => return None,
    };
    Some(uid).filter(|uid| !uid.is_empty())
}

fn unknown(value: &Value, known: &[&str]) -> Extra {
    let members = value.as_object().into_iter().flatten();
    let unknown = members.filter(|(name, _)| !known.contains(&name.as_str()));
    unknown
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect::<Map<_, _>>()
        .into()
}

/// `None` without a user or without an address.
fn background(value: &Value) -> Option<BackgroundImage> {
    let image_url = value.get("image_url")?.as_str()?.trim().to_owned();
    let render_mode = value.get("render_mode").and_then(number);
    Some(BackgroundImage {
        uid: user(value)?,
        image_url,
        render_mode: render_mode.and_then(|mode| match mode {
            0.0 => Some(0),
            1.0 => Some(1),
            _ => None,
        }),
        extra: unknown(value, &BACKGROUND),
    })
    .filter(|picture| !picture.image_url.is_empty())
}
