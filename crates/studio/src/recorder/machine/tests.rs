use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::layouts;
use crate::recorder::Busy;
use crate::types::*;

const START: i64 = 1_790_000_000_000;

fn setup() -> Setup {
    Setup {
        account_id: "practice".into(),
        channel: "town-hall".into(),
        record_as: RecordAs::CombinedVideo,
        picture: Picture {
            width: 1280,
            height: 720,
            fps: 30,
            bitrate: None,
        },
        layout_id: "grid2x2".into(),
        storage_id: "practice".into(),
        stop: StopRule {
            after_minutes: Some(120),
            idle_seconds: 300,
        },
        more: MoreSettings {
            channel_type: None,
            recorder_id: None,
            audio_profile: 0,
            video_stream_type: 0,
            mp4: true,
            background_color: None,
            control_hours: None,
            region: None,
        },
    }
}

fn job() -> Job {
    let layout = layouts::find("grid2x2").unwrap();
    Job {
        recording: Recording {
            id: "r".into(),
            account_id: "practice".into(),
            account_name: String::new(),
            practice: true,
            storage_id: "practice".into(),
            storage_name: String::new(),
            channel: "town-hall".into(),
            recorder_id: "3000000001".into(),
            state: State::Preparing,
            service_status: None,
            resource_id: None,
            sid: None,
            prefix: "townhall/20261124".into(),
            setup: setup(),
            layout,
            layout_change: None,
            created_at: START,
            started_at: None,
            first_piece_at: None,
            ended_at: None,
            planned_end: Some(START + 7_200_000),
            control_until: None,
            checked_at: None,
            next_check_at: None,
            troubled_checks: 0,
            stop_wanted: false,
            people: None,
            upload: None,
            files: vec![],
            problem: None,
        },
        mode: cloud_recording::Mode::Mix,
        acquire_body: json!({"clientRequest": {"resourceExpiredHour": 26}}),
        start_body: json!({}),
        token: None,
        since: START,
        attempts: 0,
        acquired_at: None,
        start_sent_at: None,
        renewals: 0,
        may_have_started: false,
        stop_wanted_at: None,
        layout_sent: None,
        layout_held: false,
        trouble_since: None,
        interrupted: None,
        seen_recording: false,
        layout_wanted: None,
        busy: Busy::default(),
    }
}

fn fault(kind: FaultKind, may_have_acted: bool) -> Fault {
    let code = match kind {
        FaultKind::NotFound => FailureCode::NoSuchRecording,
        FaultKind::Trouble => FailureCode::Unreachable,
        _ => FailureCode::Refused,
    };
    Fault {
        kind,
        may_have_acted,
        failure: Failure::new(code, "what went wrong"),
    }
}

fn seen(status: i64) -> Event {
    Event::Seen {
        status: Some(status),
        files: vec![],
        people: None,
    }
}

fn asks(effects: &[Effect]) -> Vec<&Ask> {
    fn ask(effect: &Effect) -> Option<&Ask> {
        match effect {
            Effect::Ask(ask) => Some(ask),
            Effect::Note { .. } => None,
        }
    }
    effects.iter().filter_map(ask).collect()
}

fn noted(effects: &[Effect], wanted: TimelineCode) -> bool {
    effects
        .iter()
        .any(|effect| matches!(effect, Effect::Note { code, .. } if *code == wanted))
}

/// Goes through events at one time each, `(seconds after START, event)`; gives the job and the last effects.
fn play(job: Job, events: Vec<(i64, Event)>) -> (Job, Vec<Effect>) {
    events
        .into_iter()
        .fold((job, vec![]), |(job, _), (at, event)| {
            next(job, event, START + at * 1_000)
        })
}

fn recording() -> Job {
    let (job, _) = play(
        job(),
        vec![
            (0, Event::Pressed),
            (
                1,
                Event::Acquired {
                    resource_id: "res".into(),
                },
            ),
            (1, Event::StartSent),
            (2, Event::Started { sid: "sid".into() }),
            (7, Event::Tick),
            (7, seen(5)),
        ],
    );
    assert_eq!(
        job.recording.state,
        State::Recording,
        "a smooth start records"
    );
    job
}

