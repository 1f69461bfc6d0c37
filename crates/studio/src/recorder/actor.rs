use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};
use tracing::{error, info};

use super::Job;
use super::calls;
use super::machine::{self, Ask, Effect, Event, Fault, FaultKind};
use crate::core::Shared;
use crate::store::StoreError;
use crate::types::{Failure, Recording, StudioEvent, TimelineEntry};

type Reply = oneshot::Sender<Result<Recording, Failure>>;

enum Message {
    New(Box<Job>, Reply),
    Person(String, Event, Reply),
    Answer(String, Event),
    Shutdown(oneshot::Sender<()>),
}

/// The one task that owns all running recordings. Cheap to clone.
#[derive(Clone)]
pub struct Recorder {
    messages: mpsc::UnboundedSender<Message>,
}

impl Recorder {
    /// Takes up the recordings that were running when the app was last open, and waits for orders.
    pub(crate) fn start(shared: Arc<Shared>, jobs: Vec<Job>) -> Self {
        let (messages, inbox) = mpsc::unbounded_channel();
        let answers = messages.clone();
        let actor = Actor {
            shared,
            answers,
            jobs: HashMap::new(),
        };
        tokio::spawn(actor.run(inbox, jobs));
        Self { messages }
    }

    /// Journals a new recording and begins it. Returns once its first row is on the disk.
    pub(crate) async fn begin(&self, job: Job) -> Result<Recording, Failure> {
        self.send(|reply| Message::New(Box::new(job), reply)).await
    }

    /// Passes on what a person did to a running recording.
    pub(crate) async fn tell(&self, id: &str, event: Event) -> Result<Recording, Failure> {
        self.send(|reply| Message::Person(id.to_owned(), event, reply))
            .await
    }

    /// Stops taking orders; the recordings go on in the cloud.
    pub(crate) async fn shutdown(&self) {
        let (done, wait) = oneshot::channel();
        if self.messages.send(Message::Shutdown(done)).is_ok() {
            let _ = wait.await;
        }
    }

    async fn send(&self, message: impl FnOnce(Reply) -> Message) -> Result<Recording, Failure> {
        let gone = || {
            Failure::new(
                crate::types::FailureCode::Internal,
                "the recorder has ended",
            )
        };
        let (reply, answer) = oneshot::channel();
        self.messages.send(message(reply)).map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }
}

struct Actor {
    shared: Arc<Shared>,
    answers: mpsc::UnboundedSender<Message>,
    jobs: HashMap<String, Job>,
}

