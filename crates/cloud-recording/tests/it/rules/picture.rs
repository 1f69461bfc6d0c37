//! Rules of the picture and its layout.

use super::*;

#[test]
fn layout_rules() {
    let at = "/recordingConfig/transcodingConfig";
    let layout = |changes: &[(&str, Value)]| {
        let changes: Vec<_> = changes
            .iter()
            .map(|(name, value)| {
                (
                    format!("recordingConfig/transcodingConfig/{name}"),
                    value.clone(),
                )
            })
            .collect();
        let changes: Vec<_> = changes
            .iter()
            .map(|(way, value)| (way.as_str(), value.clone()))
            .collect();
        with(start(), &changes)
    };
    let region =
        |x: f64, width: f64| json!({"x_axis": x, "y_axis": 0, "width": width, "height": 1});

    let custom = layout(&[("mixedVideoLayout", json!(3))]);
    let path = format!("{at}/layoutConfig");
    breaks(
        Mode::Mix,
        &custom,
        IssueCode::LayoutConfigMissing,
        ERROR,
        &path,
    );
    let unused = layout(&[("layoutConfig", json!([region(0.0, 0.5)]))]);
    breaks(
        Mode::Mix,
        &unused,
        IssueCode::LayoutConfigIgnored,
        WARNING,
        &path,
    );

    let outside = layout(&[
        ("mixedVideoLayout", json!(3)),
        ("layoutConfig", json!([region(0.0, 0.2), region(0.6, 0.5)])),
    ]);
    let path = format!("{at}/layoutConfig/1/width");
    breaks(
        Mode::Mix,
        &outside,
        IssueCode::RegionOutsideCanvas,
        ERROR,
        &path,
    );
    let thirds = json!([
        region(0.0, 0.333_334),
        region(0.333_333, 0.333_334),
        region(0.666_667, 0.333_334)
    ]);
    let thirds = layout(&[("mixedVideoLayout", json!(3)), ("layoutConfig", thirds)]);
    assert_eq!(
        found(Call::Start, Mode::Mix, &thirds),
        [],
        "a millionth too wide is rounding: no error and no overlap"
    );

    let mut regions = vec![region(0.0, 0.1); 18];
    regions[0]["uid"] = json!("527841");
    let many = layout(&[
        ("mixedVideoLayout", json!(3)),
        ("layoutConfig", json!(regions)),
    ]);
    breaks(
        Mode::Mix,
        &many,
        IssueCode::TooMany,
        ERROR,
        &format!("{at}/layoutConfig"),
    );
    let path = format!("{at}/layoutConfig/0/uid");
    breaks(
        Mode::Mix,
        &many,
        IssueCode::RecorderAmongUsers,
        WARNING,
        &path,
    );

    let vertical = layout(&[("mixedVideoLayout", json!(2))]);
    let path = format!("{at}/maxResolutionUid");
    breaks(
        Mode::Mix,
        &vertical,
        IssueCode::LargeUserMissing,
        WARNING,
        &path,
    );
    let grid = layout(&[("maxResolutionUid", json!("7"))]);
    breaks(
        Mode::Mix,
        &grid,
        IssueCode::LargeUserIgnored,
        WARNING,
        &path,
    );

    let color = layout(&[("backgroundColor", json!("red"))]);
    breaks(
        Mode::Mix,
        &color,
        IssueCode::BadFormat,
        ERROR,
        &format!("{at}/backgroundColor"),
    );
    let image = layout(&[("backgroundImage", json!("http://example.com/a.jpg"))]);
    breaks(
        Mode::Mix,
        &image,
        IssueCode::ImageNotHttps,
        WARNING,
        &format!("{at}/backgroundImage"),
    );
}

#[test]
fn a_region_without_a_user_may_say_so_with_nothing() {
    let body = json!({"mixedVideoLayout": 3, "backgroundColor": "#000000", "layoutConfig":
        [{"uid": "", "x_axis": 0, "y_axis": 0, "width": 1, "height": 1}]});
    assert_eq!(found(Call::UpdateLayout, Mode::Mix, &update(body)), []);
    let body = update(json!({"mixedVideoLayout": 1}));
    let code = IssueCode::BackToDefault;
    breaks_in(
        Call::UpdateLayout,
        Mode::Mix,
        &body,
        code,
        WARNING,
        "/backgroundColor",
    );
}

#[test]
fn picture_rules() {
    let at = "/recordingConfig/transcodingConfig";
    let width = |width: u32, height: u32| {
        with(
            start(),
            &[
                ("recordingConfig/transcodingConfig/width", json!(width)),
                ("recordingConfig/transcodingConfig/height", json!(height)),
            ],
        )
    };
    breaks(
        Mode::Mix,
        &width(1920, 1081),
        IssueCode::CanvasTooLarge,
        ERROR,
        at,
    );
    assert_eq!(
        found(Call::Start, Mode::Mix, &width(1920, 1080)),
        [],
        "the limit itself is legal"
    );
    let path = format!("{at}/width");
    breaks(
        Mode::Mix,
        &width(2000, 1000),
        IssueCode::SideTooLong,
        WARNING,
        &path,
    );
    let bitrate = with(
        start(),
        &[("recordingConfig/transcodingConfig/bitrate", json!(6501))],
    );
    breaks(
        Mode::Mix,
        &bitrate,
        IssueCode::OutOfRange,
        ERROR,
        &format!("{at}/bitrate"),
    );
    let three = with(
        start(),
        &[("recordingConfig/transcodingConfig/fps", Value::Null)],
    );
    breaks(
        Mode::Mix,
        &three,
        IssueCode::Advised,
        WARNING,
        &format!("{at}/fps"),
    );
}
