//! What the documents say in passing, and no other test here holds. The table of all that they say, with
//! the test for each, is `tests/statements.md`.

use serde_json::{Value, json};

use crate::modes::{begin, individual, web};
use crate::stand::{
    APP_ID, Recording, Stand, assert_refused, plain, storage, with_config, with_mp4,
};

async fn start_in(stand: &Stand, cname: &str, uid: &str, client_request: Value) -> (u16, Value) {
    let resource = stand.resource(cname, uid).await;
    stand
        .start(&resource, "mix", cname, uid, client_request)
        .await
}

/// Starts where there is somebody, and gives the answer.
async fn start(stand: &Stand, mode: &str, uid: &str, client_request: Value) -> (u16, Value) {
    let resource = stand.resource("one-leaves", uid).await;
    stand
        .start(&resource, mode, "one-leaves", uid, client_request)
        .await
}

#[tokio::test]
async fn ids_have_their_form() {
    let stand = Stand::open().await;
    let recording = stand.record("room", "5", plain()).await;
    let resource = &recording.resource_id;
    assert!(resource.len() >= 100, "hundreds of characters: {resource}");
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    assert!(resource.bytes().all(is_safe), "safe in a path: {resource}");
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    assert_eq!(recording.sid.len(), 32, "{}", recording.sid);
    assert!(recording.sid.bytes().all(is_hex), "{}", recording.sid);
}

#[tokio::test]
async fn an_empty_text_is_as_if_it_were_left_out() {
    let stand = Stand::open().await;
    let mut client_request = plain();
    client_request["token"] = json!("");
    client_request["recordingConfig"]["transcodingConfig"] = json!({
        "width": 640, "height": 360, "fps": 15, "bitrate": 500, "mixedVideoLayout": 3,
        "layoutConfig": [{ "uid": "", "x_axis": 0, "y_axis": 0, "width": 1, "height": 1 }],
    });
    let (status, answer) = start(&stand, "mix", "5", client_request).await;
    assert_eq!(
        status, 200,
        "no token and no person in the region: {answer}"
    );
}

#[tokio::test]
async fn what_does_not_count_in_a_mode_is_ignored_there() {
    let stand = Stand::open().await;
    let mut mix = with_config("subscribeUidGroup", json!(3));
    mix["recordingConfig"]["streamMode"] = json!("original");
    let (status, answer) = start(&stand, "mix", "5", mix).await;
    assert_eq!(status, 200, "members of individual in mix: {answer}");
    let one_by_one = individual(json!({ "audioProfile": 1 }));
    let (status, answer) = start(&stand, "individual", "6", one_by_one).await;
    assert_eq!(status, 200, "a member of mix in individual: {answer}");
    let mut page = web(json!({}));
    page["token"] = json!("anything");
    begin(&stand, "web", 1, "lesson", page.clone()).await;
    page["recordingConfig"] = json!({ "channelType": 0 });
    let (_, acquired) = stand.acquire("lesson", "8", json!({ "scene": 1 })).await;
    let resource = acquired["resourceId"].as_str().unwrap();
    let reply = stand.start(resource, "web", "lesson", "8", page).await;
    assert_refused(&reply, 400, 2, "recordingConfig has no place in web");
}

#[tokio::test]
async fn recording_config_may_be_left_out_in_mix() {
    let stand = Stand::open().await;
    let bare = || json!({ "storageConfig": storage() });
    let (status, answer) = start(&stand, "mix", "5", bare()).await;
    assert_eq!(status, 200, "everything by default: {answer}");
    let reply = start(&stand, "individual", "6", bare()).await;
    assert_refused(&reply, 400, 2, "individual needs subscribeUidGroup");
    let reason = reply.1["reason"].as_str().unwrap();
    assert!(reason.contains("subscribeUidGroup"), "it says so: {reason}");
}

#[tokio::test]
async fn after_its_hours_no_call_reaches_a_recording() {
    let stand = Stand::open().await;
    let hours = json!({ "resourceExpiredHour": 1 });
    let (_, acquired) = stand.acquire("empty-room", "1", hours).await;
    let resource_id = acquired["resourceId"].as_str().unwrap().to_owned();
    // Nobody comes, so that an hour has nothing to save.
    let patient = || with_config("maxIdleTime", json!(86_400));
    let started = stand
        .start(&resource_id, "mix", "empty-room", "1", patient())
        .await;
    let sid = started.1["sid"].as_str().unwrap().to_owned();
    let recording = Recording {
        resource_id,
        sid,
        cname: "empty-room".to_owned(),
        uid: "1".to_owned(),
        mode: "mix",
    };
    stand.pass(3_600.0).await;
    let lists = json!({ "streamSubscribe":
        { "audioUidList": { "subscribeAudioUids": ["#allstream#"] } } });
    for (call, body) in [
        ("update", lists),
        ("updateLayout", json!({ "mixedVideoLayout": 1 })),
        ("stop", json!({})),
    ] {
        assert_refused(&stand.steer(&recording, call, body).await, 404, 404, call);
    }
    let again = start_in(&stand, "empty-room", "1", patient()).await;
    assert_refused(&again, 400, 53, "it goes on all the same");
}

#[tokio::test]
async fn two_hundred_pages_at_once_are_the_limit() {
    let stand = Stand::open().await;
    let scene = || json!({ "scene": 1 });
    for uid in 1..=200 {
        let uid = uid.to_string();
        let (_, acquired) = stand.acquire("page", &uid, scene()).await;
        let resource = acquired["resourceId"].as_str().unwrap();
        let page = web(json!({ "onhold": true }));
        let (status, answer) = stand.start(resource, "web", "page", &uid, page).await;
        assert_eq!(status, 200, "page {uid}: {answer}");
    }
    let reply = stand.acquire("page", "201", scene()).await;
    assert_refused(&reply, 400, 406, "two hundred are running");
    let reply = stand.acquire("page", "201", json!({})).await;
    assert_eq!(reply.0, 200, "channels are counted apart: {}", reply.1);
}

