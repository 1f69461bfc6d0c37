//! Individual and web recordings: answers and files.

use serde_json::{Value, json};

use crate::parse::{self, AUDIO, VIDEO};
use crate::stand::{APP_ID, Recording, Stand, assert_refused, plain, storage};

pub async fn begin(
    stand: &Stand,
    mode: &'static str,
    scene: u32,
    cname: &str,
    client_request: Value,
) -> Recording {
    let (_, answer) = stand.acquire(cname, "7", json!({ "scene": scene })).await;
    let resource_id = answer["resourceId"].as_str().unwrap().to_owned();
    let (status, answer) = stand
        .start(&resource_id, mode, cname, "7", client_request)
        .await;
    assert_eq!(status, 200, "start was refused: {answer}");
    Recording {
        resource_id,
        sid: answer["sid"].as_str().unwrap().to_owned(),
        cname: cname.to_owned(),
        uid: "7".to_owned(),
        mode,
    }
}

pub fn individual(more: Value) -> Value {
    let mut client_request = plain();
    client_request["recordingConfig"]["subscribeUidGroup"] = json!(1);
    for (name, value) in more.as_object().unwrap() {
        client_request["recordingConfig"][name] = value.clone();
    }
    client_request
}

pub fn web(more: Value) -> Value {
    let mut parameters = json!({
        "url": "https://user:key@example.com/lesson?key=1",
        "audioProfile": 0,
        "videoWidth": 1280,
        "videoHeight": 720,
        "maxRecordingHour": 3,
    });
    for (name, value) in more.as_object().unwrap() {
        parameters[name] = value.clone();
    }
    json!({
        "extensionServiceConfig": { "extensionServices": [
            { "serviceName": "web_recorder_service", "serviceParam": parameters },
            { "serviceName": "rtmp_publish_service", "serviceParam": {
                "outputs": [{ "rtmpUrl": "rtmp://push.example.com/live/demo" }] } },
        ] },
        "recordingFileConfig": { "avFileType": ["hls", "mp4"] },
        "storageConfig": storage(),
    })
}

pub fn stream(stand: &Stand, list: &str) -> (String, Vec<u8>) {
    let text = std::fs::read_to_string(stand.files().join(list)).unwrap();
    let folder = stand.files().join(list).parent().unwrap().to_owned();
    let read = |name: &&str| std::fs::read(folder.join(name)).unwrap();
    let bytes = parse::pieces(&text).iter().flat_map(read).collect();
    (text, bytes)
}

#[tokio::test]
async fn individual_recording_has_a_track_each() {
    let stand = Stand::open().await;
    let recording = begin(&stand, "individual", 0, "one-leaves", individual(json!({}))).await;
    stand.pass(40.0).await;
    let (_, answer) = stand.query(&recording).await;
    let response = &answer["serverResponse"];
    assert_eq!(response["status"], 5, "saved something by now: {answer}");
    assert_eq!(response["fileListMode"], "json", "always a list: {answer}");
    let list = response["fileList"].as_array().unwrap();
    assert_eq!(
        list.len(),
        4,
        "two people, sound and picture each: {answer}"
    );
    for (entry, (uid, kind, seconds)) in list.iter().zip([
        ("1001", "audio", 30.0),
        ("1001", "video", 30.0),
        ("1002", "audio", 18.0),
        ("1002", "video", 18.0),
    ]) {
        let sid = &recording.sid;
        let name = format!("lessons/day1/{sid}_one-leaves__uid_s_{uid}__uid_e_{kind}.m3u8");
        assert_eq!(entry["fileName"], name, "the guide's name");
        assert_eq!(entry["uid"], uid, "whose it is: {entry}");
        assert_eq!(entry["trackType"], kind, "what it is: {entry}");
        assert_eq!(entry["mixedAllUser"], false, "one person's: {entry}");
        let (text, bytes) = stream(&stand, &name);
        assert!(
            (parse::length(&text) - seconds).abs() < 0.1,
            "{seconds} s:\n{text}"
        );
        let streams = parse::streams(&bytes);
        let wanted = if kind == "audio" { AUDIO } else { VIDEO };
        let there: Vec<u8> = streams.keys().copied().collect();
        assert_eq!(there, [wanted], "one stream alone in {name}");
    }
    let (status, answer) = stand.stop(&recording).await;
    assert_eq!(status, 200, "stop was refused: {answer}");
    assert_eq!(
        answer["serverResponse"]["uploadingStatus"], "uploaded",
        "{answer}"
    );
    let name = answer["serverResponse"]["fileList"][0]["fileName"]
        .as_str()
        .unwrap();
    let (text, _) = stream(&stand, name);
    assert!(text.ends_with("#EXT-X-ENDLIST\n"), "closed:\n{text}");
    assert!(
        (parse::length(&text) - 38.0).abs() < 0.1,
        "in full:\n{text}"
    );
}

