//! Where people land in Agora's own layouts, as regions in whole millionths of the canvas.
//!
//! Edges are rounded to a millionth and a width is the difference of two edges, so neighbours meet
//! without a seam or overlap and no region reaches beyond the canvas. The order is the order of
//! joining; later regions lie in front.
//!
//! Source: the layout guide; figures where it has no prose.

use crate::request::LayoutRegion;

/// The canvas' width, and its height, in the unit of [`Place`].
pub const WHOLE: u32 = 1_000_000;

/// The most people in any layout.
pub const MOST: usize = 17;

/// The layouts that the service arranges by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// The first fills the canvas, the others lie over it in small (`mixedVideoLayout` 0).
    Floating,
    /// A grid of equal cells (1).
    BestFit,
    /// One large at the left, the others at the right edge (2).
    Vertical,
}

/// A place in millionths of the canvas, from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// `x + width` is at most [`WHOLE`].
    pub width: u32,
    /// `y + height` is at most [`WHOLE`].
    pub height: u32,
    /// The whole picture is shown, with bars; else it is cropped to fill.
    pub fit: bool,
}

/// A share as numerator and denominator; edges are computed exactly and rounded once.
type Share = (u64, u64);

impl Place {
    /// From left, top, right and bottom edge.
    fn between(left: Share, top: Share, right: Share, bottom: Share) -> Self {
        let (x, y) = (edge(left), edge(top));
        Self {
            x,
            y,
            width: edge(right) - x,
            height: edge(bottom) - y,
            fit: false,
        }
    }

    /// The cell of a grid.
    fn cell(column: u64, row: u64, columns: u64, rows: u64) -> Self {
        Self::between(
            (column, columns),
            (row, rows),
            (column + 1, columns),
            (row + 1, rows),
        )
    }

    /// The region as it goes to the wire, for whoever joins next.
    pub fn region(self) -> LayoutRegion {
        let share = |millionths: u32| f64::from(millionths) / f64::from(WHOLE);
        LayoutRegion {
            x_axis: share(self.x),
            y_axis: share(self.y),
            width: share(self.width),
            height: share(self.height),
            render_mode: Some(self.fit.into()),
            ..LayoutRegion::default()
        }
    }
}

fn edge((numerator, denominator): Share) -> u32 {
    let whole = u64::from(WHOLE);
    let rounded = (2 * numerator * whole + denominator) / (2 * denominator);
    rounded.min(whole) as u32
}

/// The places of `people` in a layout, 1 to 17; more than 17 are not shown, 0 gives none.
///
/// Source: the layout guide.
pub fn places(preset: Preset, people: usize) -> Vec<Place> {
    let people = people.min(MOST);
    match preset {
        Preset::Floating => (0..people).map(floating).collect(),
        Preset::BestFit => (0..people)
            .map(|index| best_fit(index as u64, people))
            .collect(),
        Preset::Vertical => (0..people)
            .map(|index| vertical(index as u64, people))
            .collect(),
    }
}

/// As [`places`], with the large place of the vertical layout for the person `largest`, counted from
/// 1 in the order of joining; the n-th place is the n-th person's. In the other layouts, and for a
/// number outside of 1 to `people`, it changes nothing.
///
/// ```
/// use cloud_recording::presets::{Preset, places_around};
///
/// let places = places_around(Preset::Vertical, 3, 2);
/// assert_eq!((places[1].x, places[1].width), (0, 800_000), "the second one is large");
/// assert_eq!((places[0].y, places[2].y), (0, 250_000), "the others go down the right edge");
/// ```
///
/// Source: the layout guide.
pub fn places_around(preset: Preset, people: usize, largest: usize) -> Vec<Place> {
    let mut places = places(preset, people);
    let is_there = (1..=places.len()).contains(&largest);
    if preset == Preset::Vertical && is_there {
        places[..largest].rotate_left(1);
    }
    places
}

/// The first fills the canvas; the others are 23.5 % in size with gaps of 1.2 %, four in a row
/// from the bottom left.
fn floating(index: usize) -> Place {
    let Some(small) = index.checked_sub(1) else {
        return Place::cell(0, 0, 1, 1);
    };
    let (column, row) = (small as u64 % 4, small as u64 / 4);
    let (left, top) = (12 + 247 * column, 1000 - 247 * (row + 1));
    Place::between(
        (left, 1000),
        (top, 1000),
        (left + 235, 1000),
        (top + 235, 1000),
    )
}

/// A grid row by row; 17 are four rows of four fifths and one centred below.
fn best_fit(index: u64, people: usize) -> Place {
    let (columns, rows) = match people {
        1 => (1, 1),
        2 => (2, 1),
        3..=4 => (2, 2),
        5..=9 => (3, 3),
        10..=16 => (4, 4),
        _ => return best_fit_17(index),
    };
    Place::cell(index % columns, index / columns, columns, rows)
}

fn best_fit_17(index: u64) -> Place {
    let (left, row) = if index == 16 {
        (4, 4)
    } else {
        (1 + 2 * (index % 4), index / 4)
    };
    Place::between((left, 10), (row, 5), (left + 2, 10), (row + 1, 5))
}

/// One large at the left, fitted; small ones from the top down at the right edge, and with ten and
/// more people in a second column inside the first.
fn vertical(index: u64, people: usize) -> Place {
    let (parts, rows) = match people {
        1..=5 => (5, 4),
        6..=7 => (7, 6),
        8..=9 => (9, 8),
        _ => (10, 8),
    };
    let small_columns = if parts == 10 { 2 } else { 1 };
    let Some(small) = index.checked_sub(1) else {
        let large = Place::between((0, 1), (0, 1), (parts - small_columns, parts), (1, 1));
        return Place { fit: true, ..large };
    };
    let left = parts - 1 - small / rows;
    let row = small % rows;
    Place::between(
        (left, parts),
        (row, rows),
        (left + 1, parts),
        (row + 1, rows),
    )
}
