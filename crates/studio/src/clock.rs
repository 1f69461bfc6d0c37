use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

/// Where the recorder takes the time from, so that tests can run hours in moments.
pub trait Clock: Send + Sync {
    /// Unix milliseconds.
    fn now(&self) -> i64;
    /// Waits until [`Clock::now`] reaches `at`; returns at once where it is past.
    fn sleep_until(&self, at: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

/// The computer's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> i64 {
        unix_millis()
    }

    fn sleep_until(&self, at: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        // Long waits are cut into pieces: a computer that slept, or a clock that was set, is noticed.
        Box::pin(async move {
            loop {
                let left = at - unix_millis();
                if left <= 0 {
                    return;
                }
                let piece = u64::try_from(left).unwrap_or(0).min(5_000);
                tokio::time::sleep(Duration::from_millis(piece)).await;
            }
        })
    }
}

/// A clock that runs `factor` times as fast as the computer's, from the moment it was made.
#[derive(Debug, Clone, Copy)]
pub struct ScaledClock {
    begun: Instant,
    at: i64,
    factor: u32,
}

impl ScaledClock {
    /// `factor` is at least 1.
    pub fn new(factor: u32) -> Self {
        Self {
            begun: Instant::now(),
            at: unix_millis(),
            factor: factor.max(1),
        }
    }
}

impl Clock for ScaledClock {
    fn now(&self) -> i64 {
        let passed = self.begun.elapsed().as_millis() as i64;
        self.at + passed * i64::from(self.factor)
    }

    fn sleep_until(&self, at: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async move {
            let left = at - self.now();
            if left > 0 {
                let real = u64::try_from(left).unwrap_or(0) / u64::from(self.factor) + 1;
                tokio::time::sleep(Duration::from_millis(real)).await;
            }
        })
    }
}

fn unix_millis() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |passed| passed.as_millis() as i64)
}
