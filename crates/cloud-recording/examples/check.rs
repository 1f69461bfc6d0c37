//! Judges the body of a call before it is sent.
//!
//! ```text
//! cargo run -q -p cloud-recording --example check -- start --mode mix < body.json
//! ```
//!
//! The call is acquire, start, update, updateLayout, query or stop; `--mode` is individual, mix or
//! web. Prints all issues as a JSON array, errors first. Exit code 0: no error (there may be
//! warnings); 1: at least one error; 2: no JSON object on standard input, or a wrong command line.

mod options;

use std::io::Read;
use std::process::ExitCode;

use cloud_recording::contract::{Severity, check};
use cloud_recording::{Call, Mode};
use options::Options;
use serde_json::Value;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(why) => {
            eprintln!("check: {why}");
            ExitCode::from(2)
        }
    }
}

/// Whether the body has no error.
fn run() -> Result<bool, String> {
    let options = Options::read(&["mode"])?;
    let [call] = options.words.as_slice() else {
        return Err(
            "name one call: acquire, start, update, updateLayout, query or stop".to_owned(),
        );
    };
    let call: Call = call
        .parse()
        .map_err(|_| format!("there is no call {call}"))?;
    if call == Call::ChannelUsers {
        return Err("the user list has no body".to_owned());
    }
    let mode = options.get("mode").map(|mode| {
        mode.parse::<Mode>()
            .map_err(|_| format!("{mode} is not individual, mix or web"))
    });
    let mode = mode.transpose()?;
    let mut text = Vec::new();
    std::io::stdin()
        .read_to_end(&mut text)
        .map_err(|error| error.to_string())?;
    let body: Value = serde_json::from_slice(&text)
        .map_err(|error| format!("not JSON: line {}, column {}", error.line(), error.column()))?;
    if !body.is_object() {
        return Err("not a JSON object".to_owned());
    }
    let issues = check(call, mode, &body);
    let printed = serde_json::to_string_pretty(&issues).map_err(|error| error.to_string())?;
    println!("{printed}");
    Ok(issues
        .iter()
        .all(|issue| issue.severity == Severity::Warning))
}
