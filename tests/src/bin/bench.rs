//! `make bench`: Roomreel beside a blank window built from the same versions, and a press of the red
//! button beside two bare requests. Medians of one run on one machine: use the ratios.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cloud_recording::Secret;
use journeys::process::Process;
use journeys::world::program;
use journeys::{World, WorldOptions};
use serde_json::json;

const ROUNDS: usize = 7;

#[tokio::main]
async fn main() {
    let app = program("release", "roomreel");
    let blank = program("release", "blank-window");
    println!(
        "binary: {} bytes, blank window {} bytes",
        size(&app),
        size(&blank)
    );
    for deb in packages() {
        println!(
            "package: {} bytes, {}",
            size(&deb),
            deb.file_name().unwrap().to_string_lossy()
        );
    }
    windows(&app, &blank);
    press(&app).await;
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |about| about.len())
}

fn packages() -> Vec<PathBuf> {
    let bundle = program("release", "bundle");
    ["deb", "rpm"]
        .iter()
        .flat_map(|kind| journeys::media::files(&bundle.join(kind), kind))
        .collect()
}

/// What one start took.
#[derive(Clone, Copy)]
struct Start {
    painted: f64,
    memory: f64,
}

/// From exec to the first picture that is not the bare screen, and memory two seconds later.
fn windows(app: &Path, blank: &Path) {
    let world = World::new("bench", WorldOptions::default());
    let mut found: [Vec<Start>; 2] = [vec![], vec![]];
    // In turn, so that a machine that slows down slows both.
    for _ in 0..ROUNDS {
        found[0].push(start(&world, app));
        found[1].push(start(&world, blank));
    }
    let row = |name: &str, starts: &[Start]| {
        let painted = median(starts.iter().map(|start| start.painted).collect());
        let memory = median(starts.iter().map(|start| start.memory).collect());
        println!(
            "{name}: first paint {painted:.0} ms, memory {memory:.0} MiB (PSS, all processes)"
        );
        (painted, memory)
    };
    let (ours, theirs) = (row("roomreel", &found[0]), row("blank window", &found[1]));
    println!(
        "ratio: first paint {:.2}, memory {:.2}",
        ours.0 / theirs.0,
        ours.1 / theirs.1
    );
}

fn start(world: &World, program: &Path) -> Start {
    let data = tempfile::tempdir().unwrap();
    let bare = picture(world);
    let begun = Instant::now();
    let mut command = Command::new(program);
    command
        .envs(world.environment())
        .env("ROOMREEL_DATA_DIR", data.path());
    let process = Process::start(&mut command, None).unwrap();
    // The window manager draws a frame first, around a window that is still empty: half of the
    // picture has to have changed, and to hold more than two shades.
    while !is_painted(&bare, &picture(world)) {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "{} paints",
            program.display()
        );
    }
    let painted = begun.elapsed().as_secs_f64() * 1_000.0;
    std::thread::sleep(Duration::from_secs(2));
    let memory = memory(process.id());
    drop(process);
    std::thread::sleep(Duration::from_millis(500));
    Start { painted, memory }
}

/// A small picture of the whole screen, as bytes of grey.
fn picture(world: &World) -> Vec<u8> {
    let mut command = Command::new("import");
    command.args(["-silent", "-window", "root", "-depth", "8", "gray:-"]);
    command
        .env("DISPLAY", &world.display)
        .output()
        .unwrap()
        .stdout
}

fn is_painted(bare: &[u8], now: &[u8]) -> bool {
    // Every 97th pixel is enough, and 97 divides no usual width.
    let pixels = || bare.iter().zip(now).step_by(97);
    let changed = pixels().filter(|(before, after)| before != after).count();
    let colours: std::collections::HashSet<u8> = pixels().map(|(_, after)| *after).collect();
    changed * 2 > pixels().count() && colours.len() > 2
}

