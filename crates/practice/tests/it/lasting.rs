//! Faults that go on after the call that met them: what becomes of the recording.

use std::time::Duration;

use practice::faults::Plan;
use serde_json::{Value, json};

use crate::modes::{begin, individual, web};
use crate::parse::{self, VIDEO};
use crate::stand::{
    APP_ID, BEGIN_MS, CUSTOMER_ID, Recording, Reply, SECRET, Stand, assert_refused, body, plain,
    reply, with_mp4, with_token,
};

/// Puts these rules in force.
fn plan(stand: &Stand, rules: &[&str]) {
    let rules = rules.iter().map(|rule| rule.parse().unwrap()).collect();
    stand
        .server()
        .faults()
        .set(Plan { rules, seed: None })
        .unwrap();
}

fn read(stand: &Stand, name: &str) -> Vec<u8> {
    std::fs::read(stand.files().join("lessons/day1").join(name)).unwrap()
}

fn text(stand: &Stand, name: &str) -> String {
    String::from_utf8(read(stand, name)).unwrap()
}

fn names(answer: &Value) -> Vec<&str> {
    let list = answer["serverResponse"]["fileList"].as_array().unwrap();
    let names = list.iter().map(|it| it["fileName"].as_str().unwrap());
    names
        .map(|name| name.trim_start_matches("lessons/day1/"))
        .collect()
}

#[tokio::test]
async fn a_change_of_worker_is_out_of_sight_and_loses_nothing() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", with_mp4()).await;
    let sid = &recording.sid;
    stand.pass(20.0).await;
    plan(&stand, &["query:worker-switch; 40*1"]);
    assert_refused(
        &stand.query(&recording).await,
        404,
        404,
        "its worker is gone",
    );
    for call in ["update", "updateLayout", "stop"] {
        let wish = match call {
            "update" => json!({ "streamSubscribe":
                { "audioUidList": { "subscribeAudioUids": ["#allstream#"] } } }),
            "updateLayout" => json!({ "mixedVideoLayout": 1 }),
            _ => json!({}),
        };
        let reply = stand.steer(&recording, call, wish).await;
        assert_refused(&reply, 404, 404, call);
    }
    stand.pass(39.9).await;
    assert_refused(&stand.query(&recording).await, 404, 404, "not yet replaced");
    stand.pass(0.2).await;
    assert_eq!(
        stand.status(&recording).await,
        5,
        "it recorded all the time"
    );
    stand.pass(39.9).await;

    let (status, answer) = stand.stop(&recording).await;
    assert_eq!(status, 200, "now it can be stopped: {answer}");
    let expected = [
        format!("{sid}_standup.m3u8"),
        format!("bak0_{sid}_standup.m3u8"),
        format!("{sid}_standup_0.mp4"),
        format!("bak0_{sid}_standup_0.mp4"),
    ];
    assert_eq!(names(&answer), expected, "a list and a file of each worker");

    let first = text(&stand, &expected[0]);
    let second = text(&stand, &expected[1]);
    for list in [&first, &second] {
        assert!(
            list.ends_with("#EXT-X-ENDLIST\n"),
            "nothing more comes:\n{list}"
        );
    }
    assert_eq!(
        parse::length(&first),
        60.0,
        "2 s to 62 s, in whole pieces:\n{first}"
    );
    assert!(
        (parse::length(&second) - 38.0).abs() < 0.11,
        "from 62 s to the stop at 100 s:\n{second}"
    );
    let is_named = |list: &str, begin: &str| {
        let begin = format!("{begin}{sid}_standup_");
        parse::pieces(list)
            .iter()
            .all(|name| name.starts_with(&begin))
    };
    assert!(is_named(&first, ""), "the first worker's pieces:\n{first}");
    assert!(is_named(&second, "bak0_"), "the second worker's:\n{second}");

    let pieces = [parse::pieces(&first), parse::pieces(&second)].concat();
    let stream: Vec<u8> = pieces.iter().flat_map(|name| read(&stand, name)).collect();
    let pictures = &parse::streams(&stream)[&VIDEO];
    assert_eq!(pictures.len(), 980, "98 s of ten pictures a second");
    for (number, picture) in pictures.iter().enumerate() {
        assert_eq!(
            picture.stamp,
            number as u64 * 9_000,
            "picture {number}: a gap"
        );
    }
    for (name, seconds) in [(&expected[2], 60.0), (&expected[3], 38.0)] {
        let length = parse::mp4_length(&read(&stand, name));
        assert!((length - seconds).abs() < 0.11, "{name} is {length} s");
    }
}

