use serde_json::{Value, json};

use crate::types::{Fit, LayoutDocument, Region};

use super::WHOLE;

/// The members of the service's layout: `mixedVideoLayout`, `backgroundColor`, `layoutConfig`.
///
/// They go into start's `transcodingConfig` and, as they are, into the `clientRequest` of updateLayout, which
/// replaces everything: a member left out would return to its default, so all of them are always there.
pub fn to_wire(document: &LayoutDocument, color: Option<&str>) -> Value {
    let regions: Vec<Value> = document.regions.iter().map(region).collect();
    json!({
        "mixedVideoLayout": 3,
        "backgroundColor": color.unwrap_or(&document.background.color),
        "layoutConfig": regions,
    })
}

fn region(region: &Region) -> Value {
    let mut members = json!({
        "x_axis": share(region.x),
        "y_axis": share(region.y),
        "width": share(region.width),
        "height": share(region.height),
        "alpha": share(region.alpha),
        "render_mode": if region.fit == Fit::Crop { 0 } else { 1 },
    });
    if let (Some(uid), Some(object)) = (&region.uid, members.as_object_mut()) {
        object.insert("uid".to_owned(), json!(uid));
    }
    members
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
