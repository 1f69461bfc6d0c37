//! Scrolling in a history of 10,000 calls, beside an animation in the same window.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::figures::{beside, numbers, spread};
use crate::page;

const CALLS: i64 = 10_000;
const ROUNDS: usize = 3;
const FRAMES: usize = 180;
/// Pixels a frame: five rows, which is a quick wheel.
const STEP: i64 = 240;

pub async fn history(program: &Path) {
    let mut world = page::world("bench-history", program);
    // The first run makes the store.
    let app = world.open().await;
    world.close(app).await;
    fill(&world.data.join("roomreel.sqlite"));
    let app = world.open().await;
    app.press("nav-console").await;
    app.press("open-history").await;
    app.says("history-kept", "10,000").await;
    app.see("history-row").await;
    page::prepare(&app).await;
    let (mut idle, mut fresh, mut known) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        idle.push(numbers(
            &page::ask(&app, &format!("bench.idle({FRAMES})")).await,
        ));
        let from = app.script(TOP).await.as_f64().unwrap_or_default();
        for (way, found) in [(STEP, &mut fresh), (-STEP, &mut known)] {
            let script = format!("bench.scroll('history-list', {way}, {FRAMES})");
            let answer = page::ask(&app, &script).await;
            let gone = answer["way"].as_f64().unwrap_or_default().abs();
            assert!(
                gone > 10_000.0,
                "the list scrolls while it is measured: {gone} pixels from {from}"
            );
            found.push(numbers(&answer["deltas"]));
        }
        // The next round goes on where nothing was fetched yet.
        let on = format!("bench.scroll('history-list', {STEP}, {FRAMES})");
        page::ask(&app, &on).await;
    }
    println!("history: {CALLS} calls, {STEP} pixels a frame");
    println!("  idle animation: {} ms a frame", spread(&idle.concat()));
    for (what, found) in [("onwards, fetching", &fresh), ("back", &known)] {
        println!("  {what}: {} ms a frame, goal 20", spread(&found.concat()));
        println!("  ratio of p95, {what} to idle: {}", beside(found, &idle));
    }
    world.close(app).await;
}

const TOP: &str = "return document.querySelector('[data-testid=history-list]').scrollTop";

/// Calls as a month of recordings leaves them.
fn fill(store: &Path) {
    let mut db = rusqlite::Connection::open(store).unwrap();
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_millis() as i64;
    let writing = db.transaction().unwrap();
    for at in 0..CALLS {
        let sent = now - (CALLS - at) * 240_000;
        let (call, origin) = [
            ("acquire", "recorder"),
            ("start", "recorder"),
            ("query", "recorder"),
            ("query", "console"),
            ("stop", "recorder"),
        ][(at % 5) as usize];
        let status = if at % 37 == 0 { 404 } else { 200 };
        let code = (status == 404).then_some(404);
        let answer = format!(r#"{{"resourceId":"{at:032}","sid":"{at:032x}","code":0}}"#);
        writing
            .execute(
                "INSERT INTO call (size, origin, call, mode, resource_id, sid, channel, recorder_id, hosts_only,
                    method, address, sent_at, answered_at, elapsed, status, code, headers, request, answer)
                 VALUES (?1, ?2, ?3, 'mix', '', '', ?4, '527841', 0, 'POST', 'https://api.agora.io/v1', ?5, ?6, 120, ?7,
                    ?8, '[]', '{}', ?9)",
                rusqlite::params![
                    600,
                    origin,
                    call,
                    format!("weekly-town-hall-{}", at % 40),
                    sent,
                    sent + 120,
                    status,
                    code,
                    answer
                ],
            )
            .unwrap();
    }
    writing.commit().unwrap();
}