#[tokio::test]
async fn a_second_change_counts_on_and_outlives_a_restart() {
    let mut stand = Stand::open().await;
    plan(&stand, &["start:worker-switch; 10*1"]);
    let recording = stand.record("standup", "5", plain()).await;
    let sid = recording.sid.clone();
    assert_refused(
        &stand.query(&recording).await,
        404,
        404,
        "lost right after its start",
    );
    stand.pass(20.0).await;
    stand.restart().await;
    plan(&stand, &["query:worker-switch; 5*1"]);
    assert_refused(&stand.query(&recording).await, 404, 404, "lost again");
    stand.pass(15.0).await;
    let (_, answer) = stand.query(&recording).await;
    assert_eq!(
        answer["serverResponse"]["fileList"],
        json!(format!("lessons/day1/{sid}_standup.m3u8")),
        "a text has room for the first list alone"
    );
    stand.pass(30.0).await;
    assert_eq!(stand.stop(&recording).await.0, 200, "it can be stopped");
    let lengths: Vec<f64> = ["", "bak0_", "bak1_"]
        .iter()
        .map(|begin| parse::length(&text(&stand, &format!("{begin}{sid}_standup.m3u8"))))
        .collect();
    let expected = [15.0, 15.0, 33.0];
    let differ = lengths
        .iter()
        .zip(expected)
        .any(|(a, b)| (a - b).abs() > 0.11);
    assert!(!differ, "2 s to 65 s by three workers, not {lengths:?}");
}

#[tokio::test]
async fn individual_tracks_and_pages_change_workers_too() {
    let stand = Stand::open().await;
    let recording = begin(&stand, "individual", 0, "one-leaves", individual(json!({}))).await;
    let page = begin(&stand, "web", 1, "lesson", web(json!({}))).await;
    stand.pass(20.0).await;
    plan(&stand, &["query:worker-switch; 10*2"]);
    for one in [&recording, &page] {
        assert_refused(&stand.query(one).await, 404, 404, one.mode);
    }
    stand.pass(40.0).await;
    let (_, answer) = stand.query(&recording).await;
    let track = |begin: &str, uid: u32, kind: &str| {
        let sid = &recording.sid;
        format!("{begin}{sid}_one-leaves__uid_s_{uid}__uid_e_{kind}.m3u8")
    };
    let mut seen = names(&answer);
    seen.sort_unstable();
    let mut expected = vec![
        track("", 1001, "audio"),
        track("bak0_", 1001, "audio"),
        track("", 1001, "video"),
        track("bak0_", 1001, "video"),
        track("", 1002, "audio"),
        track("", 1002, "video"),
    ];
    expected.sort_unstable();
    assert_eq!(seen, expected, "1002 had left before the new worker came");
    let lists = ["", "bak0_"].map(|begin| text(&stand, &track(begin, 1001, "video")));
    let pieces = lists.iter().flat_map(|list| parse::pieces(list));
    let stream: Vec<u8> = pieces.flat_map(|name| read(&stand, name)).collect();
    let pictures = &parse::streams(&stream)[&VIDEO];
    for (number, picture) in pictures.iter().enumerate() {
        assert_eq!(
            picture.stamp,
            number as u64 * 9_000,
            "picture {number}: a gap"
        );
    }
    assert!(
        lists[0].ends_with("#EXT-X-ENDLIST\n"),
        "closed:\n{}",
        lists[0]
    );
    assert!(
        lists[1].contains("TRACK-EVENT"),
        "says what it holds:\n{}",
        lists[1]
    );

    let (_, answer) = stand.query(&page).await;
    let files = &answer["serverResponse"]["extensionServiceState"][0]["payload"]["fileList"];
    let files: Vec<&str> = files
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["filename"].as_str().unwrap())
        .collect();
    let sid = &page.sid;
    let wanted = [
        format!("lessons/day1/{sid}_lesson.m3u8"),
        format!("lessons/day1/bak0_{sid}_lesson.m3u8"),
        format!("lessons/day1/{sid}_lesson_0.mp4"),
    ];
    assert_eq!(
        files, wanted,
        "the page's lists, and the first worker's MP4: {answer}"
    );
}

/// Stops in the background and waits until the answer is held back.
async fn stopping(stand: &Stand, recording: &Recording) -> tokio::task::JoinHandle<Reply> {
    let body = body(&recording.cname, &recording.uid, json!({}));
    let request = stand
        .http
        .post(stand.url(&recording.path("stop")))
        .basic_auth(CUSTOMER_ID, Some(SECRET))
        .json(&body);
    let stopping = tokio::spawn(async move { reply(request.send().await.unwrap()).await });
    for _ in 0..10_000 {
        if stand.get("/__practice").await.1["clock"]["answersWaiting"] == 1 {
            return stopping;
        }
    }
    panic!("the stop did not wait");
}

