//! Reading back what was written: MP4 files are made from the pieces that lie in the folder, so
//! that both show the same and nothing is drawn twice.

use super::Picture;
use super::ts::{PACKET, PID_VIDEO};

/// The pictures of a piece.
pub(crate) fn pictures(stream: &[u8]) -> Vec<Picture> {
    let mut bodies: Vec<Vec<u8>> = Vec::new();
    for packet in stream.chunks_exact(PACKET) {
        let pid = u16::from_be_bytes([packet[1] & 0x1f, packet[2]]);
        if pid != PID_VIDEO {
            continue;
        }
        let has_field = packet[3] & 0x20 != 0;
        let skip = 4 + if has_field {
            1 + usize::from(packet[4])
        } else {
            0
        };
        let payload = packet.get(skip..).unwrap_or_default();
        if packet[1] & 0x40 != 0 {
            // Behind the header of a packetized unit, whose own length stands in its ninth byte.
            let head = 9 + usize::from(payload.get(8).copied().unwrap_or(0));
            bodies.push(payload.get(head..).unwrap_or_default().to_vec());
        } else if let Some(body) = bodies.last_mut() {
            body.extend(payload);
        }
    }
    let picture = |data: Vec<u8>| {
        let key = units(&data).any(|unit| unit.first().is_some_and(|it| it & 0x1f == 5));
        Picture { data, key }
    };
    bodies.into_iter().map(picture).collect()
}

/// The units of an Annex-B stream without their start codes.
pub(crate) fn units(stream: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut starts = Vec::new();
    let mut at = 0;
    while at + 3 <= stream.len() {
        if stream[at..at + 3] == [0, 0, 1] {
            starts.push(at + 3);
            at += 3;
        } else {
            at += 1;
        }
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|&start| start - 3).collect();
    let ends = ends.into_iter().chain([stream.len()]);
    starts.into_iter().zip(ends).map(|(from, to)| {
        let unit = &stream[from..to];
        // The next start code's fourth byte, or padding, is no part of a unit.
        let end = unit
            .iter()
            .rposition(|&byte| byte != 0)
            .map_or(0, |last| last + 1);
        &unit[..end]
    })
}
