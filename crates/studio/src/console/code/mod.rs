//! A call as a program in another language. Where a secret goes, the program reads an environment variable.

mod curl;
mod go;
mod literal;
mod node;
mod python;
mod rust;

use std::collections::BTreeMap;

use cloud_recording::contract::{REDACTED, secret_places};
use serde_json::Value;

use super::reference::{Reference, Standing};
use super::send::target;
use crate::core::Shared;
use crate::types::*;

/// Everything that a program says.
struct Program {
    method: &'static str,
    url: String,
    /// `None` for calls without one.
    body: Option<Value>,
    /// Which variable goes to which place of the body.
    variables: BTreeMap<String, String>,
}

/// What the credentials are called in the environment.
const CUSTOMER_ID: &str = "AGORA_CUSTOMER_ID";
const CUSTOMER_SECRET: &str = "AGORA_CUSTOMER_SECRET";

impl Shared {
    pub(crate) fn console_code(&self, what: ConsoleCode) -> Result<ConsoleCodeText, Failure> {
        let account = self.account(&what.call.account_id)?;
        let target = target(&what.call);
        let mut program = Program {
            method: target.method(),
            url: self.first_address(&account.id, &target),
            body: None,
            variables: BTreeMap::new(),
        };
        if program.method == "POST" {
            program.take(what.call.body, account.has_certificate);
        }
        let text = match what.language {
            CodeLanguage::Curl => curl::write(&program),
            CodeLanguage::Python => python::write(&program),
            CodeLanguage::Node => node::write(&program),
            CodeLanguage::Go => go::write(&program),
            CodeLanguage::Rust => rust::write(&program),
        };
        Ok(ConsoleCodeText { text })
    }
}

impl Program {
    /// Takes the body, with a variable in the place of every secret.
    fn take(&mut self, mut body: Value, has_certificate: bool) {
        let mut given: Vec<(String, String)> = Vec::new();
        for place in secret_places(&body) {
            let Some(value) = body.pointer(&place) else {
                continue;
            };
            let what = match Standing::of(value) {
                Standing::Reference(Reference::Token) if !has_certificate => {
                    super::secrets::put(&mut body, &place, None);
                    continue;
                }
                Standing::Reference(reference) => reference.to_string(),
                Standing::Nothing if value != REDACTED => continue,
                // Two of them need not be the same, and nothing is to be told by comparing them.
                Standing::Nothing | Standing::Bare => place.clone(),
            };
            let known = given.iter().find(|(_, of)| *of == what);
            let name = match known {
                Some((name, _)) => name.clone(),
                None => free_name(&place, &given),
            };
            given.push((name.clone(), what));
            self.variables.insert(place, name);
        }
        self.body = Some(body);
    }

    /// All variables that the program reads, those of the sign-in first.
    fn names(&self) -> Vec<&str> {
        let mut names = vec![CUSTOMER_ID, CUSTOMER_SECRET];
        for name in self.variables.values() {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    fn needs(&self) -> String {
        format!("Set first: {}", self.names().join(", "))
    }
}

/// What the secret at a place is called, with a number where there is another one of the kind.
fn free_name(place: &str, given: &[(String, String)]) -> String {
    let member = place.rsplit('/').next().unwrap_or_default();
    let name = match member.to_ascii_lowercase().as_str() {
        "token" => "RTC_TOKEN".to_owned(),
        "accesskey" => "STORAGE_ACCESS_KEY".to_owned(),
        "secretkey" => "STORAGE_SECRET_KEY".to_owned(),
        "ststoken" => "STORAGE_STS_TOKEN".to_owned(),
        "secret" => "ENCRYPTION_SECRET".to_owned(),
        "salt" => "ENCRYPTION_SALT".to_owned(),
        "rtmpurl" => "RTMP_URL".to_owned(),
        other => other
            .chars()
            .map(|sign| {
                if sign.is_ascii_alphanumeric() {
                    sign.to_ascii_uppercase()
                } else {
                    '_'
                }
            })
            .collect(),
    };
    let taken = |name: &str| given.iter().any(|(known, _)| known == name);
    if !taken(&name) {
        return name;
    }
    (2..)
        .map(|number| format!("{name}_{number}"))
        .find(|name| !taken(name))
        .unwrap_or(name)
}
