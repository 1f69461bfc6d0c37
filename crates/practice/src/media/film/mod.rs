//! The pictures of a recording: the people of the moment in the layout of the moment.
//!
//! A picture is drawn and coded by itself (an IDR) twice a second and whenever something changes.
//! Between those lie pictures that say "the same again" in a few bytes, so that ten pictures a
//! second cost no more than two.

mod canvas;
mod code;
mod paint;
mod repeat;
mod scene;

use std::ops::Range;

use super::{PICTURE_MS, Picture};
use crate::Error;
use crate::people::Person;
use crate::session::Session;
use crate::story::Story;

use scene::{Scene, Who};

/// Pictures from one drawn one to the next.
const STEP: u64 = 5;
/// The same when a long time is caught up on, where nobody watches as it happens.
const STEP_LATE: u64 = 50;
/// A piece that ended longer ago than this is caught up on, in milliseconds.
const LATE_MS: i64 = 120_000;
/// No side is shorter than the coder takes.
const LEAST: u32 = 16;
/// The most pixels that a picture is drawn with: 640×360, whatever the shape.
const MOST_PIXELS: f64 = 640.0 * 360.0;

/// The size of a recording's pictures: its canvas' shape, both sides even.
pub(crate) fn size(session: &Session) -> (u32, u32) {
    fitted(session.wish.canvas)
}

/// The size of one person's pictures.
pub(crate) fn size_of(person: &Person) -> (u32, u32) {
    fitted(person.camera_shape)
}

/// This size, made smaller where it has more pixels than are drawn.
fn fitted((width, height): (u32, u32)) -> (u32, u32) {
    let pixels = f64::from(width) * f64::from(height);
    let scale = (MOST_PIXELS / pixels.max(1.0)).sqrt().min(1.0);
    let side = |length: u32| ((f64::from(length) * scale / 2.0).round() as u32 * 2).max(LEAST);
    (side(width), side(height))
}

/// Draws and codes pictures, one recording's at a time.
#[derive(Default)]
pub(crate) struct Camera {
    coder: Option<code::Coder>,
}

impl Camera {
    /// The pictures of this range. `scene` gives what is seen at a moment (Unix milliseconds) and
    /// `is_new` whether it may differ between two. `begin_ms` is picture 0; `now` decides whether
    /// the range is caught up on.
    pub(crate) fn shoot(
        &mut self,
        size: (u32, u32),
        range: Range<u64>,
        begin_ms: i64,
        now: i64,
        scene: impl Fn(i64) -> Scene,
        is_new: impl Fn(i64, i64) -> bool,
    ) -> Result<Vec<Picture>, Error> {
        let at = |number: u64| begin_ms + number as i64 * PICTURE_MS;
        let step = if now - at(range.end) > LATE_MS {
            STEP_LATE
        } else {
            STEP
        };
        let coder = match &mut self.coder {
            Some(coder) if coder.size() == size => coder,
            slot => slot.insert(code::Coder::new(size)?),
        };
        let first = range.start;
        let mut pictures = Vec::new();
        for number in range {
            let moment = at(number);
            let is_due = (number - first).is_multiple_of(step);
            if is_due || is_new(moment - PICTURE_MS, moment) {
                let canvas = paint::paint(&scene(moment), size, moment);
                pictures.push(coder.draw(&canvas)?);
            } else {
                pictures.push(coder.repeat());
            }
        }
        Ok(pictures)
    }

    /// The pictures of a mix or of a page.
    pub(crate) fn shoot_mix(
        &mut self,
        session: &Session,
        story: &Story,
        range: Range<u64>,
        begin_ms: i64,
        now: i64,
    ) -> Result<Vec<Picture>, Error> {
        let scene = |at: i64| match &session.wish.page {
            Some(page) => Scene::of_page(page, story, at),
            None => Scene::of_mix(story, at),
        };
        let is_new = |after: i64, until: i64| story.changes_within(after, until);
        self.shoot(size(session), range, begin_ms, now, scene, is_new)
    }

    /// The pictures of one person's camera.
    pub(crate) fn shoot_person(
        &mut self,
        person: &Person,
        range: Range<u64>,
        begin_ms: i64,
        now: i64,
    ) -> Result<Vec<Picture>, Error> {
        let scene = |_| Scene::alone(Who::of(person), "camera");
        let size = fitted(person.camera_shape);
        self.shoot(size, range, begin_ms, now, scene, |_, _| false)
    }

    /// One still of a person's camera, as JPEG.
    pub(crate) fn still(person: &Person, at: i64) -> Result<Vec<u8>, Error> {
        let size = fitted(person.camera_shape);
        let canvas = paint::paint(&Scene::alone(Who::of(person), "still"), size, at);
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 80)
            .encode(
                canvas.pixels(),
                size.0,
                size.1,
                image::ExtendedColorType::Rgb8,
            )
            .map_err(Error::media)?;
        Ok(bytes)
    }
}