impl Actor {
    async fn run(mut self, mut inbox: mpsc::UnboundedReceiver<Message>, found: Vec<Job>) {
        for job in found {
            let id = job.recording.id.clone();
            self.jobs.insert(id.clone(), job);
            let _ = self.apply(&id, Event::Reopened);
        }
        let clock = Arc::clone(&self.shared.clock);
        loop {
            let due = self.jobs.values().filter_map(machine::due).min();
            let wake = async {
                match due {
                    Some(at) => clock.sleep_until(at).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                message = inbox.recv() => match message {
                    Some(Message::Shutdown(done)) => {
                        let _ = done.send(());
                        return;
                    }
                    Some(message) => self.receive(message),
                    None => return,
                },
                () = wake => self.tick(),
            }
        }
    }

    fn receive(&mut self, message: Message) {
        match message {
            Message::New(job, reply) => {
                let id = job.recording.id.clone();
                self.jobs.insert(id.clone(), *job);
                let _ = reply.send(self.apply(&id, Event::Pressed));
            }
            Message::Person(id, event, reply) => {
                let _ = reply.send(self.apply(&id, event));
            }
            Message::Answer(id, event) => {
                let _ = self.apply(&id, event);
            }
            Message::Shutdown(_) => {}
        }
    }

    fn tick(&mut self) {
        let now = self.shared.clock.now();
        let due: Vec<String> = self
            .jobs
            .values()
            .filter(|job| machine::due(job).is_some_and(|at| at <= now))
            .map(|job| job.recording.id.clone())
            .collect();
        for id in due {
            let _ = self.apply(&id, Event::Tick);
        }
    }

    /// Decides, writes down, tells the page, and only then calls.
    fn apply(&mut self, id: &str, event: Event) -> Result<Recording, Failure> {
        let Some(before) = self.jobs.get(id).cloned() else {
            return Err(Failure::not_found("recording", id));
        };
        let now = self.shared.clock.now();
        let was = before.recording.clone();
        let (after, effects) = machine::next(before, event, now);
        let kept = self.write(&after, &effects, now);
        let recording = after.recording.clone();
        if recording.state != was.state {
            info!(recording = id, from = ?was.state, to = ?recording.state, "state");
        }
        if recording != was {
            self.shared.emit(StudioEvent::Recording {
                recording: Box::new(recording.clone()),
            });
        }
        if recording.state.is_final() {
            self.jobs.remove(id);
        } else {
            self.jobs.insert(id.to_owned(), after);
        }
        for effect in effects {
            if let Effect::Ask(ask) = effect {
                match &kept {
                    // Without a journal nothing is begun; what runs already is still watched and stopped.
                    Err(error) if matches!(ask, Ask::Acquire | Ask::Start) => {
                        self.answer(id, refuse(&ask, error.to_string()));
                    }
                    _ => self.carry_out(id, ask),
                }
            }
        }
        kept.map_err(Failure::from)?;
        Ok(self
            .jobs
            .get(id)
            .map_or(recording, |job| job.recording.clone()))
    }

    fn write(&self, job: &Job, effects: &[Effect], now: i64) -> Result<(), StoreError> {
        let news: Vec<TimelineEntry> = effects
            .iter()
            .filter_map(|effect| entry(effect, now))
            .collect();
        let written = self.shared.store.save_job(job, &news);
        if let Err(error) = &written {
            error!(recording = job.recording.id, %error, "the store did not take a change");
        }
        for entry in news {
            let recording_id = job.recording.id.clone();
            self.shared.emit(StudioEvent::Timeline {
                recording_id,
                entry,
            });
        }
        written
    }

    fn carry_out(&mut self, id: &str, ask: Ask) {
        if ask == Ask::Start
            && let Err(failure) = self.apply(id, Event::StartSent)
        {
            // The disk would not know of a start that goes out now.
            self.answer(id, refuse(&ask, failure.message));
            return;
        }
        let Some(job) = self.jobs.get(id).cloned() else {
            return;
        };
        let intent = match calls::journal(&self.shared, &job, &ask) {
            Ok(intent) => intent,
            Err(error) if matches!(ask, Ask::Acquire | Ask::Start) => {
                self.answer(id, refuse(&ask, error.to_string()));
                return;
            }
            Err(_) => None,
        };
        let (shared, answers) = (Arc::clone(&self.shared), self.answers.clone());
        let id = id.to_owned();
        tokio::spawn(async move {
            let broken = calls::broken(&ask);
            let call =
                tokio::spawn(async move { calls::carry_out(&shared, &job, ask, intent).await });
            // A call that breaks off in the middle has an answer too: none came.
            let event = call.await.unwrap_or(broken);
            let _ = answers.send(Message::Answer(id, event));
        });
    }

    fn answer(&self, id: &str, event: Event) {
        let _ = self.answers.send(Message::Answer(id.to_owned(), event));
    }
}

/// Nothing went out. Whether an earlier start did is known to the job.
fn refuse(ask: &Ask, reason: String) -> Event {
    let failure = Failure::new(crate::types::FailureCode::Store, reason);
    let fault = Fault {
        kind: FaultKind::Trouble,
        may_have_acted: false,
        failure,
    };
    match ask {
        Ask::Acquire => Event::AcquireFailed(fault),
        _ => Event::StartFailed(fault),
    }
}

fn entry(effect: &Effect, at: i64) -> Option<TimelineEntry> {
    let Effect::Note {
        code,
        level,
        params,
    } = effect
    else {
        return None;
    };
    let params = params
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect();
    Some(TimelineEntry {
        at,
        code: *code,
        level: *level,
        params,
    })
}
