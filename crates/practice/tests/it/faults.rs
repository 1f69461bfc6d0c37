//! Faults on purpose: what each does, asked for in each of the ways there are.

use std::time::Duration;

use practice::faults::{Often, Plan, Rule, kinds};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::stand::{
    APP_ID, CUSTOMER_ID, Recording, Reply, SECRET, Stand, assert_refused, body, plain, reply,
};

const HEADER: &str = "X-Practice-Fault";

/// What a call that meets a fault comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Comes {
    /// HTTP status, and the body's `code`.
    Code(u16, i64),
    /// HTTP status, and the body's `message`.
    Said(u16, &'static str),
    /// 200, as if nothing were wrong.
    Well,
    /// 200 and HTML.
    Page,
    /// No byte of an answer; whether the call was carried out all the same.
    Nothing { done: bool },
    /// The head and half the body.
    Half,
}

/// A recording that runs, on a stand of its own.
async fn running() -> (Stand, Recording) {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", plain()).await;
    stand.pass(20.0).await;
    (stand, recording)
}

fn call(stand: &Stand, recording: &Recording, call: &str) -> RequestBuilder {
    let app = format!("/v1/apps/{APP_ID}/cloud_recording");
    let (cname, uid) = (&recording.cname, &recording.uid);
    let post = |path: &str, wish: Value| {
        let body = body(cname, uid, wish);
        stand.http.post(stand.url(path)).json(&body)
    };
    let request = match call {
        "acquire" => post(&format!("{app}/acquire"), json!({})),
        "start" => {
            let path = format!("{app}/resourceid/{}/mode/mix/start", recording.resource_id);
            post(&path, plain())
        }
        "query" => stand.http.get(stand.url(&recording.path("query"))),
        "update" => post(
            &recording.path("update"),
            json!({ "streamSubscribe":
                { "audioUidList": { "subscribeAudioUids": ["#allstream#"] } } }),
        ),
        "updateLayout" => post(&recording.path(call), json!({ "mixedVideoLayout": 1 })),
        "stop" => post(&recording.path("stop"), json!({})),
        _ => stand
            .http
            .get(stand.url(&format!("/dev/v1/channel/user/{APP_ID}/{cname}"))),
    };
    request.basic_auth(CUSTOMER_ID, Some(SECRET))
}

/// Waits until an answer is held back, so that time may pass meanwhile.
async fn until_waiting(stand: &Stand) {
    for _ in 0..10_000 {
        if stand.get("/__practice").await.1["clock"]["answersWaiting"] == 1 {
            return;
        }
    }
    panic!("no answer was held back");
}

async fn assert_comes(sent: reqwest::Result<Response>, wanted: Comes, what: &str) {
    let answer = match (sent, wanted) {
        (Err(error), Comes::Nothing { .. }) => {
            assert!(error.is_request(), "{what}: no answer, not {error:?}");
            return;
        }
        (sent, _) => sent.unwrap_or_else(|error| panic!("{what}: {error:?}")),
    };
    let status = answer.status().as_u16();
    match wanted {
        Comes::Page => {
            let kind = answer.headers()["content-type"]
                .to_str()
                .unwrap()
                .to_owned();
            let text = answer.text().await.unwrap();
            assert_eq!(
                (status, kind.as_str()),
                (200, "text/html; charset=utf-8"),
                "{what}"
            );
            assert!(text.starts_with("<!DOCTYPE html>"), "{what}: {text}");
        }
        Comes::Half => {
            assert_eq!(status, 200, "{what}: the head is whole");
            let length = answer.content_length();
            assert!(
                length > Some(20),
                "{what}: the length is that of the whole: {length:?}"
            );
            assert!(
                answer.bytes().await.is_err(),
                "{what}: but the body breaks off"
            );
        }
        Comes::Code(status, code) => assert_refused(&reply(answer).await, status, code, what),
        Comes::Said(status, said) => {
            let seen: Reply = reply(answer).await;
            assert_eq!(seen, (status, json!({ "message": said })), "{what}");
        }
        Comes::Well => {
            let seen = reply(answer).await;
            assert_eq!(seen.0, 200, "{what}: {}", seen.1);
        }
        Comes::Nothing { .. } => panic!("{what}: answered {status}"),
    }
}

