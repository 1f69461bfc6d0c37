//! Just enough reading of playlists, transport streams and MP4 to check them.

use std::collections::BTreeMap;

/// The length that a playlist adds up to, in seconds.
pub fn length(playlist: &str) -> f64 {
    let lengths = playlist
        .lines()
        .filter_map(|line| line.strip_prefix("#EXTINF:"));
    lengths
        .map(|length| length.trim_end_matches(',').parse::<f64>().unwrap())
        .sum()
}

/// The names of a playlist's pieces.
pub fn pieces(playlist: &str) -> Vec<&str> {
    playlist
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
}

pub const VIDEO: u8 = 0xe0;
pub const AUDIO: u8 = 0xc0;

/// One unit of a stream: when it is shown (90 kHz) and what is in it.
pub struct Unit {
    pub stamp: u64,
    pub data: Vec<u8>,
}

/// The units of each stream (by its stream number), in order. Checks that packets are whole and
/// that their counters leave nothing out.
pub fn streams(ts: &[u8]) -> BTreeMap<u8, Vec<Unit>> {
    assert_eq!(ts.len() % 188, 0, "a transport stream is whole packets");
    let mut counters = BTreeMap::new();
    let mut raw: BTreeMap<u16, Vec<Vec<u8>>> = BTreeMap::new();
    for (place, packet) in ts.chunks(188).enumerate() {
        assert_eq!(packet[0], 0x47, "packet {place} has no sync byte");
        let pid = u16::from_be_bytes([packet[1] & 0x1f, packet[2]]);
        let counter = packet[3] & 0x0f;
        let due = counters.insert(pid, (counter + 1) % 16).unwrap_or(counter);
        assert_eq!(
            counter, due,
            "packet {place} of PID {pid:#x} breaks the count"
        );
        let skip = if packet[3] & 0x20 != 0 {
            5 + usize::from(packet[4])
        } else {
            4
        };
        if packet[1] & 0x40 != 0 {
            raw.entry(pid).or_default().push(Vec::new());
        }
        raw.get_mut(&pid)
            .unwrap()
            .last_mut()
            .unwrap()
            .extend(&packet[skip..]);
    }
    let mut streams: BTreeMap<u8, Vec<Unit>> = BTreeMap::new();
    for units in raw.into_values() {
        for unit in units
            .into_iter()
            .filter(|unit| unit.starts_with(&[0, 0, 1]))
        {
            let part = |at: usize, mask: u8| u64::from(unit[at] & mask);
            let stamp = part(9, 0x0e) << 29
                | part(10, 0xff) << 22
                | part(11, 0xfe) << 14
                | part(12, 0xff) << 7
                | part(13, 0xfe) >> 1;
            let data = unit[9 + usize::from(unit[8])..].to_vec();
            streams
                .entry(unit[3])
                .or_default()
                .push(Unit { stamp, data });
        }
    }
    streams
}

/// The boxes directly in `bytes`: kind and contents.
fn boxes(mut bytes: &[u8]) -> Vec<([u8; 4], &[u8])> {
    let mut found = Vec::new();
    while bytes.len() >= 8 {
        let size = u32::from_be_bytes(bytes[..4].try_into().unwrap()) as usize;
        assert!(
            (8..=bytes.len()).contains(&size),
            "a box reaches beyond its parent: {size}"
        );
        found.push((bytes[4..8].try_into().unwrap(), &bytes[8..size]));
        bytes = &bytes[size..];
    }
    assert!(bytes.is_empty(), "something is left behind the last box");
    found
}

fn inner<'a>(bytes: &'a [u8], path: &[&[u8; 4]]) -> &'a [u8] {
    path.iter().fold(bytes, |bytes, kind| {
        let found = boxes(bytes).into_iter().find(|(name, _)| name == *kind);
        found
            .unwrap_or_else(|| panic!("no {:?}", String::from_utf8_lossy(*kind)))
            .1
    })
}

fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap())
}

/// The length of an MP4 file's longest track, by its sample table, in seconds.
pub fn mp4_length(file: &[u8]) -> f64 {
    mp4_tracks(file)
        .into_values()
        .map(|track| track.seconds)
        .fold(0.0, f64::max)
}

pub struct Track {
    pub seconds: f64,
    pub samples: usize,
}

/// An MP4 file's tracks by handler (`vide`, `soun`).
pub fn mp4_tracks(file: &[u8]) -> BTreeMap<String, Track> {
    let moov = inner(file, &[b"moov"]);
    let tracks = boxes(moov).into_iter().filter(|(kind, _)| kind == b"trak");
    tracks
        .map(|(_, track)| {
            let header = inner(track, &[b"mdia", b"mdhd"]);
            // Version 1 has wider times before the scale.
            let scale = number(header, if header[0] == 1 { 20 } else { 12 });
            let handler = &inner(track, &[b"mdia", b"hdlr"])[8..12];
            let table = inner(track, &[b"mdia", b"minf", b"stbl", b"stts"]);
            let runs = (0..number(table, 4) as usize).map(|run| 8 + run * 8);
            let (mut samples, mut ticks) = (0, 0.0);
            for at in runs {
                let count = number(table, at);
                samples += count as usize;
                ticks += f64::from(count) * f64::from(number(table, at + 4));
            }
            let name = String::from_utf8(handler.to_vec()).unwrap();
            (
                name,
                Track {
                    seconds: ticks / f64::from(scale),
                    samples,
                },
            )
        })
        .collect()
}
