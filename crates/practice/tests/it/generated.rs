//! Requests made from the rows of the contract: what `check` takes is taken here, and one fault is
//! refused by both for the same member.

use cloud_recording::contract::generate::{Dice, request, spoil};
use cloud_recording::contract::{Severity, check};
use cloud_recording::{Call, Mode};
use serde_json::{Value, json};

use crate::stand::{APP_ID, Recording, Reply, Stand, plain};

/// The modes in which this stand-in records.
const MODES: &[Mode] = &Mode::ALL;

const BODIES: u64 = 300;

fn acquire_path() -> String {
    format!("/v1/apps/{APP_ID}/cloud_recording/acquire")
}

fn envelope(body: &Value) -> (String, String) {
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    (text("cname"), text("uid"))
}

/// The first error of `check`, as a JSON pointer.
fn judged(call: Call, mode: Mode, body: &Value) -> Option<String> {
    let issues = check(call, Some(mode), body);
    let first = issues
        .into_iter()
        .find(|issue| issue.severity == Severity::Error)?;
    Some(first.path)
}

/// Where a refusal says that the fault is, as a JSON pointer.
fn refused_at(reply: &Reply) -> String {
    let reason = reply.1["reason"].as_str().unwrap_or_default();
    // The outer members are refused in words of their own.
    for name in ["cname", "uid", "clientRequest"] {
        let words = [format!("({name} must"), format!("({name} is not")];
        if words.iter().any(|words| reason.contains(words)) {
            return format!("/{name}");
        }
    }
    if reply.1["code"] == json!(401) {
        return "/cname".to_owned();
    }
    let inside = reason.split_once('(').map_or("", |(_, inside)| inside);
    let path = inside.split_once(": ").map_or(inside, |(path, _)| path);
    format!("/{}", path.replace('.', "/"))
}

#[track_caller]
fn assert_same_refusal(call: Call, mode: Mode, spoilt: &Value, path: &str, reply: &Reply) {
    assert_eq!(
        judged(call, mode, spoilt).as_deref(),
        Some(path),
        "check, {call}: {spoilt}"
    );
    assert!((400..500).contains(&reply.0), "{call} was taken: {spoilt}");
    assert_eq!(
        refused_at(reply),
        path,
        "{call} was refused for something else: {}",
        reply.1
    );
}

#[tokio::test]
async fn acquire_takes_what_the_contract_takes() {
    let stand = Stand::open().await;
    for seed in 0..BODIES {
        let mut dice = Dice::new(seed);
        let mode = Mode::ALL[dice.below(3) as usize];
        let body = request(Call::Acquire, mode, &mut dice);
        let (status, answer) = stand.post(&acquire_path(), &body).await;
        assert_eq!(status, 200, "seed {seed}: {answer} for {body}");

        let spoilt = spoil(Call::Acquire, mode, &body, &mut dice).unwrap();
        let reply = stand.post(&acquire_path(), &spoilt.body).await;
        assert_same_refusal(Call::Acquire, mode, &spoilt.body, &spoilt.path, &reply);
    }
}

#[tokio::test]
async fn start_takes_what_the_contract_takes() {
    let stand = Stand::open().await;
    for seed in 0..BODIES {
        for &mode in MODES {
            let mut dice = Dice::new(seed);
            let body = request(Call::Start, mode, &mut dice);
            let (cname, uid) = envelope(&body);
            let scene = if mode == Mode::Web { 1 } else { 0 };
            let (_, answer) = stand.acquire(&cname, &uid, json!({ "scene": scene })).await;
            let resource_id = answer["resourceId"].as_str().unwrap_or_default();
            let path = format!(
                "/v1/apps/{APP_ID}/cloud_recording/resourceid/{resource_id}/mode/{mode}/start"
            );
            let spoilt = spoil(Call::Start, mode, &body, &mut dice).unwrap();
            let reply = stand.post(&path, &spoilt.body).await;
            assert_same_refusal(Call::Start, mode, &spoilt.body, &spoilt.path, &reply);

            // The refused start has not used the resource up.
            let (status, answer) = stand.post(&path, &body).await;
            let has_stills = body["clientRequest"]["snapshotConfig"].is_object();
            if has_stills && cfg!(not(feature = "video")) {
                let why = format!("no stills without pictures: {answer}");
                assert_eq!((status, &answer["code"]), (400, &json!(2)), "{why}");
                let reason = answer["reason"].as_str().unwrap();
                assert!(reason.contains("snapshotConfig"), "{why}");
                continue;
            }
            assert_eq!(status, 200, "seed {seed}: {answer} for {body}");
            let sid = answer["sid"].as_str().unwrap().to_owned();
            let recording = Recording {
                resource_id: resource_id.to_owned(),
                sid,
                cname,
                uid,
                mode: mode.as_str(),
            };
            stand.stop(&recording).await;
            stand.pass(3.0).await;
        }
    }
}

#[tokio::test]
async fn changes_are_taken_as_the_contract_takes_them() {
    let stand = Stand::open().await;
    let recording = stand.record("changes", "527841", plain()).await;
    stand.pass(3.0).await;
    for seed in 0..BODIES {
        for call in [Call::Update, Call::UpdateLayout] {
            let mut dice = Dice::new(seed);
            let mut body = request(call, Mode::Mix, &mut dice);
            body["cname"] = json!(recording.cname);
            body["uid"] = json!(recording.uid);
            let path = recording.path(call.as_str());
            let (status, answer) = stand.post(&path, &body).await;
            assert_eq!(status, 200, "seed {seed}, {call}: {answer} for {body}");

            let spoilt = spoil(call, Mode::Mix, &body, &mut dice).unwrap();
            let reply = stand.post(&path, &spoilt.body).await;
            assert_same_refusal(call, Mode::Mix, &spoilt.body, &spoilt.path, &reply);
        }
    }
}