/// Every kind of fault, the call that meets it here, and what comes of it.
const OUTCOMES: [(&str, &str, Comes); 34] = [
    ("delay; 500", "query", Comes::Well),
    ("lost-answer", "stop", Comes::Nothing { done: true }),
    ("lost-answer", "acquire", Comes::Nothing { done: true }),
    ("dropped", "stop", Comes::Nothing { done: false }),
    ("206", "acquire", Comes::Code(206, 65)),
    ("206", "start", Comes::Code(206, 65)),
    ("206", "query", Comes::Code(206, 65)),
    ("206", "stop", Comes::Code(206, 65)),
    ("429", "query", Comes::Said(429, "API rate limit exceeded")),
    (
        "429",
        "channelUsers",
        Comes::Said(429, "API rate limit exceeded"),
    ),
    ("500", "acquire", Comes::Code(500, 500)),
    ("500", "start", Comes::Code(500, 500)),
    (
        "500",
        "channelUsers",
        Comes::Said(500, "An unexpected error occurred"),
    ),
    ("501", "acquire", Comes::Code(500, 501)),
    ("501", "query", Comes::Said(501, "Not implemented")),
    ("502", "start", Comes::Code(500, 502)),
    ("502", "query", Comes::Said(502, "Bad gateway")),
    ("503", "stop", Comes::Said(503, "Service unavailable")),
    ("504", "acquire", Comes::Code(500, 504)),
    ("504", "start", Comes::Code(500, 62)),
    ("504", "query", Comes::Code(504, 62)),
    ("504", "update", Comes::Code(504, 62)),
    (
        "504",
        "channelUsers",
        Comes::Said(504, "The upstream server is timing out"),
    ),
    ("worker-switch; 40", "query", Comes::Code(404, 404)),
    ("worker-switch; 40", "updateLayout", Comes::Code(404, 404)),
    ("worker-switch; 40", "stop", Comes::Code(404, 404)),
    ("slow-upload; 5", "query", Comes::Well),
    ("storage-refused; 60", "stop", Comes::Well),
    ("html", "updateLayout", Comes::Page),
    ("html", "channelUsers", Comes::Page),
    ("truncated", "query", Comes::Half),
    ("truncated", "channelUsers", Comes::Half),
    ("clock-skew; -90", "query", Comes::Well),
    ("nobody-joins", "channelUsers", Comes::Well),
];

/// Lets one call meet one fault and looks at what it comes to. How it was asked for is the
/// caller's business, who may still change the request.
async fn assert_outcome(
    stand: &Stand,
    recording: &Recording,
    (fault, name, comes): (&str, &str, Comes),
    ask: impl FnOnce(RequestBuilder) -> RequestBuilder,
    way: &str,
) {
    let what = format!("{fault} at {name}, {way}");
    let sending = tokio::spawn(ask(call(stand, recording, name)).send());
    if fault.starts_with("delay") {
        until_waiting(stand).await;
        assert!(!sending.is_finished(), "{what}: not before its time");
        stand.clock.advance(Duration::from_millis(500));
    }
    assert_comes(sending.await.unwrap(), comes, &what).await;
    if name == "stop" {
        let stopped = matches!(comes, Comes::Nothing { done: true } | Comes::Well);
        let (_, seen) = stand.get("/__practice").await;
        let state = seen["sessions"][0]["state"].as_i64();
        assert_eq!(
            state == Some(6),
            stopped,
            "{what}: carried out or not: {seen}"
        );
    }
}

