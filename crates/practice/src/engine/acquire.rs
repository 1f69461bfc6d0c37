use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use cloud_recording::Call;
use cloud_recording::contract;
use serde_json::{Value, json};

use super::envelope::Envelope;
use super::{Answer, Engine, Refusal, promise, random};
use crate::session::Resource;

/// The most concurrent recordings of channels that one App ID may have, as new accounts have it.
pub(crate) const MOST_TASKS: usize = 50;
/// The same for recordings of pages.
pub(crate) const MOST_PAGES: usize = 200;

const SCENE_WEB: i64 = 1;
const DEFAULT_EXPIRED_HOUR: i64 = 72;

impl Engine {
    /// Hands out a resource.
    pub(crate) fn acquire(&self, body: Value) -> Answer {
        let envelope = Envelope::read(body)?;
        let client_request = envelope.client_request();
        let number = |name: &str| client_request.get(name).and_then(Value::as_i64);
        let scene = number("scene").unwrap_or(0);
        // In web mode the name is a label of the caller's own, with rules of its own.
        if scene != SCENE_WEB && !contract::is_legal_channel_name(&envelope.cname) {
            return Err(Refusal::bad_channel_name());
        }
        Refusal::check(Call::Acquire, None, &envelope.body)?;
        let expired_hour = number("resourceExpiredHour").unwrap_or(DEFAULT_EXPIRED_HOUR);

        let now = self.now();
        let store = self.store();
        let is_page = scene == SCENE_WEB;
        let running = store.not_ended(now)?.into_iter();
        let running = running
            .filter(|it| it.wish.page.is_some() == is_page)
            .count();
        if running >= if is_page { MOST_PAGES } else { MOST_TASKS } {
            return Err(Refusal::overloaded());
        }
        // As long and as opaque as the service's own, so that nothing is built for a short one.
        let id = BASE64_URL_SAFE_NO_PAD.encode(random::<180>()?);
        let promise = client_request
            .get("startParameter")
            .map(|it| promise::digest(&id, it));
        let resource = Resource {
            id,
            cname: envelope.cname,
            uid: envelope.uid,
            scene,
            acquired_ms: now,
            expired_hour,
            promise,
        };
        store.add_resource(&resource)?;
        Ok(json!({
            "cname": resource.cname,
            "uid": resource.uid,
            "resourceId": resource.id,
        }))
    }
}
