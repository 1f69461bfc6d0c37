//! Makes the RTC token with which a recorder joins a channel.
//!
//! ```text
//! APP_CERTIFICATE=… cargo run -q -p cloud-recording --example token -- \
//!     --app-id A --channel C --uid N --issued-at SECONDS --salt N --expires-in SECONDS
//! ```
//!
//! `--uid 0` or an empty one makes a token that anybody may use. The certificate is read from the
//! environment, because everybody on a computer can see the arguments of its programs. Exit code 1:
//! no token can be made of this; 2: a wrong command line.

mod options;

use std::process::ExitCode;

use cloud_recording::{Secret, token};
use options::Options;

const NAMES: [&str; 6] = [
    "app-id",
    "channel",
    "uid",
    "issued-at",
    "salt",
    "expires-in",
];

fn main() -> ExitCode {
    match run() {
        Ok(Ok(token)) => {
            println!("{}", token.expose());
            ExitCode::SUCCESS
        }
        Ok(Err(error)) => {
            eprintln!("token: {error}");
            ExitCode::from(1)
        }
        Err(why) => {
            eprintln!("token: {why}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<Result<Secret, cloud_recording::Error>, String> {
    let options = Options::read(&NAMES)?;
    if let Some(word) = options.words.first() {
        return Err(format!("{word} belongs to no option"));
    }
    let uid = match options.required("uid")? {
        "" => 0,
        text => text
            .parse()
            .map_err(|_| "--uid must be from 0 to 4294967295, or empty")?,
    };
    let number = |name| options.number(name)?.ok_or(format!("--{name} is needed"));
    let (issued_at, salt, expires_in) =
        (number("issued-at")?, number("salt")?, number("expires-in")?);
    let certificate = std::env::var("APP_CERTIFICATE")
        .map_err(|_| "the certificate must be in the environment, as APP_CERTIFICATE")?;
    Ok(token::rtc(
        options.required("app-id")?,
        &Secret::from(certificate),
        options.required("channel")?,
        uid,
        issued_at,
        salt,
        expires_in,
    ))
}
