use super::*;
use crate::layouts::templates;

fn regions(text: &str) -> Vec<Region> {
    import(text, 4).unwrap().document.regions
}

#[test]
fn every_template_comes_back_from_each_form_to_the_millionth() {
    for layout in templates::all() {
        for form in [LayoutForm::Json, LayoutForm::Curl, LayoutForm::File] {
            let text = export(&layout.document, form, "A name");
            let back = import(&text, 1).unwrap();
            let errors = back
                .issues
                .iter()
                .filter(|issue| issue.severity == Severity::Error);
            assert_eq!(errors.count(), 0, "{} is legal as {form:?}", layout.id);
            for (before, after) in layout.document.regions.iter().zip(&back.document.regions) {
                let place = |r: &Region| (r.x, r.y, r.width, r.height, r.alpha, r.fit);
                assert_eq!(place(before), place(after), "{} as {form:?}", layout.id);
            }
            if form == LayoutForm::File {
                assert_eq!(
                    back.document, layout.document,
                    "a file of ours loses nothing"
                );
                assert_eq!(back.name.as_deref(), Some("A name"), "its name included");
            }
        }
    }
}

#[test]
fn reads_what_people_paste() {
    let one = r#"{"x_axis":0.1,"y_axis":0.2,"width":0.3,"height":0.4,"uid":"7"}"#;
    let read = &regions(one)[0];
    assert_eq!(
        (read.x, read.y, read.width, read.height, read.uid.as_deref()),
        (100_000, 200_000, 300_000, 400_000, Some("7")),
        "a region alone"
    );
    assert_eq!(regions(&format!("[{one},{one}]")).len(), 2, "a list");
    let start = format!(
        r##"{{"cname":"a","uid":"1","clientRequest":{{"recordingConfig":{{"transcodingConfig":
        {{"width":720,"height":1280,"mixedVideoLayout":3,"backgroundColor":"#101418","layoutConfig":[{one}]}}}}}}}}"##
    );
    let read = import(&start, 1).unwrap().document;
    assert_eq!(
        (read.canvas.width, read.canvas.height),
        (720, 1280),
        "the shape of a start"
    );
    assert_eq!(read.background.color, "#101418", "its background");
    let curl = format!("curl -X POST https://x -u a:b \\\n -H 'A: b' -d '[{one}]'");
    assert_eq!(regions(&curl).len(), 1, "a cURL line over two lines");
    let quoted = format!("curl https://x --data-raw=\"{}\"", one.replace('"', "\\\""));
    assert_eq!(regions(&quoted).len(), 1, "a body in double quotes");
}

