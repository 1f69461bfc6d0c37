//! Turns one of the service's own layouts into the regions of a custom one.
//!
//! ```text
//! cargo run -q -p cloud-recording --example preset -- vertical --people 5 --largest 2
//! ```
//!
//! The layout is floating, best-fit or vertical, `--people` is 1 to 17. Prints a `layoutConfig`, in
//! the order in which people join: the n-th region is the n-th person's. `--largest` says whose
//! picture is the large one of the vertical layout, by that order; without it the first one's.
//! Exit code 2: a wrong command line.

mod options;

use std::process::ExitCode;

use cloud_recording::presets::{MOST, Place, Preset, places_around};
use options::Options;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("preset: {why}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let options = Options::read(&["people", "largest"])?;
    let preset = match options.words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["floating"] => Preset::Floating,
        ["best-fit"] => Preset::BestFit,
        ["vertical"] => Preset::Vertical,
        _ => return Err("name one layout: floating, best-fit or vertical".to_owned()),
    };
    let people: usize = options.number("people")?.ok_or("--people is needed")?;
    if !(1..=MOST).contains(&people) {
        return Err(format!("--people must be from 1 to {MOST}"));
    }
    let largest: usize = options.number("largest")?.unwrap_or(1);
    if !(1..=people).contains(&largest) {
        return Err(format!("--largest must be from 1 to {people}"));
    }
    let regions: Vec<_> = places_around(preset, people, largest)
        .into_iter()
        .map(Place::region)
        .collect();
    let printed = serde_json::to_string_pretty(&regions).map_err(|error| error.to_string())?;
    println!("{printed}");
    Ok(())
}
