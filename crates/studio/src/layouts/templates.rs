//! Our own templates. Thumbnails, previews and what is sent are all drawn from these documents.

use crate::types::{Background, Canvas, Fit, Layout, LayoutDocument, Region, Role};

use super::WHOLE;

const WIDE: Canvas = Canvas {
    width: 1920,
    height: 1080,
};
const TALL: Canvas = Canvas {
    width: 1080,
    height: 1920,
};
const THIRD: u32 = 333_333;
const TWO_THIRDS: u32 = 666_667;

/// Edges rather than sizes: neighbours name the same edge, so that they meet without a seam.
#[derive(Clone, Copy)]
struct Edges {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

const FULL: Edges = edges(0, 0, WHOLE, WHOLE);

const fn edges(left: u32, top: u32, right: u32, bottom: u32) -> Edges {
    Edges {
        left,
        top,
        right,
        bottom,
    }
}

/// All templates, in the order of the gallery.
pub fn all() -> Vec<Layout> {
    vec![
        speaker_right(),
        template("grid2x2", WIDE, grid(2, 2)),
        picture_in_picture("pipBottomRight", false, false),
        speaker_bottom(),
        template("sideBySide", WIDE, grid(2, 1)),
        template("stackedWide", WIDE, grid(1, 2)),
        presenter_and_slides(),
        picture_in_picture("pipBottomLeft", true, false),
        picture_in_picture("pipTopRight", false, true),
        picture_in_picture("pipTopLeft", true, true),
        template("grid3x3", WIDE, grid(3, 3)),
        interview(),
        panel_of_five(),
        template("one", WIDE, vec![part(Role::Speaker, 0, FULL)]),
        template("stacked2", TALL, grid(1, 2)),
        template("stacked3", TALL, grid(1, 3)),
        speaker_over_two(),
    ]
}

type Part = (Role, u32, Edges);

const fn part(role: Role, number: u32, place: Edges) -> Part {
    (role, number, place)
}

fn template(id: &str, canvas: Canvas, parts: Vec<Part>) -> Layout {
    let regions = parts
        .into_iter()
        .enumerate()
        .map(|(at, (role, number, place))| Region {
            id: format!("r{}", at + 1),
            role,
            number,
            name: None,
            x: place.left,
            y: place.top,
            width: place.right - place.left,
            height: place.bottom - place.top,
            uid: None,
            alpha: WHOLE,
            fit: if role == Role::Slides {
                Fit::Fit
            } else {
                Fit::Crop
            },
            hidden: false,
            locked: false,
            keep_ratio: false,
            extra: Default::default(),
        })
        .collect();
    let background = Background::black();
    let document = LayoutDocument {
        canvas,
        background,
        regions,
    };
    Layout {
        id: id.to_owned(),
        name: None,
        template: true,
        document,
    }
}

/// The nth of `count` equal cuts through the canvas, to the nearest millionth.
fn cut(n: u32, count: u32) -> u32 {
    let exact = f64::from(WHOLE) * f64::from(n) / f64::from(count);
    exact.round() as u32
}

fn grid(columns: u32, rows: u32) -> Vec<Part> {
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    cells
        .enumerate()
        .map(|(at, (column, row))| {
            let place = edges(
                cut(column, columns),
                cut(row, rows),
                cut(column + 1, columns),
                cut(row + 1, rows),
            );
            part(Role::Person, at as u32 + 1, place)
        })
        .collect()
}

/// `count` equal places for guests, beside each other or above each other, in the band `within`.
fn strip(role: Role, count: u32, within: Edges, across: bool) -> Vec<Part> {
    let at = |n: u32, from: u32, to: u32| from + cut(n, count) * ((to - from) / 1_000) / 1_000;
    (0..count)
        .map(|n| {
            let last = n + 1 == count;
            let place = if across {
                let right = if last {
                    within.right
                } else {
                    at(n + 1, within.left, within.right)
                };
                edges(
                    at(n, within.left, within.right),
                    within.top,
                    right,
                    within.bottom,
                )
            } else {
                let bottom = if last {
                    within.bottom
                } else {
                    at(n + 1, within.top, within.bottom)
                };
                edges(
                    within.left,
                    at(n, within.top, within.bottom),
                    within.right,
                    bottom,
                )
            };
            part(role, n + 1, place)
        })
        .collect()
}

fn speaker_right() -> Layout {
    let mut parts = vec![part(Role::Speaker, 0, edges(0, 0, 750_000, WHOLE))];
    let places = [(0, THIRD), (THIRD, TWO_THIRDS), (TWO_THIRDS, WHOLE)];
    parts.extend(places.iter().zip(1..).map(|((top, bottom), number)| {
        part(Role::Guest, number, edges(750_000, *top, WHOLE, *bottom))
    }));
    template("speakerRight3", WIDE, parts)
}

fn speaker_bottom() -> Layout {
    let mut parts = vec![part(Role::Speaker, 0, edges(0, 0, WHOLE, 750_000))];
    parts.extend(strip(Role::Guest, 4, edges(0, 750_000, WHOLE, WHOLE), true));
    template("speakerBottom4", WIDE, parts)
}

fn presenter_and_slides() -> Layout {
    template(
        "presenterSlides",
        WIDE,
        vec![
            part(Role::Slides, 0, edges(0, 0, 760_000, WHOLE)),
            part(Role::Speaker, 0, edges(760_000, 0, WHOLE, 426_667)),
        ],
    )
}

/// One person fills the picture, another sits in a corner, a quarter wide, 3 % from the edges.
fn picture_in_picture(id: &str, left: bool, top: bool) -> Layout {
    let (from_x, to_x) = if left {
        (30_000, 280_000)
    } else {
        (720_000, 970_000)
    };
    let (from_y, to_y) = if top {
        (53_333, 303_333)
    } else {
        (696_667, 946_667)
    };
    template(
        id,
        WIDE,
        vec![
            part(Role::Speaker, 0, FULL),
            part(Role::Guest, 0, edges(from_x, from_y, to_x, to_y)),
        ],
    )
}

fn interview() -> Layout {
    template(
        "interview",
        WIDE,
        vec![
            part(Role::Host, 0, edges(20_000, 180_000, 490_000, 820_000)),
            part(Role::Guest, 0, edges(510_000, 180_000, 980_000, 820_000)),
        ],
    )
}

fn panel_of_five() -> Layout {
    let mut parts = vec![part(Role::Host, 0, edges(250_000, 0, 750_000, 500_000))];
    parts.extend(strip(Role::Guest, 4, edges(0, 500_000, WHOLE, WHOLE), true));
    template("panelOfFive", WIDE, parts)
}

fn speaker_over_two() -> Layout {
    let mut parts = vec![part(Role::Speaker, 0, edges(0, 0, WHOLE, 640_000))];
    parts.extend(strip(Role::Guest, 2, edges(0, 640_000, WHOLE, WHOLE), true));
    template("speakerOver2", TALL, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_legal_and_has_a_name_of_its_own() {
        let layouts = all();
        assert!(layouts.len() >= 14, "there are 14 templates or more");
        for layout in &layouts {
            let same = layouts.iter().filter(|other| other.id == layout.id).count();
            assert_eq!(same, 1, "{} is there once", layout.id);
            assert!(
                (1..=17).contains(&layout.document.regions.len()),
                "{}",
                layout.id
            );
            for region in &layout.document.regions {
                assert!(
                    region.width > 0 && region.height > 0,
                    "{}: a region has a size",
                    layout.id
                );
                assert!(
                    region.x + region.width <= WHOLE,
                    "{}: inside the canvas",
                    layout.id
                );
                assert!(
                    region.y + region.height <= WHOLE,
                    "{}: inside the canvas",
                    layout.id
                );
            }
        }
    }

    #[test]
    fn grids_and_strips_meet_without_a_seam() {
        for id in [
            "grid3x3",
            "speakerRight3",
            "speakerBottom4",
            "panelOfFive",
            "stacked3",
        ] {
            let layout = all().into_iter().find(|layout| layout.id == id).unwrap();
            let area: u64 = layout
                .document
                .regions
                .iter()
                .map(|region| u64::from(region.width) * u64::from(region.height))
                .sum();
            let whole = u64::from(WHOLE) * u64::from(WHOLE);
            let expected = if id == "panelOfFive" {
                whole / 4 * 3
            } else {
                whole
            };
            assert_eq!(
                area, expected,
                "{id} covers what it should, to the millionth"
            );
        }
    }
}
