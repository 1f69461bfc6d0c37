//! `make bench`: Roomreel beside a blank window built from the same versions, a press of the red button
//! beside two bare requests, and what moves or is typed in the window beside the barest thing that does the
//! same there. One run on one machine: use the ratios.
//!
//! Names of parts (`windows`, `press`, `editor`, `console`, `history`) as arguments leave the others out.
#![allow(clippy::unwrap_used, clippy::panic)]

mod console;
mod editor;
mod figures;
mod history;
mod page;
mod press;
mod windows;

use std::path::{Path, PathBuf};

use journeys::world::program;

const ROUNDS: usize = 7;

#[tokio::main]
async fn main() {
    let app = program("release", "roomreel");
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|one| one == part);
    // Whoever reads the figures should know what else went on.
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "load before: {} on {cores} cores",
        load.split(' ').next().unwrap_or_default()
    );
    if is_wanted("windows") {
        let blank = program("release", "blank-window");
        sizes(&app, &blank);
        windows::windows(&app, &blank);
    }
    if is_wanted("press") {
        press::press(&app).await;
    }
    if is_wanted("editor") {
        editor::editor(&app).await;
    }
    if is_wanted("console") {
        console::console(&app).await;
    }
    if is_wanted("history") {
        history::history(&app).await;
    }
}

fn sizes(app: &Path, blank: &Path) {
    println!(
        "binary: {} bytes, blank window {} bytes",
        size(app),
        size(blank)
    );
    for deb in packages() {
        println!(
            "package: {} bytes, {}",
            size(&deb),
            deb.file_name().unwrap().to_string_lossy()
        );
    }
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
