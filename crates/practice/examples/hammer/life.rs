//! Lives of recordings over one connection, every answer looked at.

use std::time::{Duration, Instant};

use reqwest::{Client, Method};
use serde_json::{Value, json};

pub const APP_ID: &str = "0123456789abcdef0123456789abcdef";
pub const CUSTOMER_ID: &str = "customer";
pub const SECRET: &str = "correct horse battery staple";

/// How often a short life asks how it is doing.
const QUERIES: usize = 8;
/// A recording has come to its first piece long before.
const LONGEST: Duration = Duration::from_secs(30);

/// What came of it.
#[derive(Debug, Default)]
pub struct Tally {
    pub lives: usize,
    pub recorded: usize,
    pub times: Vec<Duration>,
    /// What was answered that should not have been, one sentence each.
    pub wrong: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.lives += other.lives;
        self.recorded += other.recorded;
        self.times.extend(other.times);
        self.wrong.extend(other.wrong);
    }
}

/// One connection and the recordings that are led over it.
pub struct Caller {
    http: Client,
    url: String,
    /// Which of the connections.
    number: u64,
    uid: u32,
    pub tally: Tally,
}

/// Where a running recording is.
struct Running {
    cname: String,
    uid: String,
    resource_id: String,
    sid: String,
}

impl Caller {
    pub fn new(url: String, number: u64) -> Result<Self, String> {
        // There may be one already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = Client::builder().no_proxy().pool_max_idle_per_host(1);
        Ok(Self {
            http: http.build().map_err(|cause| cause.to_string())?,
            url: format!("{url}/v1/apps/{APP_ID}/cloud_recording"),
            number,
            uid: 100,
            tally: Tally::default(),
        })
    }

