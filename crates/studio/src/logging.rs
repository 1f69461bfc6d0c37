use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Writes the log to `data_dir/logs`, a file a day, the last seven kept. The guard flushes when dropped.
///
/// Events carry ids, states and the service's codes; bodies and secrets are never logged.
/// `ROOMREEL_LOG` sets how much our own parts say (`error` to `trace`, default `info`). Others are never
/// let in: a library's traces could carry headers.
pub fn start(data_dir: &Path) -> Option<WorkerGuard> {
    std::fs::create_dir_all(data_dir.join("logs")).ok()?;
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("roomreel")
        .filename_suffix("log")
        .max_log_files(7)
        .build(data_dir.join("logs"))
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    let wanted = std::env::var("ROOMREEL_LOG")
        .ok()
        .and_then(|level| level.parse().ok());
    let level = wanted.unwrap_or(LevelFilter::INFO);
    let ours = ["roomreel", "studio", "practice", "cloud_recording"].map(|part| (part, level));
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(writer)
        .with_ansi(false);
    tracing_subscriber::registry()
        .with(lines.with_filter(Targets::new().with_targets(ours)))
        .try_init()
        .ok()?;
    Some(guard)
}
