//! The lines about what others say: the service, and the store.

use super::judge::{is_in_the_way, issue_at};
use super::{Asked, Facts, failed, late, line, unasked};
use crate::types::*;
use PreflightCode as Code;
use PreflightFix as Fix;
use PreflightSubject as Subject;

/// Whether the service takes the project's credentials.
pub(super) fn account(facts: &Facts) -> PreflightLine {
    let subject = Subject::Account;
    match &facts.keys {
        Asked::Failed(failure) => {
            let fix = match failure.code {
                FailureCode::SecretMissing => Fix::OpenAccount,
                _ => Fix::CheckAgain,
            };
            return failed(subject, Level::Bad, failure, fix);
        }
        Asked::Late => return late(subject),
        Asked::Told(()) | Asked::Unasked => {}
    }
    let answers = [refusal(&facts.people), refusal(&facts.reserved)];
    // Each refusal of the credentials is one, whatever the other question was answered.
    if let Some(failure) = answers
        .iter()
        .flatten()
        .find(|failure| failure.code == FailureCode::Unauthorized)
    {
        return failed(subject, Level::Bad, failure, Fix::OpenAccount);
    }
    if facts.people.told().is_some() || facts.reserved.told().is_some() {
        return line(subject, Level::Ok, Code::AccountAccepted);
    }
    let unreachable = answers.iter().flatten().find(|failure| {
        matches!(
            failure.code,
            FailureCode::Unreachable | FailureCode::UnreadableAnswer
        )
    });
    if let Some(failure) = unreachable {
        return failed(subject, Level::Bad, failure, Fix::CheckAgain);
    }
    // The service answered, and said nothing against the credentials.
    if answers
        .iter()
        .flatten()
        .any(|failure| failure.status.is_some())
    {
        return line(subject, Level::Ok, Code::AccountAccepted);
    }
    late(subject)
}

fn refusal<T>(asked: &Asked<T>) -> Option<&Failure> {
    match asked {
        Asked::Failed(failure) => Some(failure),
        _ => None,
    }
}

/// Whether the line of the account says it already.
fn is_of_the_account(failure: &Failure) -> bool {
    matches!(
        failure.code,
        FailureCode::Unauthorized | FailureCode::Unreachable
    )
}

/// Whether recording is switched on.
pub(super) fn recording(facts: &Facts) -> PreflightLine {
    let subject = Subject::Recording;
    match &facts.reserved {
        Asked::Told(()) => line(subject, Level::Ok, Code::RecordingOn),
        Asked::Failed(failure) if is_of_the_account(failure) => unasked(subject),
        Asked::Failed(failure) if is_in_the_way(failure) => {
            failed(subject, Level::Bad, failure, Fix::OpenAccount)
        }
        Asked::Failed(failure) => failed(subject, Level::Warn, failure, Fix::CheckAgain),
        Asked::Late => late(subject),
        Asked::Unasked => unasked(subject),
    }
}

/// Whether there is anybody to record.
pub(super) fn channel(facts: &Facts) -> PreflightLine {
    let subject = Subject::Channel;
    if let Some(issue) = issue_at(facts, subject, |path| path == "/cname", Fix::ShowField) {
        return issue;
    }
    match &facts.people {
        Asked::Told(people) if !people.exists || people.ids.is_empty() => {
            line(subject, Level::Warn, Code::ChannelEmpty).fix(Fix::CheckAgain)
        }
        Asked::Told(people) if people.channel_type == Some(ChannelType::Live) => {
            line(subject, Level::Ok, Code::ChannelHosts)
                .with("hosts", people.ids.len())
                .with("audience", people.audience)
        }
        Asked::Told(people) => {
            line(subject, Level::Ok, Code::ChannelPeople).with("people", people.ids.len())
        }
        Asked::Failed(failure) if is_of_the_account(failure) => unasked(subject),
        // The list of users can do without: the recorder joins all the same.
        Asked::Failed(failure) => failed(subject, Level::Warn, failure, Fix::CheckAgain),
        Asked::Late => late(subject),
        Asked::Unasked => unasked(subject),
    }
}

/// Whether files can be written, and played from here.
pub(super) fn storage(facts: &Facts) -> PreflightLine {
    let subject = Subject::Storage;
    let is_at = |path: &str| path.starts_with("/clientRequest/storageConfig");
    if let Some(issue) = issue_at(facts, subject, is_at, Fix::OpenStorage) {
        return issue;
    }
    match &facts.storage {
        Asked::Told(check) if !check.can_record => match bad(check) {
            Some((failure, true)) => failed(subject, Level::Bad, &failure, Fix::OpenStorage),
            Some((failure, false)) => failed(subject, Level::Warn, &failure, Fix::CheckAgain),
            None => line(subject, Level::Warn, Code::StorageNoPlay).fix(Fix::OpenStorage),
        },
        Asked::Told(check) if !check.can_play => PreflightLine {
            failure: first(check, Level::Warn).and_then(|line| line.failure.clone()),
            ..line(subject, Level::Warn, Code::StorageNoPlay).fix(Fix::OpenStorage)
        },
        Asked::Told(_) => line(subject, Level::Ok, Code::StorageFine),
        Asked::Failed(failure) => failed(subject, Level::Bad, failure, Fix::OpenStorage),
        Asked::Late => late(subject),
        Asked::Unasked => unasked(subject),
    }
}

fn first(check: &StorageCheck, level: Level) -> Option<&StorageCheckLine> {
    check.lines.iter().find(|line| line.level == level)
}

/// What went wrong with the writing, and whether the store itself, or the keychain, said so. That this computer does
/// not get through to a store says nothing of whether the service does.
fn bad(check: &StorageCheck) -> Option<(Failure, bool)> {
    use StorageTrouble as T;
    let line = first(check, Level::Bad)?;
    let is_on_the_way = matches!(
        line.trouble,
        Some(
            T::NameUnknown
                | T::NoConnection
                | T::Tls
                | T::Proxy
                | T::Timeout
                | T::Slow
                | T::StoreTrouble
                | T::NotAStore
        )
    );
    Some((line.failure.clone()?, !is_on_the_way))
}
