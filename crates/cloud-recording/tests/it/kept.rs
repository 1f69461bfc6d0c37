//! Nothing of an answer is lost, and no secret in one is printed.

use cloud_recording::Call;
use cloud_recording::answer::{Acquired, ChannelUsers, QueryAnswer, Started, StopAnswer, Updated};
use serde_json::{Value, json};

use crate::data::{published, samples};

/// An answer as it was read, put together again.
fn given_back(call: Call, body: &[u8]) -> Option<Value> {
    let with = |known: Vec<(&str, Option<String>)>, extra: cloud_recording::answer::Extra| {
        let mut whole = extra;
        for (name, value) in known {
            if let Some(value) = value {
                whole.insert(name.to_owned(), json!(value));
            }
        }
        Value::Object(whole.0)
    };
    Some(match call {
        Call::Acquire => {
            let it = Acquired::read(200, body).ok()?;
            let id = ("resourceId", Some(it.resource_id));
            with(vec![id, ("cname", it.cname), ("uid", it.uid)], it.extra)
        }
        Call::Start => {
            let it = Started::read(200, body).ok()?;
            let ids = [("resourceId", Some(it.resource_id)), ("sid", Some(it.sid))];
            with(
                [ids, [("cname", it.cname), ("uid", it.uid)]].concat(),
                it.extra,
            )
        }
        Call::Update | Call::UpdateLayout => {
            let it = Updated::read(call, 200, body).ok()?;
            let ids = [("resourceId", it.resource_id), ("sid", it.sid)];
            with(
                [ids, [("cname", it.cname), ("uid", it.uid)]].concat(),
                it.extra,
            )
        }
        Call::Query => QueryAnswer::read(200, body).ok()?.raw,
        Call::Stop => StopAnswer::read(200, body).ok()?.raw,
        Call::ChannelUsers => ChannelUsers::read(200, body).ok()?.raw,
    })
}

#[test]
fn nothing_of_an_answer_is_lost() {
    let published = published().into_iter().filter(|case| !case.is_request());
    let published = published
        .filter(|case| case.status() == 200)
        .filter_map(|case| Some((case.id.clone(), case.call()?, case.raw)));
    let samples = samples(".response").into_iter();
    let samples = samples.filter(|sample| !sample.name.starts_with("error."));
    let samples =
        samples.filter_map(|sample| Some((sample.name.clone(), sample.call()?, sample.body())));
    let mut compared = 0;
    for (name, call, body) in published.chain(samples) {
        let Some(back) = given_back(call, &body) else {
            continue;
        };
        let whole: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(back, whole, "{name} came back otherwise");
        compared += 1;
    }
    assert!(compared > 35, "only {compared} answers were compared");
    let users = json!({"success": true, "later": [1], "data": {"channel_exist": false}});
    let back = given_back(Call::ChannelUsers, users.to_string().as_bytes());
    assert_eq!(back, Some(users), "unknown members are kept");
}

#[test]
fn nothing_that_was_read_prints_a_secret() {
    let canary = "rtmp://example.com/live/canary";
    let state = json!({"rtmpUrl": canary, "status": "publishing"});
    let body = json!({"sid": "s", "accessKey": canary, "serverResponse": {"status": 5,
        "extensionServiceState": [{"serviceName": "rtmp_publish_service",
            "payload": {"state": "inProgress", "outputs": [state]}}]}});
    let body = body.to_string();
    let notice = json!({"eventType": 100, "stsToken": canary, "payload": {"details": state}});
    let notice = notice.to_string();
    let notice = cloud_recording::notification::Notification::read(notice.as_bytes()).unwrap();
    let query = QueryAnswer::read(200, body.as_bytes()).unwrap();
    assert!(
        query.raw.to_string().contains(canary),
        "it is there for who asks for it"
    );
    for printed in [
        format!("{query:?}"),
        format!("{:?}", StopAnswer::read(200, body.as_bytes())),
        format!("{:#?}", Started::read(200, body.as_bytes())),
        format!("{notice:?}"),
    ] {
        assert!(!printed.contains(canary), "{printed}");
        assert!(printed.contains("•••"), "its place is marked: {printed}");
    }
}
