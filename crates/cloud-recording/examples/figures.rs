//! Measures the contract: how much there is of it, and how long judging takes.
//!
//! ```text
//! cargo run -p cloud-recording --example figures
//! ```
//!
//! Says with which optimisation it was built, since that decides the times.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

use cloud_recording::contract::{self, IssueCode, check, generate};
use cloud_recording::presets::{Place, Preset, places};
use cloud_recording::{Call, Mode};
use serde_json::{Value, json};

const BODIES: usize = 10_000;
const TURNS: u32 = 5_000;

fn main() {
    counts();
    let build = if cfg!(debug_assertions) {
        "with debug assertions"
    } else {
        "without"
    };
    println!("built {build}");

    let largest = largest_start();
    let size = largest.to_string().len();
    let begun = Instant::now();
    for _ in 0..TURNS {
        black_box(check(Call::Start, Some(Mode::Mix), black_box(&largest)));
    }
    let micros = begun.elapsed().as_secs_f64() * 1e6 / f64::from(TURNS);
    println!("check of a start with 17 regions ({size} bytes): {micros:.1} µs");

    let bodies = bodies();
    let begun = Instant::now();
    for (call, mode, body) in &bodies {
        black_box(check(*call, Some(*mode), black_box(body)));
    }
    let millis = begun.elapsed().as_secs_f64() * 1e3;
    println!("check of {} generated bodies: {millis:.1} ms", bodies.len());
}

fn counts() {
    let regions: usize = contract::vendors()
        .iter()
        .map(|vendor| vendor.regions.len())
        .sum();
    let codes: BTreeSet<_> = contract::codes().iter().map(|row| row.code).collect();
    for (what, count) in [
        ("members of request bodies", contract::fields().len()),
        ("parts of addresses", contract::parameters().len()),
        ("members of answers", contract::answer_fields().len()),
        ("rules over several members", contract::rules().len()),
        ("codes of issues", IssueCode::ALL.len()),
        ("rows of error numbers", contract::codes().len()),
        ("different error numbers", codes.len()),
        ("answers of the gateway", contract::gateway().len()),
        ("notifications", contract::events().len()),
        ("vendors", contract::vendors().len()),
        ("storage regions", regions),
    ] {
        println!("{count:5} {what}");
    }
}

/// Everything that a mix can say, with the most regions, lists and images.
fn largest_start() -> Value {
    let uids: Vec<String> = (1..=32).map(|uid| (1000 + uid).to_string()).collect();
    let mut regions: Vec<Value> = places(Preset::BestFit, 17)
        .into_iter()
        .map(Place::region)
        .filter_map(|region| serde_json::to_value(region).ok())
        .collect();
    for (region, uid) in regions.iter_mut().zip(&uids) {
        region["uid"] = json!(uid);
        region["alpha"] = json!(1);
    }
    let images: Vec<Value> = uids[..17]
        .iter()
        .map(|uid| json!({"uid": uid, "image_url": "https://example.com/a.jpg", "render_mode": 1}))
        .collect();
    json!({"cname": "town hall", "uid": "527841", "clientRequest": {
        "token": "007eJxTYDh",
        "recordingConfig": {"channelType": 1, "streamTypes": 2, "maxIdleTime": 300,
            "decryptionMode": 7, "secret": "s", "audioProfile": 1, "videoStreamType": 0,
            "salt": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "subscribeVideoUids": uids, "subscribeAudioUids": uids,
            "transcodingConfig": {"width": 1920, "height": 1080, "fps": 30, "bitrate": 6300,
                "mixedVideoLayout": 3, "backgroundColor": "#101418",
                "backgroundImage": "https://example.com/b.jpg",
                "defaultUserBackgroundImage": "https://example.com/u.jpg",
                "layoutConfig": regions, "backgroundConfig": images}},
        "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
        "storageConfig": {"vendor": 1, "region": 4, "bucket": "b", "accessKey": "k",
            "secretKey": "s", "stsToken": "t", "stsExpiration": 4_000_000_000_u64,
            "fileNamePrefix": ["townhall", "20240701"],
            "extensionParams": {"sse": "kms", "tag": "recording"}}}})
}

fn bodies() -> Vec<(Call, Mode, Value)> {
    let mut dice = generate::Dice::new(1);
    let calls = [
        Call::Acquire,
        Call::Start,
        Call::Start,
        Call::Update,
        Call::UpdateLayout,
    ];
    let mut bodies = Vec::with_capacity(BODIES);
    while bodies.len() < BODIES {
        let call = calls[bodies.len() % calls.len()];
        let mode = match call {
            Call::UpdateLayout => Mode::Mix,
            _ => Mode::ALL[dice.below(3) as usize],
        };
        let body = generate::request(call, mode, &mut dice);
        bodies.push((call, mode, body));
    }
    bodies
}
