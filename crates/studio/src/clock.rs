use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

/// How long others are waited for, in the machine's time: they do not live by a [`Clock`]'s.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// For the answer to a call of the service's.
    pub answer: Duration,
    /// What counts as a second between two tries of one call.
    pub second: Duration,
    /// For each answer of a storage.
    pub storage: Duration,
}

impl Default for Waits {
    /// A synchronous stop may take twenty seconds and is answered all the same.
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(40),
            second: Duration::from_secs(1),
            storage: crate::buckets::PATIENCE,
        }
    }
}

/// Where the recorder takes the time from, so that tests can run hours in moments.
pub trait Clock: Send + Sync {
    /// Unix milliseconds.
    fn now(&self) -> i64;
    /// Waits until [`Clock::now`] reaches `at`; returns at once where it is past.
    fn sleep_until(&self, at: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
    /// How long others are waited for from now on; by a client from when it is made.
    fn waits(&self) -> Waits {
        Waits::default()
    }
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

    /// Whoever lets time run fast does not want to wait long for a storage that says nothing.
    fn waits(&self) -> Waits {
        let waits = Waits::default();
        Waits {
            storage: waits.storage / self.factor,
            ..waits
        }
    }
}

fn unix_millis() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |passed| passed.as_millis() as i64)
}
