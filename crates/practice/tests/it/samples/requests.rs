//! Every request sample, through a whole life in its mode.

use serde_json::{Value, json};

use super::data::{Sample, sample, samples};
use super::lives::{any_start, begin, known_mode, path, peopled, recording, send};
use super::shape::differences;
use crate::stand::{Recording, Reply, Stand};

/// Starts after which nothing is recorded, and why.
const SILENT: [(&str, &str); 2] = [
    (
        "start.mix.full-2020.request",
        "takes 123 and 456 only, who are not there",
    ),
    (
        "start.web.onhold-ready.request",
        "the page is held until somebody lets it go",
    ),
];

/// Starts that ask for stills, which need pictures.
fn needs_pictures(sample: &Sample) -> bool {
    sample.body()["clientRequest"]["snapshotConfig"].is_object()
}

#[track_caller]
fn assert_like(name: &str, reply: &Reply, like: &str) {
    let wanted = sample(like);
    assert_eq!(
        json!(reply.0),
        wanted.value["status"],
        "{name} is accepted: {}",
        reply.1
    );
    let found = differences(wanted.body(), &reply.1);
    assert!(found.is_empty(), "{name}: beside {like}: {found:?}");
}

/// The part of a sample's name that says which form the answers of this recording have. `None` where
/// they have a list that no sample shows: of sound alone, or of nothing.
fn form(request: &Value, mode: &str, is_silent: bool) -> Option<&'static str> {
    let config = &request["recordingConfig"];
    let kinds = request["recordingFileConfig"]["avFileType"].as_array();
    let has_mp4 = kinds.is_some_and(|kinds| kinds.contains(&json!("mp4")));
    match mode {
        _ if is_silent => None,
        _ if request["snapshotConfig"].is_object() => Some("snapshot"),
        "individual" if config["streamTypes"] == 0 => None,
        "individual" => Some("individual"),
        "web" => Some("web"),
        _ if has_mp4 => Some("mix.mp4"),
        _ => Some("mix"),
    }
}

/// Goes on from an accepted start to its end, judging every answer on the way.
async fn finish(stand: &Stand, name: &str, recording: &Recording, request: &Value) {
    let is_silent = SILENT.iter().any(|(silent, _)| *silent == name);
    let form = form(request, recording.mode, is_silent);
    let like = |call: &str| {
        form.map_or_else(
            || "update.response".to_owned(),
            |form| format!("{call}.{form}.response"),
        )
    };
    stand.pass(20.0).await;
    let answer = stand.query(recording).await;
    assert_like(name, &answer, &like("query"));
    let status = &answer.1["serverResponse"]["status"];
    let due = if is_silent { 4 } else { 5 };
    assert_eq!(*status, due, "{name} after 20 s: {}", answer.1);
    let stopped = stand.stop(recording).await;
    if is_silent {
        assert_like(name, &stopped, "error.stop.206.code435.response");
    } else {
        assert_like(name, &stopped, &like("stop"));
    }
    stand.pass(2.0).await;
    assert_eq!(stand.status(recording).await, 8, "{name} has ended");
}

/// Acquires, then starts what was acquired for.
async fn live_from_acquire(sample: &Sample) {
    let name = &sample.name;
    let stand = Stand::open().await;
    let body = peopled(sample);
    let answer = send(&stand, sample, "", "", &body).await;
    assert_like(name, &answer, "acquire.response");
    let request = &body["clientRequest"];
    let mode = match request["scene"].as_i64() {
        Some(1) => "web",
        Some(2) => "individual",
        _ => "mix",
    };
    let (cname, uid) = (
        body["cname"].as_str().unwrap(),
        body["uid"].as_str().unwrap(),
    );
    // A start that was announced must come as it was announced.
    let announced = request.get("startParameter").cloned();
    let start = announced.unwrap_or_else(|| any_start(mode, cname, uid)["clientRequest"].clone());
    let resource_id = answer.1["resourceId"].as_str().unwrap().to_owned();
    let reply = stand
        .start(&resource_id, mode, cname, uid, start.clone())
        .await;
    assert_like(name, &reply, "start.response");
    let recording = Recording {
        resource_id,
        sid: reply.1["sid"].as_str().unwrap().to_owned(),
        cname: cname.to_owned(),
        uid: uid.to_owned(),
        mode,
    };
    finish(&stand, name, &recording, &start).await;
}

