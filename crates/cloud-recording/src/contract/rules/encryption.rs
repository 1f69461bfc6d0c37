use super::{Context, Rule, START, rule};
use crate::contract::issue::{Issue, IssueCode};

const MODE: &str = "recordingConfig.decryptionMode";

pub(super) const RULES: &[Rule] = &[
    rule(
        IssueCode::EncryptionIncomplete,
        START,
        &[MODE, "recordingConfig.secret", "recordingConfig.salt"],
        incomplete,
    ),
    rule(
        IssueCode::EncryptionUnused,
        START,
        &[MODE, "recordingConfig.secret", "recordingConfig.salt"],
        unused,
    ),
];

/// What each way of encryption needs: any of them the key, the two GCM2 ways the salt as well.
fn needs(mode: i64) -> [(&'static str, bool); 2] {
    [
        ("secret", (1..=8).contains(&mode)),
        ("salt", matches!(mode, 7 | 8)),
    ]
}

fn incomplete(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(config) = context.find("recordingConfig") else {
        return;
    };
    let mode = config.integer("decryptionMode").unwrap_or(0);
    for (name, needed) in needs(mode) {
        if needed && config.get(name).is_none() {
            let issue = Issue::error(IssueCode::EncryptionIncomplete, config.path_to(name));
            issues.push(issue.with("name", name));
        }
    }
}

fn unused(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(config) = context.find("recordingConfig") else {
        return;
    };
    let mode = config.integer("decryptionMode").unwrap_or(0);
    for (name, needed) in needs(mode) {
        if let Some(member) = config.get(name).filter(|_| !needed) {
            let issue = Issue::warning(IssueCode::EncryptionUnused, member.path);
            issues.push(issue.with("name", name));
        }
    }
}
