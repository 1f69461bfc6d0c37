//! Child processes that end with the value that holds them, by their id.

use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A process that is ended when this is dropped.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts `command` without its output, or with it into `log`.
    pub fn start(command: &mut Command, log: Option<&Path>) -> io::Result<Self> {
        let out = |log: Option<&Path>| match log {
            Some(file) => std::fs::File::create(file).map(Stdio::from),
            None => Ok(Stdio::null()),
        };
        let child = command.stdout(out(log)?).stderr(Stdio::null()).spawn()?;
        Ok(Self { child })
    }

    /// Holds a process that was started elsewhere.
    pub fn hold(child: Child) -> Self {
        Self { child }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ends a process at once, as a crash would.
pub fn kill_now(pid: u32) {
    let _ = Command::new("kill").args(["-9", &pid.to_string()]).status();
}

/// The processes that run `program` with `variable` in their environment.
pub fn running(program: &Path, variable: &str) -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok());
    pids.filter(|pid: &u32| {
        let exe = std::fs::read_link(format!("/proc/{pid}/exe")).unwrap_or_default();
        let env = std::fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
        exe == program
            && env
                .split(|byte| *byte == 0)
                .any(|pair| pair == variable.as_bytes())
    })
    .collect()
}

/// A port that nobody listens on now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a loopback port is free");
    listener
        .local_addr()
        .expect("a bound socket has an address")
        .port()
}

/// Asks until the answer is yes; says what it waited for when it is not in time.
pub fn wait_until(what: &str, limit: Duration, mut ready: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !ready() {
        assert!(begun.elapsed() < limit, "waited {limit:?} for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
