//! The command line of the examples: words, and `--name value` or `--name=value`.

use std::collections::BTreeMap;

/// What was typed.
pub struct Options {
    /// Words without a name, in their order.
    pub words: Vec<String>,
    named: BTreeMap<String, String>,
}

impl Options {
    /// Reads the command line; a name that is not in `known` is a mistake.
    pub fn read(known: &[&str]) -> Result<Self, String> {
        let mut options = Self {
            words: Vec::new(),
            named: BTreeMap::new(),
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let Some(name) = argument.strip_prefix("--") else {
                options.words.push(argument);
                continue;
            };
            let (name, value) = match name.split_once('=') {
                Some((name, value)) => (name.to_owned(), value.to_owned()),
                None => {
                    let value = arguments.next().ok_or(format!("--{name} needs a value"))?;
                    (name.to_owned(), value)
                }
            };
            if !known.contains(&name.as_str()) {
                return Err(format!("there is no --{name}"));
            }
            options.named.insert(name, value);
        }
        Ok(options)
    }

    /// A value that must be given.
    #[allow(dead_code)]
    pub fn required(&self, name: &str) -> Result<&str, String> {
        self.get(name).ok_or(format!("--{name} is needed"))
    }

    /// A value that may be given.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.named.get(name).map(String::as_str)
    }

    /// A number that may be given.
    #[allow(dead_code)]
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, String> {
        let text = self.get(name);
        text.map(|text| {
            text.parse()
                .map_err(|_| format!("--{name} must be a whole number"))
        })
        .transpose()
    }
}
