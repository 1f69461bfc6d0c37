//! Measures in the page itself, with the script beside this.

use std::path::Path;

use journeys::{App, World, WorldOptions};
use serde_json::{Value, json};

const SCRIPT: &str = include_str!("page.js");

/// A world for the release build, which chooses by itself how it draws.
pub fn world(name: &str, app: &Path) -> World {
    World::new(
        name,
        WorldOptions {
            program: app.to_path_buf(),
            own_render: true,
            ..WorldOptions::default()
        },
    )
}

/// Puts the script into the page.
pub async fn prepare(app: &App) {
    let _ = app.client.set_window_rect(0, 0, 1280, 800).await;
    app.script(SCRIPT).await;
}

/// What `expression`, a promise of the page's, comes to. `bench` is the script's.
pub async fn ask(app: &App, expression: &str) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         ({expression}).then(answer => done({{ answer }}), error => done({{ error: String(error) }}));"
    );
    let outcome = app.client.execute_async(&script, vec![]).await.unwrap();
    assert!(
        outcome["error"].is_null(),
        "{expression} is measured: {}",
        outcome["error"]
    );
    outcome.get("answer").cloned().unwrap_or(json!(null))
}