#[cfg(feature = "video")]
#[tokio::test]
async fn individual_pictures_are_the_persons_own() {
    use crate::composed::{assert_colour, frames};
    let stand = Stand::open().await;
    let recording = begin(&stand, "individual", 0, "one-leaves", individual(json!({}))).await;
    stand.pass(5.0).await;
    stand.stop(&recording).await;
    for person in practice::portraits("one-leaves") {
        let (sid, uid) = (&recording.sid, person.uid);
        let name = format!("lessons/day1/{sid}_one-leaves__uid_s_{uid}__uid_e_video.m3u8");
        let frames = frames(&stream(&stand, &name).1);
        assert_eq!(frames.len(), 30, "three seconds of {uid}");
        assert_colour(frames[0].at(0.5, 0.5), &person.color, &format!("{uid}"));
    }
}

#[tokio::test]
async fn whoever_comes_back_goes_on_behind_a_break() {
    let stand = Stand::open().await;
    let recording = begin(&stand, "individual", 0, "standup", individual(json!({}))).await;
    stand.pass(140.0).await;
    stand.stop(&recording).await;
    let back = std::fs::read_dir(stand.files().join("lessons/day1")).unwrap();
    let lists = back.map(|it| it.unwrap().file_name().into_string().unwrap());
    let lists: Vec<String> = lists.filter(|name| name.ends_with("audio.m3u8")).collect();
    let texts = lists
        .iter()
        .map(|name| stream(&stand, &format!("lessons/day1/{name}")));
    let broken: Vec<(String, Vec<u8>)> = texts
        .filter(|(text, _)| text.matches("#EXT-X-DISCONTINUITY").count() == 2)
        .collect();
    assert_eq!(broken.len(), 1, "one leaves and comes back");
    // Counters run on across the break: `streams` checks them.
    let sound = &parse::streams(&broken[0].1)[&AUDIO];
    let frames: usize = sound.iter().map(|unit| unit.data.len() / 11).sum();
    let seconds = frames as f64 * 0.064;
    assert!(
        (seconds - parse::length(&broken[0].0)).abs() < 0.2,
        "{seconds} s of sound"
    );
}

#[tokio::test]
async fn standard_has_a_merged_track_besides_and_original_sound_alone() {
    let stand = Stand::open().await;
    for (config, kinds) in [
        (
            json!({ "streamMode": "standard" }),
            ["audio", "audio_and_video", "video"].as_slice(),
        ),
        (
            json!({ "streamMode": "original", "streamTypes": 0 }),
            ["audio"].as_slice(),
        ),
    ] {
        let recording = begin(&stand, "individual", 0, "late-start", individual(config)).await;
        stand.pass(60.0).await;
        let (_, answer) = stand.stop(&recording).await;
        let list = answer["serverResponse"]["fileList"].as_array().unwrap();
        let mut seen: Vec<&str> = list
            .iter()
            .filter(|entry| entry["uid"] == "1001")
            .map(|entry| entry["trackType"].as_str().unwrap())
            .collect();
        seen.sort_unstable();
        assert_eq!(seen, kinds, "the tracks of 1001: {answer}");
        stand.pass(3.0).await;
    }
}

