//! Bodies that published pages and programs show, at the stand-in: it takes what the service takes
//! and refuses what the service refuses, with the service's own number.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::stand::{APP_ID, Recording, Reply, Stand, plain};

struct Case {
    id: String,
    facts: Value,
    body: Value,
}

impl Case {
    fn text(&self, name: &str) -> &str {
        self.facts[name].as_str().unwrap_or_default()
    }
}

/// The requests of one call that are for a mix, or for any mode.
fn cases(call: &str) -> Vec<Case> {
    let data: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "..",
        "cloud-recording",
        "tests",
        "data",
    ]
    .iter()
    .collect();
    let index = std::fs::read(data.join("published.json")).unwrap();
    let index: Vec<Value> = serde_json::from_slice(&index).unwrap();
    let case = |facts: Value| {
        let id = facts["id"].as_str().unwrap().to_owned();
        let body = std::fs::read(data.join("published").join(format!("{id}.json"))).unwrap();
        let body = serde_json::from_slice(&body).unwrap();
        Case { id, facts, body }
    };
    let cases = index.into_iter().filter(|facts| {
        facts["direction"] == "request"
            && facts["endpoint"] == call
            && (facts["mode"].is_null() || facts["mode"] == "mix" || call == "acquire")
    });
    cases.map(case).collect()
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

/// Takes the place of a body's own channel and recorder, where these are what they should be.
fn about(body: &Value, cname: &str, uid: &str) -> Value {
    let mut body = body.clone();
    body["cname"] = json!(cname);
    body["uid"] = json!(uid);
    body
}

#[tokio::test]
async fn published_acquires_are_judged_as_the_service_judges_them() {
    let stand = Stand::open().await;
    let cases = cases("acquire");
    assert!(cases.len() > 10, "only {} bodies", cases.len());
    for case in cases {
        let path = format!("/v1/apps/{APP_ID}/cloud_recording/acquire");
        assert_verdict(&case, &stand.post(&path, &case.body).await);
    }
}

#[tokio::test]
async fn published_starts_of_a_mix_are_judged_as_the_service_judges_them() {
    let stand = Stand::open().await;
    let cases = cases("start");
    assert!(cases.len() > 20, "only {} bodies", cases.len());
    for (number, case) in cases.iter().enumerate() {
        let uid = (1_000 + number).to_string();
        let resource_id = stand.resource("published", &uid).await;
        let path =
            format!("/v1/apps/{APP_ID}/cloud_recording/resourceid/{resource_id}/mode/mix/start");
        let reply = stand
            .post(&path, &about(&case.body, "published", &uid))
            .await;
        assert_verdict(case, &reply);
        if let Some(sid) = reply.1["sid"].as_str().map(str::to_owned) {
            let cname = "published".to_owned();
            stand
                .stop(&Recording {
                    resource_id,
                    sid,
                    cname,
                    uid,
                    mode: "mix",
                })
                .await;
            stand.pass(3.0).await;
        }
    }
}

#[tokio::test]
async fn published_changes_are_judged_as_the_service_judges_them() {
    let stand = Stand::open().await;
    let recording = stand.record("changes", "527841", plain()).await;
    stand.pass(3.0).await;
    let mut judged = 0;
    for call in ["update", "updateLayout"] {
        for case in cases(call) {
            let body = about(&case.body, &recording.cname, &recording.uid);
            assert_verdict(&case, &stand.post(&recording.path(call), &body).await);
            judged += 1;
        }
    }
    assert!(judged > 10, "only {judged} bodies");
}
