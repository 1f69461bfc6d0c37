//! Each rule, on the smallest body that breaks it and on one that does not.

use cloud_recording::contract::{IssueCode, Severity, check, check_at};
use cloud_recording::{Call, Mode};
use serde_json::{Value, json};

/// A start that has nothing wrong with it, in mix.
fn start() -> Value {
    json!({"cname": "town hall", "uid": "527841", "clientRequest": {
        "recordingConfig": {"channelType": 0, "streamTypes": 2, "maxIdleTime": 300,
            "transcodingConfig": {"width": 1280, "height": 720, "fps": 30, "bitrate": 1710,
                "mixedVideoLayout": 1, "backgroundColor": "#000000"}},
        "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
        "storageConfig": {"vendor": 1, "region": 4, "bucket": "b", "accessKey": "k",
            "secretKey": "s", "fileNamePrefix": ["a", "b"]}}})
}

fn individual() -> Value {
    let mut body = start();
    let request = &mut body["clientRequest"];
    request["recordingConfig"]
        .as_object_mut()
        .unwrap()
        .remove("transcodingConfig");
    request["recordingConfig"]["subscribeUidGroup"] = json!(0);
    request["recordingFileConfig"] = json!({"avFileType": ["hls"]});
    body
}

fn web() -> Value {
    let mut body = start();
    body["clientRequest"]
        .as_object_mut()
        .unwrap()
        .remove("recordingConfig");
    body["clientRequest"]["extensionServiceConfig"] = json!({"extensionServices": [
        {"serviceName": "web_recorder_service", "serviceParam": {"url": "https://example.com",
            "audioProfile": 0, "videoWidth": 1280, "videoHeight": 720, "maxRecordingHour": 3}}]});
    body
}

fn update(request: Value) -> Value {
    json!({"cname": "town hall", "uid": "527841", "clientRequest": request})
}

/// Puts a value at a pointer inside `clientRequest`; null takes the member away.
fn with(mut body: Value, changes: &[(&str, Value)]) -> Value {
    for (way, value) in changes {
        let (holder, name) = way.rsplit_once('/').unwrap_or(("", way));
        let holder = if holder.is_empty() {
            String::new()
        } else {
            format!("/{holder}")
        };
        let holder = body
            .pointer_mut(&format!("/clientRequest{holder}"))
            .unwrap();
        if value.is_null() {
            holder.as_object_mut().unwrap().remove(name);
        } else {
            holder[name] = value.clone();
        }
    }
    body
}

fn found(call: Call, mode: Mode, body: &Value) -> Vec<(IssueCode, Severity, String)> {
    let issues = check(call, Some(mode), body);
    issues
        .into_iter()
        .map(|issue| (issue.code, issue.severity, issue.path))
        .collect()
}

#[track_caller]
fn breaks(mode: Mode, body: &Value, code: IssueCode, severity: Severity, path: &str) {
    breaks_in(Call::Start, mode, body, code, severity, path);
}

#[track_caller]
fn breaks_in(call: Call, mode: Mode, body: &Value, code: IssueCode, how: Severity, path: &str) {
    let found = found(call, mode, body);
    let wanted = (code, how, format!("/clientRequest{path}"));
    assert!(
        found.contains(&wanted),
        "{wanted:?} is missing in {found:?}"
    );
}

const ERROR: Severity = Severity::Error;
const WARNING: Severity = Severity::Warning;

#[test]
fn sound_starts_have_no_issue_at_all() {
    for (mode, body) in [
        (Mode::Mix, start()),
        (Mode::Individual, individual()),
        (Mode::Web, web()),
    ] {
        assert_eq!(found(Call::Start, mode, &body), [], "{mode}");
    }
}

