use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cloud_recording::Call;
use serde::Serialize;

use super::decide::Schedule;
use super::{BadFault, Fault, Plan};

/// So many of the faults that took place are remembered.
const REMEMBERED: usize = 100;

/// A fault that took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FaultHappened"))]
pub struct Happened {
    /// When, in Unix milliseconds of the server's clock.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub at_ms: i64,
    /// The call that met it.
    pub call: Call,
    /// What went wrong.
    pub fault: Fault,
}

/// The faults of a running server. Clones speak of the same server.
#[derive(Debug, Clone)]
pub struct Faults(Arc<Mutex<Inner>>);

#[derive(Debug)]
struct Inner {
    schedule: Schedule,
    happened: VecDeque<Happened>,
}

impl Faults {
    pub(crate) fn none() -> Self {
        Self(Arc::new(Mutex::new(Inner {
            schedule: Schedule::new(Plan::default()),
            happened: VecDeque::new(),
        })))
    }

    /// Puts another plan in force, from the next call on; counts and draws begin anew. What earlier
    /// faults did to a recording stays. `Plan::default()` lets everything go right.
    ///
    /// # Errors
    ///
    /// As [`Plan::check`]; the plan before stays in force.
    pub fn set(&self, plan: Plan) -> Result<(), BadFault> {
        plan.check()?;
        self.inner().schedule = Schedule::new(plan);
        Ok(())
    }

    /// The plan in force, with the number of times that each rule has left.
    pub fn get(&self) -> Plan {
        self.inner().schedule.plan().clone()
    }

    /// The last hundred faults that took place, oldest first; those of the header too.
    pub fn happened(&self) -> Vec<Happened> {
        self.inner().happened.iter().copied().collect()
    }

    /// What this call meets; it is remembered.
    pub(crate) fn meet(&self, call: Call, asked: Vec<Fault>, now: i64) -> Vec<Fault> {
        let mut inner = self.inner();
        let met = inner.schedule.meet(call, asked);
        for &fault in &met {
            if inner.happened.len() == REMEMBERED {
                inner.happened.pop_front();
            }
            inner.happened.push_back(Happened {
                at_ms: now,
                call,
                fault,
            });
        }
        met
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // Nothing in it is ever half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
