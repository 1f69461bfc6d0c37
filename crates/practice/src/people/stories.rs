//! Channel names that carry a story of their own, for trying one thing on purpose. They are listed
//! in the crate's README: keep the two in step.

use super::{Cast, MEETING_MS, Person, Profile};

/// The story told under this name, if there is one.
pub(super) fn told(cname: &str) -> Option<Cast> {
    let people = match cname {
        "empty-room" => Vec::new(),
        "one-leaves" => vec![
            stays(1001, true, 0, MEETING_MS),
            stays(1002, true, 0, 20_000),
        ],
        "everyone-leaves" => vec![stays(1001, true, 0, 40_000), stays(1002, true, 0, 40_000)],
        "late-start" => {
            vec![
                stays(1001, true, 20_000, MEETING_MS),
                stays(1002, true, 22_000, MEETING_MS),
            ]
        }
        "audio-only" => (1001..=1003)
            .map(|uid| stays(uid, false, 0, MEETING_MS))
            .collect(),
        "leaves-at-once" => vec![
            stays(1001, true, 0, MEETING_MS),
            stays(1002, true, 0, 3_000),
        ],
        "full-house" => {
            // A layout has seventeen regions.
            let seventeen = (1001..=1017).map(|uid| stays(uid, true, 0, MEETING_MS));
            let one_more = stays(1018, true, 20_000, MEETING_MS);
            seventeen.chain([one_more]).collect()
        }
        "uid-taken" => {
            vec![
                stays(1001, true, 0, MEETING_MS),
                stays(527_841, true, 0, MEETING_MS),
            ]
        }
        "live-show" => {
            return Some(Cast {
                profile: Profile::Live,
                people: live_show(),
            });
        }
        _ => return None,
    };
    Some(Cast {
        profile: Profile::Communication,
        people,
    })
}

fn stays(uid: u32, camera: bool, from: i64, to: i64) -> Person {
    Person {
        uid,
        camera,
        host: true,
        stays: vec![(from, to)],
        ..Person::default()
    }
}

/// Two hosts and an audience that grows by one every two seconds until sixty watch.
fn live_show() -> Vec<Person> {
    let hosts = [1001, 1002].map(|uid| stays(uid, true, 0, MEETING_MS));
    let audience = (0..60_u32).map(|place| {
        let from = i64::from(place.saturating_sub(20)) * 2_000;
        Person {
            host: false,
            ..stays(2001 + place, false, from, MEETING_MS)
        }
    });
    hosts.into_iter().chain(audience).collect()
}
