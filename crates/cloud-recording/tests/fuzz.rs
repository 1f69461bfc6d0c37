//! A fixed number of broken bodies for the decoders and the import of layouts. `examples/fuzz.rs`
//! does the same for longer; `fuzz/` lets a fuzzer search.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../fuzz/mutate.rs"]
mod mutate;
#[path = "../fuzz/targets.rs"]
mod targets;

use std::path::Path;

use cloud_recording::contract::generate::Dice;

const RUNS: u64 = 6_000;

fn fuzz(wanted: &str) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let corpus = mutate::corpus(&data).unwrap();
    assert!(
        corpus.len() > 200,
        "only {} bodies to start from",
        corpus.len()
    );
    let (_, target) = targets::TARGETS
        .into_iter()
        .find(|(name, _)| *name == wanted)
        .unwrap();
    let mut dice = Dice::new(20_240_701);
    for _ in 0..RUNS {
        let input = mutate::input(&corpus, &mut dice);
        target(if wanted == "layout" {
            &input[1..]
        } else {
            &input
        });
    }
}

#[test]
fn no_request_breaks_the_judge_or_the_types() {
    fuzz("request");
}

#[test]
fn no_answer_breaks_the_decoders() {
    fuzz("answer");
}

#[test]
fn no_layout_breaks_the_import() {
    fuzz("layout");
}
