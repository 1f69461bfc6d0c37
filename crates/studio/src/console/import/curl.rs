//! Command lines of cURL, as people keep them in notes and scripts.

use cloud_recording::contract::IssueCode;
use serde_json::Value;

use super::shell::{self, Command};
use super::{Found, body, not_json, refused};
use crate::types::Failure;

/// Long options with a value that say something of the call.
const DATA: [&str; 5] = [
    "--data",
    "--data-raw",
    "--data-binary",
    "--data-ascii",
    "--json",
];

/// Long options with a value that say nothing of it; it must not be taken for the address.
const OTHERS: [&str; 30] = [
    "--output",
    "--user-agent",
    "--referer",
    "--cookie",
    "--cookie-jar",
    "--proxy",
    "--max-time",
    "--connect-timeout",
    "--write-out",
    "--form",
    "--upload-file",
    "--cacert",
    "--capath",
    "--cert",
    "--key",
    "--retry",
    "--retry-delay",
    "--retry-max-time",
    "--resolve",
    "--interface",
    "--config",
    "--limit-rate",
    "--max-redirs",
    "--proxy-user",
    "--range",
    "--stderr",
    "--trace",
    "--trace-ascii",
    "--dump-header",
    "--connect-to",
];

/// Short options with a value.
const SHORT: &str = "dHuXoAebcxmwFTEKrDUCtyYzQP";

/// Whether a text is, or holds, such a command.
pub fn is_command(text: &str) -> bool {
    text.lines().any(|line| program(line).is_some())
}

/// What follows the name of the program.
fn program(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("$ ").unwrap_or(line).trim_start();
    let rest = line.strip_prefix("curl")?;
    let rest = rest.strip_prefix(".exe").unwrap_or(rest);
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// Every command of the text.
pub fn read(text: &str) -> Result<Vec<Found>, Failure> {
    let commands = if shell::is_windows(text) {
        vec![shell::windows(text)]
    } else {
        shell::bash(text)
    };
    let mut found = Vec::new();
    for command in commands {
        let mut words = command.words.iter().map(String::as_str);
        let mut name = words.next();
        if name == Some("$") {
            name = words.next();
        }
        if matches!(name, Some("curl" | "curl.exe")) {
            let skipped = command.words.len() - words.len();
            found.push(read_command(&command, skipped)?);
        }
    }
    Ok(found)
}

#[derive(Default)]
struct Request {
    address: Option<String>,
    data: Vec<String>,
    method: Option<String>,
    had_sign_in: bool,
}

fn read_command(command: &Command, skipped: usize) -> Result<Found, Failure> {
    let mut request = Request::default();
    let mut words = command.words.iter().skip(skipped).map(String::as_str);
    while let Some(word) = words.next() {
        if let Some(long) = word.strip_prefix("--") {
            let (name, given) = match long.split_once('=') {
                Some((name, value)) => (format!("--{name}"), Some(value)),
                None => (word.to_owned(), None),
            };
            request.long(&name, given, &mut words);
        } else if let Some(short) = word.strip_prefix('-').filter(|rest| !rest.is_empty()) {
            request.short(short, &mut words);
        } else if request.address.is_none() {
            request.address = Some(word.to_owned());
        }
    }
    request.found(command.input.as_deref())
}

impl Request {
    fn long<'a>(
        &mut self,
        name: &str,
        given: Option<&'a str>,
        words: &mut impl Iterator<Item = &'a str>,
    ) {
        let is_data = DATA.contains(&name);
        let own = [
            "--user",
            "--header",
            "--request",
            "--url",
            "--oauth2-bearer",
        ]
        .contains(&name);
        if !is_data && !own && !OTHERS.contains(&name) {
            return;
        }
        let Some(value) = given.or_else(|| words.next()) else {
            return;
        };
        match name {
            "--user" | "--oauth2-bearer" => self.had_sign_in = true,
            "--header" => self.header(value),
            "--request" => self.method = Some(value.to_owned()),
            "--url" => self.address = Some(value.to_owned()),
            _ if is_data => self.data.push(value.to_owned()),
            _ => {}
        }
    }

    /// A bundle such as `-sSX POST` or `-d@file`.
    fn short<'a>(&mut self, bundle: &'a str, words: &mut impl Iterator<Item = &'a str>) {
        for (at, option) in bundle.char_indices() {
            if !SHORT.contains(option) {
                continue;
            }
            let rest = bundle.get(at + option.len_utf8()..).unwrap_or_default();
            let value = if rest.is_empty() {
                words.next()
            } else {
                Some(rest)
            };
            let Some(value) = value else { return };
            match option {
                'd' => self.data.push(value.to_owned()),
                'H' => self.header(value),
                'u' => self.had_sign_in = true,
                'X' => self.method = Some(value.to_owned()),
                _ => {}
            }
            return;
        }
    }

    fn header(&mut self, header: &str) {
        let name = header.split(':').next().unwrap_or_default().trim();
        self.had_sign_in |= name.eq_ignore_ascii_case("authorization");
    }

    fn found(self, input: Option<&str>) -> Result<Found, Failure> {
        let text = match self.data.as_slice() {
            [] => None,
            [one] if one == "@-" => match input {
                Some(input) => Some(input.to_owned()),
                None => return Err(elsewhere()),
            },
            [one] if one.starts_with('@') => return Err(elsewhere()),
            all => Some(all.join("&")),
        };
        let text = text.filter(|text| !text.trim().is_empty());
        let parsed: Option<Value> = text
            .map(|text| body::read(&text).map_err(|error| not_json("/data", &error)))
            .transpose()?;
        let mut had_sign_in = self.had_sign_in;
        let address = self.address.map(|address| {
            let (bare, named) = without_sign_in(&address);
            had_sign_in |= named;
            bare
        });
        Ok(Found {
            address,
            body: parsed,
            had_sign_in,
            ..Found::default()
        })
    }
}

/// The body is in a file that is not here.
fn elsewhere() -> Failure {
    let params = [("expected", "inline".to_owned())];
    refused(IssueCode::BadFormat, "/data", params)
}

/// `https://name:secret@host/…` without its name and secret.
fn without_sign_in(address: &str) -> (String, bool) {
    let Some((scheme, rest)) = address.split_once("://") else {
        return (address.to_owned(), false);
    };
    let end = rest.find('/').unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    match host.rsplit_once('@') {
        Some((_, host)) => (format!("{scheme}://{host}{path}"), true),
        None => (address.to_owned(), false),
    }
}
