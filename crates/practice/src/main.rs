//! The stand-in on a port of its own, for people who build against the API.

mod args;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use args::{Options, Wanted};

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_max_level(tracing::Level::WARN)
        .init();
    let secret = std::env::var(args::SECRET_VARIABLE).ok();
    match args::read(std::env::args().skip(1), secret) {
        Ok(Wanted::Help) => {
            // A closed pipe is no reason to complain.
            let _ = io::stdout().write_all(args::HELP.as_bytes());
            ExitCode::SUCCESS
        }
        Ok(Wanted::Serve(options)) => match run(options).await {
            Ok(()) => ExitCode::SUCCESS,
            Err(sentence) => {
                eprintln!("practice: {sentence}");
                ExitCode::FAILURE
            }
        },
        Err(sentence) => {
            eprintln!("practice: {sentence}");
            ExitCode::from(2)
        }
    }
}

async fn run(options: Options) -> Result<(), String> {
    let mut fresh = None;
    let files = folder(options.files.clone(), "files", &mut fresh)?;
    let data = folder(options.data.clone(), "data", &mut fresh)?;
    let ended = ended()?;
    let config = options.into_config(files.clone(), data.clone());
    let server = practice::serve(config)
        .await
        .map_err(|error| error.to_string())?;
    let mut out = io::stdout();
    writeln!(out, "practice: {}", server.url())
        .and_then(|()| out.flush())
        .map_err(|cause| format!("cannot write to standard output: {cause}"))?;
    eprintln!("practice: files in {}", files.display());
    eprintln!("practice: data in {}", data.display());
    ended.await;
    server.shutdown().await;
    Ok(())
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
