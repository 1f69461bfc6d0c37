//! The client and every fault of the stand-in, over HTTP: what a call comes to when its answer is late,
//! lost, cut or refused, once and again and again.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use cloud_recording::request::{
    AcquireRequest, StartRequest, StopRequest, UpdateLayoutRequest, UpdateRequest,
};
use cloud_recording::{Call, Client, ClientConfig, Error, Hosts, Mode, Pace, Secret, Session};
use journeys::stand_in;
use practice::faults::{Fault, Often, Plan, Rule, kinds};
use practice::{ManualClock, Server};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

const UID: &str = "4000000001";
/// A delay is longer than this, and everything else is shorter by far.
const TIMEOUT: Duration = Duration::from_millis(500);

/// What each call comes to: acquire, start, query, update, updateLayout, stop, channelUsers.
///
/// - `ok`: the answer, at the first try or at a later one.
/// - `no answer`, `too many`, `not found`, `started` (already), `leaving` (already), `unfinished`,
///   `trouble`, `unreadable`: the error, by its predicate.
/// - `?` behind it: it may have done its work (`may_have_acted`).
/// - `-`: a fault that cannot befall this call.
///
/// The stand-in's clock stands still meanwhile. A stop that waits for a slow upload is therefore not
/// answered in time, and its second try finds a recorder that leaves.
type Row = (&'static str, [&'static str; 7]);

/// The fault strikes once.
const ONCE: [Row; 17] = [
    ("206", ["ok", "ok", "ok", "ok", "ok", "ok", "-"]),
    (
        "429",
        [
            "too many", "too many", "too many", "too many", "too many", "too many", "too many",
        ],
    ),
    (
        "500",
        ["ok", "ok", "trouble?", "ok", "ok", "ok", "trouble?"],
    ),
    (
        "501",
        ["ok", "ok", "trouble?", "ok", "ok", "ok", "trouble?"],
    ),
    (
        "502",
        ["ok", "trouble", "trouble?", "ok", "ok", "ok", "trouble?"],
    ),
    (
        "503",
        ["ok", "ok", "trouble?", "ok", "ok", "ok", "trouble?"],
    ),
    (
        "504",
        ["ok", "ok", "trouble?", "ok", "ok", "ok", "trouble?"],
    ),
    ("clock-skew", ["ok", "ok", "ok", "ok", "ok", "ok", "ok"]),
    (
        "delay",
        ["ok", "started?", "ok", "ok", "ok", "leaving?", "ok"],
    ),
    ("dropped", ["ok", "ok", "ok", "ok", "ok", "ok", "ok"]),
    (
        "html",
        [
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
        ],
    ),
    (
        "lost-answer",
        ["ok", "started?", "ok", "ok", "ok", "leaving?", "ok"],
    ),
    ("nobody-joins", ["-", "ok", "-", "-", "-", "-", "ok"]),
    (
        "slow-upload",
        ["-", "ok", "ok", "ok", "ok", "leaving?", "-"],
    ),
    ("storage-refused", ["-", "ok", "ok", "ok", "ok", "ok", "-"]),
    (
        "truncated",
        ["ok", "started?", "ok", "ok", "ok", "leaving?", "ok"],
    ),
    (
        "worker-switch",
        [
            "-",
            "ok",
            "not found",
            "not found",
            "not found",
            "not found",
            "-",
        ],
    ),
];

