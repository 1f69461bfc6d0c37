//! A server that ends in the middle and comes back elsewhere.

use std::time::Duration;

use serde_json::json;

use crate::parse;
use crate::stand::{Stand, assert_refused, plain, with_mp4};

#[tokio::test]
async fn a_recording_goes_on_after_a_restart_on_another_port() {
    let mut stand = Stand::open().await;
    let recording = stand.record("standup", "5", with_mp4()).await;
    stand.pass(20.0).await;
    assert_eq!(stand.status(&recording).await, 5, "one piece is saved");
    let before = stand.url("");
    stand.shut_down().await;
    // Its old port is taken meanwhile, so that it must come back elsewhere.
    let taken = tokio::net::TcpListener::bind(before.trim_start_matches("http://"))
        .await
        .unwrap();
    stand.clock.advance(Duration::from_secs(70));
    stand.reopen().await;
    assert_ne!(stand.url(""), before, "another port");
    drop(taken);

    assert_eq!(
        stand.status(&recording).await,
        5,
        "it went on as if time had passed"
    );
    let name = format!("lessons/day1/{}_standup.m3u8", recording.sid);
    let text = std::fs::read_to_string(stand.files().join(&name)).unwrap();
    assert_eq!(
        text.matches("#EXTINF").count(),
        5,
        "88 s are five whole pieces:\n{text}"
    );
    assert_eq!(stand.stop(&recording).await.0, 200, "and it can be stopped");
    let text = std::fs::read_to_string(stand.files().join(&name)).unwrap();
    assert!(
        (parse::length(&text) - 88.0).abs() < 0.11,
        "all of it is there:\n{text}"
    );
}

#[tokio::test]
async fn resources_and_meetings_outlive_a_restart() {
    let mut stand = Stand::open().await;
    let resource = stand.resource("standup", "5").await;
    let users = format!("/dev/v1/channel/user/{}/standup", crate::stand::APP_ID);
    stand.get(&users).await;
    stand.pass(7.0).await;
    let before = stand.get(&users).await;
    stand.restart().await;
    assert_eq!(stand.get(&users).await, before, "the same people are there");
    let reply = stand.start(&resource, "mix", "standup", "5", plain()).await;
    assert_eq!(
        reply.0, 200,
        "a resource can be started after a restart: {}",
        reply.1
    );
    stand.restart().await;
    let reply = stand.start(&resource, "mix", "standup", "5", plain()).await;
    assert_refused(&reply, 201, 7, "and is known to run after another");
}

#[tokio::test]
async fn what_ended_meanwhile_is_finished_on_return() {
    let mut stand = Stand::open().await;
    let recording = stand.record("everyone-leaves", "5", with_mp4()).await;
    stand.pass(20.0).await;
    stand.shut_down().await;
    stand.clock.advance(Duration::from_secs(3600));
    stand.reopen().await;
    stand.pass(0.0).await;
    assert_refused(
        &stand.query(&recording).await,
        404,
        404,
        "it ended long ago",
    );
    let stem = stand
        .files()
        .join(format!("lessons/day1/{}_everyone-leaves", recording.sid));
    let text = std::fs::read_to_string(format!("{}.m3u8", stem.display())).unwrap();
    assert!(
        (parse::length(&text) - 38.0).abs() < 0.11,
        "from 2 s to 40 s:\n{text}"
    );
    assert!(
        text.ends_with("#EXT-X-ENDLIST\n"),
        "the playlist is closed:\n{text}"
    );
    let mp4 = std::fs::read(format!("{}_0.mp4", stem.display())).unwrap();
    assert!(
        (parse::mp4_length(&mp4) - 38.0).abs() < 0.11,
        "and the MP4 was made"
    );
}

#[tokio::test]
async fn two_servers_do_not_share_a_folder() {
    let stand = Stand::open().await;
    let second = practice::serve(stand.config()).await.err().unwrap();
    assert!(second.is_in_use(), "said instead: {second}");
}

#[tokio::test]
async fn no_secret_is_written_down() {
    let mut stand = Stand::open().await;
    let mut client_request = plain();
    client_request["token"] = json!("token-of-the-recorder");
    client_request["recordingConfig"]["decryptionMode"] = json!(1);
    client_request["recordingConfig"]["secret"] = json!("key-of-the-channel");
    let promise = json!({ "startParameter": client_request });
    let (_, answer) = stand.acquire("standup", "5", promise).await;
    let resource = answer["resourceId"].as_str().unwrap();
    let reply = stand
        .start(resource, "mix", "standup", "5", client_request)
        .await;
    assert_eq!(reply.0, 200, "start was refused: {}", reply.1);
    stand.pass(20.0).await;
    stand.shut_down().await;

    let mut seen = 0;
    let data = stand.config().data;
    for entry in std::fs::read_dir(data).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        seen += bytes.len();
        let text = String::from_utf8_lossy(&bytes);
        for secret in [
            crate::stand::SECRET,
            "token-of-the-recorder",
            "key-of-the-channel",
            "secret-key-of-the-bucket",
            "access-key-of-the-bucket",
        ] {
            assert!(!text.contains(secret), "{secret:?} was written down");
        }
    }
    assert!(seen > 10_000, "the store was looked at: {seen} bytes");
}

#[tokio::test]
async fn what_ended_a_day_ago_is_forgotten_though_nobody_restarts() {
    const HOUR: f64 = 3_600.0;
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", plain()).await;
    stand.pass(20.0).await;
    assert_eq!(stand.stop(&recording).await.0, 200, "it is stopped");
    let unused = stand.resource("standup", "6").await;
    let again = async |resource: &str, uid: &str| {
        stand.start(resource, "mix", "standup", uid, plain()).await
    };
    stand.pass(23.0 * HOUR).await;
    for (resource, uid) in [(&recording.resource_id, "5"), (&unused, "6")] {
        let reply = again(resource, uid).await;
        assert_refused(&reply, 400, 433, "for a day it is known to be too old");
    }
    // Not every beat looks for what is to go.
    stand.pass(2.0 * HOUR).await;
    for (resource, uid) in [(&recording.resource_id, "5"), (&unused, "6")] {
        let reply = again(resource, uid).await;
        assert_refused(&reply, 400, 1001, "then nothing is known of it");
    }
    let list = format!("lessons/day1/{}_standup.m3u8", recording.sid);
    assert!(stand.files().join(list).exists(), "the files stay");
}