#[test]
fn a_sid_alone_is_not_taken_for_a_recording() {
    let (job, _) = play(
        job(),
        vec![
            (0, Event::Pressed),
            (
                1,
                Event::Acquired {
                    resource_id: "res".into(),
                },
            ),
            (1, Event::StartSent),
            (2, Event::Started { sid: "sid".into() }),
        ],
    );
    assert_eq!(
        job.recording.state,
        State::Confirming,
        "query has yet to say 4 or 5"
    );
    assert_eq!(
        job.recording.next_check_at,
        Some(START + 7_000),
        "first asked after 5 s"
    );
    let (job, effects) = next(job, Event::Tick, START + 7_000);
    assert_eq!(asks(&effects), vec![&Ask::Query]);
    let (job, effects) = next(job, seen(4), START + 7_200);
    assert_eq!(job.recording.state, State::Recording);
    assert!(noted(&effects, TimelineCode::Joined) && !noted(&effects, TimelineCode::FirstPiece));
}

#[test]
fn a_start_without_an_answer_is_repeated_and_never_acquired_again() {
    let lost = fault(FaultKind::Trouble, true);
    let (job, _) = play(
        job(),
        vec![
            (0, Event::Pressed),
            (
                1,
                Event::Acquired {
                    resource_id: "res".into(),
                },
            ),
            (1, Event::StartSent),
            (31, Event::StartFailed(lost)),
        ],
    );
    assert_eq!(job.recording.state, State::Starting);
    let (job, effects) = next(job, Event::Tick, START + 34_000);
    assert_eq!(
        asks(&effects),
        vec![&Ask::Start],
        "the same start, on the same resource"
    );
    let known = fault(FaultKind::AlreadyStarted, false);
    let (job, effects) = next(job, Event::StartFailed(known), START + 35_000);
    assert_eq!(
        job.recording.state,
        State::Unconfirmed,
        "it runs, and its sid is unknown"
    );
    assert_eq!(asks(&effects), vec![&Ask::FindSid]);
    let (job, effects) = next(job, Event::SidFound { sid: "s".into() }, START + 36_000);
    assert_eq!(job.recording.state, State::Confirming);
    assert_eq!(asks(&effects), vec![&Ask::Query]);
}

#[test]
fn a_404_is_believed_after_ninety_seconds_and_not_before() {
    let mut job = recording();
    let mut now = START + 20_000;
    let from = now;
    let gone = || Event::QueryFailed(fault(FaultKind::NotFound, false));
    (job, _) = next(job, gone(), now);
    while job.recording.state == State::OutOfSight {
        now = job.recording.next_check_at.unwrap();
        (job, _) = next(job, Event::Tick, now);
        (job, _) = next(job, gone(), now);
    }
    assert_eq!(now - from, 90_000, "the whole window is waited out");
    assert_eq!(
        job.recording.problem.as_ref().unwrap().code,
        FailureCode::EndedByItself
    );
    assert_eq!(
        job.recording.state,
        State::Uploading,
        "and its files are looked for"
    );
}

#[test]
fn a_worker_that_comes_back_goes_on_as_if_nothing_had_been() {
    let job = recording();
    let (job, _) = play(
        job,
        vec![
            (20, Event::QueryFailed(fault(FaultKind::NotFound, false))),
            (25, Event::Tick),
            (25, Event::QueryFailed(fault(FaultKind::NotFound, false))),
            (35, Event::Tick),
        ],
    );
    let (job, effects) = next(job, seen(5), START + 35_000);
    assert_eq!(job.recording.state, State::Recording);
    assert!(noted(&effects, TimelineCode::InSight));
    assert!(job.recording.problem.is_none());
}

#[test]
fn a_stop_that_is_answered_404_ends_after_the_window_and_without_blame() {
    let (mut job, effects) = next(recording(), Event::StopPressed, START + 60_000);
    assert_eq!(asks(&effects), vec![&Ask::Stop]);
    let mut now = START + 61_000;
    loop {
        (job, _) = next(
            job,
            Event::StopFailed(fault(FaultKind::NotFound, false)),
            now,
        );
        if job.recording.state != State::OutOfSight {
            break;
        }
        now = job.recording.next_check_at.unwrap();
        let effects;
        (job, effects) = next(job, Event::Tick, now);
        assert_eq!(
            asks(&effects),
            vec![&Ask::Stop],
            "the stop itself is asked again"
        );
    }
    assert_eq!(now, START + 61_000 + 90_000);
    assert!(
        job.recording.problem.is_none(),
        "the person wanted it to end"
    );
    let names = vec!["a.m3u8".to_owned()];
    let (job, _) = next(
        job,
        Event::FilesSeen {
            names,
            complete: true,
        },
        now + 1_000,
    );
    assert_eq!(job.recording.state, State::Saved);
}

