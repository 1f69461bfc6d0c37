//! Pictures of what a journey has come to, in both themes and both sizes, for people to look at.

use std::path::Path;
use std::time::Duration;

use journeys::App;
use serde_json::json;

/// Leaves `name` four times in `folder`; the window and the theme are as before afterwards.
pub async fn look(app: &App, folder: &Path, name: &str) {
    let info = app.call("app_info", json!({})).await.unwrap();
    let before = info["settings"].clone();
    for theme in ["dark", "light"] {
        let mut settings = before.clone();
        settings["theme"] = json!(theme);
        app.call("settings_save", settings).await.unwrap();
        for (width, height) in [(960, 640), (1280, 800)] {
            app.client.set_window_size(width, height).await.unwrap();
            // The picture is for people: half a second lets everything come to rest.
            tokio::time::sleep(Duration::from_millis(500)).await;
            app.screenshot(&folder.join(format!("{name}-{theme}-{width}.png")))
                .await;
        }
    }
    app.call("settings_save", before).await.unwrap();
}
