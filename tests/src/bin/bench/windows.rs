//! From exec to a painted window, and the memory that it takes, beside a blank window.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use journeys::process::Process;
use journeys::{World, WorldOptions};

use crate::ROUNDS;
use crate::figures::median;

/// What one start took.
#[derive(Clone, Copy)]
struct Start {
    painted: f64,
    memory: f64,
}

/// From exec to the first picture that is not the bare screen, and memory two seconds later.
pub fn windows(app: &Path, blank: &Path) {
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
