//! Numbers that look random and are always the same.

/// A small generator whose numbers depend on a text alone: FNV-1a to begin, SplitMix64 to go on.
/// The standard library's hashers may change from one version to the next; a channel's people and
/// a schedule of faults may not.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(text: &str) -> Self {
        let begin = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(begin)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        let span = u64::from(high - low) + 1;
        low + u32::try_from(self.next() % span).unwrap_or(0)
    }

    /// A time of this many whole seconds, in milliseconds.
    pub(crate) fn seconds(&mut self, low: u32, high: u32) -> i64 {
        i64::from(self.between(low, high)) * 1000
    }

    /// Yes with this probability, from 0 to 1.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        // 53 bits fill a double exactly.
        let drawn = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        drawn < probability
    }

    /// Brings the entries into another order.
    pub(crate) fn shuffle<T>(&mut self, entries: &mut [T]) {
        for last in (1..entries.len()).rev() {
            let other = self.next() % (last as u64 + 1);
            entries.swap(last, usize::try_from(other).unwrap_or(0));
        }
    }
}
