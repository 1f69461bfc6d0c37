//! Each rule, on the smallest body that breaks it and on one that does not.

mod calls;
mod harm;
mod people;
mod picture;
mod storage;

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
