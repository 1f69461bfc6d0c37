//! The command line.

use std::path::PathBuf;

use practice::ScaledClock;
use practice::faults::Rule;

/// Where the secret may come from instead of the command line, which other users can see.
pub const SECRET_VARIABLE: &str = "PRACTICE_CUSTOMER_SECRET";

pub const HELP: &str = "\
A stand-in for Agora Cloud Recording on 127.0.0.1.

Usage: practice --port PORT --app-id ID --customer-id ID --customer-secret SECRET [more]

  --port PORT               port on 127.0.0.1; 0 takes any free one
  --app-id ID               the App ID that calls must name
  --customer-id ID          the customer ID that calls sign in with
  --customer-secret SECRET  its secret; better given as PRACTICE_CUSTOMER_SECRET
  --files DIR               folder that plays the part of the bucket
  --data DIR                folder for what must outlive a restart
  --requests-per-second N   calls a second before 429; 10 when left out, or unlimited
  --time-scale X            seconds that pass here in one second, 0.1 to 10000; 1 when left out
  --fault RULE              something that goes wrong; may be given many times
  --fault-seed N            faults drawn from a number; random draws the number too
  --quiet                   no line for each request
  --help                    this text

A RULE is [CALL:]FAULT[;NUMBER][*TIMES or ~PROBABILITY], such as start:lost-answer*1,
query:worker-switch;40*1, 429~0.2 or delay;500. Without CALL it is for every call that can meet
it, without TIMES for ever. Calls: acquire, start, query, update, updateLayout, stop,
channelUsers. Faults:

  delay;MS                  answered MS milliseconds late (3000)
  lost-answer               carried out, and the connection dropped without an answer
  dropped                   the connection dropped, nothing carried out
  206                       206 with code 65, nothing carried out
  429, 500, 501, 502, 503, 504
                            refused so, nothing carried out
  worker-switch;SECONDS     404 for SECONDS (30) while recording goes on; files go on as bak0_
  slow-upload;SECONDS       the end takes SECONDS (30) longer
  storage-refused;SECONDS   the bucket takes nothing for SECONDS (600); at start, ever
  html                      a page of HTML in place of JSON, nothing carried out
  truncated                 carried out, half of the answer's body sent
  clock-skew;SECONDS        the service's clock is SECONDS (300) fast; less than 0 is slow
  nobody-joins              nobody is in the channel

One call can ask for its own by the header X-Practice-Fault: FAULT[; NUMBER][, more].

Without --files or --data a fresh temporary folder is used.
The first line on standard output is \"practice: http://127.0.0.1:PORT\". Each request is a line
on standard error: time, method, path, status, milliseconds, and the fault if there was one.
GET /__practice (with the sign-in) shows what there is.
";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub enum Wanted {
    Help,
    Serve(Box<Options>),
}

/// Where faults are drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seed {
    Given(u64),
    Random,
}

