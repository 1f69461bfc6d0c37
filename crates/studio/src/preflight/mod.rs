//! What is looked at before the red button: asked of everybody at once, then judged without asking anybody.

mod ask;
mod judge;
mod layout;
mod money;
mod recorder;
mod service;
#[cfg(test)]
mod tests;

use std::time::Duration;

use cloud_recording::contract::Issue;
use cloud_recording::token::RtcToken;

pub(crate) use money::{MOST, ONE};

use crate::fresh::Fresh;
use crate::types::*;

/// How long one question may take. Most of all that a person waits for.
const PATIENCE: Duration = Duration::from_secs(3);

/// What became of a question.
#[derive(Debug, Clone, PartialEq)]
enum Asked<T> {
    Told(T),
    Failed(Failure),
    /// No answer within [`PATIENCE`].
    Late,
    /// Something before it stands in the way, or there is nothing to ask about.
    Unasked,
}

impl<T> Asked<T> {
    fn told(&self) -> Option<&T> {
        match self {
            Self::Told(answer) => Some(answer),
            _ => None,
        }
    }
}

/// Everything that the lines are judged by.
#[derive(Debug, Clone)]
struct Facts {
    setup: Setup,
    layout: Layout,
    /// Of both bodies, errors first.
    issues: Vec<Issue>,
    /// The keychain's answer to the question for the project's secret.
    keys: Asked<()>,
    people: Asked<People>,
    /// Reserving a recorder, which is let go again.
    reserved: Asked<()>,
    storage: Asked<StorageCheck>,
    /// A token like the one that the recorder will get; not asked where the project has no certificate.
    token: Asked<RtcToken>,
    /// The project's own App ID.
    app_id: String,
    /// Recorder IDs that record this channel already.
    recording_ids: Vec<String>,
    /// Unix milliseconds.
    now: i64,
}

/// Good answers, by account and by storage; of what changes meanwhile they are forgotten.
#[derive(Debug, Default)]
pub(crate) struct Preflights {
    pub reserved: Fresh<String, ()>,
    pub storages: Fresh<String, StorageCheck>,
}

fn line(subject: PreflightSubject, level: Level, code: PreflightCode) -> PreflightLine {
    PreflightLine {
        subject,
        level,
        code,
        params: Default::default(),
        fix: None,
        failure: None,
        issue: None,
    }
}

impl PreflightLine {
    fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.params.insert(key.to_owned(), value.to_string());
        self
    }

    fn fix(mut self, fix: PreflightFix) -> Self {
        self.fix = Some(fix);
        self
    }
}

/// No answer in time says nothing against anybody.
fn late(subject: PreflightSubject) -> PreflightLine {
    line(subject, Level::Warn, PreflightCode::Late)
        .with("seconds", PATIENCE.as_secs())
        .fix(PreflightFix::CheckAgain)
}

fn unasked(subject: PreflightSubject) -> PreflightLine {
    line(subject, Level::Info, PreflightCode::Unasked)
}

fn failed(
    subject: PreflightSubject,
    level: Level,
    failure: &Failure,
    fix: PreflightFix,
) -> PreflightLine {
    PreflightLine {
        failure: Some(failure.clone()),
        ..line(subject, level, PreflightCode::Failed)
    }
    .fix(fix)
}
