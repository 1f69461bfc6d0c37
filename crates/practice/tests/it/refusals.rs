//! The service's refusals, one by one (errors.md, what a stand-in should do).

use serde_json::{Value, json};

use crate::stand::{Recording, Reply, Stand, assert_refused, plain, with_config};

#[track_caller]
fn assert_names(reply: &Reply, member: &str) {
    assert_refused(reply, 400, 2, member);
    let reason = reply.1["reason"].as_str().unwrap();
    assert!(
        reason.contains(member),
        "the reason should name {member}: {reason}"
    );
}

#[tokio::test]
async fn acquire_checks_its_members() {
    let stand = Stand::open().await;
    for uid in ["", "0", "4294967296", "alice", "-1"] {
        assert_names(&stand.acquire("room", uid, json!({})).await, "uid");
    }
    let path = format!("/v1/apps/{}/cloud_recording/acquire", crate::stand::APP_ID);
    let number = json!({ "cname": "room", "uid": 5, "clientRequest": {} });
    assert_names(&stand.post(&path, &number).await, "uid");
    assert_names(
        &stand
            .post(&path, &json!({ "uid": "5", "clientRequest": {} }))
            .await,
        "cname",
    );
    assert_names(
        &stand
            .post(&path, &json!({ "cname": "r", "uid": "5" }))
            .await,
        "clientRequest",
    );
    assert_names(
        &stand.acquire("room", "5", json!([])).await,
        "clientRequest",
    );
    for hours in [json!(0), json!(721), json!(-5), json!("72")] {
        let reply = stand
            .acquire("room", "5", json!({ "resourceExpiredHour": hours }))
            .await;
        assert_names(&reply, "Acquire: invalid resourceExpiredHour value!");
    }
    for name in ["room/1", "Zoë", "a\u{7}b", &"a".repeat(65)] {
        let reply = stand.acquire(name, "5", json!({})).await;
        assert_refused(&reply, 400, 401, "a channel cannot be called so");
    }
    let specials = "aZ0 !#$%&()+-:;<=.>?@[]^_{}|~,";
    assert_eq!(
        stand.acquire(specials, "5", json!({})).await.0,
        200,
        "all legal characters"
    );
    assert_eq!(
        stand.acquire(&"a".repeat(64), "5", json!({})).await.0,
        200,
        "64 bytes are legal"
    );
}

#[tokio::test]
async fn start_checks_its_members_and_names_the_wrong_one() {
    let stand = Stand::open().await;
    let resource = stand.resource("room", "5").await;
    let cases: Vec<(&str, Value)> = vec![
        ("maxIdleTime", with_config("maxIdleTime", json!(4))),
        ("streamTypes", with_config("streamTypes", json!(3))),
        (
            "mixedVideoLayout",
            with_config("transcodingConfig", json!({ "mixedVideoLayout": 4 })),
        ),
        (
            "storageConfig",
            json!({ "recordingConfig": { "channelType": 0 } }),
        ),
        ("avFileType", {
            let mut only = plain();
            only["recordingFileConfig"] = json!({ "avFileType": ["mp4"] });
            only
        }),
        ("fileNamePrefix", {
            let mut outside = plain();
            outside["storageConfig"]["fileNamePrefix"] = json!(["..", "etc"]);
            outside
        }),
    ];
    for (member, client_request) in cases {
        let reply = stand
            .start(&resource, "mix", "room", "5", client_request)
            .await;
        assert_names(&reply, member);
    }
    let (status, answer) = stand.start(&resource, "mix", "room", "5", plain()).await;
    assert_eq!(
        status, 200,
        "a refused start does not use the resource up: {answer}"
    );
}

#[tokio::test]
async fn a_start_must_fit_its_acquire() {
    let stand = Stand::open().await;
    let resource = stand.resource("room", "5").await;
    let start = |id: String, mode: &'static str, cname: &'static str, uid: &'static str| {
        let stand = &stand;
        async move { stand.start(&id, mode, cname, uid, plain()).await }
    };
    let altered = format!("{}A", &resource[1..]);
    assert_refused(
        &start(altered, "mix", "room", "5").await,
        400,
        1001,
        "altered resource",
    );
    let other_name = start(resource.clone(), "mix", "hall", "5").await;
    assert_refused(&other_name, 400, 432, "another channel than acquire's");
    let other_id = start(resource.clone(), "mix", "room", "6").await;
    assert_refused(&other_id, 400, 432, "another recorder ID than acquire's");
    let web = start(resource.clone(), "web", "room", "5").await;
    assert_refused(
        &web,
        400,
        432,
        "acquired for a channel, started as a web page",
    );
    let unknown = start(resource.clone(), "raw", "room", "5").await;
    assert_refused(&unknown, 400, 2, "no such mode");

    stand.pass(300.0).await;
    let reply = start(resource, "mix", "room", "5").await;
    assert_eq!(reply.0, 200, "five minutes are just in time: {}", reply.1);
    let late = stand.resource("room", "6").await;
    stand.pass(300.001).await;
    assert_refused(
        &start(late, "mix", "room", "6").await,
        400,
        433,
        "over five minutes",
    );
}

