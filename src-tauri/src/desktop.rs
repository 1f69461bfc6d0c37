use std::path::{Path, PathBuf};

/// The system's own programs, through Tauri's opener.
pub struct SystemDesktop {
    /// Where downloads go, if not below the data folder.
    pub downloads: Option<PathBuf>,
}

impl studio::Desktop for SystemDesktop {
    fn open(&self, path: &Path) -> Result<(), String> {
        tauri_plugin_opener::open_path(path, None::<&str>).map_err(|error| error.to_string())
    }

    fn reveal(&self, path: &Path) -> Result<(), String> {
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(|error| error.to_string())
    }

    fn downloads(&self) -> Option<PathBuf> {
        self.downloads.clone()
    }
}
