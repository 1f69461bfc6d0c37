//! The rows, in groups by where they are documented, and where each group belongs.

mod acquire;
mod answers;
mod build;
mod envelope;
mod layout;
mod legacy;
mod path;
mod recording;
mod start;
mod storage;
mod update;
mod web;

use std::sync::LazyLock;

use super::field::{Field, Show};

/// A group of rows, the member that holds it, and under which name its words are.
struct Group {
    at: &'static str,
    words: &'static str,
    rows: &'static [Field],
}

const fn group(at: &'static str, words: &'static str, rows: &'static [Field]) -> Group {
    Group { at, words, rows }
}

const CANVAS: &str = "start.clientRequest.recordingConfig.transcodingConfig";
const EXTENSIONS: &str = "start.clientRequest.extensionServiceConfig";

/// In the order of the reference, which is also the order of forms and documents.
const REQUESTS: &[Group] = &[
    group("acquire", "body", envelope::ROWS),
    group("acquire.clientRequest", "acquire", acquire::ROWS),
    group("start", "body", envelope::ROWS),
    group("start.clientRequest", "start", start::ROWS),
    group(
        "start.clientRequest.storageConfig",
        "storageConfig",
        storage::ROWS,
    ),
    group(
        "start.clientRequest.recordingConfig",
        "recordingConfig",
        recording::ROWS,
    ),
    group(CANVAS, "transcodingConfig", recording::CANVAS),
    group(CANVAS, "layout", layout::ROWS),
    group(
        "start.clientRequest.recordingFileConfig",
        "recordingFileConfig",
        start::FILES,
    ),
    group(
        "start.clientRequest.snapshotConfig",
        "snapshotConfig",
        start::SNAPSHOTS,
    ),
    group(EXTENSIONS, "extensionServiceConfig", web::ROWS),
    group("start.clientRequest", "start", legacy::ROWS),
    group("update", "body", envelope::ROWS),
    group("update.clientRequest", "update", update::ROWS),
    group(
        "update.clientRequest.storageConfig",
        "storageConfig",
        storage::ROWS,
    ),
    group("updateLayout", "body", envelope::ROWS),
    group("updateLayout.clientRequest", "layout", layout::ROWS),
    group("stop", "body", envelope::ROWS),
    group("stop.clientRequest", "stop", update::STOP),
];

const ADDRESSES: &[Group] = &[group("path", "path", path::ROWS)];

const ANSWERS: &[Group] = &[
    group("answer", "answer", answers::SESSION),
    group("answer", "answer", answers::RESPONSE),
    group("answer", "answer", answers::ERROR),
];

static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| full(REQUESTS));
static PARAMETERS: LazyLock<Vec<Field>> = LazyLock::new(|| full(ADDRESSES));
static ANSWER_FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| full(ANSWERS));

/// The rows with their full paths. These live as long as the process, so they are leaked once.
fn full(groups: &'static [Group]) -> Vec<Field> {
    let row = |group: &'static Group, row: &'static Field| Field {
        path: format!("{}.{}", group.at, row.path).leak(),
        words: format!("{}.{}", group.words, row.path).leak(),
        show: row
            .show
            .iter()
            .map(|show| there(group.at, show))
            .collect::<Vec<_>>()
            .leak(),
        ..*row
    };
    groups
        .iter()
        .flat_map(|group| group.rows.iter().map(move |field| row(group, field)))
        .collect()
}

fn there(at: &str, show: &Show) -> Show {
    Show {
        path: format!("{at}.{}", show.path).leak(),
        is: show.is,
    }
}

/// Every member of every request body, as rows.
///
/// Source: the REST reference; each row names its page.
pub fn fields() -> &'static [Field] {
    &FIELDS
}

/// What stands in the addresses of the calls, under `path.`: `path.resourceid` and so on.
///
/// Source: the overview page.
pub fn parameters() -> &'static [Field] {
    &PARAMETERS
}

/// Every member of the answers, under `answer.`, whichever call gives it.
///
/// Source: the query and stop pages; each row names its page.
pub fn answer_fields() -> &'static [Field] {
    &ANSWER_FIELDS
}
