//! Where the time comes from. Everything that moves here moves with this clock, so a test can let
//! three hours pass at once.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A source of the present time.
pub trait Clock: Send + Sync {
    /// Unix time in milliseconds.
    fn now_ms(&self) -> i64;

    /// How many of its seconds pass in one of the machine's. What is due often is looked for as much
    /// more often.
    fn speed(&self) -> f64 {
        1.0
    }
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        // A machine set before 1970 reads as 1970: nothing here depends on being right about that.
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| {
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            })
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that shows `now_ms` (Unix milliseconds).
    pub fn new(now_ms: i64) -> Self {
        Self(AtomicI64::new(now_ms))
    }

    /// Shows `now_ms` from now on.
    pub fn set(&self, now_ms: i64) {
        self.0.store(now_ms, Ordering::SeqCst);
    }

    /// Moves on by `step`.
    pub fn advance(&self, step: Duration) {
        let step = i64::try_from(step.as_millis()).unwrap_or(i64::MAX);
        self.0.fetch_add(step, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// A clock that runs faster or slower than another one.
#[derive(Clone)]
pub struct ScaledClock {
    inner: Arc<dyn Clock>,
    /// What the other showed when this one showed `begin_ms`.
    origin_ms: i64,
    begin_ms: i64,
    scale: f64,
}

impl ScaledClock {
    /// The slowest: a tenth of the other's pace.
    pub const SLOWEST: f64 = 0.1;
    /// The fastest: ten thousand times the other's pace, two hours in less than a second.
    pub const FASTEST: f64 = 10_000.0;

    /// A clock that shows `begin_ms` (Unix milliseconds) now, and of which `scale` seconds pass in
    /// one of the other's.
    ///
    /// # Errors
    ///
    /// `scale` is not from [`Self::SLOWEST`] to [`Self::FASTEST`].
    pub fn starting(inner: Arc<dyn Clock>, begin_ms: i64, scale: f64) -> Result<Self, BadScale> {
        if !(Self::SLOWEST..=Self::FASTEST).contains(&scale) {
            return Err(BadScale);
        }
        Ok(Self {
            origin_ms: inner.now_ms(),
            inner,
            begin_ms,
            scale,
        })
    }
}

impl Clock for ScaledClock {
    fn now_ms(&self) -> i64 {
        let passed = self.inner.now_ms().saturating_sub(self.origin_ms) as f64 * self.scale;
        self.begin_ms.saturating_add(passed as i64)
    }

    fn speed(&self) -> f64 {
        self.scale * self.inner.speed()
    }
}

impl fmt::Debug for ScaledClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScaledClock")
            .field("begin_ms", &self.begin_ms)
            .field("scale", &self.scale)
            .finish_non_exhaustive()
    }
}

/// A pace that no [`ScaledClock`] has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadScale;

impl fmt::Display for BadScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = (ScaledClock::SLOWEST, ScaledClock::FASTEST);
        write!(f, "time can run {least} to {most} times as fast as it does")
    }
}

impl std::error::Error for BadScale {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_scaled_clock_passes_more_time_in_the_same() {
        let inner = Arc::new(ManualClock::new(5_000));
        let fast = ScaledClock::starting(inner.clone(), 1_000_000, 60.0).unwrap();
        let slow = ScaledClock::starting(inner.clone(), 0, 0.1).unwrap();
        assert_eq!(fast.now_ms(), 1_000_000, "it begins where it was told to");
        inner.advance(Duration::from_secs(2));
        assert_eq!(fast.now_ms(), 1_120_000, "two seconds are two minutes");
        assert_eq!(slow.now_ms(), 200, "or a fifth of a second");
        assert_eq!(fast.speed(), 60.0, "and it says so");
        let faster = ScaledClock::starting(Arc::new(fast), 0, 2.0).unwrap();
        assert_eq!(faster.speed(), 120.0, "one upon the other");
    }

    #[test]
    fn a_pace_out_of_range_is_refused() {
        let inner = || Arc::new(ManualClock::new(0));
        for scale in [0.1, 1.0, 10_000.0] {
            assert!(
                ScaledClock::starting(inner(), 0, scale).is_ok(),
                "{scale} is fine"
            );
        }
        for scale in [0.0, 0.09, 10_000.1, -1.0, f64::NAN, f64::INFINITY] {
            let refused = ScaledClock::starting(inner(), 0, scale).err();
            assert_eq!(refused, Some(BadScale), "{scale} is out of range");
        }
    }
}