#[test]
fn the_services_own_layouts_become_regions() {
    let read = regions(r#"{"mixedVideoLayout":2,"maxResolutionUid":"42"}"#);
    assert_eq!(read.len(), 4, "for as many people as were asked for");
    assert_eq!(
        read[0].uid.as_deref(),
        Some("42"),
        "the large one is kept for its user"
    );
}

#[test]
fn says_what_is_wrong_and_keeps_the_rest() {
    let text = r#"[{"x_axis":0,"y_axis":0,"width":1,"height":1},{"x_axis":0.5,"y_axis":0,"width":0.9,"height":1,"zorder":2}]"#;
    let read = import(text, 1).unwrap();
    assert_eq!(read.document.regions.len(), 2, "both are kept");
    assert!(
        read.issues.iter().any(|issue| issue.path == "/1/zorder"),
        "the unknown member is explained where it is: {:?}",
        read.issues
    );
}

#[test]
fn refuses_what_holds_no_layout_in_words() {
    for text in [
        "",
        "hello",
        "{\"a\":1}",
        "curl https://x",
        "{\"roomreel_layout\":1}",
    ] {
        let failure = import(text, 1).unwrap_err();
        assert!(!failure.issues.is_empty(), "{text:?} is explained");
    }
}

#[test]
fn hidden_regions_are_not_sent_and_backgrounds_are() {
    let mut document = templates::all().remove(0).document;
    document.regions[0].hidden = true;
    document.background.image = Some("https://example.com/a.jpg".to_owned());
    let wire = to_wire(&document, None);
    assert_eq!(
        wire["layoutConfig"].as_array().map(Vec::len),
        Some(document.regions.len() - 1),
        "hidden means left out"
    );
    assert_eq!(wire["backgroundImage"], "https://example.com/a.jpg");
}

/// Where, and what: one line for each issue.
fn said(read: &LayoutImported) -> Vec<String> {
    let one = |issue: &Issue| format!("{} {}", issue.path, json!(issue.code).as_str().unwrap());
    read.issues.iter().map(one).collect()
}

#[test]
fn the_18th_region_is_hidden_and_said_and_none_is_lost() {
    let entry =
        |n: usize| json!({"x_axis": 0, "y_axis": 0, "width": 0.1, "height": 0.01 * n as f64});
    let entries: Vec<Value> = (1..=20).map(entry).collect();
    for (text, place) in [
        (json!(entries).to_string(), ""),
        (
            json!({"clientRequest": {"mixedVideoLayout": 3, "layoutConfig": entries}}).to_string(),
            "/clientRequest/layoutConfig",
        ),
    ] {
        let read = import(&text, 1).unwrap();
        let regions = &read.document.regions;
        assert_eq!(regions.len(), 20, "none is lost");
        assert_eq!(regions[19].height, 200_000, "nor anything of them");
        let hidden: Vec<bool> = regions.iter().map(|region| region.hidden).collect();
        assert!(!hidden[..17].contains(&true), "17 are shown");
        assert!(!hidden[17..].contains(&false), "the others are hidden");
        let too_many: Vec<String> = said(&read)
            .into_iter()
            .filter(|line| line.ends_with("tooMany"))
            .collect();
        let expected: Vec<String> = (17..20).map(|at| format!("{place}/{at} tooMany")).collect();
        assert_eq!(too_many, expected, "each is explained where it is");
        super::super::own::refuse_broken(&read.document).expect("it can be kept");
        let sent = to_wire(&read.document, None);
        assert_eq!(sent["layoutConfig"].as_array().unwrap().len(), 17);
    }
}

#[test]
fn illegal_values_are_explained_where_they_are_and_the_rest_is_kept() {
    let text = r##"{"backgroundColor":"red","layoutConfig":[
        {"x_axis":0.333333,"y_axis":0,"width":0.666668,"height":1},
        {"x_axis":0.5,"y_axis":0,"width":0.9,"height":1,"alpha":2,"render_mode":7},
        {"x_axis":640,"y_axis":0,"width":0.5,"height":1},
        {"x_axis":"0.25","y_axis":0,"width":0.5,"height":1,"uid":7,"alpha":0.5},
        {"x_axis":0,"y_axis":0,"width":0.5,"height":1,"uid":"7"}
    ],"backgroundConfig":[{"uid":7,"image_url":"https://example.com/a.jpg","render_mode":"1"},{"uid":"8"}]}"##;
    let read = import(text, 1).unwrap();
    let places: Vec<(u32, u32)> = read
        .document
        .regions
        .iter()
        .map(|r| (r.x, r.width))
        .collect();
    assert_eq!(
        places,
        [
            (333_333, 666_667), // a rounding beyond the edge is no fault
            (500_000, 500_000), // cut at the edge
            (250_000, 500_000), // a number as text can be read
            (0, 500_000),
        ],
        "pixels are no place at all, everything else is kept"
    );
    let regions = &read.document.regions;
    assert_eq!((regions[1].alpha, regions[1].fit), (1_000_000, Fit::Crop));
    assert_eq!(regions[2].alpha, 500_000);
    let users: Vec<Option<&str>> = regions.iter().map(|r| r.uid.as_deref()).collect();
    assert_eq!(
        users,
        [None, None, Some("7"), None],
        "a user has one region"
    );
    assert_eq!(read.document.background.color, "#000000");
    let pictures = &read.document.background.users;
    assert_eq!(pictures.len(), 1, "without an address there is no picture");
    assert_eq!((pictures[0].uid.as_str(), pictures[0].fit), ("7", Fit::Fit));
    let said = said(&read);
    for expected in [
        "/backgroundColor badFormat",
        "/layoutConfig/1/width regionOutsideCanvas",
        "/layoutConfig/1/alpha outOfRange",
        "/layoutConfig/1/render_mode notAnOption",
        "/layoutConfig/2/x_axis outOfRange",
        "/layoutConfig/3/x_axis numberAsText",
        "/layoutConfig/3/uid wrongType",
        "/backgroundConfig/1/image_url required",
    ] {
        assert!(
            said.iter().any(|line| line == expected),
            "{expected} is said: {said:#?}"
        );
    }
    assert!(
        !said.iter().any(|line| line.starts_with("/layoutConfig/0")),
        "nothing is said of the rounding: {said:#?}"
    );
}

#[test]
fn unknown_members_are_explained_and_come_back_as_they_were() {
    let text = r#"{"layoutConfig":[{"x_axis":0,"y_axis":0,"width":1,"height":1,"zOrder":2,"deep":{"a":[1,null]}}],
        "backgroundConfig":[{"uid":"7","image_url":"https://example.com/a.jpg","since":"2027"}]}"#;
    let read = import(text, 1).unwrap();
    let lines = said(&read);
    assert!(
        lines.contains(&"/layoutConfig/0/zOrder unknownMember".to_owned()),
        "{lines:?}"
    );
    for form in [LayoutForm::Json, LayoutForm::Curl, LayoutForm::File] {
        let back = import(&export(&read.document, form, "A"), 1)
            .unwrap()
            .document;
        assert_eq!(
            back.regions[0].extra, read.document.regions[0].extra,
            "{form:?}"
        );
        assert_eq!(
            back.background.users, read.document.background.users,
            "{form:?}"
        );
    }
    let sent = to_wire(&read.document, None);
    assert_eq!(sent["layoutConfig"][0]["zOrder"], 2);
    assert_eq!(sent["layoutConfig"][0]["deep"], json!({"a": [1, null]}));
    assert_eq!(sent["backgroundConfig"][0]["since"], "2027");
}

