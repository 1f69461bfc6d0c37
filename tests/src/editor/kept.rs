//! What the store has of the layout that is edited.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::Editor;

/// A layout in the store, and its steps.
#[derive(Debug, Clone)]
pub struct Kept {
    pub id: String,
    pub name: String,
    pub document: Value,
    /// How many steps can be undone.
    pub steps: usize,
}

impl Kept {
    pub fn region(&self, id: &str) -> &Value {
        let regions = self.document["regions"].as_array();
        regions
            .into_iter()
            .flatten()
            .find(|region| region["id"] == id)
            .unwrap_or_else(|| panic!("{id} is kept: {}", self.document))
    }

    /// The ids in the drawing order, the last one in front.
    pub fn order(&self) -> Vec<&str> {
        let regions = self.document["regions"].as_array();
        let ids = regions.into_iter().flatten();
        ids.filter_map(|region| region["id"].as_str()).collect()
    }

    /// A region's x, y, width and height in millionths of the canvas.
    pub fn millionths(&self, id: &str) -> [i64; 4] {
        let region = self.region(id);
        ["x", "y", "width", "height"].map(|side| region[side].as_i64().expect("a whole number"))
    }

    /// Whole millionths inside the canvas, ids and users once, and 17 shown at most.
    pub fn assert_legal(&self) {
        let mut seen = std::collections::BTreeSet::new();
        let mut shown = 0;
        for id in self.order() {
            assert!(seen.insert(format!("id {id}")), "{id} is there once");
            let [x, y, width, height] = self.millionths(id);
            assert!(
                x >= 0 && y >= 0 && width > 0 && height > 0,
                "{id} has a size: {}",
                self.region(id)
            );
            assert!(
                x + width <= 1_000_000 && y + height <= 1_000_000,
                "{id} is inside: {}",
                self.region(id)
            );
            if let Some(uid) = self.region(id)["uid"].as_str() {
                assert!(
                    seen.insert(format!("user {uid}")),
                    "user {uid} is in one place"
                );
            }
            shown += usize::from(self.region(id)["hidden"] != true);
        }
        assert!(shown <= 17, "no more than 17 are shown");
    }
}

impl Editor<'_> {
    /// Waits until the store has what is on the screen: the same regions at the same places.
    pub async fn kept(&self) -> Kept {
        let begun = Instant::now();
        loop {
            let now = self.shown().await;
            let is_kept = self.app.script(KEEPING).await == "kept";
            let list = self.app.call("layout_list", json!({})).await.unwrap();
            let layouts = list.as_array().cloned().unwrap_or_default();
            let own = layouts
                .into_iter()
                .find(|one| one["template"] == false && one["name"] == now.name.as_str());
            if let Some(layout) = own
                && is_kept
                && same(&layout["document"], &now)
            {
                return self.with_steps(layout).await;
            }
            if begun.elapsed() > super::PATIENCE {
                self.app.fail(&format!("it is not kept: {now:#?}")).await;
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    async fn with_steps(&self, layout: Value) -> Kept {
        let text = |name: &str| layout[name].as_str().unwrap_or_default().to_owned();
        let id = text("id");
        let history = self
            .app
            .call("layout_history", json!({ "id": id }))
            .await
            .unwrap();
        let saved: Value = history["text"]
            .as_str()
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default();
        Kept {
            id,
            name: text("name"),
            steps: saved["past"].as_array().map_or(0, Vec::len),
            document: layout["document"].clone(),
        }
    }
}

const KEEPING: &str =
    "return document.querySelector('[data-testid=keeping]')?.dataset.state ?? null";

/// Whether the document's shown regions are those of the canvas, to the pixel.
fn same(document: &Value, now: &super::Shown) -> bool {
    let none = Vec::new();
    let regions = document["regions"].as_array().unwrap_or(&none);
    let shown: Vec<_> = regions
        .iter()
        .filter(|region| region["hidden"] != true)
        .collect();
    let pixels = |region: &Value, side: &str, of: f64| {
        (region[side].as_f64().unwrap_or_default() * of / 1e6).round() as i64
    };
    let side = |name: &str| document["canvas"][name].as_f64().unwrap_or_default();
    shown.len() == now.regions.len()
        && (side("width"), side("height")) == now.canvas
        && shown.iter().all(|region| {
            let id = region["id"].as_str().unwrap_or_default();
            now.find(id).is_some_and(|found| {
                found.place.x == pixels(region, "x", now.canvas.0)
                    && found.place.y == pixels(region, "y", now.canvas.1)
            })
        })
}
