//! A press of the red button beside two bare requests to the same stand-in.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cloud_recording::Secret;
use journeys::{World, WorldOptions};
use serde_json::json;

use crate::ROUNDS;
use crate::figures::median;

/// From the press to "recording" in the window, and acquire and start alone against the same stand-in.
pub async fn press(app: &Path) {
    let options = WorldOptions {
        program: app.to_path_buf(),
        ..WorldOptions::default()
    };
    let mut world = World::new("bench-press", options);
    let window = world.open().await;
    let mut accepted = Vec::new();
    let mut recording = Vec::new();
    for round in 0..ROUNDS {
        window.press("nav-record").await;
        window
            .type_into("channel-input", &format!("bench-{round}"))
            .await;
        let button = window.see("start-button").await;
        let begun = Instant::now();
        button.click().await.unwrap();
        let times = loop {
            let list = window.recordings().await;
            let newest = list
                .first()
                .filter(|row| row["channel"] == format!("bench-{round}"))
                .cloned();
            match newest {
                Some(row) if row["state"] == "recording" => break begun.elapsed(),
                Some(row) if row["startedAt"].is_number() && accepted.len() == round => {
                    accepted.push(begun.elapsed().as_secs_f64() * 1_000.0);
                }
                _ => {}
            }
        };
        recording.push(times.as_secs_f64() * 1_000.0);
        let id = window.recordings().await[0]["id"].clone();
        window
            .call("recording_stop", json!({ "id": id }))
            .await
            .unwrap();
        window
            .newest_reaches(&["saved", "empty", "ended"], Duration::from_secs(60))
            .await;
    }
    world.close(window).await;
    let bare = bare_requests().await;
    let (accepted, recording) = (median(accepted), median(recording));
    println!("press: accepted after {accepted:.0} ms, “recording” after {recording:.0} ms");
    println!(
        "bare acquire + start: {bare:.1} ms (the recorder says “recording” 2 s after start; first asked after 5 s)"
    );
    println!("ratio: press to accepted {:.1}", accepted / bare);
}

async fn bare_requests() -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let app_id = "0123456789abcdef0123456789abcdef";
    let config = practice::Config {
        port: 0,
        app_id: app_id.to_owned(),
        customer_id: "bench".to_owned(),
        customer_secret: Secret::from("bench"),
        files: folder.path().join("files"),
        data: folder.path().to_path_buf(),
        clock: Arc::new(practice::SystemClock),
        requests_per_second: None,
    };
    let server = practice::serve(config).await.unwrap();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let root = format!("{}/v1/apps/{app_id}/cloud_recording", server.url());
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let ids = json!({ "cname": format!("bare-{round}"), "uid": "4000000001" });
        let body = |request: serde_json::Value| json!({ "cname": ids["cname"], "uid": ids["uid"], "clientRequest": request });
        let post = |url: String, body: serde_json::Value| {
            client
                .post(url)
                .basic_auth("bench", Some("bench"))
                .json(&body)
                .send()
        };
        let begun = Instant::now();
        let answer: serde_json::Value = post(format!("{root}/acquire"), body(json!({})))
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let resource = answer["resourceId"]
            .as_str()
            .expect("a resource")
            .to_owned();
        let storage =
            json!({ "vendor": 1, "region": 0, "bucket": "b", "accessKey": "a", "secretKey": "s" });
        let start = json!({ "storageConfig": storage, "recordingConfig": { "channelType": 0 } });
        let url = format!("{root}/resourceid/{resource}/mode/mix/start");
        let answer = post(url, body(start)).await.unwrap();
        assert_eq!(answer.status(), 200, "the bare start is accepted");
        let _: serde_json::Value = answer.json().await.unwrap();
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    server.shutdown().await;
    median(times)
}