/// The fault strikes every time.
const ALWAYS: [Row; 17] = [
    (
        "206",
        [
            "unfinished?",
            "unfinished?",
            "unfinished?",
            "unfinished?",
            "unfinished?",
            "unfinished?",
            "-",
        ],
    ),
    (
        "429",
        [
            "too many", "too many", "too many", "too many", "too many", "too many", "too many",
        ],
    ),
    (
        "500",
        [
            "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?",
        ],
    ),
    (
        "501",
        [
            "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?",
        ],
    ),
    (
        "502",
        [
            "trouble?", "trouble", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?",
        ],
    ),
    (
        "503",
        [
            "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?",
        ],
    ),
    (
        "504",
        [
            "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?", "trouble?",
        ],
    ),
    ("clock-skew", ["ok", "ok", "ok", "ok", "ok", "ok", "ok"]),
    (
        "delay",
        [
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
        ],
    ),
    (
        "dropped",
        [
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
        ],
    ),
    (
        "html",
        [
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
            "unreadable?",
        ],
    ),
    (
        "lost-answer",
        [
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
        ],
    ),
    ("nobody-joins", ["-", "ok", "-", "-", "-", "-", "ok"]),
    (
        "slow-upload",
        ["-", "ok", "ok", "ok", "ok", "leaving?", "-"],
    ),
    ("storage-refused", ["-", "ok", "ok", "ok", "ok", "ok", "-"]),
    (
        "truncated",
        [
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
            "no answer?",
        ],
    ),
    (
        "worker-switch",
        [
            "-",
            "ok",
            "not found",
            "not found",
            "not found",
            "not found",
            "-",
        ],
    ),
];

struct Pair {
    server: Server,
    clock: Arc<ManualClock>,
    client: Client,
    _folder: TempDir,
}

