use cloud_recording::{Call, Mode};
use serde_json::Value;

use super::answers::about;
use super::envelope::Envelope;
use super::locate::locate;
use super::page::target;
use super::start::without_keys;
use super::{Answer, Engine, Refusal, Target};
use crate::faults::Orders;
use crate::session::{Exit, Page, READY_MS, Session, Wish};
use crate::store::Store;
use crate::story::{Story, on_hold};

impl Engine {
    /// Changes whom a running recording takes, or the keys that it saves with.
    pub(crate) fn update(&self, target: &Target, body: Value, orders: Orders) -> Answer {
        self.change(Call::Update, target, body, orders)
    }

    /// Gives a running recording another layout.
    pub(crate) fn update_layout(&self, target: &Target, body: Value, orders: Orders) -> Answer {
        if let Ok(mode @ (Mode::Individual | Mode::Web)) = target.mode.parse() {
            return Err(Refusal::layout_not_in(mode));
        }
        self.change(Call::UpdateLayout, target, body, orders)
    }

    fn change(&self, call: Call, target: &Target, body: Value, orders: Orders) -> Answer {
        let envelope = Envelope::read(body)?;
        Refusal::check(call, target.mode.parse().ok(), &envelope.body)?;
        let now = self.now();
        let store = self.store();
        let (session, state) = locate(&store, call, target, orders, now)?;
        envelope.fits_session(&session)?;
        if !state.is_running() {
            return Err(Refusal::not_found());
        }
        let client_request = envelope.client_request();
        if call == Call::Update {
            fits_tracks(&session, client_request)?;
        }
        store.add_change(
            &session.sid,
            now,
            call.as_str(),
            &without_keys(client_request),
        )?;
        if call == Call::Update && client_request.get("streamSubscribe").is_some() {
            let story = Story::of(&session, &store.changes(&session.sid)?);
            store.set_media(&session.sid, session.media_after(&story, now))?;
        }
        self.change_page(&store, &session, client_request, now)?;
        Ok(Value::Object(about(&session)))
    }
}

impl Engine {
    /// Lets a held page go for the first time, and pushes it somewhere else.
    fn change_page(
        &self,
        store: &Store,
        session: &Session,
        client_request: &Value,
        now: i64,
    ) -> Result<(), Refusal> {
        let Some(page) = &session.wish.page else {
            return Ok(());
        };
        let waits = session.plan.media.is_none() && session.plan.exit != Exit::OutOfReach;
        if waits && on_hold(client_request) == Some(false) {
            let from = now.max(session.started_ms + READY_MS);
            store.set_media(&session.sid, Some((from, session.plan.exit_ms)))?;
        }
        if let Some(rtmp) = client_request.get("rtmpPublishConfig").and_then(target) {
            let page = Page {
                rtmp: Some(rtmp),
                ..page.clone()
            };
            let wish = Wish {
                page: Some(page),
                ..session.wish.clone()
            };
            store.set_wish(&session.sid, &wish)?;
        }
        Ok(())
    }

    /// Whether a page is held now.
    pub(super) fn is_held(&self, session: &Session, now: i64) -> Result<bool, Refusal> {
        let changes = self.store().changes(&session.sid)?;
        Ok(Story::of(session, &changes).held_since(now).is_some())
    }
}

/// A list of sound for a recording without sound, or of picture for one without picture, is an
/// error. Which of the two it has was decided at start.
fn fits_tracks(session: &Session, client_request: &Value) -> Result<(), Refusal> {
    let tracks = session.wish.tracks;
    let named = |list: &str| {
        client_request
            .pointer(&format!("/streamSubscribe/{list}"))
            .is_some()
    };
    for (list, there) in [
        ("audioUidList", tracks.audio),
        ("videoUidList", tracks.video),
    ] {
        if named(list) && !there {
            let detail = format!("this recording takes {} only", tracks.word());
            return Err(Refusal::invalid(Call::Update, list, detail));
        }
    }
    Ok(())
}
