use cloud_recording::{Call, Mode};

use super::{Refusal, Target};
use crate::faults::Orders;
use crate::session::{Session, State, state_at};
use crate::store::Store;

/// The recording that a call points at, and the state it is in. What faults do to it is done first.
pub(super) fn locate(
    store: &Store,
    call: Call,
    target: &Target,
    orders: Orders,
    now: i64,
) -> Result<(Session, State), Refusal> {
    let mode: Mode = target
        .mode
        .parse()
        .map_err(|_| Refusal::invalid(call, "mode", "individual, mix or web"))?;
    let mut session = store.session(&target.sid)?.ok_or_else(Refusal::not_found)?;
    let state = state_at(&session, now);
    // After `resourceExpiredHour` the service is said to refuse, without a code; the page on query
    // speaks of 404, and nothing else fits "no such task for you" better.
    if state == State::Gone || now >= session.expires_ms {
        return Err(Refusal::not_found());
    }
    if session.resource_id != target.resource_id {
        let known = store.resource(&target.resource_id)?.is_some();
        return Err(if known {
            Refusal::foreign_sid()
        } else {
            Refusal::unreadable_resource()
        });
    }
    if session.mode != mode.as_str() {
        return Err(Refusal::not_found());
    }
    if state.is_running() && session.mishaps.befall(orders, now) {
        store.set_mishaps(&session.sid, &session.mishaps)?;
    }
    if session.mishaps.is_moving(now) {
        return Err(Refusal::not_found());
    }
    Ok((session, state))
}