#[tokio::test]
async fn every_fault_has_its_outcome_by_header() {
    for outcome in OUTCOMES {
        let (stand, recording) = running().await;
        let ask = |request: RequestBuilder| request.header(HEADER, outcome.0);
        assert_outcome(&stand, &recording, outcome, ask, "by header").await;
        let happened = stand.server().faults().happened();
        assert_eq!(
            happened.len(),
            1,
            "{}: it is remembered: {happened:?}",
            outcome.0
        );
    }
}

#[tokio::test]
async fn every_fault_has_its_outcome_by_plan() {
    for outcome in OUTCOMES {
        let (stand, recording) = running().await;
        let rule: Rule = format!("{}:{}*1", outcome.1, outcome.0).parse().unwrap();
        let plan = Plan {
            rules: vec![rule],
            seed: None,
        };
        let faults = stand.server().faults();
        faults.set(plan).unwrap();
        assert_outcome(&stand, &recording, outcome, |request| request, "by plan").await;
        let left = faults.get().rules[0].often;
        assert_eq!(left, Often::Times { times: 0 }, "{rule}: it has struck");
    }
}

#[test]
fn every_kind_is_among_the_outcomes() {
    for kind in kinds() {
        let told = OUTCOMES.iter().any(|(fault, ..)| {
            let name = fault.split(';').next();
            name == Some(kind.name)
        });
        assert!(told, "{} has no outcome here", kind.name);
    }
}

/// What comes over the wire, byte for byte, until the connection ends.
async fn raw(stand: &Stand, fault: &str) -> Vec<u8> {
    let address = stand.url("").replace("http://", "");
    let mut line = TcpStream::connect(&address).await.unwrap();
    let credentials = reqwest::header::HeaderValue::from_static(
        "Basic Y3VzdG9tZXI6Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZQ==",
    );
    let request = format!(
        "GET /dev/v1/channel/user/{APP_ID}/standup HTTP/1.1\r\nHost: {address}\r\n\
         Authorization: {}\r\n{HEADER}: {fault}\r\n\r\n",
        credentials.to_str().unwrap()
    );
    line.write_all(request.as_bytes()).await.unwrap();
    let mut seen = Vec::new();
    // However it ends, what came before counts.
    let _ = line.read_to_end(&mut seen).await;
    seen
}

#[tokio::test]
async fn a_lost_answer_has_no_byte_and_a_cut_one_half() {
    let stand = Stand::open().await;
    for fault in ["lost-answer", "dropped"] {
        let seen = raw(&stand, fault).await;
        assert!(
            seen.is_empty(),
            "{fault}: {:?}",
            String::from_utf8_lossy(&seen)
        );
    }
    let seen = String::from_utf8(raw(&stand, "truncated").await).unwrap();
    let (head, body) = seen.split_once("\r\n\r\n").unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.unwrap().parse().unwrap();
    assert_eq!(
        body.len(),
        length / 2,
        "half of what the head says:\n{seen}"
    );
    let is_json = serde_json::from_str::<Value>(body).is_ok();
    assert!(!is_json, "which is no JSON: {body}");
}