#[tokio::test]
async fn a_slow_upload_holds_the_stop_back() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", with_mp4()).await;
    stand.pass(30.0).await;
    plan(&stand, &["stop:slow-upload; 12*1"]);
    let stopping = stopping(&stand, &recording).await;
    stand.pass(11.9).await;
    assert_eq!(stand.status(&recording).await, 7, "still saving");
    assert!(!stopping.is_finished(), "so the stop is not answered");
    let list = text(&stand, &format!("{}_standup.m3u8", recording.sid));
    assert!(!list.contains("ENDLIST"), "nor is the list closed:\n{list}");
    stand.pass(0.1).await;
    let (status, answer) = stopping.await.unwrap();
    assert_eq!(status, 200, "saved in time: {answer}");
    assert_eq!(
        answer["serverResponse"]["uploadingStatus"], "uploaded",
        "{answer}"
    );
    assert_eq!(names(&answer).len(), 2, "the list and the MP4: {answer}");
    stand.pass(2.0).await;
    assert_eq!(stand.status(&recording).await, 8, "then it exits");
    stand.pass(30.0).await;
    assert_refused(&stand.query(&recording).await, 404, 404, "and is forgotten");
}

#[tokio::test]
async fn a_stop_gives_up_waiting_after_twenty_seconds() {
    let stand = Stand::open().await;
    plan(&stand, &["start:slow-upload; 60"]);
    let recording = stand.record("standup", "5", plain()).await;
    let other = stand.record("standup", "6", plain()).await;
    stand.pass(30.0).await;
    let (status, answer) = stand
        .steer(&other, "stop", json!({ "async_stop": true }))
        .await;
    assert_eq!(
        (status, &answer["serverResponse"]["uploadingStatus"]),
        (200, &json!("unknown")),
        "whoever does not wait is answered at once: {answer}"
    );
    let stopping = stopping(&stand, &recording).await;
    stand.pass(20.0).await;
    assert_refused(&stopping.await.unwrap(), 206, 50, "twenty seconds are over");
    assert_refused(
        &stand.stop(&recording).await,
        400,
        49,
        "it stops all the same",
    );
    stand.pass(39.9).await;
    assert_eq!(
        stand.status(&recording).await,
        7,
        "the files are still coming"
    );
    stand.pass(2.2).await;
    assert_eq!(stand.status(&recording).await, 8, "and are there");
    let list = text(&stand, &format!("{}_standup.m3u8", recording.sid));
    assert!(list.ends_with("#EXT-X-ENDLIST\n"), "all of them:\n{list}");
    assert!(
        (parse::length(&list) - 28.0).abs() < 0.11,
        "2 s to 30 s:\n{list}"
    );
}

#[tokio::test]
async fn a_bucket_that_refuses_gets_its_files_later() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "5", with_mp4()).await;
    plan(&stand, &["query:storage-refused; 60*1"]);
    assert_eq!(stand.status(&recording).await, 0, "query does not say so");
    stand.pass(30.0).await;
    assert_eq!(
        stand.status(&recording).await,
        4,
        "nothing has been saved yet"
    );
    let (status, answer) = stand.stop(&recording).await;
    assert_eq!(status, 200, "stop: {answer}");
    assert_eq!(
        answer["serverResponse"]["uploadingStatus"], "backuped",
        "the service keeps them meanwhile: {answer}"
    );
    let files = names(&answer);
    assert_eq!(files.len(), 2, "and names them: {answer}");
    let folder = stand.files().join("lessons/day1");
    assert!(!folder.exists(), "but the bucket has none");
    stand.pass(30.1).await;
    let list = text(&stand, files[0]);
    assert!(list.ends_with("#EXT-X-ENDLIST\n"), "then all come:\n{list}");
    let length = parse::mp4_length(&read(&stand, files[1]));
    assert!((length - 28.0).abs() < 0.11, "whole: {length} s");
}

#[tokio::test]
async fn a_bucket_that_never_took_anything_ends_a_recording_as_it_begins() {
    let stand = Stand::open().await;
    plan(&stand, &["start:storage-refused*1"]);
    let recording = stand.record("standup", "5", plain()).await;
    stand.pass(1.9).await;
    assert_eq!(stand.status(&recording).await, 3, "it starts as always");
    stand.pass(0.1).await;
    assert_refused(&stand.query(&recording).await, 404, 404, "and is gone");
    assert_refused(&stand.stop(&recording).await, 404, 404, "for stop as well");
    assert!(
        !stand.files().join("lessons").exists(),
        "the bucket is empty"
    );
    let again = stand.record("standup", "5", plain()).await;
    stand.pass(20.0).await;
    assert_eq!(stand.status(&again).await, 5, "the next one is well");
}

