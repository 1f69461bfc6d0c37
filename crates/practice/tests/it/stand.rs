//! A server on a folder of its own, and the calls in short.

use std::path::PathBuf;
use std::sync::{Arc, Once};
use std::time::Duration;

use practice::{Config, Limits, ManualClock, Server};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const APP_ID: &str = "0123456789abcdef0123456789abcdef";
pub const CUSTOMER_ID: &str = "customer";
pub const SECRET: &str = "correct horse battery staple";
/// 1 July 2024, 02:13:20.123 UTC.
pub const BEGIN_MS: i64 = 1_719_800_000_123;

pub struct Stand {
    pub clock: Arc<ManualClock>,
    pub http: Client,
    server: Option<Server>,
    limit: Option<u32>,
    limits: Limits,
    folder: TempDir,
}

/// A recording, by what its calls need.
#[derive(Clone)]
pub struct Recording {
    pub resource_id: String,
    pub sid: String,
    pub cname: String,
    pub uid: String,
    pub mode: &'static str,
}

pub type Reply = (u16, Value);

impl Stand {
    pub async fn open() -> Self {
        Self::with_limit(None).await
    }

    pub async fn with_limit(limit: Option<u32>) -> Self {
        Self::with(limit, Limits::default()).await
    }

    /// One that has other limits on connections.
    pub async fn within(limits: Limits) -> Self {
        Self::with(None, limits).await
    }

    async fn with(limit: Option<u32>, limits: Limits) -> Self {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            rustls::crypto::ring::default_provider()
                .install_default()
                .unwrap()
        });
        let mut stand = Self {
            clock: Arc::new(ManualClock::new(BEGIN_MS)),
            http: Client::builder().no_proxy().build().unwrap(),
            server: None,
            limit,
            limits,
            folder: tempfile::tempdir().unwrap(),
        };
        stand.reopen().await;
        stand
    }

    pub fn config(&self) -> Config {
        Config {
            port: 0,
            app_id: APP_ID.into(),
            customer_id: CUSTOMER_ID.into(),
            customer_secret: SECRET.into(),
            files: self.files(),
            data: self.folder.path().join("data"),
            clock: Arc::clone(&self.clock) as Arc<dyn practice::Clock>,
            requests_per_second: self.limit,
        }
    }

    /// Shuts the server down and brings up another on the same folders, on another port.
    pub async fn restart(&mut self) {
        self.shut_down().await;
        self.reopen().await;
    }

    /// Brings up another server on the same folders after a `shut_down`.
    pub async fn reopen(&mut self) {
        let served = practice::serve_within(self.config(), self.limits).await;
        self.server = Some(served.unwrap());
    }

    pub async fn shut_down(&mut self) {
        self.server.take().unwrap().shutdown().await;
    }

    pub fn server(&self) -> &Server {
        self.server.as_ref().unwrap()
    }

    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// Lets time pass, and the files be made that fall due in it.
    pub async fn pass(&self, seconds: f64) {
        self.clock.advance(Duration::from_secs_f64(seconds));
        self.server.as_ref().unwrap().advance().await.unwrap();
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.as_ref().unwrap().url())
    }

    pub async fn send(&self, request: RequestBuilder) -> Reply {
        let answer = request
            .basic_auth(CUSTOMER_ID, Some(SECRET))
            .send()
            .await
            .unwrap();
        reply(answer).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(self.http.post(self.url(path)).json(body)).await
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.http.get(self.url(path))).await
    }

    pub async fn acquire(&self, cname: &str, uid: &str, client_request: Value) -> Reply {
        let path = format!("/v1/apps/{APP_ID}/cloud_recording/acquire");
        self.post(&path, &body(cname, uid, client_request)).await
    }

    pub async fn resource(&self, cname: &str, uid: &str) -> String {
        let (status, answer) = self.acquire(cname, uid, json!({})).await;
        assert_eq!(status, 200, "acquire was refused: {answer}");
        answer["resourceId"].as_str().unwrap().to_owned()
    }

    pub async fn start(
        &self,
        resource_id: &str,
        mode: &str,
        cname: &str,
        uid: &str,
        client_request: Value,
    ) -> Reply {
        let path =
            format!("/v1/apps/{APP_ID}/cloud_recording/resourceid/{resource_id}/mode/{mode}/start");
        self.post(&path, &body(cname, uid, client_request)).await
    }

    /// Acquires and starts a mix recording.
    pub async fn record(&self, cname: &str, uid: &str, client_request: Value) -> Recording {
        let resource_id = self.resource(cname, uid).await;
        let (status, answer) = self
            .start(&resource_id, "mix", cname, uid, client_request)
            .await;
        assert_eq!(status, 200, "start was refused: {answer}");
        let sid = answer["sid"].as_str().unwrap().to_owned();
        let (cname, uid) = (cname.to_owned(), uid.to_owned());
        Recording {
            resource_id,
            sid,
            cname,
            uid,
            mode: "mix",
        }
    }

    pub async fn query(&self, recording: &Recording) -> Reply {
        self.get(&recording.path("query")).await
    }

    pub async fn stop(&self, recording: &Recording) -> Reply {
        self.steer(recording, "stop", json!({})).await
    }

    /// update, updateLayout or stop.
    pub async fn steer(&self, recording: &Recording, call: &str, client_request: Value) -> Reply {
        let body = body(&recording.cname, &recording.uid, client_request);
        self.post(&recording.path(call), &body).await
    }

    /// The status of a recording that is expected to answer.
    pub async fn status(&self, recording: &Recording) -> i64 {
        let (status, answer) = self.query(recording).await;
        assert_eq!(status, 200, "query was refused: {answer}");
        answer["serverResponse"]["status"].as_i64().unwrap()
    }
}

