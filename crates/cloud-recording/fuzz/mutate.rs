//! Bodies like the published ones, but broken: for runs without a fuzzer. Everything follows from a
//! seed.

use std::path::Path;

use cloud_recording::contract::fields;
use cloud_recording::contract::generate::Dice;

/// The largest body that is made.
const LARGEST: usize = 64 * 1024;

const PIECES: [&str; 24] = [
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e999",
    "1.5",
    "18446744073709551616",
    "\"\"",
    "\"0\"",
    "\"5\"",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{\"\":{}}",
    "\\u0000",
    "\\ud800",
    "\"#allstream#\"",
    "\"#FF00FF\"",
    "1e-7",
    "0.3333333333",
    "é",
    "\u{feff}",
];

/// The published bodies and the samples: what is fuzzed from.
pub fn corpus(data: &Path) -> std::io::Result<Vec<Vec<u8>>> {
    let mut paths = Vec::new();
    for folder in ["published", "samples"] {
        for entry in std::fs::read_dir(data.join(folder))? {
            paths.push(entry?.path());
        }
    }
    // Folders are listed in no order, and a seed must mean the same everywhere.
    paths.sort();
    let mut bodies = Vec::new();
    for path in paths {
        let text = std::fs::read(path)?;
        // Samples hold their body among other things.
        let body = serde_json::from_slice::<serde_json::Value>(&text)
            .ok()
            .and_then(|sample| sample.get("body").map(|body| body.to_string().into_bytes()));
        bodies.extend(body);
        bodies.push(text);
    }
    Ok(bodies)
}

/// The next input: a byte that chooses, and a body that has been changed a few times.
pub fn input(corpus: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut body = dice.pick(corpus).cloned().unwrap_or_default();
    let changes = if dice.chance(10) {
        0
    } else {
        1 + dice.below(6)
    };
    for _ in 0..changes {
        change(&mut body, corpus, dice);
    }
    body.truncate(LARGEST);
    body.insert(0, dice.below(256) as u8);
    body
}

fn change(body: &mut Vec<u8>, corpus: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(body.len() as u64 + 1) as usize;
    let until = (at + dice.below(24) as usize).min(body.len());
    match dice.below(9) {
        0 => {
            body.drain(at..until);
        }
        1 => {
            if let Some(byte) = body.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        2 => body.insert(at, dice.below(256) as u8),
        3 => {
            let piece = body[at..until].to_vec();
            body.splice(at..at, piece);
        }
        4 => {
            let other = dice.pick(corpus).cloned().unwrap_or_default();
            let from = dice.below(other.len() as u64 + 1) as usize;
            body.splice(at..until, other[from..].iter().copied());
        }
        5 => {
            let depth = dice.below(200) as usize;
            body.splice(at..at, std::iter::repeat_n(b'[', depth));
        }
        6 => name(body, dice),
        _ => value(body, dice),
    }
}

/// Another value where one begins.
fn value(body: &mut Vec<u8>, dice: &mut Dice) {
    let colons: Vec<_> = (0..body.len()).filter(|&at| body[at] == b':').collect();
    let Some(&colon) = dice.pick(&colons) else {
        return;
    };
    let ends = body[colon + 1..]
        .iter()
        .position(|byte| b",}]".contains(byte));
    let end = ends.map_or(body.len(), |length| colon + 1 + length);
    if let Some(piece) = dice.pick(&PIECES) {
        body.splice(colon + 1..end, piece.bytes());
    }
}

/// Another member's name where one stands.
fn name(body: &mut Vec<u8>, dice: &mut Dice) {
    let quotes: Vec<_> = (0..body.len()).filter(|&at| body[at] == b'"').collect();
    let Some(&start) = dice.pick(&quotes) else {
        return;
    };
    let Some(length) = body[start + 1..].iter().position(|byte| *byte == b'"') else {
        return;
    };
    if let Some(field) = dice.pick(fields()) {
        body.splice(start + 1..start + 1 + length, field.name().bytes());
    }
}
