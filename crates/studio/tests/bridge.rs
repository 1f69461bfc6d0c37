//! The page's types are the ones written here.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

#[test]
fn the_pages_types_are_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/bridge/generated/index.ts");
    let written = studio::typescript();
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if kept == written {
        return;
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "ui/src/bridge/generated/index.ts is not what the Rust types say: run `cargo test -p studio` and commit it"
    );
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, written).unwrap();
}
