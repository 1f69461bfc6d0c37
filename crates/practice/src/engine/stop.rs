use cloud_recording::Call;
use serde_json::{Value, json};

use super::answers::{file_members, with_response};
use super::envelope::Envelope;
use super::locate::locate;
use super::page::service_state;
use super::{Answer, Engine, Refusal, Target};
use crate::media;
use crate::session::{Session, State};

impl Engine {
    /// Ends a recording. Unless it is asked not to wait, the answer comes when the files are there.
    pub(crate) fn stop(&self, target: &Target, body: Value) -> Answer {
        let envelope = Envelope::read(body)?;
        Refusal::check(Call::Stop, target.mode.parse().ok(), &envelope.body)?;
        let now = self.now();
        let session = self.mark_stopped(target, &envelope, now)?;
        let recorded = session
            .recorded(now)
            .map_or(0, |(from, to)| media::pictures(to - from));
        if recorded == 0 {
            return Err(Refusal::nothing_recorded());
        }
        let waits = !envelope.client_request()["async_stop"]
            .as_bool()
            .unwrap_or(false);
        let mut session = session;
        if waits {
            match self.make_files(&session.sid, now) {
                Ok(made) => session = made.unwrap_or(session),
                Err(error) => {
                    tracing::warn!(sid = session.sid, %error, "files could not be made at stop");
                }
            }
        }
        let uploading = if session.progress.finished {
            "uploaded"
        } else {
            "unknown"
        };
        if let Some(page) = &session.wish.page {
            let held = self.is_held(&session, now)?;
            let state = State::Status(6);
            let response = service_state(&session, page, state, held, Some(uploading));
            return Ok(with_response(&session, response));
        }
        let tracks = self.store().tracks(&session.sid)?;
        let mut response = file_members(&session, &tracks);
        response.insert("uploadingStatus".into(), json!(uploading));
        Ok(with_response(&session, response))
    }

    /// Finds the recording and marks it in one go, so that of two stops only one succeeds.
    fn mark_stopped(
        &self,
        target: &Target,
        envelope: &Envelope,
        now: i64,
    ) -> Result<Session, Refusal> {
        let store = self.store();
        let (session, state) = locate(&store, Call::Stop, target, now)?;
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
