//! What the service would say to a call, before it is asked.

use cloud_recording::contract::{
    CHANNEL_NAME_BYTES, Issue, IssueCode, Severity, check_at, is_legal_channel_name, secret_places,
};
use cloud_recording::{Call, Mode};
use serde_json::Value;

use super::reference::{Reference, Standing};
use crate::accounts::issue;
use crate::core::Shared;
use crate::types::{ConsoleCall, ConsoleCheck, Move};

impl Shared {
    /// Judges a call by the contract. Nothing is asked of anybody, the keychain included.
    pub(crate) fn console_check(&self, call: &ConsoleCall) -> ConsoleCheck {
        let now = self.clock.now() / 1_000;
        let mut found = judge(call, now);
        // Only memory and the store are looked at: the check follows every key that is pressed.
        for place in secret_places(&call.body) {
            let standing = call.body.pointer(&place).map(Standing::of);
            let gone = match standing {
                Some(Standing::Reference(Reference::Held(id))) => self.held.get(&id).is_none(),
                Some(Standing::Reference(Reference::AccessKey(id) | Reference::SecretKey(id))) => {
                    self.storage(&id).is_ok_and(|it| !it.has_keys) || self.storage(&id).is_err()
                }
                _ => false,
            };
            if gone {
                found.issues.push(issue(IssueCode::Required, &place));
            }
        }
        found.issues.sort_by_key(|issue| issue.severity);
        found
    }
}

/// Judges the body and the parts of the address, at a moment in Unix seconds.
fn judge(call: &ConsoleCall, now: i64) -> ConsoleCheck {
    let mut issues = address_issues(call);
    let mut bare = Vec::new();
    let mut moves = Vec::new();
    if !matches!(call.call, Call::Query | Call::ChannelUsers) {
        let places = secret_places(&call.body);
        let mut filled = Vec::new();
        let mut empty = Vec::new();
        for place in places {
            match call.body.pointer(&place).map(Standing::of) {
                Some(Standing::Reference(_)) => filled.push(place),
                Some(Standing::Bare) => bare.push(place),
                // `•••` is what a call of the history has where a secret was.
                Some(Standing::Nothing) if call.body.pointer(&place) != Some(&Value::from("")) => {
                    empty.push(place);
                }
                _ => {}
            }
        }
        let mut found = check_at(call.call, Some(call.mode), &call.body, now);
        found.retain(|issue| {
            let known = filled.contains(&issue.path) || empty.contains(&issue.path);
            !(known && is_about_value(issue.code))
        });
        moves = moves_of(call, &found);
        issues.extend(found);
        issues.extend(empty.iter().map(|place| issue(IssueCode::Required, place)));
    }
    issues.sort_by_key(|issue| issue.severity);
    ConsoleCheck {
        issues,
        moves,
        bare,
    }
}

/// Says something of the signs that a member holds, which of a reference nobody knows.
fn is_about_value(code: IssueCode) -> bool {
    matches!(
        code,
        IssueCode::BadFormat
            | IssueCode::TooLong
            | IssueCode::Empty
            | IssueCode::SurroundingBlanks
            | IssueCode::NotAnOption
            | IssueCode::Required
    )
}

/// Which parts of the address a call has.
fn address_issues(call: &ConsoleCall) -> Vec<Issue> {
    let parts: &[(&str, &str)] = match call.call {
        Call::Acquire => &[],
        Call::Start => &[("resourceid", &call.resource_id)],
        Call::ChannelUsers => &[("channel", &call.channel)],
        _ => &[("resourceid", &call.resource_id), ("sid", &call.sid)],
    };
    let mut issues = Vec::new();
    for (name, text) in parts {
        if text.is_empty() {
            issues.push(issue(IssueCode::Required, name));
        } else if text.trim() != *text {
            let warning = issue(IssueCode::SurroundingBlanks, name);
            issues.push(Issue {
                severity: Severity::Warning,
                ..warning
            });
        }
    }
    let channel = call.channel.as_str();
    if call.call == Call::ChannelUsers && !channel.is_empty() {
        if channel.len() > CHANNEL_NAME_BYTES {
            let mut too_long = issue(IssueCode::TooLong, "channel");
            let max = CHANNEL_NAME_BYTES.to_string();
            too_long.params.insert("max".to_owned(), max);
            issues.push(too_long);
        } else if !is_legal_channel_name(channel) {
            let mut bad = issue(IssueCode::BadFormat, "channel");
            let expected = "channelName".to_owned();
            bad.params.insert("expected".to_owned(), expected);
            issues.push(bad);
        }
    }
    // The contract says so of bodies; query and the user list have none.
    if call.call == Call::UpdateLayout && call.mode != Mode::Mix && call.body.is_null() {
        issues.push(issue(IssueCode::CallNotInMode, "mode"));
    }
    issues
}

/// Where misplaced and misspelt members belong, as far as that is one place and it is free.
fn moves_of(call: &ConsoleCall, issues: &[Issue]) -> Vec<Move> {
    let mut moves: Vec<Move> = Vec::new();
    for issue in issues {
        let to = match issue.code {
            IssueCode::Misplaced => issue
                .params
                .get("belongs")
                .and_then(|belongs| place_of(call, &issue.path, belongs)),
            IssueCode::UnknownMember => issue.params.get("meant").and_then(|meant| {
                let (holder, _) = issue.path.rsplit_once('/')?;
                Some(format!("{holder}/{meant}"))
            }),
            _ => None,
        };
        let Some(to) = to else { continue };
        let free = can_be_made(&call.body, &to) && !moves.iter().any(|known| known.to == to);
        let inside_itself = to.starts_with(&format!("{}/", issue.path));
        if free && !inside_itself {
            let from = issue.path.clone();
            moves.push(Move { from, to });
        }
    }
    moves
}

/// The pointer of a row's path, such as `start.clientRequest.recordingConfig.maxIdleTime`, in this body.
fn place_of(call: &ConsoleCall, from: &str, belongs: &str) -> Option<String> {
    const ANNOUNCED: &str = "/clientRequest/startParameter";
    let (of, path) = belongs.split_once('.')?;
    let announced = call.call == Call::Acquire
        && (from == ANNOUNCED || from.starts_with(&format!("{ANNOUNCED}/")));
    let (mut place, path) = match of {
        of if of == call.call.as_str() && !announced => (String::new(), path),
        // Acquire's startParameter has the members of start's clientRequest.
        "start" if announced => (ANNOUNCED.to_owned(), path.strip_prefix("clientRequest.")?),
        _ => return None,
    };
    let mut names = path.split('.').peekable();
    while let Some(name) = names.next() {
        let list = name.strip_suffix("[]");
        place = format!("{place}/{}", list.unwrap_or(name));
        if list.is_some() && names.peek().is_some() {
            // Of several entries nobody knows which is meant.
            let entries = call.body.pointer(&place)?.as_array()?;
            if entries.len() != 1 {
                return None;
            }
            place.push_str("/0");
        }
    }
    Some(place)
}

/// Nothing is there yet, and everything on the way to it is an object or can be made one.
fn can_be_made(body: &Value, place: &str) -> bool {
    if body.pointer(place).is_some() {
        return false;
    }
    let ends = place.match_indices('/').map(|(at, _)| at);
    ends.filter_map(|end| body.pointer(place.get(..end)?))
        .all(|holder| holder.is_object() || holder.is_array())
}

#[cfg(test)]
mod tests;
