//! The service's own layouts as regions.

use cloud_recording::presets::{MOST, Place, Preset, WHOLE, places};
use proptest::prelude::*;
use serde_json::Value;

const PRESETS: [Preset; 3] = [Preset::Floating, Preset::BestFit, Preset::Vertical];

#[test]
fn places_equal_the_published_geometry() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("../data/layout-geometry.json")).unwrap();
    assert!(cases.len() >= 15, "only {} cases", cases.len());
    for case in cases {
        let preset = match case["layout"].as_str().unwrap() {
            "floating" => Preset::Floating,
            "best fit" => Preset::BestFit,
            "vertical" => Preset::Vertical,
            other => panic!("no such layout as {other}"),
        };
        let users = usize::try_from(case["users"].as_u64().unwrap()).unwrap();
        let found = places(preset, users);
        let wanted = case["regions"].as_array().unwrap();
        assert_eq!(found.len(), wanted.len(), "{preset:?} of {users}");
        for (place, region) in found.iter().zip(wanted) {
            for (name, value) in [
                ("x", place.x),
                ("y", place.y),
                ("width", place.width),
                ("height", place.height),
            ] {
                let wanted = region[name].as_f64().unwrap();
                let value = f64::from(value) / f64::from(WHOLE);
                let close = (value - wanted).abs() < 0.002;
                assert!(
                    close,
                    "{preset:?} of {users}, {}: {name} is {value}",
                    region["slot"]
                );
            }
        }
    }
}

/// A line of the layout guide's tables: person (large first), x, y, width, height.
type Line = (usize, f64, f64, f64, f64);

/// Lines of the guide where its six decimals are not exact, and the corners of each grid.
const GUIDE: &[(Preset, usize, &[Line])] = &[
    (
        Preset::Floating,
        17,
        &[
            (1, 0.0, 0.0, 1.0, 1.0),
            (2, 0.012, 0.753, 0.235, 0.235),
            (5, 0.753, 0.753, 0.235, 0.235),
            (6, 0.012, 0.506, 0.235, 0.235),
            (11, 0.259, 0.259, 0.235, 0.235),
            (17, 0.753, 0.012, 0.235, 0.235),
        ],
    ),
    (Preset::BestFit, 1, &[(1, 0.0, 0.0, 1.0, 1.0)]),
    (Preset::BestFit, 2, &[(2, 0.5, 0.0, 0.5, 1.0)]),
    (Preset::BestFit, 3, &[(3, 0.0, 0.5, 0.5, 0.5)]),
    (Preset::BestFit, 4, &[(4, 0.5, 0.5, 0.5, 0.5)]),
    (
        Preset::BestFit,
        9,
        &[
            (1, 0.0, 0.0, 0.333333, 0.333333),
            (2, 0.333333, 0.0, 0.333333, 0.333333),
            (3, 0.666667, 0.0, 0.333333, 0.333333),
            (5, 0.333333, 0.333333, 0.333333, 0.333333),
            (9, 0.666667, 0.666667, 0.333333, 0.333333),
        ],
    ),
    (
        Preset::BestFit,
        16,
        &[(6, 0.25, 0.25, 0.25, 0.25), (16, 0.75, 0.75, 0.25, 0.25)],
    ),
    (
        Preset::BestFit,
        17,
        &[
            (1, 0.1, 0.0, 0.2, 0.2),
            (4, 0.7, 0.0, 0.2, 0.2),
            (16, 0.7, 0.6, 0.2, 0.2),
            (17, 0.4, 0.8, 0.2, 0.2),
        ],
    ),
    (
        Preset::Vertical,
        5,
        &[(1, 0.0, 0.0, 0.8, 1.0), (5, 0.8, 0.75, 0.2, 0.25)],
    ),
    (
        Preset::Vertical,
        7,
        &[
            (1, 0.0, 0.0, 0.857143, 1.0),
            (2, 0.857143, 0.0, 0.142857, 0.166667),
            (4, 0.857143, 0.333333, 0.142857, 0.166667),
            (7, 0.857143, 0.833333, 0.142857, 0.166667),
        ],
    ),
    (
        Preset::Vertical,
        9,
        &[
            (1, 0.0, 0.0, 0.888889, 1.0),
            (9, 0.888889, 0.875, 0.111111, 0.125),
        ],
    ),
    (
        Preset::Vertical,
        17,
        &[
            (1, 0.0, 0.0, 0.8, 1.0),
            (2, 0.9, 0.0, 0.1, 0.125),
            (9, 0.9, 0.875, 0.1, 0.125),
            (10, 0.8, 0.0, 0.1, 0.125),
            (17, 0.8, 0.875, 0.1, 0.125),
        ],
    ),
];

