use serde_json::Value;

use super::lenient::{flag, moment_ms, text};

/// A file that the service names.
///
/// Source: the query page and the guide on managing files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordedFile {
    /// The name; a single name can carry the prefix path.
    pub file_name: String,
    /// `audio`, `video` or `audio_and_video`.
    pub track_type: Option<String>,
    /// The recorded user; `"0"` in mix.
    pub uid: Option<String>,
    /// Everybody in one file (mix).
    pub mixed_all_user: Option<bool>,
    /// Can be played online.
    pub is_playable: Option<bool>,
    /// When recording of the file began, Unix milliseconds.
    pub slice_start_time_ms: Option<i64>,
}

/// Reads a `fileList` by its JSON type; `fileListMode` has been seen to contradict it.
pub(super) fn file_list(value: Option<&Value>) -> Vec<RecordedFile> {
    match value {
        Some(Value::Array(entries)) => entries.iter().filter_map(file).collect(),
        Some(Value::String(name)) => named(name).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn file(entry: &Value) -> Option<RecordedFile> {
    if let Value::String(name) = entry {
        return named(name);
    }
    Some(RecordedFile {
        file_name: text(entry, "fileName").or_else(|| text(entry, "filename"))?,
        track_type: text(entry, "trackType"),
        uid: text(entry, "uid"),
        mixed_all_user: entry.get("mixedAllUser").and_then(flag),
        is_playable: entry.get("isPlayable").and_then(flag),
        slice_start_time_ms: entry.get("sliceStartTime").and_then(moment_ms),
    })
}

fn named(name: &str) -> Option<RecordedFile> {
    let name = name.trim();
    (!name.is_empty()).then(|| RecordedFile {
        file_name: name.to_owned(),
        ..RecordedFile::default()
    })
}
