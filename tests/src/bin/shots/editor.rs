//! The layout editor in the states that a person meets it in.

use std::path::PathBuf;
use std::time::Duration;

use journeys::{App, Editor};
use serde_json::{Value, json};

const WIDE: (u32, u32) = (1280, 800);
const SMALL: (u32, u32) = (960, 640);
const CHANNEL: &str = "weekly-town-hall";

const FITS: &str = "
    const [stage, around] = ['canvas-stage', 'canvas']
        .map((id) => document.querySelector(`[data-testid=${id}]`)?.getBoundingClientRect());
    return !stage || (stage.left >= around.left && stage.right <= around.right
        && stage.top >= around.top && stage.bottom <= around.bottom
        && (around.width - stage.width < 80 || around.height - stage.height < 80));";

const PAINTED: &str = "
    const done = arguments[0];
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300)));";

/// Takes the pictures; gives their names.
pub async fn take(app: &App, file: &dyn Fn(&str) -> PathBuf) -> Vec<String> {
    let mut album = Album {
        app,
        file,
        taken: Vec::new(),
    };
    album.resize(WIDE).await;
    for layout in [nothing(), seventeen(), panel()] {
        app.call("layout_save", layout).await.unwrap();
    }
    album.gallery().await;
    album.empty().await;
    album.region_and_drag().await;
    album.several().await;
    album.seventeen().await;
    album.problems().await;
    album.live().await;
    album.taken
}

struct Album<'a> {
    app: &'a App,
    file: &'a dyn Fn(&str) -> PathBuf,
    taken: Vec<String>,
}

