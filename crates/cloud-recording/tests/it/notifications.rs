//! Notifications are read for what they say, and nothing is lost.

use cloud_recording::contract;
use cloud_recording::notification::Notification;
use serde_json::{Value, json};

use crate::data::folder;

#[test]
fn samples_are_read_and_come_back_whole() {
    let mut read = 0;
    for entry in std::fs::read_dir(folder().join("samples")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.starts_with("webhook.") {
            continue;
        }
        let sample: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let body = &sample["body"];
        let found = Notification::read(body.to_string().as_bytes()).unwrap();
        assert_eq!(
            serde_json::to_value(&found).unwrap(),
            *body,
            "{name} lost something"
        );
        let row = contract::event(found.event_type).unwrap();
        assert_eq!(found.name(), Some(row.name), "{name}");
        assert_eq!(Some(found.payload.service_type), row.service, "{name}");
        read += 1;
    }
    assert_eq!(read, 5, "as many samples as there are");
}

#[test]
fn what_is_none_is_said_to_be_none() {
    let long = vec![b' '; 1024 * 1024 + 1];
    for body in [
        &b""[..],
        b"[]",
        b"{}",
        b"<html>",
        b"{\"eventType\":1}",
        &long,
    ] {
        let error = Notification::read(body).unwrap_err();
        assert!(
            error.to_string().starts_with("this is no notification"),
            "{error}"
        );
    }
    let bare = json!({"eventType": 7, "payload": {"later": true}}).to_string();
    let bare = Notification::read(bare.as_bytes()).unwrap();
    assert_eq!(
        bare.payload.extra["later"],
        json!(true),
        "unknown members are kept"
    );
    assert_eq!(bare.name(), None);
}
