//! Calls of the console, as the page makes them.
#![allow(dead_code)]

use cloud_recording::contract::IssueCode;
use cloud_recording::{Call, Mode};
use serde_json::{Value, json};
use studio::Core;
use studio::types::*;

pub fn call(call: Call, body: Value) -> ConsoleCall {
    ConsoleCall {
        account_id: PRACTICE.to_owned(),
        call,
        mode: Mode::Mix,
        resource_id: String::new(),
        sid: String::new(),
        channel: String::new(),
        hosts_only: false,
        body,
    }
}

pub fn acquire(channel: &str) -> ConsoleCall {
    let body = json!({ "cname": channel, "uid": "527841", "clientRequest": { "scene": 0, "resourceExpiredHour": 24 } });
    call(Call::Acquire, body)
}

/// A start that names the keys of a storage by reference.
pub fn start(channel: &str, resource_id: &str, storage: &str) -> ConsoleCall {
    let body = json!({ "cname": channel, "uid": "527841", "clientRequest": {
        "token": "${token}",
        "recordingConfig": { "channelType": 1, "streamTypes": 2, "maxIdleTime": 300,
            "transcodingConfig": { "width": 640, "height": 360, "fps": 15, "bitrate": 500,
                "mixedVideoLayout": 1, "backgroundColor": "#112233" } },
        "recordingFileConfig": { "avFileType": ["hls", "mp4"] },
        "storageConfig": { "vendor": 1, "region": 0, "bucket": "practice",
            "accessKey": format!("${{storage:{storage}/accessKey}}"),
            "secretKey": format!("${{storage:{storage}/secretKey}}"),
            "fileNamePrefix": ["console", "one"] },
    }});
    ConsoleCall {
        resource_id: resource_id.to_owned(),
        ..call(Call::Start, body)
    }
}

/// A later call of what was started.
pub fn later(which: Call, channel: &str, started: &ConsoleAnswer, request: Value) -> ConsoleCall {
    let body = match which {
        Call::Query => Value::Null,
        _ => json!({ "cname": channel, "uid": "527841", "clientRequest": request }),
    };
    ConsoleCall {
        resource_id: started.resource_id.clone().unwrap(),
        sid: started.sid.clone().unwrap(),
        ..call(which, body)
    }
}

pub async fn send(core: &Core, call: ConsoleCall) -> ConsoleAnswer {
    let anyway = false;
    core.console_send(ConsoleSend { call, anyway })
        .await
        .expect("it is sent")
}

pub async fn send_anyway(core: &Core, call: ConsoleCall) -> ConsoleAnswer {
    let anyway = true;
    core.console_send(ConsoleSend { call, anyway })
        .await
        .expect("it is sent")
}

/// Acquires and starts in practice; gives what start answered.
pub async fn started(core: &Core, channel: &str) -> ConsoleAnswer {
    let acquired = send(core, acquire(channel)).await;
    let resource_id = acquired.resource_id.expect("acquire gives a resource");
    send(core, start(channel, &resource_id, PRACTICE)).await
}

pub fn everything() -> CallQuery {
    CallQuery {
        search: String::new(),
        origin: None,
        call: None,
        before: None,
        most: 200,
    }
}

pub fn issue_codes(failure: &Failure) -> Vec<(IssueCode, &str)> {
    let issues = failure.issues.iter();
    issues
        .map(|issue| (issue.code, issue.path.as_str()))
        .collect()
}
