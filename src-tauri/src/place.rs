use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Where the app keeps things, and the names that go with that place.
///
/// `ROOMREEL_DATA_DIR` moves all of it: store, logs, files, the webview's data, the keychain's service name
/// and the name by which a second start finds the first. Two folders are two apps that know nothing of each other.
pub struct Place {
    pub data_dir: PathBuf,
    /// The application's identifier, which also names the single instance.
    pub identifier: String,
    /// A folder of ours among the person's downloads; `None` where everything was moved to one place.
    pub downloads: Option<PathBuf>,
    /// The name of our entries in the keychain.
    pub keychain: String,
}

impl Place {
    /// Finds, and makes, the data folder.
    pub fn find() -> Result<Self, String> {
        let moved = std::env::var_os("ROOMREEL_DATA_DIR").filter(|dir| !dir.is_empty());
        let (dir, tag) = match &moved {
            Some(dir) => {
                let dir = made(Path::new(dir))?;
                let tag = tag(&dir);
                (dir, Some(tag))
            }
            None => (made(&usual()?)?, None),
        };

        Ok(Self {
            data_dir: dir,
            downloads: match &tag {
                Some(_) => None,
                None => directories::UserDirs::new()
                    .and_then(|dirs| dirs.download_dir().map(|dir| dir.join("Roomreel"))),
            },
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

/// The folder, made where it is not there, by the one name that it has without links.
fn made(dir: &Path) -> Result<PathBuf, String> {
    let trouble = |error: std::io::Error| format!("{}: {error}", dir.display());
    std::fs::create_dir_all(dir).map_err(trouble)?;
    dir.canonicalize().map_err(trouble)
}

/// Eight hex digits that stand for a folder, the same at each start and in each version.
fn tag(dir: &Path) -> String {
    let digest = Sha256::digest(dir.to_string_lossy().as_bytes());
    digest
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