impl Recording {
    pub fn path(&self, call: &str) -> String {
        let Self {
            resource_id,
            sid,
            mode,
            ..
        } = self;
        format!(
            "/v1/apps/{APP_ID}/cloud_recording/resourceid/{resource_id}/sid/{sid}/mode/{mode}/{call}"
        )
    }
}

pub async fn reply(answer: reqwest::Response) -> Reply {
    (answer.status().as_u16(), answer.json().await.unwrap())
}

pub fn body(cname: &str, uid: &str, client_request: Value) -> Value {
    json!({ "cname": cname, "uid": uid, "clientRequest": client_request })
}

/// What a start needs, HLS alone.
pub fn plain() -> Value {
    json!({ "recordingConfig": { "channelType": 0 }, "storageConfig": storage() })
}

/// The same with MP4 besides.
pub fn with_mp4() -> Value {
    let mut client_request = plain();
    client_request["recordingFileConfig"] = json!({ "avFileType": ["hls", "mp4"] });
    client_request
}

/// `plain` with one more or another member in `recordingConfig`.
pub fn with_config(name: &str, value: Value) -> Value {
    let mut client_request = plain();
    client_request["recordingConfig"][name] = value;
    client_request
}

/// `plain` with a token that is good for half an hour from `begin_s` (Unix seconds).
pub fn with_token(app_id: &str, cname: &str, uid: u32, begin_s: u32) -> Value {
    let key = "1".repeat(32).into();
    let token = cloud_recording::token::rtc(app_id, &key, cname, uid, begin_s, 5, 1_800);
    let mut wish = plain();
    wish["token"] = json!(token.unwrap().expose());
    wish
}

pub fn storage() -> Value {
    json!({
        "vendor": 1,
        "region": 0,
        "bucket": "bucket",
        "accessKey": "access-key-of-the-bucket",
        "secretKey": "secret-key-of-the-bucket",
        "fileNamePrefix": ["lessons", "day1"],
    })
}

/// Asserts a refusal by HTTP status and body code.
#[track_caller]
pub fn assert_refused(reply: &Reply, status: u16, code: i64, why: &str) {
    assert_eq!(
        (reply.0, &reply.1["code"]),
        (status, &json!(code)),
        "{why}: {}",
        reply.1
    );
    assert!(
        reply.1["reason"].is_string(),
        "{why}: a refusal gives its reason: {}",
        reply.1
    );
    assert!(
        reply.1.get("sid").is_none(),
        "{why}: a refusal carries no sid: {}",
        reply.1
    );
}
