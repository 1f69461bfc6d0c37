//! What happens to a recording after each event: pure, without a clock, a network or a store.
//!
//! [`next`] takes a job, an event and the time, and gives the job as it then is and what is to be done.
//! The rules are those of the service's integration guide: acquire and start as a pair, a start whose
//! answer was lost is only ever repeated with the same resource and body, a sid proves nothing until
//! query says 4 or 5, a 404 is believed after 90 seconds and not before, stop until a terminal answer.

mod begin;
mod end;
#[cfg(test)]
mod tests;
mod watch;

use crate::types::{
    Failure, FailureCode, Layout, LayoutChange, LayoutChangeState, Level, RecordingState as State,
    TimelineCode, Upload,
};

use super::Job;

/// Waits after each 404 in a row; together 90 seconds, the longest that a change of worker takes.
pub const SIGHT_WAITS: [i64; 5] = [5_000, 10_000, 15_000, 30_000, 30_000];
/// Waits between calls that did not come through; the last one repeats.
pub const TROUBLE_WAITS: [i64; 5] = [3_000, 6_000, 12_000, 24_000, 30_000];
/// Waits between queries until the recorder says that it records; the last one repeats.
pub const CONFIRM_WAITS: [i64; 4] = [5_000, 5_000, 10_000, 15_000];
/// A recorder that has not confirmed by then is given up and stopped.
pub const CONFIRM_WITHIN: i64 = 90_000;
/// A resource can be started for this long.
pub const RESOURCE_LIFE: i64 = 5 * 60_000;
/// How long to go on looking for a sid in the storage after the idle time.
pub const SEARCH_MARGIN: i64 = 60_000;
/// How long files may take after the end before the app stops looking by itself.
pub const FILES_WITHIN: i64 = 20 * 60_000;

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A person pressed record.
    Pressed,
    /// The time that the job asked for has come.
    Tick,
    /// The app was opened and found this job.
    Reopened,
    StopPressed,
    LayoutPressed(Box<Layout>),
    /// The planned end moves by so many minutes.
    Extended(u32),
    /// "Check now".
    CheckPressed,
    /// The start's intent is on the disk and the call goes out.
    StartSent,
    Acquired {
        resource_id: String,
    },
    AcquireFailed(Fault),
    Started {
        sid: String,
    },
    StartFailed(Fault),
    /// Query answered.
    Seen {
        status: Option<i64>,
        files: Vec<String>,
        /// People in the channel, where the user list answered too.
        people: Option<u32>,
    },
    QueryFailed(Fault),
    Stopped {
        upload: Option<Upload>,
        files: Vec<String>,
    },
    StopFailed(Fault),
    LayoutTaken,
    LayoutFailed(Fault),
    /// The storage was searched for the recording's first file.
    SidFound {
        sid: String,
    },
    SidMissing,
    /// The storage was listed: the names there, and whether the playlist is closed.
    FilesSeen {
        names: Vec<String>,
        complete: bool,
    },
    /// The app cannot read this storage.
    FilesUnreadable,
}

/// A call that did not bring what was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub kind: FaultKind,
    /// The service may have carried it out all the same.
    pub may_have_acted: bool,
    pub failure: Failure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// 404: ended, or on its way to another worker.
    NotFound,
    /// 201/7.
    AlreadyStarted,
    /// 49.
    AlreadyStopping,
    /// 206/435.
    NothingRecorded,
    /// 433: the resource is too old.
    ResourceExpired,
    /// The service says no for good: parameters, conflict, account.
    Refused,
    /// No contact, no time, or an answer that cannot be read: worth another try.
    Trouble,
    /// 429: too many calls at the moment. Nothing was done.
    TooMany,
    /// 502 at start: no worker was found for this resource. Nothing was done, and another resource may
    /// find one.
    NoRoom,
}

impl FaultKind {
    /// The same call may work a little later.
    fn is_passing(self) -> bool {
        matches!(self, Self::Trouble | Self::TooMany | Self::NoRoom)
    }
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Ask(Ask),
    Note {
        code: TimelineCode,
        level: Level,
        params: Vec<(&'static str, String)>,
    },
}

/// A call to make. Its answer comes back as an [`Event`].
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    Acquire,
    Start,
    Query,
    Layout(Box<Layout>),
    Stop,
    FindSid,
    LookAtFiles,
}

