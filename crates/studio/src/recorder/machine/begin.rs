//! From the press to a sid.

use crate::types::{Failure, FailureCode, Level, RecordingState as State, TimelineCode};

use super::{
    Ask, CONFIRM_WAITS, Fault, FaultKind, RESOURCE_LIFE, SEARCH_MARGIN, TROUBLE_WAITS, Turn,
};

/// A call that was one too many is tried again so often, within a minute.
const TURNS: usize = 4;
/// So many further resources are asked for when there is no worker for one.
const RENEWALS: u32 = 3;

impl Turn {
    pub(super) fn acquired(&mut self, resource_id: String) {
        self.job.busy.life = false;
        if self.job.recording.state != State::Preparing {
            return;
        }
        self.job.recording.resource_id = Some(resource_id);
        self.job.recording.problem = None;
        self.job.acquired_at = Some(self.now);
        if self.job.recording.stop_wanted {
            // A resource that is never started costs nothing and ends by itself.
            self.note(TimelineCode::Stopped, Level::Info);
            self.enter(State::Ended);
            return;
        }
        self.note(TimelineCode::Acquired, Level::Ok);
        self.enter(State::Acquired);
        self.ask(Ask::Start);
    }

    pub(super) fn acquire_failed(&mut self, fault: Fault) {
        self.job.busy.life = false;
        if self.job.recording.state != State::Preparing {
            return;
        }
        match fault.kind {
            FaultKind::TooMany if self.may_wait() => self.wait_for_a_turn(fault),
            _ => self.fail(fault.failure),
        }
    }

    /// Whether a call that was one too many is worth another try.
    fn may_wait(&self) -> bool {
        !self.job.recording.stop_wanted && (self.job.attempts as usize) < TURNS
    }

    /// Nothing was done: the same call again, a little later each time.
    fn wait_for_a_turn(&mut self, fault: Fault) {
        let attempt = self.job.attempts;
        self.job.attempts += 1;
        if attempt == 0 {
            self.trouble_note(&fault);
        }
        self.job.recording.problem = Some(fault.failure);
        self.check_in(Self::wait(&TROUBLE_WAITS, attempt));
    }

    fn may_renew(&self) -> bool {
        !self.job.recording.stop_wanted && self.job.renewals < RENEWALS
    }

    /// No worker was found for the resource: at once again with another.
    fn acquire_again(&mut self, fault: Fault) {
        self.trouble_note(&fault);
        self.job.renewals += 1;
        self.job.recording.resource_id = None;
        self.job.acquired_at = None;
        self.job.start_sent_at = None;
        self.job.recording.problem = Some(fault.failure);
        self.enter(State::Preparing);
        self.ask(Ask::Acquire);
    }

    pub(super) fn start_sent(&mut self) {
        if self.job.recording.state == State::Acquired {
            self.enter(State::Starting);
        }
        self.job.start_sent_at.get_or_insert(self.now);
    }

    pub(super) fn started(&mut self, sid: String) {
        self.job.busy.life = false;
        let recording = &mut self.job.recording;
        if !matches!(recording.state, State::Acquired | State::Starting) {
            return;
        }
        recording.sid = Some(sid);
        recording.problem = None;
        recording.started_at = Some(self.now);
        self.note(TimelineCode::Started, Level::Ok);
        self.confirm();
    }

    /// A sid is there; the recorder has to say itself that it records.
    fn confirm(&mut self) {
        let start = self.job.recording.started_at.unwrap_or(self.now);
        let recording = &mut self.job.recording;
        if let Some(minutes) = recording.setup.stop.after_minutes {
            recording
                .planned_end
                .get_or_insert(start + i64::from(minutes) * 60_000);
        }
        let hours = self.job.acquire_body["clientRequest"]["resourceExpiredHour"].as_i64();
        self.job.recording.control_until = Some(start + hours.unwrap_or(72) * 3_600_000);
        self.enter(State::Confirming);
        if self.job.recording.stop_wanted {
            self.stop();
        } else {
            self.check_in(CONFIRM_WAITS[0]);
        }
    }

    pub(super) fn start_failed(&mut self, fault: Fault) {
        self.job.busy.life = false;
        if !matches!(self.job.recording.state, State::Acquired | State::Starting) {
            return;
        }
        self.job.may_have_started |= fault.may_have_acted;
        match fault.kind {
            FaultKind::AlreadyStarted => self.lost_sid(),
            FaultKind::ResourceExpired if self.job.may_have_started => self.lost_sid(),
            // Whatever this answer says, an earlier one of these starts may be recording.
            _ if self.job.may_have_started => self.repeat_start(fault),
            FaultKind::TooMany if self.may_wait() => self.wait_for_a_turn(fault),
            FaultKind::NoRoom if self.may_renew() => self.acquire_again(fault),
            _ => self.fail(fault.failure),
        }
    }

    /// The start may have worked. Only the very same start may follow: it answers with the sid, or says that it runs.
    fn repeat_start(&mut self, fault: Fault) {
        let attempt = self.job.attempts;
        let wait = Self::wait(&TROUBLE_WAITS, attempt);
        let acquired = self.job.acquired_at.unwrap_or(self.job.since);
        if self.now + wait > acquired + RESOURCE_LIFE {
            self.lost_sid();
            return;
        }
        self.job.attempts += 1;
        if attempt == 0 {
            self.trouble_note(&fault);
        }
        self.job.recording.problem = Some(fault.failure);
        self.check_in(wait);
    }

    /// It runs, or may run, and its sid is unknown: the first file in the storage names it.
    fn lost_sid(&mut self) {
        self.job.recording.problem = Some(Failure::new(
            FailureCode::SidUnknown,
            "the recording may be running, but the service's answer with its id was lost",
        ));
        self.note(TimelineCode::SidUnknown, Level::Warn);
        self.enter(State::Unconfirmed);
        self.ask(Ask::FindSid);
    }

    pub(super) fn sid_found(&mut self, sid: String) {
        self.job.busy.query = false;
        if self.job.recording.state != State::Unconfirmed {
            return;
        }
        self.job.recording.sid = Some(sid);
        self.job.recording.problem = None;
        let began = self.job.start_sent_at.unwrap_or(self.job.since);
        self.job.recording.started_at = Some(began);
        self.note(TimelineCode::SidFound, Level::Ok);
        self.confirm();
        if !self.job.recording.stop_wanted {
            self.check_now();
        }
    }

    pub(super) fn sid_missing(&mut self) {
        self.job.busy.query = false;
        if self.job.recording.state != State::Unconfirmed {
            return;
        }
        let idle = i64::from(self.job.recording.setup.stop.idle_seconds) * 1_000;
        let patience = match self.job.stop_wanted_at {
            Some(wanted) => wanted + idle + SEARCH_MARGIN,
            None => {
                let began = self.job.start_sent_at.unwrap_or(self.job.since);
                let minutes = self
                    .job
                    .recording
                    .setup
                    .stop
                    .after_minutes
                    .unwrap_or(24 * 60);
                began + i64::from(minutes) * 60_000 + idle + SEARCH_MARGIN
            }
        };
        if self.now < patience {
            self.check_in(5_000);
            return;
        }
        self.job.recording.problem = Some(Failure::new(
            FailureCode::MayStillRun,
            "its id was never learnt, so it could not be stopped; it ends when everybody has left",
        ));
        self.note(TimelineCode::SidUnknown, Level::Bad);
        self.enter(State::Ended);
    }
}
