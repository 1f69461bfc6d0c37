use super::{Context, Found, Rule, STORED, rule};
use crate::contract::issue::{Issue, IssueCode};
use crate::contract::vendors::{Vendor, vendor_by_number};

/// The least life of temporary credentials at start, in seconds.
const STS_LIFE: i64 = 4 * 3600;

/// Larger numbers of seconds are beyond the year 5000, so they are milliseconds.
const SURELY_MILLISECONDS: i64 = 100_000_000_000;

/// The longest prefix, the slash after every part counted.
const PREFIX_LENGTH: usize = 128;

pub(super) const RULES: &[Rule] = &[
    rule(
        IssueCode::Legacy,
        STORED,
        &["storageConfig.vendor"],
        legacy_vendor,
    ),
    rule(
        IssueCode::RegionUnlisted,
        STORED,
        &["storageConfig.vendor", "storageConfig.region"],
        region,
    ),
    rule(
        IssueCode::TooLong,
        STORED,
        &["storageConfig.fileNamePrefix"],
        prefix,
    ),
    rule(
        IssueCode::StsIncomplete,
        STORED,
        &["storageConfig.stsToken", "storageConfig.stsExpiration"],
        sts_pair,
    ),
    rule(
        IssueCode::StsTooShort,
        STORED,
        &["storageConfig.stsExpiration"],
        sts_end,
    ),
    rule(
        IssueCode::NotForVendor,
        STORED,
        &[
            "storageConfig.vendor",
            "storageConfig.stsToken",
            "storageConfig.extensionParams",
        ],
        not_for_vendor,
    ),
    rule(
        IssueCode::Required,
        STORED,
        &[
            "storageConfig.vendor",
            "storageConfig.extensionParams.endpoint",
        ],
        endpoint,
    ),
    rule(
        IssueCode::BucketElsewhere,
        STORED,
        &["region", "storageConfig.vendor", "storageConfig.region"],
        bucket_area,
    ),
];

fn storage<'a>(context: &Context<'a>) -> Option<(Found<'a>, Option<&'static Vendor>)> {
    let storage = context.find("storageConfig")?;
    let vendor = storage.integer("vendor").and_then(vendor_by_number);
    Some((storage, vendor))
}

fn legacy_vendor(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some((storage, Some(vendor))) = storage(context) else {
        return;
    };
    if vendor.legacy {
        let issue = Issue::warning(IssueCode::Legacy, storage.path_to("vendor"));
        issues.push(issue.with("name", vendor.name).with("since", "2019"));
    }
}

fn region(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some((storage, Some(vendor))) = storage(context) else {
        return;
    };
    let Some(number) = storage.integer("region").filter(|&number| number >= 0) else {
        return;
    };
    // Vendors without regions do not look at the number.
    if !vendor.regions.is_empty() && vendor.region(number).is_none() {
        let issue = Issue::warning(IssueCode::RegionUnlisted, storage.path_to("region"));
        issues.push(issue.with("value", number).with("vendor", vendor.name));
    }
}

fn prefix(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(prefix) = context.find("storageConfig/fileNamePrefix") else {
        return;
    };
    let parts = prefix.entries().filter_map(|part| part.value.as_str());
    let length: usize = parts.map(|part| part.len() + 1).sum();
    if length > PREFIX_LENGTH {
        let issue = Issue::error(IssueCode::TooLong, prefix.path);
        issues.push(issue.with("max", PREFIX_LENGTH).with("length", length));
    }
}

fn sts_pair(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some((storage, _)) = storage(context) else {
        return;
    };
    match (storage.get("stsToken"), storage.get("stsExpiration")) {
        (Some(_), None) => issues.push(Issue::error(
            IssueCode::StsIncomplete,
            storage.path_to("stsExpiration"),
        )),
        (None, Some(_)) => issues.push(Issue::warning(
            IssueCode::StsIncomplete,
            storage.path_to("stsToken"),
        )),
        _ => {}
    }
}

fn sts_end(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(end) = context.find("storageConfig/stsExpiration") else {
        return;
    };
    let Some(seconds) = end.value.as_i64() else {
        return;
    };
    if seconds >= SURELY_MILLISECONDS {
        issues.push(Issue::warning(IssueCode::StsInMilliseconds, end.path));
    } else if context
        .now
        .is_some_and(|now| seconds < now.saturating_add(STS_LIFE))
    {
        let issue = Issue::warning(IssueCode::StsTooShort, end.path);
        issues.push(issue.with("hours", STS_LIFE / 3600));
    }
}

fn not_for_vendor(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some((storage, Some(vendor))) = storage(context) else {
        return;
    };
    let extension = storage.get("extensionParams");
    let inside = |name| extension.as_ref().and_then(|extension| extension.get(name));
    let unused = [
        (storage.get("stsToken"), vendor.sts),
        (inside("sse"), vendor.vendor == 1),
        (inside("tag"), matches!(vendor.vendor, 1 | 2)),
        (inside("endpoint"), vendor.needs_endpoint),
    ];
    for (found, fits) in unused {
        if let Some(found) = found.filter(|_| !fits) {
            let issue = Issue::warning(IssueCode::NotForVendor, found.path);
            issues.push(issue.with("vendor", vendor.name));
        }
    }
}

fn endpoint(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some((_, Some(vendor))) = storage(context) else {
        return;
    };
    let way = "storageConfig/extensionParams/endpoint";
    if vendor.needs_endpoint && context.find(way).is_none() {
        issues.push(Issue::error(IssueCode::Required, context.path(way)));
    }
}

/// Only where acquire announces the start are area and bucket in one body.
fn bucket_area(context: &Context<'_>, issues: &mut Vec<Issue>) {
    let Some(area) = context
        .body
        .pointer("/clientRequest/region")
        .and_then(|v| v.as_str())
    else {
        return;
    };
    let Some((storage, Some(vendor))) = storage(context) else {
        return;
    };
    let Some(region) = storage
        .integer("region")
        .and_then(|number| vendor.region(number))
    else {
        return;
    };
    if region.area != Some(area) {
        let issue = Issue::warning(IssueCode::BucketElsewhere, storage.path_to("region"));
        issues.push(issue.with("area", area).with("place", region.place));
    }
}
