//! The client and the stand-in, over HTTP: each answer of the one is what the other takes it for.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;
use std::time::Duration;

use cloud_recording::answer::{ChannelProfile, Uploading};
use cloud_recording::request::{AcquireRequest, StartRequest, StopRequest, UpdateLayoutRequest};
use cloud_recording::{Client, ClientConfig, Hosts, Mode, Secret, Session};
use journeys::stand_in;
use practice::ManualClock;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

const APP_ID: &str = "0123456789abcdef0123456789abcdef";
const UID: &str = "4000000001";

struct Pair {
    server: practice::Server,
    clock: Arc<ManualClock>,
    client: Client,
    _folder: TempDir,
}

async fn pair() -> Pair {
    let (server, clock, folder) = stand_in(APP_ID).await;
    let client = client(&server, APP_ID, "secret");
    Pair {
        server,
        clock,
        client,
        _folder: folder,
    }
}

/// Without second tries: each answer is looked at as it comes.
fn client(server: &practice::Server, app_id: &str, secret: &str) -> Client {
    let mut config = ClientConfig::new(app_id, "id", Secret::from(secret));
    config.hosts = Hosts::custom(server.url()).expect("the loopback is allowed");
    config.pace.retries = false;
    Client::new(config).unwrap()
}

fn typed<T: DeserializeOwned>(request: Value) -> T {
    body_of("town-hall", UID, request)
}

fn body_of<T: DeserializeOwned>(cname: &str, uid: &str, request: Value) -> T {
    serde_json::from_value(json!({ "cname": cname, "uid": uid, "clientRequest": request })).unwrap()
}

fn start_request(files: Value) -> Value {
    json!({
        "recordingConfig": {
            "channelType": 0, "maxIdleTime": 300,
            "transcodingConfig": { "width": 640, "height": 360, "fps": 15, "bitrate": 400 },
        },
        "recordingFileConfig": { "avFileType": files },
        "storageConfig": {
            "vendor": 1, "region": 0, "bucket": "b", "accessKey": "a", "secretKey": "s",
            "fileNamePrefix": ["one", "two"],
        },
    })
}

impl Pair {
    async fn acquire(&self) -> String {
        let request: AcquireRequest = typed(json!({ "scene": 0, "resourceExpiredHour": 24 }));
        self.client
            .acquire(&request)
            .await
            .expect("acquire is accepted")
            .resource_id
    }

    async fn start(&self, files: Value) -> Session {
        let resource_id = self.acquire().await;
        let request: StartRequest = typed(start_request(files));
        let started = self
            .client
            .start(&resource_id, Mode::Mix, &request)
            .await
            .expect("start");
        Session {
            resource_id,
            sid: started.sid,
            mode: Mode::Mix,
        }
    }

