//! From the stop to the files.

use crate::types::{FailureCode, Level, RecordingState as State, TimelineCode, Upload};

use super::{Ask, FILES_WITHIN, Fault, FaultKind, TROUBLE_WAITS, Turn};

impl FailureCode {
    /// Says how the recording ended, and is not cleared when contact comes back.
    pub(super) fn is_verdict(self) -> bool {
        matches!(
            self,
            Self::NeverConfirmed
                | Self::EndedByItself
                | Self::StoppedUnexpectedly
                | Self::NothingRecorded
                | Self::SidUnknown
                | Self::MayStillRun
                | Self::NoLongerControllable
                | Self::Interrupted
        )
    }
}

impl Turn {
    /// Sees to it that the recording ends, whatever state it is in.
    pub(super) fn stop(&mut self) {
        self.job.recording.stop_wanted = true;
        self.job.stop_wanted_at.get_or_insert(self.now);
        self.job.layout_wanted = None;
        self.job.recording.layout_change = None;
        match self.job.recording.state {
            State::Confirming | State::Recording | State::OutOfSight => {
                self.enter(State::Stopping);
                self.ask(Ask::Stop);
            }
            State::Stopping => self.check_now(),
            // It waits to be sent for the first time, or to be sent again after nothing was done.
            State::Preparing | State::Starting
                if !self.job.busy.life && !self.job.may_have_started =>
            {
                self.note(TimelineCode::Stopped, Level::Info);
                self.enter(State::Ended);
            }
            // Nothing to stop yet, or its id is unknown: done as soon as the answer, or the id, is there.
            _ => {}
        }
    }

    pub(super) fn stopped(&mut self, upload: Option<Upload>, files: Vec<String>) {
        self.job.busy.life = false;
        if !matches!(
            self.job.recording.state,
            State::Stopping | State::OutOfSight
        ) {
            return;
        }
        self.back_in_contact();
        self.job.recording.checked_at = Some(self.now);
        if !files.is_empty() {
            self.job.recording.files = files;
        }
        self.job.recording.upload = upload;
        self.note(TimelineCode::Stopped, Level::Ok);
        self.finish();
    }

    pub(super) fn stop_failed(&mut self, fault: Fault) {
        self.job.busy.life = false;
        if !matches!(
            self.job.recording.state,
            State::Stopping | State::OutOfSight
        ) {
            return;
        }
        match fault.kind {
            FaultKind::NotFound => {
                self.back_in_contact();
                self.not_in_sight(&fault);
            }
            FaultKind::AlreadyStopping | FaultKind::AlreadyStarted => {
                self.back_in_contact();
                self.note(TimelineCode::Stopped, Level::Ok);
                self.enter(State::Uploading);
                self.check_in(TROUBLE_WAITS[0]);
            }
            FaultKind::NothingRecorded => {
                self.back_in_contact();
                self.job.recording.problem = Some(fault.failure);
                self.note(TimelineCode::Empty, Level::Warn);
                self.enter(State::Empty);
            }
            _ => self.in_trouble(fault),
        }
    }

    /// The recorder has left. What remains is to see the files.
    pub(super) fn finish(&mut self) {
        self.job.recording.ended_at.get_or_insert(self.now);
        self.enter(State::Uploading);
        self.ask(Ask::LookAtFiles);
    }

    pub(super) fn files_seen(&mut self, names: Vec<String>, complete: bool) {
        self.job.busy.query = false;
        if self.job.recording.state != State::Uploading {
            return;
        }
        let waited = self.now - self.job.since;
        if names.is_empty() {
            self.nothing_there(waited);
        } else if complete {
            self.job.recording.files = names;
            self.job.recording.upload = Some(Upload::Uploaded);
            self.saved();
        } else {
            self.job.recording.files = names;
            if waited < FILES_WITHIN {
                self.check_in(2_000);
            } else {
                self.enter(State::Ended);
            }
        }
    }

    fn nothing_there(&mut self, waited: i64) {
        if waited < 10_000 {
            self.check_in(2_000);
            return;
        }
        if self.has_verdict(FailureCode::NeverConfirmed) {
            self.enter(State::Failed);
        } else {
            self.note(TimelineCode::Empty, Level::Warn);
            self.enter(State::Empty);
        }
    }

    /// The bucket cannot be read from here, so the service's word has to do.
    pub(super) fn files_unreadable(&mut self) {
        self.job.busy.query = false;
        if self.job.recording.state != State::Uploading {
            return;
        }
        match self.job.recording.upload {
            Some(Upload::Uploaded) => self.saved(),
            Some(Upload::Backuped) => {
                self.note(TimelineCode::Backuped, Level::Warn);
                self.enter(State::Ended);
            }
            _ if self.has_verdict(FailureCode::NeverConfirmed) => self.enter(State::Failed),
            _ => self.enter(State::Ended),
        }
    }

    fn saved(&mut self) {
        let files = self.job.recording.files.len();
        self.note_with(
            TimelineCode::Saved,
            Level::Ok,
            vec![("files", files.to_string())],
        );
        self.enter(State::Saved);
    }
}
