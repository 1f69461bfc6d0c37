//! Writes the contract as a page to read, made of the rows.
//!
//! ```text
//! cargo run -p cloud-recording --example contract-docs [-- FILE]
//! ```
//!
//! Without a name it is `docs/contract.md` of this repository. Exit code 1: it cannot be written.

use std::path::PathBuf;
use std::process::ExitCode;

use cloud_recording::contract;

fn main() -> ExitCode {
    let kept = || {
        [
            env!("CARGO_MANIFEST_DIR"),
            "..",
            "..",
            "docs",
            "contract.md",
        ]
        .iter()
        .collect()
    };
    let file: PathBuf = std::env::args_os().nth(1).map_or_else(kept, PathBuf::from);
    match std::fs::write(&file, contract::document()) {
        Ok(()) => {
            println!("{} is written", file.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            ExitCode::from(1)
        }
    }
}