    fn pass(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    async fn stop(
        &self,
        session: &Session,
    ) -> Result<cloud_recording::answer::StopAnswer, cloud_recording::Error> {
        let request: StopRequest = typed(json!({}));
        self.client.stop(session, &request).await
    }
}

#[tokio::test]
async fn a_recording_from_acquire_to_stop() {
    let pair = pair().await;
    let session = pair.start(json!(["hls", "mp4"])).await;
    let soon = pair.client.query(&session).await.unwrap();
    assert!(
        soon.status.is_some_and(|status| status < 4),
        "it is coming up: {:?}",
        soon.status
    );
    assert!(soon.file_list.is_empty(), "and has no file");
    pair.pass(5);
    assert_eq!(
        pair.client.query(&session).await.unwrap().status,
        Some(4),
        "in the channel"
    );
    pair.pass(20);
    let running = pair.client.query(&session).await.unwrap();
    assert_eq!(running.status, Some(5), "the first piece is there");
    assert!(
        running
            .file_list
            .iter()
            .any(|file| file.file_name.ends_with(".m3u8"))
    );

    let layout: UpdateLayoutRequest = typed(json!({
        "mixedVideoLayout": 3,
        "layoutConfig": [{ "x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1 }],
    }));
    let updated = pair.client.update_layout(&session, &layout).await.unwrap();
    assert_eq!(updated.sid.as_deref(), Some(session.sid.as_str()));
    let stopped = pair.stop(&session).await.unwrap();
    assert_eq!(stopped.uploading_status, Some(Uploading::Uploaded));
    let names: Vec<&str> = stopped
        .file_list
        .iter()
        .map(|file| file.file_name.as_str())
        .collect();
    for ending in [".m3u8", ".mp4"] {
        assert!(
            names.iter().any(|name| name.ends_with(ending)),
            "{ending} in {names:?}"
        );
    }
    pair.server.shutdown().await;
}

#[tokio::test]
async fn hls_alone_is_listed_as_text_and_read_all_the_same() {
    let pair = pair().await;
    let session = pair.start(json!(["hls"])).await;
    pair.pass(40);
    let answer = pair.client.query(&session).await.unwrap();
    let response = &answer.raw["serverResponse"];
    assert!(
        response["fileList"].is_string(),
        "the stand-in writes it as the service does: {response}"
    );
    assert_eq!(answer.file_list.len(), 1, "and the client reads one file");
    pair.server.shutdown().await;
}

#[tokio::test]
async fn who_may_not_is_told_so() {
    let pair = pair().await;
    let request: AcquireRequest = typed(json!({}));
    let error = client(&pair.server, APP_ID, "wrong")
        .acquire(&request)
        .await
        .expect_err("wrong secret");
    assert!(
        error.is_unauthorized() && error.status() == Some(401),
        "{error}"
    );
    assert!(!error.may_have_acted());
    let other = "ffffffffffffffffffffffffffffffff";
    let error = client(&pair.server, other, "secret")
        .acquire(&request)
        .await
        .expect_err("wrong App ID");
    assert!(error.is_app_id_refused(), "{error}");
    let error = client(&pair.server, APP_ID, "wrong")
        .channel_users("a")
        .await
        .expect_err("wrong secret");
    assert!(error.is_unauthorized(), "{error}");
    pair.server.shutdown().await;
}

#[tokio::test]
async fn a_start_is_one_start() {
    let pair = pair().await;
    let session = pair.start(json!(["hls"])).await;
    let request: StartRequest = typed(start_request(json!(["hls"])));
    let again = pair
        .client
        .start(&session.resource_id, Mode::Mix, &request)
        .await;
    let error = again.expect_err("201 is no success");
    assert!(
        error.is_already_started() && error.status() == Some(201),
        "{error}"
    );
    let other = pair.acquire().await;
    let error = pair
        .client
        .start(&other, Mode::Mix, &request)
        .await
        .expect_err("same channel and ID");
    assert!(error.is_conflict() && error.code() == Some(53), "{error}");
    pair.server.shutdown().await;
}

#[tokio::test]
async fn a_resource_does_not_keep() {
    let pair = pair().await;
    let resource = pair.acquire().await;
    pair.pass(301);
    let request: StartRequest = typed(start_request(json!(["hls"])));
    let error = pair
        .client
        .start(&resource, Mode::Mix, &request)
        .await
        .expect_err("over five minutes");
    assert!(
        error.is_resource_expired() && error.code() == Some(433),
        "{error}"
    );
    let fresh = pair.acquire().await;
    let stranger: StartRequest = body_of("elsewhere", UID, start_request(json!(["hls"])));
    let error = pair
        .client
        .start(&fresh, Mode::Mix, &stranger)
        .await
        .expect_err("another channel");
    assert!(error.is_refused() && error.code() == Some(432), "{error}");
    pair.server.shutdown().await;
}

#[tokio::test]
async fn a_wrong_field_is_named_by_the_service() {
    let pair = pair().await;
    let resource = pair.acquire().await;
    let mut request = start_request(json!(["hls"]));
    request["recordingConfig"]["maxIdleTime"] = json!(3);
    let error = pair
        .client
        .start(&resource, Mode::Mix, &typed(request))
        .await
        .expect_err("3 seconds");
    assert!(error.is_refused() && error.code() == Some(2), "{error}");
    assert!(
        error
            .reason()
            .is_some_and(|reason| reason.contains("maxIdleTime")),
        "{error}"
    );
    let bad: AcquireRequest = body_of("room 9é", UID, json!({}));
    let error = pair
        .client
        .acquire(&bad)
        .await
        .expect_err("not a channel name");
    assert_eq!(error.code(), Some(401), "{error}");
    assert!(
        !error.is_unauthorized(),
        "401 in the body is not 401 of HTTP"
    );
    pair.server.shutdown().await;
}

#[tokio::test]
async fn the_end_has_its_own_words() {
    let pair = pair().await;
    let session = pair.start(json!(["hls"])).await;
    pair.pass(30);
    pair.stop(&session).await.unwrap();
    let error = pair.stop(&session).await.expect_err("stopped already");
    assert!(
        error.is_already_stopping() || error.is_not_found(),
        "{error}"
    );
    pair.pass(120);
    let error = pair.client.query(&session).await.expect_err("forgotten");
    assert!(error.is_not_found(), "{error}");
    let error = pair.stop(&session).await.expect_err("forgotten");
    assert!(error.is_not_found(), "{error}");
    pair.server.shutdown().await;
}

#[tokio::test]
async fn nobody_there_is_435_and_no_success() {
    let pair = pair().await;
    let acquire: AcquireRequest = body_of("empty-room", UID, json!({}));
    let resource_id = pair.client.acquire(&acquire).await.unwrap().resource_id;
    let start: StartRequest = body_of("empty-room", UID, start_request(json!(["hls"])));
    let sid = pair
        .client
        .start(&resource_id, Mode::Mix, &start)
        .await
        .unwrap()
        .sid;
    pair.pass(30);
    let stop: StopRequest = body_of("empty-room", UID, json!({}));
    let session = Session {
        resource_id,
        sid,
        mode: Mode::Mix,
    };
    let error = pair
        .client
        .stop(&session, &stop)
        .await
        .expect_err("206 is no success");
    assert!(
        error.is_nothing_recorded() && error.status() == Some(206),
        "{error}"
    );
    pair.server.shutdown().await;
}

#[tokio::test]
async fn the_user_list_reads_in_both_profiles() {
    let pair = pair().await;
    let users = pair.client.channel_users("town-hall").await.unwrap();
    assert!(users.exists && !users.users.is_empty(), "{users:?}");
    assert_eq!(users.profile, Some(ChannelProfile::Communication));
    let live = pair.client.channel_users("live-show").await.unwrap();
    assert_eq!(live.profile, Some(ChannelProfile::Live));
    assert!(live.audience_total > 0, "{live:?}");
    let nobody = pair.client.channel_users("empty-room").await.unwrap();
    assert!(nobody.users.is_empty(), "{nobody:?}");
    pair.server.shutdown().await;
}

#[tokio::test]
async fn a_service_that_is_not_there_has_certainly_not_acted() {
    let pair = pair().await;
    let request: AcquireRequest = typed(json!({}));
    pair.server.shutdown().await;
    let error = pair
        .client
        .acquire(&request)
        .await
        .expect_err("nobody listens");
    assert!(error.is_unreachable() && !error.may_have_acted(), "{error}");
    assert!(error.status().is_none());
}
