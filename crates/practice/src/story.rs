//! What was to be seen at a moment of a recording: who was there, whom it took, and in which
//! layout. A function of the row, the noted changes and the moment, so that a file made late shows
//! what it would have shown.

// The fixed clip asks for none of it.
#![cfg_attr(not(feature = "video"), allow(dead_code))]

use cloud_recording::layout::{self, Layout};
use serde_json::Value;

use crate::people::{Cast, Person};
use crate::session::{Session, Subscription};

/// What a call asked for and when (Unix milliseconds).
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) at_ms: i64,
    pub(crate) call: String,
    pub(crate) client_request: Value,
}

/// Everything that decides what is seen and heard.
#[derive(Debug)]
pub(crate) struct Story {
    cast: Cast,
    began_ms: i64,
    recorder: Option<u32>,
    layouts: Vec<(i64, Option<Layout>)>,
    subscriptions: Vec<(i64, Subscription)>,
    /// Web: from when on it was held, or not any more.
    holds: Vec<(i64, bool)>,
}

impl Story {
    /// `changes` are those of this recording, oldest first; the first is its start.
    pub(crate) fn of(session: &Session, changes: &[Change]) -> Self {
        let mut story = Self {
            cast: session.cast(),
            began_ms: session.wish.began_ms.unwrap_or(session.started_ms),
            recorder: session.uid.parse().ok(),
            layouts: Vec::new(),
            subscriptions: vec![(i64::MIN, Subscription::of(None))],
            holds: vec![(
                session.started_ms,
                session.wish.page.as_ref().is_some_and(|page| page.on_hold),
            )],
        };
        for change in changes {
            let (at, asked) = (change.at_ms, &change.client_request);
            match change.call.as_str() {
                "start" => {
                    let canvas = asked.pointer("/recordingConfig/transcodingConfig");
                    story.layouts.push((at, canvas.and_then(read_layout)));
                    let taken = Subscription::of(asked.get("recordingConfig"));
                    story.subscriptions.push((at, taken));
                }
                "updateLayout" => story.layouts.push((at, read_layout(asked))),
                "update" => {
                    if let Some((_, before)) = story.subscriptions.last() {
                        let after = before.updated(asked);
                        story.subscriptions.push((at, after));
                    }
                    if let Some(held) = on_hold(asked) {
                        story.holds.push((at, held));
                    }
                }
                _ => {}
            }
        }
        story
    }

    /// The layout at this moment; nothing is the floating one on black.
    pub(crate) fn layout_at(&self, at: i64) -> Option<&Layout> {
        latest(&self.layouts, at).and_then(Option::as_ref)
    }

    /// Whom the recording takes at this moment.
    pub(crate) fn subscription_at(&self, at: i64) -> &Subscription {
        latest(&self.subscriptions, at).unwrap_or(&self.subscriptions[0].1)
    }

    /// Since when a page recording is held at this moment.
    pub(crate) fn held_since(&self, at: i64) -> Option<i64> {
        let last = self.holds.iter().rposition(|&(since, _)| since <= at)?;
        let held = self.holds[..=last]
            .iter()
            .rev()
            .take_while(|(_, held)| *held);
        held.last().map(|&(since, _)| since)
    }

    /// Who sends something that the recording takes, in the order of joining.
    pub(crate) fn senders_at(&self, at: i64) -> Vec<&Person> {
        let taken = self.subscription_at(at);
        let mut there: Vec<(i64, &Person)> = self
            .senders()
            .filter(|person| taken.takes(person.uid, person.camera))
            .filter_map(|person| Some((person.there_since(at - self.began_ms)?, person)))
            .collect();
        // Stable, so those who came together keep the cast's order.
        there.sort_by_key(|&(since, _)| since);
        there.into_iter().map(|(_, person)| person).collect()
    }

    /// Everybody who ever sends in this meeting.
    pub(crate) fn senders(&self) -> impl Iterator<Item = &Person> {
        self.cast
            .people
            .iter()
            .filter(|person| person.host && Some(person.uid) != self.recorder)
    }

    /// When a person is there, in Unix milliseconds.
    pub(crate) fn stays(&self, person: &Person) -> Vec<(i64, i64)> {
        let began = self.began_ms;
        let stays = person.stays.iter();
        stays
            .map(|&(from, to)| (began + from, began + to))
            .collect()
    }

    /// The moments at which a recording begins to take or leaves out other people.
    pub(crate) fn subscription_edges(&self) -> impl Iterator<Item = i64> {
        self.subscriptions.iter().skip(1).map(|&(at, _)| at)
    }

    /// Whether the picture may differ between two moments, the earlier one excluded.
    pub(crate) fn changes_within(&self, after: i64, until: i64) -> bool {
        let inside = |at: i64| after < at && at <= until;
        self.layouts.iter().any(|&(at, _)| inside(at))
            || self.subscription_edges().any(inside)
            || self.holds.iter().any(|&(at, _)| inside(at))
            || self
                .senders()
                .flat_map(|person| self.stays(person))
                .any(|(from, to)| inside(from) || inside(to))
    }
}

/// What an update says about holding a page recording.
pub(crate) fn on_hold(client_request: &Value) -> Option<bool> {
    let held = client_request.pointer("/webRecordingConfig/onhold")?;
    held.as_bool()
}

fn read_layout(document: &Value) -> Option<Layout> {
    layout::import(document).ok()
}

fn latest<T>(list: &[(i64, T)], at: i64) -> Option<&T> {
    let found = list.iter().rev().find(|&&(since, _)| since <= at);
    found.map(|(_, what)| what)
}
