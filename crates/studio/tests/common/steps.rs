//! A clock that stands still while anything is going on and jumps to what comes next when told to.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use studio::types::{Recording, StudioEvent};
use studio::{Clock, Core, Waits};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;

use crate::common::recording;

/// Shorter than any delay of the stand-in's, longer by far than everything else takes.
const ANSWER: Duration = Duration::from_millis(400);
/// Waits between two tries.
const SECOND: Duration = Duration::from_micros(100);
/// Where nothing at all happens for so long, it hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// Time passes only in [`StepClock::pass`], and there only while the recorder itself waits for it.
pub struct StepClock {
    now: watch::Sender<i64>,
    limit: watch::Sender<i64>,
    /// What the recorder waits for, while it waits.
    wanted: watch::Sender<Option<i64>>,
}

impl StepClock {
    pub fn new(now: i64) -> Self {
        Self {
            now: watch::Sender::new(now),
            limit: watch::Sender::new(now),
            wanted: watch::Sender::new(None),
        }
    }

    /// Lets time pass. Comes back when the recorder has done all that fell due and waits for something
    /// later, or when this recording has ended.
    pub async fn pass(&self, core: &Core, id: &str, time: Duration) -> Recording {
        let mut events = core.events();
        let mut wanted = self.wanted.subscribe();
        let until = *self.now.borrow() + time.as_millis() as i64;
        self.limit.send_replace(until);
        let mut ended = recording(core, id).await.state.is_final();
        while !ended && wanted.borrow_and_update().is_none_or(|at| at <= until) {
            let step = async {
                tokio::select! {
                    changed = wanted.changed() => changed.map(|()| None).unwrap(),
                    event = events.recv() => Some(event),
                }
            };
            match tokio::time::timeout(PATIENCE, step).await {
                Ok(None) => {}
                Ok(Some(Ok(StudioEvent::Recording { recording }))) => {
                    ended = recording.id == id && recording.state.is_final();
                }
                Ok(Some(Err(RecvError::Lagged(_)))) => {
                    ended = recording(core, id).await.state.is_final();
                }
                Ok(Some(Ok(_))) => {}
                Ok(Some(Err(RecvError::Closed))) => panic!("the studio was closed"),
                Err(_) => panic!("nothing moves: {:#?}", recording(core, id).await),
            }
        }
        self.now.send_modify(|now| *now = until.max(*now));
        recording(core, id).await
    }
}

impl Clock for StepClock {
    fn now(&self) -> i64 {
        *self.now.borrow()
    }

    fn sleep_until(&self, at: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        /// Says that nobody waits any more, however the wait ends.
        struct Waiting<'a>(&'a watch::Sender<Option<i64>>);
        impl Drop for Waiting<'_> {
            fn drop(&mut self) {
                self.0.send_replace(None);
            }
        }
        Box::pin(async move {
            if self.now() >= at {
                return;
            }
            let mut limit = self.limit.subscribe();
            self.wanted.send_replace(Some(at));
            let _waiting = Waiting(&self.wanted);
            if limit.wait_for(|limit| *limit >= at).await.is_ok() {
                self.now.send_modify(|now| *now = at.max(*now));
            }
        })
    }

    fn waits(&self) -> Waits {
        Waits {
            answer: ANSWER,
            second: SECOND,
            ..Waits::default()
        }
    }
}
