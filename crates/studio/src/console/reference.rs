//! What stands in a body in the place of a secret.

use std::fmt;

use cloud_recording::contract::{REDACTED, is_secret_name};
use serde_json::Value;

/// A secret that is put in when the call goes out. It counts only as the whole value of a member that the
/// contract calls secret: anywhere else the same signs are a text like any other, so that no secret
/// can be sent as a channel's name or as a part of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// Made from the account's certificate.
    Token,
    /// A storage's access key.
    AccessKey(String),
    /// A storage's secret key.
    SecretKey(String),
    /// In the keychain, for the console alone.
    Kept(String),
    /// In memory until the app closes.
    Held(String),
}

impl Reference {
    /// Reads `${…}`; `None` for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let inner = text.strip_prefix("${")?.strip_suffix('}')?;
        if inner == "token" {
            return Some(Self::Token);
        }
        let (kind, rest) = inner.split_once(':')?;
        let reference = match kind {
            "storage" => match rest.split_once('/')? {
                (id, "accessKey") => Self::AccessKey(id.to_owned()),
                (id, "secretKey") => Self::SecretKey(id.to_owned()),
                _ => return None,
            },
            "kept" => Self::Kept(rest.to_owned()),
            "held" => Self::Held(rest.to_owned()),
            _ => return None,
        };
        reference.id().is_none_or(is_id).then_some(reference)
    }

    fn id(&self) -> Option<&str> {
        match self {
            Self::Token => None,
            Self::AccessKey(id) | Self::SecretKey(id) | Self::Kept(id) | Self::Held(id) => Some(id),
        }
    }
}

fn is_id(id: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    (1..=64).contains(&id.len()) && id.bytes().all(sign)
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token => f.write_str("${token}"),
            Self::AccessKey(id) => write!(f, "${{storage:{id}/accessKey}}"),
            Self::SecretKey(id) => write!(f, "${{storage:{id}/secretKey}}"),
            Self::Kept(id) => write!(f, "${{kept:{id}}}"),
            Self::Held(id) => write!(f, "${{held:{id}}}"),
        }
    }
}

/// What stands at a member that the contract calls secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    Reference(Reference),
    /// Nothing, or the sign that one was taken out.
    Nothing,
    /// The secret itself.
    Bare,
}

impl Standing {
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::String(text) if text.is_empty() || text == REDACTED => Self::Nothing,
            Value::String(text) => match Reference::read(text) {
                Some(reference) => Self::Reference(reference),
                None => Self::Bare,
            },
            _ => Self::Bare,
        }
    }
}

/// Takes every secret that stands in the clear out of a body; references stay.
pub fn redact_bare(body: &mut Value) {
    each(body, &mut |secret| {
        if Standing::of(secret) == Standing::Bare {
            *secret = Value::from(REDACTED);
        }
    });
}

/// Visits the members that the contract calls secret, at any depth.
pub fn each(value: &mut Value, act: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if is_secret_name(name) {
                    act(member);
                } else {
                    each(member, act);
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| each(entry, act)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_reads_back_as_it_was_written() {
        let all = [
            Reference::Token,
            Reference::AccessKey("practice".to_owned()),
            Reference::SecretKey("0192ab".to_owned()),
            Reference::Kept("k_1-2".to_owned()),
            Reference::Held("h".to_owned()),
        ];
        for reference in all {
            assert_eq!(
                Reference::read(&reference.to_string()),
                Some(reference.clone()),
                "{reference}"
            );
        }
        for text in [
            "",
            "${}",
            "${token",
            "x${token}",
            "${tokens}",
            "${kept:}",
            "${kept:a/b}",
            "${storage:a}",
            "${storage:a/bucket}",
            "${storage:/secretKey}",
            "${kept:a b}",
        ] {
            assert_eq!(Reference::read(text), None, "{text:?} is a text");
        }
    }
}
