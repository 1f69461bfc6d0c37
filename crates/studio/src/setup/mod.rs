//! From what a person chose to what the service is sent.

mod build;
mod prefix;

pub use build::{Bodies, build};
pub use prefix::{fresh as fresh_prefix, preview as preview_prefix};

use cloud_recording::contract::{self, Issue, Severity};
use cloud_recording::{Call, Mode};

/// Both bodies checked against the contract, errors first, each issue once.
pub fn check(bodies: &Bodies) -> Vec<Issue> {
    let mut issues = contract::check(Call::Acquire, Some(Mode::Mix), &bodies.acquire);
    for issue in contract::check(Call::Start, Some(Mode::Mix), &bodies.start) {
        if !issues
            .iter()
            .any(|known| known.code == issue.code && known.path == issue.path)
        {
            issues.push(issue);
        }
    }
    issues.sort_by_key(|issue| issue.severity != Severity::Error);
    issues
}

/// Only what the service refuses.
pub fn errors(issues: &[Issue]) -> Vec<Issue> {
    issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error)
        .cloned()
        .collect()
}

/// What the service would refuse of both bodies.
pub fn refusals(bodies: &Bodies) -> Vec<Issue> {
    errors(&check(bodies))
}
