//! The calls that the machine asks for: built from the job, journaled, sent, and read back as events.

use std::time::Duration;

use cloud_recording::answer::Uploading;
use cloud_recording::{Call, Client, Error, Session, Target};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Job;
use super::machine::{Ask, Event, Fault, FaultKind};
use crate::console::request_with_references;
use crate::core::Shared;
use crate::failure::readable_raw;
use crate::layouts;
use crate::library;
use crate::store::{CallEnd, NewCall, StoreError};
use crate::types::{CallOrigin, ConsoleCall, Failure, FailureCode, Upload};

/// How long a call of a running recording waits for the keychain.
const KEYCHAIN: Duration = Duration::from_secs(20);

/// The number of the call's row in the journal.
pub(super) type Intent = Option<i64>;

/// Writes down what is about to be sent, without its secrets. Looking into a storage is no call.
pub(super) fn journal(shared: &Shared, job: &Job, ask: &Ask) -> Result<Intent, StoreError> {
    let Some(call) = call_of(ask) else {
        return Ok(None);
    };
    let body = match ask {
        Ask::Acquire => job.acquire_body.clone(),
        Ask::Start => job.start_body.clone(),
        Ask::Stop => stop_body(job),
        Ask::Layout(layout) => layout_body(job, layout),
        Ask::Query | Ask::FindSid | Ask::LookAtFiles => Value::Null,
    };
    let target = target(job, call);
    let sent = ConsoleCall {
        account_id: job.recording.account_id.clone(),
        call,
        mode: job.mode,
        resource_id: target.resource_id.clone(),
        sid: target.sid.clone(),
        channel: job.recording.channel.clone(),
        hosts_only: false,
        body: request_with_references(job, call, body),
    };
    let new = NewCall {
        origin: CallOrigin::Recorder,
        recording_id: Some(&job.recording.id),
        sent: &sent,
        recorder_id: &job.recording.recorder_id,
        method: target.method(),
        address: &shared.first_address(&job.recording.account_id, &target),
    };
    shared.call_begins(&new).map(Some)
}

/// What the address of a call of this recording names.
fn target(job: &Job, call: Call) -> Target {
    let recording = &job.recording;
    let known =
        |id: &Option<String>, wanted: bool| id.clone().filter(|_| wanted).unwrap_or_default();
    Target {
        call,
        mode: job.mode,
        resource_id: known(&recording.resource_id, call != Call::Acquire),
        sid: known(&recording.sid, !matches!(call, Call::Acquire | Call::Start)),
        channel: String::new(),
        hosts_only: false,
    }
}

/// Makes the call. Whatever happens comes back as an event.
pub(super) async fn carry_out(shared: &Shared, job: &Job, ask: Ask, intent: Intent) -> Event {
    match ask {
        Ask::FindSid | Ask::LookAtFiles => return look(shared, job, ask).await,
        _ => {}
    }
    let client = tokio::time::timeout(KEYCHAIN, shared.client(&job.recording.account_id));
    let client = client.await.unwrap_or_else(|_| Err(keychain_waits()));
    let outcome = match &client {
        Ok(client) => send(shared, job, &ask, client).await,
        Err(failure) => Err(local(failure.clone())),
    };
    if let Some(id) = intent {
        // The client answers with the host that answered it.
        let address = client
            .ok()
            .zip(call_of(&ask))
            .map(|(client, call)| client.address(&target(job, call)));
        journal_end(shared, id, &outcome, address.as_deref());
    }
    match outcome {
        Ok((event, _)) => event,
        Err(fault) => failed(&ask, fault),
    }
}

/// Looks into the storage. In practice it is filled once a second, which may be too late for whoever looks.
async fn look(shared: &Shared, job: &Job, ask: Ask) -> Event {
    if job.recording.practice {
        shared.practising.catch_up().await;
    }
    match ask {
        Ask::FindSid => library::find_sid(shared, job).await,
        _ => library::look_at_files(shared, job).await,
    }
}

fn journal_end(shared: &Shared, id: i64, outcome: &Outcome, address: Option<&str>) {
    let text = match outcome {
        Ok((_, answer)) => Some(readable_raw(&answer.to_string())),
        Err(fault) => fault.failure.details.clone(),
    };
    let failure = outcome.as_ref().err().map(|fault| &fault.failure);
    let status = failure.map_or(Some(200), |failure| failure.status);
    let end = CallEnd {
        address,
        status,
        answer: text.as_deref(),
        failure,
        ..CallEnd::default()
    };
    shared.call_ends(id, &end);
}

fn call_of(ask: &Ask) -> Option<Call> {
    Some(match ask {
        Ask::Acquire => Call::Acquire,
        Ask::Start => Call::Start,
        Ask::Query => Call::Query,
        Ask::Stop => Call::Stop,
        Ask::Layout(_) => Call::UpdateLayout,
        Ask::FindSid | Ask::LookAtFiles => return None,
    })
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
    // People are good to know, and not worth holding back what the recorder says.
    let looking = tokio::time::timeout(
        shared.clock.waits().second * 2,
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
    } else if error.is_rate_limited() {
        FaultKind::TooMany
    } else if error.is_without_worker() {
        FaultKind::NoRoom
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