    /// Sends one request; whoever does not answer at all ends everything.
    async fn call(
        &mut self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<(u16, Value), String> {
        let request = self.http.request(method, format!("{}{path}", self.url));
        let request = request.basic_auth(CUSTOMER_ID, Some(SECRET));
        let request = match body {
            Some(body) => request.json(body),
            None => request,
        };
        let begun = Instant::now();
        let answered = async {
            let answer = request.send().await?;
            let status = answer.status().as_u16();
            Ok::<_, reqwest::Error>((status, answer.json().await?))
        };
        let answer = answered.await.map_err(|cause| format!("{path}: {cause}"))?;
        self.tally.times.push(begun.elapsed());
        Ok(answer)
    }

    /// Notes an answer that is not what it should be.
    fn expect(&mut self, is_right: bool, what: &str, answer: &(u16, Value)) {
        if !is_right {
            let said = format!("{what}: {} {}", answer.0, answer.1);
            self.tally.wrong.push(said);
        }
    }

    /// acquire and start. Nothing when one of them was refused, which is wrong.
    async fn begin(&mut self, config: Value) -> Result<Option<Running>, String> {
        self.tally.lives += 1;
        self.uid += 1;
        let cname = format!("hammer-{}", self.number);
        let uid = self.uid.to_string();
        let body = |request: Value| json!({ "cname": cname, "uid": uid, "clientRequest": request });
        let answer = self
            .call(Method::POST, "/acquire", Some(&body(json!({}))))
            .await?;
        let names_both = answer.1["cname"] == cname && answer.1["uid"] == uid;
        self.expect(answer.0 == 200 && names_both, "acquire", &answer);
        let Some(resource_id) = answer.1["resourceId"].as_str().map(str::to_owned) else {
            return Ok(None);
        };
        let storage =
            json!({ "vendor": 1, "region": 0, "bucket": "b", "accessKey": "a", "secretKey": "s" });
        let mut start = json!({ "storageConfig": storage });
        for (name, value) in config.as_object().into_iter().flatten() {
            start[name] = value.clone();
        }
        let path = format!("/resourceid/{resource_id}/mode/mix/start");
        let answer = self
            .call(Method::POST, &path, Some(&body(start.clone())))
            .await?;
        let is_same = answer.1["resourceId"] == resource_id && answer.1["uid"] == uid;
        self.expect(answer.0 == 200 && is_same, "start", &answer);
        let Some(sid) = answer.1["sid"].as_str().map(str::to_owned) else {
            return Ok(None);
        };
        self.expect(sid.len() == 32, "the sid of a start", &answer);
        // A second start with the same resource is told so.
        let again = self.call(Method::POST, &path, Some(&body(start))).await?;
        let is_told = (again.0, &again.1["code"]) == (201, &json!(7));
        self.expect(is_told, "a second start", &again);
        Ok(Some(Running {
            cname,
            uid,
            resource_id,
            sid,
        }))
    }

    async fn query(&mut self, running: &Running) -> Result<i64, String> {
        let path = running.path("query");
        let answer = self.call(Method::GET, &path, None).await?;
        let status = answer.1["serverResponse"]["status"].as_i64();
        let is_right = answer.0 == 200 && answer.1["sid"] == running.sid;
        self.expect(is_right && status.is_some(), "query", &answer);
        Ok(status.unwrap_or(-1))
    }

    async fn steer(
        &mut self,
        running: &Running,
        call: &str,
        request: Value,
    ) -> Result<(u16, Value), String> {
        let body = json!({ "cname": running.cname, "uid": running.uid, "clientRequest": request });
        self.call(Method::POST, &running.path(call), Some(&body))
            .await
    }

    async fn change_layout(&mut self, running: &Running) -> Result<(), String> {
        let layout = json!({ "mixedVideoLayout": 1, "backgroundColor": "#204060" });
        let answer = self.steer(running, "updateLayout", layout).await?;
        let is_right = answer.0 == 200 && answer.1["sid"] == running.sid;
        self.expect(is_right, "updateLayout", &answer);
        let wrong = json!({ "mixedVideoLayout": 4 });
        let answer = self.steer(running, "updateLayout", wrong).await?;
        let is_told = (answer.0, &answer.1["code"]) == (400, &json!(2));
        self.expect(is_told, "a layout that there is not", &answer);
        Ok(())
    }

    /// Begins, asks, changes the layout and stops, as fast as it goes. It may be over before
    /// anything was recorded.
    pub async fn short_life(&mut self) -> Result<(), String> {
        let config = json!({ "recordingConfig": { "channelType": 0 } });
        let Some(running) = self.begin(config).await? else {
            return Ok(());
        };
        let mut before = 0;
        for _ in 0..QUERIES {
            let status = self.query(&running).await?;
            let seen = (200, json!(status));
            self.expect((before..=5).contains(&status), "a state goes up", &seen);
            before = status;
        }
        self.change_layout(&running).await?;
        let answer = self.steer(&running, "stop", json!({})).await?;
        let nothing = (answer.0, &answer.1["code"]) == (206, &json!(435));
        let something = answer.0 == 200 && answer.1["serverResponse"].is_object();
        self.expect(nothing || something, "stop", &answer);
        let again = self.steer(&running, "stop", json!({})).await?;
        let is_told = matches!(again.1["code"].as_i64(), Some(49 | 404));
        self.expect(is_told, "a second stop", &again);
        Ok(())
    }

    /// Records until the first piece is there, and then has files.
    pub async fn record(&mut self) -> Result<(), String> {
        let config = json!({
            "recordingConfig": { "channelType": 0 },
            "recordingFileConfig": { "avFileType": ["hls", "mp4"] },
        });
        let Some(running) = self.begin(config).await? else {
            return Ok(());
        };
        let begun = Instant::now();
        let mut before = 0;
        while before < 5 {
            let status = self.query(&running).await?;
            let seen = (200, json!(status));
            self.expect((before..=5).contains(&status), "a state goes up", &seen);
            before = status.max(before);
            if begun.elapsed() > LONGEST {
                self.expect(false, "a first piece", &seen);
                return Ok(());
            }
        }
        self.change_layout(&running).await?;
        let answer = self.steer(&running, "stop", json!({})).await?;
        let response = &answer.1["serverResponse"];
        let ends = |place: usize, ending: &str| {
            let name = response["fileList"][place]["fileName"].as_str();
            name.is_some_and(|name| name.ends_with(ending))
        };
        let is_right = answer.0 == 200
            && response["uploadingStatus"] == "uploaded"
            && ends(0, ".m3u8")
            && ends(1, "_0.mp4");
        self.expect(is_right, "stop of a recording", &answer);
        self.tally.recorded += 1;
        Ok(())
    }
}

impl Running {
    fn path(&self, call: &str) -> String {
        let Self {
            resource_id, sid, ..
        } = self;
        format!("/resourceid/{resource_id}/sid/{sid}/mode/mix/{call}")
    }
}