#[test]
fn places_are_the_guides_to_a_millionth() {
    for (preset, people, lines) in GUIDE {
        let places = places(*preset, *people);
        for (person, x, y, width, height) in *lines {
            let place = places[person - 1];
            let found = [place.x, place.y, place.width, place.height];
            for (found, wanted) in found.into_iter().zip([x, y, width, height]) {
                let wanted = (wanted * 1e6).round() as u32;
                let apart = found.abs_diff(wanted);
                assert!(
                    apart <= 1,
                    "{preset:?} of {people}, person {person}: {place:?}"
                );
            }
        }
    }
}

#[test]
fn the_large_one_can_be_anybody() {
    use cloud_recording::presets::places_around;
    for people in 1..=17 {
        let first = places(Preset::Vertical, people);
        for largest in 1..=people {
            let places = places_around(Preset::Vertical, people, largest);
            assert_eq!(
                places[largest - 1],
                first[0],
                "person {largest} of {people} is large"
            );
            let mut others = places.clone();
            others.remove(largest - 1);
            assert_eq!(others, first[1..], "the others keep their order");
        }
        assert_eq!(places_around(Preset::Vertical, people, people + 1), first);
    }
    let grid = places(Preset::BestFit, 5);
    assert_eq!(
        places_around(Preset::BestFit, 5, 3),
        grid,
        "nobody is large in a grid"
    );
}

#[test]
fn thirds_and_sevenths_are_rounded_at_their_edges() {
    let grid = places(Preset::BestFit, 9);
    let row: Vec<_> = grid[..3]
        .iter()
        .map(|place| (place.x, place.width))
        .collect();
    assert_eq!(row, [(0, 333_333), (333_333, 333_334), (666_667, 333_333)]);
    let vertical = places(Preset::Vertical, 7);
    assert_eq!(
        (vertical[0].width, vertical[1].x),
        (857_143, 857_143),
        "no seam at the large one"
    );
    assert!(
        vertical[0].fit && !vertical[1].fit,
        "the large one is shown whole"
    );
}

#[test]
fn seventeen_people_have_their_special_places() {
    let grid = places(Preset::BestFit, 17);
    let last = grid[16];
    assert_eq!(
        (last.x, last.y, last.width, last.height),
        (400_000, 800_000, 200_000, 200_000)
    );
    let vertical = places(Preset::Vertical, 17);
    assert_eq!(
        (vertical[1].x, vertical[9].x),
        (900_000, 800_000),
        "the outer column fills first"
    );
    let floating = places(Preset::Floating, 17);
    assert_eq!(
        (floating[16].x, floating[16].y),
        (753_000, 12_000),
        "the last is at the top right"
    );
}

fn overlap(a: &Place, b: &Place) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

proptest! {
    #[test]
    fn places_stay_inside_and_apart(preset in prop::sample::select(PRESETS.to_vec()), people in 0usize..40) {
        let places = places(preset, people);
        prop_assert_eq!(places.len(), people.min(MOST));
        for (index, place) in places.iter().enumerate() {
            prop_assert!(place.x + place.width <= WHOLE && place.y + place.height <= WHOLE);
            prop_assert!(place.width > 0 && place.height > 0);
            for other in &places[index + 1..] {
                let over_the_first = preset == Preset::Floating && index == 0;
                prop_assert!(over_the_first || !overlap(place, other), "{place:?} {other:?}");
            }
        }
    }

    #[test]
    fn regions_are_legal_on_the_wire(preset in prop::sample::select(PRESETS.to_vec()), people in 1usize..=17) {
        use cloud_recording::contract::check;
        use cloud_recording::request::{UpdateLayoutClientRequest, UpdateLayoutRequest};
        let layout = UpdateLayoutClientRequest {
            mixed_video_layout: Some(3),
            background_color: Some("#101010".to_owned()),
            layout_config: Some(places(preset, people).into_iter().map(Place::region).collect()),
            ..UpdateLayoutClientRequest::default()
        };
        let request = UpdateLayoutRequest::new("c", "1", layout);
        let issues = check(cloud_recording::Call::UpdateLayout, None, &request.to_wire());
        // Floating lies over its first one by design.
        let odd = issues.iter().filter(|issue| preset != Preset::Floating || issue.code != cloud_recording::contract::IssueCode::RegionsOverlap);
        prop_assert_eq!(odd.count(), 0, "{:?}", issues);
    }
}