#[test]
fn a_stop_that_does_not_come_through_is_tried_until_it_does() {
    let (mut job, _) = next(recording(), Event::StopPressed, START + 60_000);
    for _ in 0..200 {
        let now = job.recording.next_check_at.unwrap_or(START + 60_000);
        (job, _) = next(job, Event::StopFailed(fault(FaultKind::Trouble, true)), now);
        assert_eq!(
            job.recording.state,
            State::Stopping,
            "a stop is never given up"
        );
        let due = job.recording.next_check_at.unwrap();
        assert!(
            due - now <= 30_000,
            "and never waits longer than half a minute"
        );
        let effects;
        (job, effects) = next(job, Event::Tick, due);
        assert_eq!(asks(&effects), vec![&Ask::Stop]);
    }
    let answer = Event::Stopped {
        upload: Some(Upload::Uploaded),
        files: vec!["a.m3u8".into()],
    };
    let (job, _) = next(job, answer, START + 9_000_000);
    let (job, _) = next(job, Event::FilesUnreadable, START + 9_000_000);
    assert_eq!(job.recording.state, State::Saved);
}

#[test]
fn the_service_out_of_reach_ends_nothing() {
    let mut job = recording();
    let mut now = START + 20_000;
    for _ in 0..500 {
        (job, _) = next(
            job,
            Event::QueryFailed(fault(FaultKind::Trouble, false)),
            now,
        );
        assert_eq!(
            job.recording.state,
            State::Recording,
            "no contact says nothing about the recording"
        );
        now = job.recording.next_check_at.unwrap();
        (job, _) = next(job, Event::Tick, now);
        if job.recording.stop_wanted {
            break;
        }
    }
    assert!(
        now >= START + 7_200_000,
        "the planned end is kept all the same"
    );
    assert_eq!(job.recording.state, State::Stopping);
}

#[test]
fn the_newest_layout_wins_and_one_is_in_flight() {
    let layout = |id: &str| Box::new(layouts::find(id).unwrap());
    let (job, effects) = next(
        recording(),
        Event::LayoutPressed(layout("sideBySide")),
        START + 20_000,
    );
    assert_eq!(asks(&effects).len(), 1, "sent at once");
    let (job, effects) = next(job, Event::LayoutPressed(layout("grid3x3")), START + 20_100);
    assert!(
        asks(&effects).is_empty(),
        "waits for the answer of the one before"
    );
    let (job, _) = next(job, Event::LayoutPressed(layout("one")), START + 20_200);
    let (job, effects) = next(job, Event::LayoutTaken, START + 20_300);
    assert_eq!(
        asks(&effects),
        vec![&Ask::Layout(layout("one"))],
        "the one in between is never sent"
    );
    let (job, _) = next(job, Event::LayoutTaken, START + 20_400);
    assert_eq!(job.recording.layout.id, "one");
    assert!(job.recording.layout_change.is_none());
}

#[test]
fn a_refused_layout_leaves_the_recording_as_it_was() {
    let layout = Box::new(layouts::find("one").unwrap());
    let (job, _) = next(recording(), Event::LayoutPressed(layout), START + 20_000);
    let refused = Event::LayoutFailed(fault(FaultKind::Refused, false));
    let (job, effects) = next(job, refused, START + 20_100);
    assert!(noted(&effects, TimelineCode::LayoutRefused));
    assert_eq!(job.recording.layout.id, "grid2x2");
    let change = job.recording.layout_change.unwrap();
    assert_eq!(change.state, LayoutChangeState::Refused);
    assert_eq!(
        change.failure.map(|failure| failure.code),
        Some(FailureCode::Refused),
        "the screen can say why"
    );
}

