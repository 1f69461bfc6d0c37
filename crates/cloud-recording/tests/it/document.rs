//! The kept page is what the rows say, and shows every decision.

use std::path::Path;

use cloud_recording::contract::{Severity, check, document, fields, parameters};

use crate::data::published;

#[test]
fn the_kept_page_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/contract.md");
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == document(),
        "docs/contract.md is not what the rows say: run \
         `cargo run -p cloud-recording --example contract-docs` and commit it"
    );
}

#[test]
fn the_page_shows_every_row_and_every_decision() {
    let page = document();
    for field in parameters().iter().chain(fields()) {
        let (_, path) = field.path.split_once('.').unwrap();
        assert!(
            page.contains(&format!("| `{path}` |")),
            "{} is not on the page",
            field.path
        );
        if let Some(decision) = field.decision {
            assert!(
                page.contains(decision),
                "the page lacks the decision of {}",
                field.path
            );
        }
    }
}

/// Bodies on which the sources do not agree: the row that decides, and how it comes out here.
const UNDECIDED: &[(&str, &str, bool)] = &[
    ("acquire-cname-65", "acquire.cname", false),
    ("acquire-uid-number", "acquire.uid", false),
    ("acquire-url-as-cname", "acquire.cname", false),
    (
        "layout-same-uid-twice",
        "updateLayout.clientRequest.layoutConfig[].uid",
        true,
    ),
    (
        "layout-tile-uid-number",
        "updateLayout.clientRequest.layoutConfig[].uid",
        false,
    ),
    (
        "start-aliyun-vod",
        "start.clientRequest.storageConfig",
        false,
    ),
    (
        "start-best-fit-with-layout-config",
        "start.clientRequest.recordingConfig.transcodingConfig.layoutConfig",
        true,
    ),
    (
        "start-issue-1205-duplicate-key",
        "start.clientRequest.recordingConfig.transcodingConfig.bitrate",
        true,
    ),
    (
        "start-postpone-transcoding",
        "start.clientRequest.appsCollection",
        true,
    ),
    (
        "start-region-40",
        "start.clientRequest.storageConfig.region",
        true,
    ),
    (
        "start-snapshot-and-record",
        "start.clientRequest.recordingConfig.subscribeUidGroup",
        false,
    ),
    (
        "start-zero-width",
        "start.clientRequest.recordingConfig.transcodingConfig.width",
        false,
    ),
];

#[test]
fn every_open_verdict_is_decided_by_a_row() {
    let open: Vec<_> = published()
        .into_iter()
        .filter(|case| case.is_request() && case.text("expect") == "either")
        .collect();
    let mut known: Vec<_> = UNDECIDED.iter().map(|(id, ..)| *id).collect();
    known.sort_unstable();
    let mut ids: Vec<_> = open.iter().map(|case| case.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, known, "every open verdict stands here with its row");
    for (id, path, taken) in UNDECIDED {
        let row = fields().iter().find(|field| field.path == *path).unwrap();
        assert!(
            row.decision.is_some(),
            "{id}: the row {path} says nothing about it"
        );
        let case = open.iter().find(|case| case.id == *id).unwrap();
        let issues = check(case.call().unwrap(), case.mode(), &case.body());
        let errors = issues
            .iter()
            .filter(|issue| issue.severity == Severity::Error);
        assert_eq!(errors.count() == 0, *taken, "{id}: {issues:?}");
    }
}