async fn live_from_start(sample: &Sample) {
    let name = &sample.name;
    let stand = Stand::open().await;
    let mode = known_mode(sample.mode().unwrap());
    let body = peopled(sample);
    if needs_pictures(sample) && cfg!(not(feature = "video")) {
        let (_, (status, answer)) = begin(&stand, mode, &body).await;
        assert_eq!(
            (status, &answer["code"]),
            (400, &json!(2)),
            "{name}: no stills without pictures: {answer}"
        );
        return;
    }
    let scene = json!({ "scene": super::lives::scene(mode) });
    let (cname, uid) = (
        body["cname"].as_str().unwrap(),
        body["uid"].as_str().unwrap(),
    );
    let (_, acquired) = stand.acquire(cname, uid, scene).await;
    let resource_id = acquired["resourceId"].as_str().unwrap().to_owned();
    let reply = send(&stand, sample, &resource_id, "", &body).await;
    assert_like(name, &reply, "start.response");
    let recording = Recording {
        resource_id,
        sid: reply.1["sid"].as_str().unwrap().to_owned(),
        cname: cname.to_owned(),
        uid: uid.to_owned(),
        mode,
    };
    finish(&stand, name, &recording, &body["clientRequest"]).await;
}

/// update, updateLayout, query and stop: sent to a recording of their mode that runs.
async fn live_around(sample: &Sample) {
    let name = &sample.name;
    let stand = Stand::open().await;
    let start = match sample.mode().unwrap() {
        "web" if name.contains("rtmp") => "start.web.rtmp.request",
        "web" if name.contains("resume") => "start.web.onhold-ready.request",
        "web" => "start.web.minimal.request",
        "individual" => "start.individual.default.request",
        _ if name.contains("storage-sts") => "start.mix.sts-token.request",
        _ if name.starts_with("update.mix") => "start.mix.subscribe.request",
        _ => "start.mix.minimal.request",
    };
    // Exclusion replaces exclusion, not a list of names.
    let start = if name.contains("unsubscribe") {
        "start.individual.unsubscribe.request"
    } else {
        start
    };
    let running = recording(&stand, start).await;
    stand.pass(20.0).await;
    let (resource_id, sid) = (&running.resource_id, &running.sid);
    let reply = send(&stand, sample, resource_id, sid, &peopled(sample)).await;
    let like = match (sample.call(), running.mode) {
        ("query", "web") => "query.web.response",
        ("query", "individual") => "query.individual.response",
        ("query", _) => "query.mix.response",
        ("stop", "web") => "stop.web.response",
        ("stop", _) => "stop.mix.response",
        ("update", _) => "update.response",
        _ => "updateLayout.response",
    };
    assert_like(name, &reply, like);
    if sample.call() == "stop" {
        stand.pass(2.0).await;
        assert_eq!(stand.status(&running).await, 8, "{name} ends it");
    } else {
        let request = super::data::sample(start).body()["clientRequest"].clone();
        finish(&stand, name, &running, &request).await;
    }
}

/// The samples of these calls, of which there are so many.
fn of_calls(calls: &[&str], count: usize) -> Vec<Sample> {
    let wanted = |sample: &Sample| calls.contains(&sample.call());
    let found: Vec<Sample> = samples("request").into_iter().filter(wanted).collect();
    assert_eq!(found.len(), count, "samples of {calls:?}: none is left out");
    for sample in &found {
        assert!(
            !path(sample, "R", "S").contains("PLACEHOLDER"),
            "{}: nothing made up is sent",
            sample.name
        );
    }
    println!("{count} samples of {calls:?} replayed and judged");
    found
}

#[test]
fn there_are_as_many_request_samples_as_are_replayed() {
    let (acquires, starts, around) = (9, 24, 18);
    let all = samples("request").len();
    assert_eq!(all, acquires + starts + around, "each is of a known call");
}

#[tokio::test]
async fn every_acquire_sample_is_accepted_and_lives_to_its_end() {
    for sample in of_calls(&["acquire"], 9) {
        live_from_acquire(&sample).await;
    }
}

#[tokio::test]
async fn every_start_sample_is_accepted_and_lives_to_its_end() {
    for sample in of_calls(&["start"], 24) {
        live_from_start(&sample).await;
    }
}

#[tokio::test]
async fn every_sample_for_a_running_recording_is_accepted() {
    for sample in of_calls(&["query", "update", "updateLayout", "stop"], 18) {
        live_around(&sample).await;
    }
}
