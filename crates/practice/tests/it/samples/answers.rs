//! Every sample of an answer, beside what the stand-in answers in its place.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::data::{published, sample, samples};
use super::lives::{any_start, begin, recording};
use super::shape::differences;
use crate::stand::{APP_ID, BEGIN_MS, Recording, Reply, Stand, body, plain, reply, with_token};

/// Forms of older days and of services that the stand-in does not have.
const NEVER: [(&str, &str); 14] = [
    (
        "error.acquire.400.code1013.assumed.response",
        "the older number: newer pages have 401 for a channel's name",
    ),
    (
        "error.acquire.400.code400.response",
        "the gateway refuses an App ID before the service sees it",
    ),
    (
        "error.any.400.code8.assumed.response",
        "the older number: newer pages have 2",
    ),
    (
        "error.start.500.code15.legacy.response",
        "was seen in the field, is in no reference",
    ),
    (
        "error.stop.404.legacy.response",
        "an older form: now it is code and reason alone",
    ),
    (
        "error.updateLayout.400.code1028.assumed.response",
        "the older number: newer pages have 2",
    ),
    (
        "query.individual.legacy-2020.response",
        "an older form: numbers and booleans as text",
    ),
    (
        "query.sub-service-status.legacy.response",
        "an older form: subServiceStatus is gone",
    ),
    (
        "stop.web.playload.response",
        "the same answer with a letter wrong",
    ),
    ("res-query-aliyun-scan-2", "a service for finding bad words"),
    ("res-query-kingsoft", "a service for finding bad words"),
    ("res-query-vod-videoinfo", "a service of another store"),
    (
        "res-stop-web-playload-cn",
        "the same answer with a letter wrong",
    ),
    ("res-query-array", "not an answer of this API at all"),
];

/// Answers that only a fault brings about.
const FAULTS: [&str; 17] = [
    "error.acquire.400.code405.response",
    "error.acquire.500.code500.response",
    "error.acquire.500.code501.response",
    "error.acquire.500.code504.response",
    "error.query.206.code65.response",
    "error.query.400.code501.assumed.response",
    "error.query.504.code62.response",
    "error.start.206.code65.response",
    "error.start.500.code502.response",
    "error.start.500.code62.response",
    "err-acquire-400-405",
    "err-acquire-500-500",
    "err-acquire-500-504",
    "err-query-206-65",
    "err-start-206-65",
    "err-stop-504-62",
    "res-start-issue-759-code-15",
];

/// Published bodies that contradict the reference in a value's type, and the sample that has it.
const LOOSE: [(&str, &str); 4] = [
    ("res-query-mode-contradicts", "a list under the word string"),
    (
        "res-query-tutorial-status-string",
        "numbers as text, filename",
    ),
    ("res-query-uid-number", "uid as a number"),
    ("res-stop-null-filelist", "null for an empty list"),
];

/// What was answered, by the name of the sample in whose place it stands.
type Answers = BTreeMap<&'static str, Reply>;

async fn gateway(answers: &mut Answers) {
    let stand = Stand::with_limit(Some(10)).await;
    let acquire = format!("/v1/apps/{APP_ID}/cloud_recording/acquire");
    let bare = stand.http.post(stand.url(&acquire)).json(&json!({}));
    let sent = bare.send().await.unwrap();
    answers.insert("error.gateway.401.missing.response", reply(sent).await);
    let wrong = stand.http.post(stand.url(&acquire)).json(&json!({}));
    let sent = wrong.basic_auth("a", Some("b")).send().await.unwrap();
    answers.insert("error.gateway.401.invalid.response", reply(sent).await);
    let other = acquire.replace(APP_ID, &"f".repeat(32));
    let sent = stand.post(&other, &body("room", "1", json!({}))).await;
    answers.insert("error.gateway.400.appid.response", sent);
    let sent = stand.get(&acquire).await;
    answers.insert("error.gateway.404.route.response", sent);
    for _ in 0..10 {
        stand.acquire("room", "1", json!({})).await;
    }
    let sent = stand.acquire("room", "1", json!({})).await;
    answers.insert("error.gateway.429.response", sent);
}

async fn acquires(answers: &mut Answers) {
    let stand = Stand::open().await;
    let sent = stand.acquire("room", "1", json!({})).await;
    answers.insert("acquire.response", sent.clone());
    answers.insert("acquire.legacy-2020.response", sent);
    let hours = json!({ "resourceExpiredHour": 721 });
    let sent = stand.acquire("room", "1", hours).await;
    answers.insert("error.acquire.400.code2.expired-hour.response", sent);
    let sent = stand.acquire("room", "4294967296", json!({})).await;
    answers.insert("error.acquire.400.code2.body-check.response", sent);
    let sent = stand.acquire("room/1", "1", json!({})).await;
    answers.insert("error.acquire.400.code401.response", sent);
    for uid in 1..=50 {
        stand.record("room", &uid.to_string(), plain()).await;
    }
    let sent = stand.acquire("room", "51", json!({})).await;
    answers.insert("error.acquire.400.code406.response", sent);
}

