//! A cast drawn from a channel's name.

use super::{Cast, MEETING_MS, Person, Profile};

/// A small generator whose numbers depend on a text alone: FNV-1a to begin, SplitMix64 to go on.
/// The standard library's hashers may change from one version to the next; a channel's people may
/// not.
struct Dice(u64);

impl Dice {
    fn of(text: &str) -> Self {
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
    fn between(&mut self, low: u32, high: u32) -> u32 {
        let span = u64::from(high - low) + 1;
        low + u32::try_from(self.next() % span).unwrap_or(0)
    }

    fn seconds(&mut self, low: u32, high: u32) -> i64 {
        i64::from(self.between(low, high)) * 1000
    }
}

/// Three to six people. The first stays from the beginning, the second leaves after a while and
/// comes back, the last joins after about six seconds, the others come at once.
pub(super) fn drawn(cname: &str) -> Cast {
    let mut dice = Dice::of(cname);
    let count = dice.between(3, 6) as usize;
    let mut people: Vec<Person> = Vec::with_capacity(count);
    for place in 0..count {
        let mut uid = dice.between(100_000, 999_999);
        while people.iter().any(|person| person.uid == uid) {
            uid = dice.between(100_000, 999_999);
        }
        let camera = place == 0 || dice.between(1, 3) > 1;
        let stays = if place == 1 {
            let leaves = dice.seconds(40, 90);
            let returns = leaves + dice.seconds(15, 40);
            vec![(0, leaves), (returns, MEETING_MS)]
        } else if place == count - 1 {
            vec![(
                5_500 + i64::from(dice.between(0, 1_000)),
                MEETING_MS - dice.seconds(0, 600),
            )]
        } else {
            vec![(0, MEETING_MS)]
        };
        people.push(Person {
            uid,
            camera,
            host: true,
            stays,
            ..Person::default()
        });
    }
    Cast {
        profile: Profile::Communication,
        people,
    }
}
