//! The layout editor, row by row of what it promises, by pointer and by keys.

mod access;
mod arranging;
mod by_keys;
mod drawn;
mod gallery;
mod gestures;
mod live;
mod looking;
mod numbers;

use journeys::{App, Editor};
use serde_json::{Value, json};

/// Keeps a layout of one's own with regions at these places (x, y, width, height in pixels of 1920×1080; the last
/// one in front), and opens it.
async fn open_own<'a>(app: &'a App, name: &str, places: &[[u32; 4]]) -> Editor<'a> {
    let regions: Vec<Value> = places
        .iter()
        .enumerate()
        .map(|(at, [x, y, width, height])| {
            let across = |pixels: u32| (f64::from(pixels) * 1e6 / 1_920.0).round() as u32;
            let down = |pixels: u32| (f64::from(pixels) * 1e6 / 1_080.0).round() as u32;
            json!({
                "id": format!("r{}", at + 1), "role": "person", "number": at + 1, "name": null,
                "x": across(*x), "width": across(x + width) - across(*x),
                "y": down(*y), "height": down(y + height) - down(*y),
                "uid": null, "alpha": 1_000_000, "fit": "crop",
            })
        })
        .collect();
    let document = json!({
        "canvas": { "width": 1_920, "height": 1_080 },
        "background": { "color": "#000000" },
        "regions": regions,
    });
    let id = format!("own-{}", name.to_lowercase().replace(' ', "-"));
    let layout = json!({ "id": id, "name": name, "template": false, "document": document });
    app.call("layout_save", layout).await.unwrap();
    Editor::open(app, &id).await
}