#[test]
fn everything_wrong_is_found_at_once_errors_first() {
    let body = with(
        start(),
        &[
            ("recordingConfig/maxIdleTime", json!(4)),
            ("recordingConfig/transcodingConfig/fps", json!(25)),
            ("storageConfig/bucket", Value::Null),
            ("recordingConfig/audioProfile", json!("1")),
        ],
    );
    let found = found(Call::Start, Mode::Mix, &body);
    assert_eq!(found.len(), 4, "{found:?}");
    let severities: Vec<_> = found.iter().map(|(_, severity, _)| *severity).collect();
    assert_eq!(
        severities,
        [ERROR, ERROR, ERROR, WARNING],
        "errors stand before warnings"
    );
}

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
        (
            "layoutConfig",
            json!([region(0.666_667, 0.333_334), region(0.6, 0.5)]),
        ),
    ]);
    let path = format!("{at}/layoutConfig/1/width");
    breaks(
        Mode::Mix,
        &outside,
        IssueCode::RegionOutsideCanvas,
        ERROR,
        &path,
    );
    let reported = found(Call::Start, Mode::Mix, &outside).len();
    assert_eq!(
        reported, 1,
        "a millionth too wide is rounding, not an error"
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

#[test]
fn subscription_rules() {
    let config = |changes: &[(&str, Value)]| {
        let mut body = start();
        for (name, value) in changes {
            body["clientRequest"]["recordingConfig"][*name] = value.clone();
        }
        body
    };
    let at = "/recordingConfig";
    let both = config(&[
        ("subscribeAudioUids", json!(["1"])),
        ("subscribeVideoUids", json!(["1"])),
        ("unSubscribeVideoUids", json!(["2"])),
    ]);
    let path = format!("{at}/unSubscribeVideoUids");
    breaks(Mode::Mix, &both, IssueCode::ListsExclusive, ERROR, &path);

    let silent = config(&[("subscribeVideoUids", json!(["1"]))]);
    let path = format!("{at}/subscribeVideoUids");
    breaks(
        Mode::Mix,
        &silent,
        IssueCode::NoSoundSubscribed,
        WARNING,
        &path,
    );
    let blind = config(&[("subscribeAudioUids", json!(["#allstream#"]))]);
    let path = format!("{at}/subscribeAudioUids");
    breaks(
        Mode::Mix,
        &blind,
        IssueCode::NoPictureSubscribed,
        WARNING,
        &path,
    );

    let mixed = config(&[("subscribeAudioUids", json!(["#allstream#", "3"]))]);
    breaks(
        Mode::Mix,
        &mixed,
        IssueCode::AllStreamsBesideOthers,
        ERROR,
        &path,
    );
    let empty = config(&[("subscribeAudioUids", json!([]))]);
    breaks(Mode::Mix, &empty, IssueCode::Empty, ERROR, &path);
    let unused = config(&[
        ("streamTypes", json!(1)),
        ("subscribeAudioUids", json!(["1"])),
    ]);
    breaks(Mode::Mix, &unused, IssueCode::ListUnused, WARNING, &path);

    let mut crowd = individual();
    crowd["clientRequest"]["recordingConfig"]["subscribeAudioUids"] = json!(["1", "2"]);
    crowd["clientRequest"]["recordingConfig"]["subscribeVideoUids"] = json!(["2", "3"]);
    let path = format!("{at}/subscribeUidGroup");
    breaks(
        Mode::Individual,
        &crowd,
        IssueCode::GroupTooSmall,
        WARNING,
        &path,
    );
}

#[test]
fn individual_needs_its_group_even_without_a_configuration() {
    let path = "/recordingConfig/subscribeUidGroup";
    let group = with(
        individual(),
        &[("recordingConfig/subscribeUidGroup", Value::Null)],
    );
    breaks(Mode::Individual, &group, IssueCode::Required, ERROR, path);
    let all = with(individual(), &[("recordingConfig", Value::Null)]);
    breaks(Mode::Individual, &all, IssueCode::Required, ERROR, path);
}

#[test]
fn encryption_rules() {
    let salt = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    let config = |changes: Value| {
        let mut body = start();
        for (name, value) in changes.as_object().unwrap() {
            body["clientRequest"]["recordingConfig"][name] = value.clone();
        }
        body
    };
    let whole = config(json!({"decryptionMode": 8, "secret": "x", "salt": salt}));
    assert_eq!(found(Call::Start, Mode::Mix, &whole), []);
    let open = config(json!({"decryptionMode": 7, "secret": "x"}));
    let path = "/recordingConfig/salt";
    breaks(
        Mode::Mix,
        &open,
        IssueCode::EncryptionIncomplete,
        ERROR,
        path,
    );
    let short = config(json!({"decryptionMode": 7, "secret": "x", "salt": "AAEC"}));
    breaks(Mode::Mix, &short, IssueCode::BadFormat, ERROR, path);
    let unused = config(json!({"secret": "x"}));
    breaks(
        Mode::Mix,
        &unused,
        IssueCode::EncryptionUnused,
        WARNING,
        "/recordingConfig/secret",
    );
}

#[test]
fn file_and_snapshot_rules() {
    let types = "/recordingFileConfig/avFileType";
    let alone = with(
        start(),
        &[("recordingFileConfig", json!({"avFileType": ["mp4"]}))],
    );
    breaks(Mode::Mix, &alone, IssueCode::Mp4Alone, ERROR, types);
    let both = with(
        individual(),
        &[("recordingFileConfig", json!({"avFileType": ["hls", "mp4"]}))],
    );
    breaks(
        Mode::Individual,
        &both,
        IssueCode::Mp4InIndividual,
        ERROR,
        types,
    );

    let snapshots = json!({"captureInterval": 3, "fileType": ["jpg"]});
    let fast = with(individual(), &[("snapshotConfig", snapshots)]);
    let path = "/snapshotConfig/captureInterval";
    breaks(
        Mode::Individual,
        &fast,
        IssueCode::BelowReference,
        WARNING,
        path,
    );
    let blind = with(fast.clone(), &[("recordingConfig/streamTypes", json!(0))]);
    let path = "/recordingConfig/streamTypes";
    breaks(
        Mode::Individual,
        &blind,
        IssueCode::SnapshotNeedsPicture,
        ERROR,
        path,
    );
    let listed = with(
        fast,
        &[("recordingConfig/subscribeAudioUids", json!(["1"]))],
    );
    let path = "/recordingConfig/subscribeVideoUids";
    breaks(
        Mode::Individual,
        &listed,
        IssueCode::SnapshotNeedsPictureList,
        ERROR,
        path,
    );
}

#[test]
fn storage_rules() {
    let at = "/storageConfig";
    let storage = |changes: Value| {
        let mut body = start();
        for (name, value) in changes.as_object().unwrap() {
            body["clientRequest"]["storageConfig"][name] = value.clone();
        }
        body
    };
    let path = |name: &str| format!("{at}/{name}");
    let stray = |changes, code, severity, name: &str| {
        breaks(Mode::Mix, &storage(changes), code, severity, &path(name));
    };
    stray(
        json!({"vendor": 9}),
        IssueCode::NotAnOption,
        ERROR,
        "vendor",
    );
    stray(
        json!({"vendor": 4, "region": 0}),
        IssueCode::Legacy,
        WARNING,
        "vendor",
    );
    stray(
        json!({"region": 27}),
        IssueCode::RegionUnlisted,
        WARNING,
        "region",
    );
    stray(
        json!({"region": -1}),
        IssueCode::OutOfRange,
        ERROR,
        "region",
    );
    stray(json!({"bucket": ""}), IssueCode::Empty, ERROR, "bucket");
    stray(
        json!({"accessKey": " k"}),
        IssueCode::SurroundingBlanks,
        WARNING,
        "accessKey",
    );
    stray(
        json!({"fileNamePrefix": ["a_b"]}),
        IssueCode::BadFormat,
        ERROR,
        "fileNamePrefix/0",
    );
    stray(
        json!({"fileNamePrefix": [""]}),
        IssueCode::Empty,
        ERROR,
        "fileNamePrefix/0",
    );
    stray(
        json!({"stsToken": "t"}),
        IssueCode::StsIncomplete,
        ERROR,
        "stsExpiration",
    );
    let milliseconds = json!({"stsToken": "t", "stsExpiration": 1_790_003_600_000_i64});
    stray(
        milliseconds,
        IssueCode::StsInMilliseconds,
        WARNING,
        "stsExpiration",
    );
    stray(
        json!({"vendor": 11, "region": 0}),
        IssueCode::Required,
        ERROR,
        "extensionParams/endpoint",
    );
    let host = json!({"vendor": 11, "region": 0,
        "extensionParams": {"endpoint": "https://s3.example.com"}});
    stray(
        host,
        IssueCode::BadFormat,
        ERROR,
        "extensionParams/endpoint",
    );
    let sse = json!({"vendor": 2, "region": 0, "extensionParams": {"sse": "kms", "tag": "t"}});
    stray(sse, IssueCode::NotForVendor, WARNING, "extensionParams/sse");
}

#[test]
fn temporary_credentials_must_outlive_four_hours() {
    let now = 1_790_000_000;
    let body = |end: i64| {
        let sts = [
            ("storageConfig/stsToken", json!("t")),
            ("storageConfig/stsExpiration", json!(end)),
        ];
        with(start(), &sts)
    };
    let short = check_at(Call::Start, Some(Mode::Mix), &body(now + 4 * 3600 - 1), now);
    assert_eq!(short.len(), 1, "{short:?}");
    assert_eq!(
        (short[0].code, short[0].severity),
        (IssueCode::StsTooShort, WARNING)
    );
    let enough = check_at(Call::Start, Some(Mode::Mix), &body(now + 4 * 3600), now);
    assert_eq!(enough, [], "four hours are enough");
}

#[test]
fn web_rules() {
    let at = "/extensionServiceConfig/extensionServices";
    let param = |name: &str, value: Value| {
        let mut body = web();
        let services = &mut body["clientRequest"]["extensionServiceConfig"]["extensionServices"];
        services[0]["serviceParam"][name] = value;
        body
    };
    let path = format!("{at}/0/serviceParam/videoHeight");
    let large = param("videoHeight", json!(1700));
    breaks(Mode::Web, &large, IssueCode::CanvasTooLarge, ERROR, &path);
    let misspelt = param("VideoBitrate", json!(1000));
    let path = format!("{at}/0/serviceParam/VideoBitrate");
    breaks(
        Mode::Web,
        &misspelt,
        IssueCode::UnknownMember,
        WARNING,
        &path,
    );
    let issue = check(Call::Start, Some(Mode::Web), &misspelt).remove(0);
    assert_eq!(
        issue.params["meant"], "videoBitrate",
        "a slip in case is recognised"
    );
    let ready = param("readyTimeout", json!(0.5));
    let path = format!("{at}/0/serviceParam/readyTimeout");
    breaks(Mode::Web, &ready, IssueCode::WrongType, ERROR, &path);

    let mut twice = web();
    let services = &mut twice["clientRequest"]["extensionServiceConfig"]["extensionServices"];
    let copy = services[0].clone();
    services.as_array_mut().unwrap().push(copy);
    let path = format!("{at}/1/serviceName");
    breaks(Mode::Web, &twice, IssueCode::ServiceTwice, ERROR, &path);
    let push = json!([{"serviceName": "rtmp_publish_service",
        "serviceParam": {"outputs": [{"rtmpUrl": "https://example.com"}]}}]);
    let push = with(web(), &[("extensionServiceConfig/extensionServices", push)]);
    breaks(Mode::Web, &push, IssueCode::ServiceMissing, ERROR, at);
    let path = format!("{at}/0/serviceParam/outputs/0/rtmpUrl");
    breaks(Mode::Web, &push, IssueCode::BadFormat, ERROR, &path);

    let foreign = with(
        web(),
        &[("recordingConfig", json!({})), ("token", json!("t"))],
    );
    breaks(
        Mode::Web,
        &foreign,
        IssueCode::NotInMode,
        ERROR,
        "/recordingConfig",
    );
    breaks(Mode::Web, &foreign, IssueCode::NotInMode, WARNING, "/token");
}

#[test]
fn update_rules() {
    let broken = |mode, request, code, severity, path: &str| {
        breaks_in(Call::Update, mode, &update(request), code, severity, path);
    };
    broken(Mode::Mix, json!({}), IssueCode::NothingToUpdate, ERROR, "");
    let nothing = json!({"streamSubscribe": {"audioUidList": {}}});
    let path = "/streamSubscribe/audioUidList";
    broken(Mode::Mix, nothing, IssueCode::NothingToUpdate, ERROR, path);
    let hold = json!({"webRecordingConfig": {"onhold": true}});
    broken(
        Mode::Mix,
        hold.clone(),
        IssueCode::NotInMode,
        ERROR,
        "/webRecordingConfig",
    );
    assert_eq!(found(Call::Update, Mode::Web, &update(hold)), []);
    let two = json!({"webRecordingConfig": {"onhold": true},
        "rtmpPublishConfig": {"outputs": [{"rtmpUrl": "rtmp://a/b"}]}});
    broken(Mode::Web, two, IssueCode::SeveralUpdates, WARNING, "");
    let keys = json!({"storageConfig": {"vendor": 1, "region": 0, "bucket": "b"}});
    broken(
        Mode::Mix,
        keys,
        IssueCode::Required,
        ERROR,
        "/storageConfig/accessKey",
    );
}

#[test]
fn acquire_rules() {
    let acquire = |request: Value| update(request);
    let code = IssueCode::SceneMismatch;
    breaks_in(
        Call::Acquire,
        Mode::Web,
        &acquire(json!({})),
        code,
        ERROR,
        "/scene",
    );
    breaks_in(
        Call::Acquire,
        Mode::Mix,
        &acquire(json!({"scene": 1})),
        code,
        ERROR,
        "/scene",
    );
    assert_eq!(
        found(
            Call::Acquire,
            Mode::Individual,
            &acquire(json!({"scene": 2}))
        ),
        []
    );

    let announced = with(start(), &[("recordingConfig/maxIdleTime", json!(4))]);
    let body = acquire(json!({"region": "NA", "startParameter": announced["clientRequest"]}));
    let path = "/startParameter/recordingConfig/maxIdleTime";
    breaks_in(
        Call::Acquire,
        Mode::Mix,
        &body,
        IssueCode::OutOfRange,
        WARNING,
        path,
    );
    let path = "/startParameter/storageConfig/region";
    breaks_in(
        Call::Acquire,
        Mode::Mix,
        &body,
        IssueCode::BucketElsewhere,
        WARNING,
        path,
    );

    let page =
        json!({"scene": 1, "resourceExpiredHour": 2, "startParameter": web()["clientRequest"]});
    let path =
        "/startParameter/extensionServiceConfig/extensionServices/0/serviceParam/maxRecordingHour";
    breaks_in(
        Call::Acquire,
        Mode::Web,
        &acquire(page),
        IssueCode::ControlEndsFirst,
        WARNING,
        path,
    );
}

#[test]
fn names_are_longer_and_freer_for_pages() {
    let body = |cname: &str| json!({"cname": cname, "uid": "1", "clientRequest": {"scene": 1}});
    let judged = |cname: &str| {
        let issues = check(Call::Acquire, None, &body(cname));
        issues.first().map(|issue| (issue.code, issue.severity))
    };
    assert_eq!(
        judged("https://example.com/房间"),
        None,
        "a label may be anything"
    );
    assert_eq!(
        judged(&"a".repeat(129)),
        Some((IssueCode::TooLong, WARNING))
    );
    assert_eq!(judged(&"a".repeat(1025)), Some((IssueCode::TooLong, ERROR)));
}

#[test]
fn numbers_must_be_text_where_ids_are_meant() {
    for uid in [
        json!(7),
        json!("0"),
        json!("-1"),
        json!("+1"),
        json!("4294967296"),
        json!("1a"),
    ] {
        let body = json!({"cname": "a", "uid": uid, "clientRequest": {}});
        let issues = check(Call::Stop, Some(Mode::Mix), &body);
        assert_eq!(issues.len(), 1, "{uid} is no recorder ID: {issues:?}");
        assert_eq!(
            (issues[0].path.as_str(), issues[0].severity),
            ("/uid", ERROR)
        );
    }
}
