//! Every call as it goes out and comes back.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cloud_recording::Mode;
use cloud_recording::request::*;
use serde_json::json;

use super::server::{Reply, Server};
use super::{CANARY, client, session};

#[tokio::test]
async fn acquire_and_start_go_to_their_addresses_with_credentials() {
    let server = Server::start(vec![
        Reply::json(
            200,
            json!({"cname": "c", "uid": "1", "resourceId": "R/x", "new": 1}),
        ),
        Reply::json(200, json!({"resourceId": "R/x", "sid": "0f"})),
    ])
    .await;
    let client = client("acquire-and-start", server.hosts());
    let request = AcquireRequest::new("c", "1", AcquireClientRequest::default());
    let acquired = client.acquire(&request).await.unwrap();
    assert_eq!(
        (acquired.resource_id.as_str(), &acquired.extra["new"]),
        ("R/x", &json!(1))
    );
    let request = StartRequest::new("c", "1", StartClientRequest::default());
    let started = client
        .start(&acquired.resource_id, Mode::Mix, &request)
        .await
        .unwrap();
    assert_eq!(
        (started.sid.as_str(), started.cname),
        ("0f", None),
        "an older answer has no echo"
    );

    let asked = server.asked();
    let root = "/v1/apps/acquire-and-start/cloud_recording";
    assert_eq!(asked[0].line, format!("POST {root}/acquire"));
    assert_eq!(
        asked[1].line,
        format!("POST {root}/resourceid/R%2Fx/mode/mix/start")
    );
    let expected = format!("Basic {}", STANDARD.encode(format!("customer:{CANARY}")));
    for asked in &asked {
        assert_eq!(asked.header("authorization"), Some(expected.as_str()));
        assert_eq!(asked.header("content-type"), Some("application/json"));
    }
    let body: serde_json::Value = serde_json::from_slice(&asked[0].body).unwrap();
    assert_eq!(body, json!({"cname": "c", "uid": "1", "clientRequest": {}}));
}

#[tokio::test]
async fn calls_about_a_recording_name_it_in_their_path() {
    let done = json!({"resourceId": "r", "sid": "s"});
    let server = Server::start(vec![
        Reply::json(200, json!({"sid": "s", "serverResponse": {"status": 4}})),
        Reply::json(200, done.clone()),
        Reply::json(200, done),
        Reply::json(
            200,
            json!({"sid": "s", "serverResponse": {"uploadingStatus": "uploaded"}}),
        ),
    ])
    .await;
    let client = client("live-calls", server.hosts());
    let session = session();
    assert_eq!(client.query(&session).await.unwrap().status, Some(4));
    let update = UpdateRequest::new("c", "1", UpdateClientRequest::default());
    client.update(&session, &update).await.unwrap();
    let layout = UpdateLayoutRequest::new("c", "1", UpdateLayoutClientRequest::default());
    client.update_layout(&session, &layout).await.unwrap();
    let stop = StopRequest::new("c", "1", StopClientRequest::default());
    client.stop(&session, &stop).await.unwrap();

    let lines: Vec<_> = server.asked().into_iter().map(|asked| asked.line).collect();
    let root = "/v1/apps/live-calls/cloud_recording/resourceid/r/sid/s/mode/mix";
    let expected = [
        format!("GET {root}/query"),
        format!("POST {root}/update"),
        format!("POST {root}/updateLayout"),
        format!("POST {root}/stop"),
    ];
    assert_eq!(lines, expected);
    assert!(server.asked()[0].body.is_empty(), "a query has no body");
}

#[tokio::test]
async fn the_user_list_escapes_the_channel() {
    let answer = json!({"success": true, "data": {"channel_exist": true, "mode": 1, "users": [5]}});
    let server = Server::start(vec![Reply::json(200, answer)]).await;
    let users = client("users", server.hosts())
        .channel_users("a b?")
        .await
        .unwrap();
    assert_eq!(users.users, [5]);
    assert_eq!(
        server.asked()[0].line,
        "GET /dev/v1/channel/user/users/a%20b%3F"
    );
}
