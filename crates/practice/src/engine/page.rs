//! Web pages: what their start asks for and how their answers look.

use cloud_recording::Call;
use serde_json::{Map, Value, json};

use super::Refusal;
use crate::session::{Exit, Page, Plan, READY_MS, Session, State};

const HOUR_MS: i64 = 60 * 60 * 1000;

/// The page that a start names.
pub(super) fn page(client_request: &Value) -> Result<Page, Refusal> {
    let recorder = service(client_request, "web_recorder_service");
    let recorder = recorder.ok_or_else(|| {
        Refusal::invalid(
            Call::Start,
            "extensionServices",
            "web_recorder_service is missing",
        )
    })?;
    let number = |name: &str| {
        recorder
            .get(name)
            .and_then(Value::as_f64)
            .map(|it| it as i64)
    };
    let side = |name: &str, other: u32| {
        number(name)
            .and_then(|it| u32::try_from(it).ok())
            .unwrap_or(other)
    };
    let url = recorder.get("url").and_then(Value::as_str).unwrap_or("");
    let host = url.split("://").nth(1).unwrap_or(url);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or(host);
    Ok(Page {
        // An address may carry keys behind its host.
        host: host.rsplit('@').next().unwrap_or(host).to_owned(),
        canvas: (side("videoWidth", 1280), side("videoHeight", 720)),
        hours: number("maxRecordingHour").unwrap_or(1),
        on_hold: recorder
            .get("onhold")
            .and_then(Value::as_bool)
            .unwrap_or(false),
        rtmp: service(client_request, "rtmp_publish_service").and_then(target),
    })
}

/// The target of a push, from `serviceParam` or `rtmpPublishConfig`.
pub(super) fn target(outputs: &Value) -> Option<String> {
    let url = outputs.pointer("/outputs/0/rtmpUrl")?;
    url.as_str().map(str::to_owned)
}

fn service<'a>(client_request: &'a Value, name: &str) -> Option<&'a Value> {
    let services = client_request.pointer("/extensionServiceConfig/extensionServices")?;
    let service = services
        .as_array()?
        .iter()
        .find(|service| service["serviceName"] == name)?;
    service.get("serviceParam")
}

/// Names below this one are nobody's, by RFC 2606.
const NOWHERE: &str = "invalid";
/// From ready until the recorder gives up a page that cannot be reached.
const GIVES_UP_MS: i64 = 5_000;

/// A page is recorded until it is stopped or its hours are over. One that cannot be reached begins like
/// any other and then ends by itself.
pub(super) fn plan(page: &Page, now: i64) -> Plan {
    if is_nowhere(&page.host) {
        return Plan {
            media: None,
            exit_ms: now + READY_MS + GIVES_UP_MS,
            exit: Exit::OutOfReach,
        };
    }
    let exit_ms = now + page.hours * HOUR_MS;
    Plan {
        // On hold, recording begins when it is let go.
        media: (!page.on_hold).then_some((now + READY_MS, exit_ms)),
        exit_ms,
        exit: Exit::Idle,
    }
}

fn is_nowhere(host: &str) -> bool {
    let last = host.trim_end_matches('.').rsplit('.').next();
    last.is_some_and(|last| last.eq_ignore_ascii_case(NOWHERE))
}

/// `extensionServiceState` of query and stop. `uploading` is there in an answer to stop.
pub(super) fn service_state(
    session: &Session,
    page: &Page,
    state: State,
    is_held: bool,
    uploading: Option<&str>,
) -> Map<String, Value> {
    let word = match state {
        State::Status(0..=3) => "init",
        State::Status(4 | 5) => "inProgress",
        _ => "exit",
    };
    let mut services = Vec::new();
    if let Some(uploading) = uploading {
        services.push(json!({
            "serviceName": "upload_service",
            "payload": { "uploadingStatus": uploading },
        }));
    }
    services.push(json!({
        "serviceName": "web_recorder_service",
        "payload": { "fileList": files(session), "onhold": is_held, "state": word },
    }));
    if let Some(rtmp) = page.rtmp.as_ref().filter(|_| uploading.is_none()) {
        let status = match (word, is_held) {
            ("init", _) => "connecting",
            ("inProgress", true) => "onhold",
            ("inProgress", false) => "publishing",
            _ => "disconnected",
        };
        services.push(json!({
            "serviceName": "rtmp_publish_service",
            "payload": { "state": word, "outputs": [{ "rtmpUrl": rtmp, "status": status }] },
        }));
    }
    let mut members = Map::new();
    members.insert("extensionServiceState".into(), Value::Array(services));
    members
}

fn files(session: &Session) -> Vec<Value> {
    let files = super::answers::files(session).into_iter();
    files
        .map(|(name, begin_ms)| json!({ "filename": name, "sliceStartTime": begin_ms }))
        .collect()
}
