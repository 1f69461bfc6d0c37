//! The rows, in groups by where they are documented, and where each group belongs.

mod acquire;
mod build;
mod envelope;
mod layout;
mod legacy;
mod recording;
mod start;
mod storage;
mod update;
mod web;

use std::sync::LazyLock;

use super::field::Field;

/// A group of rows and the member that holds it, call first.
struct Group {
    at: &'static str,
    rows: &'static [Field],
}

const fn group(at: &'static str, rows: &'static [Field]) -> Group {
    Group { at, rows }
}

/// In the order of the reference, which is also the order of forms and documents.
const GROUPS: &[Group] = &[
    group("acquire", envelope::ROWS),
    group("acquire.clientRequest", acquire::ROWS),
    group("start", envelope::ROWS),
    group("start.clientRequest", start::ROWS),
    group("start.clientRequest.storageConfig", storage::ROWS),
    group("start.clientRequest.recordingConfig", recording::ROWS),
    group(
        "start.clientRequest.recordingConfig.transcodingConfig",
        recording::CANVAS,
    ),
    group(
        "start.clientRequest.recordingConfig.transcodingConfig",
        layout::ROWS,
    ),
    group("start.clientRequest.recordingFileConfig", start::FILES),
    group("start.clientRequest.snapshotConfig", start::SNAPSHOTS),
    group("start.clientRequest.extensionServiceConfig", web::ROWS),
    group("start.clientRequest", legacy::ROWS),
    group("update", envelope::ROWS),
    group("update.clientRequest", update::ROWS),
    group("update.clientRequest.storageConfig", storage::ROWS),
    group("updateLayout", envelope::ROWS),
    group("updateLayout.clientRequest", layout::ROWS),
    group("stop", envelope::ROWS),
    group("stop.clientRequest", update::STOP),
];

/// All rows with their full paths. The paths live as long as the process, so they are leaked once.
static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let full = |group: &'static Group| {
        group.rows.iter().map(|row| Field {
            path: format!("{}.{}", group.at, row.path).leak(),
            ..*row
        })
    };
    GROUPS.iter().flat_map(full).collect()
});

/// Every member of every request, as rows.
pub fn fields() -> &'static [Field] {
    &FIELDS
}