async fn starts(answers: &mut Answers) {
    let stand = Stand::open().await;
    let first = any_start("mix", "room", "1");
    let (resource_id, sent) = begin(&stand, "mix", &first).await;
    answers.insert("start.response", sent.clone());
    answers.insert("start.legacy-2020.response", sent);
    let again = |resource_id: String, cname: &'static str, request: Value| {
        let stand = &stand;
        async move { stand.start(&resource_id, "mix", cname, "1", request).await }
    };
    let sent = again(resource_id, "room", plain()).await;
    answers.insert("error.start.201.code7.response", sent);
    let (_, sent) = begin(&stand, "mix", &first).await;
    answers.insert("error.start.400.code53.response", sent);
    let sent = again("cut".to_owned(), "room", plain()).await;
    answers.insert("error.start.400.code1001.assumed.response", sent);
    let resource_id = stand.resource("hall", "1").await;
    let sent = again(resource_id.clone(), "room", plain()).await;
    answers.insert("error.start.400.code432.assumed.response", sent);
    let promise = json!({ "startParameter": plain() });
    let (_, promised) = stand.acquire("attic", "1", promise).await;
    let promised = promised["resourceId"].as_str().unwrap().to_owned();
    let mut other = plain();
    other["recordingConfig"]["maxIdleTime"] = json!(60);
    let sent = again(promised, "attic", other).await;
    answers.insert("error.start.400.code2.request-hash.response", sent);
    let begin_s = u32::try_from(BEGIN_MS / 1000).unwrap();
    let cellar = stand.resource("cellar", "1").await;
    let over = with_token(APP_ID, "cellar", 1, begin_s - 3_600);
    let sent = again(cellar.clone(), "cellar", over).await;
    answers.insert("error.start.400.code109.assumed.response", sent);
    let other = with_token(APP_ID, "attic", 1, begin_s);
    let sent = again(cellar, "cellar", other).await;
    answers.insert("error.start.400.code110.assumed.response", sent);
    stand.pass(301.0).await;
    let sent = again(resource_id, "hall", plain()).await;
    answers.insert("error.start.400.code433.assumed.response", sent);
}

async fn mixes(answers: &mut Answers) {
    let stand = Stand::open().await;
    let mp4 = recording(&stand, "start.mix.best-fit-mp4.request").await;
    stand.pass(1.2).await;
    stand.pass(20.0).await;
    answers.insert("query.mix.mp4.response", stand.query(&mp4).await);
    let sent = stand.stop(&mp4).await;
    answers.insert("stop.mix.mp4.response", sent.clone());
    answers.insert("stop.backuped-empty.response", sent);
    answers.insert("error.stop.400.code49.response", stand.stop(&mp4).await);
    stand.pass(100.0).await;
    answers.insert("error.query.404.response", stand.query(&mp4).await);
    let lists = json!({ "streamSubscribe":
        { "audioUidList": { "subscribeAudioUids": ["#allstream#"] } } });
    let sent = stand.steer(&mp4, "update", lists.clone()).await;
    answers.insert("error.update.404.response", sent);

    let plain_one = recording(&stand, "start.mix.minimal.request").await;
    let sent = stand.query(&plain_one).await;
    answers.insert("query.starting.response", sent);
    let sent = stand.steer(&plain_one, "update", lists).await;
    answers.insert("update.response", sent);
    let layout = json!({ "mixedVideoLayout": 1 });
    let sent = stand.steer(&plain_one, "updateLayout", layout).await;
    answers.insert("updateLayout.response", sent);
    let other = stand.resource("one-leaves", "527841").await;
    let stranger = Recording {
        resource_id: other,
        ..plain_one.clone()
    };
    let sent = stand.query(&stranger).await;
    answers.insert("error.query.400.code1003.assumed.response", sent);
    stand.pass(20.0).await;
    let sent = stand.query(&plain_one).await;
    answers.insert("query.mix.response", sent);
    let sent = stand.stop(&plain_one).await;
    answers.insert("stop.mix.response", sent.clone());
    answers.insert("stop.backuped.response", sent);

    let prefixed = stand.record("one-leaves", "2", plain()).await;
    stand.pass(20.0).await;
    let sent = stand.query(&prefixed).await;
    answers.insert("query.mix.prefixed.response", sent);
    let hasty = stand.record("one-leaves", "3", plain()).await;
    stand.pass(5.0).await;
    let sent = stand.steer(&hasty, "stop", json!({ "async_stop": true }));
    answers.insert("stop.unknown.response", sent.await);
    let empty = stand.record("empty-room", "4", plain()).await;
    stand.pass(5.0).await;
    let sent = stand.stop(&empty).await;
    answers.insert("error.stop.206.code435.response", sent);
    let taken = stand.record("uid-taken", "527841", plain()).await;
    stand.pass(4.0).await;
    stand.pass(1.0).await;
    let sent = stand.query(&taken).await;
    answers.insert("query.abnormal-exit.response", sent);
}

