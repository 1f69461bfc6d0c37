//! While it records: what query says, and what follows when it does not come through.

use crate::types::{
    Failure, FailureCode, Layout, LayoutChange, LayoutChangeState, Level, RecordingState as State,
    TimelineCode,
};

use super::{CONFIRM_WAITS, CONFIRM_WITHIN, Fault, FaultKind, SIGHT_WAITS, TROUBLE_WAITS, Turn};

/// A recording this young is asked more often: most that goes wrong goes wrong at its beginning.
const YOUNG: i64 = 2 * 60_000;
const YOUNG_WAIT: i64 = 10_000;
const UNTIL_FIRST_PIECE: i64 = 3_000;
const GROWN_WAIT: i64 = 120_000;

impl Turn {
    pub(super) fn seen(&mut self, status: Option<i64>, files: Vec<String>) {
        self.job.busy.query = false;
        self.job.recording.checked_at = Some(self.now);
        self.job.recording.service_status = status.or(self.job.recording.service_status);
        if !files.is_empty() {
            self.job.recording.files = files;
        }
        self.back_in_contact();
        match self.job.recording.state {
            State::Confirming | State::Recording | State::OutOfSight => self.read_status(status),
            State::Uploading => match status {
                Some(8 | 20) => self.finish(),
                Some(4 | 5) => self.still_records(),
                _ => self.check_in(5_000),
            },
            // A query that was in flight when the stop went out says nothing new.
            _ => {}
        }
    }

    /// It was said to be ending, and goes on all the same: asked to stop again, if it was asked to.
    fn still_records(&mut self) {
        self.job.attempts += 1;
        if self.job.recording.stop_wanted && self.job.attempts >= 3 {
            self.enter(State::Stopping);
            self.ask(super::Ask::Stop);
        } else {
            self.check_in(5_000);
        }
    }

    fn read_status(&mut self, status: Option<i64>) {
        if self.job.recording.state == State::OutOfSight {
            let seconds = (self.now - self.job.since) / 1_000;
            self.note_with(
                TimelineCode::InSight,
                Level::Ok,
                vec![("seconds", seconds.to_string())],
            );
            let state = self.job.interrupted.take().unwrap_or(State::Recording);
            self.enter(state);
            if state == State::Stopping {
                self.check_now();
                return;
            }
        }
        match status {
            Some(4 | 5) => self.records(status == Some(5)),
            Some(6 | 7) => {
                self.ended_by_itself();
                self.enter(State::Uploading);
                self.check_in(5_000);
            }
            Some(8) => {
                self.ended_by_itself();
                self.finish();
            }
            Some(20) => {
                self.job.recording.problem = Some(Failure::new(
                    FailureCode::StoppedUnexpectedly,
                    "the service says that the recorder stopped unexpectedly (status 20)",
                ));
                self.note(TimelineCode::EndedByItself, Level::Bad);
                self.finish();
            }
            _ if self.job.recording.state == State::Confirming => self.still_joining(),
            _ => self.check_in(self.healthy_wait()),
        }
    }

    fn records(&mut self, first_piece: bool) {
        self.job.layout_held = false;
        if self.job.recording.state == State::Confirming {
            self.enter(State::Recording);
        }
        if !self.job.seen_recording {
            self.job.seen_recording = true;
            self.note(TimelineCode::Joined, Level::Ok);
        }
        if first_piece && self.job.recording.first_piece_at.is_none() {
            self.job.recording.first_piece_at = Some(self.now);
            self.note(TimelineCode::FirstPiece, Level::Ok);
        }
        self.check_in(self.healthy_wait());
    }

