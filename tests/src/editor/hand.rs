//! The pointer and the keyboard, through the driver: what reaches the page is what a mouse and a keyboard send.

use std::time::Duration;

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MOUSE_BUTTON_RIGHT, MouseActions,
    PointerAction,
};

use serde_json::json;

use super::{Editor, Shown};

/// Between two places of a drag: a frame.
const STEP: Duration = Duration::from_millis(16);
const STEPS: u32 = 10;

/// In screen pixels, from the page's top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self {
            x: self.x + x,
            y: self.y + y,
        }
    }
}

/// A key that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Shift,
    Control,
    Alt,
    Space,
}

impl Key {
    fn sign(self) -> char {
        match self {
            Self::Shift => '\u{e008}',
            Self::Control => '\u{e009}',
            Self::Alt => '\u{e00a}',
            Self::Space => ' ',
        }
    }
}

/// The driver's sign for a key such as `ArrowUp`, `Home` or `L`.
fn sign(name: &str) -> char {
    match name {
        "Ctrl" => Key::Control.sign(),
        "Shift" => Key::Shift.sign(),
        "Alt" => Key::Alt.sign(),
        "Space" => ' ',
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        other => {
            let mut signs = other.chars();
            match (signs.next(), signs.next()) {
                (Some(only), None) => only.to_ascii_lowercase(),
                _ => panic!("{other} is no key that is known here"),
            }
        }
    }
}

/// Where the middle of a button is, once it is in sight and can be used.
const BUTTON: &str = "
    const [css, words] = arguments;
    const says = (one) => one.ariaLabel === words || one.textContent.trim() === words;
    const button = [...document.querySelectorAll(`:is(${css}) :is(button, [role=radio], [role=tab])`)]
        .find((one) => says(one) && !one.disabled);
    if (!button) return null;
    button.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };";

impl Shown {
    /// Where a pixel of the recorded picture is on the screen.
    pub fn point(&self, x: f64, y: f64) -> Point {
        let scale = self.scale();
        Point {
            x: self.stage.left + x * scale,
            y: self.stage.top + y * scale,
        }
    }

    /// The middle of a region.
    pub fn middle(&self, id: &str) -> Point {
        self.part(id, 0.5, 0.5)
    }

    /// A point of a region, in shares of its size.
    pub fn part(&self, id: &str, across: f64, down: f64) -> Point {
        let rect = self.region(id).rect;
        Point {
            x: rect.left + rect.width * across,
            y: rect.top + rect.height * down,
        }
    }
}

impl Editor<'_> {
    async fn pointer(&self, actions: Vec<PointerAction>) {
        let mouse = actions
            .into_iter()
            .fold(MouseActions::new("mouse".to_owned()), |mouse, action| {
                mouse.then(action)
            });
        self.app.client.perform_actions(mouse).await.unwrap();
    }

    async fn board(&self, actions: Vec<KeyAction>) {
        let keys = actions
            .into_iter()
            .fold(KeyActions::new("keys".to_owned()), |keys, action| {
                keys.then(action)
            });
        self.app.client.perform_actions(keys).await.unwrap();
    }

    /// Presses the left button at a point.
    pub async fn press(&self, at: Point) {
        let down = PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        };
        self.pointer(vec![to(at, Duration::ZERO), down]).await;
    }

    /// Goes from one point to another in steps, with whatever is pressed.
    pub async fn go(&self, from: Point, there: Point) {
        let steps = (1..=STEPS).map(|step| {
            let share = f64::from(step) / f64::from(STEPS);
            let (x, y) = (there.x - from.x, there.y - from.y);
            to(from.moved(x * share, y * share), STEP)
        });
        self.pointer(steps.collect()).await;
    }

    /// Lets the left button go.
    pub async fn let_go(&self) {
        let up = PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        };
        self.pointer(vec![up]).await;
    }

    /// Presses, goes in steps and lets go.
    pub async fn drag(&self, from: Point, there: Point) {
        self.press(from).await;
        self.go(from, there).await;
        self.let_go().await;
    }

    /// Drags a region by pixels of the recorded picture, held a little above its middle.
    pub async fn drag_region(&self, id: &str, x: f64, y: f64) {
        let now = self.shown().await;
        let from = now.part(id, 0.5, 0.4);
        let scale = now.scale();
        self.drag(from, from.moved(x * scale, y * scale)).await;
    }

    pub async fn click(&self, at: Point) {
        self.press(at).await;
        self.let_go().await;
    }

    /// Clicks into the middle of a region.
    pub async fn click_region(&self, id: &str) {
        let at = self.shown().await.middle(id);
        self.click(at).await;
    }

    /// Clicks the button that says `words`, inside of what `css` finds.
    pub async fn press_words(&self, css: &str, words: &str) {
        let begun = std::time::Instant::now();
        loop {
            let found = self
                .app
                .client
                .execute(BUTTON, vec![json!(css), json!(words)])
                .await;
            let found = found.unwrap();
            if let (Some(x), Some(y)) = (found["x"].as_f64(), found["y"].as_f64()) {
                return self.click(Point { x, y }).await;
            }
            if begun.elapsed() > super::PATIENCE {
                self.app
                    .fail(&format!("no button in {css} says “{words}”"))
                    .await;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The wheel over a point; the driver keeps what is left of a turn for the next one, so the page is told.
    pub async fn wheel(&self, at: Point, across: f64, down: f64, control: bool) {
        let script = format!(
            "document.elementFromPoint({x}, {y}).dispatchEvent(new WheelEvent('wheel', {{ bubbles: true,
                 cancelable: true, ctrlKey: {control}, deltaX: {across}, deltaY: {down},
                 clientX: {x}, clientY: {y} }}));",
            x = at.x,
            y = at.y,
        );
        self.app.script(&script).await;
    }

    /// Opens the menu at a point and takes the entry that says `words`.
    pub async fn menu_at(&self, at: Point, words: &str) {
        let button = MOUSE_BUTTON_RIGHT;
        let right = [PointerAction::Down { button }, PointerAction::Up { button }];
        self.pointer([to(at, Duration::ZERO)].into_iter().chain(right).collect())
            .await;
        self.app.choose_from_menu(words).await;
    }

    pub async fn press_key(&self, key: Key) {
        let value = key.sign();
        self.board(vec![KeyAction::Down { value }]).await;
    }

    pub async fn let_key_go(&self, key: Key) {
        let value = key.sign();
        self.board(vec![KeyAction::Up { value }]).await;
    }

    /// Strikes keys together, such as `Ctrl+Shift+L`.
    pub async fn key(&self, chord: &str) {
        let parts: Vec<char> = match chord.strip_suffix("++") {
            Some(held) => held.split('+').map(sign).chain(['+']).collect(),
            None => chord.split('+').map(sign).collect(),
        };
        let downs = parts.iter().map(|value| KeyAction::Down { value: *value });
        let ups = parts
            .iter()
            .rev()
            .map(|value| KeyAction::Up { value: *value });
        self.board(downs.chain(ups).collect()).await;
    }

    /// Strikes a key several times.
    pub async fn keys(&self, chord: &str, times: usize) {
        for _ in 0..times {
            self.key(chord).await;
        }
    }

    /// Types a text, key by key, into what has the focus.
    pub async fn write(&self, text: &str) {
        let strokes = text
            .chars()
            .flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.board(strokes.collect()).await;
    }
}

fn to(at: Point, duration: Duration) -> PointerAction {
    PointerAction::MoveTo {
        duration: Some(duration),
        x: at.x,
        y: at.y,
    }
}
