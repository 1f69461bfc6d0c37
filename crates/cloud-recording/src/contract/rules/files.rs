use super::{Context, Found, Rule, START, rule};
use crate::Mode;
use crate::contract::issue::{Issue, IssueCode};

/// The reference's least interval between snapshots; the guide goes down to 1.
const REFERENCE_INTERVAL: i64 = 5;

const TYPES: &str = "recordingFileConfig.avFileType";

pub(super) const RULES: &[Rule] = &[
    rule(IssueCode::Mp4Alone, START, &[TYPES], mp4_alone),
    rule(
        IssueCode::Mp4InIndividual,
        START,
        &[TYPES],
        mp4_in_individual,
    ),
    rule(
        IssueCode::SnapshotNeedsPicture,
        START,
        &["snapshotConfig", "recordingConfig.streamTypes"],
        snapshot_picture,
    ),
    rule(
        IssueCode::SnapshotNeedsPictureList,
        START,
        &[
            "snapshotConfig",
            "recordingConfig.subscribeAudioUids",
            "recordingConfig.subscribeVideoUids",
        ],
        snapshot_list,
    ),
    rule(
        IssueCode::BelowReference,
        START,
        &["snapshotConfig.captureInterval"],
        interval,
    ),
];

fn types<'a>(context: &Context<'a>) -> Option<(Found<'a>, bool, bool)> {
    let types = context.find("recordingFileConfig/avFileType")?;
    let has = |name: &str| {
        types
            .entries()
            .any(|entry| entry.value.as_str() == Some(name))
    };
    let (hls, mp4) = (has("hls"), has("mp4"));
    Some((types, hls, mp4))
}

fn mp4_alone(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if let Some((types, false, true)) = types(context) {
        issues.push(Issue::error(IssueCode::Mp4Alone, types.path));
    }
}

fn mp4_in_individual(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if context.mode == Some(Mode::Individual)
        && let Some((types, _, true)) = types(context)
    {
        issues.push(Issue::error(IssueCode::Mp4InIndividual, types.path));
    }
}

fn snapshots<'a>(context: &Context<'a>) -> Option<Found<'a>> {
    context
        .find("snapshotConfig")
        .filter(|_| !context.is_other_than(Mode::Individual))
}

fn snapshot_picture(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if snapshots(context).is_some() && context.stream_types() == 0 {
        let path = context.path("recordingConfig/streamTypes");
        issues.push(Issue::error(IssueCode::SnapshotNeedsPicture, path));
    }
}

fn snapshot_list(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(config) = context.find("recordingConfig") else {
        return;
    };
    if snapshots(context).is_some()
        && config.get("subscribeAudioUids").is_some()
        && config.get("subscribeVideoUids").is_none()
    {
        let path = config.path_to("subscribeVideoUids");
        issues.push(Issue::error(IssueCode::SnapshotNeedsPictureList, path));
    }
}

fn interval(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(snapshots) = snapshots(context) else {
        return;
    };
    let interval = snapshots.integer("captureInterval");
    if interval.is_some_and(|seconds| (1..REFERENCE_INTERVAL).contains(&seconds)) {
        let path = snapshots.path_to("captureInterval");
        let issue = Issue::warning(IssueCode::BelowReference, path);
        issues.push(issue.with("min", REFERENCE_INTERVAL));
    }
}