#[tokio::test]
async fn both_spellings_of_unsubscribe_count() {
    let stand = Stand::open().await;
    for (place, audio, video) in [
        (1, "unsubscribeAudioUids", "unsubscribeVideoUids"),
        (2, "unSubscribeAudioUids", "unSubscribeVideoUids"),
    ] {
        let uid = place.to_string();
        let mut nobody = with_config(audio, json!(["1001", "1002"]));
        nobody["recordingConfig"][video] = json!(["1001", "1002"]);
        let recording = stand.record("one-leaves", &uid, nobody).await;
        stand.pass(20.0).await;
        let reply = stand.stop(&recording).await;
        assert_refused(&reply, 206, 435, &format!("{audio}: everybody is left out"));
    }
}

#[tokio::test]
async fn a_list_of_one_kind_takes_nothing_of_the_other() {
    let stand = Stand::open().await;
    for (uid, list, kind) in [
        ("1", "subscribeVideoUids", "video"),
        ("2", "subscribeAudioUids", "audio"),
    ] {
        let mut one = with_mp4();
        one["recordingConfig"][list] = json!(["#allstream#"]);
        let recording = stand.record("one-leaves", uid, one).await;
        stand.pass(20.0).await;
        let (status, answer) = stand.stop(&recording).await;
        assert_eq!(status, 200, "{list}: {answer}");
        for file in answer["serverResponse"]["fileList"].as_array().unwrap() {
            assert_eq!(file["trackType"], kind, "{list}: {file}");
        }
    }
}

#[tokio::test]
async fn the_comma_behind_a_length_is_there_on_request() {
    let stand = Stand::open().await;
    for (uid, switches, due) in [
        ("1", None, false),
        ("2", Some(r#"{"correctEXTINF":true}"#), true),
        ("3", Some(r#"{"correctEXTINF":false}"#), false),
    ] {
        let mut sound = with_config("streamTypes", json!(0));
        if let Some(text) = switches {
            sound["recordingConfig"]["privateParams"] = json!(text);
        }
        let recording = stand.record("one-leaves", uid, sound).await;
        stand.pass(20.0).await;
        let list = format!("lessons/day1/{}_one-leaves.m3u8", recording.sid);
        let text = std::fs::read_to_string(stand.files().join(list)).unwrap();
        assert_eq!(
            text.contains("#EXTINF:15.000000,\n"),
            due,
            "{switches:?}:\n{text}"
        );
        assert_eq!(
            text.contains("#EXTINF:15.000000\n"),
            !due,
            "{switches:?}:\n{text}"
        );
    }
}

#[tokio::test]
async fn the_user_list_can_be_asked_for_hosts_alone() {
    let stand = Stand::open().await;
    let list = format!("/dev/v1/channel/user/{APP_ID}/live-show");
    for path in [
        format!("{list}/hosts_only"),
        format!("{list}?hosts_only=true"),
    ] {
        let (status, answer) = stand.get(&path).await;
        let expected = json!({ "success": true, "data":
            { "channel_exist": true, "mode": 2, "broadcasters": [1001, 1002] } });
        assert_eq!((status, answer), (200, expected), "{path}");
    }
    let (_, all) = stand.get(&format!("{list}?hosts_only=false")).await;
    assert!(
        all["data"]["audience_total"].is_number(),
        "all of them: {all}"
    );
    let (_, nobody) = stand.get(&list.replace("live-show", "empty-room")).await;
    let gone = json!({ "success": true, "data": { "channel_exist": false } });
    assert_eq!(nobody, gone, "and nothing else is there");
}

#[tokio::test]
async fn where_a_recorder_is_to_run_may_be_said() {
    let stand = Stand::open().await;
    let resource = stand.resource("room", "5").await;
    let asked = json!({
        "scene": 0, "resourceExpiredHour": 720, "region": "EU", "regionAffinity": 3,
        "excludeResourceIds": [resource],
    });
    let (status, answer) = stand.acquire("room", "6", asked).await;
    assert_eq!(status, 200, "{answer}");
    let path = format!("/v1/apps/{APP_ID}/cloud_recording/acquire?from=anywhere");
    let body = crate::stand::body("room", "7", json!({}));
    let (status, answer) = stand.post(&path, &body).await;
    assert_eq!(status, 200, "what is behind the question mark: {answer}");
}

/// The table names tests that are there.
#[test]
fn every_statement_has_its_test() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let table = include_str!("../statements.md");
    let rows = table.lines().filter_map(|line| line.strip_suffix("` |"));
    let named: Vec<(&str, &str)> = rows
        .filter_map(|row| row.rsplit('`').next()?.split_once("::"))
        .collect();
    for (file, test) in &named {
        let text = std::fs::read_to_string(folder.join(format!("{file}.rs")));
        let text = text.unwrap_or_else(|cause| panic!("{file}: {cause}"));
        let function = format!("fn {test}()");
        assert!(text.contains(&function), "{file} has no test {test}");
    }
    let rows = table.lines().filter(|line| line.starts_with("| "));
    let heads = table.lines().filter(|line| line.starts_with("| statement"));
    let breaks = table.lines().filter(|line| line.starts_with("| ---"));
    let due = rows.count() - heads.count() - breaks.count();
    assert_eq!(named.len(), due, "one for each statement");
}