async fn tracks_and_pages(answers: &mut Answers) {
    let stand = Stand::open().await;
    let tracks = recording(&stand, "start.individual.default.request").await;
    stand.pass(20.0).await;
    let sent = stand.query(&tracks).await;
    answers.insert("query.individual.response", sent);
    let sent = stand.stop(&tracks).await;
    answers.insert("stop.individual.response", sent);
    stand.pass(3.0).await;
    if cfg!(feature = "video") {
        let stills = recording(&stand, "start.individual.snapshot-only.request").await;
        stand.pass(20.0).await;
        answers.insert("query.snapshot.response", stand.query(&stills).await);
        answers.insert("stop.snapshot.response", stand.stop(&stills).await);
    }
    let page = recording(&stand, "start.web.rtmp.request").await;
    stand.pass(20.0).await;
    let sent = stand.query(&page).await;
    answers.insert("query.web.response", sent.clone());
    answers.insert("query.web.rtmp.response", sent);
    let hold = json!({ "webRecordingConfig": { "onhold": true } });
    stand.steer(&page, "update", hold).await;
    answers.insert("query.web.onhold.response", stand.query(&page).await);
    answers.insert("stop.web.response", stand.stop(&page).await);
}

async fn all() -> Answers {
    let mut answers = Answers::new();
    gateway(&mut answers).await;
    acquires(&mut answers).await;
    starts(&mut answers).await;
    mixes(&mut answers).await;
    tracks_and_pages(&mut answers).await;
    answers
}

/// How an answer differs from the sample in whose place it stands.
fn against(status: u64, wanted: &Value, seen: &Reply) -> Vec<String> {
    let mut found = differences(wanted, &seen.1);
    if status != u64::from(seen.0) {
        found.push(format!("HTTP {}, not {status}", seen.0));
    }
    for said in ["code", "message"] {
        if wanted[said] != seen.1[said] {
            found.push(format!("{said} is {}, not {}", seen.1[said], wanted[said]));
        }
    }
    let words = |value: &Value| value["reason"].as_str().unwrap_or_default().to_owned();
    // What is wrong is said behind the service's own words.
    if !words(&seen.1).starts_with(&words(wanted)) {
        found.push(format!("{:?} is said", words(&seen.1)));
    }
    found
}

fn is_left_out(name: &str) -> bool {
    let stills = cfg!(not(feature = "video")) && name.contains("snapshot");
    stills || FAULTS.contains(&name) || NEVER.iter().chain(&LOOSE).any(|(never, _)| *never == name)
}

#[tokio::test]
async fn every_answer_sample_has_its_like() {
    let answers = all().await;
    let responses = samples("response");
    let mut judged = 0;
    for sample in &responses {
        let name = sample.name.as_str();
        let Some(seen) = answers.get(name) else {
            assert!(is_left_out(name), "{name}: nothing stands beside it");
            continue;
        };
        assert!(!is_left_out(name), "{name} is left out for nothing");
        let status = sample.value["status"].as_u64().unwrap();
        let found = against(status, sample.body(), seen);
        assert!(found.is_empty(), "{name}: {found:?}\n{}", seen.1);
        judged += 1;
    }
    println!(
        "{judged} of {} answers judged, {} only by a fault or of another day",
        responses.len(),
        responses.len() - judged
    );
    let wanted = if cfg!(feature = "video") { 46 } else { 44 };
    assert_eq!((responses.len(), judged), (65, wanted), "none is forgotten");
    // Notifications need an address of the receiver's, which nobody can give the stand-in.
    assert_eq!(samples("webhook").len(), 5, "the rest of the samples");
}

#[tokio::test]
async fn every_published_answer_has_its_like() {
    let answers = all().await;
    let cases = published("response");
    let mut judged = 0;
    for case in &cases {
        let like = match case.id.as_str() {
            id if is_left_out(id) => continue,
            "err-any-401-invalid" => "error.gateway.401.invalid.response",
            "err-any-401-unauthorized" => "error.gateway.401.missing.response",
            "err-stop-400-49" => "error.stop.400.code49.response",
            "res-acquire-only-id" => "acquire.response",
            // The words differ from one page to the next; the number and the form do not.
            "res-acquire-ticket-validate" => "error.acquire.400.code2.body-check.response",
            "res-query-filelist-empty-string" => "query.starting.response",
            "res-start-two-fields" => "start.response",
            "res-stop-no-mode" | "res-stop-string-mode" => "stop.mix.response",
            "res-update-cn-text" => "update.response",
            id => panic!("{id}: nothing stands beside it"),
        };
        let status = case.facts["http_status"].as_u64().unwrap();
        let mut wanted = case.body.clone();
        if case.id == "res-acquire-ticket-validate" {
            wanted["reason"] = sample(like).body()["reason"].clone();
        }
        let found = against(status, &wanted, &answers[like]);
        assert!(found.is_empty(), "{}: beside {like}: {found:?}", case.id);
        judged += 1;
    }
    println!("{judged} of {} published answers judged", cases.len());
    assert_eq!((cases.len(), judged), (26, 10), "none is forgotten");
}
