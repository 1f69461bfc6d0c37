use cloud_recording::{Call, Mode, contract};
use serde_json::{Value, json};

use super::channels::{deserted, meeting};
use super::envelope::Envelope;
use super::{Answer, Engine, Refusal, page, promise, random, token};
use crate::faults::Orders;
use crate::people::Cast;
use crate::session::{
    self, Exit, Individual, Mishaps, Plan, Progress, READY_MS, Resource, Session, State,
    Subscription, Wish, state_at,
};
use crate::store::Store;

/// A resource must be started within this time.
pub(super) const RESOURCE_MS: i64 = 5 * 60 * 1000;
const HOUR_MS: i64 = 60 * 60 * 1000;
/// `captureInterval` when it is left out, in seconds.
const DEFAULT_STILL_S: i64 = 10;
/// `maxIdleTime` when it is left out, in seconds.
const DEFAULT_IDLE_S: i64 = 30;

impl Engine {
    /// Begins a recording.
    pub(crate) fn start(
        &self,
        resource_id: &str,
        mode: &str,
        body: Value,
        orders: Orders,
    ) -> Answer {
        let mode: Mode = mode
            .parse()
            .map_err(|_| Refusal::invalid(Call::Start, "mode", "individual, mix or web"))?;
        let envelope = Envelope::read(body)?;
        let now = self.now();
        // From here to the new row nobody else may start: one guard for all of it.
        let store = self.store();
        let resource = store
            .resource(resource_id)?
            .ok_or_else(Refusal::unreadable_resource)?;
        envelope.fits_resource(&resource)?;
        fits_scene(&resource, mode)?;
        is_free(&store, &resource, now)?;
        Refusal::check(Call::Start, Some(mode), &envelope.body)?;
        let client_request = envelope.client_request();
        if let Some(promised) = &resource.promise
            && promise::digest(&resource.id, client_request) != *promised
        {
            return Err(Refusal::hash_mismatch());
        }
        let mishaps = Mishaps::at_start(orders, now);
        if mode != Mode::Web {
            let holder = token::Holder {
                app_id: &self.app_id,
                cname: &resource.cname,
                uid: envelope.recorder,
            };
            token::check(client_request, &holder, now + mishaps.skew_ms)?;
        }

        let config = client_request.get("recordingConfig");
        let subscription = Subscription::of(config);
        let idle = config
            .and_then(|it| it.get("maxIdleTime"))
            .and_then(Value::as_i64);
        let began = meeting(&store, &resource.cname, now)?;
        let mut wish = wish(client_request, &subscription, mode, began)?;
        wish.deserted = is_deserted(&store, &resource.cname, orders, now)?;
        let mut plan = match &wish.page {
            Some(page) => page::plan(page, now),
            None => session::plan(
                &Cast::of_channel(&resource.cname, wish.deserted),
                began,
                now,
                idle.unwrap_or(DEFAULT_IDLE_S) * 1000,
                envelope.recorder,
                &subscription,
            ),
        };
        if orders.refuse_ms.is_some() {
            plan = Plan {
                media: None,
                exit_ms: now + READY_MS,
                exit: Exit::Refused,
            };
        }
        let session = Session {
            sid: random::<16>()?
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
            resource_id: resource.id,
            cname: resource.cname,
            uid: resource.uid,
            mode: mode.as_str().to_owned(),
            started_ms: now,
            expires_ms: now + resource.expired_hour * HOUR_MS,
            wish,
            plan,
            stopped_ms: None,
            progress: Progress::default(),
            mishaps,
        };
        store.add_session(&session)?;
        store.add_change(
            &session.sid,
            now,
            Call::Start.as_str(),
            &without_keys(client_request),
        )?;
        Ok(json!({
            "cname": session.cname,
            "uid": session.uid,
            "resourceId": session.resource_id,
            "sid": session.sid,
        }))
    }
}

/// Whether nobody comes to the channel. All its recordings tell the same truth: while one runs, what
/// it began with holds for the others.
fn is_deserted(store: &Store, cname: &str, orders: Orders, now: i64) -> Result<bool, Refusal> {
    Ok(deserted(store, cname, now)?.unwrap_or(orders.nobody))
}

/// Scene 1 is for web pages and for nothing else; 2 is for individual recording.
fn fits_scene(resource: &Resource, mode: Mode) -> Result<(), Refusal> {
    let fits = match mode {
        Mode::Web => resource.scene == 1,
        Mode::Mix => resource.scene == 0,
        Mode::Individual => matches!(resource.scene, 0 | 2),
    };
    if fits {
        Ok(())
    } else {
        Err(Refusal::mismatch("mode does not fit the scene of acquire"))
    }
}

