//! The calls that the machine asks for: built from the job, journaled, sent, and read back as events.

use std::time::Duration;

use cloud_recording::answer::Uploading;
use cloud_recording::{Client, Error, Session};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Job;
use super::machine::{Ask, Event, Fault, FaultKind};
use crate::core::Shared;
use crate::failure::readable_raw;
use crate::layouts;
use crate::library;
use crate::store::StoreError;
use crate::types::{Failure, FailureCode, Upload};

/// How long a call of a running recording waits for the keychain.
const KEYCHAIN: Duration = Duration::from_secs(20);

/// The number of the call's row in the journal.
pub(super) type Intent = Option<i64>;

/// Writes down what is about to be sent, without its secrets. Looking into a storage is no call.
pub(super) fn journal(shared: &Shared, job: &Job, ask: &Ask) -> Result<Intent, StoreError> {
    let (call, body) = match ask {
        Ask::Acquire => ("acquire", job.acquire_body.clone()),
        Ask::Start => ("start", job.start_body.clone()),
        Ask::Query => ("query", Value::Null),
        Ask::Stop => ("stop", stop_body(job)),
        Ask::Layout(layout) => ("updateLayout", layout_body(job, layout)),
        Ask::FindSid | Ask::LookAtFiles => return Ok(None),
    };
    let mut body = body;
    cloud_recording::contract::redact(&mut body);
    let text = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    shared
        .store
        .begin_call(&job.recording.id, call, &text, shared.clock.now())
        .map(Some)
}

/// Makes the call. Whatever happens comes back as an event.
pub(super) async fn carry_out(shared: &Shared, job: &Job, ask: Ask, intent: Intent) -> Event {
    match ask {
        Ask::FindSid => return library::find_sid(shared, job).await,
        Ask::LookAtFiles => return library::look_at_files(shared, job).await,
        _ => {}
    }
    let client = tokio::time::timeout(KEYCHAIN, shared.client(&job.recording.account_id));
    let outcome = match client.await.unwrap_or_else(|_| Err(keychain_waits())) {
        Ok(client) => send(shared, job, &ask, &client).await,
        Err(failure) => Err(local(failure)),
    };
    let (status, text) = match &outcome {
        Ok((_, answer)) => (Some(200), readable_raw(&answer.to_string())),
        Err(fault) => {
            let words = fault.failure.details.clone();
            (
                fault.failure.status,
                words.unwrap_or_else(|| fault.failure.message.clone()),
            )
        }
    };
    if let Some(id) = intent
        && let Err(error) = shared.store.end_call(id, status, &text, shared.clock.now())
    {
        tracing::error!(%error, "the store did not take an answer");
    }
    match outcome {
        Ok((event, _)) => event,
        Err(fault) => failed(&ask, fault),
    }
}

fn failed(ask: &Ask, fault: Fault) -> Event {
    match ask {
        Ask::Acquire => Event::AcquireFailed(fault),
        Ask::Start => Event::StartFailed(fault),
        Ask::Stop => Event::StopFailed(fault),
        Ask::Layout(_) => Event::LayoutFailed(fault),
        Ask::Query => Event::QueryFailed(fault),
        Ask::FindSid => Event::SidMissing,
        Ask::LookAtFiles => Event::FilesUnreadable,
    }
}

/// The answer to a call that broke off in the middle.
pub(super) fn broken(ask: &Ask) -> Event {
    let failure = Failure::new(FailureCode::Internal, "the call broke off");
    failed(
        ask,
        Fault {
            kind: FaultKind::Trouble,
            may_have_acted: true,
            failure,
        },
    )
}

fn keychain_waits() -> Failure {
    let message = "the keychain did not answer in time; it may be waiting for its password";
    Failure {
        retryable: true,
        ..Failure::new(FailureCode::KeychainLocked, message)
    }
}

type Outcome = Result<(Event, Value), Fault>;