/// Proportional memory of a process and all below it, in MiB.
fn memory(root: u32) -> f64 {
    let mut family = vec![root];
    let mut at = 0;
    while let Some(pid) = family.get(at).copied() {
        let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
        family.extend(
            children
                .unwrap_or_default()
                .split_whitespace()
                .filter_map(|id| id.parse::<u32>().ok()),
        );
        at += 1;
    }
    let of = |pid: &u32| {
        let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("Pss:").map(str::to_owned));
        line.and_then(|line| {
            line.trim()
                .trim_end_matches(" kB")
                .trim()
                .parse::<f64>()
                .ok()
        })
        .unwrap_or(0.0)
    };
    family.iter().map(of).sum::<f64>() / 1_024.0
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// From the press to "recording" in the window, and acquire and start alone against the same stand-in.
async fn press(app: &Path) {
    let options = WorldOptions {
        program: app.to_path_buf(),
        ..WorldOptions::default()
    };
    let mut world = World::new("bench-press", options);
    let window = world.open().await;
    let mut accepted = Vec::new();
    let mut recording = Vec::new();
    for round in 0..ROUNDS {
        window.press("nav-record").await;
        window
            .type_into("channel-input", &format!("bench-{round}"))
            .await;
        let button = window.see("start-button").await;
        let begun = Instant::now();
        button.click().await.unwrap();
        let times = loop {
            let list = window.recordings().await;
            let newest = list
                .first()
                .filter(|row| row["channel"] == format!("bench-{round}"))
                .cloned();
            match newest {
                Some(row) if row["state"] == "recording" => break begun.elapsed(),
                Some(row) if row["startedAt"].is_number() && accepted.len() == round => {
                    accepted.push(begun.elapsed().as_secs_f64() * 1_000.0);
                }
                _ => {}
            }
        };
        recording.push(times.as_secs_f64() * 1_000.0);
        let id = window.recordings().await[0]["id"].clone();
        window
            .call("recording_stop", json!({ "id": id }))
            .await
            .unwrap();
        window
            .newest_reaches(&["saved", "empty", "ended"], Duration::from_secs(60))
            .await;
    }
    world.close(window).await;
    let bare = bare_requests().await;
    let (accepted, recording) = (median(accepted), median(recording));
    println!("press: accepted after {accepted:.0} ms, “recording” after {recording:.0} ms");
    println!(
        "bare acquire + start: {bare:.1} ms (the recorder says “recording” 2 s after start; first asked after 5 s)"
    );
    println!("ratio: press to accepted {:.1}", accepted / bare);
}

async fn bare_requests() -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let app_id = "0123456789abcdef0123456789abcdef";
    let config = practice::Config {
        port: 0,
        app_id: app_id.to_owned(),
        customer_id: "bench".to_owned(),
        customer_secret: Secret::from("bench"),
        files: folder.path().join("files"),
        data: folder.path().to_path_buf(),
        clock: Arc::new(practice::SystemClock),
        requests_per_second: None,
    };
    let server = practice::serve(config).await.unwrap();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let root = format!("{}/v1/apps/{app_id}/cloud_recording", server.url());
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let ids = json!({ "cname": format!("bare-{round}"), "uid": "4000000001" });
        let body = |request: serde_json::Value| json!({ "cname": ids["cname"], "uid": ids["uid"], "clientRequest": request });
        let post = |url: String, body: serde_json::Value| {
            client
                .post(url)
                .basic_auth("bench", Some("bench"))
                .json(&body)
                .send()
        };
        let begun = Instant::now();
        let answer: serde_json::Value = post(format!("{root}/acquire"), body(json!({})))
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let resource = answer["resourceId"]
            .as_str()
            .expect("a resource")
            .to_owned();
        let storage =
            json!({ "vendor": 1, "region": 0, "bucket": "b", "accessKey": "a", "secretKey": "s" });
        let start = json!({ "storageConfig": storage, "recordingConfig": { "channelType": 0 } });
        let url = format!("{root}/resourceid/{resource}/mode/mix/start");
        let answer = post(url, body(start)).await.unwrap();
        assert_eq!(answer.status(), 200, "the bare start is accepted");
        let _: serde_json::Value = answer.json().await.unwrap();
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    server.shutdown().await;
    median(times)
}
