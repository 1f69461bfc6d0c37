//! The console in a person's words: go to a call, fill a field in, send.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use journeys::App;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(20);

pub const ENTER: &str = "\u{e007}";
pub const ESCAPE: &str = "\u{e00c}";
const SELECT_ALL: &str = "\u{e009}a\u{e000}";
const DELETE: &str = "\u{e017}";

/// Opens the console.
pub async fn open(app: &App) {
    app.press("nav-console").await;
    app.see("screen-console").await;
    app.see("console-send").await;
}

pub async fn go_to_call(app: &App, call: &str) {
    click(app, &by_id(&format!("call-{call}"))).await;
    find(app, &by_id(&format!("form-{call}"))).await;
}

/// Chooses one of a few that are all in sight.
pub async fn choose(app: &App, group: &str, words: &str) {
    click_saying(app, &format!("{} button", by_id(group)), words).await;
}

/// Opens a menu and takes what says `words`.
pub async fn choose_in_menu(app: &App, button: &str, words: &str) {
    app.press(button).await;
    click_saying(app, "[role=menuitem]", words).await;
}

/// Opens a field's list and takes the value that goes to the wire as `json`.
pub async fn pick(app: &App, field: &str, json: &str) {
    let option = format!("[role=option][data-key='{json}']");
    let begun = Instant::now();
    loop {
        click(app, &by_field(field)).await;
        // A list closes when what is around it scrolls, as the form still may: then it is opened once more.
        if let Some(element) = soon(app, &option).await {
            let _ = element.click().await;
            if gone_soon(app, &option).await {
                return;
            }
            app.keys(ESCAPE).await;
        }
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("{json} can't be taken from {field}"))
                .await;
        }
    }
}

/// Types into a field, over what it holds.
pub async fn fill(app: &App, field: &str, text: &str) {
    let element = click(app, &by_field(field)).await;
    element.send_keys(SELECT_ALL).await.unwrap();
    let over = if text.is_empty() { DELETE } else { text };
    element.send_keys(over).await.unwrap();
}

/// Types chips, each ended by a blank or Enter.
pub async fn fill_chips(app: &App, field: &str, chips: &str) {
    let element = click(app, &by_field(field)).await;
    element.send_keys(&format!("{chips}{ENTER}")).await.unwrap();
}

/// Chooses to type a secret, types it and leaves it to the studio.
pub async fn fill_secret(app: &App, field: &str, secret: &str) {
    pick(app, field, "type").await;
    let css = format!("input{}", by_field(field));
    let input = find(app, &css).await;
    input.send_keys(&format!("{secret}{ENTER}")).await.unwrap();
    let begun = Instant::now();
    while app.client.find(Locator::Css(&css)).await.is_ok() {
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("the secret of {field} is not taken"))
                .await;
        }
        pause().await;
    }
}

pub async fn press_field(app: &App, field: &str) {
    click(app, &by_field(field)).await;
}

/// Writes over the JSON beside the form.
pub async fn write_twin(app: &App, text: &str) {
    click(app, &by_id("twin")).await;
    app.keys(SELECT_ALL).await;
    app.keys(DELETE).await;
    // Brackets and quotes are closed by the editor, and typing over the closing one is as on a keyboard.
    app.keys(text).await;
}

/// The JSON beside the form, as text.
pub async fn twin(app: &App) -> String {
    let lines = "return [...document.querySelectorAll('[data-testid=twin] .cm-line')]
        .map((line) => line.textContent).join('\\n')";
    app.script(lines)
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// What a field holds.
pub async fn value(app: &App, field: &str) -> String {
    let field = find(app, &by_field(field)).await;
    field.prop("value").await.ok().flatten().unwrap_or_default()
}

/// Waits until a field holds `wanted`.
pub async fn holds(app: &App, field: &str, wanted: &str) {
    let begun = Instant::now();
    loop {
        let is = value(app, field).await;
        if is == wanted {
            return;
        }
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("{field} holds “{is}”, not “{wanted}”"))
                .await;
        }
        pause().await;
    }
}

