//! Which way WebKit draws, decided before GTK starts.

/// WebKit looks only for its presence: any value turns the DMA-BUF renderer off.
#[cfg(target_os = "linux")]
const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Turns WebKit's DMA-BUF renderer off where it is slower or known to show an empty window: without a GPU,
/// with an NVIDIA device, and in an AppImage. `ROOMREEL_RENDER=default|light` decides otherwise, and a switch
/// that the user has set is left alone.
#[cfg(target_os = "linux")]
pub fn choose() {
    let light = match std::env::var("ROOMREEL_RENDER").as_deref() {
        Ok("default") => false,
        Ok("light") => true,
        _ => !has_gpu() || std::path::Path::new("/dev/nvidia0").exists() || in_app_image(),
    };
    if light && std::env::var_os(SWITCH).is_none() {
        // SAFETY: this is the first thing that main does; no other thread exists that could read the environment.
        #[allow(unsafe_code)]
        unsafe {
            std::env::set_var(SWITCH, "1");
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub fn choose() {}

/// A render node is what a driver for a GPU leaves in /dev.
#[cfg(target_os = "linux")]
fn has_gpu() -> bool {
    let software = std::env::var("LIBGL_ALWAYS_SOFTWARE").is_ok_and(|value| value == "1");
    let nodes = std::fs::read_dir("/dev/dri")
        .into_iter()
        .flatten()
        .flatten();
    let found = nodes
        .into_iter()
        .any(|node| node.file_name().to_string_lossy().starts_with("renderD"));
    found && !software
}

#[cfg(target_os = "linux")]
fn in_app_image() -> bool {
    std::env::var_os("APPIMAGE").is_some()
}

/// Whether a window can be shown at all.
pub fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
