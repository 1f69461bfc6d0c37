//! An empty window of the same Tauri that Roomreel uses. The bench starts both and compares them,
//! so that what the platform itself costs is not counted as Roomreel's.

use std::process::ExitCode;

fn main() -> ExitCode {
    match tauri::Builder::default().run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("blank-window: {error}");
            ExitCode::FAILURE
        }
    }
}