#[test]
fn a_file_that_somebody_changed_by_hand_is_mended_and_said() {
    let mut document = templates::all().remove(0).document;
    let model = document.regions[0].clone();
    document.regions = vec![model; 19];
    document.regions[1].width = 3_000_000;
    document.regions[2].alpha = 2_000_000;
    document.canvas.width = 9_000;
    let text = export(&document, LayoutForm::File, "By hand");
    let read = import(&text, 1).unwrap();
    super::super::own::refuse_broken(&read.document).expect("it can be kept");
    assert_eq!(read.document.regions.len(), 19, "none is lost");
    let said = said(&read);
    for expected in [
        "/document/canvas canvasTooLarge",
        "/document/regions/1 regionOutsideCanvas",
        "/document/regions/2/alpha outOfRange",
        "/document/regions/17 tooMany",
        "/document/regions/18 tooMany",
    ] {
        assert!(
            said.iter().any(|line| line == expected),
            "{expected} is said: {said:#?}"
        );
    }
}

mod any {
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    use super::super::*;

    /// A side of at least a millionth within what is left, and its start.
    fn span() -> impl Strategy<Value = (u32, u32)> {
        (1..=1_000_000u32).prop_flat_map(|size| (0..=1_000_000 - size, Just(size)))
    }

    fn share(millionths: u32) -> Value {
        serde_json::from_str(&format!(
            "{}.{:06}",
            millionths / 1_000_000,
            millionths % 1_000_000
        ))
        .unwrap()
    }

    fn legal_region() -> impl Strategy<Value = Map<String, Value>> {
        let alpha = prop::option::of(0..=1_000_000u32);
        let fit = prop::option::of(0..=1u32);
        (span(), span(), alpha, fit, any::<bool>()).prop_map(|((x, w), (y, h), alpha, fit, odd)| {
            let mut region = Map::new();
            for (name, value) in [("x_axis", x), ("y_axis", y), ("width", w), ("height", h)] {
                region.insert(name.to_owned(), share(value));
            }
            region.extend(alpha.map(|alpha| ("alpha".to_owned(), share(alpha))));
            region.extend(fit.map(|fit| ("render_mode".to_owned(), json!(fit))));
            if odd {
                region.insert("future".to_owned(), json!([1, "two"]));
            }
            region
        })
    }

    proptest! {
        #[test]
        fn any_legal_layout_is_sent_again_with_the_same_numbers(
            regions in prop::collection::vec(legal_region(), 1..=17),
            named in prop::collection::hash_set(1..=u32::MAX, 0..=17),
            pictures in prop::collection::hash_set(1..=u32::MAX, 0..=5),
            color in "#[0-9A-F]{6}",
        ) {
            let mut entries: Vec<Value> = regions.into_iter().map(Value::Object).collect();
            for (entry, uid) in entries.iter_mut().zip(named) {
                entry["uid"] = json!(uid.to_string());
            }
            let pictures: Vec<Value> = pictures.into_iter().map(|uid| json!({
                "uid": uid.to_string(),
                "image_url": format!("https://example.com/{uid}.jpg"),
                "render_mode": uid % 2,
            })).collect();
            let text = json!({
                "mixedVideoLayout": 3,
                "backgroundColor": color,
                "backgroundImage": "https://example.com/b.jpg",
                "defaultUserBackgroundImage": "https://example.com/d.jpg",
                "layoutConfig": entries,
                "backgroundConfig": pictures,
            });
            let read = import(&text.to_string(), 1).unwrap();
            let errors: Vec<_> = read.issues.iter().filter(|i| i.severity == Severity::Error).collect();
            prop_assert!(errors.is_empty(), "{errors:?}");
            prop_assert!(super::super::super::own::refuse_broken(&read.document).is_ok());
            let mut expected = text;
            for entry in expected["layoutConfig"].as_array_mut().unwrap() {
                let entry = entry.as_object_mut().unwrap();
                entry.entry("alpha").or_insert(json!(1));
                entry.entry("render_mode").or_insert(json!(0));
            }
            if expected["backgroundConfig"].as_array().unwrap().is_empty() {
                expected.as_object_mut().unwrap().remove("backgroundConfig");
            }
            for form in [LayoutForm::Json, LayoutForm::File] {
                let back = import(&export(&read.document, form, "A"), 1).unwrap().document;
                prop_assert_eq!(plain(&to_wire(&back, None)), plain(&expected));
            }
        }
    }

    /// With every number in millionths, so that `1` and `1.0` are the same.
    fn plain(value: &Value) -> Value {
        match value {
            Value::Number(number) => json!((number.as_f64().unwrap() * 1e6).round() as i64),
            Value::Array(entries) => entries.iter().map(plain).collect(),
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| (name.clone(), plain(value)))
                .collect::<Map<_, _>>()
                .into(),
            other => other.clone(),
        }
    }
}
