use std::collections::BTreeMap;

use super::{code, line, table};
use crate::Call;
use crate::contract::issue::IssueCode;
use crate::contract::{
    answer_fields, codes, events, fields, gateway, parameters, pictures as picture_rows, rules,
    vendors as vendor_rows,
};

pub(super) fn figures() -> String {
    let regions: usize = vendor_rows()
        .iter()
        .map(|vendor| vendor.regions.len())
        .sum();
    let mut page = String::from("\n## How much there is\n");
    page.push_str(&table(&["what", "rows"]));
    for (what, count) in [
        ("members of request bodies", fields().len()),
        ("parts of addresses", parameters().len()),
        ("members of answers", answer_fields().len()),
        ("rules over several members", rules().len()),
        ("codes of issues", IssueCode::ALL.len()),
        ("numbers of errors", codes().len()),
        ("answers of the gateway", gateway().len()),
        ("kinds of notifications", events().len()),
        ("storage vendors", vendor_rows().len()),
        ("storage regions", regions),
        ("picture sizes", picture_rows().len()),
    ] {
        page.push_str(&line(&[what.to_owned(), count.to_string()]));
    }
    page
}

/// Where sources differ, are silent or changed. The same decision in several places stands once.
pub(super) fn decisions() -> String {
    let mut page = String::from("\n## Where sources differ or are silent\n");
    page.push_str(&table(&["members", "which way, and why"]));
    let rows = parameters().iter().chain(fields()).chain(answer_fields());
    let mut order: Vec<&str> = Vec::new();
    let mut members: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for field in rows {
        let Some(decision) = field.decision else {
            continue;
        };
        let names = members.entry(decision).or_insert_with(|| {
            order.push(decision);
            Vec::new()
        });
        if !names.contains(&field.words) {
            names.push(field.words);
        }
    }
    for decision in order {
        let names: Vec<_> = members[decision].iter().map(code).collect();
        page.push_str(&line(&[names.join(", "), decision.to_owned()]));
    }
    page
}

pub(super) fn rules_and_issues() -> String {
    let mut page = String::from("\n## Rules over several members\n");
    page.push_str(&table(&["issue", "calls", "reads"]));
    for rule in rules() {
        let reads: Vec<_> = rule.paths.iter().map(code).collect();
        page.push_str(&line(&[
            code(rule.code.as_str()),
            calls(rule.calls),
            reads.join(", "),
        ]));
    }
    page.push_str("\n## Codes of issues\n\n");
    let names: Vec<_> = IssueCode::ALL
        .iter()
        .map(|issue| code(issue.as_str()))
        .collect();
    page.push_str(&names.join(", "));
    page.push('\n');
    page
}

fn calls(calls: &[Call]) -> String {
    calls
        .iter()
        .map(|call| call.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn vendors() -> String {
    let mut page = String::from("\n## Storage vendors and regions\n");
    for vendor in vendor_rows() {
        let legacy = if vendor.legacy { " (legacy)" } else { "" };
        page.push_str(&format!(
            "\n### {} {}{legacy}\n",
            vendor.vendor, vendor.name
        ));
        if vendor.regions.is_empty() {
            page.push_str("\n`region` has no effect; 0 is sent.");
            page.push_str(if vendor.needs_endpoint {
                " The host is needed.\n"
            } else {
                "\n"
            });
            continue;
        }
        page.push_str(&table(&["region", "id", "place", "acquire's region", ""]));
        for region in vendor.regions {
            page.push_str(&line(&[
                region.region.to_string(),
                code(region.code),
                region.place.to_owned(),
                region.area.unwrap_or("none").to_owned(),
                if region.legacy {
                    "legacy".to_owned()
                } else {
                    String::new()
                },
            ]));
        }
    }
    page
}

pub(super) fn pictures() -> String {
    let mut page = String::from("\n## Pictures and their bit rates (Kbps)\n");
    page.push_str(&table(&["size", "fps", "communication", "live"]));
    for row in picture_rows() {
        page.push_str(&line(&[
            format!("{} × {}", row.width, row.height),
            row.fps.to_string(),
            row.communication.to_string(),
            row.live.to_string(),
        ]));
    }
    page
}

pub(super) fn errors() -> String {
    let mut page = String::from("\n## Errors\n");
    page.push_str(&table(&[
        "code",
        "HTTP",
        "calls",
        "meaning",
        "likely cause",
        "what to do",
    ]));
    for row in codes() {
        let calls = if row.calls.is_empty() {
            "notification".to_owned()
        } else {
            calls(row.calls)
        };
        page.push_str(&line(&[
            row.code.to_string(),
            row.status
                .map(|status| status.to_string())
                .unwrap_or_default(),
            calls,
            row.meaning.to_owned(),
            row.cause.to_owned(),
            row.action.to_owned(),
        ]));
    }
    page.push_str("\nBefore a call reaches the service, its gateway answers with a `message`:\n");
    page.push_str(&table(&["HTTP", "message", "likely cause", "what to do"]));
    for row in gateway() {
        page.push_str(&line(&[
            row.status.to_string(),
            row.message.to_owned(),
            row.cause.to_owned(),
            row.action.to_owned(),
        ]));
    }
    page
}

pub(super) fn notifications() -> String {
    let mut page = String::from("\n## Notifications\n");
    page.push_str(&table(&["event", "service", "name", "meaning"]));
    for row in events() {
        page.push_str(&line(&[
            row.event.to_string(),
            row.service
                .map(|service| service.to_string())
                .unwrap_or_default(),
            if row.name.is_empty() {
                String::new()
            } else {
                code(row.name)
            },
            row.meaning.to_owned(),
        ]));
    }
    page
}
