//! The shell: a window, and adapters to the studio. No logic of its own.

mod commands;
mod desktop;
mod place;
mod render;
mod studio_host;

use std::process::ExitCode;

use tauri::{Manager, WebviewWindowBuilder};

use place::Place;
use studio_host::StudioHost;

/// Opens the app and runs it until its window is closed.
pub fn run() -> ExitCode {
    render::choose();
    if !render::has_display() {
        eprintln!(
            "Roomreel needs a display and found none.\n\
             Start it from a desktop session, or set DISPLAY or WAYLAND_DISPLAY.\n\
             From the source tree, `make run` without a display drives it on a virtual one."
        );
        return ExitCode::FAILURE;
    }
    let place = match Place::find() {
        Ok(place) => place,
        Err(reason) => {
            eprintln!("Roomreel cannot use its data folder: {reason}");
            return ExitCode::FAILURE;
        }
    };
    let logging = studio::start_logging(&place.data_dir);
    let result = build(place);
    drop(logging);
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Roomreel could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

fn build(place: Place) -> tauri::Result<()> {
    let mut context = tauri::generate_context!();
    place
        .identifier
        .clone_into(&mut context.config_mut().identifier);
    let window_state = place
        .data_dir
        .join("window.json")
        .to_string_lossy()
        .into_owned();
    tauri::Builder::default()
        // First, so that a second start ends before it does anything else.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            bring_forward(app)
        }))
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_filename(window_state)
                .build(),
        )
        .setup(move |app| {
            app.manage(StudioHost::open(app.handle().clone(), &place));
            let Some(window) = app.config().app.windows.first().cloned() else {
                return Err("the window is not configured".into());
            };
            WebviewWindowBuilder::from_config(app, &window)?
                .data_directory(place.data_dir.join("webview"))
                .build()?;
            Ok(())
        })
        .invoke_handler(commands::handler())
        .build(context)?
        .run(|app, event| {
            if let tauri::RunEvent::Exit = event {
                app.state::<StudioHost>().shutdown();
            }
        });
    Ok(())
}

fn bring_forward(app: &tauri::AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