/// The job after `event` at `now` (Unix milliseconds), and what follows from it. Final jobs do not change.
pub fn next(job: Job, event: Event, now: i64) -> (Job, Vec<Effect>) {
    if job.recording.state.is_final() {
        return (job, Vec::new());
    }
    let mut turn = Turn {
        job,
        now,
        effects: Vec::new(),
    };
    turn.take(event);
    turn.keep_promises();
    (turn.job, turn.effects)
}

/// When the job next wants a [`Event::Tick`].
pub fn due(job: &Job) -> Option<i64> {
    let recording = &job.recording;
    if recording.state.is_final() {
        return None;
    }
    let end = recording
        .planned_end
        .filter(|_| recording.state.is_running() && !recording.stop_wanted);
    [recording.next_check_at, end].into_iter().flatten().min()
}

struct Turn {
    job: Job,
    now: i64,
    effects: Vec<Effect>,
}

impl Turn {
    fn take(&mut self, event: Event) {
        match event {
            Event::Pressed => {
                self.note(TimelineCode::Asked, Level::Info);
                self.ask(Ask::Acquire);
            }
            Event::Tick => self.tick(),
            Event::Reopened => self.reopened(),
            Event::StopPressed => {
                if !self.job.recording.stop_wanted {
                    self.note(TimelineCode::StopAsked, Level::Info);
                }
                self.stop();
            }
            Event::LayoutPressed(layout) => self.layout_pressed(*layout),
            Event::Extended(minutes) => self.extended(minutes),
            Event::CheckPressed => self.check_now(),
            Event::StartSent => self.start_sent(),
            Event::Acquired { resource_id } => self.acquired(resource_id),
            Event::AcquireFailed(fault) => self.acquire_failed(fault),
            Event::Started { sid } => self.started(sid),
            Event::StartFailed(fault) => self.start_failed(fault),
            Event::Seen {
                status,
                files,
                people,
            } => {
                self.job.recording.people = people.or(self.job.recording.people);
                self.seen(status, files);
            }
            Event::QueryFailed(fault) => self.query_failed(fault),
            Event::Stopped { upload, files } => self.stopped(upload, files),
            Event::StopFailed(fault) => self.stop_failed(fault),
            Event::LayoutTaken => self.layout_taken(),
            Event::LayoutFailed(fault) => self.layout_failed(fault),
            Event::SidFound { sid } => self.sid_found(sid),
            Event::SidMissing => self.sid_missing(),
            Event::FilesSeen { names, complete } => self.files_seen(names, complete),
            Event::FilesUnreadable => self.files_unreadable(),
        }
    }

    /// What holds after every event, whatever it was.
    fn keep_promises(&mut self) {
        let recording = &self.job.recording;
        let ready = recording.state == State::Recording && !self.job.layout_held;
        if ready
            && self.job.layout_sent.is_none()
            && let Some(layout) = self.job.layout_wanted.take()
        {
            self.change_layout(&layout.id, LayoutChangeState::Sent);
            self.ask(Ask::Layout(Box::new(layout)));
        }
        if self.job.recording.state.is_final() {
            self.job.recording.next_check_at = None;
            self.job.recording.layout_change = None;
            self.job.layout_wanted = None;
            self.job.layout_sent = None;
            // When a recorder ends that cannot be seen, nobody knows.
            if !self.has_verdict(FailureCode::MayStillRun) {
                self.job.recording.ended_at.get_or_insert(self.now);
            }
        }
    }

    fn tick(&mut self) {
        let recording = &self.job.recording;
        let ended = recording.planned_end.is_some_and(|end| self.now >= end);
        if ended && recording.state.is_running() && !recording.stop_wanted {
            self.note(TimelineCode::PlannedEnd, Level::Info);
            self.stop();
            return;
        }
        if recording.next_check_at.is_some_and(|at| self.now >= at) {
            self.check_now();
        }
    }

