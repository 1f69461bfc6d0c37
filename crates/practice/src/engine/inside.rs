use serde_json::{Value, json};

use super::Engine;
use super::answers::files;
use super::channels::deserted;
use super::start::RESOURCE_MS;
use crate::Error;
use crate::people::Cast;
use crate::session::{Session, State, state_at};

/// So much of a resource's ID tells it from others.
const SHORT_ID: usize = 8;

impl Engine {
    /// What there is now, for whoever wants to look inside: recordings that still answer, resources
    /// that can still be started, channels with a meeting. No keys are in it, since none are kept.
    pub(crate) fn inside(&self) -> Result<Value, Error> {
        let now = self.now();
        let all = self.store().sessions()?;
        let mut sessions = Vec::new();
        for session in all {
            if let State::Status(status) = state_at(&session, now) {
                sessions.push(self.recording(&session, status, now)?);
            }
        }
        let store = self.store();
        let waiting = store.unused_resources()?.into_iter();
        let waiting = waiting.filter(|it| now - it.acquired_ms <= RESOURCE_MS);
        let waiting: Value = waiting
            .map(|it| {
                json!({
                    "resourceId": it.id.get(..SHORT_ID),
                    "cname": it.cname,
                    "uid": it.uid,
                    "scene": it.scene,
                    "acquiredMs": it.acquired_ms,
                    "expiresMs": it.acquired_ms + RESOURCE_MS,
                })
            })
            .collect();
        let mut channels = Vec::new();
        for (cname, began) in store.channels()? {
            let nobody = deserted(&store, &cname, now)?.unwrap_or(false);
            let cast = Cast::of_channel(&cname, nobody);
            let people: Vec<u32> = cast.present(now - began).map(|it| it.uid).collect();
            channels.push(json!({ "cname": cname, "beganMs": began, "people": people }));
        }
        Ok(json!({ "sessions": sessions, "resources": waiting, "channels": channels }))
    }

    fn recording(&self, session: &Session, status: u8, now: i64) -> Result<Value, Error> {
        let lists = self.track_lists(session, now)?.len();
        let began = session.wish.began_ms.unwrap_or(session.started_ms);
        let cast = session.cast();
        let people = cast.present(now - began).map(|it| it.uid);
        let people: Vec<u32> = match session.wish.page {
            Some(_) => Vec::new(),
            None => people.collect(),
        };
        let mishaps = &session.mishaps;
        Ok(json!({
            "sid": session.sid,
            "cname": session.cname,
            "uid": session.uid,
            "mode": session.mode,
            "state": status,
            "startedMs": session.started_ms,
            "endsMs": session.end_ms(),
            "expiresMs": session.expires_ms,
            "files": u64::from(session.progress.pieces) + (files(session).len() + lists) as u64,
            "people": people,
            "workers": mishaps.worker_at(now) + 1,
            "isMoving": mishaps.is_moving(now),
            "isStorageRefused": mishaps.is_refused(now),
        }))
    }
}
