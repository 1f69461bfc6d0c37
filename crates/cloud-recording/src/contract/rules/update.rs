use super::{Context, Rule, UPDATE, rule};
use crate::contract::issue::{Issue, IssueCode};

const GROUPS: &[&str] = &[
    "streamSubscribe",
    "webRecordingConfig",
    "rtmpPublishConfig",
    "storageConfig",
];

pub(super) const RULES: &[Rule] = &[
    rule(IssueCode::NothingToUpdate, UPDATE, GROUPS, nothing),
    rule(IssueCode::SeveralUpdates, UPDATE, GROUPS, several),
    rule(
        IssueCode::NothingToUpdate,
        UPDATE,
        &[
            "streamSubscribe.audioUidList",
            "streamSubscribe.videoUidList",
        ],
        empty_lists,
    ),
    rule(
        IssueCode::NothingToUpdate,
        UPDATE,
        &["rtmpPublishConfig.outputs"],
        no_target,
    ),
];

fn given(context: &Context<'_>) -> usize {
    GROUPS
        .iter()
        .filter(|name| context.find(name).is_some())
        .count()
}

fn nothing(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if given(context) == 0
        && context
            .find("")
            .is_some_and(|request| request.value.is_object())
    {
        issues.push(Issue::error(IssueCode::NothingToUpdate, context.at));
    }
}

fn several(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if given(context) > 1 {
        issues.push(Issue::warning(IssueCode::SeveralUpdates, context.at));
    }
}

/// A group needs one of its two lists.
fn empty_lists(context: &Context<'_>, issues: &mut Vec<Issue>) {
    for way in [
        "streamSubscribe/audioUidList",
        "streamSubscribe/videoUidList",
    ] {
        let Some(group) = context.find(way) else {
            continue;
        };
        if group
            .value
            .as_object()
            .is_some_and(serde_json::Map::is_empty)
        {
            issues.push(Issue::error(IssueCode::NothingToUpdate, group.path));
        }
    }
    if let Some(group) = context.find("streamSubscribe")
        && group
            .value
            .as_object()
            .is_some_and(serde_json::Map::is_empty)
    {
        issues.push(Issue::error(IssueCode::NothingToUpdate, group.path));
    }
}

fn no_target(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(group) = context.find("rtmpPublishConfig") else {
        return;
    };
    if group.get("outputs").is_none() {
        issues.push(Issue::error(IssueCode::NothingToUpdate, group.path));
    }
}
