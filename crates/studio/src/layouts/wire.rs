use serde_json::{Map, Value, json};

use crate::types::{Fit, LayoutDocument, Region, UserPicture};

use super::WHOLE;

/// The members of the service's layout: `mixedVideoLayout`, `backgroundColor`, `layoutConfig`.
///
/// They go into start's `transcodingConfig` and, as they are, into the `clientRequest` of updateLayout, which
/// replaces everything: a member left out would return to its default, so all of them are always there.
pub fn to_wire(document: &LayoutDocument, color: Option<&str>) -> Value {
    let shown = document.regions.iter().filter(|region| !region.hidden);
    let regions: Vec<Value> = shown.map(region).collect();
    let background = &document.background;
    let mut members = json!({
        "mixedVideoLayout": 3,
        "backgroundColor": color.unwrap_or(&background.color),
    });
    if let Some(image) = &background.image {
        members["backgroundImage"] = json!(image);
    }
    if let Some(placeholder) = &background.placeholder {
        members["defaultUserBackgroundImage"] = json!(placeholder);
    }
    if !background.users.is_empty() {
        let users: Vec<Value> = background.users.iter().map(user_picture).collect();
        members["backgroundConfig"] = json!(users);
    }
    members["layoutConfig"] = json!(regions);
    members
}

fn user_picture(picture: &UserPicture) -> Value {
    let members = json!({
        "uid": picture.uid,
        "image_url": picture.url,
        "render_mode": render_mode(picture.fit),
    });
    beside(&picture.extra, members)
}

/// What is known, before what came along: nothing unknown takes the place of anything known.
fn beside(extra: &Map<String, Value>, known: Value) -> Value {
    let mut members = extra.clone();
    members.extend(known.as_object().cloned().unwrap_or_default());
    Value::Object(members)
}

fn render_mode(fit: Fit) -> u32 {
    match fit {
        Fit::Crop => 0,
        Fit::Fit => 1,
    }
}

fn region(region: &Region) -> Value {
    let mut members = json!({
        "x_axis": share(region.x),
        "y_axis": share(region.y),
        "width": share(region.width),
        "height": share(region.height),
        "alpha": share(region.alpha),
        "render_mode": render_mode(region.fit),
    });
    if let (Some(uid), Some(object)) = (&region.uid, members.as_object_mut()) {
        object.insert("uid".to_owned(), json!(uid));
    }
    beside(&region.extra, members)
}

/// At most six decimals; whole numbers stay whole.
fn share(millionths: u32) -> Value {
    match millionths {
        0 => json!(0),
        WHOLE => json!(1),
        part => json!(f64::from(part) / f64::from(WHOLE)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_at_most_six_decimals() {
        for part in (0..=WHOLE).step_by(7) {
            let text = share(part).to_string();
            let decimals = text.split('.').nth(1).map_or(0, str::len);
            assert!(decimals <= 6, "{part} millionths are written as {text}");
            let back = (text.parse::<f64>().unwrap() * f64::from(WHOLE)).round() as u32;
            assert_eq!(back, part, "{text} reads back as the same millionths");
        }
    }
}
