use super::{ACQUIRE, Context, Rule, UPDATE_LAYOUT, rule};
use crate::Mode;
use crate::contract::issue::{Issue, IssueCode};

pub(super) const RULES: &[Rule] = &[
    rule(IssueCode::SceneMismatch, ACQUIRE, &["scene"], scene),
    rule(IssueCode::CallNotInMode, UPDATE_LAYOUT, &[], call),
];

/// Acquire takes any scene; start then refuses the one that does not fit its mode.
fn scene(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(mode) = context.mode else { return };
    let scene = context.find("scene");
    let given = scene
        .as_ref()
        .map_or(Some(0), |found| super::whole(found.value));
    let fits = match (mode, given) {
        (Mode::Web, Some(1)) | (Mode::Individual, Some(0 | 2)) | (Mode::Mix, Some(0)) => true,
        // Another rule speaks of what is no scene at all.
        (_, None | Some(..=-1 | 3..)) => true,
        _ => false,
    };
    if !fits {
        let issue = Issue::error(IssueCode::SceneMismatch, context.path("scene"));
        issues.push(issue.with("mode", mode));
    }
}

/// Only a mix has a layout.
fn call(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if let Some(mode) = context.mode.filter(|&mode| mode != Mode::Mix) {
        issues.push(Issue::error(IssueCode::CallNotInMode, "").with("mode", mode));
    }
}