#[cfg(feature = "video")]
#[tokio::test]
async fn stills_come_at_their_interval_and_the_answers_have_no_list() {
    let stand = Stand::open().await;
    let mut client_request = individual(json!({}));
    client_request["snapshotConfig"] = json!({ "captureInterval": 5, "fileType": ["jpg"] });
    let recording = begin(&stand, "individual", 0, "one-leaves", client_request).await;
    stand.pass(16.0).await;
    let (_, answer) = stand.query(&recording).await;
    let response = answer["serverResponse"].as_object().unwrap();
    let names: Vec<&String> = response.keys().collect();
    assert_eq!(
        names,
        ["status", "sliceStartTime"],
        "no files in it: {answer}"
    );
    let (_, answer) = stand.stop(&recording).await;
    let expected = json!({ "uploadingStatus": "uploaded" });
    assert_eq!(answer["serverResponse"], expected, "the only member");
    let files = std::fs::read_dir(stand.files().join("lessons/day1")).unwrap();
    let mut files: Vec<_> = files.map(|it| it.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 6, "two people at 2, 7 and 12 s: {files:?}");
    let first = files[0].file_name().unwrap().to_str().unwrap();
    let sid = &recording.sid;
    let name = format!("{sid}_one-leaves__uid_s_1001__uid_e_video_20240701021322123.jpg");
    assert_eq!(first, name, "the guide's name");
    for file in files {
        let bytes = std::fs::read(file).unwrap();
        assert!(bytes.starts_with(&[0xff, 0xd8, 0xff]), "a JPEG begins so");
        assert!(bytes.ends_with(&[0xff, 0xd9]), "and ends so");
    }
}

