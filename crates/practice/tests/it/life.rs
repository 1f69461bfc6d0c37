//! The whole life of a recording.

use serde_json::json;

use crate::stand::{BEGIN_MS, Stand, assert_refused, plain, with_config, with_mp4};

#[tokio::test]
async fn a_mix_recording_from_acquire_to_forgotten() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "527841", plain()).await;
    assert_eq!(
        recording.sid.len(),
        32,
        "a sid has 32 hex digits: {}",
        recording.sid
    );

    let (_, answer) = stand.query(&recording).await;
    let expected = json!({
        "cname": "standup",
        "uid": "527841",
        "resourceId": recording.resource_id,
        "sid": recording.sid,
        "serverResponse":
            { "status": 0, "fileListMode": "string", "fileList": "", "sliceStartTime": 0 },
    });
    assert_eq!(
        answer, expected,
        "the first answer, before anything is saved"
    );

    for (passes, status) in [(0.5, 1), (0.5, 2), (0.5, 3), (0.5, 4), (14.9, 4), (0.1, 5)] {
        stand.pass(passes).await;
        assert_eq!(stand.status(&recording).await, status, "{passes} s later");
    }
    let playlist = format!("lessons/day1/{}_standup.m3u8", recording.sid);
    let (_, answer) = stand.query(&recording).await;
    assert_eq!(
        answer["serverResponse"]["fileList"],
        json!(playlist),
        "the first piece is saved"
    );
    assert_eq!(
        answer["serverResponse"]["sliceStartTime"],
        json!(BEGIN_MS + 2_000),
        "recording began when the recorder was ready, in milliseconds"
    );

    let lists = json!({ "streamSubscribe":
        { "audioUidList": { "subscribeAudioUids": ["#allstream#"] } } });
    let echo = json!({ "cname": "standup", "uid": "527841",
        "resourceId": recording.resource_id, "sid": recording.sid });
    assert_eq!(
        stand.steer(&recording, "update", lists).await,
        (200, echo.clone()),
        "update"
    );
    let layout = json!({ "mixedVideoLayout": 3, "layoutConfig":
        [{ "x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1 }] });
    assert_eq!(
        stand.steer(&recording, "updateLayout", layout).await,
        (200, echo),
        "updateLayout"
    );

    stand.pass(20.0).await;
    let (status, answer) = stand.stop(&recording).await;
    assert_eq!(status, 200, "stop was refused: {answer}");
    assert_eq!(
        answer["serverResponse"],
        json!({ "fileListMode": "string", "fileList": playlist, "uploadingStatus": "uploaded" }),
        "what stop says about the files"
    );

    assert_eq!(stand.status(&recording).await, 6, "a stop was asked for");
    assert_refused(
        &stand.stop(&recording).await,
        400,
        49,
        "a second stop comes too late",
    );
    stand.pass(1.0).await;
    assert_eq!(stand.status(&recording).await, 7, "all components stopped");
    stand.pass(1.0).await;
    assert_eq!(stand.status(&recording).await, 8, "exited");
    assert_refused(
        &stand.stop(&recording).await,
        404,
        404,
        "once ended there is nothing to stop",
    );
    stand.pass(29.9).await;
    assert_eq!(
        stand.status(&recording).await,
        8,
        "an ended one answers for half a minute"
    );
    stand.pass(0.1).await;
    assert_refused(
        &stand.query(&recording).await,
        404,
        404,
        "then it is forgotten",
    );
}

#[tokio::test]
async fn with_mp4_the_file_list_is_an_array_of_typed_objects() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "1", with_mp4()).await;
    let (_, answer) = stand.query(&recording).await;
    assert_eq!(
        answer["serverResponse"]["fileListMode"], "json",
        "the mode with MP4"
    );
    assert_eq!(
        answer["serverResponse"]["fileList"],
        json!([]),
        "empty before the first piece"
    );

    stand.pass(20.0).await;
    let entry = |ending: &str| {
        json!({
            "fileName": format!("lessons/day1/{}_standup{ending}", recording.sid),
            "trackType": "audio_and_video",
            "uid": "0",
            "mixedAllUser": true,
            "isPlayable": true,
            "sliceStartTime": BEGIN_MS + 2_000,
        })
    };
    let (_, answer) = stand.query(&recording).await;
    let list = &answer["serverResponse"]["fileList"];
    assert_eq!(
        list,
        &json!([entry(".m3u8")]),
        "the MP4 is there only when its part closes"
    );
    let (_, answer) = stand.stop(&recording).await;
    let expected = json!([entry(".m3u8"), entry("_0.mp4")]);
    assert_eq!(
        answer["serverResponse"]["fileList"], expected,
        "both after the stop"
    );
}

#[tokio::test]
async fn a_stop_that_does_not_wait_is_answered_before_the_files_are_there() {
    let stand = Stand::open().await;
    let recording = stand.record("standup", "1", with_mp4()).await;
    stand.pass(20.0).await;
    let (status, answer) = stand
        .steer(&recording, "stop", json!({ "async_stop": true }))
        .await;
    assert_eq!(status, 200, "stop was refused: {answer}");
    assert_eq!(
        answer["serverResponse"]["uploadingStatus"], "unknown",
        "nothing is said yet"
    );
    stand.pass(1.0).await;
    let (_, answer) = stand.query(&recording).await;
    let list = answer["serverResponse"]["fileList"].as_array().unwrap();
    assert_eq!(
        list.len(),
        2,
        "a moment later both files are there: {answer}"
    );
}

#[tokio::test]
async fn nobody_there_means_nothing_recorded() {
    let stand = Stand::open().await;
    let recording = stand.record("empty-room", "1", plain()).await;
    stand.pass(20.0).await;
    assert_eq!(
        stand.status(&recording).await,
        4,
        "ready, but nothing to save"
    );
    assert_refused(
        &stand.stop(&recording).await,
        206,
        435,
        "nobody sent anything",
    );
    assert_eq!(stand.status(&recording).await, 6, "it ends all the same");
    assert!(
        !stand.files().join("lessons").exists(),
        "no file of an empty channel"
    );
}

#[tokio::test]
async fn a_list_of_strangers_means_nothing_recorded() {
    let stand = Stand::open().await;
    let strangers = with_config("subscribeVideoUids", json!(["4000000000"]));
    let recording = stand.record("standup", "1", strangers).await;
    stand.pass(20.0).await;
    assert_refused(
        &stand.stop(&recording).await,
        206,
        435,
        "nobody of the list is there",
    );
}

#[tokio::test]
async fn it_ends_by_itself_when_everybody_has_left() {
    let stand = Stand::open().await;
    let recording = stand
        .record(
            "everyone-leaves",
            "1",
            with_config("maxIdleTime", json!(10)),
        )
        .await;
    stand.pass(49.9).await;
    assert_eq!(
        stand.status(&recording).await,
        5,
        "9.9 s after the last person left"
    );
    stand.pass(0.1).await;
    assert_eq!(stand.status(&recording).await, 6, "maxIdleTime has passed");
    assert_refused(
        &stand.stop(&recording).await,
        400,
        49,
        "it is leaving already",
    );
    stand.pass(2.0).await;
    assert_refused(&stand.stop(&recording).await, 404, 404, "it has left");
    stand.pass(30.0).await;
    assert_refused(&stand.query(&recording).await, 404, 404, "and is forgotten");
    let playlist = format!("lessons/day1/{}_everyone-leaves.m3u8", recording.sid);
    let text = std::fs::read_to_string(stand.files().join(playlist)).unwrap();
    assert!(
        text.ends_with("#EXT-X-ENDLIST\n"),
        "its playlist is closed:\n{text}"
    );
}

#[tokio::test]
async fn a_recorder_with_a_persons_id_is_thrown_out() {
    let stand = Stand::open().await;
    let recording = stand.record("uid-taken", "527841", plain()).await;
    stand.pass(4.9).await;
    assert_eq!(
        stand.status(&recording).await,
        4,
        "both are in the channel for a moment"
    );
    stand.pass(0.1).await;
    assert_eq!(stand.status(&recording).await, 20, "exited abnormally");
    assert_refused(&stand.stop(&recording).await, 400, 49, "kicked out already");
    stand.pass(30.0).await;
    assert_refused(&stand.query(&recording).await, 404, 404, "and forgotten");
}

#[tokio::test]
async fn control_ends_with_resource_expired_hour_but_the_recording_does_not() {
    let stand = Stand::open().await;
    let hours = json!({ "resourceExpiredHour": 1 });
    let (_, answer) = stand.acquire("standup", "1", hours).await;
    let resource_id = answer["resourceId"].as_str().unwrap();
    let (_, answer) = stand
        .start(resource_id, "mix", "standup", "1", plain())
        .await;
    let sid = answer["sid"].as_str().unwrap().to_owned();
    let recording = crate::stand::Recording {
        resource_id: resource_id.to_owned(),
        sid,
        cname: "standup".into(),
        uid: "1".into(),
        mode: "mix",
    };
    stand.pass(3_599.9).await;
    assert_eq!(
        stand.status(&recording).await,
        5,
        "within the hour it answers"
    );
    stand.pass(0.1).await;
    assert_refused(&stand.query(&recording).await, 404, 404, "query is refused");
    assert_refused(&stand.stop(&recording).await, 404, 404, "stop is refused");
    let again = stand.resource("standup", "1").await;
    let reply = stand.start(&again, "mix", "standup", "1", plain()).await;
    assert_refused(&reply, 400, 53, "it is still recording");
}
