//! How many calls an App ID may make in a second.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// A sliding second: at most `limit` calls are let through in any 1000 ms.
pub(crate) struct Window {
    limit: Option<u32>,
    passed: Mutex<VecDeque<i64>>,
}

impl Window {
    pub(crate) fn new(limit: Option<u32>) -> Self {
        Self {
            limit,
            passed: Mutex::new(VecDeque::new()),
        }
    }

    /// How many calls a second it lets through; nothing is any number.
    pub(crate) fn limit(&self) -> Option<u32> {
        self.limit
    }

    /// Whether a call at `now` may pass; one that passes is counted, one that does not is not.
    pub(crate) fn admit(&self, now: i64) -> bool {
        let Some(limit) = self.limit else { return true };
        let mut passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        // A moment later than now was counted before the clock was set back: it no longer binds.
        passed.retain(|&at| at > now - 1000 && at <= now);
        if passed.len() >= limit as usize {
            return false;
        }
        passed.push_back(now);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    #[test]
    fn a_second_later_there_is_room_again() {
        let window = Window::new(Some(2));
        assert!(
            window.admit(0) && window.admit(999),
            "two calls fit into a second"
        );
        assert!(
            !window.admit(999),
            "the third within a second must not pass"
        );
        assert!(
            window.admit(1000),
            "the first call no longer counts after 1000 ms"
        );
        assert!(!window.admit(1500), "the calls at 999 and 1000 still count");
    }

    #[test]
    fn a_clock_set_back_does_not_lock_anybody_out() {
        let window = Window::new(Some(1));
        assert!(window.admit(10_000), "the first call passes");
        assert!(
            window.admit(2_000),
            "a call counted in the future does not bind the present"
        );
    }
}