/// Presses Send; what the call answered has to have an HTTP status.
pub async fn send(app: &App, call: &str, status: &str) {
    app.press("console-send").await;
    answered(app, call, status).await;
}

/// Waits for an answer of `call` with an HTTP status.
pub async fn answered(app: &App, call: &str, status: &str) {
    let begun = Instant::now();
    loop {
        if app.has("answer-status").await {
            let said = app.text("answer-status").await;
            if said.contains(status) && app.text("answer").await.contains(call) {
                return;
            }
        }
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("{call} was not answered with {status}"))
                .await;
        }
        pause().await;
    }
}

/// A test id in the window's markup.
pub fn by_id(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

/// The control of a field: a JSON pointer, or `@` and a part of the address.
pub fn by_field(field: &str) -> String {
    by_id(&format!("field:{field}"))
}

pub async fn pause() {
    tokio::time::sleep(Duration::from_millis(30)).await;
}

/// Presses what `css` finds, as soon as it can be pressed.
pub async fn click(app: &App, css: &str) -> Element {
    let begun = Instant::now();
    loop {
        let element = find(app, css).await;
        if element.click().await.is_ok() {
            return element;
        }
        // Half of it can lie behind what stays in place at the form's end.
        let middle = "arguments[0].scrollIntoView({ block: 'center' })";
        let what = vec![serde_json::to_value(&element).unwrap()];
        let _ = app.client.execute(middle, what).await;
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("{css} can't be pressed")).await;
        }
        pause().await;
    }
}

/// Whether an entry says `words`; what stands small below them, such as a date, does not count.
async fn says(entry: &Element, words: &str) -> bool {
    let text = entry.text().await.unwrap_or_default();
    let small = match entry.find(Locator::Css("small")).await {
        Ok(small) => small.text().await.unwrap_or_default(),
        Err(_) => String::new(),
    };
    text.trim().trim_end_matches(small.trim()).trim() == words
}

async fn click_saying(app: &App, css: &str, words: &str) {
    let begun = Instant::now();
    loop {
        for one in app.client.find_all(Locator::Css(css)).await.unwrap() {
            if says(&one, words).await && one.click().await.is_ok() {
                return;
            }
        }
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("no {css} says “{words}”")).await;
        }
        pause().await;
    }
}

pub async fn find(app: &App, css: &str) -> Element {
    let begun = Instant::now();
    loop {
        if let Ok(element) = app.client.find(Locator::Css(css)).await {
            return element;
        }
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("{css} is not there")).await;
        }
        pause().await;
    }
}

/// Adds an item to a list. A press misses what moves at that moment, as what a check finds makes the form do; then
/// it is pressed once more.
pub async fn add(app: &App, list: &str) {
    let items = format!("[data-testid^='remove:{list}/']");
    let count = async || {
        app.client
            .find_all(Locator::Css(&items))
            .await
            .unwrap()
            .len()
    };
    let before = count().await;
    let begun = Instant::now();
    loop {
        click(app, &by_id(&format!("add:{list}"))).await;
        let pressed = Instant::now();
        while pressed.elapsed() < Duration::from_secs(1) {
            if count().await > before {
                return;
            }
            pause().await;
        }
        if begun.elapsed() > PATIENCE {
            app.fail(&format!("nothing can be added to {list}")).await;
        }
    }
}

/// What `css` finds, if it is there within a moment.
async fn soon(app: &App, css: &str) -> Option<Element> {
    let begun = Instant::now();
    loop {
        if let Ok(element) = app.client.find(Locator::Css(css)).await {
            return Some(element);
        }
        if begun.elapsed() > Duration::from_secs(1) {
            return None;
        }
        pause().await;
    }
}

/// Whether what `css` finds goes away within a moment.
async fn gone_soon(app: &App, css: &str) -> bool {
    let begun = Instant::now();
    while app.client.find(Locator::Css(css)).await.is_ok() {
        if begun.elapsed() > Duration::from_secs(1) {
            return false;
        }
        pause().await;
    }
    true
}