impl Album<'_> {
    async fn resize(&self, (width, height): (u32, u32)) {
        self.app
            .client
            .set_window_size(width, height)
            .await
            .unwrap();
        let is_there = format!(
            "return Math.abs(innerWidth - {width}) < 60 && Math.abs(innerHeight - {height}) < 60"
        );
        let begun = std::time::Instant::now();
        while self.app.script(&is_there).await != true {
            assert!(
                begun.elapsed() < Duration::from_secs(10),
                "the window becomes {width}×{height}"
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until the canvas, where there is one, has been fitted into a window of a new size.
    async fn settled(&self) {
        let begun = std::time::Instant::now();
        while self.app.script(FITS).await != true {
            assert!(
                begun.elapsed() < Duration::from_secs(10),
                "the canvas fits into its window"
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        // What has its place is not painted yet, and a picture shows what is.
        self.app
            .client
            .execute_async(PAINTED, vec![])
            .await
            .unwrap();
    }

    async fn picture(&mut self, state: &str) {
        self.app.gone("toast").await;
        self.settled().await;
        let name = format!("editor-{state}");
        self.app.screenshot(&(self.file)(&name)).await;
        self.taken.push(name);
    }

    async fn small(&mut self, state: &str) {
        self.resize(SMALL).await;
        self.picture(&format!("{state}-small")).await;
        self.resize(WIDE).await;
    }

    async fn gallery(&mut self) {
        self.app.press("nav-layouts").await;
        self.app.see("layout-search").await;
        self.app.see("layout-thumb-shot-panel").await;
        self.picture("gallery").await;
    }

    async fn empty(&mut self) {
        self.open_nothing().await;
        self.picture("empty").await;
    }

    async fn open_nothing(&self) {
        self.app.press("nav-layouts").await;
        if self.app.has("layout-back").await {
            self.app.press("layout-back").await;
        }
        self.app.press("layout-thumb-shot-nothing").await;
        self.app.see("canvas-stage").await;
    }

    /// One region chosen; the same one in the midst of a drag, held by its neighbours.
    async fn region_and_drag(&mut self) {
        let editor = Editor::open(self.app, "speakerRight3").await;
        editor.click_region("r2").await;
        editor.selected(&["r2"]).await;
        self.picture("region").await;
        self.small("region").await;
        let editor = Editor::open(self.app, "shot-panel").await;
        let now = editor.shown().await;
        let from = now.part("p3", 0.5, 0.4);
        let scale = now.scale();
        editor.press(from).await;
        editor
            .go(from, from.moved(915.0 * scale, -25.0 * scale))
            .await;
        editor
            .until("a distance", |now| {
                now.guides.iter().any(|guide| guide.length.is_some())
            })
            .await;
        self.picture("drag").await;
        // Given up, so that the layout stays as it was.
        editor.key("Escape").await;
        editor.let_go().await;
    }

    async fn several(&mut self) {
        let editor = Editor::open(self.app, "shot-panel").await;
        editor.click_region("p1").await;
        editor.press_key(journeys::editor::Key::Shift).await;
        editor.click_region("p2").await;
        editor.click_region("p3").await;
        editor.let_key_go(journeys::editor::Key::Shift).await;
        editor.selected(&["p1", "p2", "p3"]).await;
        self.picture("several").await;
    }

    async fn seventeen(&mut self) {
        let editor = Editor::open(self.app, "shot-seventeen").await;
        editor.click_region("r3").await;
        editor.selected(&["r3"]).await;
        self.picture("seventeen").await;
        self.small("seventeen").await;
    }

    /// What an import had in it that the service would not take, and then regions over each other.
    async fn problems(&mut self) {
        self.open_nothing().await;
        let editor = Editor { app: self.app };
        self.app.press("do-paste").await;
        self.app.see("paste-text").await;
        let text = json!({ "mixedVideoLayout": 3, "layoutConfig": illegal() }).to_string();
        self.app
            .client
            .execute(
                "const [field, text] = [document.querySelector('[data-testid=paste-text]'), arguments[0]];
                 field.focus(); field.select(); document.execCommand('insertText', false, text);",
                vec![json!(text)],
            )
            .await
            .unwrap();
        self.app.press("paste-take").await;
        self.app.see("paste-issues").await;
        self.picture("import").await;
        self.app.press("paste-done").await;
        self.app.gone("paste-dialog").await;
        let now = editor
            .until("the regions", |now| now.regions.len() > 1)
            .await;
        // The one that was put over the first.
        let second = now
            .regions
            .iter()
            .find(|region| region.label.starts_with("Person 2,"))
            .map(|region| region.id.clone());
        self.app
            .press(&format!("row-{}", second.unwrap_or_default()))
            .await;
        self.app.see("overlap-hint").await;
        self.picture("problems").await;
    }

    /// A recording that runs, edits that it has not got yet, and somebody who is not there.
    async fn live(&mut self) {
        self.app.press("nav-record").await;
        self.app.type_into("channel-input", CHANNEL).await;
        self.app.press("start-button").await;
        self.app
            .newest_reaches(&["recording"], Duration::from_secs(30))
            .await;
        let id = self.app.recordings().await[0]["id"].clone();
        let editor = Editor::open(self.app, "shot-panel").await;
        self.app.choose("live-recording", CHANNEL).await;
        self.app.see("absent-p3").await;
        editor.click_region("p3").await;
        editor.selected(&["p3"]).await;
        self.picture("live").await;
        self.small("live").await;
        self.app
            .call("recording_stop", json!({ "id": id }))
            .await
            .unwrap();
    }
}

fn layout(id: &str, name: &str, regions: &[Value]) -> Value {
    json!({
        "id": id, "name": name, "template": false,
        "document": {
            "canvas": { "width": 1920, "height": 1080 },
            "background": { "color": "#12161f" },
            "regions": regions,
        },
    })
}

fn region(id: &str, name: Option<&str>, place: [u32; 4], uid: Option<&str>) -> Value {
    let [x, y, width, height] = place;
    let number: u32 = id[1..].parse().unwrap_or_default();
    let role = if number == 0 { "speaker" } else { "guest" };
    json!({
        "id": id, "role": role, "number": number, "name": name, "uid": uid,
        "x": x, "y": y, "width": width, "height": height, "alpha": 1_000_000, "fit": "crop",
    })
}

fn nothing() -> Value {
    layout("shot-nothing", "Opening night", &[])
}

/// A host above three guests, one of whom is a certain user.
fn panel() -> Value {
    layout(
        "shot-panel",
        "Panel with a host",
        &[
            region("p0", Some("Host"), [50_000, 50_000, 550_000, 550_000], None),
            region("p1", None, [650_000, 50_000, 300_000, 250_000], None),
            region("p2", None, [650_000, 350_000, 300_000, 250_000], None),
            region(
                "p3",
                Some("Interpreter"),
                [175_000, 675_000, 300_000, 250_000],
                Some("4711"),
            ),
        ],
    )
}

/// As many as the service shows, some with names that are as long as names get.
fn seventeen() -> Value {
    let names = [
        "Dr Aleksandra Konstantinopolska-Wielkopolska",
        "Regional office, Llanfairpwllgwyngyll",
        "Interpreter for French, Spanish and Portuguese",
    ];
    let regions: Vec<Value> = (0..17_u32)
        .map(|at| {
            let (column, row) = (at % 5, at / 5);
            let place = [
                37_500 + column * 187_500,
                50_000 + row * 225_000,
                175_000,
                200_000,
            ];
            let name = (at % 4 == 1).then(|| names[(at / 4 % 3) as usize]);
            region(&format!("r{}", at + 1), name, place, None)
        })
        .collect();
    layout(
        "shot-seventeen",
        "Everyone on one stage, as the service allows",
        &regions,
    )
}

/// Eighteen regions: one reaches out of the picture, one lies on another, one has a member that nobody knows.
fn illegal() -> Vec<Value> {
    (0..18)
        .map(|at| {
            let (column, row) = (f64::from(at % 5), f64::from(at / 5));
            let mut one = json!({
                "x_axis": 0.02 + column * 0.194, "y_axis": 0.02 + row * 0.24, "width": 0.18, "height": 0.22,
                "alpha": 1, "render_mode": 0,
            });
            match at {
                1 => one["x_axis"] = json!(0.1),
                4 => one["width"] = json!(0.4),
                7 => one["render_mode"] = json!(7),
                9 => one["nickname"] = json!("Ann"),
                _ => {}
            }
            one
        })
        .collect()
}
