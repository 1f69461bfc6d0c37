//! Sixteen connections at once, each taking recordings through whole lives, and whether anything
//! goes wrong or grows.
//!
//! ```text
//! cargo run --release -p practice --example hammer -- [--seconds 60] [--connections 16]
//! ```
//!
//! The server is a process of its own, so that its memory is its own; its clock runs ten times
//! as fast as the machine's, so that a recording comes to its first piece while somebody watches.
//! Prints figures. Exit code 1: an answer was wrong.

mod life;

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use practice::{Clock, ScaledClock, SystemClock};

use life::{APP_ID, CUSTOMER_ID, Caller, SECRET, Tally};

/// The word that makes this program the server.
const SERVER: &str = "--as-server";
const SPEED: f64 = 10.0;
/// Every so many connections there is one that records besides. Pictures are drawn by one thread,
/// and at this speed it has as much to do as with forty recordings at the usual one.
const RECORDS: u64 = 4;
/// After so many short lives comes one that records.
const SHORT_LIVES: usize = 50;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Runtime::new();
    let done = runtime.map_err(|cause| cause.to_string()).and_then(|it| {
        if arguments.iter().any(|word| word == SERVER) {
            it.block_on(serve()).map(|()| true)
        } else {
            it.block_on(hammer(&arguments))
        }
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("hammer: {why}");
            ExitCode::from(2)
        }
    }
}

/// Serves until standard input ends.
async fn serve() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|cause| cause.to_string())?;
    let now = SystemClock.now_ms();
    let clock = ScaledClock::starting(Arc::new(SystemClock), now, SPEED);
    let config = practice::Config {
        port: 0,
        app_id: APP_ID.to_owned(),
        customer_id: CUSTOMER_ID.to_owned(),
        customer_secret: SECRET.into(),
        files: folder.path().join("files"),
        data: folder.path().join("data"),
        clock: Arc::new(clock.map_err(|cause| cause.to_string())?),
        requests_per_second: None,
    };
    let server = practice::serve(config)
        .await
        .map_err(|cause| cause.to_string())?;
    println!("{}", server.url());
    let until_closed = tokio::task::spawn_blocking(|| io::stdin().lines().count());
    until_closed.await.map_err(|cause| cause.to_string())?;
    server.shutdown().await;
    Ok(())
}

/// A child that does not outlive this.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // What has ended needs no end.
        let _ = self.0.wait();
    }
}

fn start_server() -> Result<(Served, String), String> {
    let program = std::env::current_exe().map_err(|cause| cause.to_string())?;
    let mut command = Command::new(program);
    command
        .arg(SERVER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|cause| cause.to_string())?;
    let out = child.stdout.take().ok_or("the server says nothing")?;
    let served = Served(child);
    let mut url = String::new();
    BufReader::new(out)
        .read_line(&mut url)
        .map_err(|cause| cause.to_string())?;
    Ok((served, url.trim().to_owned()))
}

/// Whether every answer was right.
async fn hammer(arguments: &[String]) -> Result<bool, String> {
    let number = |name: &str, other: u64| match arguments.iter().position(|it| it == name) {
        Some(at) => arguments.get(at + 1).and_then(|it| it.parse().ok()),
        None => Some(other),
    };
    let (seconds, connections) = (number("--seconds", 60), number("--connections", 16));
    let (Some(seconds @ 1..), Some(connections @ 1..)) = (seconds, connections) else {
        return Err("--seconds and --connections take a whole number above 0".to_owned());
    };
    let (served, url) = start_server()?;
    let over = Arc::new(AtomicBool::new(false));
    let begun = Instant::now();
    let callers = (0..connections).map(|number| {
        let (url, over) = (url.clone(), Arc::clone(&over));
        let records = number % RECORDS == 0;
        tokio::spawn(async move { lives(Caller::new(url, number)?, records, &over).await })
    });
    let callers: Vec<_> = callers.collect();
    let mut last = 0;
    for at in [seconds.div_ceil(12), seconds.div_ceil(2), seconds] {
        tokio::time::sleep(Duration::from_secs(at - last)).await;
        last = at;
        match memory(served.0.id()) {
            Some(size) => println!("memory after {at} s: {:.1} MiB", size as f64 / 1_024.0),
            None => println!("memory after {at} s: not known here"),
        }
    }
    over.store(true, Ordering::SeqCst);
    let mut tally = Tally::default();
    for caller in callers {
        tally.add(caller.await.map_err(|cause| cause.to_string())??);
    }
    report(&mut tally, begun.elapsed(), connections);
    Ok(tally.wrong.is_empty())
}

async fn lives(mut caller: Caller, records: bool, over: &AtomicBool) -> Result<Tally, String> {
    for number in 0.. {
        if over.load(Ordering::SeqCst) {
            break;
        }
        if records && number % (SHORT_LIVES + 1) == SHORT_LIVES {
            caller.record().await?;
        } else {
            caller.short_life().await?;
        }
    }
    Ok(caller.tally)
}

fn report(tally: &mut Tally, took: Duration, connections: u64) {
    let requests = tally.times.len();
    let rate = requests as f64 / took.as_secs_f64();
    println!(
        "{requests} requests in {:.1} s over {connections} connections: {rate:.0} a second",
        took.as_secs_f64()
    );
    println!("{} lives, {} of them recorded", tally.lives, tally.recorded);
    tally.times.sort_unstable();
    let at = |share: f64| tally.times[((requests - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    if requests > 0 {
        println!(
            "an answer takes {:.1} ms (median), {:.1} ms (99 %), {:.1} ms (longest)",
            at(0.5),
            at(0.99),
            at(1.0)
        );
    }
    println!("wrong answers: {}", tally.wrong.len());
    for wrong in tally.wrong.iter().take(10) {
        println!("  {wrong}");
    }
    // A closed pipe is no reason to complain.
    let _ = io::stdout().flush();
}

/// What a process holds in memory, in KiB; where the system tells.
fn memory(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").trim().parse().ok()
}
