//! Silence, as AAC: mono, 16 kHz, low complexity. One frame is 1024 samples, 64 ms, and always the
//! same four bytes, so silence of any length is a matter of counting.

use std::ops::Range;

/// One frame lasts this long.
pub(crate) const FRAME_MS: i64 = 64;
pub(crate) const SAMPLE_RATE: u32 = 16_000;

/// The ADTS header (low complexity, 16 kHz, mono, 11 bytes in all) and the silent frame.
pub(crate) const ADTS_FRAME: [u8; 11] = [
    0xff, 0xf1, 0x60, 0x40, 0x01, 0x7f, 0xfc, 0x00, 0x00, 0x00, 0x07,
];

/// The frames that begin within this time (milliseconds from the beginning of the recording).
/// Neighbouring times share no frame and leave none out.
pub(crate) fn frames(ms: Range<i64>) -> Range<i64> {
    let first_from = |ms: i64| (ms + FRAME_MS - 1) / FRAME_MS;
    first_from(ms.start)..first_from(ms.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_share_no_frame_and_leave_none_out() {
        let mut next = 0;
        for piece in 0..1000 {
            let frames = frames(piece * 15_000..(piece + 1) * 15_000);
            assert_eq!(frames.start, next, "a gap or a repeat before piece {piece}");
            next = frames.end;
        }
    }
}
