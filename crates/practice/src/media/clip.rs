//! What recordings show without the feature `video`: five seconds of four people, repeated.
//!
//! `assets/make-clip.sh` makes it. Each second begins with an IDR picture and its parameter sets,
//! and the clip begins with one, so it can be cut at any second and joined to itself.

use std::ops::Range;
use std::sync::OnceLock;

use super::Picture;
use crate::Error;
use crate::people::Person;
use crate::session::Session;
use crate::story::Story;

static TILES: &[u8] = include_bytes!("../../assets/tiles.h264");

/// The picture's size in pixels.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 360;

const NAL_IDR: u8 = 5;
const NAL_DELIMITER: u8 = 9;

/// The pictures' size, whatever the canvas.
pub(crate) fn size(_session: &Session) -> (u32, u32) {
    (WIDTH, HEIGHT)
}

/// Gives the clip's pictures out.
#[derive(Default)]
pub(crate) struct Camera {}

impl Camera {
    /// The pictures of this range, whoever is there.
    pub(crate) fn shoot_mix(
        &mut self,
        _session: &Session,
        _story: &Story,
        range: Range<u64>,
        _begin_ms: i64,
        _now: i64,
    ) -> Result<Vec<Picture>, Error> {
        Ok(range.map(picture).collect())
    }
}

impl Camera {
    /// The same pictures for everybody.
    pub(crate) fn shoot_person(
        &mut self,
        _person: &Person,
        range: Range<u64>,
        _begin_ms: i64,
        _now: i64,
    ) -> Result<Vec<Picture>, Error> {
        Ok(range.map(picture).collect())
    }

    /// There are no stills without the drawing of pictures.
    pub(crate) fn still(_person: &Person, _at: i64) -> Result<Vec<u8>, Error> {
        Err(Error::media("built without pictures"))
    }
}

/// The size of everybody's pictures.
pub(crate) fn size_of(_person: &Person) -> (u32, u32) {
    (WIDTH, HEIGHT)
}

/// The picture with this number, counted from the beginning of a recording.
fn picture(number: u64) -> Picture {
    static PICTURES: OnceLock<Vec<Picture>> = OnceLock::new();
    let pictures = PICTURES.get_or_init(|| split(TILES));
    let place = number % pictures.len().max(1) as u64;
    let place = usize::try_from(place).unwrap_or(0);
    pictures[place].clone()
}

/// Cuts an Annex-B stream before each access unit delimiter.
fn split(stream: &'static [u8]) -> Vec<Picture> {
    let units = units(stream);
    let mut pictures = Vec::new();
    for (place, unit) in units.iter().enumerate() {
        if unit.kind != NAL_DELIMITER {
            continue;
        }
        let rest = &units[place + 1..];
        let length = rest
            .iter()
            .position(|unit| unit.kind == NAL_DELIMITER)
            .unwrap_or(rest.len());
        let end = rest
            .get(length)
            .map_or(stream.len(), |next| next.bytes.start);
        let key = rest[..length].iter().any(|unit| unit.kind == NAL_IDR);
        pictures.push(Picture {
            data: stream[unit.bytes.start..end].to_vec(),
            key,
        });
    }
    pictures
}

struct Unit {
    kind: u8,
    /// With its start code.
    bytes: Range<usize>,
}

fn units(stream: &[u8]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut at = 0;
    while at + 3 < stream.len() {
        if stream[at..at + 3] != [0, 0, 1] {
            at += 1;
            continue;
        }
        // A four-byte start code has one more zero in front.
        let start = if at > 0 && stream[at - 1] == 0 {
            at - 1
        } else {
            at
        };
        if let Some(before) = units.last_mut() {
            before.bytes.end = start;
        }
        units.push(Unit {
            kind: stream[at + 3] & 0x1f,
            bytes: start..stream.len(),
        });
        at += 3;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clip_is_five_seconds_with_a_key_picture_each_second() {
        let pictures = split(TILES);
        assert_eq!(pictures.len(), 50, "ten pictures a second for five seconds");
        let total: usize = pictures.iter().map(|picture| picture.data.len()).sum();
        assert_eq!(total, TILES.len(), "no byte may be lost between pictures");
        for (number, picture) in pictures.iter().enumerate() {
            assert_eq!(picture.key, number % 10 == 0, "picture {number}");
            assert_eq!(
                picture.data[..5],
                [0, 0, 0, 1, 9],
                "picture {number} has no delimiter"
            );
        }
    }
}
