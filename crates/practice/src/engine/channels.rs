use cloud_recording::contract;
use serde_json::{Value, json};

use super::Engine;
use crate::Error;
use crate::faults::Orders;
use crate::people::{Cast, MEETING_MS, PAUSE_MS, Profile};
use crate::store::Store;

impl Engine {
    /// Who is in a channel now, as the user list says it. Asking is what begins a meeting.
    pub(crate) fn channel_users(
        &self,
        cname: &str,
        hosts_only: bool,
        orders: Orders,
    ) -> Result<Value, Error> {
        let nobody = json!({ "success": true, "data": { "channel_exist": false } });
        if !contract::is_legal_channel_name(cname) {
            return Ok(nobody);
        }
        let now = self.now();
        let (began, deserted) = {
            let store = self.store();
            (meeting(&store, cname, now)?, deserted(&store, cname, now)?)
        };
        if deserted.unwrap_or(orders.nobody) {
            return Ok(nobody);
        }
        let cast = Cast::of(cname);
        let ids = |host: bool| -> Vec<u32> {
            cast.present(now - began)
                .filter(|p| p.host == host)
                .map(|p| p.uid)
                .collect()
        };
        let (hosts, audience) = (ids(true), ids(false));
        if hosts.is_empty() && audience.is_empty() {
            return Ok(nobody);
        }
        let data = match (cast.profile, hosts_only) {
            (Profile::Communication, _) => json!({
                "channel_exist": true,
                "mode": 1,
                "total": hosts.len(),
                "users": hosts,
            }),
            (Profile::Live, true) => json!({
                "channel_exist": true,
                "mode": 2,
                "broadcasters": hosts,
            }),
            (Profile::Live, false) => json!({
                "channel_exist": true,
                "mode": 2,
                "broadcasters": hosts,
                "audience": audience,
                "audience_total": audience.len(),
            }),
        };
        Ok(json!({ "success": true, "data": data }))
    }
}

/// Whether the recordings that run in a channel found nobody there; nothing when none runs.
pub(super) fn deserted(store: &Store, cname: &str, now: i64) -> Result<Option<bool>, Error> {
    let running = store.not_ended(now)?;
    let here = running
        .iter()
        .find(|one| one.cname == cname && one.wish.page.is_none());
    Ok(here.map(|one| one.wish.deserted))
}

/// When the channel's present meeting began. The first question begins one; so does the first
/// after the last meeting has been over for a while, unless a recording still waits in the channel:
/// its end was worked out from the meeting that it joined.
pub(super) fn meeting(store: &Store, cname: &str, now: i64) -> Result<i64, Error> {
    if let Some(began) = store.began(cname)? {
        let is_past = now >= began + MEETING_MS + PAUSE_MS || now < began;
        let waits = || {
            store
                .not_ended(now)
                .map(|all| all.iter().any(|one| one.cname == cname))
        };
        if !is_past || waits()? {
            return Ok(began);
        }
    }
    store.begin(cname, now)?;
    Ok(now)
}
