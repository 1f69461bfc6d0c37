//! Where a recording stands, and the text that a search looks at.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::types::{FailureCode, Recording, RecordingState as State, Standing, Upload};

impl Standing {
    /// Where a recording stands now.
    pub(crate) fn of(recording: &Recording) -> Self {
        let problem = recording.problem.as_ref().map(|problem| problem.code);
        match (recording.state, problem) {
            (_, Some(FailureCode::StoppedUnexpectedly)) => Self::StoppedUnexpectedly,
            (State::Ended, Some(FailureCode::EndedByItself)) => Self::EndedByItself,
            (State::Recording, Some(FailureCode::Unreachable)) => Self::OutOfSight,
            (State::Saved | State::Ended, _) if recording.upload == Some(Upload::Backuped) => {
                Self::InBackup
            }
            (State::Preparing | State::Acquired | State::Starting | State::Confirming, _) => {
                Self::Starting
            }
            (State::Recording, _) => Self::Recording,
            (State::OutOfSight | State::Unconfirmed, _) => Self::OutOfSight,
            (State::Stopping | State::Uploading, _) => Self::Uploading,
            (State::Saved, _) => Self::Saved,
            (State::Empty, _) => Self::Empty,
            (State::Failed, _) => Self::Failed,
            (State::Ended, _) => Self::Ended,
        }
    }

    /// Its name in the store, the same as on the wire.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Recording => "recording",
            Self::OutOfSight => "outOfSight",
            Self::Uploading => "uploading",
            Self::Saved => "saved",
            Self::InBackup => "inBackup",
            Self::Empty => "empty",
            Self::Failed => "failed",
            Self::Ended => "ended",
            Self::EndedByItself => "endedByItself",
            Self::StoppedUnexpectedly => "stoppedUnexpectedly",
        }
    }
}

/// When it began, or was asked for where it never did.
pub(crate) fn begun(recording: &Recording) -> i64 {
    recording.started_at.unwrap_or(recording.created_at)
}

/// Everything that a search looks at, folded. The day is the one of this computer's place.
pub(crate) fn text(recording: &Recording) -> String {
    let day = Timestamp::from_millisecond(begun(recording)).ok();
    let day = day.map(|at| at.to_zoned_datetime(TimeZone::system()).date().to_string());
    let mut parts = vec![
        recording.channel.as_str(),
        day.as_deref().unwrap_or_default(),
        &recording.storage_name,
        &recording.account_name,
        if recording.practice { "practice" } else { "" },
        recording.sid.as_deref().unwrap_or_default(),
        &recording.prefix,
    ];
    // Names begin with the id and the channel, which are here already; a shorter text is gone through faster.
    let own = recording.sid.as_deref().unwrap_or("\0");
    let told = recording.files.iter().map(String::as_str);
    parts.extend(told.filter(|name| !name.contains(own)).take(20));
    fold(&parts.join("\n"))
}

/// As letters are compared: without their case.
pub(crate) fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// A name so that machines order it as people count: `room-2` before `room-10`.
pub(crate) fn natural(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 8);
    let mut digits = String::new();
    for letter in fold(name).chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            // Behind the number's length longer ones come later; no name has more than 64 letters.
            key.push_str(&format!("{:03}{number}", number.len()));
            digits.clear();
        }
        if letter != '\0' {
            key.push(letter);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_counted_and_not_spelt() {
        let mut names = vec!["room-10", "Room-2", "room-002b", "attic", "room-100"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(
            names,
            ["attic", "Room-2", "room-002b", "room-10", "room-100"],
            "as people order them"
        );
    }

    #[test]
    fn a_standing_has_one_name_in_the_store_and_on_the_wire() {
        use Standing as S;
        for one in [
            S::Starting,
            S::Recording,
            S::OutOfSight,
            S::Uploading,
            S::Saved,
            S::InBackup,
            S::Empty,
            S::Failed,
            S::Ended,
            S::EndedByItself,
            S::StoppedUnexpectedly,
        ] {
            assert_eq!(serde_json::to_value(one).unwrap(), one.name());
        }
    }
}
