//! A scene as pixels.

use cloud_recording::layout::WHOLE;
use embedded_graphics::Drawable;
use embedded_graphics::geometry::Point;
use embedded_graphics::geometry::Size;
use embedded_graphics::mono_font::ascii::{FONT_6X10, FONT_10X20};
use embedded_graphics::mono_font::{MonoFont, MonoTextStyle};
use embedded_graphics::pixelcolor::Rgb888;
use embedded_graphics::prelude::DrawTargetExt;
use embedded_graphics::primitives::Rectangle;
use embedded_graphics::text::{Baseline, Text};

use super::canvas::{Area, Canvas};
use super::scene::{Scene, Tile};
use crate::media::names;

/// Draws a scene as it looks at this moment (Unix milliseconds).
pub(super) fn paint(scene: &Scene, size: (u32, u32), at: i64) -> Canvas {
    let at = scene.frozen_at.unwrap_or(at);
    let mut canvas = Canvas::new(size, scene.background);
    for tile in &scene.tiles {
        let region = region(tile, size);
        show(&mut canvas, tile, region, at);
    }
    let words = format!("{} {}", clock(at), scene.caption);
    let corner = canvas.area();
    label(&mut canvas, &words, (0, 0), corner, &FONT_6X10);
    canvas
}

/// Hours, minutes and seconds in UTC, out of the seventeen digits.
fn clock(at: i64) -> String {
    let digits = names::utc(at);
    let part = |from: usize| digits.get(from..from + 2).unwrap_or("00").to_owned();
    format!("{}:{}:{}", part(8), part(10), part(12))
}

fn region(tile: &Tile, (width, height): (u32, u32)) -> Area {
    let pixel = |share: u32, whole: u32| {
        (u64::from(share) * u64::from(whole) + u64::from(WHOLE) / 2) / u64::from(WHOLE)
    };
    let edge = |share: u32, whole: u32| i32::try_from(pixel(share, whole)).unwrap_or(0);
    let place = tile.place;
    let (x, y) = (edge(place.x, width), edge(place.y, height));
    Area {
        x,
        y,
        width: edge(place.x + place.width, width) - x,
        height: edge(place.y + place.height, height) - y,
    }
}

/// The camera's picture in its region: cut to fill it, or whole with bars.
fn show(canvas: &mut Canvas, tile: &Tile, region: Area, at: i64) {
    if region.width < 1 || region.height < 1 {
        return;
    }
    let (shape_x, shape_y) = (f64::from(tile.who.shape.0), f64::from(tile.who.shape.1));
    let (by_width, by_height) = (
        f64::from(region.width) / shape_x,
        f64::from(region.height) / shape_y,
    );
    let scale = if tile.place.fit {
        by_width.min(by_height)
    } else {
        by_width.max(by_height)
    };
    let (width, height) = (
        (shape_x * scale).round() as i32,
        (shape_y * scale).round() as i32,
    );
    let picture = Area {
        x: region.x + (region.width - width) / 2,
        y: region.y + (region.height - height) / 2,
        width,
        height,
    };
    let seen = picture.shared(region);
    if tile.place.fit {
        canvas.fill(region, [0; 3], tile.alpha);
    }
    canvas.fill(seen, tile.who.color, tile.alpha);
    let light = tile
        .who
        .color
        .map(|part| part.saturating_add((255 - part) / 2));
    if tile.who.is_screen {
        lines(canvas, picture, seen, light, tile.alpha);
    } else {
        // Above the middle, so that the middle is the person's own colour, and never still.
        let sway = [-1, 0, 1, 0][usize::try_from(at.div_euclid(500).rem_euclid(4)).unwrap_or(0)];
        let head = (
            picture.x + width / 2 + sway * width / 16,
            picture.y + height * 11 / 40,
        );
        canvas.disc(head, height / 8, seen, light, tile.alpha);
    }
    let font = if seen.width >= 220 {
        &FONT_10X20
    } else {
        &FONT_6X10
    };
    let foot = i32::try_from(font.character_size.height).unwrap_or(20);
    let corner = (seen.x, seen.y + seen.height - foot);
    label(canvas, &tile.who.name, corner, seen, font);
}

/// Lines of something like text on a shared screen, around its middle.
fn lines(canvas: &mut Canvas, picture: Area, seen: Area, color: [u8; 3], alpha: u32) {
    for line in [2, 3, 4, 11, 12, 13] {
        let row = Area {
            x: picture.x + picture.width / 10,
            y: picture.y + picture.height * line / 18,
            width: picture.width * (5 + line * 7 % 4) / 10,
            height: (picture.height / 40).max(1),
        };
        canvas.fill(row.shared(seen), color, alpha);
    }
}

/// White words on a dark strip, cut at `within`. The font has Latin letters only; every other
/// character shows as a question mark.
fn label(canvas: &mut Canvas, words: &str, at: (i32, i32), within: Area, font: &MonoFont<'_>) {
    let letters = i32::try_from(words.chars().count()).unwrap_or(0);
    let strip = Area {
        x: at.0,
        y: at.1,
        width: letters * i32::try_from(font.character_size.width).unwrap_or(10),
        height: i32::try_from(font.character_size.height).unwrap_or(20),
    };
    canvas.fill(strip.shared(within), [24; 3], WHOLE);
    let cut = Rectangle::new(
        Point::new(within.x, within.y),
        Size::new(within.width.max(0) as u32, within.height.max(0) as u32),
    );
    let style = MonoTextStyle::new(font, Rgb888::new(240, 240, 240));
    let text = Text::with_baseline(words, Point::new(at.0, at.1), style, Baseline::Top);
    // Drawing to memory cannot fail.
    let Ok(_) = text.draw(&mut canvas.clipped(&cut));
}