#[tokio::test]
async fn a_second_start_is_answered_by_what_runs() {
    let stand = Stand::open().await;
    let first = stand.record("room", "5", plain()).await;
    let again = || stand.start(&first.resource_id, "mix", "room", "5", plain());
    assert_refused(&again().await, 201, 7, "the same resource runs already");
    stand.pass(400.0).await;
    assert_refused(
        &again().await,
        201,
        7,
        "also over five minutes after acquire",
    );

    let other = stand.resource("room", "5").await;
    let conflict = || stand.start(&other, "mix", "room", "5", plain());
    assert_refused(
        &conflict().await,
        400,
        53,
        "another resource, the same recorder",
    );
    let changed = stand.start(
        &other,
        "mix",
        "room",
        "5",
        with_config("streamTypes", json!(0)),
    );
    assert_refused(&changed.await, 400, 53, "whatever the body");
    stand.record("room", "6", plain()).await;
    stand.record("hall", "5", plain()).await;

    stand.stop(&first).await;
    assert_refused(&conflict().await, 400, 53, "still leaving");
    stand.pass(2.0).await;
    assert_refused(&again().await, 400, 433, "a resource serves once");
    assert_eq!(conflict().await.0, 200, "the recorder is free again");
}

#[tokio::test]
async fn a_promised_start_must_be_kept() {
    let stand = Stand::open().await;
    let promise = json!({ "startParameter": plain() });
    let (_, answer) = stand.acquire("room", "5", promise).await;
    let resource = answer["resourceId"].as_str().unwrap();
    let other = with_config("maxIdleTime", json!(60));
    let reply = stand.start(resource, "mix", "room", "5", other).await;
    assert_refused(&reply, 400, 2, "not what was promised");
    assert_eq!(
        reply.1["reason"], "request_hash mismatch!",
        "the service's own words"
    );
    assert_eq!(
        stand.start(resource, "mix", "room", "5", plain()).await.0,
        200,
        "kept"
    );
}

#[tokio::test]
async fn calls_must_point_at_a_recording_that_runs() {
    let stand = Stand::open().await;
    let one = stand.record("room", "5", plain()).await;
    let two = stand.record("room", "6", plain()).await;
    let layout = json!({ "mixedVideoLayout": 1 });
    let lists = json!({ "streamSubscribe":
        { "videoUidList": { "subscribeVideoUids": ["#allstream#"] } } });
    let all = |recording: Recording| {
        let (stand, layout, lists) = (&stand, layout.clone(), lists.clone());
        async move {
            [
                stand.query(&recording).await,
                stand.steer(&recording, "update", lists).await,
                stand.steer(&recording, "updateLayout", layout).await,
                stand.steer(&recording, "stop", json!({})).await,
            ]
        }
    };
    for reply in all(Recording {
        sid: "0".repeat(32),
        ..one.clone()
    })
    .await
    {
        assert_refused(&reply, 404, 404, "unknown sid");
    }
    for reply in all(Recording {
        sid: two.sid.clone(),
        ..one.clone()
    })
    .await
    {
        assert_refused(&reply, 400, 1003, "a sid of another resource");
    }
    for reply in all(Recording {
        resource_id: "cut".into(),
        ..one.clone()
    })
    .await
    {
        assert_refused(&reply, 400, 1001, "a resource that was never handed out");
    }
    let [query, update, update_layout, stop] = all(Recording {
        mode: "individual",
        ..one.clone()
    })
    .await;
    for reply in [query, update, stop] {
        assert_refused(&reply, 404, 404, "another mode than it was started in");
    }
    assert_refused(&update_layout, 400, 2, "individual has no layout");
    let web = Recording {
        mode: "web",
        ..one.clone()
    };
    let reply = stand.steer(&web, "updateLayout", layout.clone()).await;
    assert_refused(&reply, 400, 2, "web has no layout");
    let [_, update, update_layout, stop] = all(Recording {
        uid: "7".into(),
        ..one.clone()
    })
    .await;
    for reply in [update, update_layout, stop] {
        assert_refused(&reply, 400, 432, "another recorder ID than acquire's");
    }
    assert_eq!(
        stand.status(&one).await,
        0,
        "none of this touched the recording"
    );
}

#[tokio::test]
async fn steering_checks_its_members() {
    let stand = Stand::open().await;
    let recording = stand
        .record("room", "5", with_config("streamTypes", json!(0)))
        .await;
    let pixels = json!({ "mixedVideoLayout": 3, "layoutConfig":
        [{ "x_axis": 0, "y_axis": 0, "width": 360, "height": 640 }] });
    assert_names(
        &stand.steer(&recording, "updateLayout", pixels).await,
        "width",
    );
    let video = json!({ "streamSubscribe":
        { "videoUidList": { "subscribeVideoUids": ["1"] } } });
    assert_names(
        &stand.steer(&recording, "update", video).await,
        "videoUidList",
    );
    assert_names(
        &stand
            .steer(&recording, "stop", json!({ "async_stop": 1 }))
            .await,
        "async_stop",
    );
    stand.pass(20.0).await;
    assert_eq!(
        stand.stop(&recording).await.0,
        200,
        "a refused stop does not stop"
    );
    let layout = json!({ "mixedVideoLayout": 1 });
    let reply = stand.steer(&recording, "updateLayout", layout).await;
    assert_refused(&reply, 404, 404, "too late for another layout");
}

#[tokio::test]
async fn fifty_recordings_at_once_are_the_limit() {
    let stand = Stand::open().await;
    let mut last = None;
    for uid in 1..=50 {
        last = Some(stand.record("room", &uid.to_string(), plain()).await);
    }
    let reply = stand.acquire("room", "51", json!({})).await;
    assert_refused(&reply, 400, 406, "fifty are running");
    let page = stand.acquire("page", "51", json!({ "scene": 1 })).await;
    assert_eq!(page.0, 200, "pages are counted apart: {}", page.1);
    stand.pass(20.0).await;
    stand.stop(&last.unwrap()).await;
    assert_eq!(
        stand.acquire("room", "51", json!({})).await.0,
        200,
        "one place is free again"
    );
}
