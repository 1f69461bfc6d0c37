//! Rules of web pages, of update and acquire, and of names.

use super::*;

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