#[tokio::test]
async fn several_faults_go_together_and_nonsense_is_refused() {
    let (stand, recording) = running().await;
    let asked = |fault: &str| call(&stand, &recording, "query").header(HEADER, fault);
    let sending = tokio::spawn(asked("delay; 2000, 500").send());
    until_waiting(&stand).await;
    stand.clock.advance(Duration::from_secs(2));
    assert_comes(
        sending.await.unwrap(),
        Comes::Code(500, 500),
        "late and wrong",
    )
    .await;
    let twice = asked("clock-skew")
        .header(HEADER, "429")
        .send()
        .await
        .unwrap();
    assert_eq!(
        twice.headers()["date"],
        "Mon, 01 Jul 2024 02:18:42 GMT",
        "five minutes fast"
    );
    assert_eq!(twice.status(), 429, "the header may be there twice");

    for (fault, sentence) in [
        (
            "thunder",
            "X-Practice-Fault: there is no fault \"thunder\"; there are delay, lost-answer, ",
        ),
        (
            "delay; 0",
            "X-Practice-Fault: delay takes a whole number of milliseconds from 1 to 600000",
        ),
        (
            "500, html",
            "X-Practice-Fault: a call cannot meet both 500 and html",
        ),
        (
            "nobody-joins",
            "X-Practice-Fault: nobody-joins cannot befall query, only start, channelUsers",
        ),
    ] {
        let (status, answer) = reply(asked(fault).send().await.unwrap()).await;
        let said = answer["message"].as_str().unwrap_or_default();
        assert_eq!(status, 400, "{fault}: {answer}");
        assert!(said.starts_with(sentence), "{fault}: {said}");
    }
    let unsigned = stand
        .http
        .get(stand.url(&recording.path("query")))
        .header(HEADER, "500");
    let unsigned = unsigned.send().await.unwrap();
    assert_eq!(
        unsigned.status(),
        401,
        "whoever does not sign in gets no fault either"
    );
    let ncs = stand
        .http
        .get(stand.url("/v1/ncs/ip"))
        .header(HEADER, "500");
    assert_eq!(
        stand.send(ncs).await.0,
        200,
        "and the addresses are no call of a recording"
    );
}

#[tokio::test]
async fn a_plan_that_cannot_be_leaves_the_one_before() {
    let stand = Stand::open().await;
    let faults = stand.server().faults();
    let good: Plan = serde_json::from_value(json!({
        "rules": [{ "fault": { "kind": "429" }, "often": { "kind": "times", "times": 1 } }],
    }))
    .unwrap();
    faults.set(good.clone()).unwrap();
    for bad in [
        json!({ "rules": [{ "fault": { "kind": "delay", "ms": 0 } }] }),
        json!({ "rules": [{ "call": "acquire", "fault": { "kind": "worker-switch", "seconds": 5 } }] }),
        json!({ "rules": [{ "fault": { "kind": "500" }, "often": { "kind": "chance", "probability": 1.5 } }] }),
    ] {
        let plan: Plan = serde_json::from_value(bad.clone()).unwrap();
        assert!(faults.set(plan).is_err(), "{bad} cannot be");
    }
    assert_eq!(faults.get(), good, "still the plan before");
    assert_eq!(
        stand.acquire("room", "1", json!({})).await.0,
        429,
        "which is in force"
    );
    assert_eq!(stand.acquire("room", "1", json!({})).await.0, 200, "once");
}

#[tokio::test]
async fn a_seed_gives_the_same_faults_to_the_same_calls() {
    let run = async |seed| {
        let stand = Stand::open().await;
        let plan = Plan {
            rules: Vec::new(),
            seed: Some(seed),
        };
        stand.server().faults().set(plan).unwrap();
        let users = format!("/dev/v1/channel/user/{APP_ID}/standup");
        let mut seen = Vec::new();
        for _ in 0..40 {
            let request = stand.http.get(stand.url(&users));
            let request = request.basic_auth(CUSTOMER_ID, Some(SECRET));
            let mut sending = tokio::spawn(request.send());
            // A delay ends as soon as time passes.
            let answer = loop {
                tokio::select! {
                    answer = &mut sending => break answer.unwrap(),
                    _ = stand.get("/__practice") => stand.clock.advance(Duration::from_secs(1)),
                }
            };
            seen.push(match answer {
                Ok(answer) => answer.status().to_string(),
                Err(error) => format!("none, {}", error.is_request()),
            });
        }
        let happened = stand.server().faults().happened();
        (seen, happened.iter().map(|it| it.fault).collect::<Vec<_>>())
    };
    let first = run(4).await;
    assert!(first.1.len() > 5, "of 40 calls some met a fault: {first:?}");
    assert_eq!(first, run(4).await, "the same seed");
    assert_ne!(first, run(5).await, "another seed");
}
