//! The service's own layouts as regions that can be edited.

use cloud_recording::presets::{self, Place, places};

use crate::types::{Background, Canvas, Fit, LayoutDocument, Preset, Region, Role};

use super::WHOLE;

/// Arranges `people` (1 to 17) as the service would.
pub fn arrange(preset: Preset, people: u32, canvas: Canvas) -> LayoutDocument {
    let kind = match preset {
        Preset::Floating => presets::Preset::Floating,
        Preset::BestFit => presets::Preset::BestFit,
        Preset::Vertical => presets::Preset::Vertical,
    };
    let people = people.clamp(1, presets::MOST as u32) as usize;
    let regions = places(kind, people).into_iter().zip(1..);
    LayoutDocument {
        canvas,
        background: Background::black(),
        regions: regions
            .map(|(place, number)| region(place, number))
            .collect(),
    }
}

/// The region of the person who joined as number `number`.
fn region(place: Place, number: u32) -> Region {
    Region {
        id: format!("r{number}"),
        role: Role::Person,
        number,
        name: None,
        x: place.x,
        y: place.y,
        width: place.width,
        height: place.height,
        uid: None,
        alpha: WHOLE,
        fit: if place.fit { Fit::Fit } else { Fit::Crop },
        hidden: false,
        locked: false,
        keep_ratio: false,
        extra: Default::default(),
    }
}
