//! The look inside.

use serde_json::json;

use crate::stand::{APP_ID, BEGIN_MS, CUSTOMER_ID, SECRET, Stand, plain};

#[tokio::test]
async fn it_shows_what_there_is_to_whoever_signs_in() {
    let stand = Stand::with_limit(Some(10)).await;
    let unsigned = stand
        .http
        .get(stand.url("/__practice"))
        .send()
        .await
        .unwrap();
    assert_eq!(unsigned.status(), 401, "it names every sid");
    let recording = stand.record("one-leaves", "5", plain()).await;
    stand.resource("one-leaves", "6").await;
    stand.pass(20.0).await;
    stand.steer(&recording, "stop", json!({ "wrong": 1 })).await;
    stand.steer(&recording, "stop", json!({})).await;
    let (status, seen) = stand.get("/__practice").await;
    assert_eq!(status, 200, "{seen}");
    let session = &seen["sessions"][0];
    assert_eq!(session["sid"], json!(recording.sid), "{seen}");
    let shown = [
        "cname",
        "uid",
        "mode",
        "state",
        "startedMs",
        "files",
        "people",
    ];
    let shown = shown.map(|name| session[name].clone());
    let expected = [
        json!("one-leaves"),
        json!("5"),
        json!("mix"),
        json!(6),
        json!(BEGIN_MS),
        json!(3),
        json!([1001]),
    ];
    assert_eq!(
        shown, expected,
        "two pieces and a list; 1002 has left: {session}"
    );
    let waiting = seen["resources"].as_array().unwrap();
    assert_eq!(waiting.len(), 1, "one is waiting for its start: {seen}");
    assert_eq!(
        waiting[0]["expiresMs"],
        BEGIN_MS + 300_000,
        "for five minutes"
    );
    let channel = json!({ "cname": "one-leaves", "beganMs": BEGIN_MS, "people": [1001] });
    assert_eq!(seen["channels"], json!([channel]), "who is in");
    assert_eq!(seen["clock"]["nowMs"], BEGIN_MS + 20_000, "{seen}");
    assert_eq!(seen["clock"]["speed"], 1.0, "{seen}");
    assert_eq!(
        seen["requests"],
        json!({ "200": 4, "400": 1, "401": 1 }),
        "by status, this one not yet: {seen}"
    );
    let limits = json!({ "recordingCallsPerSecond": 10, "userListCallsPerSecond": 20,
        "recordings": 50, "webRecordings": 200 });
    assert_eq!(seen["limits"], limits, "{seen}");
    let text = seen.to_string();
    for secret in [
        SECRET,
        "secret-key-of-the-bucket",
        "access-key-of-the-bucket",
    ] {
        assert!(!text.contains(secret), "a secret is shown");
    }
    let foreign = stand
        .http
        .get(stand.url("/__practice"))
        .header("Host", "rebound.example");
    let foreign = foreign
        .basic_auth(CUSTOMER_ID, Some(SECRET))
        .send()
        .await
        .unwrap();
    assert_eq!(foreign.status(), 403, "by a loopback name only");
    let with_app = stand.get(&format!("/__practice/{APP_ID}")).await;
    assert_eq!(with_app.0, 404, "there is nothing below it");
}
