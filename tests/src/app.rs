//! The app as a person meets it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

/// How long anything may take that does not say otherwise.
const PATIENCE: Duration = Duration::from_secs(20);

/// The app's window.
pub struct App {
    pub client: Client,
    name: String,
}

impl App {
    pub(crate) async fn new(client: Client, name: String) -> Self {
        let app = Self { client, name };
        app.leave_welcome().await;
        app.see("screen-record").await;
        app
    }

    /// A fresh app begins with the welcome, which few journeys are about.
    async fn leave_welcome(&self) {
        let begun = Instant::now();
        while !self.has("screen-record").await && !self.has("screen-welcome").await {
            if begun.elapsed() > PATIENCE {
                self.fail("neither the welcome nor Record came up").await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let info = self.call("app_info", json!({})).await.unwrap_or_default();
        if info["firstRun"] == true {
            self.see("welcome-leave").await;
            // Without a pointer: large letters are not where the driver looks for them.
            self.script("document.querySelector('[data-testid=welcome-leave]').click()")
                .await;
        }
    }

    /// Waits for something to be on the screen, by its test id.
    pub async fn see(&self, id: &str) -> Element {
        self.see_within(id, PATIENCE).await
    }

    pub async fn see_within(&self, id: &str, limit: Duration) -> Element {
        let css = format!("[data-testid=\"{id}\"]");
        let begun = Instant::now();
        loop {
            if let Ok(element) = self.client.find(Locator::Css(&css)).await
                && element.is_displayed().await.unwrap_or(false)
            {
                return element;
            }
            if begun.elapsed() > limit {
                self.fail(&format!("{id} did not appear within {limit:?}"))
                    .await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether something is on the screen now.
    pub async fn has(&self, id: &str) -> bool {
        self.client
            .find(Locator::Css(&format!("[data-testid=\"{id}\"]")))
            .await
            .is_ok()
    }

    pub async fn gone(&self, id: &str) {
        let css = format!("[data-testid=\"{id}\"]");
        let begun = Instant::now();
        while self.client.find(Locator::Css(&css)).await.is_ok() {
            if begun.elapsed() > PATIENCE {
                self.fail(&format!("{id} did not go away")).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn press(&self, id: &str) {
        let begun = Instant::now();
        loop {
            let element = self.see(id).await;
            // A press goes to a place: what moves between looking and pressing is missed. So it is pressed
            // once it stands still, and found again where drawing anew has made it stale.
            let before = element.rectangle().await.ok();
            if before.is_none() {
                // Scrolled away: the driver has no place for it.
                let near = "arguments[0].scrollIntoView({ block: 'nearest' })";
                let what = vec![serde_json::to_value(&element).unwrap_or_default()];
                let _ = self.client.execute(near, what).await;
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
            let stands = before.is_some() && element.rectangle().await.ok() == before;
            if stands && element.click().await.is_ok() {
                return;
            }
            if begun.elapsed() > PATIENCE {
                self.fail(&format!("{id} could not be pressed")).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses something and keeps it pressed for a while.
    pub async fn hold(&self, id: &str, long: Duration) {
        let element = self.see(id).await;
        let (x, y, width, height) = element.rectangle().await.unwrap();
        let at = (x + width / 2.0, y + height / 2.0);
        let to = |x: f64, y: f64| PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let mouse = MouseActions::new("mouse".into())
            .then(to(at.0, at.1))
            .then(PointerAction::Down {
                button: fantoccini::actions::MOUSE_BUTTON_LEFT,
            })
            .then(PointerAction::Pause { duration: long })
            .then(PointerAction::Up {
                button: fantoccini::actions::MOUSE_BUTTON_LEFT,
            });
        self.client.perform_actions(mouse).await.unwrap();
        self.client.release_actions().await.unwrap();
    }

    /// Types over what a field holds.
    pub async fn type_into(&self, id: &str, text: &str) {
        let field = self.see(id).await;
        let field = match field.tag_name().await.unwrap().as_str() {
            "input" | "textarea" => field,
            _ => field.find(Locator::Css("input, textarea")).await.unwrap(),
        };
        field.click().await.unwrap();
        field.send_keys("\u{e009}a\u{e000}").await.unwrap();
        field.send_keys("\u{e003}").await.unwrap();
        if !text.is_empty() {
            field.send_keys(text).await.unwrap();
        }
    }

    /// Sends keys to whatever has the focus.
    pub async fn keys(&self, keys: &str) {
        self.client
            .active_element()
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }

    pub async fn text(&self, id: &str) -> String {
        // Not the driver's own text, which leaves out what an ellipsis could cut.
        self.see(id)
            .await
            .prop("textContent")
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// Waits until something says `words`.
    pub async fn says(&self, id: &str, words: &str) {
        self.says_within(id, words, PATIENCE).await;
    }

    pub async fn says_within(&self, id: &str, words: &str, limit: Duration) {
        let begun = Instant::now();
        loop {
            let text = self.text(id).await;
            if text.contains(words) {
                return;
            }
            if begun.elapsed() > limit {
                self.fail(&format!("{id} never said “{words}”; it says “{text}”"))
                    .await;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Calls one of the app's commands as the page does. `Err` is the command's failure.
    pub async fn call(&self, command: &str, request: Value) -> Result<Value, Value> {
        let script = "const [command, req, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, { req })
                .then(answer => done({ answer }), failure => done({ failure }));";
        let outcome = self
            .client
            .execute_async(script, vec![json!(command), request])
            .await
            .unwrap();
        match outcome.get("failure") {
            Some(failure) => Err(failure.clone()),
            None => Ok(outcome["answer"].clone()),
        }
    }

    pub async fn recordings(&self) -> Vec<Value> {
        let list = self
            .call("recording_list", json!({}))
            .await
            .expect("the list is always there");
        list.as_array().cloned().unwrap_or_default()
    }

    /// Waits until the newest recording is in one of `states`; gives it.
    pub async fn newest_reaches(&self, states: &[&str], limit: Duration) -> Value {
        let what = format!("one of {states:?}");
        let state = |newest: &Value| newest["state"].as_str().unwrap_or_default().to_owned();
        self.newest_is(&what, limit, |newest| {
            states.contains(&state(newest).as_str())
        })
        .await
    }

    /// Waits until the newest recording is as `wanted` says; gives it.
    pub async fn newest_is(
        &self,
        what: &str,
        limit: Duration,
        wanted: impl Fn(&Value) -> bool,
    ) -> Value {
        let begun = Instant::now();
        loop {
            let newest = self
                .recordings()
                .await
                .into_iter()
                .next()
                .unwrap_or_default();
            if wanted(&newest) {
                return newest;
            }
            if begun.elapsed() > limit {
                self.fail(&format!("the recording is not {what}: {newest}"))
                    .await;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    /// Opens a list of choices and takes the one that says `words`.
    pub async fn choose(&self, id: &str, words: &str) {
        self.press(id).await;
        self.take("[role=option]", words).await;
    }

    /// Takes the entry of an open menu that says `words`.
    pub async fn choose_from_menu(&self, words: &str) {
        self.take("[role^=menuitem]", words).await;
    }

    async fn take(&self, css: &str, words: &str) {
        let begun = Instant::now();
        loop {
            for option in self
                .client
                .find_all(Locator::Css(css))
                .await
                .unwrap_or_default()
            {
                if option.text().await.is_ok_and(|text| text.contains(words)) {
                    let _ = option.click().await;
                    return;
                }
            }
            if begun.elapsed() > PATIENCE {
                self.fail(&format!("nothing offers “{words}”")).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Everything that the page holds: its markup, its fields' values and its storage.
    pub async fn everything(&self) -> String {
        let script =
            "const fields = [...document.querySelectorAll('input,textarea')].map(f => f.value);
            return document.documentElement.outerHTML + JSON.stringify([fields, {...localStorage},
                {...sessionStorage}, document.cookie, location.href]);";
        self.script(script)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    pub async fn screenshot(&self, file: &std::path::Path) {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).unwrap();
        }
        let picture = self.client.screenshot().await.unwrap();
        std::fs::write(file, picture).unwrap();
    }

    /// Leaves a picture of the failure and ends the journey.
    pub async fn fail(&self, what: &str) -> ! {
        let folder = crate::world::program("journeys", "").join(&self.name);
        let _ = std::fs::create_dir_all(&folder);
        let picture: PathBuf = folder.join("failure.png");
        if let Ok(bytes) = self.client.screenshot().await {
            let _ = std::fs::write(&picture, bytes);
        }
        let text = self
            .client
            .execute("return document.body.innerText", vec![])
            .await;
        let text = text
            .ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default();
        panic!(
            "{}: {what}\npicture: {}\n--- the window says:\n{text}",
            self.name,
            picture.display()
        );
    }
}
