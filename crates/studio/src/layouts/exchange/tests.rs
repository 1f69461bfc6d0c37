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
