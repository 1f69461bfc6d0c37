//! The two tables at the head of a transport stream: which programme there is, and what is in it.

use super::ts::{PID_AUDIO, PID_PMT, PID_VIDEO};
use crate::session::Tracks;

const STREAM_H264: u8 = 0x1b;
const STREAM_AAC_ADTS: u8 = 0x0f;
const PROGRAMME: u16 = 1;

/// The programme association table, as the payload of a packet.
pub(super) fn pat() -> Vec<u8> {
    let mut body = PROGRAMME.to_be_bytes().to_vec();
    body.extend((0xe000 | PID_PMT).to_be_bytes());
    section(0x00, 1, &body)
}

/// The programme map table, as the payload of a packet.
pub(super) fn pmt(tracks: Tracks) -> Vec<u8> {
    let clock = if tracks.video { PID_VIDEO } else { PID_AUDIO };
    let mut body = (0xe000 | clock).to_be_bytes().to_vec();
    // No descriptors for the programme, nor for its streams.
    body.extend([0xf0, 0x00]);
    let streams = [
        (tracks.video, STREAM_H264, PID_VIDEO),
        (tracks.audio, STREAM_AAC_ADTS, PID_AUDIO),
    ];
    for (_, kind, pid) in streams.into_iter().filter(|(there, ..)| *there) {
        body.push(kind);
        body.extend((0xe000 | pid).to_be_bytes());
        body.extend([0xf0, 0x00]);
    }
    section(0x02, PROGRAMME, &body)
}

/// A section with its pointer field, header and checksum.
fn section(table: u8, id: u16, body: &[u8]) -> Vec<u8> {
    // What follows the length field: five bytes of header, the body, four of checksum.
    let length = u16::try_from(5 + body.len() + 4).unwrap_or(0);
    let mut section = vec![table];
    section.extend((0xb000 | length).to_be_bytes());
    section.extend(id.to_be_bytes());
    // Version 0, current, section 0 of 0.
    section.extend([0xc1, 0x00, 0x00]);
    section.extend(body);
    let checksum = crc32(&section);
    section.extend(checksum.to_be_bytes());
    section.insert(0, 0x00);
    section
}

/// CRC-32/MPEG-2: not the reflected one of zip and PNG.
fn crc32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ (u32::from(byte) << 24), |crc, _| {
            if crc & 0x8000_0000 == 0 {
                crc << 1
            } else {
                (crc << 1) ^ 0x04c1_1db7
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_mpeg_2() {
        assert_eq!(
            crc32(b"123456789"),
            0x0376_e6e7,
            "the published check value"
        );
    }

    #[test]
    fn a_section_with_its_checksum_checks_to_zero() {
        let pmt = pmt(Tracks {
            audio: true,
            video: true,
        });
        assert_eq!(
            crc32(&pmt[1..]),
            0,
            "a receiver recomputes the checksum over the whole"
        );
    }
}
