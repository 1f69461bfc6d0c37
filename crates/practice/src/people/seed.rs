//! A cast drawn from a channel's name.

use super::{Cast, MEETING_MS, Person, Profile};
use crate::dice::Dice;

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
