//! Staying under the service's rate: ten requests a second for an App ID, shared by everything
//! that uses it, so this process takes eight.

use std::collections::{HashMap, VecDeque};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many requests may go out in any second, unless somebody chose another number: the service
/// allows ten for an App ID, and colleagues share them.
const A_SECOND: usize = 8;

const SECOND: Duration = Duration::from_secs(1);

/// When the last requests went out, or will.
#[derive(Debug)]
struct Window {
    most: usize,
    places: VecDeque<Instant>,
}

impl Default for Window {
    fn default() -> Self {
        Self {
            most: A_SECOND,
            places: VecDeque::new(),
        }
    }
}

impl Window {
    /// Takes the next place and says when that is.
    fn reserve(&mut self, now: Instant) -> Instant {
        while self.places.len() > self.most {
            self.places.pop_front();
        }
        let first = if self.places.len() == self.most {
            self.places.pop_front()
        } else {
            None
        };
        // Places are taken in turn, also after the number has been changed.
        let last = self.places.back().copied().unwrap_or(now);
        let place = first.map_or(now, |first| now.max(first + SECOND)).max(last);
        self.places.push_back(place);
        place
    }
}

static WINDOWS: LazyLock<Mutex<HashMap<String, Window>>> = LazyLock::new(Mutex::default);

/// Chooses how many requests a second may go out for `key`, at least one.
pub(crate) fn set(key: &str, most: u32) {
    let mut windows = WINDOWS.lock().unwrap_or_else(PoisonError::into_inner);
    windows.entry(key.to_owned()).or_default().most = (most as usize).max(1);
}

/// How long a request for `key` must wait, its place taken.
pub(crate) fn wait(key: &str, now: Instant) -> Duration {
    let mut windows = WINDOWS.lock().unwrap_or_else(PoisonError::into_inner);
    if !windows.contains_key(key) {
        windows.insert(key.to_owned(), Window::default());
    }
    let place = windows
        .get_mut(key)
        .map_or(now, |window| window.reserve(now));
    place.saturating_duration_since(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_second_ever_holds_more_than_eight() {
        let start = Instant::now();
        let mut window = Window::default();
        // Bursts, pauses and steady traffic, in milliseconds from the start.
        let asked = [
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 20, 900, 950, 1500, 1500, 4000, 4000,
        ];
        let places: Vec<_> = asked
            .iter()
            .map(|ms| window.reserve(start + Duration::from_millis(*ms)))
            .collect();
        for (index, place) in places.iter().enumerate() {
            let within = places
                .iter()
                .filter(|other| **other >= *place && **other < *place + SECOND);
            assert!(
                within.count() <= A_SECOND,
                "the second from request {index} holds too many"
            );
        }
        assert_eq!(places[0], start, "the first waits for nothing");
        assert_eq!(
            places[8],
            start + SECOND,
            "the ninth waits for the first to be a second old"
        );
        assert_eq!(
            places[18],
            start + Duration::from_millis(4000),
            "a pause is not held against it"
        );
    }

    #[test]
    fn the_number_can_be_chosen() {
        let now = Instant::now();
        set("limiter-c", 2);
        let waits: Vec<_> = (0..5).map(|_| wait("limiter-c", now).as_secs()).collect();
        assert_eq!(waits, [0, 0, 1, 1, 2], "two a second");
        set("limiter-d", 0);
        let waits: Vec<_> = (0..3).map(|_| wait("limiter-d", now).as_secs()).collect();
        assert_eq!(waits, [0, 1, 2], "never none at all");
    }

    #[test]
    fn app_ids_do_not_wait_for_each_other() {
        let now = Instant::now();
        let waits: Vec<_> = (0..9).map(|_| wait("limiter-a", now)).collect();
        assert!(waits[8] > Duration::ZERO, "the ninth of one App ID waits");
        assert_eq!(
            wait("limiter-b", now),
            Duration::ZERO,
            "the first of another does not"
        );
    }
}
