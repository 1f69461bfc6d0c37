//! `make run` without a display: the main job in the real window, a line for each step.
//!
//! Leaves pictures and the recorded files in `target/run`.
#![allow(clippy::unwrap_used)]

use journeys::{World, WorldOptions, story, world};

#[tokio::main]
async fn main() {
    let folder = world::program("run", "");
    let _ = std::fs::remove_dir_all(&folder);
    let data = folder.join("data");
    let options = WorldOptions {
        data: Some(data),
        ..WorldOptions::default()
    };
    let mut world = World::new("run", options);
    let app = world.open().await;
    let mut count = 0;
    let mut step = |what: &str| {
        count += 1;
        println!("{count:>2}. {what}");
    };
    story::main_job(&world, &app, &folder, &mut step).await;
    world.close(app).await;
    println!("    pictures are in {}", folder.display());
    println!(
        "    files are in {}",
        folder.join("data/practice/files").display()
    );
}
