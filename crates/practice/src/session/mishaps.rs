use serde::{Deserialize, Serialize};

use crate::faults::Orders;

/// What faults have done to a recording. Times are Unix milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Mishaps {
    /// Changes of worker, in order: from when until when calls are answered 404.
    pub(crate) switches: Vec<(i64, i64)>,
    /// Saving what is left at the end takes longer by this.
    pub(crate) slow_ms: i64,
    /// From when until when the bucket takes nothing.
    pub(crate) refused: Option<(i64, i64)>,
    /// The recorder's clock is off by this.
    pub(crate) skew_ms: i64,
}

impl Mishaps {
    /// What befalls a recording that starts.
    pub(crate) fn at_start(orders: Orders, now: i64) -> Self {
        let mut mishaps = Self {
            skew_ms: orders.skew_ms.unwrap_or(0),
            ..Self::default()
        };
        // A bucket that takes nothing from the beginning is another fate, not a mishap on the way.
        mishaps.befall(
            Orders {
                refuse_ms: None,
                ..orders
            },
            now,
        );
        mishaps
    }

    /// What befalls a recording that runs. Whether anything is new.
    pub(crate) fn befall(&mut self, orders: Orders, now: i64) -> bool {
        let before = self.clone();
        if let Some(ms) = orders.switch_ms
            && !self.is_moving(now)
        {
            self.switches.push((now, now + ms));
        }
        if let Some(ms) = orders.slow_ms {
            self.slow_ms = ms;
        }
        if let Some(ms) = orders.refuse_ms {
            self.refused = Some((now, now + ms));
        }
        *self != before
    }

    /// Whether its worker is being replaced.
    pub(crate) fn is_moving(&self, now: i64) -> bool {
        self.switches
            .iter()
            .any(|&(from, until)| from <= now && now < until)
    }

    /// Which worker begins a file at this time: 0 is the first.
    pub(crate) fn worker_at(&self, at: i64) -> usize {
        let replaced = self.switches.iter().filter(|&&(_, until)| until <= at);
        replaced.count()
    }

    /// Whether the bucket takes nothing now.
    pub(crate) fn is_refused(&self, now: i64) -> bool {
        self.refused
            .is_some_and(|(from, until)| from <= now && now < until)
    }
}
