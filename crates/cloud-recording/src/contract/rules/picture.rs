use super::{Context, Rule, START, rule};
use crate::contract::issue::{Issue, IssueCode};

/// The most pixels of a canvas or page: 1920 × 1080.
pub(super) const MAX_PIXELS: i64 = 1920 * 1080;

/// Older pages refuse a longer side.
const MAX_SIDE: i64 = 1920;

const RATES: [i64; 7] = [1, 7, 10, 15, 24, 30, 60];

const WIDTH: &str = "recordingConfig.transcodingConfig.width";
const HEIGHT: &str = "recordingConfig.transcodingConfig.height";

pub(super) const RULES: &[Rule] = &[
    rule(IssueCode::CanvasTooLarge, START, &[WIDTH, HEIGHT], canvas),
    rule(IssueCode::SideTooLong, START, &[WIDTH, HEIGHT], side),
    rule(
        IssueCode::FpsCountsAs15,
        START,
        &["recordingConfig.transcodingConfig.fps"],
        rate,
    ),
    rule(
        IssueCode::Advised,
        START,
        &["recordingConfig.transcodingConfig"],
        no_picture_set,
    ),
    rule(
        IssueCode::IdleForDays,
        START,
        &["recordingConfig.maxIdleTime"],
        idle_for_days,
    ),
    rule(
        IssueCode::Advised,
        START,
        &[
            WIDTH,
            HEIGHT,
            "recordingConfig.transcodingConfig.fps",
            "recordingConfig.transcodingConfig.bitrate",
            "recordingConfig.channelType",
        ],
        advised,
    ),
];

fn canvas(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(canvas) = context.layout() else {
        return;
    };
    let width = canvas.integer("width").unwrap_or(360);
    let height = canvas.integer("height").unwrap_or(640);
    if width > 0 && height > 0 && width.saturating_mul(height) > MAX_PIXELS {
        let issue = Issue::error(IssueCode::CanvasTooLarge, canvas.path);
        issues.push(
            issue
                .with("max", MAX_PIXELS)
                .with("width", width)
                .with("height", height),
        );
    }
}

fn side(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(canvas) = context.layout() else {
        return;
    };
    for name in ["width", "height"] {
        if canvas.integer(name).is_some_and(|side| side > MAX_SIDE) {
            let issue = Issue::warning(IssueCode::SideTooLong, canvas.path_to(name));
            issues.push(issue.with("max", MAX_SIDE));
        }
    }
}

fn rate(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(canvas) = context.layout() else {
        return;
    };
    if let Some(fps) = canvas
        .integer("fps")
        .filter(|fps| *fps >= 0 && !RATES.contains(fps))
    {
        let issue = Issue::warning(IssueCode::FpsCountsAs15, canvas.path_to("fps"));
        issues.push(issue.with("value", fps));
    }
}

/// A mix without any `transcodingConfig` is 360 × 640 at 15 frames, which nobody wants unasked.
fn no_picture_set(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let way = "recordingConfig/transcodingConfig";
    if context.mode == Some(crate::Mode::Mix)
        && context.stream_types() != 0
        && context.find(way).is_none()
    {
        let issue = Issue::warning(IssueCode::Advised, context.path(way));
        issues.push(issue.with("default", "360 × 640"));
    }
}

/// A day in seconds.
const DAY: i64 = 24 * 3600;

fn idle_for_days(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(config) = context
        .find("recordingConfig")
        .filter(|_| context.mode != Some(crate::Mode::Web))
    else {
        return;
    };
    let idle = config.integer("maxIdleTime").filter(|idle| *idle >= DAY);
    if let Some(idle) = idle {
        let issue = Issue::warning(IssueCode::IdleForDays, config.path_to("maxIdleTime"));
        issues.push(issue.with("hours", idle / 3600));
    }
}

fn advised(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let advise = |path: String, default: &str| {
        Issue::warning(IssueCode::Advised, path).with("default", default)
    };
    if let Some(canvas) = context.layout() {
        let preset = [
            ("width", "360"),
            ("height", "640"),
            ("fps", "15"),
            ("bitrate", "500"),
        ];
        let missing = preset
            .into_iter()
            .filter(|(name, _)| canvas.get(name).is_none());
        issues.extend(missing.map(|(name, default)| advise(canvas.path_to(name), default)));
    }
    // With another channel type than the people's, the recorder may hear nothing.
    let way = "recordingConfig/channelType";
    if context.mode.is_some_and(|mode| mode != crate::Mode::Web) && context.find(way).is_none() {
        issues.push(advise(context.path(way), "0"));
    }
}
