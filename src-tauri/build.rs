//! Gives every command of the list a permission of its own, and sees to it that the page has them all.

use std::error::Error;
use std::fs;

include!("../crates/studio/src/command_list.rs");

macro_rules! names {
    ($($name:ident($request:ty) -> $answer:ty;)*) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
for_each_command!(names);

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=../crates/studio/src/command_list.rs");
    println!("cargo:rerun-if-changed=capabilities/main.json");
    let granted = fs::read_to_string("capabilities/main.json")?;
    for command in COMMANDS {
        let permission = format!("\"allow-{}\"", command.replace('_', "-"));
        if !granted.contains(&permission) {
            return Err(format!("capabilities/main.json lacks {permission}").into());
        }
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