#[test]
fn closed_before_the_start_was_sent_means_nothing_was_recorded() {
    let (job, _) = next(job(), Event::Pressed, START);
    let (job, effects) = next(job, Event::Reopened, START + 3_600_000);
    assert_eq!(job.recording.state, State::Failed);
    assert!(
        asks(&effects).is_empty(),
        "a recording never begins by itself hours later"
    );
    assert_eq!(
        job.recording.problem.unwrap().code,
        FailureCode::Interrupted
    );
}

#[test]
fn closed_after_the_start_was_sent_repeats_that_start() {
    let (job, _) = play(
        job(),
        vec![
            (0, Event::Pressed),
            (
                1,
                Event::Acquired {
                    resource_id: "res".into(),
                },
            ),
            (1, Event::StartSent),
        ],
    );
    let (job, effects) = next(job, Event::Reopened, START + 60_000);
    assert_eq!(asks(&effects), vec![&Ask::Start]);
    let (job, _) = next(job, Event::Started { sid: "s".into() }, START + 61_000);
    assert_eq!(job.recording.sid.as_deref(), Some("s"));
}

#[test]
fn never_confirmed_is_stopped_after_ninety_seconds() {
    let (mut job, _) = play(
        job(),
        vec![
            (0, Event::Pressed),
            (
                1,
                Event::Acquired {
                    resource_id: "res".into(),
                },
            ),
            (1, Event::StartSent),
            (2, Event::Started { sid: "sid".into() }),
        ],
    );
    let mut effects = vec![];
    while job.recording.state == State::Confirming {
        let now = job.recording.next_check_at.unwrap();
        (job, _) = next(job, Event::Tick, now);
        (job, effects) = next(job, seen(2), now);
    }
    assert_eq!(
        asks(&effects),
        vec![&Ask::Stop],
        "it may cost money, so it is stopped"
    );
    assert_eq!(
        job.recording.problem.as_ref().unwrap().code,
        FailureCode::NeverConfirmed
    );
}

#[test]
fn nothing_sent_by_anybody_is_empty_and_no_failure_of_the_app() {
    let (job, _) = next(recording(), Event::StopPressed, START + 60_000);
    let nothing = Event::StopFailed(fault(FaultKind::NothingRecorded, false));
    let (job, _) = next(job, nothing, START + 61_000);
    assert_eq!(job.recording.state, State::Empty);
}

#[test]
fn reopened_while_starting_no_answer_throws_it_away() {
    for kind in [
        FaultKind::Trouble,
        FaultKind::Refused,
        FaultKind::ResourceExpired,
    ] {
        let (job, _) = play(
            job(),
            vec![
                (0, Event::Pressed),
                (
                    1,
                    Event::Acquired {
                        resource_id: "res".into(),
                    },
                ),
                (1, Event::StartSent),
                (60, Event::Reopened),
                (61, Event::StartFailed(fault(kind, false))),
            ],
        );
        assert!(
            matches!(job.recording.state, State::Starting | State::Unconfirmed),
            "the first start may be recording, but after {kind:?} it is {:?}",
            job.recording.state
        );
    }
}

#[test]
fn one_odd_answer_does_not_end_a_long_recording() {
    let layout = Box::new(layouts::find("one").unwrap());
    let (job, _) = play(
        recording(),
        vec![
            (3_600, Event::Tick),
            (3_600, Event::LayoutPressed(layout)),
            (3_640, Event::LayoutFailed(fault(FaultKind::Trouble, true))),
            (3_643, Event::Tick),
            (3_643, seen(2)),
        ],
    );
    assert_eq!(job.recording.state, State::Recording);
    assert!(!job.recording.stop_wanted);
    let (job, effects) = next(job, seen(5), START + 3_700_000);
    assert!(
        matches!(asks(&effects).as_slice(), [Ask::Layout(_)]),
        "the layout is sent again"
    );
    assert_eq!(
        job.recording.layout_change.unwrap().state,
        LayoutChangeState::Sent
    );
}

