//! What stands before the service: `message` and no `code`.

use std::time::Duration;

use serde_json::json;

use crate::stand::{APP_ID, CUSTOMER_ID, Reply, SECRET, Stand, assert_refused, body, reply};

fn acquire() -> String {
    format!("/v1/apps/{APP_ID}/cloud_recording/acquire")
}

#[track_caller]
fn assert_said(reply: &Reply, status: u16, message: &str) {
    assert_eq!(
        reply,
        &(status, json!({ "message": message })),
        "the gateway's words"
    );
}

#[tokio::test]
async fn sign_in_is_asked_for() {
    let stand = Stand::open().await;
    let call = || {
        stand
            .http
            .post(stand.url(&acquire()))
            .json(&body("room", "1", json!({})))
    };
    let missing = reply(call().send().await.unwrap()).await;
    assert_said(&missing, 401, "Unauthorized");
    let pairs = [
        (CUSTOMER_ID, "wrong"),
        ("wrong", SECRET),
        (CUSTOMER_ID, ""),
        (SECRET, CUSTOMER_ID),
    ];
    for (id, secret) in pairs {
        let wrong = reply(call().basic_auth(id, Some(secret)).send().await.unwrap()).await;
        assert_said(&wrong, 401, "Invalid authentication credentials");
    }
    let bearer = reply(call().bearer_auth(SECRET).send().await.unwrap()).await;
    assert_said(&bearer, 401, "Invalid authentication credentials");
}

#[tokio::test]
async fn paths_and_methods_are_exact() {
    let stand = Stand::open().await;
    let no_route = "no Route matched with those values";
    let paths = [
        "/".to_owned(),
        "/v1".to_owned(),
        format!("{}/", acquire()),
        acquire().replace("acquire", "Acquire"),
        acquire().replace("v1", "v2"),
        format!("/v1/apps/{APP_ID}/cloud_recording/resourceId/r/mode/mix/start"),
        format!("/v1/apps/{APP_ID}/cloud_recording/resourceid/r/sid/s/mode/mix/updatelayout"),
        format!("/dev/v1/channel/users/{APP_ID}/room"),
    ];
    for path in paths {
        assert_said(&stand.post(&path, &json!({})).await, 404, no_route);
    }
    assert_said(&stand.get(&acquire()).await, 404, no_route);
    let put = stand
        .send(stand.http.put(stand.url(&acquire())).json(&json!({})))
        .await;
    assert_said(&put, 404, no_route);
    let query = format!("/v1/apps/{APP_ID}/cloud_recording/resourceid/r/sid/s/mode/mix/query");
    assert_said(&stand.post(&query, &json!({})).await, 404, no_route);
    let head = stand
        .http
        .head(stand.url(&query))
        .basic_auth(CUSTOMER_ID, Some(SECRET));
    assert_eq!(
        head.send().await.unwrap().status(),
        404,
        "HEAD is another method"
    );
    let unsigned = stand.http.get(stand.url("/nowhere")).send().await.unwrap();
    assert_said(&reply(unsigned).await, 404, no_route);
    let unsigned = stand.http.get(stand.url(&acquire())).send().await.unwrap();
    assert_said(&reply(unsigned).await, 404, no_route);
}

#[tokio::test]
async fn another_app_id_is_invalid_everywhere() {
    let stand = Stand::open().await;
    let other = "f".repeat(32);
    let path = format!("/v1/apps/{other}/cloud_recording/acquire");
    assert_said(
        &stand.post(&path, &body("room", "1", json!({}))).await,
        400,
        "appid is invalid",
    );
    let path = format!("/dev/v1/channel/user/{other}/room");
    assert_said(&stand.get(&path).await, 400, "appid is invalid");
}

#[tokio::test]
async fn more_than_ten_calls_in_a_second_are_too_many() {
    let stand = Stand::with_limit(Some(10)).await;
    for call in 0..10 {
        let (status, answer) = stand.acquire("room", "1", json!({})).await;
        assert_eq!(status, 200, "call {call} of ten: {answer}");
    }
    let eleventh = stand.acquire("room", "1", json!({})).await;
    assert_said(&eleventh, 429, "API rate limit exceeded");
    let users = format!("/dev/v1/channel/user/{APP_ID}/room");
    assert_eq!(
        stand.get(&users).await.0,
        200,
        "the user list has a count of its own"
    );
    stand.clock.advance(Duration::from_secs(1));
    assert_eq!(
        stand.acquire("room", "1", json!({})).await.0,
        200,
        "a second later there is room"
    );
}

#[tokio::test]
async fn only_loopback_names_are_served() {
    let stand = Stand::open().await;
    let users = stand.url(&format!("/dev/v1/channel/user/{APP_ID}/room"));
    let with_host = |host: &str| stand.send(stand.http.get(&users).header("Host", host));
    assert_eq!(
        with_host("localhost:1234").await.0,
        200,
        "localhost is the loopback"
    );
    assert_eq!(with_host("[::1]").await.0, 200, "so is ::1");
    for host in ["rebound.example", "rebound.example:80", "192.168.1.5"] {
        let (status, answer) = with_host(host).await;
        assert_eq!(status, 403, "{host} is not the loopback: {answer}");
    }
    let preflight = stand.http.request(reqwest::Method::OPTIONS, &users);
    let preflight = preflight
        .header("Origin", "https://page.example")
        .send()
        .await
        .unwrap();
    let allowed = preflight
        .headers()
        .keys()
        .any(|name| name.as_str().starts_with("access-control"));
    assert!(
        !allowed,
        "no page of another origin may call: {:?}",
        preflight.headers()
    );
}

#[tokio::test]
async fn a_body_must_be_json_and_say_so() {
    let stand = Stand::open().await;
    let post = || stand.http.post(stand.url(&acquire()));
    let text = body("room", "1", json!({})).to_string();

    let bare = stand.send(post().body(text.clone())).await;
    assert_refused(&bare, 400, 2, "no content type");
    let form = post().header("Content-Type", "application/x-www-form-urlencoded");
    assert_refused(
        &stand.send(form.body(text.clone())).await,
        400,
        2,
        "another content type",
    );
    let charset = post().header("Content-Type", "application/json;charset=utf-8");
    assert_eq!(
        stand.send(charset.body(text.clone())).await.0,
        200,
        "a charset is fine"
    );
    let json = || post().header("Content-Type", "application/json");
    for broken in ["", "{", "cname=room", &format!("{text}}}")] {
        let reply = stand.send(json().body(broken.to_owned())).await;
        assert_refused(&reply, 400, 2, "not JSON");
    }
    for other in ["[]", "1", "null", r#""text""#] {
        let reply = stand.send(json().body(other)).await;
        assert_refused(&reply, 400, 2, "JSON, but not an object");
    }
    let deep = "[".repeat(100_000);
    assert_refused(
        &stand.send(json().body(deep)).await,
        400,
        2,
        "nested beyond reason",
    );
    let large = format!(r#"{{"cname":"{}"}}"#, "a".repeat(1 << 20));
    let (status, answer) = stand.send(json().body(large)).await;
    assert_eq!(
        status, 413,
        "a megabyte is no request of this API: {answer}"
    );
}
