//! Answers that are good enough to build on for a minute.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How long an answer is good enough, in milliseconds.
const FRESH: i64 = 60_000;

/// The last answers, each with when it was given (Unix milliseconds).
#[derive(Debug)]
pub(crate) struct Fresh<K, V> {
    kept: Mutex<HashMap<K, (i64, V)>>,
}

impl<K, V> Default for Fresh<K, V> {
    fn default() -> Self {
        Self {
            kept: Mutex::default(),
        }
    }
}

impl<K: Eq + Hash, V: Clone> Fresh<K, V> {
    /// The last answer, if it is young enough.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, about: &Q, now: i64) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let kept = self.kept();
        let (at, answer) = kept.get(about)?;
        (now - at < FRESH).then(|| answer.clone())
    }

    /// Keeps an answer of `now`, and lets go of those that nobody may build on any more.
    pub fn put(&self, about: K, answer: V, now: i64) {
        let mut kept = self.kept();
        kept.retain(|_, (at, _)| now - *at < FRESH);
        kept.insert(about, (now, answer));
    }

    /// What it was about changed: the answer holds no longer.
    pub fn forget<Q: Eq + Hash + ?Sized>(&self, about: &Q)
    where
        K: Borrow<Q>,
    {
        self.kept().remove(about);
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<K, (i64, V)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