#[test]
fn a_layout_in_flight_at_a_kill_is_sent_again() {
    let layout = Box::new(layouts::find("one").unwrap());
    let (job, _) = next(recording(), Event::LayoutPressed(layout), START + 20_000);
    let text = serde_json::to_string(&job).unwrap();
    let (job, _) = next(
        serde_json::from_str(&text).unwrap(),
        Event::Reopened,
        START + 60_000,
    );
    let (_, effects) = next(job, seen(5), START + 61_000);
    let sent = asks(&effects)
        .into_iter()
        .any(|ask| matches!(ask, Ask::Layout(l) if l.id == "one"));
    assert!(
        sent,
        "nobody knows whether it arrived, and sending it twice does no harm"
    );
}

#[test]
fn a_stop_without_an_id_waits_out_the_idle_time_and_does_not_claim_an_end() {
    let (job, _) = play(
        job(),
        vec![
            (0, Event::Pressed),
            (
                1,
                Event::Acquired {
                    resource_id: "res".into(),
                },
            ),
            (1, Event::StartSent),
            (
                2,
                Event::StartFailed(fault(FaultKind::AlreadyStarted, false)),
            ),
            (2, Event::SidMissing),
            (5_000, Event::StopPressed),
            (5_001, Event::Tick),
            (5_001, Event::SidMissing),
        ],
    );
    assert_eq!(
        job.recording.state,
        State::Unconfirmed,
        "the idle time counts from the stop"
    );
    let (job, _) = play(job, vec![(5_400, Event::Tick), (5_400, Event::SidMissing)]);
    assert_eq!(job.recording.state, State::Ended);
    assert_eq!(
        job.recording.problem.unwrap().code,
        FailureCode::MayStillRun
    );
    assert!(job.recording.ended_at.is_none(), "nobody saw it end");
}

#[test]
fn when_control_is_over_a_refusal_ends_it() {
    let job = recording();
    let over = job.recording.control_until.unwrap();
    let (job, _) = next(job, Event::StopPressed, over - 10_000);
    let expired = || Event::StopFailed(fault(FaultKind::ResourceExpired, false));
    let (job, _) = next(job, expired(), over - 5_000);
    assert_eq!(
        job.recording.state,
        State::Stopping,
        "tried for as long as calls are possible"
    );
    let (job, _) = next(job, expired(), over + 1_000);
    let (job, _) = next(job, Event::FilesUnreadable, over + 1_000);
    assert_eq!(job.recording.state, State::Ended);
    assert_eq!(
        job.recording.problem.unwrap().code,
        FailureCode::NoLongerControllable
    );
}

/// A recording whose start has gone out, `seconds` after the press.
fn starting(seconds: i64) -> Job {
    let resource_id = "res".to_owned();
    let events = vec![
        (0, Event::Pressed),
        (seconds, Event::Acquired { resource_id }),
        (seconds, Event::StartSent),
    ];
    play(job(), events).0
}

#[test]
fn one_call_too_many_waits_for_its_turn() {
    let many = || fault(FaultKind::TooMany, false);
    let (job, _) = play(
        job(),
        vec![(0, Event::Pressed), (1, Event::AcquireFailed(many()))],
    );
    assert_eq!(job.recording.state, State::Preparing, "nothing is lost yet");
    assert!(job.recording.problem.is_some(), "and it is said");
    assert_eq!(due(&job), Some(START + 4_000), "three seconds later");
    let (job, effects) = next(job, Event::Tick, START + 4_000);
    assert_eq!(asks(&effects), [&Ask::Acquire], "the same again");
    let resource_id = "res".to_owned();
    let (job, effects) = next(job, Event::Acquired { resource_id }, START + 4_500);
    assert_eq!(asks(&effects), [&Ask::Start], "it goes on");
    assert!(job.recording.problem.is_none(), "all is well");

    let (mut job, _) = next(job, Event::StartSent, START + 4_500);
    for wait in [3, 6, 12, 24] {
        let now = due(&job).unwrap_or(START + 5_000);
        (job, _) = next(job, Event::StartFailed(many()), now);
        assert_eq!(job.recording.state, State::Starting, "before {wait} s");
        let at = due(&job).expect("it is tried again");
        assert_eq!(at - now, wait * 1_000, "longer each time");
        let effects;
        (job, effects) = next(job, Event::Tick, at);
        assert_eq!(asks(&effects), [&Ask::Start], "the same start");
    }
    let (job, _) = next(job, Event::StartFailed(many()), START + 100_000);
    assert_eq!(job.recording.state, State::Failed, "not for ever");
    assert!(job.recording.sid.is_none(), "it never ran");
}