    /// Asks what the present state wants to know.
    fn check_now(&mut self) {
        let recording = &self.job.recording;
        let ask = match recording.state {
            State::Preparing => Ask::Acquire,
            State::Starting => Ask::Start,
            State::Unconfirmed => Ask::FindSid,
            State::Confirming | State::Recording => Ask::Query,
            State::OutOfSight if recording.stop_wanted => Ask::Stop,
            State::OutOfSight => Ask::Query,
            State::Stopping => Ask::Stop,
            State::Uploading if recording.ended_at.is_some() => Ask::LookAtFiles,
            State::Uploading => Ask::Query,
            _ => return,
        };
        self.job.recording.next_check_at = None;
        self.ask(ask);
    }

    fn reopened(&mut self) {
        self.job.busy = super::Busy::default();
        match self.job.recording.state {
            State::Preparing | State::Acquired => {
                self.fail(Failure::new(
                    FailureCode::Interrupted,
                    "Roomreel was closed before the start was sent, so nothing was recorded",
                ));
            }
            state => {
                // Nobody knows how far the call went that was in flight.
                self.job.may_have_started |= state == State::Starting;
                self.job.layout_held = true;
                if let Some(layout) = self.job.layout_sent.take() {
                    self.layout_again(layout);
                }
                self.note(TimelineCode::Reopened, Level::Info);
                self.check_now();
            }
        }
    }

    fn has_verdict(&self, code: FailureCode) -> bool {
        self.job
            .recording
            .problem
            .as_ref()
            .is_some_and(|problem| problem.code == code)
    }

    fn extended(&mut self, minutes: u32) {
        let from = self
            .job
            .recording
            .planned_end
            .unwrap_or(self.now)
            .max(self.now);
        self.job.recording.planned_end = Some(from + i64::from(minutes) * 60_000);
        self.note_with(
            TimelineCode::Extended,
            Level::Info,
            vec![("minutes", minutes.to_string())],
        );
    }

    fn enter(&mut self, state: State) {
        self.job.recording.state = state;
        self.job.since = self.now;
        self.job.attempts = 0;
        self.job.recording.troubled_checks = 0;
        self.job.recording.next_check_at = None;
    }

    /// One call of a kind at a time: a call that is in flight will bring its own answer.
    fn ask(&mut self, ask: Ask) {
        let busy = &mut self.job.busy;
        match &ask {
            Ask::Acquire | Ask::Start | Ask::Stop => {
                if std::mem::replace(&mut busy.life, true) {
                    return;
                }
            }
            Ask::Query | Ask::FindSid | Ask::LookAtFiles => {
                if std::mem::replace(&mut busy.query, true) {
                    return;
                }
            }
            Ask::Layout(layout) => self.job.layout_sent = Some((**layout).clone()),
        }
        self.effects.push(Effect::Ask(ask));
    }

    fn check_in(&mut self, wait: i64) {
        self.job.recording.next_check_at = Some(self.now + wait);
    }

    /// The nth of `waits`, the last one for all beyond it.
    fn wait(waits: &[i64], attempt: u32) -> i64 {
        let at = (attempt as usize).min(waits.len().saturating_sub(1));
        waits.get(at).copied().unwrap_or(30_000)
    }

    fn note(&mut self, code: TimelineCode, level: Level) {
        self.note_with(code, level, Vec::new());
    }

    fn note_with(&mut self, code: TimelineCode, level: Level, params: Vec<(&'static str, String)>) {
        self.effects.push(Effect::Note {
            code,
            level,
            params,
        });
    }

    fn fail(&mut self, failure: Failure) {
        self.note_with(
            TimelineCode::Failed,
            Level::Bad,
            vec![(
                "reason",
                failure
                    .reason
                    .clone()
                    .unwrap_or_else(|| failure.message.clone()),
            )],
        );
        self.job.recording.problem = Some(failure);
        self.enter(State::Failed);
    }

    fn change_layout(&mut self, layout_id: &str, state: LayoutChangeState) {
        self.job.recording.layout_change = Some(LayoutChange {
            layout_id: layout_id.to_owned(),
            state,
            failure: None,
        });
    }
}