async fn send(shared: &Shared, job: &Job, ask: &Ask, client: &Client) -> Outcome {
    match ask {
        Ask::Acquire => {
            let answer = client
                .acquire(&typed(job.acquire_body.clone())?)
                .await
                .map_err(fault)?;
            let text = json!({ "resourceId": answer.resource_id });
            Ok((
                Event::Acquired {
                    resource_id: answer.resource_id,
                },
                text,
            ))
        }
        Ask::Start => {
            let filled = tokio::time::timeout(KEYCHAIN, shared.fill_in(job)).await;
            let body = filled
                .unwrap_or_else(|_| Err(keychain_waits()))
                .map_err(local)?;
            let resource = job.recording.resource_id.clone().unwrap_or_default();
            let answer = client
                .start(&resource, job.mode, &typed(body)?)
                .await
                .map_err(fault)?;
            let text = json!({ "resourceId": resource, "sid": answer.sid });
            Ok((Event::Started { sid: answer.sid }, text))
        }
        Ask::Stop => {
            let answer = client
                .stop(&session(job)?, &typed(stop_body(job))?)
                .await
                .map_err(fault)?;
            let upload = answer.uploading_status.as_ref().map(|status| match status {
                Uploading::Uploaded => Upload::Uploaded,
                Uploading::Backuped => Upload::Backuped,
                _ => Upload::Unknown,
            });
            let files = answer
                .file_list
                .iter()
                .map(|file| file.file_name.clone())
                .collect();
            Ok((Event::Stopped { upload, files }, answer.raw))
        }
        Ask::Layout(layout) => {
            let body = typed(layout_body(job, layout))?;
            client
                .update_layout(&session(job)?, &body)
                .await
                .map_err(fault)?;
            Ok((Event::LayoutTaken, json!({ "sid": job.recording.sid })))
        }
        _ => query(shared, job, client).await,
    }
}

async fn query(shared: &Shared, job: &Job, client: &Client) -> Outcome {
    let recording = &job.recording;
    let session = session(job)?;
    let looking = tokio::time::timeout(
        Duration::from_secs(2),
        shared.look(&recording.account_id, &recording.channel),
    );
    let (answer, people) = tokio::join!(client.query(&session), looking);
    let answer = answer.map_err(fault)?;
    let recorder: Option<u32> = recording.recorder_id.parse().ok();
    let people = people.ok().and_then(Result::ok).map(|people| {
        people
            .ids
            .iter()
            .filter(|id| Some(**id) != recorder)
            .count() as u32
    });
    let files = answer
        .file_list
        .iter()
        .map(|file| file.file_name.clone())
        .collect();
    Ok((
        Event::Seen {
            status: answer.status,
            files,
            people,
        },
        answer.raw,
    ))
}

fn session(job: &Job) -> Result<Session, Fault> {
    match (&job.recording.resource_id, &job.recording.sid) {
        (Some(resource_id), Some(sid)) => Ok(Session {
            resource_id: resource_id.clone(),
            sid: sid.clone(),
            mode: job.mode,
        }),
        _ => Err(local(Failure::new(
            FailureCode::SidUnknown,
            "the recording's id is unknown",
        ))),
    }
}

fn stop_body(job: &Job) -> Value {
    let recording = &job.recording;
    json!({ "cname": recording.channel, "uid": recording.recorder_id, "clientRequest": {} })
}

fn layout_body(job: &Job, layout: &crate::types::Layout) -> Value {
    let recording = &job.recording;
    let color = recording.setup.more.background_color.as_deref();
    json!({
        "cname": recording.channel,
        "uid": recording.recorder_id,
        "clientRequest": layouts::to_wire(&layout.document, color),
    })
}

fn typed<T: DeserializeOwned>(body: Value) -> Result<T, Fault> {
    // The message of a serde error could quote the body, and with it a secret: it is left out.
    serde_json::from_value(body).map_err(|_| {
        local(Failure::new(
            FailureCode::Internal,
            "the request could not be built from its parts",
        ))
    })
}

/// Trouble on this computer: nothing was sent.
fn local(failure: Failure) -> Fault {
    let kind = match failure.code {
        FailureCode::NotFound | FailureCode::Internal => FaultKind::Refused,
        _ => FaultKind::Trouble,
    };
    Fault {
        kind,
        may_have_acted: false,
        failure,
    }
}

fn fault(error: Error) -> Fault {
    let kind = if error.is_not_found() {
        FaultKind::NotFound
    } else if error.is_already_started() {
        FaultKind::AlreadyStarted
    } else if error.is_already_stopping() {
        FaultKind::AlreadyStopping
    } else if error.is_nothing_recorded() {
        FaultKind::NothingRecorded
    } else if error.is_resource_expired() {
        FaultKind::ResourceExpired
    } else if error.is_refused() || error.is_unauthorized() || error.is_conflict() {
        FaultKind::Refused
    } else {
        FaultKind::Trouble
    };
    Fault {
        kind,
        may_have_acted: error.may_have_acted(),
        failure: Failure::from(&error),
    }
}
