//! One piece of the transport stream.

use std::ops::Range;

use super::ts::{Counters, Writer};
use super::{PICTURE_MS, Picture, sound};
use crate::session::Tracks;

/// Sound frames that travel together: what fits into one packet, about half a second.
const FRAMES_TOGETHER: usize = 8;

/// The tables come again after this many pictures where there are none to go by.
const TABLES_EVERY: usize = 10;

/// The stream for this range and the silence under it. `shown` are its pictures; none are needed
/// where only sound is recorded. `counters` are those that the piece before left; the ones for the
/// next come back.
pub(crate) fn piece(
    pictures: Range<u64>,
    shown: &[Picture],
    tracks: Tracks,
    counters: Counters,
) -> (Vec<u8>, Counters) {
    let ms_of = |number: u64| i64::try_from(number).unwrap_or(i64::MAX / 1000) * PICTURE_MS;
    let mut writer = Writer::new(tracks, counters);
    let frames = sound::frames(ms_of(pictures.start)..ms_of(pictures.end));
    let mut frames = if tracks.audio { frames } else { 0..0 };

    for (place, number) in pictures.enumerate() {
        let picture = shown.get(place).filter(|_| tracks.video);
        if picture.map_or(place.is_multiple_of(TABLES_EVERY), |picture| picture.key) {
            writer.tables();
        }
        // Sound is sent with the picture in whose time it begins.
        while frames.start < frames.end && frames.start * sound::FRAME_MS < ms_of(number + 1) {
            let together = frames.clone().take(FRAMES_TOGETHER).count();
            writer.sound(
                frames.start * sound::FRAME_MS,
                &sound::ADTS_FRAME.repeat(together),
            );
            frames.start += i64::try_from(together).unwrap_or(1);
        }
        if let Some(picture) = picture {
            writer.picture(ms_of(number), &picture.data, picture.key);
        }
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::super::ts::PACKET;
    use super::super::unpack;
    use super::*;

    const BOTH: Tracks = Tracks {
        audio: true,
        video: true,
    };

    fn shown(count: usize) -> Vec<Picture> {
        let picture = |number: usize| {
            let key = number.is_multiple_of(5);
            let kind = if key { 0x65 } else { 0x61 };
            let data = vec![0, 0, 0, 1, 9, 0x10, 0, 0, 0, 1, kind, number as u8 | 1];
            Picture { data, key }
        };
        (0..count).map(picture).collect()
    }

    /// The counters seen in a stream, checked to go up by one in each PID.
    fn check_counters(stream: &[u8]) {
        let mut next = std::collections::HashMap::new();
        for (place, packet) in stream.chunks(PACKET).enumerate() {
            assert_eq!(
                packet[0], 0x47,
                "packet {place} does not begin with the sync byte"
            );
            let pid = u16::from_be_bytes([packet[1] & 0x1f, packet[2]]);
            let counter = packet[3] & 0x0f;
            let expected = next.insert(pid, (counter + 1) & 0x0f).unwrap_or(counter);
            assert_eq!(
                counter, expected,
                "packet {place} of PID {pid:#x} breaks the count"
            );
        }
    }

    #[test]
    fn pieces_laid_end_to_end_are_one_stream() {
        let (first, after_first) = piece(0..150, &shown(150), BOTH, Counters::default());
        let (second, after_second) = piece(150..300, &shown(150), BOTH, after_first);
        let (third, _) = piece(300..337, &shown(37), BOTH, after_second);
        let all = [first, second, third].concat();
        assert_eq!(all.len() % PACKET, 0, "only whole packets");
        check_counters(&all);
    }

    #[test]
    fn counters_survive_being_kept_in_a_row() {
        let (_, counters) = piece(0..150, &shown(150), BOTH, Counters::default());
        assert_eq!(
            Counters::from_packed(counters.packed()),
            counters,
            "packed and unpacked"
        );
    }

    #[test]
    fn the_pictures_of_a_piece_can_be_read_back() {
        let shown = shown(150);
        let (stream, _) = piece(0..150, &shown, BOTH, Counters::default());
        let whole = unpack::pictures(&stream) == shown;
        assert!(whole, "MP4 files are made from what is read back");
    }
}
