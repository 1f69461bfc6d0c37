//! What each call does, without HTTP: a request in, an answer or a refusal out.
//!
//! All of it blocks (a store, files), so the server runs it off its own threads.

mod acquire;
mod advance;
mod answers;
mod channels;
mod envelope;
mod inside;
mod jobs;
mod locate;
mod page;
mod promise;
mod query;
mod refusal;
mod start;
mod stop;
mod token;
mod tracks;
mod update;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use crate::media::film::Camera;
use crate::store::Store;
use crate::{Clock, Error};

pub(crate) use acquire::{MOST_PAGES, MOST_TASKS};
pub(crate) use refusal::Refusal;
pub(crate) use stop::Stopped;

/// What a call comes to.
pub(crate) type Answer = Result<Value, Refusal>;

/// Where a call on a running recording points.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) resource_id: String,
    pub(crate) sid: String,
    pub(crate) mode: String,
}

/// The service behind the gateway.
pub(crate) struct Engine {
    app_id: String,
    files: PathBuf,
    clock: Arc<dyn Clock>,
    store: Mutex<Store>,
    /// Held while one file is made, so that a call and the background never make the same one.
    making: Mutex<Camera>,
    closing: AtomicBool,
    /// When the store last let go of what ended long ago (Unix milliseconds).
    tidied_ms: AtomicI64,
}

impl Engine {
    pub(crate) fn new(app_id: String, store: Store, files: PathBuf, clock: Arc<dyn Clock>) -> Self {
        Self {
            app_id,
            files,
            clock,
            store: Mutex::new(store),
            tidied_ms: AtomicI64::new(i64::MIN),
            making: Mutex::new(Camera::default()),
            closing: AtomicBool::new(false),
        }
    }

    /// Lets a long catching-up end after the file at hand.
    pub(crate) fn close(&self) {
        self.closing.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_closing(&self) -> bool {
        self.closing.load(Ordering::SeqCst)
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.now_ms()
    }

    /// How many of the clock's seconds pass in one of the machine's.
    pub(crate) fn speed(&self) -> f64 {
        self.clock.speed()
    }

    /// A panic elsewhere does not make the store worse: each of its changes is a whole one.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// This many random bytes.
fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::random())?;
    Ok(bytes)
}