#[test]
fn a_stop_before_its_turn_ends_it_without_a_call() {
    let many = Event::StartFailed(fault(FaultKind::TooMany, false));
    let (job, effects) = play(starting(1), vec![(2, many), (3, Event::StopPressed)]);
    assert_eq!(
        job.recording.state,
        State::Ended,
        "there is nothing to stop"
    );
    assert!(
        asks(&effects).is_empty(),
        "and nothing is begun: {effects:?}"
    );
    // A start that may have worked is another matter.
    let lost = Event::StartFailed(fault(FaultKind::Trouble, true));
    let (job, _) = play(starting(1), vec![(2, lost), (3, Event::StopPressed)]);
    assert_eq!(job.recording.state, State::Starting, "it may be running");
}

#[test]
fn where_there_is_no_worker_another_resource_may_find_one() {
    let full = || Event::StartFailed(fault(FaultKind::NoRoom, false));
    let mut job = starting(1);
    for round in 1..=3 {
        let effects;
        (job, effects) = next(job, full(), START + round * 2_000);
        assert_eq!(asks(&effects), [&Ask::Acquire], "at once, time {round}");
        assert!(job.recording.resource_id.is_none(), "the old one is dead");
        let resource_id = format!("res{round}");
        let acquired = vec![
            (2 * round, Event::Acquired { resource_id }),
            (2 * round, Event::StartSent),
        ];
        job = play(job, acquired).0;
    }
    let (failed, _) = next(job, full(), START + 10_000);
    assert_eq!(failed.recording.state, State::Failed, "not for ever");

    let lost = Event::StartFailed(fault(FaultKind::Trouble, true));
    let (job, effects) = play(starting(1), vec![(2, lost), (5, Event::Tick), (6, full())]);
    assert_eq!(
        (job.recording.state, job.recording.resource_id.as_deref()),
        (State::Starting, Some("res")),
        "the first of these starts may be recording: only that one is repeated"
    );
    assert!(asks(&effects).is_empty(), "later: {effects:?}");
}

/// A service with one recorder in it, and a network that may lose what goes either way.
#[derive(Default)]
struct Sim {
    live: bool,
}

impl Sim {
    fn answer(&mut self, ask: &Ask, luck: u8) -> Event {
        let lost = || fault(FaultKind::Trouble, true);
        let nobody = || fault(FaultKind::Trouble, false);
        let refused = || fault(FaultKind::Refused, false);
        match (ask, luck % 4) {
            (Ask::Acquire, 0) => Event::AcquireFailed(nobody()),
            (Ask::Start, 0) => Event::StartFailed(nobody()),
            (Ask::Start, 1) => Event::StartFailed(refused()),
            (Ask::Start, luck) => {
                let again = std::mem::replace(&mut self.live, true);
                match (luck, again) {
                    (2, _) => Event::StartFailed(lost()),
                    (_, true) => Event::StartFailed(fault(FaultKind::AlreadyStarted, false)),
                    (_, false) => Event::Started { sid: "sid".into() },
                }
            }
            (Ask::Query, 0) => Event::QueryFailed(nobody()),
            (Ask::Query, 1) => Event::QueryFailed(refused()),
            (Ask::Query, _) if !self.live => Event::QueryFailed(fault(FaultKind::NotFound, false)),
            (Ask::Stop, 0) => Event::StopFailed(nobody()),
            (Ask::Stop, _) if !self.live => Event::StopFailed(fault(FaultKind::NotFound, false)),
            (Ask::Stop, luck) => {
                self.live = false;
                if luck == 1 {
                    Event::StopFailed(lost())
                } else {
                    healthy(&Ask::Stop)
                }
            }
            (Ask::FindSid, 3) if self.live => healthy(&Ask::FindSid),
            (Ask::FindSid, _) => Event::SidMissing,
            (Ask::LookAtFiles, _) => Event::FilesUnreadable,
            (Ask::Layout(_), 0) => Event::LayoutFailed(lost()),
            (ask, _) => healthy(ask),
        }
    }
}

