//! From a recording to its files on this computer, and to their end.

use std::path::{Path, PathBuf};
use std::time::Duration;

use journeys::{App, World, WorldOptions, media, story, world};
use serde_json::json;

use crate::fit::resize;
use crate::{all_files, start, stop_from_live};

/// As long as the service takes a channel's name.
const CHANNEL: &str = "a-channel-with-the-longest-name-that-the-service-takes-64-bytes!";

#[tokio::test(flavor = "multi_thread")]
async fn library_files_come_to_this_computer_and_go() {
    let mut world = World::new("library", WorldOptions::default());
    let pictures = world::program("journeys", "library");
    let app = world.open().await;
    app.press("nav-library").await;
    picture(&app, &pictures, "empty").await;
    start(&app, CHANNEL).await;
    story::wait_for_first_piece(&app).await;
    let layout = json!({ "id": app.recordings().await[0]["id"], "layoutId": "sideBySide" });
    app.call("recording_layout", layout).await.unwrap();
    stop_from_live(&app).await;
    app.newest_reaches(&["saved"], Duration::from_secs(60))
        .await;
    app.press("nav-library").await;
    app.see("library-facts").await;
    story::play(&app).await;
    search(&app).await;
    picture(&app, &pictures, "saved").await;

    let recorded = all_files(&world.data.join("practice/files"));
    assert!(recorded.len() > 2, "there are pieces: {recorded:?}");
    download(&app, &world, &recorded).await;
    picture(&app, &pictures, "downloaded").await;
    app.call("settings_save", settings(&app, "light").await)
        .await
        .unwrap();
    picture(&app, &pictures, "downloaded-light").await;
    resize(&app, 960, 640).await;
    picture(&app, &pictures, "downloaded-small-light").await;
    resize(&app, 1280, 800).await;

    world.close(app).await;
    let app = world.open().await;
    app.press("nav-library").await;
    app.see("download-open").await;
    app.press("files-delete").await;
    app.see("confirm").await;
    picture(&app, &pictures, "delete").await;
    let number = recorded.len().to_string();
    app.says("confirm", &format!("Delete {number} files?"))
        .await;
    app.press("confirm-button").await;
    app.gone("file-pieces").await;
    app.says("library-details", "No files.").await;
    let left = all_files(&world.data.join("practice/files"));
    assert!(left.is_empty(), "nothing of it is left: {left:?}");
    assert_eq!(
        all_files(&world.data.join("downloads")).len(),
        recorded.len() + 1,
        "what was downloaded stays"
    );
    picture(&app, &pictures, "deleted").await;
    world.close(app).await;
}

/// What is typed finds, and what is nowhere is said to be nowhere.
async fn search(app: &App) {
    app.type_into("library-search", "today longest").await;
    app.see("library-row").await;
    app.type_into("library-search", " nowhere").await;
    app.gone("library-row").await;
    app.script(
        "[...document.querySelectorAll('main button')].find((one) => /Clear search/.test(one.textContent)).click()",
    )
    .await;
    app.see("library-row").await;
}

/// All of it, then all as one: the same bytes as in the storage.
async fn download(app: &App, world: &World, recorded: &[PathBuf]) {
    app.press("files-download").await;
    done(app, 1).await;
    let here = all_files(&world.data.join("downloads"));
    assert_eq!(here.len(), recorded.len(), "each file once: {here:?}");
    for file in recorded {
        let copy = here.iter().find(|one| one.file_name() == file.file_name());
        let copy = copy.unwrap_or_else(|| panic!("{} came", file.display()));
        assert!(std::fs::read(copy).unwrap() == std::fs::read(file).unwrap());
    }
    app.press("files-download-one").await;
    done(app, 2).await;
    let videos = media::files(&world.data.join("downloads"), "mp4");
    assert_eq!(videos.len(), 2, "the MP4 among all, and alone: {videos:?}");
    let alone = videos
        .iter()
        .find(|one| one.to_string_lossy().contains(" (2)"));
    let alone = media::probe(alone.expect("in a folder of its own"));
    assert!(alone.duration > 5.0, "it is a whole video");
}

async fn done(app: &App, number: usize) {
    let begun = std::time::Instant::now();
    loop {
        let list = app.call("download_list", json!({})).await.unwrap();
        let list = list.as_array().cloned().unwrap_or_default();
        if list.len() == number && list.iter().all(|one| one["state"] == "done") {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{list:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    app.says("downloads", "complete").await;
}

async fn settings(app: &App, theme: &str) -> serde_json::Value {
    let mut settings = app.call("app_info", json!({})).await.unwrap()["settings"].clone();
    settings["theme"] = json!(theme);
    settings
}

async fn picture(app: &App, folder: &Path, name: &str) {
    app.screenshot(&folder.join(format!("{name}.png"))).await;
}