/// Whether this resource may start now: not used, not too old, and its recorder not at work.
fn is_free(store: &Store, resource: &Resource, now: i64) -> Result<(), Refusal> {
    let runs = |session: &Session| state_at(session, now) < State::Status(8);
    if let Some(session) = store.session_of_resource(&resource.id)? {
        // A resource serves once: after its recording it is as good as expired.
        let runs = runs(&session);
        return Err(if runs {
            Refusal::already_started()
        } else {
            Refusal::resource_expired()
        });
    }
    if now - resource.acquired_ms > RESOURCE_MS {
        return Err(Refusal::resource_expired());
    }
    if store
        .of_recorder(&resource.cname, &resource.uid)?
        .iter()
        .any(runs)
    {
        return Err(Refusal::conflict());
    }
    Ok(())
}

fn wish(
    client_request: &Value,
    subscription: &Subscription,
    mode: Mode,
    began_ms: i64,
) -> Result<Wish, Refusal> {
    let texts = |pointer: &str| -> Vec<String> {
        let entries = client_request.pointer(pointer).and_then(Value::as_array);
        let texts = entries.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    };
    let prefix = texts("/storageConfig/fileNamePrefix");
    // The contract has refused these already; a folder outside of the bucket must not depend on it.
    let is_plain =
        |part: &String| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if !prefix.iter().all(is_plain) {
        return Err(Refusal::invalid(
            Call::Start,
            "fileNamePrefix",
            "letters and digits only",
        ));
    }
    let switches = client_request
        .pointer("/recordingConfig/privateParams")
        .and_then(Value::as_str);
    let switches: Value = switches
        .and_then(|it| serde_json::from_str(it).ok())
        .unwrap_or_default();
    let side = |name: &str| {
        let side = client_request.pointer(&format!("/recordingConfig/transcodingConfig/{name}"));
        side.and_then(Value::as_u64)
            .and_then(|it| u32::try_from(it).ok())
    };
    let canvas = session::default_canvas();
    let page = match mode {
        Mode::Web => Some(page::page(client_request)?),
        Mode::Mix | Mode::Individual => None,
    };
    let individual = (mode == Mode::Individual).then(|| individual(client_request));
    if cfg!(not(feature = "video")) && individual.as_ref().is_some_and(|it| it.still_ms.is_some()) {
        let detail = "this practice service was built without pictures";
        return Err(Refusal::invalid(Call::Start, "snapshotConfig", detail));
    }
    Ok(Wish {
        canvas: match &page {
            Some(page) => page.canvas,
            None => (
                side("width").unwrap_or(canvas.0),
                side("height").unwrap_or(canvas.1),
            ),
        },
        began_ms: Some(began_ms),
        individual,
        page,
        deserted: false,
        prefix,
        mp4: texts("/recordingFileConfig/avFileType")
            .iter()
            .any(|kind| kind == "mp4"),
        tracks: subscription.tracks(),
        extinf_comma: switches
            .get("correctEXTINF")
            .and_then(Value::as_bool)
            .unwrap_or(false),
    })
}

fn individual(client_request: &Value) -> Individual {
    let stills = client_request.get("snapshotConfig");
    let mode = client_request.pointer("/recordingConfig/streamMode");
    Individual {
        records: stills.is_none() || client_request.get("recordingFileConfig").is_some(),
        merges: mode.is_some_and(|mode| mode == "standard"),
        still_ms: stills.map(|stills| {
            let every = stills.get("captureInterval").and_then(Value::as_i64);
            every.unwrap_or(DEFAULT_STILL_S).max(1) * 1000
        }),
    }
}

/// What a request says about the picture and whom to record. Storage, tokens and keys are not kept
/// at all; the contract's list of secrets then covers whatever else there may be.
pub(super) fn without_keys(client_request: &Value) -> Value {
    let mut kept = client_request.clone();
    if let Some(members) = kept.as_object_mut() {
        for name in [
            "storageConfig",
            "token",
            "extensionServiceConfig",
            "rtmpPublishConfig",
        ] {
            members.shift_remove(name);
        }
    }
    if let Some(config) = kept
        .get_mut("recordingConfig")
        .and_then(Value::as_object_mut)
    {
        config.shift_remove("secret");
        config.shift_remove("salt");
    }
    contract::redact(&mut kept);
    kept
}