fn any_event() -> impl Strategy<Value = Event> {
    let kinds = prop_oneof![
        Just(FaultKind::NotFound),
        Just(FaultKind::AlreadyStarted),
        Just(FaultKind::AlreadyStopping),
        Just(FaultKind::NothingRecorded),
        Just(FaultKind::ResourceExpired),
        Just(FaultKind::Refused),
        Just(FaultKind::Trouble),
        Just(FaultKind::TooMany),
        Just(FaultKind::NoRoom),
    ];
    let faults = (kinds, any::<bool>())
        .prop_map(|(kind, acted)| fault(kind, acted))
        .boxed();
    prop_oneof![
        Just(Event::Tick),
        Just(Event::Reopened),
        Just(Event::StopPressed),
        Just(Event::CheckPressed),
        Just(Event::StartSent),
        Just(Event::SidMissing),
        Just(Event::FilesUnreadable),
        Just(Event::LayoutTaken),
        (1u32..600).prop_map(Event::Extended),
        Just(Event::LayoutPressed(Box::new(
            layouts::find("one").unwrap()
        ))),
        Just(Event::Acquired {
            resource_id: "res".into()
        }),
        Just(Event::Started { sid: "sid".into() }),
        Just(Event::SidFound { sid: "sid".into() }),
        (-1i64..30).prop_map(seen),
        any::<bool>().prop_map(|complete| Event::FilesSeen {
            names: vec!["a.m3u8".into()],
            complete
        }),
        Just(Event::Stopped {
            upload: None,
            files: vec![]
        }),
        faults.clone().prop_map(Event::AcquireFailed),
        faults.clone().prop_map(Event::StartFailed),
        faults.clone().prop_map(Event::QueryFailed),
        faults.clone().prop_map(Event::StopFailed),
        faults.prop_map(Event::LayoutFailed),
    ]
}

