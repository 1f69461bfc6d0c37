use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// Where the app keeps things, and the names that go with that place.
///
/// `ROOMREEL_DATA_DIR` moves all of it: store, logs, files, the webview's data, the keychain's service name
/// and the name by which a second start finds the first. Two folders are two apps that know nothing of each other.
pub struct Place {
    pub data_dir: PathBuf,
    /// The application's identifier, which also names the single instance.
    pub identifier: String,
    /// The name of our entries in the keychain.
    pub keychain: String,
}

impl Place {
    /// Finds, and makes, the data folder.
    pub fn find() -> Result<Self, String> {
        let moved = std::env::var_os("ROOMREEL_DATA_DIR").filter(|dir| !dir.is_empty());
        let (dir, tag) = match &moved {
            Some(dir) => {
                let dir = std::path::absolute(dir).map_err(|error| error.to_string())?;
                let tag = tag(&dir);
                (dir, Some(tag))
            }
            None => (usual()?, None),
        };
        std::fs::create_dir_all(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
        Ok(Self {
            data_dir: dir,
            identifier: match &tag {
                Some(tag) => format!("app.roomreel.desktop.d{tag}"),
                None => "app.roomreel.desktop".to_owned(),
            },
            keychain: match &tag {
                Some(tag) => format!("Roomreel ({tag})"),
                None => "Roomreel".to_owned(),
            },
        })
    }
}

fn usual() -> Result<PathBuf, String> {
    directories::ProjectDirs::from("app", "Roomreel", "Roomreel")
        .map(|dirs| dirs.data_local_dir().to_path_buf())
        .ok_or_else(|| "there is no home folder; set ROOMREEL_DATA_DIR".to_owned())
}

/// Eight hex digits that stand for a folder. The hasher's keys are fixed, so they are the same at each start.
fn tag(dir: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    dir.hash(&mut hasher);
    format!("{:08x}", hasher.finish() as u32)
}
