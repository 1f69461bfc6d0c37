//! How soon the console's largest form is painted, and how soon a key is, beside a bare field.

use std::path::Path;
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use journeys::App;
use serde_json::Value;

use crate::ROUNDS;
use crate::figures::{beside, median, numbers, percentile, spread};
use crate::page;

/// Rounds of typing, and keys in each.
const TYPINGS: usize = 3;
const KEYS: usize = 64;

pub async fn console(program: &Path) {
    let mut world = page::world("bench-console", program);
    let app = world.open().await;
    app.press("nav-console").await;
    app.see("console-send").await;
    page::prepare(&app).await;
    opening(&app).await;
    typing(&app).await;
    world.close(app).await;
}

/// From choosing `start` to its form on the screen, folded as it opens and with everything unfolded.
async fn opening(app: &App) {
    for is_unfolded in [false, true] {
        if is_unfolded {
            app.press("open-all").await;
        }
        choose(app, "query").await;
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            times.push(choose(app, "start").await);
            choose(app, "query").await;
        }
        choose(app, "start").await;
        let fields = app
            .script("return document.querySelectorAll('[data-testid^=\"field:\"]').length")
            .await;
        println!(
            "console: start, mix, {}, {fields} fields: chosen to painted {:.0} ms, first {:.0}, slowest {:.0}, goal 100",
            if is_unfolded {
                "all unfolded"
            } else {
                "as it opens"
            },
            median(times.clone()),
            times.first().copied().unwrap_or_default(),
            percentile(&times, 1.0)
        );
    }
}

async fn choose(app: &App, call: &str) -> f64 {
    let script = format!(
        "bench.press(document.querySelector('[data-testid=\"call-{call}\"] input'), '[data-testid=\"form-{call}\"]')"
    );
    let time = page::ask(app, &script).await;
    // The check and the text beside the form follow; they are not to be in the way of the next measurement.
    tokio::time::sleep(Duration::from_millis(400)).await;
    time.as_f64()
        .unwrap_or_else(|| panic!("the form of {call} opens"))
}

/// Keys of the driver, into a field of the unfolded form and into a bare one in the same window.
async fn typing(app: &App) {
    app.script(
        "const bare = document.createElement('input');
         bare.dataset.testid = 'bench-bare';
         bare.style.cssText = 'position:fixed;left:40%;top:2px;width:120px;z-index:9999';
         document.body.append(bare);",
    )
    .await;
    let (mut bare, mut form) = (Vec::new(), Vec::new());
    for _ in 0..TYPINGS {
        bare.push(type_in(app, "bench-bare").await);
        form.push(type_in(app, "field:/cname").await);
    }
    println!(
        "console: key to paint in the form {} ms",
        spread(&form.concat())
    );
    println!(
        "console: key to paint in a bare input {} ms",
        spread(&bare.concat())
    );
    println!("ratio of p95, form to bare: {}", beside(&form, &bare));
}

async fn type_in(app: &App, id: &str) -> Vec<f64> {
    let field = app
        .client
        .find(Locator::Css(&format!("[data-testid=\"{id}\"]")))
        .await
        .unwrap();
    app.type_into(id, "").await;
    field.click().await.unwrap();
    page::ask(app, "bench.painted()").await;
    app.script("bench.keys()").await;
    let mut keys = KeyActions::new("keys".to_owned());
    for at in 0..KEYS {
        let value = char::from(b'a' + (at % 26) as u8);
        // Every eighth time the hand rests, so that the check comes in between and its answer while the next ones are typed.
        let rest = Duration::from_millis(if at % 8 == 7 { 160 } else { 45 });
        keys = keys
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Pause { duration: rest });
    }
    app.client.perform_actions(keys).await.unwrap();
    page::ask(app, "bench.painted()").await;
    let answer: Value = app.script("return bench.keys()").await;
    let times = numbers(&answer);
    assert_eq!(times.len(), KEYS, "each key of {id} is painted");
    times
}
