//! What texts must look like.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::channel_name::{CHANNEL_NAME_BYTES, is_channel_character};
use super::field::Form;
use super::issue::{Issue, IssueCode};
use crate::Mode;

/// The one entry of a list that stands for everybody.
pub(super) const ALL_STREAMS: &str = "#allstream#";

/// What is wrong with a text at `path`.
pub(super) fn judge(form: Form, text: &str, mode: Option<Mode>, path: &str) -> Option<Issue> {
    let bad =
        |expected: &str| Some(Issue::error(IssueCode::BadFormat, path).with("expected", expected));
    let suspicious = |expected: &str| {
        Some(Issue::warning(IssueCode::BadFormat, path).with("expected", expected))
    };
    let empty = || Some(Issue::error(IssueCode::Empty, path));
    match form {
        Form::Any => None,
        Form::Filled | Form::Literal | Form::WebAddress | Form::Host if text.is_empty() => empty(),
        Form::Filled => None,
        Form::Literal => {
            (text.trim() != text).then(|| Issue::warning(IssueCode::SurroundingBlanks, path))
        }
        Form::ChannelName => channel_name(text, mode, path),
        Form::Uid if !is_uid(text) => bad("uid"),
        // Taken, but nobody in the channel has such an ID.
        Form::UidOrEmpty if !text.is_empty() && !is_uid(text) => suspicious("uid"),
        Form::UidOrAll if text != ALL_STREAMS && !is_uid(text) => bad("uid"),
        Form::Uid | Form::UidOrEmpty | Form::UidOrAll => None,
        Form::Color if !is_color(text) => bad("color"),
        Form::Color => None,
        Form::Image => (!text.is_empty() && !starts_with(text, &["https://"]))
            .then(|| Issue::warning(IssueCode::ImageNotHttps, path)),
        Form::WebAddress if !starts_with(text, &["http://", "https://"]) => {
            suspicious("webAddress")
        }
        Form::WebAddress => None,
        Form::RtmpAddress if !starts_with(text, &["rtmp://", "rtmps://"]) => bad("rtmpAddress"),
        Form::RtmpAddress => None,
        Form::Host if !is_host(text) => bad("host"),
        Form::Host => None,
        Form::PathPart if text.is_empty() => empty(),
        Form::PathPart if !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            bad("lettersAndDigits")
        }
        Form::PathPart => None,
        Form::Salt if STANDARD.decode(text).map(|bytes| bytes.len()) != Ok(32) => bad("salt"),
        Form::Salt => None,
        Form::JsonText if serde_json::from_str::<serde_json::Value>(text).is_err() => {
            suspicious("json")
        }
        Form::JsonText => None,
    }
}

/// Whole number text, 1 to 4294967295, digits only.
pub(super) fn is_uid(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u32>().is_ok_and(|uid| uid != 0)
}

fn channel_name(text: &str, mode: Option<Mode>, path: &str) -> Option<Issue> {
    let too_long = |severity: fn(IssueCode, String) -> Issue, max: usize| {
        Some(severity(IssueCode::TooLong, path.to_owned()).with("max", max))
    };
    if text.is_empty() {
        return Some(Issue::error(IssueCode::Empty, path));
    }
    match mode {
        Some(Mode::Web) if text.len() > 1024 => too_long(Issue::error, 1024),
        Some(Mode::Web) if text.len() > 128 => too_long(Issue::warning, 128),
        Some(Mode::Web) => None,
        _ if text.len() > CHANNEL_NAME_BYTES => too_long(Issue::error, CHANNEL_NAME_BYTES),
        _ => {
            let odd = text
                .chars()
                .find(|&character| !is_channel_character(character))?;
            let issue = Issue::error(IssueCode::BadFormat, path);
            Some(issue.with("expected", "channelName").with("character", odd))
        }
    }
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_host(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}

fn starts_with(text: &str, schemes: &[&str]) -> bool {
    let lower = text.to_ascii_lowercase();
    schemes
        .iter()
        .any(|scheme| lower.len() > scheme.len() && lower.starts_with(scheme))
}
