use std::collections::BTreeSet;

use super::{Context, Found, PICTURED, Rule, UPDATE_LAYOUT, rule};
use crate::contract::issue::{Issue, IssueCode};

/// Six decimals are kept, so three thirds may come to a millionth more than 1.
const TOLERANCE: f64 = 0.000_001_5;

const VERTICAL: i64 = 2;
const CUSTOM: i64 = 3;

pub(super) const RULES: &[Rule] = &[
    rule(
        IssueCode::LayoutConfigMissing,
        PICTURED,
        &["mixedVideoLayout", "layoutConfig"],
        custom_needs_regions,
    ),
    rule(
        IssueCode::LayoutConfigIgnored,
        PICTURED,
        &["mixedVideoLayout", "layoutConfig"],
        regions_need_custom,
    ),
    rule(
        IssueCode::LargeUserMissing,
        PICTURED,
        &["mixedVideoLayout", "maxResolutionUid"],
        vertical_needs_user,
    ),
    rule(
        IssueCode::LargeUserIgnored,
        PICTURED,
        &["mixedVideoLayout", "maxResolutionUid"],
        user_needs_vertical,
    ),
    rule(
        IssueCode::RegionOutsideCanvas,
        PICTURED,
        &[
            "layoutConfig[].x_axis",
            "layoutConfig[].y_axis",
            "layoutConfig[].width",
            "layoutConfig[].height",
        ],
        outside,
    ),
    rule(
        IssueCode::RegionsOverlap,
        PICTURED,
        &[
            "layoutConfig[].x_axis",
            "layoutConfig[].y_axis",
            "layoutConfig[].width",
            "layoutConfig[].height",
        ],
        overlap,
    ),
    rule(
        IssueCode::RegionInvisible,
        PICTURED,
        &[
            "layoutConfig[].alpha",
            "layoutConfig[].width",
            "layoutConfig[].height",
        ],
        invisible,
    ),
    rule(
        IssueCode::SameUserTwice,
        PICTURED,
        &["layoutConfig[].uid", "backgroundConfig[].uid"],
        twice,
    ),
    rule(
        IssueCode::RecorderAmongUsers,
        PICTURED,
        &["uid", "layoutConfig[].uid", "maxResolutionUid"],
        recorder,
    ),
    rule(
        IssueCode::BackToDefault,
        UPDATE_LAYOUT,
        &["backgroundColor"],
        color,
    ),
];

fn kind(layout: &Found<'_>) -> i64 {
    layout.integer("mixedVideoLayout").unwrap_or(0)
}

fn custom_needs_regions(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(layout) = context.layout().filter(|layout| kind(layout) == CUSTOM) else {
        return;
    };
    let regions = layout.get("layoutConfig");
    if regions.is_none_or(|regions| regions.value.as_array().is_some_and(Vec::is_empty)) {
        issues.push(Issue::error(
            IssueCode::LayoutConfigMissing,
            layout.path_to("layoutConfig"),
        ));
    }
}

fn regions_need_custom(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(layout) = context.layout().filter(|layout| kind(layout) != CUSTOM) else {
        return;
    };
    if let Some(regions) = layout.get("layoutConfig") {
        issues.push(Issue::warning(IssueCode::LayoutConfigIgnored, regions.path));
    }
}

fn vertical_needs_user(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(layout) = context.layout().filter(|layout| kind(layout) == VERTICAL) else {
        return;
    };
    if layout.get("maxResolutionUid").is_none() {
        let path = layout.path_to("maxResolutionUid");
        issues.push(Issue::warning(IssueCode::LargeUserMissing, path));
    }
}

fn user_needs_vertical(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(layout) = context.layout().filter(|layout| kind(layout) != VERTICAL) else {
        return;
    };
    if let Some(user) = layout.get("maxResolutionUid") {
        issues.push(Issue::warning(IssueCode::LargeUserIgnored, user.path));
    }
}