/// What there is to serve with. It has no `Debug` of the secret.
#[derive(PartialEq)]
pub struct Options {
    pub port: u16,
    pub app_id: String,
    pub customer_id: String,
    pub customer_secret: String,
    pub files: Option<PathBuf>,
    pub data: Option<PathBuf>,
    /// Nothing is any number.
    pub requests_per_second: Option<u32>,
    pub time_scale: f64,
    pub faults: Vec<Rule>,
    pub seed: Option<Seed>,
    pub quiet: bool,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

/// Reads the arguments (without the program's name). `secret` is what the environment holds.
///
/// # Errors
///
/// A sentence that says what is wrong.
pub fn read(
    args: impl IntoIterator<Item = String>,
    secret: Option<String>,
) -> Result<Wanted, String> {
    let mut args = args.into_iter();
    let (mut port, mut app_id, mut customer_id) = (None, None, None);
    let mut customer_secret = secret;
    let (mut files, mut data, mut quiet) = (None, None, false);
    let (mut calls, mut scale, mut seed) = (None, None, None);
    let mut faults = Vec::new();
    while let Some(flag) = args.next() {
        match flag.as_str() {
            "--help" | "-h" => return Ok(Wanted::Help),
            "--quiet" => {
                quiet = true;
                continue;
            }
            _ => {}
        }
        // Both `--port 0` and `--port=0`.
        let (flag, joined) = match flag.split_once('=') {
            Some((flag, value)) => (flag.to_owned(), Some(value.to_owned())),
            None => (flag, None),
        };
        let mut rule = None;
        let slot = match flag.as_str() {
            "--port" => &mut port,
            "--app-id" => &mut app_id,
            "--customer-id" => &mut customer_id,
            "--customer-secret" => &mut customer_secret,
            "--files" => &mut files,
            "--data" => &mut data,
            "--requests-per-second" => &mut calls,
            "--time-scale" => &mut scale,
            "--fault-seed" => &mut seed,
            "--fault" => &mut rule,
            _ => return Err(format!("There is no {flag}. Try --help.")),
        };
        let value = joined.or_else(|| args.next());
        *slot = Some(value.ok_or_else(|| format!("{flag} needs a value after it."))?);
        if let Some(rule) = rule {
            let read = rule.parse::<Rule>();
            faults.push(read.map_err(|error| format!("--fault {rule}: {error}."))?);
        }
    }
    let needed = |value: Option<String>, flag: &str| {
        value
            .filter(|text| !text.is_empty())
            .ok_or_else(|| format!("{flag} is missing. Try --help."))
    };
    let port = needed(port, "--port")?;
    let port = port
        .parse()
        .map_err(|_| format!("--port must be 0 to 65535, not {port:?}."))?;
    Ok(Wanted::Serve(Box::new(Options {
        port,
        app_id: needed(app_id, "--app-id")?,
        customer_id: needed(customer_id, "--customer-id")?,
        customer_secret: needed(customer_secret, "--customer-secret")?,
        files: files.map(PathBuf::from),
        data: data.map(PathBuf::from),
        requests_per_second: calls.map_or(Ok(Some(10)), |text| read_calls(&text))?,
        time_scale: scale.map_or(Ok(1.0), |text| read_scale(&text))?,
        faults,
        seed: seed.map(|text| read_seed(&text)).transpose()?,
        quiet,
    })))
}

fn read_calls(text: &str) -> Result<Option<u32>, String> {
    if text == "unlimited" {
        return Ok(None);
    }
    let calls = text.parse().ok().filter(|&calls| calls > 0);
    calls.map(Some).ok_or_else(|| {
        format!("--requests-per-second must be a whole number from 1, or unlimited, not {text:?}.")
    })
}

fn read_scale(text: &str) -> Result<f64, String> {
    let range = ScaledClock::SLOWEST..=ScaledClock::FASTEST;
    let scale = text.parse().ok().filter(|scale| range.contains(scale));
    scale.ok_or_else(|| {
        let (least, most) = (range.start(), range.end());
        format!("--time-scale must be {least} to {most}, not {text:?}.")
    })
}

fn read_seed(text: &str) -> Result<Seed, String> {
    if text == "random" {
        return Ok(Seed::Random);
    }
    let seed = text.parse().map(Seed::Given);
    seed.map_err(|_| format!("--fault-seed must be a whole number or random, not {text:?}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "--port 0 --app-id a --customer-id k --customer-secret s";

    fn read_line(line: &str, secret: Option<&str>) -> Result<Wanted, String> {
        read(
            line.split_whitespace().map(str::to_owned),
            secret.map(str::to_owned),
        )
    }

    fn options(line: &str, secret: Option<&str>) -> Box<Options> {
        let Ok(Wanted::Serve(options)) = read_line(line, secret) else {
            unreachable!("{line} is complete")
        };
        options
    }

    #[test]
    fn the_secret_comes_from_the_line_or_the_environment() {
        let line = "--port 0 --app-id a --customer-id k";
        let seen = options(line, Some("from outside")).customer_secret;
        assert_eq!(seen, "from outside", "taken from the environment");
        let line = format!("{line} --customer-secret=given");
        let seen = options(&line, Some("from outside")).customer_secret;
        assert_eq!(seen, "given", "the line wins");
    }

    #[test]
    fn what_may_be_left_out_has_the_services_own_values() {
        let plain = options(WHOLE, None);
        let seen = (plain.requests_per_second, plain.time_scale, plain.quiet);
        assert_eq!(
            seen,
            (Some(10), 1.0, false),
            "ten calls, time as it is, a log"
        );
        assert!(
            plain.faults.is_empty() && plain.seed.is_none(),
            "and no faults"
        );
    }

    #[test]
    fn faults_and_time_are_as_asked_for() {
        let line = format!(
            "{WHOLE} --fault start:lost-answer*1 --fault=delay;500 --fault-seed 7 --quiet \
             --time-scale 60 --requests-per-second unlimited"
        );
        let seen = options(&line, None);
        let faults: Vec<String> = seen.faults.iter().map(Rule::to_string).collect();
        assert_eq!(
            faults,
            ["start:lost-answer*1", "delay; 500"],
            "both, in order"
        );
        assert_eq!(seen.seed, Some(Seed::Given(7)), "the number");
        assert_eq!(seen.time_scale, 60.0, "a minute in a second");
        assert_eq!(seen.requests_per_second, None, "any number of calls");
        assert!(seen.quiet, "no log");
        let line = format!("{WHOLE} --fault-seed random");
        assert_eq!(options(&line, None).seed, Some(Seed::Random), "to be drawn");
    }

    #[test]
    fn what_is_wrong_is_said() {
        let cases = [
            ("--app-id a", "--port is missing"),
            ("--port", "--port needs a value"),
            ("--port 65536 --app-id a", "--port must be 0 to 65535"),
            (
                "--port 0 --app-id a --customer-id k",
                "--customer-secret is missing",
            ),
            (&format!("{WHOLE} --colour red"), "There is no --colour"),
            (
                &format!("{WHOLE} --time-scale 0"),
                "--time-scale must be 0.1 to 10000, not \"0\".",
            ),
            (
                &format!("{WHOLE} --time-scale x"),
                "--time-scale must be 0.1 to 10000",
            ),
            (
                &format!("{WHOLE} --requests-per-second 0"),
                "--requests-per-second must be a whole number from 1, or unlimited",
            ),
            (
                &format!("{WHOLE} --fault-seed x"),
                "--fault-seed must be a whole number or random",
            ),
            (
                &format!("{WHOLE} --fault thunder"),
                "--fault thunder: there is no fault \"thunder\"; there are delay, ",
            ),
            (&format!("{WHOLE} --fault"), "--fault needs a value"),
        ];
        for (line, sentence) in cases {
            let said = read_line(line, None).err().unwrap_or_default();
            assert!(said.starts_with(sentence), "{line:?} gave {said:?}");
        }
        assert_eq!(
            read_line("--help", None),
            Ok(Wanted::Help),
            "help needs nothing else"
        );
    }

    #[test]
    fn the_help_names_every_fault() {
        for kind in practice::faults::kinds() {
            assert!(HELP.contains(kind.name), "{} is not in the help", kind.name);
        }
    }
}
