use cloud_recording::Call;
use serde_json::{Value, json};

use super::answers::{file_members, with_response};
use super::envelope::Envelope;
use super::locate::locate;
use super::page::service_state;
use super::{Answer, Engine, Refusal, Target, jobs};
use crate::faults::Orders;
use crate::media;
use crate::session::{Session, State};

/// A stop that waits for the files does so no longer than this.
const PATIENCE_MS: i64 = 20_000;

/// A recording that has been stopped, before that is answered.
pub(crate) struct Stopped {
    session: Session,
    waits: bool,
    /// When the answer is due, in Unix milliseconds.
    pub(crate) due_ms: i64,
}

impl Engine {
    /// Ends a recording. Unless it is asked not to wait, the answer is due when the files are there
    /// or have been waited for long enough.
    pub(crate) fn stop(
        &self,
        target: &Target,
        body: Value,
        orders: Orders,
    ) -> Result<Stopped, Refusal> {
        let envelope = Envelope::read(body)?;
        Refusal::check(Call::Stop, target.mode.parse().ok(), &envelope.body)?;
        let now = self.now();
        let session = self.mark_stopped(target, &envelope, orders, now)?;
        let recorded = session
            .recorded(now)
            .map_or(0, |(from, to)| media::pictures(to - from));
        if recorded == 0 {
            return Err(Refusal::nothing_recorded());
        }
        let asked_not_to = envelope.client_request()["async_stop"].as_bool();
        let waits = !asked_not_to.unwrap_or(false);
        let wait = session.mishaps.slow_ms.min(PATIENCE_MS);
        Ok(Stopped {
            session,
            waits,
            due_ms: if waits { now + wait } else { now },
        })
    }

    /// What a stop is answered when it is due.
    pub(crate) fn answer_stop(&self, stopped: Stopped) -> Answer {
        let (now, mut session) = (self.now(), stopped.session);
        if stopped.waits {
            if session.mishaps.slow_ms > PATIENCE_MS {
                return Err(Refusal::upload_timeout());
            }
            match self.make_files(&session.sid, now) {
                Ok(made) => session = made.unwrap_or(session),
                Err(error) => {
                    tracing::warn!(sid = session.sid, %error, "files could not be made at stop");
                }
            }
        }
        let uploading = if session.progress.finished {
            "uploaded"
        } else if session.mishaps.is_refused(now) {
            // Told of as if they were there: that is where they go from the service's own store.
            if session.wish.individual.is_none() {
                jobs::foresee(&mut session, now);
            }
            "backuped"
        } else {
            "unknown"
        };
        if let Some(page) = &session.wish.page {
            let held = self.is_held(&session, now)?;
            let state = State::Status(6);
            let response = service_state(&session, page, state, held, Some(uploading));
            return Ok(with_response(&session, response));
        }
        let tracks = self.track_lists(&session, now)?;
        let mut response = file_members(&session, &tracks);
        response.insert("uploadingStatus".into(), json!(uploading));
        Ok(with_response(&session, response))
    }

    /// Finds the recording and marks it in one go, so that of two stops only one succeeds.
    fn mark_stopped(
        &self,
        target: &Target,
        envelope: &Envelope,
        orders: Orders,
        now: i64,
    ) -> Result<Session, Refusal> {
        let store = self.store();
        let (session, state) = locate(&store, Call::Stop, target, orders, now)?;
        envelope.fits_session(&session)?;
        if state.is_leaving() {
            return Err(Refusal::invalid_operation());
        }
        if !state.is_running() {
            return Err(Refusal::not_found());
        }
        store.set_stopped(&session.sid, now)?;
        Ok(Session {
            stopped_ms: Some(now),
            ..session
        })
    }
}