    fn still_joining(&mut self) {
        if self.job.seen_recording {
            // It has recorded before: an odd answer is no reason to end it.
            self.check_in(self.healthy_wait());
            return;
        }
        let began = self.job.recording.started_at.unwrap_or(self.job.since);
        if self.now - began >= CONFIRM_WITHIN {
            self.job.recording.problem = Some(Failure::new(
                FailureCode::NeverConfirmed,
                "the recorder did not say within 90 seconds that it records",
            ));
            self.note(TimelineCode::Failed, Level::Bad);
            self.stop();
            return;
        }
        self.job.attempts += 1;
        self.check_in(Self::wait(&CONFIRM_WAITS, self.job.attempts));
    }

    /// Every two minutes, or half the idle time if that is less, so that an idle end is not taken for a fault.
    fn healthy_wait(&self) -> i64 {
        let recording = &self.job.recording;
        let half_idle = i64::from(recording.setup.stop.idle_seconds) * 500;
        let age = self.now - recording.started_at.unwrap_or(self.now);
        if recording.first_piece_at.is_none() && age < YOUNG {
            UNTIL_FIRST_PIECE
        } else if age < YOUNG {
            YOUNG_WAIT.min(half_idle)
        } else {
            GROWN_WAIT.min(half_idle)
        }
    }

    pub(super) fn query_failed(&mut self, fault: Fault) {
        self.job.busy.query = false;
        match (self.job.recording.state, fault.kind) {
            (State::Uploading, FaultKind::NotFound) => {
                self.back_in_contact();
                self.finish();
            }
            (State::Confirming | State::Recording | State::OutOfSight, FaultKind::NotFound) => {
                self.back_in_contact();
                self.not_in_sight(&fault);
            }
            (State::Confirming | State::Recording | State::OutOfSight | State::Uploading, _) => {
                self.in_trouble(fault);
            }
            _ => {}
        }
    }

    /// 404: it may be on its way to another worker, and comes back within 90 seconds, or it has ended.
    pub(super) fn not_in_sight(&mut self, fault: &Fault) {
        if self.job.recording.state != State::OutOfSight {
            self.job.interrupted = Some(self.job.recording.state);
            self.note(TimelineCode::OutOfSight, Level::Warn);
            self.enter(State::OutOfSight);
            self.job.recording.checked_at = Some(self.now);
        }
        let attempt = self.job.attempts;
        self.job.recording.troubled_checks = attempt + 1;
        match SIGHT_WAITS.get(attempt as usize) {
            Some(wait) => {
                self.job.attempts += 1;
                self.check_in(*wait);
            }
            None => self.gone(fault),
        }
    }

    /// Still 404 after the whole window: it has ended.
    fn gone(&mut self, fault: &Fault) {
        if self.job.recording.stop_wanted {
            self.note(TimelineCode::Stopped, Level::Info);
        } else if self.job.seen_recording {
            self.ended_by_itself();
        } else {
            self.job.recording.problem = Some(Failure {
                code: FailureCode::NeverConfirmed,
                message: "the recorder was never seen to record".to_owned(),
                ..fault.failure.clone()
            });
            self.note(TimelineCode::Failed, Level::Bad);
        }
        self.finish();
    }

    fn ended_by_itself(&mut self) {
        if self.job.recording.problem.is_none() && !self.job.recording.stop_wanted {
            let minutes = self.job.recording.setup.stop.idle_seconds / 60;
            self.job.recording.problem = Some(
                Failure::new(FailureCode::EndedByItself, "the recording ended by itself")
                    .with("minutes", minutes),
            );
            self.note(TimelineCode::EndedByItself, Level::Warn);
        }
    }

    /// The call did not come through. The recording goes on in the cloud; it is asked again, for as long as it takes.
    pub(super) fn in_trouble(&mut self, fault: Fault) {
        let control_is_over = self
            .job
            .recording
            .control_until
            .is_some_and(|end| self.now >= end);
        if control_is_over && !fault.kind.is_passing() {
            self.job.recording.problem = Some(Failure {
                code: FailureCode::NoLongerControllable,
                ..fault.failure
            });
            self.note(TimelineCode::Stopped, Level::Warn);
            self.finish();
            return;
        }
        if self.job.trouble_since.is_none() {
            self.job.trouble_since = Some(self.now);
            self.trouble_note(&fault);
        }
        let attempt = self.job.recording.troubled_checks;
        self.job.recording.troubled_checks += 1;
        let wait = if !fault.kind.is_passing() {
            30_000
        } else {
            Self::wait(&TROUBLE_WAITS, attempt)
        };
        if self
            .job
            .recording
            .problem
            .as_ref()
            .is_none_or(|problem| !problem.code.is_verdict())
        {
            self.job.recording.problem = Some(fault.failure);
        }
        self.check_in(wait);
    }

