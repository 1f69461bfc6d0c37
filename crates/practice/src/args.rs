//! The command line.

use std::path::PathBuf;

use practice::Config;

/// Where the secret may come from instead of the command line, which other users can see.
pub const SECRET_VARIABLE: &str = "PRACTICE_CUSTOMER_SECRET";

pub const HELP: &str = "\
A stand-in for Agora Cloud Recording on 127.0.0.1.

Usage: practice --port PORT --app-id ID --customer-id ID --customer-secret SECRET
                [--files DIR] [--data DIR]

  --port PORT               port on 127.0.0.1; 0 takes any free one
  --app-id ID               the App ID that calls must name
  --customer-id ID          the customer ID that calls sign in with
  --customer-secret SECRET  its secret; better given as PRACTICE_CUSTOMER_SECRET
  --files DIR               folder that plays the part of the bucket
  --data DIR                folder for what must outlive a restart
  --help                    this text

Without --files or --data a fresh temporary folder is used.
The first line on standard output is \"practice: http://127.0.0.1:PORT\".
";

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    Help,
    Serve(Options),
}

/// A [`Config`] in the making. It has no `Debug` of the secret.
#[derive(PartialEq, Eq, Default)]
pub struct Options {
    pub port: u16,
    pub app_id: String,
    pub customer_id: String,
    pub customer_secret: String,
    pub files: Option<PathBuf>,
    pub data: Option<PathBuf>,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

impl Options {
    pub fn into_config(self, files: PathBuf, data: PathBuf) -> Config {
        Config {
            port: self.port,
            app_id: self.app_id,
            customer_id: self.customer_id,
            customer_secret: self.customer_secret.into(),
            files,
            data,
            clock: std::sync::Arc::new(practice::SystemClock),
            requests_per_second: Some(10),
        }
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
    let (mut files, mut data) = (None, None);
    while let Some(flag) = args.next() {
        if flag == "--help" || flag == "-h" {
            return Ok(Wanted::Help);
        }
        // Both `--port 0` and `--port=0`.
        let (flag, joined) = match flag.split_once('=') {
            Some((flag, value)) => (flag.to_owned(), Some(value.to_owned())),
            None => (flag, None),
        };
        let slot = match flag.as_str() {
            "--port" => &mut port,
            "--app-id" => &mut app_id,
            "--customer-id" => &mut customer_id,
            "--customer-secret" => &mut customer_secret,
            "--files" => &mut files,
            "--data" => &mut data,
            _ => return Err(format!("There is no {flag}. Try --help.")),
        };
        let value = joined.or_else(|| args.next());
        *slot = Some(value.ok_or_else(|| format!("{flag} needs a value after it."))?);
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
    Ok(Wanted::Serve(Options {
        port,
        app_id: needed(app_id, "--app-id")?,
        customer_id: needed(customer_id, "--customer-id")?,
        customer_secret: needed(customer_secret, "--customer-secret")?,
        files: files.map(PathBuf::from),
        data: data.map(PathBuf::from),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_line(line: &str, secret: Option<&str>) -> Result<Wanted, String> {
        read(
            line.split_whitespace().map(str::to_owned),
            secret.map(str::to_owned),
        )
    }

    #[test]
    fn the_secret_comes_from_the_line_or_the_environment() {
        let line = "--port 0 --app-id a --customer-id k";
        let Ok(Wanted::Serve(options)) = read_line(line, Some("from outside")) else {
            unreachable!("the environment's secret completes the line")
        };
        assert_eq!(
            options.customer_secret, "from outside",
            "taken from the environment"
        );
        let line = format!("{line} --customer-secret=given");
        let Ok(Wanted::Serve(options)) = read_line(&line, Some("from outside")) else {
            unreachable!("the line is complete")
        };
        assert_eq!(options.customer_secret, "given", "the line wins");
    }

    #[test]
    fn what_is_wrong_is_said() {
        let whole = "--port 0 --app-id a --customer-id k --customer-secret s";
        let cases = [
            ("--app-id a", "--port is missing"),
            ("--port", "--port needs a value"),
            ("--port 65536 --app-id a", "--port must be 0 to 65535"),
            (
                "--port 0 --app-id a --customer-id k",
                "--customer-secret is missing",
            ),
            (&format!("{whole} --colour red"), "There is no --colour"),
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
}
