fn main() {
    // The page is embedded, and nothing else tells cargo when it has changed.
    println!("cargo:rerun-if-changed=page");
    tauri_build::build();
}
