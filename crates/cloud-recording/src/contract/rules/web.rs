use std::collections::BTreeSet;

use super::picture::MAX_PIXELS;
use super::{Context, Found, Rule, START, rule};
use crate::Mode;
use crate::contract::issue::{Issue, IssueCode};
use crate::contract::{PUSH, VIDEO_ON_DEMAND, WEB_RECORDER};

const NAME: &str = "extensionServiceConfig.extensionServices[].serviceName";
const HOURS: &str = "extensionServiceConfig.extensionServices[].serviceParam.maxRecordingHour";

pub(super) const RULES: &[Rule] = &[
    rule(IssueCode::ServiceMissing, START, &[NAME], missing),
    rule(IssueCode::ServiceTwice, START, &[NAME], twice),
    rule(IssueCode::NotInMode, START, &[NAME], other_mode),
    rule(
        IssueCode::CanvasTooLarge,
        START,
        &[
            "extensionServiceConfig.extensionServices[].serviceParam.videoWidth",
            "extensionServiceConfig.extensionServices[].serviceParam.videoHeight",
        ],
        size,
    ),
    rule(
        IssueCode::ControlEndsFirst,
        START,
        &["resourceExpiredHour", HOURS],
        hours,
    ),
];

fn services<'a>(context: &Context<'a>) -> Option<Found<'a>> {
    context.find("extensionServiceConfig/extensionServices")
}

fn missing(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(services) = services(context) else {
        return;
    };
    let named = services
        .entries()
        .any(|entry| entry.text("serviceName") == Some(WEB_RECORDER));
    if context.mode == Some(Mode::Web) && services.value.is_array() && !named {
        let issue = Issue::error(IssueCode::ServiceMissing, services.path);
        issues.push(issue.with("name", WEB_RECORDER));
    }
}

fn twice(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(services) = services(context) else {
        return;
    };
    let mut seen = BTreeSet::new();
    for entry in services.entries() {
        if let Some(name) = entry.text("serviceName").filter(|name| !seen.insert(*name)) {
            let issue = Issue::error(IssueCode::ServiceTwice, entry.path_to("serviceName"));
            issues.push(issue.with("name", name));
        }
    }
}

/// Page services in a mix, video on demand on a page, and services that nobody knows.
fn other_mode(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(services) = services(context) else {
        return;
    };
    for entry in services.entries() {
        let Some(name) = entry.text("serviceName") else {
            continue;
        };
        let path = entry.path_to("serviceName");
        let at_home = match name {
            WEB_RECORDER | PUSH => Mode::Web,
            VIDEO_ON_DEMAND => Mode::Mix,
            _ => {
                let issue = Issue::warning(IssueCode::UnknownMember, path);
                issues.push(issue.with("name", name));
                continue;
            }
        };
        if let Some(mode) = context
            .mode
            .filter(|&mode| mode != at_home && mode != Mode::Individual)
        {
            issues.push(Issue::warning(IssueCode::NotInMode, path).with("mode", mode));
        }
    }
}

fn pages<'a>(context: &Context<'a>) -> Vec<Found<'a>> {
    let services = services(context);
    let entries = services.iter().flat_map(Found::entries);
    let pages = entries.filter(|entry| entry.text("serviceName") == Some(WEB_RECORDER));
    pages
        .filter_map(|entry| entry.get("serviceParam"))
        .collect()
}

fn size(context: &Context<'_>, issues: &mut Vec<Issue>) {
    for page in pages(context) {
        let (Some(width), Some(height)) = (page.integer("videoWidth"), page.integer("videoHeight"))
        else {
            continue;
        };
        if width > 0 && height > 0 && width.saturating_mul(height) > MAX_PIXELS {
            let issue = Issue::error(IssueCode::CanvasTooLarge, page.path_to("videoHeight"));
            issues.push(
                issue
                    .with("max", MAX_PIXELS)
                    .with("width", width)
                    .with("height", height),
            );
        }
    }
}

/// Only where acquire announces the start are both hours in one body.
fn hours(context: &Context<'_>, issues: &mut Vec<Issue>) {
    if context.at == "/clientRequest" {
        return;
    }
    let control = context.body.pointer("/clientRequest/resourceExpiredHour");
    let control = control.and_then(|hours| hours.as_i64()).unwrap_or(72);
    for page in pages(context) {
        if page
            .integer("maxRecordingHour")
            .is_some_and(|hours| hours > control)
        {
            let path = page.path_to("maxRecordingHour");
            let issue = Issue::warning(IssueCode::ControlEndsFirst, path);
            issues.push(issue.with("hours", control));
        }
    }
}