fn outside(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(regions) = context
        .layout()
        .and_then(|layout| layout.get("layoutConfig"))
    else {
        return;
    };
    for region in regions.entries() {
        for (edge, size) in [("x_axis", "width"), ("y_axis", "height")] {
            let (Some(start), Some(length)) = (region.share(edge), region.share(size)) else {
                continue;
            };
            // What is out of its own range has been said already.
            let legal = (0.0..=1.0).contains(&start) && (0.0..=1.0).contains(&length);
            if legal && start + length > 1.0 + TOLERANCE {
                let issue = Issue::error(IssueCode::RegionOutsideCanvas, region.path_to(size));
                issues.push(issue.with("edge", edge));
            }
        }
    }
}

/// Left, top, right and bottom edge of each region whose four numbers are there.
fn edges(regions: &Found<'_>) -> Vec<(usize, [f64; 4])> {
    let place = |region: &Found<'_>| {
        let (x, y) = (region.share("x_axis")?, region.share("y_axis")?);
        Some([
            x,
            y,
            x + region.share("width")?,
            y + region.share("height")?,
        ])
    };
    let regions = regions.entries().enumerate();
    regions
        .filter_map(|(index, region)| Some((index, place(&region)?)))
        .collect()
}

/// One warning a region, for the first that it lies over.
fn overlap(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(regions) = custom_regions(context) else {
        return;
    };
    let edges = edges(&regions);
    let meet = |a: &[f64; 4], b: &[f64; 4]| {
        let over = |from: usize, to: usize| a[to].min(b[to]) - a[from].max(b[from]) > TOLERANCE;
        over(0, 2) && over(1, 3)
    };
    for (nth, (index, place)) in edges.iter().enumerate() {
        if let Some((other, _)) = edges[..nth].iter().find(|(_, below)| meet(place, below)) {
            let path = super::super::pointer::entry(&regions.path, *index);
            let issue = Issue::warning(IssueCode::RegionsOverlap, path);
            issues.push(issue.with("other", other));
        }
    }
}

fn invisible(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(regions) = custom_regions(context) else {
        return;
    };
    for region in regions.entries() {
        let hidden = ["alpha", "width", "height"];
        if let Some(name) = hidden
            .into_iter()
            .find(|name| region.share(name) == Some(0.0))
        {
            issues.push(Issue::warning(
                IssueCode::RegionInvisible,
                region.path_to(name),
            ));
        }
    }
}

/// The regions, where the layout uses them.
fn custom_regions<'a>(context: &Context<'a>) -> Option<Found<'a>> {
    let layout = context.layout().filter(|layout| kind(layout) == CUSTOM)?;
    layout.get("layoutConfig")
}

fn twice(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(layout) = context.layout() else {
        return;
    };
    for list in ["layoutConfig", "backgroundConfig"] {
        let Some(entries) = layout.get(list) else {
            continue;
        };
        let mut seen = BTreeSet::new();
        for entry in entries.entries() {
            let Some(uid) = entry.text("uid").filter(|uid| !uid.is_empty()) else {
                continue;
            };
            if !seen.insert(uid) {
                let issue = Issue::warning(IssueCode::SameUserTwice, entry.path_to("uid"));
                issues.push(issue.with("uid", uid));
            }
        }
    }
}

fn recorder(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let (Some(layout), Some(recorder)) = (context.layout(), context.recorder()) else {
        return;
    };
    let regions = layout.get("layoutConfig");
    let regions = regions
        .iter()
        .flat_map(Found::entries)
        .filter_map(|entry| entry.get("uid"));
    for uid in regions.chain(layout.get("maxResolutionUid")) {
        if !recorder.is_empty() && uid.value.as_str() == Some(recorder) {
            issues.push(Issue::warning(IssueCode::RecorderAmongUsers, uid.path));
        }
    }
}

/// updateLayout replaces everything: a colour left out turns the canvas black.
fn color(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(layout) = context.layout() else {
        return;
    };
    if layout.get("backgroundColor").is_none() {
        let issue = Issue::warning(IssueCode::BackToDefault, layout.path_to("backgroundColor"));
        issues.push(issue.with("default", "#000000"));
    }
}
