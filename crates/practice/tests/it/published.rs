//! Bodies that published pages and programs show, at the stand-in: it takes what the service takes
//! and refuses what the service refuses, with the service's own number.

use serde_json::{Value, json};

use crate::samples::data::{Case, published};
use crate::samples::lives::{any_start, known_mode, scene};
use crate::stand::{APP_ID, Recording, Reply, Stand};

/// The published requests of one call.
fn cases(call: &str, count: usize) -> Vec<Case> {
    let cases = published("request").into_iter();
    let cases: Vec<Case> = cases
        .filter(|case| case.facts["endpoint"] == call)
        .collect();
    assert_eq!(cases.len(), count, "bodies of {call}: none is left out");
    println!("{count} published bodies of {call} judged");
    cases
}

/// The mode that a body is for; a mix where any would do.
fn mode(case: &Case) -> &'static str {
    known_mode(case.facts["mode"].as_str().unwrap_or("mix"))
}

#[track_caller]
fn assert_verdict(case: &Case, reply: &Reply) {
    let (status, answer) = reply;
    let why = format!("{}: {status} {answer}", case.id);
    match case.text("expect") {
        "accept" => assert_eq!(*status, 200, "{why}"),
        "reject" => {
            assert!((400..500).contains(status), "{why}");
            let code = &case.facts["expect_code"];
            assert!(
                code.is_null() || *code == answer["code"],
                "the service says {code}: {why}"
            );
        }
        _ => assert!(*status < 500, "{why}"),
    }
}

/// Whether this build cannot take what the service takes: stills need pictures.
fn needs_pictures(case: &Case) -> bool {
    cfg!(not(feature = "video")) && case.body["clientRequest"]["snapshotConfig"].is_object()
}

/// Takes the place of a body's own channel and recorder, where these are what they should be.
fn about(body: &Value, cname: &str, uid: &str) -> Value {
    let mut body = body.clone();
    body["cname"] = json!(cname);
    body["uid"] = json!(uid);
    body
}

async fn resource(stand: &Stand, mode: &str, uid: &str) -> String {
    let scene = json!({ "scene": scene(mode) });
    let (status, answer) = stand.acquire("published", uid, scene).await;
    assert_eq!(status, 200, "acquire for {mode}: {answer}");
    answer["resourceId"].as_str().unwrap().to_owned()
}

/// A recording of this mode that runs.
async fn running(stand: &Stand, mode: &'static str, uid: &str) -> Recording {
    let resource_id = resource(stand, mode, uid).await;
    let start = any_start(mode, "published", uid)["clientRequest"].clone();
    let (status, answer) = stand
        .start(&resource_id, mode, "published", uid, start)
        .await;
    assert_eq!(status, 200, "start for {mode}: {answer}");
    stand.pass(3.0).await;
    Recording {
        resource_id,
        sid: answer["sid"].as_str().unwrap().to_owned(),
        cname: "published".to_owned(),
        uid: uid.to_owned(),
        mode,
    }
}

#[tokio::test]
async fn published_acquires_are_judged_as_the_service_judges_them() {
    let stand = Stand::open().await;
    for case in cases("acquire", 15) {
        let path = format!("/v1/apps/{APP_ID}/cloud_recording/acquire");
        assert_verdict(&case, &stand.post(&path, &case.body).await);
    }
}

#[tokio::test]
async fn published_starts_are_judged_as_the_service_judges_them() {
    let stand = Stand::open().await;
    for (number, case) in cases("start", 39).iter().enumerate() {
        let (mode, uid) = (mode(case), (1_000 + number).to_string());
        let resource_id = resource(&stand, mode, &uid).await;
        let path =
            format!("/v1/apps/{APP_ID}/cloud_recording/resourceid/{resource_id}/mode/{mode}/start");
        let body = about(&case.body, "published", &uid);
        let reply = stand.post(&path, &body).await;
        if needs_pictures(case) {
            assert_eq!(reply.0, 400, "{}: no stills without pictures", case.id);
            continue;
        }
        assert_verdict(case, &reply);
        if let Some(sid) = reply.1["sid"].as_str().map(str::to_owned) {
            let recording = Recording {
                resource_id,
                sid,
                cname: "published".to_owned(),
                uid,
                mode,
            };
            stand.pass(3.0).await;
            let (status, answer) = stand.query(&recording).await;
            assert_eq!(status, 200, "{}: {answer}", case.id);
            let (status, answer) = stand.stop(&recording).await;
            assert!([200, 206].contains(&status), "{}: {answer}", case.id);
            stand.pass(3.0).await;
        }
    }
}

#[tokio::test]
async fn published_changes_are_judged_as_the_service_judges_them() {
    let stand = Stand::open().await;
    let recordings = [
        running(&stand, "mix", "527841").await,
        running(&stand, "web", "527842").await,
    ];
    for (call, count) in [("update", 2), ("updateLayout", 11)] {
        for case in cases(call, count) {
            let all = &mut recordings.iter();
            let of_mode = all.find(|recording| recording.mode == mode(&case)).unwrap();
            let body = about(&case.body, &of_mode.cname, &of_mode.uid);
            assert_verdict(&case, &stand.post(&of_mode.path(call), &body).await);
        }
    }
}

#[tokio::test]
async fn published_stops_are_judged_as_the_service_judges_them() {
    let stand = Stand::open().await;
    for (number, case) in cases("stop", 2).iter().enumerate() {
        let uid = (2_000 + number).to_string();
        let recording = running(&stand, mode(case), &uid).await;
        let is_refused = case.text("expect") == "reject";
        // What is wrong with the refused one is its channel and recorder.
        let body = if is_refused {
            case.body.clone()
        } else {
            about(&case.body, "published", &uid)
        };
        assert_verdict(case, &stand.post(&recording.path("stop"), &body).await);
    }
}