#[tokio::test]
async fn a_page_is_recorded_pushed_and_held() {
    let stand = Stand::open().await;
    let recording = begin(&stand, "web", 1, "lesson.page 1", web(json!({}))).await;
    let state = |answer: &Value, place: usize| {
        answer["serverResponse"]["extensionServiceState"][place].clone()
    };
    let (_, answer) = stand.query(&recording).await;
    assert_eq!(state(&answer, 0)["payload"]["state"], "init", "{answer}");
    assert_eq!(
        state(&answer, 1)["payload"]["outputs"][0]["status"],
        "connecting",
        "{answer}"
    );
    stand.pass(20.0).await;
    let (_, answer) = stand.query(&recording).await;
    assert!(
        answer["serverResponse"].get("fileList").is_none(),
        "not at the top: {answer}"
    );
    let recorder = state(&answer, 0);
    assert_eq!(recorder["serviceName"], "web_recorder_service", "{answer}");
    assert_eq!(recorder["payload"]["state"], "inProgress", "{answer}");
    let name = format!("lessons/day1/{}_lesson-page 1.m3u8", recording.sid);
    assert_eq!(
        recorder["payload"]["fileList"][0]["filename"], name,
        "{answer}"
    );
    let push = state(&answer, 1);
    let target =
        json!([{ "rtmpUrl": "rtmp://push.example.com/live/demo", "status": "publishing" }]);
    assert_eq!(push["payload"]["outputs"], target, "{answer}");

    let hold = json!({ "webRecordingConfig": { "onhold": true } });
    let (status, answer) = stand.steer(&recording, "update", hold).await;
    assert_eq!(status, 200, "update was refused: {answer}");
    let elsewhere =
        json!({ "rtmpPublishConfig": { "outputs": [{ "rtmpUrl": "rtmp://b.example/x" }] } });
    stand.steer(&recording, "update", elsewhere).await;
    let (_, answer) = stand.query(&recording).await;
    assert_eq!(state(&answer, 0)["payload"]["onhold"], true, "{answer}");
    let target = json!([{ "rtmpUrl": "rtmp://b.example/x", "status": "onhold" }]);
    assert_eq!(state(&answer, 1)["payload"]["outputs"], target, "{answer}");

    stand.pass(10.0).await;
    let (_, answer) = stand.stop(&recording).await;
    assert_eq!(
        state(&answer, 0)["serviceName"],
        "upload_service",
        "{answer}"
    );
    assert_eq!(
        state(&answer, 0)["payload"]["uploadingStatus"],
        "uploaded",
        "{answer}"
    );
    let files = state(&answer, 1)["payload"]["fileList"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(files, 2, "a playlist and an MP4: {answer}");
    let (text, _) = stream(&stand, &name);
    assert!((parse::length(&text) - 28.0).abs() < 0.1, "no gap:\n{text}");
}

#[tokio::test]
async fn a_page_that_cannot_be_reached_begins_and_ends_by_itself() {
    let stand = Stand::open().await;
    for url in ["https://lesson.invalid/room?key=1", "http://INVALID.:8080"] {
        for onhold in [false, true] {
            let why = format!("{url}, on hold: {onhold}");
            let wish = web(json!({ "url": url, "onhold": onhold }));
            let recording = begin(&stand, "web", 1, "lesson", wish).await;
            stand.pass(3.0).await;
            assert_eq!(stand.status(&recording).await, 4, "{why}: it begins");
            let go = json!({ "webRecordingConfig": { "onhold": false } });
            let (status, answer) = stand.steer(&recording, "update", go).await;
            assert_eq!(status, 200, "{why}: let go: {answer}");
            stand.pass(5.0).await;
            let (status, answer) = stand.query(&recording).await;
            assert_eq!(status, 200, "{why}: {answer}");
            let response = &answer["serverResponse"];
            assert_eq!(response["status"], 20, "{why}: it gave up: {answer}");
            let page = &response["extensionServiceState"][0]["payload"];
            assert_eq!(page["state"], "exit", "{why}: {answer}");
            assert_eq!(page["fileList"], json!([]), "{why}: nothing was taken");
            assert_refused(&stand.stop(&recording).await, 400, 49, &why);
            stand.pass(30.0).await;
            assert_refused(&stand.query(&recording).await, 404, 404, &why);
        }
    }
    let there = begin(
        &stand,
        "web",
        1,
        "lesson",
        web(json!({ "url": "https://invalid.example" })),
    )
    .await;
    stand.pass(20.0).await;
    assert_eq!(
        stand.status(&there).await,
        5,
        "only the last part of a name counts"
    );
}

#[tokio::test]
async fn a_page_on_hold_from_the_start_has_nothing_until_it_is_let_go() {
    let stand = Stand::open().await;
    let recording = begin(&stand, "web", 1, "page", web(json!({ "onhold": true }))).await;
    stand.pass(20.0).await;
    assert_eq!(stand.status(&recording).await, 4, "nothing is made yet");
    let go = json!({ "webRecordingConfig": { "onhold": false } });
    stand.steer(&recording, "update", go).await;
    stand.pass(15.0).await;
    assert_eq!(stand.status(&recording).await, 5, "now it is");
    stand.pass(3.0 * 3600.0).await;
    assert_refused(
        &stand.query(&recording).await,
        404,
        404,
        "its hours are over",
    );
}

#[tokio::test]
async fn addresses_of_notifications_are_told_to_whoever_signs_in() {
    let stand = Stand::open().await;
    let (status, answer) = stand.get("/v1/ncs/ip").await;
    assert_eq!(status, 200, "{answer}");
    let address = &answer["data"]["service"]["hosts"][0]["primaryIP"];
    assert_eq!(address, "127.0.0.1", "{answer}");
    let stranger = stand
        .http
        .get(stand.url("/v1/ncs/ip"))
        .send()
        .await
        .unwrap();
    assert_eq!(
        stranger.status(),
        401,
        "{APP_ID} is not in the path, the pair is needed"
    );
}
