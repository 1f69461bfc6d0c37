//! What a recorded minute costs, by what is sent in the channel.

/// A band of the price list. What counts is the sum of the resolutions of all recorded streams, not the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceBand {
    /// The most pixels that all streams have together; `None` is without limit.
    pub pixels: Option<u64>,
    /// US cents for 1,000 minutes.
    pub cents: u32,
}

const fn band(pixels: Option<u64>, cents: u32) -> PriceBand {
    PriceBand { pixels, cents }
}

const BANDS: &[PriceBand] = &[
    band(Some(0), 149),
    band(Some(1280 * 720), 599),
    band(Some(1920 * 1080), 1349),
    band(Some(2560 * 1440), 2399),
    band(None, 5399),
];

/// The year and month of the price list, as `2026-07`. Prices change and differ by contract.
pub const PRICES_OF: &str = "2026-07";

/// The price list, cheapest first. The first band is sound alone.
///
/// Source: the pricing page.
pub const fn price_bands() -> &'static [PriceBand] {
    BANDS
}

/// The band that streams of so many pixels in total are in; none at all is sound alone.
pub fn price_band(pixels: u64) -> PriceBand {
    let fits = |band: &&PriceBand| band.pixels.is_none_or(|most| pixels <= most);
    // The last one has no limit.
    BANDS.iter().find(fits).copied().unwrap_or(band(None, 5399))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_belong_to_the_cheaper_band() {
        assert_eq!(price_band(0).cents, 149, "sound alone");
        assert_eq!(price_band(1).cents, 599);
        assert_eq!(price_band(1280 * 720).cents, 599, "up to and with 720p");
        assert_eq!(price_band(1280 * 720 + 1).cents, 1349);
        assert_eq!(price_band(2560 * 1440).cents, 2399);
        assert_eq!(price_band(u64::MAX).cents, 5399, "the last has no limit");
    }
}
