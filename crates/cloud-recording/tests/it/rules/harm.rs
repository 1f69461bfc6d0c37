//! What the service takes, to the user's harm.

use super::*;

fn regions(regions: Value) -> Value {
    let at = "recordingConfig/transcodingConfig";
    with(
        start(),
        &[
            (&format!("{at}/mixedVideoLayout"), json!(3)),
            (&format!("{at}/layoutConfig"), regions),
        ],
    )
}

fn region(x: f64, y: f64, width: f64, height: f64) -> Value {
    json!({"x_axis": x, "y_axis": y, "width": width, "height": height})
}

#[track_caller]
fn issue(call: Call, mode: Mode, body: &Value, path: &str) -> cloud_recording::contract::Issue {
    let issues = check(call, Some(mode), body);
    let path = format!("/clientRequest{path}");
    let found = issues.iter().find(|issue| issue.path == path);
    found
        .unwrap_or_else(|| panic!("nothing at {path}: {issues:?}"))
        .clone()
}

#[test]
fn members_in_the_wrong_place_are_sent_home() {
    let canvas = json!({"width": 1280, "height": 720, "fps": 30, "bitrate": 1710});
    let wrong = with(
        start(),
        &[
            ("recordingConfig/transcodingConfig", Value::Null),
            ("transcodingConfig", canvas),
        ],
    );
    let found = issue(Call::Start, Mode::Mix, &wrong, "/transcodingConfig");
    assert_eq!(
        (found.code, found.severity),
        (IssueCode::Misplaced, WARNING)
    );
    assert_eq!(
        found.params["belongs"],
        "start.clientRequest.recordingConfig.transcodingConfig"
    );
    // And so the picture is what nobody asked for.
    let path = "/recordingConfig/transcodingConfig";
    let found = issue(Call::Start, Mode::Mix, &wrong, path);
    assert_eq!(
        (found.code, found.params["default"].as_str()),
        (IssueCode::Advised, "360 × 640")
    );

    let nested = update(json!({"transcodingConfig": {"mixedVideoLayout": 1}}));
    let found = issue(Call::UpdateLayout, Mode::Mix, &nested, "/transcodingConfig");
    assert_eq!(
        found.code,
        IssueCode::Misplaced,
        "updateLayout has its members directly"
    );
    let idle = with(start(), &[("maxIdleTime", json!(60))]);
    let found = issue(Call::Start, Mode::Mix, &idle, "/maxIdleTime");
    assert_eq!(
        found.params["belongs"],
        "start.clientRequest.recordingConfig.maxIdleTime"
    );
}

#[test]
fn misspelt_members_get_the_right_name() {
    for (wrong, right) in [
        ("maxidletime", "maxIdleTime"),
        ("MaxIdleTime", "maxIdleTime"),
        ("streamType", "streamTypes"),
        ("chanelType", "channelType"),
        ("subscribeVideoUid", "subscribeVideoUids"),
    ] {
        let body = with(start(), &[(&format!("recordingConfig/{wrong}"), json!(1))]);
        let found = issue(
            Call::Start,
            Mode::Mix,
            &body,
            &format!("/recordingConfig/{wrong}"),
        );
        assert_eq!(
            (found.code, found.severity),
            (IssueCode::UnknownMember, WARNING),
            "{wrong}"
        );
        assert_eq!(found.params["meant"], right, "{wrong}");
    }
    let strange = with(start(), &[("recordingConfig/weather", json!("fair"))]);
    let found = issue(Call::Start, Mode::Mix, &strange, "/recordingConfig/weather");
    assert!(
        !found.params.contains_key("meant"),
        "nothing is near it: {found:?}"
    );
}

