//! The line about money.

use cloud_recording::contract::{PRICES_OF, price_band, price_bands};

use super::{Facts, line};
use crate::types::*;
use PreflightCode as Code;
use PreflightFix as Fix;
use PreflightSubject as Subject;

/// What a person sends at least and at most, in pixels, as far as anybody can tell from here: 360p and 720p.
pub(crate) const ONE: (u64, u64) = (640 * 360, 1280 * 720);
/// The most people in one picture.
pub(crate) const MOST: usize = 17;

/// What an hour of it is likely to cost. What counts is what people send, which nobody knows before.
pub(super) fn price(facts: &Facts) -> PreflightLine {
    let subject = Subject::Price;
    if facts.setup.record_as == RecordAs::CombinedSound {
        return line(subject, Level::Ok, Code::PriceSound)
            .with("low", an_hour(price_band(0).cents))
            .with("of", PRICES_OF);
    }
    let there = facts.people.told().map_or(0, |people| people.ids.len());
    // Nobody is there yet: as many as the layout has places for.
    let people = match there {
        0 => facts.layout.document.regions.len(),
        there => there,
    };
    let people = people.clamp(1, MOST);
    let low = price_band(ONE.0 * people as u64);
    let high = price_band(ONE.1 * people as u64);
    let dearest = price_bands().last().is_some_and(|last| *last == low);
    let (level, code) = if dearest {
        (Level::Warn, Code::PriceHigh)
    } else {
        (Level::Ok, Code::PriceBand)
    };
    let found = line(subject, level, code)
        .with("people", people)
        .with("low", an_hour(low.cents))
        .with("high", an_hour(high.cents))
        .with("of", PRICES_OF);
    // Where people send a small stream too, it is a fraction of the large one.
    if dearest && facts.setup.more.video_stream_type == 0 {
        found.fix(Fix::SmallStreams)
    } else {
        found
    }
}

/// US cents an hour, rounded, from cents for 1,000 minutes.
const fn an_hour(cents: u32) -> u32 {
    (cents * 60 + 500) / 1_000
}
