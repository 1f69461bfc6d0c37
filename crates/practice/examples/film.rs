//! How long one minute of recorded video takes to make.
//!
//! ```text
//! cargo run --release -p practice --example film
//! ```
//!
//! A clock is moved by hand: the minute passes at once, and what is measured is drawing, coding and
//! writing. Prints figures: medians of five recordings each.

use std::sync::Arc;
use std::time::{Duration, Instant};

use practice::{Config, ManualClock, Server};
use reqwest::Client;
use serde_json::{Value, json};

const APP_ID: &str = "0123456789abcdef0123456789abcdef";
const ROUNDS: usize = 5;
/// From start until the recorder is ready, and a minute.
const MINUTE: Duration = Duration::from_secs(62);

struct Studio {
    server: Server,
    clock: Arc<ManualClock>,
    http: Client,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // There may be one already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let folder = tempfile::tempdir()?;
    let clock = Arc::new(ManualClock::new(1_790_000_000_000));
    let config = Config {
        port: 0,
        app_id: APP_ID.to_owned(),
        customer_id: "film".to_owned(),
        customer_secret: "film".into(),
        files: folder.path().join("files"),
        data: folder.path().join("data"),
        clock: clock.clone(),
        requests_per_second: None,
    };
    let studio = Studio {
        server: practice::serve(config).await?,
        clock,
        http: Client::builder().no_proxy().build()?,
    };
    for people in [4, 17] {
        let (mut pieces, mut all) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let (live, whole) = studio.minute(people, people * 10 + round).await?;
            pieces.push(live);
            all.push(whole);
        }
        println!(
            "one minute of video, {people} people, 640×360: {:.0} ms of work in pieces, {:.0} ms with an MP4",
            median(pieces),
            median(all)
        );
    }
    studio.server.shutdown().await;
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

impl Studio {
    /// Milliseconds for the pieces of a minute, and for those and an MP4.
    async fn minute(&self, people: usize, uid: usize) -> Result<(f64, f64), reqwest::Error> {
        let named: Vec<String> = (1001..).take(people).map(|it| it.to_string()).collect();
        let config = json!({
            "channelType": 0,
            "subscribeVideoUids": named,
            "subscribeAudioUids": named,
            "transcodingConfig":
                { "width": 1280, "height": 720, "fps": 15, "bitrate": 2000, "mixedVideoLayout": 1 },
        });
        let storage =
            json!({ "vendor": 1, "region": 0, "bucket": "b", "accessKey": "a", "secretKey": "s" });
        let start = json!({
            "recordingConfig": config,
            "recordingFileConfig": { "avFileType": ["hls", "mp4"] },
            "storageConfig": storage,
        });
        let uid = uid.to_string();
        let acquired = self.post("acquire", &uid, json!({})).await?;
        let resource = acquired["resourceId"].as_str().unwrap_or_default();
        let path = format!("resourceid/{resource}/mode/mix/start");
        let started = self.post(&path, &uid, start).await?;
        let sid = started["sid"].as_str().unwrap_or_default();
        self.clock.advance(MINUTE);
        let begun = Instant::now();
        // What is due is made before a query is answered, and only once.
        let path = format!("resourceid/{resource}/sid/{sid}/mode/mix");
        let url = self.url(&format!("{path}/query"));
        let asked = self.http.get(url).basic_auth("film", Some("film"));
        asked.send().await?.error_for_status()?;
        let pieces = begun.elapsed();
        self.post(&format!("{path}/stop"), &uid, json!({})).await?;
        let all = begun.elapsed();
        Ok((pieces.as_secs_f64() * 1e3, all.as_secs_f64() * 1e3))
    }

    fn url(&self, path: &str) -> String {
        format!(
            "{}/v1/apps/{APP_ID}/cloud_recording/{path}",
            self.server.url()
        )
    }

    async fn post(&self, path: &str, uid: &str, request: Value) -> Result<Value, reqwest::Error> {
        let body = json!({ "cname": "full-house", "uid": uid, "clientRequest": request });
        let request = self.http.post(self.url(path)).json(&body);
        let answer = request.basic_auth("film", Some("film")).send().await?;
        answer.error_for_status()?.json().await
    }
}
