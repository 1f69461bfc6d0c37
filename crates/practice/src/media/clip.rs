//! The picture that every practice recording shows: five seconds of four people, repeated.
//!
//! `assets/make-clip.sh` makes it. Each second begins with an IDR picture and its parameter sets,
//! and the clip begins with one, so it can be cut at any second and joined to itself.

use std::ops::Range;
use std::sync::OnceLock;

static TILES: &[u8] = include_bytes!("../../assets/tiles.h264");

/// The picture's size in pixels.
pub(crate) const WIDTH: u32 = 640;
pub(crate) const HEIGHT: u32 = 360;

const NAL_IDR: u8 = 5;
const NAL_DELIMITER: u8 = 9;

/// One picture as Annex-B, its access unit delimiter first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Picture {
    pub(crate) data: &'static [u8],
    /// Decoding can begin here.
    pub(crate) key: bool,
}

/// The picture with this number, counted from the beginning of a recording.
pub(crate) fn picture(number: u64) -> Picture {
    static PICTURES: OnceLock<Vec<Picture>> = OnceLock::new();
    let pictures = PICTURES.get_or_init(|| split(TILES));
    let place = number % pictures.len().max(1) as u64;
    usize::try_from(place).map_or(
        Picture {
            data: &[],
            key: false,
        },
        |place| pictures[place],
    )
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
            data: &stream[unit.bytes.start..end],
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
