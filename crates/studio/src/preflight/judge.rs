//! From the facts to the lines. No clock, no network, no store.

use cloud_recording::contract::{Issue, Severity};

use super::{Facts, layout, line, money, recorder, service};
use crate::types::*;

/// One line for each subject, in the order in which they are read.
pub(super) fn judge(facts: &Facts) -> Vec<PreflightLine> {
    vec![
        service::account(facts),
        service::recording(facts),
        service::channel(facts),
        recorder::channel_type(facts),
        recorder::id(facts),
        recorder::token(facts),
        service::storage(facts),
        layout::layout(facts),
        layout::picture(facts),
        money::price(facts),
    ]
}

/// The worst issue at one of these places of the bodies, as a line.
pub(super) fn issue_at(
    facts: &Facts,
    subject: PreflightSubject,
    is_at: impl Fn(&str) -> bool,
    fix: PreflightFix,
) -> Option<PreflightLine> {
    // Errors come first.
    let issue = facts.issues.iter().find(|issue| is_at(&issue.path))?;
    Some(of_issue(subject, issue, fix))
}

fn of_issue(subject: PreflightSubject, issue: &Issue, fix: PreflightFix) -> PreflightLine {
    let level = match issue.severity {
        Severity::Error => Level::Bad,
        Severity::Warning => Level::Warn,
    };
    PreflightLine {
        issue: Some(issue.clone()),
        ..line(subject, level, PreflightCode::Issue)
    }
    .fix(fix)
}

/// Whether a start has to wait for somebody who puts something right.
pub(super) fn is_in_the_way(failure: &Failure) -> bool {
    use FailureCode as F;
    !matches!(
        failure.code,
        F::RateLimited | F::ServiceTrouble | F::Timeout | F::TooManyRecordings
    )
}