#[tokio::test]
async fn a_wrong_clock_shows_in_dates_times_names_and_tokens() {
    let stand = Stand::open().await;
    plan(&stand, &["clock-skew; 3600"]);
    let recording = stand.record("standup", "5", plain()).await;
    plan(&stand, &[]);
    stand.pass(20.0).await;
    let answer = stand
        .http
        .get(stand.url(&recording.path("query")))
        .basic_auth(CUSTOMER_ID, Some(SECRET))
        .header("X-Practice-Fault", "clock-skew; -60")
        .send()
        .await
        .unwrap();
    assert_eq!(
        answer.headers()["date"],
        "Mon, 01 Jul 2024 02:12:40 GMT",
        "20 s on, a minute slow"
    );
    let (_, answer) = reply(answer).await;
    assert_eq!(
        answer["serverResponse"]["sliceStartTime"],
        BEGIN_MS + 2_000 + 3_600_000,
        "an hour fast since its start: {answer}"
    );
    let list = text(&stand, &format!("{}_standup.m3u8", recording.sid));
    assert!(
        list.contains("_20240701031322123.ts"),
        "the names too:\n{list}"
    );

    let begin_s = u32::try_from(BEGIN_MS / 1000).unwrap();
    let start = async |uid: &str| {
        let wish = with_token(APP_ID, "standup", uid.parse().unwrap(), begin_s);
        let resource = stand.resource("standup", uid).await;
        stand.start(&resource, "mix", "standup", uid, wish).await
    };
    assert_eq!(start("6").await.0, 200, "a token for half an hour is good");
    plan(&stand, &["start:clock-skew; 3600"]);
    assert_refused(&start("7").await, 400, 109, "an hour fast, it is over");
    plan(&stand, &[]);
    stand.clock.advance(Duration::from_secs(1_800));
    assert_refused(&start("8").await, 400, 109, "as it is half an hour later");
}

#[tokio::test]
async fn a_token_for_somebody_else_is_refused_at_start() {
    let stand = Stand::open().await;
    let begin_s = u32::try_from(BEGIN_MS / 1000).unwrap();
    let other = "f".repeat(32);
    for (app_id, cname, uid, due) in [
        (APP_ID, "standup", 5, None),
        (APP_ID, "standup", 0, None),
        (APP_ID, "", 5, None),
        (other.as_str(), "standup", 5, Some(110)),
        (APP_ID, "lesson", 5, Some(110)),
        (APP_ID, "standup", 6, Some(110)),
    ] {
        let wish = with_token(app_id, cname, uid, begin_s);
        let resource = stand.resource("standup", "5").await;
        let reply = stand.start(&resource, "mix", "standup", "5", wish).await;
        let why = format!("a token for {app_id}, {cname:?}, {uid}");
        let Some(code) = due else {
            assert_eq!(reply.0, 200, "{why}: {}", reply.1);
            let sid = reply.1["sid"].as_str().unwrap().to_owned();
            let started = Recording {
                resource_id: resource,
                sid,
                cname: "standup".to_owned(),
                uid: "5".to_owned(),
                mode: "mix",
            };
            stand.stop(&started).await;
            stand.pass(60.0).await;
            continue;
        };
        assert_refused(&reply, 400, code, &why);
    }
    let mut wish = plain();
    wish["token"] = json!("RTC-TOKEN-PLACEHOLDER");
    let resource = stand.resource("standup", "5").await;
    let (status, answer) = stand.start(&resource, "mix", "standup", "5", wish).await;
    assert_eq!(
        status, 200,
        "what cannot be read is taken as it comes: {answer}"
    );
}

#[tokio::test]
async fn nobody_joins_and_everything_says_so() {
    let stand = Stand::open().await;
    let users = format!("/dev/v1/channel/user/{APP_ID}/standup");
    let is_there = async || stand.get(&users).await.1["data"]["channel_exist"] == true;
    assert!(is_there().await, "people are in the channel");
    plan(&stand, &["nobody-joins"]);
    assert!(!is_there().await, "asked now, nobody is");
    let recording = stand.record("standup", "5", plain()).await;
    plan(&stand, &[]);
    stand.pass(20.0).await;
    assert!(!is_there().await, "nobody for as long as it runs");
    assert_eq!(stand.status(&recording).await, 4, "nothing to save");
    let second = stand.record("standup", "6", plain()).await;
    stand.pass(5.0).await;
    for one in [&recording, &second] {
        assert_refused(
            &stand.stop(one).await,
            206,
            435,
            "all recordings tell the same",
        );
    }
    stand.pass(5.0).await;
    assert!(is_there().await, "after that people are there again");
    let third = stand.record("standup", "7", plain()).await;
    plan(&stand, &["nobody-joins"]);
    assert!(is_there().await, "a recording with people in it keeps them");
    stand.pass(20.0).await;
    assert_eq!(stand.status(&third).await, 5, "and records them");
}
