//! What a recording most likely cost.

use cloud_recording::contract::price_band;

use crate::preflight::{MOST, ONE};
use crate::types::{Cost, RecordAs, Recording};

/// From its length and the people of the last look; `None` where nothing was billed.
pub(crate) fn cost(recording: &Recording, now: i64) -> Option<Cost> {
    if recording.practice {
        return None;
    }
    let from = recording.started_at?;
    let minutes = (recording.ended_at.unwrap_or(now) - from)
        .max(0)
        .unsigned_abs();
    let minutes = minutes.div_ceil(60_000);
    let cents = |pixels: u64| {
        let cents = u64::from(price_band(pixels).cents) * minutes / 1_000;
        u32::try_from(cents).unwrap_or(u32::MAX)
    };
    if recording.setup.record_as == RecordAs::CombinedSound {
        let cents = cents(0);
        return Some(Cost {
            low: cents,
            high: cents,
        });
    }
    // Where nobody looked, as many as the layout has places for.
    let regions = recording.layout.document.regions.len();
    let people = recording.people.map_or(regions, |people| people as usize);
    let people = people.clamp(1, MOST) as u64;
    Some(Cost {
        low: cents(ONE.0 * people),
        high: cents(ONE.1 * people),
    })
}
