use cloud_recording::Call;
use serde_json::json;

use super::answers::{file_members, with_response};
use super::locate::locate;
use super::page::service_state;
use super::{Answer, Engine, Target};
use crate::faults::Orders;
use crate::session::State;

impl Engine {
    /// How a recording is doing.
    pub(crate) fn query(&self, target: &Target, orders: Orders) -> Answer {
        let now = self.now();
        let (session, state) = locate(&self.store(), Call::Query, target, orders, now)?;
        // What the state promises must lie in the folder before it is said.
        let session = self.make_files(&session.sid, now).unwrap_or_else(|error| {
            tracing::warn!(sid = session.sid, %error, "files of a recording could not be made");
            Some(session.clone())
        });
        let Some(session) = session else {
            return Err(super::Refusal::not_found());
        };
        let status = match state {
            // The folder refused the first piece: nothing is saved, whatever the clock says.
            State::Status(5) if session.progress.pieces == 0 => 4,
            State::Status(status) => status,
            State::Gone => return Err(super::Refusal::not_found()),
        };
        let begin = session.plan.media.filter(|_| session.progress.pieces > 0);
        let mut response = serde_json::Map::new();
        response.insert("status".into(), json!(status));
        if let Some(page) = &session.wish.page {
            let held = self.is_held(&session, now)?;
            response.append(&mut service_state(&session, page, state, held, None));
            return Ok(with_response(&session, response));
        }
        let tracks = self.track_lists(&session, now)?;
        response.append(&mut file_members(&session, &tracks));
        response.insert(
            "sliceStartTime".into(),
            json!(begin.map_or(0, |(first, _)| first + session.mishaps.skew_ms)),
        );
        Ok(with_response(&session, response))
    }
}
