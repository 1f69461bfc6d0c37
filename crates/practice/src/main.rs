//! The stand-in on a port of its own, for people who build against the API.

mod args;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use args::{Options, Seed, Wanted};
use practice::faults::Plan;
use practice::{Clock, Config, ScaledClock, SystemClock};
use tracing_subscriber::filter::{LevelFilter, filter_fn};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};

#[tokio::main]
async fn main() -> ExitCode {
    let secret = std::env::var(args::SECRET_VARIABLE).ok();
    match args::read(std::env::args().skip(1), secret) {
        Ok(Wanted::Help) => {
            // A closed pipe is no reason to complain.
            let _ = io::stdout().write_all(args::HELP.as_bytes());
            ExitCode::SUCCESS
        }
        Ok(Wanted::Serve(options)) => {
            begin_log(options.quiet);
            match run(*options).await {
                Ok(()) => ExitCode::SUCCESS,
                Err(sentence) => {
                    eprintln!("practice: {sentence}");
                    ExitCode::FAILURE
                }
            }
        }
        Err(sentence) => {
            eprintln!("practice: {sentence}");
            ExitCode::from(2)
        }
    }
}

/// Trouble in any case, requests unless they are not wanted. A line about a request is whole as it
/// comes.
fn begin_log(quiet: bool) {
    let trouble = fmt::layer()
        .with_writer(io::stderr)
        .with_filter(LevelFilter::WARN);
    let requests = fmt::layer()
        .with_writer(io::stderr)
        .without_time()
        .with_level(false)
        .with_target(false)
        .with_filter(filter_fn(|about| about.target() == "practice::requests"));
    tracing_subscriber::registry()
        .with(trouble)
        .with((!quiet).then_some(requests))
        .init();
}

async fn run(options: Options) -> Result<(), String> {
    let mut fresh = None;
    let files = folder(options.files, "files", &mut fresh)?;
    let data = folder(options.data, "data", &mut fresh)?;
    let ended = ended()?;
    let seed = match options.seed {
        Some(Seed::Given(seed)) => Some(seed),
        // Short enough to be typed again.
        Some(Seed::Random) => {
            let seed = getrandom::u32().map_err(|cause| cause.to_string())?;
            Some(u64::from(seed))
        }
        None => None,
    };
    let config = Config {
        port: options.port,
        app_id: options.app_id,
        customer_id: options.customer_id,
        customer_secret: options.customer_secret.into(),
        files: files.clone(),
        data: data.clone(),
        clock: clock(&data, options.time_scale)?,
        requests_per_second: options.requests_per_second,
    };
    let server = practice::serve(config)
        .await
        .map_err(|error| error.to_string())?;
    let plan = Plan {
        rules: options.faults,
        seed,
    };
    // Before anybody is told where to call.
    server
        .faults()
        .set(plan)
        .map_err(|error| error.to_string())?;
    // Whoever waits for the address finds all of this said.
    eprintln!("practice: files in {}", files.display());
    eprintln!("practice: data in {}", data.display());
    if let Some(seed) = seed {
        eprintln!("practice: fault seed {seed}");
    }
    let mut out = io::stdout();
    writeln!(out, "practice: {}", server.url())
        .and_then(|()| out.flush())
        .map_err(|cause| format!("cannot write to standard output: {cause}"))?;
    ended.await;
    server.shutdown().await;
    Ok(())
}

/// The machine's clock, or one of another pace. One that was ahead of the machine's when the data
/// folder was last used goes on from there.
fn clock(data: &Path, scale: f64) -> Result<Arc<dyn Clock>, String> {
    let now = SystemClock.now_ms();
    let latest = practice::latest_ms(data).map_err(|error| error.to_string())?;
    let begin = latest.map_or(now, |latest| latest.max(now));
    if begin == now && scale == 1.0 {
        return Ok(Arc::new(SystemClock));
    }
    let clock = ScaledClock::starting(Arc::new(SystemClock), begin, scale);
    let clock = clock.map_err(|error| error.to_string())?;
    Ok(Arc::new(clock))
}

/// The folder that was given, or one within a fresh temporary folder, made once for both.
fn folder(
    given: Option<PathBuf>,
    name: &str,
    fresh: &mut Option<PathBuf>,
) -> Result<PathBuf, String> {
    if let Some(given) = given {
        // Said on standard error, where a relative path would mean little to a reader elsewhere.
        return std::path::absolute(&given)
            .map_err(|cause| format!("{}: {cause}", given.display()));
    }
    if let Some(fresh) = fresh {
        return Ok(fresh.join(name));
    }
    let number = getrandom::u64().map_err(|cause| cause.to_string())?;
    let path = std::env::temp_dir().join(format!("practice-{number:016x}"));
    std::fs::create_dir(&path).map_err(|cause| format!("{}: {cause}", path.display()))?;
    Ok(fresh.insert(path).join(name))
}

/// Waits for Ctrl-C or, where there is one, SIGTERM. Listening begins with the call.
fn ended() -> Result<impl Future<Output = ()>, String> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let listen = |kind| signal(kind).map_err(|cause| format!("cannot listen: {cause}"));
        let mut interrupt = listen(SignalKind::interrupt())?;
        let mut terminate = listen(SignalKind::terminate())?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without a way to hear of the end, serving on is what is left.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
