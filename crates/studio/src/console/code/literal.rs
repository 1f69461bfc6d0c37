//! JSON as a value of a programming language.

use std::collections::BTreeMap;

use serde_json::Value;

/// How a language writes values.
pub struct Words<'a> {
    pub yes: &'a str,
    pub no: &'a str,
    pub nothing: &'a str,
    pub object: (&'a str, &'a str),
    pub list: (&'a str, &'a str),
    /// Each entry ends with a comma, the last one too.
    pub last_comma: bool,
    pub name: fn(&str) -> String,
    pub text: fn(&str) -> String,
    pub number: fn(&serde_json::Number) -> String,
    /// Reads an environment variable.
    pub variable: fn(&str) -> String,
    pub indent: &'a str,
}

impl Words<'_> {
    /// The value, whose first line is at a depth of `depth` indents.
    pub fn write(
        &self,
        value: &Value,
        variables: &BTreeMap<String, String>,
        depth: usize,
    ) -> String {
        let mut out = String::new();
        self.value(value, variables, depth, &mut String::new(), &mut out);
        out
    }

    fn value(
        &self,
        value: &Value,
        variables: &BTreeMap<String, String>,
        depth: usize,
        place: &mut String,
        out: &mut String,
    ) {
        if let Some(name) = variables.get(place.as_str()) {
            out.push_str(&(self.variable)(name));
            return;
        }
        match value {
            Value::Null => out.push_str(self.nothing),
            Value::Bool(flag) => out.push_str(if *flag { self.yes } else { self.no }),
            Value::Number(number) => out.push_str(&(self.number)(number)),
            Value::String(text) => out.push_str(&(self.text)(text)),
            Value::Array(entries) => {
                let entries = entries.iter().enumerate();
                let entries = entries.map(|(index, entry)| (index.to_string(), None, entry));
                self.entries(self.list, entries, variables, depth, place, out);
            }
            Value::Object(members) => {
                let members = members.iter().map(|(name, member)| {
                    let step = name.replace('~', "~0").replace('/', "~1");
                    (step, Some(name.as_str()), member)
                });
                self.entries(self.object, members, variables, depth, place, out);
            }
        }
    }

    fn entries<'v>(
        &self,
        (open, close): (&str, &str),
        entries: impl Iterator<Item = (String, Option<&'v str>, &'v Value)>,
        variables: &BTreeMap<String, String>,
        depth: usize,
        place: &mut String,
        out: &mut String,
    ) {
        out.push_str(open);
        let length = place.len();
        let mut first = true;
        for (step, name, value) in entries {
            if !std::mem::replace(&mut first, false) {
                out.push(',');
            }
            self.line(depth + 1, out);
            if let Some(name) = name {
                out.push_str(&(self.name)(name));
                out.push_str(": ");
            }
            place.push('/');
            place.push_str(&step);
            self.value(value, variables, depth + 1, place, out);
            place.truncate(length);
        }
        if !first {
            if self.last_comma {
                out.push(',');
            }
            self.line(depth, out);
        }
        out.push_str(close);
    }

    fn line(&self, depth: usize, out: &mut String) {
        out.push('\n');
        for _ in 0..depth {
            out.push_str(self.indent);
        }
    }
}

/// A text as JSON writes it, which several languages read in the same way.
pub fn json(text: &str) -> String {
    // Lines that only some of them know must not end a comment or a text in any of them.
    Value::from(text)
        .to_string()
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
        .replace('\u{7f}', "\\u007f")
}

pub fn number(number: &serde_json::Number) -> String {
    number.to_string()
}
