//! How fast files and the library are: prints figures, with an S3 server in this very process.
//!
//! `cargo run -p studio --release --example files [rows] [megabytes]`
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../tests/common/mod.rs"]
mod common;
#[path = "../tests/common/recorded.rs"]
mod recorded;
#[path = "../tests/common/s3.rs"]
mod s3;
#[path = "../tests/common/shelf.rs"]
mod shelf;

use std::time::{Duration, Instant};

use common::*;
use futures_util::StreamExt;
use recorded::{recorded, slowly};
use s3::S3;
use studio::types::*;

#[tokio::main]
async fn main() {
    let number = |place: usize, usual: u32| {
        let told = std::env::args().nth(place);
        told.map_or(usual, |text| text.parse().expect("a number"))
    };
    library(number(1, 100_000)).await;
    files(number(2, 1_000)).await;
}

async fn library(rows: u32) {
    let bench = Bench::new();
    shelf::fill(&bench, rows).await;
    let begun = Instant::now();
    let core = bench.open().await;
    println!(
        "{rows} recordings: first open, which fills the library, {}",
        ms(begun.elapsed())
    );
    core.shutdown().await;
    let begun = Instant::now();
    let core = bench.open().await;
    println!("  open after that: {}", ms(begun.elapsed()));
    let last = rows.saturating_sub(100);
    let cases = [
        ("first page", shelf::query(&[])),
        (
            "last page",
            LibraryQuery {
                offset: last,
                ..shelf::query(&[])
            },
        ),
        (
            "search, one found",
            shelf::query(&[&format!("room-{}", rows - 1)]),
        ),
        ("search, all found", shelf::query(&["room"])),
        ("search, none found", shelf::query(&["nowhere"])),
        ("search, three words", shelf::query(&["room", "1", "2026"])),
        (
            "by length",
            LibraryQuery {
                sort: LibrarySort::Length,
                ..shelf::query(&[])
            },
        ),
    ];
    for (name, query) in cases {
        let mut times = Vec::new();
        let mut count = 0;
        for _ in 0..9 {
            let begun = Instant::now();
            count = core.library_list(query.clone()).await.unwrap().count;
            times.push(begun.elapsed());
        }
        times.sort();
        println!(
            "  {name}: {} (the worst {}), {count} found",
            ms(times[4]),
            ms(times[8])
        );
    }
    core.shutdown().await;
}

async fn files(megabytes: u32) {
    let store = S3::start().await;
    let bench = Bench::new();
    let (id, recording) = recorded(&bench, &store).await;
    let bench = slowly(bench);
    let core = bench.open().await;
    play(&core, &id).await;
    download(&core, &store, &id, &recording, megabytes).await;
    for number in 0..10_000 {
        store.put(&format!("{}/more_{number:05}.ts", recording.prefix), b"x");
    }
    let begun = Instant::now();
    let found = core.recording_files(by_id(&id)).await.unwrap();
    println!("listing {} files: {}", found.pieces, ms(begun.elapsed()));
    core.shutdown().await;
}

/// From the press to the last byte of the first piece, as a player asks for them.
async fn play(core: &studio::Core, id: &str) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let begun = Instant::now();
    let found = core.recording_files(by_id(id)).await.unwrap();
    let playlist = found
        .files
        .iter()
        .find(|file| file.kind == FileKind::Playlist);
    let which = FileRef {
        id: id.to_owned(),
        name: playlist.unwrap().name.clone(),
    };
    let url = core.recording_play(which).await.unwrap().url;
    let text = client.get(&url).send().await.unwrap().text().await.unwrap();
    let piece = text.lines().find(|line| line.ends_with(".ts")).unwrap();
    let (folder, _) = url.rsplit_once('/').unwrap();
    let first = client
        .get(format!("{folder}/{piece}"))
        .send()
        .await
        .unwrap();
    let bytes = first.bytes().await.unwrap().len();
    println!(
        "play start, list, playlist and first piece of {} kB: {}",
        bytes / 1_000,
        ms(begun.elapsed())
    );
}

async fn download(
    core: &studio::Core,
    store: &S3,
    id: &str,
    recording: &Recording,
    megabytes: u32,
) {
    let name = "large.mp3";
    let block: Vec<u8> = (0..1_000_000u32).map(|n| (n / 7 % 251) as u8).collect();
    let path = store.bucket().join(&recording.prefix).join(name);
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for _ in 0..megabytes {
        std::io::Write::write_all(&mut file, &block).unwrap();
    }
    drop(file);
    let wanted = FileLinkWanted {
        id: id.to_owned(),
        name: name.to_owned(),
        seconds: 3_600,
    };
    let url = core.file_link(wanted).await.unwrap().url;
    let mb = |time: Duration| f64::from(megabytes) / time.as_secs_f64();
    for round in 1..=3 {
        let before = memory();
        let begun = Instant::now();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut body = client.get(&url).send().await.unwrap().bytes_stream();
        let mut bytes = 0;
        while let Some(piece) = body.next().await {
            bytes += piece.unwrap().len();
        }
        let bare = begun.elapsed();
        assert_eq!(bytes, megabytes as usize * 1_000_000);
        let after_bare = memory();
        let begun = Instant::now();
        let wanted = DownloadStart {
            id: id.to_owned(),
            names: vec![name.to_owned()],
            as_one: false,
        };
        let mut events = core.events();
        let started = core.download_start(wanted).await.unwrap();
        loop {
            if let StudioEvent::Download { download } = events.recv().await.unwrap()
                && download.id == started.id
                && download.state == DownloadState::Done
            {
                println!(
                    "{megabytes} MB, round {round}: bare GET {:.0} MB/s, download (written, compared, {} by sum) \
                     {:.0} MB/s, ratio {:.2}; memory before {before} MB, after the GET {after_bare} MB, after the \
                     download {} MB",
                    mb(bare),
                    download.sums,
                    mb(begun.elapsed()),
                    bare.as_secs_f64() / begun.elapsed().as_secs_f64(),
                    memory()
                );
                break;
            }
        }
        std::fs::remove_dir_all(started.folder).unwrap();
    }
}

/// The most that this process has held so far, in megabytes, where the system tells.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1));
    kilobytes.map_or(0, |text| text.parse::<u64>().unwrap_or(0) / 1_000)
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}
