//! How long one connection has been silent.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Context;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Instant;

use super::Polled;

/// What a connection is waiting for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The next request, since then.
    Idle(Instant),
    /// The end of a request's head, since its first byte.
    Head(Instant),
    /// Us.
    Busy,
}

/// One connection's patience.
pub(super) struct Line {
    phase: Mutex<Phase>,
    head: Duration,
    idle: Duration,
}

impl Line {
    /// A new connection has as long for its first head as any head has.
    pub(super) fn new(head: Duration, idle: Duration) -> Self {
        Self {
            phase: Mutex::new(Phase::Head(Instant::now())),
            head,
            idle,
        }
    }

    fn phase(&self) -> Phase {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, phase: Phase) {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner) = phase;
    }

    /// A head is complete.
    pub(super) fn is_busy(&self) {
        self.set(Phase::Busy);
    }

    /// The answer is made.
    pub(super) fn is_free(&self) {
        self.set(Phase::Idle(Instant::now()));
    }

    /// Bytes came in.
    fn heard(&self) {
        if matches!(self.phase(), Phase::Idle(_)) {
            self.set(Phase::Head(Instant::now()));
        }
    }

    /// When it will have been silent too long, if nothing happens until then.
    fn deadline(&self) -> Option<Instant> {
        match self.phase() {
            Phase::Idle(since) => Some(since + self.idle),
            Phase::Head(since) => Some(since + self.head),
            Phase::Busy => None,
        }
    }

    /// Ends when it has been silent too long.
    pub(super) async fn runs_out(&self) {
        loop {
            // While it is our turn, nothing can run out before the shorter of the two has passed.
            let soonest = || Instant::now() + self.head.min(self.idle);
            let deadline = self.deadline().unwrap_or_else(soonest);
            tokio::time::sleep_until(deadline).await;
            if self.deadline().is_some_and(|due| due <= Instant::now()) {
                return;
            }
        }
    }
}

/// A stream that says when something comes in.
pub(super) struct Watched {
    stream: TcpStream,
    line: Arc<Line>,
}

impl Watched {
    pub(super) fn new(stream: TcpStream, line: Arc<Line>) -> Self {
        Self { stream, line }
    }
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Polled<()> {
        let before = into.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, into);
        if into.filled().len() > before {
            self.line.heard();
        }
        read
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Polled<usize> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Polled<usize> {
        Pin::new(&mut self.stream).poll_write_vectored(context, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled<()> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled<()> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: Duration = Duration::from_secs(10);
    const IDLE: Duration = Duration::from_secs(75);

    /// How long the connection lasts when nothing more happens.
    async fn left(line: &Line) -> Duration {
        let begun = Instant::now();
        line.runs_out().await;
        begun.elapsed()
    }

    fn about(seen: Duration, wanted: Duration) -> bool {
        seen.abs_diff(wanted) < Duration::from_millis(5)
    }

    #[tokio::test(start_paused = true)]
    async fn a_head_has_its_time_and_so_has_silence() {
        let line = Line::new(HEAD, IDLE);
        assert!(about(left(&line).await, HEAD), "nothing was ever said");

        let line = Line::new(HEAD, IDLE);
        line.is_busy();
        line.is_free();
        assert!(about(left(&line).await, IDLE), "silent after an answer");

        line.is_free();
        tokio::time::advance(Duration::from_secs(60)).await;
        line.heard();
        tokio::time::advance(Duration::from_secs(4)).await;
        line.heard();
        let seen = left(&line).await;
        assert!(
            about(seen, Duration::from_secs(6)),
            "a second byte buys no time: {seen:?}"
        );
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_waits_for_us_is_not_cut_off() {
        let line = Line::new(HEAD, IDLE);
        line.is_busy();
        let hours = Duration::from_secs(3 * 3600);
        let cut = tokio::time::timeout(hours, line.runs_out()).await;
        assert!(cut.is_err(), "an answer that takes its time");
    }
}