/// A service that answers every call as it should.
fn healthy(ask: &Ask) -> Event {
    match ask {
        Ask::Acquire => Event::Acquired {
            resource_id: "res".into(),
        },
        Ask::Start => Event::Started { sid: "sid".into() },
        Ask::Query => seen(5),
        Ask::Layout(_) => Event::LayoutTaken,
        Ask::Stop => Event::Stopped {
            upload: Some(Upload::Uploaded),
            files: vec!["a.m3u8".into()],
        },
        Ask::FindSid => Event::SidFound { sid: "sid".into() },
        Ask::LookAtFiles => Event::FilesSeen {
            names: vec!["a.m3u8".into()],
            complete: true,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever happened before, a stop and a working service bring every recording to its end.
    #[test]
    fn every_recording_can_be_ended(events in proptest::collection::vec((any_event(), 0i64..200_000), 0..60)) {
        let mut now = START;
        let (mut job, _) = next(job(), Event::Pressed, now);
        for (event, wait) in events {
            now += wait;
            (job, _) = next(job, event, now);
        }
        // The process ends and is opened again: no call is in flight, and then a person presses stop.
        let mut todo = vec![Event::Reopened, Event::StopPressed];
        for _ in 0..200 {
            if job.recording.state.is_final() {
                break;
            }
            let event = if todo.is_empty() { Event::Tick } else { todo.remove(0) };
            let effects;
            (job, effects) = next(job, event, now);
            todo.extend(asks(&effects).into_iter().map(healthy));
            if todo.is_empty() {
                now = due(&job).unwrap_or(now + 1_000).max(now);
            }
        }
        prop_assert!(job.recording.state.is_final(), "stuck in {:?}", job.recording.state);
        prop_assert!(due(&job).is_none(), "nothing more is asked");
        let unseen = job.recording.problem.as_ref().is_some_and(|p| p.code == FailureCode::MayStillRun);
        prop_assert!(unseen || job.recording.ended_at.is_some(), "it is known when it ended");
    }

    /// Whatever the network loses and whenever the app is killed: what runs is never taken for ended.
    #[test]
    fn nothing_that_runs_is_given_up(lucks in proptest::collection::vec(any::<u8>(), 1..80)) {
        let mut sim = Sim::default();
        let mut now = START;
        let (mut job, effects) = next(job(), Event::Pressed, now);
        let mut flying: Vec<Ask> = asks(&effects).into_iter().cloned().collect();
        for luck in lucks {
            let event = match (luck / 4 % 12, flying.is_empty()) {
                (0, _) => {
                    // Killed: what was in flight may have arrived.
                    for ask in flying.drain(..) {
                        sim.answer(&ask, luck);
                    }
                    now += 30_000;
                    Event::Reopened
                }
                (1, _) => Event::StopPressed,
                (_, true) => { now = due(&job).unwrap_or(now + 1_000).max(now); Event::Tick }
                (_, false) => { now += 500; let ask = flying.remove(0); sim.answer(&ask, luck) }
            };
            let effects;
            (job, effects) = next(job, event, now);
            for ask in asks(&effects) {
                if *ask == Ask::Start {
                    (job, _) = next(job, Event::StartSent, now);
                }
            }
            flying.extend(asks(&effects).into_iter().cloned());
            if job.recording.state.is_final() {
                let said = job.recording.problem.as_ref().map(|problem| problem.code);
                prop_assert!(
                    !sim.live || said == Some(FailureCode::MayStillRun),
                    "it runs, and the app says {:?}, {said:?}", job.recording.state
                );
                break;
            }
        }
    }

    /// A state that is not final always has a call in flight or a time at which something is done.
    #[test]
    fn nothing_is_forgotten(events in proptest::collection::vec((any_event(), 0i64..60_000), 0..60)) {
        let mut now = START;
        let (mut job, effects) = next(job(), Event::Pressed, now);
        let mut flying: Vec<Ask> = asks(&effects).into_iter().cloned().collect();
        for (event, wait) in events {
            now += wait;
            // Only answers to calls that are in flight can come.
            let event = match (&event, flying.pop()) {
                (Event::StopPressed | Event::Extended(_) | Event::LayoutPressed(_), ask) => {
                    flying.extend(ask);
                    event
                }
                (_, Some(ask)) => answer(&ask, event),
                (_, None) => { now = now.max(due(&job).unwrap_or(now)); Event::Tick }
            };
            let effects;
            (job, effects) = next(job, event, now);
            flying.extend(asks(&effects).into_iter().cloned());
            if flying.contains(&Ask::Start) {
                (job, _) = next(job, Event::StartSent, now);
            }
            prop_assert!(
                job.recording.state.is_final() || !flying.is_empty() || due(&job).is_some(),
                "{:?} waits for nothing", job.recording.state
            );
        }
    }

    /// What is on the disk is the whole of a job but for the calls in flight.
    #[test]
    fn a_job_reads_back_as_it_was_written(events in proptest::collection::vec((any_event(), 0i64..60_000), 0..30)) {
        let mut now = START;
        let mut job = job();
        for (event, wait) in events {
            now += wait;
            (job, _) = next(job, event, now);
        }
        let text = serde_json::to_string(&job).unwrap();
        let back: Job = serde_json::from_str(&text).unwrap();
        job.busy = Busy::default();
        prop_assert_eq!(back, job);
    }
}

/// An answer to `ask`: the drawn event where it is one, else a failure of the drawn kind.
fn answer(ask: &Ask, drawn: Event) -> Event {
    let drawn_fault = match &drawn {
        Event::AcquireFailed(fault)
        | Event::StartFailed(fault)
        | Event::QueryFailed(fault)
        | Event::StopFailed(fault)
        | Event::LayoutFailed(fault) => Some(fault.clone()),
        _ => None,
    };
    match (ask, drawn_fault) {
        (Ask::Acquire, Some(fault)) => Event::AcquireFailed(fault),
        (Ask::Start, Some(fault)) => Event::StartFailed(fault),
        (Ask::Query, Some(fault)) => Event::QueryFailed(fault),
        (Ask::Stop, Some(fault)) => Event::StopFailed(fault),
        (Ask::Layout(_), Some(fault)) => Event::LayoutFailed(fault),
        (Ask::FindSid, Some(_)) => Event::SidMissing,
        (Ask::LookAtFiles, Some(_)) => Event::FilesSeen {
            names: vec![],
            complete: false,
        },
        (Ask::Query, None) => match drawn {
            Event::Seen { .. } => drawn,
            _ => healthy(ask),
        },
        (ask, None) => healthy(ask),
    }
}
