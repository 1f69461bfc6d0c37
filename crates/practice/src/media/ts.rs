//! A small MPEG transport stream writer: one programme, H.264 and AAC, in 188-byte packets.

use super::psi;
use crate::session::Tracks;

pub(crate) const PACKET: usize = 188;
pub(super) const PID_PMT: u16 = 0x1000;
pub(super) const PID_VIDEO: u16 = 0x0100;
pub(super) const PID_AUDIO: u16 = 0x0101;

const PID_PAT: u16 = 0;
const STREAM_VIDEO: u8 = 0xe0;
const STREAM_AUDIO: u8 = 0xc0;
/// Time stamps have 33 bits and wrap after 26.5 hours.
const STAMP_MASK: u64 = (1 << 33) - 1;

/// The four-bit packet counters of the tables and the two streams. A piece goes on where the one
/// before it stopped, so that pieces laid end to end are one faultless stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counters([u8; 4]);

impl Counters {
    pub(crate) fn from_packed(packed: u32) -> Self {
        Self(packed.to_be_bytes())
    }

    pub(crate) fn packed(self) -> u32 {
        u32::from_be_bytes(self.0)
    }

    fn take(&mut self, pid: u16) -> u8 {
        let counter = match pid {
            PID_PAT => &mut self.0[0],
            PID_PMT => &mut self.0[1],
            PID_VIDEO => &mut self.0[2],
            _ => &mut self.0[3],
        };
        let taken = *counter;
        *counter = (taken + 1) & 0x0f;
        taken
    }
}

/// Writes packets to memory.
pub(crate) struct Writer {
    out: Vec<u8>,
    counters: Counters,
    tracks: Tracks,
}

impl Writer {
    pub(crate) fn new(tracks: Tracks, counters: Counters) -> Self {
        Self {
            out: Vec::new(),
            counters,
            tracks,
        }
    }

    pub(crate) fn finish(self) -> (Vec<u8>, Counters) {
        (self.out, self.counters)
    }

    /// The tables, which a receiver needs before anything else.
    pub(crate) fn tables(&mut self) {
        self.packets(PID_PAT, &psi::pat(), None, Fill::Table);
        self.packets(PID_PMT, &psi::pmt(self.tracks), None, Fill::Table);
    }

    /// One picture (Annex-B, delimiter first), shown `ms` after the beginning.
    pub(crate) fn picture(&mut self, ms: i64, data: &[u8], key: bool) {
        let pes = pes(STREAM_VIDEO, ms, data);
        self.packets(
            PID_VIDEO,
            &pes,
            Some(Mark {
                clock: stamp(ms),
                key,
            }),
            Fill::Stream,
        );
    }

    /// Whole ADTS frames, the first heard `ms` after the beginning.
    pub(crate) fn sound(&mut self, ms: i64, data: &[u8]) {
        let pes = pes(STREAM_AUDIO, ms, data);
        // Without a picture the sound carries the programme's clock.
        let mark = (!self.tracks.video).then_some(Mark {
            clock: stamp(ms),
            key: true,
        });
        self.packets(PID_AUDIO, &pes, mark, Fill::Stream);
    }

    fn packets(&mut self, pid: u16, payload: &[u8], mark: Option<Mark>, fill: Fill) {
        let mut rest = payload;
        let mut first = true;
        while !rest.is_empty() {
            let mark = mark.filter(|_| first);
            let mut field = mark.map_or(Vec::new(), Mark::field);
            let free = PACKET - 4;
            let room = free - if field.is_empty() { 0 } else { field.len() + 1 };
            let taken = room.min(rest.len());
            if taken < room && fill == Fill::Stream {
                stretch(&mut field, free - taken);
            }
            let has_field = free - taken > 0 && fill == Fill::Stream || mark.is_some();
            let start = if first { 0x40 } else { 0x00 };
            let control = if has_field { 0x30 } else { 0x10 };
            let [high, low] = pid.to_be_bytes();
            let counter = self.counters.take(pid);
            self.out
                .extend([0x47, start | high, low, control | counter]);
            if has_field {
                self.out.push(u8::try_from(field.len()).unwrap_or(u8::MAX));
                self.out.extend(&field);
            }
            self.out.extend(&rest[..taken]);
            rest = &rest[taken..];
            first = false;
            // A table's packet is filled up behind it.
            self.out
                .resize(self.out.len().next_multiple_of(PACKET), 0xff);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fill {
    Table,
    Stream,
}

/// What the first packet of a picture or sound says about it.
#[derive(Clone, Copy)]
struct Mark {
    clock: u64,
    key: bool,
}

impl Mark {
    /// The adaptation field behind its length: flags and the programme clock.
    fn field(self) -> Vec<u8> {
        let flags = 0x10 | if self.key { 0x40 } else { 0x00 };
        // 33 bits of 90 kHz, six reserved, nine of 27 MHz, which stay at zero here.
        let clock = (self.clock << 15) | (0x3f << 9);
        let mut field = vec![flags];
        field.extend(&clock.to_be_bytes()[2..]);
        field
    }
}

/// Makes an adaptation field (without its length byte) fill `size` bytes with its length byte.
fn stretch(field: &mut Vec<u8>, size: usize) {
    let target = size - 1;
    if field.is_empty() && target > 0 {
        field.push(0x00);
    }
    field.resize(target, 0xff);
}

/// A packetized elementary stream unit. Pictures are shown in the order in which they are decoded,
/// so one time stamp serves for both.
fn pes(stream: u8, ms: i64, data: &[u8]) -> Vec<u8> {
    let mut pes = vec![0x00, 0x00, 0x01, stream];
    // Pictures may leave the length open; sound may not.
    let length = if stream == STREAM_VIDEO {
        0
    } else {
        u16::try_from(8 + data.len()).unwrap_or(0)
    };
    pes.extend(length.to_be_bytes());
    // Aligned data, a presentation time stamp, five bytes of header.
    pes.extend([0x84, 0x80, 0x05]);
    let stamp = stamp(ms);
    let part = |shift: u32, mask: u64| u8::try_from((stamp >> shift) & mask).unwrap_or(0);
    pes.extend([
        0x21 | (part(30, 0x07) << 1),
        part(22, 0xff),
        0x01 | (part(15, 0x7f) << 1),
        part(7, 0xff),
        0x01 | (part(0, 0x7f) << 1),
    ]);
    pes.extend(data);
    pes
}

fn stamp(ms: i64) -> u64 {
    (ms.unsigned_abs() * 90) & STAMP_MASK
}
