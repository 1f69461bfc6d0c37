use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};

/// Writes the log to `data_dir/logs`, a file a day, the last seven kept. The guard flushes when dropped.
///
/// Events carry ids, states and the service's codes; bodies and secrets are never logged.
/// `ROOMREEL_LOG` sets the filter (default `info`).
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
    let filter = tracing_subscriber::EnvFilter::try_from_env("ROOMREEL_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_writer(writer)
        .with_ansi(false)
        .with_env_filter(filter)
        .try_init()
        .ok()?;
    Some(guard)
}