async fn pair() -> Pair {
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    // All clients of one App ID share a rate: each pair has one of its own.
    let app_id = format!("{:032x}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let (server, clock, folder) = stand_in(&app_id).await;
    let mut config = ClientConfig::new(app_id, "id", Secret::from("secret"));
    config.hosts = Hosts::custom(server.url()).expect("the loopback is allowed");
    config.timeout = TIMEOUT;
    // What counts as a second of waiting between two tries.
    config.pace = Pace {
        retries: true,
        unit: Duration::from_micros(100),
    };
    let client = Client::new(config).unwrap();
    client.limit_rate(1_000_000);
    Pair {
        server,
        clock,
        client,
        _folder: folder,
    }
}

fn typed<T: DeserializeOwned>(cname: &str, request: Value) -> T {
    serde_json::from_value(json!({ "cname": cname, "uid": UID, "clientRequest": request })).unwrap()
}

fn start_request(cname: &str) -> StartRequest {
    // Sound alone: nothing is drawn.
    let request = json!({
        "recordingConfig": { "channelType": 0, "streamTypes": 0, "maxIdleTime": 300 },
        "storageConfig":
            { "vendor": 1, "region": 0, "bucket": "b", "accessKey": "a", "secretKey": "s" },
    });
    typed(cname, request)
}

impl Pair {
    async fn acquire(&self, cname: &str) -> Result<String, Error> {
        let request: AcquireRequest = typed(cname, json!({}));
        Ok(self.client.acquire(&request).await?.resource_id)
    }

    async fn start(&self, resource_id: &str, cname: &str) -> Result<Session, Error> {
        let request = start_request(cname);
        let started = self.client.start(resource_id, Mode::Mix, &request).await?;
        Ok(Session {
            resource_id: resource_id.to_owned(),
            sid: started.sid,
            mode: Mode::Mix,
        })
    }

    fn faults(&self, rules: Vec<Rule>) {
        let plan = Plan { rules, seed: None };
        self.server.faults().set(plan).unwrap();
    }

    /// Makes one call, for a recording of its own, under this rule.
    async fn meet(&self, call: Call, fault: Fault, often: Often) -> Result<(), Error> {
        let cname = format!("{}-{call}", fault.name());
        let rule = Rule {
            call: Some(call),
            fault,
            often,
        };
        // What comes before it meets nothing.
        self.faults(Vec::new());
        let under = || self.faults(vec![rule]);
        if call == Call::Acquire {
            under();
            return self.acquire(&cname).await.map(drop);
        }
        if call == Call::ChannelUsers {
            under();
            return self.client.channel_users(&cname).await.map(drop);
        }
        let resource_id = self.acquire(&cname).await.unwrap();
        if call == Call::Start {
            under();
            return self.start(&resource_id, &cname).await.map(drop);
        }
        let session = self.start(&resource_id, &cname).await.unwrap();
        self.clock.advance(Duration::from_secs(20));
        under();
        let client = &self.client;
        match call {
            Call::Query => client.query(&session).await.map(drop),
            Call::Update => {
                let lists = json!({ "streamSubscribe":
                    { "audioUidList": { "subscribeAudioUids": ["#allstream#"] } } });
                let request: UpdateRequest = typed(&cname, lists);
                client.update(&session, &request).await.map(drop)
            }
            Call::UpdateLayout => {
                let layout = json!({ "mixedVideoLayout": 1 });
                let request: UpdateLayoutRequest = typed(&cname, layout);
                client.update_layout(&session, &request).await.map(drop)
            }
            _ => {
                let request: StopRequest = typed(&cname, json!({}));
                client.stop(&session, &request).await.map(drop)
            }
        }
    }

    /// How many recordings there are in a channel.
    async fn recordings(&self, cname: &str) -> usize {
        let url = format!("{}/__practice", self.server.url());
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let asked = http.get(url).basic_auth("id", Some("secret"));
        let inside: Value = asked.send().await.unwrap().json().await.unwrap();
        let sessions = inside["sessions"].as_array().unwrap();
        let here = sessions.iter().filter(|session| session["cname"] == cname);
        here.count()
    }
}

/// An outcome in the words of the tables.
fn word(outcome: Result<(), Error>) -> String {
    let Err(error) = outcome else {
        return "ok".to_owned();
    };
    let words = [
        (error.is_unreachable(), "unreachable"),
        (error.is_timeout(), "no answer"),
        (error.is_rate_limited(), "too many"),
        (error.is_not_found(), "not found"),
        (error.is_already_started(), "started"),
        (error.is_already_stopping(), "leaving"),
        (error.is_unfinished(), "unfinished"),
        (error.is_server_trouble(), "trouble"),
        (error.is_unreadable(), "unreadable"),
        (error.is_refused(), "refused"),
    ];
    let said = words.iter().find(|(is_so, _)| *is_so);
    let said = said
        .unwrap_or_else(|| panic!("no predicate for {error:?}"))
        .1;
    let perhaps = if error.may_have_acted() { "?" } else { "" };
    format!("{said}{perhaps}")
}

async fn assert_table(table: &[Row], often: Often) {
    let mut seen = BTreeMap::new();
    for kind in kinds() {
        let pair = pair().await;
        let fault = match kind.fault {
            Fault::Delay { .. } => Fault::Delay { ms: 60_000 },
            fault => fault,
        };
        let mut row = Vec::new();
        for call in Call::ALL {
            if !kind.calls.contains(&call) {
                row.push("-".to_owned());
                continue;
            }
            row.push(word(pair.meet(call, fault, often).await));
            let cname = format!("{}-{call}", fault.name());
            let running = pair.recordings(&cname).await;
            assert!(running <= 1, "{}: {call}: {running} recorders", kind.name);
        }
        seen.insert(kind.name, row);
        pair.server.shutdown().await;
    }
    let wanted: BTreeMap<&str, Vec<String>> = table
        .iter()
        .map(|(name, row)| (*name, row.map(str::to_owned).to_vec()))
        .collect();
    let differ: Vec<String> = seen
        .iter()
        .filter(|(name, row)| wanted.get(*name) != Some(*row))
        .map(|(name, row)| format!("    (\"{name}\", {row:?}),"))
        .collect();
    assert!(differ.is_empty(), "it came to:\n{}", differ.join("\n"));
    assert_eq!(seen.len(), table.len(), "every kind of fault has its row");
}

#[tokio::test]
async fn a_fault_that_strikes_once() {
    assert_table(&ONCE, Often::Times { times: 1 }).await;
}

#[tokio::test]
async fn a_fault_that_strikes_every_time() {
    assert_table(&ALWAYS, Often::Always).await;
}
