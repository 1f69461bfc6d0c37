//! What the editor shows, read in one go.

use serde_json::Value;

/// Everything that a journey looks at. Nothing is taken from the page's own state: labels, places and sizes are
/// those that a person sees or hears.
pub(super) const SCRIPT: &str = "
    const box = (one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return { left, top, width, height };
    };
    const find = (id) => document.querySelector(`[data-testid=\"${id}\"]`);
    const text = (id) => find(id)?.textContent ?? '';
    const stage = find('canvas-stage');
    const lines = [...(stage?.querySelectorAll('i') ?? [])].filter((one) => one.dataset.length !== undefined);
    const focus = document.activeElement;
    return {
        regions: [...document.querySelectorAll('[data-region]')].map((one) => ({
            id: one.dataset.region, label: one.ariaLabel, pressed: one.ariaPressed === 'true', rect: box(one),
        })),
        stage: stage && box(stage),
        window: find('canvas') && box(find('canvas')),
        size: [...document.querySelectorAll('[data-testid=editor] header span')]
            .map((one) => /^(\\d+) × (\\d+)$/.exec(one.textContent)).find((found) => found !== null) ?? [],
        guides: lines.filter((one) => !one.hidden).map((one) => ({ length: one.dataset.length, rect: box(one) })),
        numbers: [...(stage?.querySelectorAll('span') ?? [])]
            .filter((one) => !one.hidden && / × .* · /.test(one.textContent)).map((one) => one.textContent),
        handles: document.querySelectorAll('[data-handle]').length,
        rows: [...document.querySelectorAll('[data-testid^=\"row-\"]')].map((one) => one.dataset.testid.slice(4)),
        undo: find('do-undo')?.ariaLabel ?? '', redo: find('do-redo')?.ariaLabel ?? '',
        legal: text('legal'), zoom: text('zoom'), status: text('canvas-status'), json: text('json'),
        focus: focus === null || focus === document.body ? null
            : focus.dataset.testid ?? focus.ariaLabel ?? focus.tagName,
        name: document.querySelector('[data-testid=editor] h1')?.textContent ?? '',
    };";

/// In screen pixels, from the page's top left.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    fn read(value: &Value) -> Self {
        let side = |name: &str| value[name].as_f64().unwrap_or_default();
        Self {
            left: side("left"),
            top: side("top"),
            width: side("width"),
            height: side("height"),
        }
    }
}

/// A region's place, in pixels of the recorded picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
}

impl From<(i64, i64, i64, i64)> for Place {
    fn from((x, y, width, height): (i64, i64, i64, i64)) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }
}

/// A region of the canvas.
#[derive(Debug, Clone, Default)]
pub struct RegionShown {
    pub id: String,
    /// What the screen reader says.
    pub label: String,
    /// What it says of place and size.
    pub place: Place,
    pub is_selected: bool,
    pub rect: Rect,
}

/// A line that tells what is being snapped to.
#[derive(Debug, Clone)]
pub struct Guide {
    /// The distance that stands on a gap; `None` on a line.
    pub length: Option<i64>,
    pub rect: Rect,
}

/// What is on the screen.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    pub regions: Vec<RegionShown>,
    pub stage: Rect,
    /// The part of the window in which the canvas lies.
    pub window: Rect,
    /// Width and height of the recorded picture.
    pub canvas: (f64, f64),
    pub guides: Vec<Guide>,
    /// What stands beside the region that is dragged.
    pub numbers: Option<String>,
    pub handles: u64,
    /// The list, the front one first.
    pub rows: Vec<String>,
    pub undo: String,
    pub redo: String,
    pub legal: String,
    pub zoom: String,
    /// What the screen reader was told last.
    pub status: String,
    /// What the service would get, where it is folded out.
    pub json: Value,
    /// What has the focus: its test id, else its name; `None` where it is lost.
    pub focus: Option<String>,
    pub name: String,
}

impl Shown {
    pub(super) fn read(answer: &Value) -> Self {
        let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        let list = |name: &str| answer[name].as_array().cloned().unwrap_or_default();
        let size = |at: usize| answer["size"][at].as_str().and_then(|one| one.parse().ok());
        let texts = |name: &str| {
            let all = list(name);
            all.iter()
                .filter_map(|one| one.as_str().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        Self {
            regions: list("regions").iter().map(region).collect(),
            stage: Rect::read(&answer["stage"]),
            window: Rect::read(&answer["window"]),
            canvas: (size(1).unwrap_or_default(), size(2).unwrap_or_default()),
            guides: list("guides").iter().map(guide).collect(),
            numbers: texts("numbers").pop(),
            handles: answer["handles"].as_u64().unwrap_or_default(),
            rows: texts("rows"),
            undo: text("undo"),
            redo: text("redo"),
            legal: text("legal"),
            zoom: text("zoom"),
            status: text("status"),
            json: serde_json::from_str(&text("json")).unwrap_or_default(),
            focus: answer["focus"].as_str().map(str::to_owned),
            name: text("name"),
        }
    }

    pub fn find(&self, id: &str) -> Option<&RegionShown> {
        self.regions.iter().find(|region| region.id == id)
    }

    pub fn region(&self, id: &str) -> &RegionShown {
        self.find(id)
            .unwrap_or_else(|| panic!("{id} is on the canvas: {self:#?}"))
    }

    /// Who is selected, in the order of ids.
    pub fn selection(&self) -> Vec<&str> {
        let selected = self.regions.iter().filter(|region| region.is_selected);
        selected.map(|region| region.id.as_str()).collect()
    }

    /// Screen pixels to a pixel of the recorded picture.
    pub fn scale(&self) -> f64 {
        self.stage.width / self.canvas.0
    }
}

fn region(value: &Value) -> RegionShown {
    let label = value["label"].as_str().unwrap_or_default().to_owned();
    RegionShown {
        id: value["id"].as_str().unwrap_or_default().to_owned(),
        place: spoken_place(&label).unwrap_or_default(),
        label,
        is_selected: value["pressed"] == true,
        rect: Rect::read(&value["rect"]),
    }
}

fn guide(value: &Value) -> Guide {
    Guide {
        length: value["length"].as_str().and_then(|text| text.parse().ok()),
        rect: Rect::read(&value["rect"]),
    }
}

/// `Guest 1, 480 by 360 pixels at 1440, 0, …` as numbers.
fn spoken_place(label: &str) -> Option<Place> {
    let (before, after) = label.split_once(" pixels at ")?;
    let size = before.rsplit_once(", ").map_or(before, |(_, size)| size);
    let (width, height) = size.split_once(" by ")?;
    let mut place = after.split(", ").map(str::parse::<i64>);
    Some(Place {
        x: place.next()?.ok()?,
        y: place.next()?.ok()?,
        width: width.parse().ok()?,
        height: height.parse().ok()?,
    })
}