#[test]
fn numbers_as_text_are_read_and_flagged() {
    let at = "/recordingConfig/maxIdleTime";
    let text = with(start(), &[("recordingConfig/maxIdleTime", json!("300"))]);
    let found = issue(Call::Start, Mode::Mix, &text, at);
    assert_eq!(
        (found.code, found.severity),
        (IssueCode::NumberAsText, ERROR)
    );
    assert_eq!(found.params["value"], "300");
    let small = with(start(), &[("recordingConfig/maxIdleTime", json!("4"))]);
    breaks(Mode::Mix, &small, IssueCode::NumberAsText, ERROR, at);
    breaks(Mode::Mix, &small, IssueCode::OutOfRange, ERROR, at);
    let option = with(start(), &[("recordingConfig/channelType", json!("9"))]);
    breaks(
        Mode::Mix,
        &option,
        IssueCode::NotAnOption,
        ERROR,
        "/recordingConfig/channelType",
    );
    let large = with(
        start(),
        &[
            ("recordingConfig/transcodingConfig/width", json!("1920")),
            ("recordingConfig/transcodingConfig/height", json!("1081")),
        ],
    );
    let at = "/recordingConfig/transcodingConfig";
    breaks(Mode::Mix, &large, IssueCode::CanvasTooLarge, ERROR, at);
    let word = with(start(), &[("recordingConfig/maxIdleTime", json!("soon"))]);
    breaks(
        Mode::Mix,
        &word,
        IssueCode::WrongType,
        ERROR,
        "/recordingConfig/maxIdleTime",
    );
}

#[test]
fn regions_that_overlap_or_hide_are_told() {
    let at = "/recordingConfig/transcodingConfig/layoutConfig";
    let two = regions(json!([
        region(0.0, 0.0, 1.0, 1.0),
        region(0.7, 0.7, 0.2, 0.2)
    ]));
    let found = issue(Call::Start, Mode::Mix, &two, &format!("{at}/1"));
    assert_eq!(
        (found.code, found.severity),
        (IssueCode::RegionsOverlap, WARNING)
    );
    assert_eq!(found.params["other"], "0");
    let apart = regions(json!([
        region(0.0, 0.0, 0.5, 1.0),
        region(0.5, 0.0, 0.5, 1.0)
    ]));
    assert_eq!(
        found_all(&apart),
        [],
        "neighbours share an edge and no more"
    );

    let mut glass = region(0.0, 0.0, 1.0, 1.0);
    glass["alpha"] = json!(0);
    let found = issue(
        Call::Start,
        Mode::Mix,
        &regions(json!([glass])),
        &format!("{at}/0/alpha"),
    );
    assert_eq!(
        (found.code, found.severity),
        (IssueCode::RegionInvisible, WARNING)
    );
    let flat = regions(json!([region(0.0, 0.0, 0.0, 1.0)]));
    breaks(
        Mode::Mix,
        &flat,
        IssueCode::RegionInvisible,
        WARNING,
        &format!("{at}/0/width"),
    );
}

fn found_all(body: &Value) -> Vec<(IssueCode, Severity, String)> {
    found(Call::Start, Mode::Mix, body)
}

#[test]
fn a_region_for_a_name_is_a_region_for_nobody() {
    let mut named = region(0.0, 0.0, 1.0, 1.0);
    named["uid"] = json!("alice");
    let at = "/recordingConfig/transcodingConfig/layoutConfig/0/uid";
    let found = issue(Call::Start, Mode::Mix, &regions(json!([named])), at);
    assert_eq!(
        (found.code, found.severity),
        (IssueCode::BadFormat, WARNING)
    );
}

#[test]
fn days_of_nobody_are_told() {
    let at = "/recordingConfig/maxIdleTime";
    let days = |idle: i64| with(start(), &[("recordingConfig/maxIdleTime", json!(idle))]);
    let found = issue(Call::Start, Mode::Mix, &days(2_592_000), at);
    assert_eq!(
        (found.code, found.severity),
        (IssueCode::IdleForDays, WARNING)
    );
    assert_eq!(found.params["hours"], "720");
    assert_eq!(
        found_all(&days(86_399)),
        [],
        "less than a day is somebody's choice"
    );
}

#[test]
fn a_picture_that_nobody_chose_is_told() {
    let none = with(
        start(),
        &[("recordingConfig/transcodingConfig", Value::Null)],
    );
    let at = "/recordingConfig/transcodingConfig";
    breaks(Mode::Mix, &none, IssueCode::Advised, WARNING, at);
    let sound = with(none, &[("recordingConfig/streamTypes", json!(0))]);
    assert_eq!(found_all(&sound), [], "sound needs no picture");
    let bare = with(start(), &[("recordingConfig", Value::Null)]);
    breaks(Mode::Mix, &bare, IssueCode::Advised, WARNING, at);
}
