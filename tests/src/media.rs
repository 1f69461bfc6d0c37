//! What ffprobe says of a file, and what a playlist says of itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A media file as ffprobe sees it.
#[derive(Debug)]
pub struct Media {
    /// Seconds.
    pub duration: f64,
    pub codecs: Vec<String>,
}

/// Asks ffprobe.
pub fn probe(file: &Path) -> Media {
    let answer = Command::new("ffprobe")
        .args([
            "-v",
            "error",
            "-print_format",
            "json",
            "-show_format",
            "-show_streams",
        ])
        .args(["-allowed_extensions", "ALL"])
        .arg(file)
        .output()
        .expect("ffprobe is installed");
    let text = String::from_utf8_lossy(&answer.stdout);
    let about: Value = serde_json::from_str(&text).unwrap_or_default();
    let duration = about["format"]["duration"]
        .as_str()
        .and_then(|text| text.parse().ok());
    let streams = about["streams"].as_array().cloned().unwrap_or_default();
    let codecs = streams
        .iter()
        .filter_map(|stream| stream["codec_name"].as_str().map(str::to_owned))
        .collect();
    let errors = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert!(
        answer.status.success(),
        "ffprobe reads {}: {errors}",
        file.display()
    );
    Media {
        duration: duration.unwrap_or_default(),
        codecs,
    }
}

/// The files below a folder with one of these endings.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The length that a playlist adds up to, in seconds, and whether it is closed.
pub fn playlist(file: &Path) -> (f64, bool) {
    let text = std::fs::read_to_string(file).unwrap();
    let lengths = text
        .lines()
        .filter_map(|line| line.strip_prefix("#EXTINF:"));
    let seconds = lengths
        .filter_map(|text| text.trim_end_matches(',').parse::<f64>().ok())
        .sum();
    (seconds, text.contains("#EXT-X-ENDLIST"))
}
