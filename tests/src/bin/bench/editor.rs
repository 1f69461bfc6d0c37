//! The frames of the editor while regions are dragged, beside an animation in the same window.

use std::path::Path;

use journeys::{App, Editor};
use serde_json::{Value, json};

use crate::figures::{beside, numbers, spread};
use crate::page;

const ROUNDS: usize = 3;
/// Three seconds, where each frame is in time.
const FRAMES: usize = 180;
const LAYOUT: &str = "bench-seventeen";

/// Drags one region of 17, and all of them. Pointer events are dispatched in the page, one before each frame, so
/// that each frame has the same to do; what moves is the same as under a hand.
pub async fn editor(program: &Path) {
    let mut world = page::world("bench-editor", program);
    let app = world.open().await;
    app.call("layout_save", seventeen()).await.unwrap();
    let editor = Editor::open(&app, LAYOUT).await;
    page::prepare(&app).await;
    for id in ["safe", "grid"] {
        app.press(&format!("do-{id}")).await;
    }
    let mut idle = Vec::new();
    let mut one = Drags::default();
    let mut all = Drags::default();
    for _ in 0..ROUNDS {
        idle.push(numbers(
            &page::ask(&app, &format!("bench.idle({FRAMES})")).await,
        ));
        editor.click_region("r8").await;
        one.measure(&app, 90).await;
        editor.key("Ctrl+A").await;
        editor
            .until("all are selected", |now| now.selection().len() == 17)
            .await;
        all.measure(&app, 48).await;
        editor.key("Escape").await;
    }
    println!(
        "editor: 17 regions with people, snapping, grid and safe areas on, in the way of drawing that the app chose; \
         pointer events dispatched once a frame"
    );
    println!("  idle animation: {} ms a frame", spread(&idle.concat()));
    one.print("one region", &idle, 1.2);
    all.print("17 together", &idle, 1.3);
    world.close(app).await;
}

#[derive(Default)]
struct Drags {
    frames: Vec<Vec<f64>>,
    steps: Vec<f64>,
}

impl Drags {
    /// `reach` is how far the pointer goes from the middle, in screen pixels: all together have less room.
    async fn measure(&mut self, app: &App, reach: u32) {
        let answer = page::ask(app, &format!("bench.drag('r8', {FRAMES}, {reach})")).await;
        let places = answer["places"].as_u64().unwrap_or_default();
        assert!(
            places > 20,
            "the region moves while it is measured: {places} places"
        );
        self.frames.push(numbers(&answer["deltas"]));
        self.steps.extend(numbers(&answer["steps"]));
    }

    fn print(&self, what: &str, idle: &[Vec<f64>], goal: f64) {
        let mean = self.steps.iter().sum::<f64>() / self.steps.len() as f64;
        println!(
            "  {what}: {} ms a frame; step {}, mean {mean:.2} ms",
            spread(&self.frames.concat()),
            spread(&self.steps)
        );
        println!(
            "  ratio of p95, {what} to idle: {}, goal {goal}",
            beside(&self.frames, idle)
        );
    }
}

/// Regions in five columns with room around them, so that all can move together.
fn seventeen() -> Value {
    let regions: Vec<Value> = (0..17)
        .map(|at| {
            let (column, row) = (at % 5, at / 5);
            json!({
                "id": format!("r{at}"), "role": "guest", "number": at + 1, "name": null,
                "x": 90_000 + column * 165_000, "y": 90_000 + row * 205_000,
                "width": 160_000, "height": 200_000,
                "uid": null, "alpha": 1_000_000, "fit": "crop",
            })
        })
        .collect();
    json!({
        "id": LAYOUT, "name": "Seventeen", "template": false,
        "document": {
            "canvas": { "width": 1920, "height": 1080 },
            "background": { "color": "#101418" },
            "regions": regions,
        },
    })
}
