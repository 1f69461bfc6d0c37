//! Layouts come in from JSON to the millionth, and what is illegal is explained.

use cloud_recording::contract::{Issue, IssueCode, Severity};
use cloud_recording::layout::{self, NotALayout, Region, WHOLE, import, import_text, millionths};
use cloud_recording::presets::{Place, Preset, places};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::data::{published, samples};

fn found(issues: &[Issue]) -> Vec<(IssueCode, Severity, &str)> {
    issues
        .iter()
        .map(|issue| (issue.code, issue.severity, issue.path.as_str()))
        .collect()
}

#[test]
fn every_millionth_survives_the_wire() {
    for part in 0..=WHOLE {
        let text = layout::share(part).to_string();
        let decimals = text.split('.').nth(1).map_or(0, str::len);
        assert!(decimals <= 6, "{part} millionths are written as {text}");
        let back = millionths(text.parse().unwrap());
        assert_eq!(back, Some(part), "{text} reads back as the same");
    }
    assert_eq!(
        millionths(1.000_001),
        None,
        "more than the whole is no share"
    );
}

#[test]
fn a_layout_is_found_wherever_it_stands() {
    let regions = json!([{"x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1, "uid": "7"}]);
    let layout = json!({"mixedVideoLayout": 3, "layoutConfig": regions});
    let mut canvas = layout.clone();
    canvas["width"] = json!(1280);
    canvas["height"] = json!(720);
    let config = json!({"recordingConfig": {"transcodingConfig": canvas}});
    for (document, at) in [
        (regions.clone(), ""),
        (layout.clone(), ""),
        (json!({"clientRequest": layout}), "/clientRequest"),
        (json!({"transcodingConfig": canvas}), "/transcodingConfig"),
        (
            json!({"cname": "c", "uid": "1", "clientRequest": config}),
            "/clientRequest/recordingConfig/transcodingConfig",
        ),
        (
            json!({"clientRequest": {"startParameter": config}}),
            "/clientRequest/startParameter/recordingConfig/transcodingConfig",
        ),
    ] {
        let found = import(&document).unwrap();
        assert_eq!((found.at.as_str(), found.kind), (at, 3), "{document}");
        assert_eq!(found.regions.len(), 1, "{document}");
        assert_eq!(found.regions[0].uid.as_deref(), Some("7"));
        assert_eq!(found.issues, [], "{document}");
        let is_start = document.to_string().contains("1280");
        assert_eq!(found.canvas.is_some(), is_start, "{document}");
    }
}

#[test]
fn what_holds_no_layout_is_said_to_hold_none() {
    for document in [
        json!({}),
        json!(7),
        json!("layoutConfig"),
        json!([1]),
        json!({"a": []}),
    ] {
        assert_eq!(
            import(&document),
            Err(NotALayout::NothingFound),
            "{document}"
        );
    }
    let broken = import_text("{\n  \"layoutConfig\": [,]\n}");
    assert_eq!(
        broken,
        Err(NotALayout::NotJson {
            line: 2,
            column: 20
        })
    );
    let deep = "[".repeat(10_000);
    assert!(
        import_text(&deep).is_err(),
        "nesting is not followed to the end of the stack"
    );
}

#[test]
fn illegal_values_are_explained_and_the_rest_is_kept() {
    let document = json!({"clientRequest": {
    "mixedVideoLayout": 3, "backgroundColor": "red", "maxResolutionUid": "",
    "layoutConfig": [
        {"x_axis": "0.1", "y_axis": 0, "width": 0.25, "height": 0.25, "uid": 12},
        {"x_axis": 0.5, "y_axis": 0, "width": 640, "height": 0.25},
        {"x_axis": 0.5, "y_axis": 0, "width": 0.7, "height": 0.25, "alpha": 2, "render_mode": 9},
        {"x_axis": 0.1, "y_axis": 0.5, "height": 0.25},
        {"x_axis": 0, "y_axis": 0.9, "width": 0.1, "height": 0.1, "render_mode": 1},
    ]}});
    let layout = import(&document).unwrap();
    let regions: Vec<_> = layout
        .regions
        .iter()
        .map(|region| (region.x, region.width, region.alpha, region.fit))
        .collect();
    assert_eq!(
        regions,
        [
            (100_000, 250_000, WHOLE, false),
            (500_000, 500_000, WHOLE, false),
            (0, 100_000, WHOLE, true)
        ],
        "a text is read, a region too wide is cut, one in pixels and one without width are left out"
    );
    assert_eq!(
        layout.regions[0].uid.as_deref(),
        Some("12"),
        "a number is read as an ID"
    );
    assert_eq!(
        layout.background_color, None,
        "an illegal colour counts as left out"
    );
    let at = "/clientRequest/layoutConfig";
    let issues = found(&layout.issues);
    for (code, path) in [
        (IssueCode::NumberAsText, format!("{at}/0/x_axis")),
        (IssueCode::WrongType, format!("{at}/0/uid")),
        (IssueCode::OutOfRange, format!("{at}/1/width")),
        (IssueCode::RegionOutsideCanvas, format!("{at}/2/width")),
        (IssueCode::OutOfRange, format!("{at}/2/alpha")),
        (IssueCode::NotAnOption, format!("{at}/2/render_mode")),
        (IssueCode::Required, format!("{at}/3/width")),
        (
            IssueCode::BadFormat,
            "/clientRequest/backgroundColor".to_owned(),
        ),
    ] {
        let wanted = (code, Severity::Error, path.as_str());
        assert!(
            issues.contains(&wanted),
            "{wanted:?} is missing in {issues:?}"
        );
    }
}

#[test]
fn the_eighteenth_region_is_one_too_many() {
    let region = json!({"x_axis": 0, "y_axis": 0, "width": 0.1, "height": 0.1});
    let layout = import(&Value::from(vec![region; 18])).unwrap();
    assert_eq!(layout.regions.len(), 17);
    assert!(found(&layout.issues).contains(&(IssueCode::TooMany, Severity::Error, "")));
}

#[test]
fn published_layouts_come_in_without_loss() {
    let bodies = published()
        .into_iter()
        .filter(|case| case.is_request() && case.text("expect") == "accept")
        .map(|case| (case.id.clone(), case.body()));
    let samples = samples(".request").into_iter();
    let samples = samples.map(|sample| (sample.name.clone(), sample.value["body"].clone()));
    let mut read = 0;
    for (name, body) in bodies.chain(samples) {
        let Ok(layout) = import(&body) else { continue };
        let holder = body.pointer(&layout.at).unwrap();
        let written = holder["layoutConfig"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        assert_eq!(layout.regions.len(), written.len(), "{name}");
        for (region, written) in layout.regions.iter().zip(&written) {
            let back = serde_json::to_value(region.to_wire()).unwrap();
            for member in ["x_axis", "y_axis", "width", "height"] {
                let (back, written) = (back[member].as_f64(), written[member].as_f64());
                assert_eq!(back, written, "{name}: {member}");
            }
        }
        read += 1;
    }
    assert!(read > 20, "only {read} bodies hold a layout");
}

#[test]
fn the_services_own_layouts_come_back_as_they_are() {
    for preset in [Preset::BestFit, Preset::Vertical, Preset::Floating] {
        for people in 1..=17 {
            let places = places(preset, people);
            let regions: Vec<_> = places.iter().map(|place| Place::region(*place)).collect();
            let back = import(&json!(regions)).unwrap().regions;
            let back: Vec<_> = back
                .iter()
                .map(|it| (it.x, it.y, it.width, it.height, it.fit))
                .collect();
            let wanted: Vec<_> = places
                .iter()
                .map(|it| (it.x, it.y, it.width, it.height, it.fit))
                .collect();
            assert_eq!(back, wanted, "{preset:?} of {people}");
        }
    }
}

fn any_region() -> impl Strategy<Value = Region> {
    let length = |start: u32| (Just(start), 1..=WHOLE - start);
    let across = (0..WHOLE).prop_flat_map(length);
    let down = (0..WHOLE).prop_flat_map(length);
    let uid = prop::option::of((1u32..).prop_map(|uid| uid.to_string()));
    (across, down, 0..=WHOLE, any::<bool>(), uid).prop_map(
        |((x, width), (y, height), alpha, fit, uid)| Region {
            uid,
            x,
            y,
            width,
            height,
            alpha,
            fit,
            extra: Default::default(),
        },
    )
}

proptest! {
    #[test]
    fn a_written_layout_reads_back_to_the_millionth(
        regions in prop::collection::vec(any_region(), 1..=17)
    ) {
        let wire: Vec<_> = regions.iter().map(Region::to_wire).collect();
        let text = serde_json::to_string(&wire).unwrap();
        let back = import_text(&text).unwrap();
        prop_assert_eq!(back.regions, regions);
        prop_assert!(back.issues.iter().all(|issue| issue.severity == Severity::Warning));
    }
}
