use std::collections::BTreeSet;

use super::{Context, Found, Rule, START, STORED, rule};
use crate::Mode;
use crate::contract::forms::ALL_STREAMS;
use crate::contract::issue::{Issue, IssueCode};

/// The lists that exclude each other, in the reference's spelling and in the other one.
const PAIRS: [(&str, &[&str]); 2] = [
    (
        "subscribeVideoUids",
        &["unsubscribeVideoUids", "unSubscribeVideoUids"],
    ),
    (
        "subscribeAudioUids",
        &["unsubscribeAudioUids", "unSubscribeAudioUids"],
    ),
];

const VIDEO: [&str; 3] = [
    "subscribeVideoUids",
    "unsubscribeVideoUids",
    "unSubscribeVideoUids",
];
const AUDIO: [&str; 3] = [
    "subscribeAudioUids",
    "unsubscribeAudioUids",
    "unSubscribeAudioUids",
];

const LISTS: &[&str] = &[
    "subscribeVideoUids",
    "unsubscribeVideoUids",
    "subscribeAudioUids",
    "unsubscribeAudioUids",
];

/// The most users of each `subscribeUidGroup`.
const GROUP_SIZES: [usize; 6] = [2, 7, 12, 17, 32, 49];

pub(super) const RULES: &[Rule] = &[
    rule(IssueCode::ListsExclusive, STORED, LISTS, exclusive),
    rule(
        IssueCode::AllStreamsBesideOthers,
        STORED,
        LISTS,
        all_beside_others,
    ),
    rule(IssueCode::NoSoundSubscribed, START, LISTS, one_sided),
    rule(
        IssueCode::ListUnused,
        START,
        &["recordingConfig.streamTypes"],
        unused,
    ),
    rule(
        IssueCode::GroupTooSmall,
        START,
        &["recordingConfig.subscribeUidGroup"],
        group_size,
    ),
    rule(IssueCode::RecorderAmongUsers, STORED, LISTS, recorder),
    rule(
        IssueCode::OriginalNeedsSoundOnly,
        START,
        &["recordingConfig.streamMode", "recordingConfig.streamTypes"],
        original,
    ),
    rule(
        IssueCode::Required,
        START,
        &["recordingConfig.subscribeUidGroup"],
        individual_without_config,
    ),
];

/// The objects that hold subscribe lists.
fn holders<'a>(context: &Context<'a>) -> Vec<Found<'a>> {
    let ways = [
        "recordingConfig",
        "streamSubscribe/audioUidList",
        "streamSubscribe/videoUidList",
    ];
    ways.iter().filter_map(|way| context.find(way)).collect()
}

fn first_of<'a>(holder: &Found<'a>, names: &[&str]) -> Option<Found<'a>> {
    names.iter().find_map(|name| holder.get(name))
}

fn exclusive(context: &Context<'_>, issues: &mut Vec<Issue>) {
    for holder in holders(context) {
        for (wanted, unwanted) in PAIRS {
            if holder.get(wanted).is_some()
                && let Some(other) = first_of(&holder, unwanted)
            {
                let issue = Issue::error(IssueCode::ListsExclusive, other.path);
                issues.push(issue.with("other", wanted));
            }
        }
    }
}

fn all_beside_others(context: &Context<'_>, issues: &mut Vec<Issue>) {
    for holder in holders(context) {
        for list in PAIRS.iter().filter_map(|(wanted, _)| holder.get(wanted)) {
            let count = list.entries().count();
            if count > 1
                && list
                    .entries()
                    .any(|entry| entry.value.as_str() == Some(ALL_STREAMS))
            {
                issues.push(Issue::error(IssueCode::AllStreamsBesideOthers, list.path));
            }
        }
    }
}

/// A list for one kind alone means that the other kind is not subscribed at all.
fn one_sided(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(config) = context.find("recordingConfig") else {
        return;
    };
    if context.stream_types() != 2 {
        return;
    }
    match (
        first_of(&config, &VIDEO[..1]),
        first_of(&config, &AUDIO[..1]),
    ) {
        (Some(list), None) if first_of(&config, &AUDIO[1..]).is_none() => {
            issues.push(Issue::warning(IssueCode::NoSoundSubscribed, list.path))
        }
        // With snapshots this is refused, which another rule says.
        (None, Some(list))
            if first_of(&config, &VIDEO[1..]).is_none()
                && context.find("snapshotConfig").is_none() =>
        {
            issues.push(Issue::warning(IssueCode::NoPictureSubscribed, list.path))
        }
        _ => {}
    }
}

fn unused(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(config) = context.find("recordingConfig") else {
        return;
    };
    let names = match context.stream_types() {
        0 => VIDEO,
        1 => AUDIO,
        _ => return,
    };
    let lists = names.iter().filter_map(|name| config.get(name));
    issues.extend(lists.map(|list| Issue::warning(IssueCode::ListUnused, list.path)));
}

fn group_size(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if context.mode != Some(Mode::Individual) {
        return;
    }
    let Some(config) = context.find("recordingConfig") else {
        return;
    };
    let group = config
        .integer("subscribeUidGroup")
        .and_then(|group| usize::try_from(group).ok());
    let Some(&max) = group.and_then(|group| GROUP_SIZES.get(group)) else {
        return;
    };
    let lists: Vec<_> = PAIRS
        .iter()
        .filter_map(|(wanted, _)| config.get(wanted))
        .collect();
    let users: BTreeSet<_> = lists
        .iter()
        .flat_map(Found::entries)
        .filter_map(|entry| entry.value.as_str())
        .filter(|uid| *uid != ALL_STREAMS)
        .collect();
    if users.len() > max {
        let issue = Issue::warning(
            IssueCode::GroupTooSmall,
            config.path_to("subscribeUidGroup"),
        );
        issues.push(issue.with("max", max).with("count", users.len()));
    }
}

fn recorder(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(recorder) = context.recorder().filter(|uid| !uid.is_empty()) else {
        return;
    };
    for holder in holders(context) {
        for list in PAIRS.iter().filter_map(|(wanted, _)| holder.get(wanted)) {
            let own = list
                .entries()
                .filter(|entry| entry.value.as_str() == Some(recorder));
            issues.extend(own.map(|it| Issue::warning(IssueCode::RecorderAmongUsers, it.path)));
        }
    }
}

fn original(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if context.is_other_than(Mode::Individual) {
        return;
    }
    let Some(mode) = context.find("recordingConfig/streamMode") else {
        return;
    };
    if mode.value.as_str() == Some("original") && context.stream_types() != 0 {
        issues.push(Issue::warning(IssueCode::OriginalNeedsSoundOnly, mode.path));
    }
}

/// Without the whole `recordingConfig` nobody sees that its required member is missing.
fn individual_without_config(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if context.mode == Some(Mode::Individual) && context.find("recordingConfig").is_none() {
        let path = context.path("recordingConfig/subscribeUidGroup");
        issues.push(Issue::error(IssueCode::Required, path));
    }
}
