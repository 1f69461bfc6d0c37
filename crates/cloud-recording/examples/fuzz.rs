//! Throws broken bodies at the decoders and the import of layouts, for as long as you like.
//!
//! ```text
//! cargo run -p cloud-recording --example fuzz -- --runs 10000000 --seed 1 [--target request]
//! ```
//!
//! Needs no special compiler; a seed stands for the same bodies everywhere. A body that breaks
//! something ends it with that body on standard error. With a nightly compiler and cargo-fuzz, the
//! targets in `fuzz/` let coverage guide the search: see the crate's README.

#[path = "../fuzz/mutate.rs"]
mod mutate;
mod options;
#[path = "../fuzz/targets.rs"]
mod targets;

use std::panic::catch_unwind;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use cloud_recording::contract::generate::Dice;
use options::Options;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("fuzz: {why}");
            ExitCode::from(1)
        }
    }
}

fn run() -> Result<(), String> {
    let options = Options::read(&["runs", "seed", "target"])?;
    if let Some(word) = options.words.first() {
        return Err(format!("{word} belongs to no option"));
    }
    let runs: u64 = options.number("runs")?.unwrap_or(100_000);
    let seed: u64 = options.number("seed")?.unwrap_or(1);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let corpus = mutate::corpus(&data).map_err(|error| error.to_string())?;
    let chosen = options.get("target");
    if chosen.is_some_and(|chosen| targets::TARGETS.iter().all(|(name, _)| *name != chosen)) {
        return Err("the targets are request, answer and layout".to_owned());
    }
    for (name, target) in targets::TARGETS {
        if chosen.is_some_and(|chosen| chosen != name) {
            continue;
        }
        let mut dice = Dice::new(seed);
        let begun = Instant::now();
        for _ in 0..runs {
            let input = mutate::input(&corpus, &mut dice);
            // A layout has no byte that chooses.
            let input = if name == "layout" {
                &input[1..]
            } else {
                &input[..]
            };
            if catch_unwind(|| target(input)).is_err() {
                return Err(format!(
                    "{name} broke on {}",
                    String::from_utf8_lossy(input)
                ));
            }
        }
        let seconds = begun.elapsed().as_secs_f64();
        println!("{name}: {runs} executions in {seconds:.1} s, nothing broke");
    }
    Ok(())
}