    pub(super) fn trouble_note(&mut self, fault: &Fault) {
        let code = match fault.failure.code {
            FailureCode::Unreachable | FailureCode::Timeout => TimelineCode::ContactLost,
            _ => TimelineCode::Trouble,
        };
        let reason = fault
            .failure
            .reason
            .clone()
            .unwrap_or_else(|| fault.failure.message.clone());
        self.note_with(code, Level::Warn, vec![("reason", reason)]);
    }

    pub(super) fn back_in_contact(&mut self) {
        if let Some(since) = self.job.trouble_since.take() {
            let seconds = (self.now - since) / 1_000;
            self.note_with(
                TimelineCode::ContactBack,
                Level::Ok,
                vec![("seconds", seconds.to_string())],
            );
            self.job.recording.troubled_checks = 0;
            if self
                .job
                .recording
                .problem
                .as_ref()
                .is_some_and(|p| !p.code.is_verdict())
            {
                self.job.recording.problem = None;
            }
        }
    }

    pub(super) fn layout_pressed(&mut self, layout: Layout) {
        if self.job.recording.stop_wanted || self.job.recording.state == State::Uploading {
            return;
        }
        self.change_layout(&layout.id, LayoutChangeState::Waiting);
        self.job.layout_wanted = Some(layout);
    }

    pub(super) fn layout_taken(&mut self) {
        let Some(layout) = self.job.layout_sent.take() else {
            return;
        };
        self.back_in_contact();
        self.note_with(
            TimelineCode::LayoutChanged,
            Level::Ok,
            layout_words(&layout),
        );
        self.job.recording.layout = layout;
        if self.job.layout_wanted.is_none() {
            self.job.recording.layout_change = None;
        }
    }

    pub(super) fn layout_failed(&mut self, fault: Fault) {
        let Some(layout) = self.job.layout_sent.take() else {
            return;
        };
        if self.job.recording.stop_wanted {
            return;
        }
        match fault.kind {
            kind if kind.is_passing() || kind == FaultKind::NotFound => {
                self.job.layout_held = true;
                self.layout_again(layout);
                if self.job.recording.state != State::Recording {
                    return;
                }
                if fault.kind == FaultKind::NotFound {
                    self.not_in_sight(&fault);
                } else {
                    self.in_trouble(fault);
                }
            }
            _ => {
                let failure = fault.failure;
                let reason = failure.reason.as_ref().unwrap_or(&failure.message);
                let mut words = layout_words(&layout);
                words.push(("reason", reason.clone()));
                self.note_with(TimelineCode::LayoutRefused, Level::Bad, words);
                if self.job.layout_wanted.is_none() {
                    self.job.recording.layout_change = Some(LayoutChange {
                        layout_id: layout.id,
                        state: LayoutChangeState::Refused,
                        failure: Some(failure),
                    });
                }
            }
        }
    }

    /// Kept, and sent again once a query has shown that the recorder is there; a newer one has its place already.
    pub(super) fn layout_again(&mut self, layout: Layout) {
        if self.job.layout_wanted.is_none() {
            self.change_layout(&layout.id, LayoutChangeState::Waiting);
            self.job.layout_wanted = Some(layout);
        }
    }
}

fn layout_words(layout: &Layout) -> Vec<(&'static str, String)> {
    let name = layout.name.clone().unwrap_or_default();
    vec![("layoutId", layout.id.clone()), ("layoutName", name)]
}
