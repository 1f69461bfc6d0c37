//! The judgement alone, one fact changed at a time.

use cloud_recording::contract::{IssueCode, Severity};
use cloud_recording::{Secret, token};
use serde_json::json;

use super::*;
use PreflightCode as Code;
use PreflightFix as Fix;
use PreflightSubject as Subject;

const NOW: i64 = 1_795_514_400_000;
const APP_ID: &str = "0123456789abcdef0123456789abcdef";

fn setup() -> Setup {
    let picture = json!({ "width": 1280, "height": 720, "fps": 30, "bitrate": null });
    let more = json!({
        "channelType": null, "recorderId": null, "audioProfile": 0, "videoStreamType": 0,
        "mp4": true, "backgroundColor": null, "controlHours": null, "region": null,
    });
    serde_json::from_value(json!({
        "accountId": PRACTICE, "channel": "town-hall", "recordAs": "combinedVideo",
        "picture": picture, "layoutId": "grid2x2", "storageId": PRACTICE,
        "stop": { "afterMinutes": 120, "idleSeconds": 300 }, "more": more,
    }))
    .unwrap()
}

fn check(can_record: bool, can_play: bool) -> StorageCheck {
    let step = |step, fine| StorageCheckLine {
        step,
        level: match (fine, step) {
            (true, _) => Level::Ok,
            (false, StorageStep::Write) => Level::Bad,
            (false, _) => Level::Warn,
        },
        trouble: None,
        failure: (!fine).then(|| Failure::new(FailureCode::Storage, "denied")),
    };
    StorageCheck {
        at: NOW,
        can_record,
        can_play,
        region: None,
        lines: vec![
            step(StorageStep::Write, can_record),
            step(StorageStep::Read, can_play),
        ],
    }
}

fn facts() -> Facts {
    Facts {
        setup: setup(),
        layout: crate::layouts::find("grid2x2").unwrap(),
        issues: Vec::new(),
        keys: Asked::Told(()),
        people: Asked::Told(People {
            exists: true,
            channel_type: Some(ChannelType::Communication),
            ids: vec![11, 12, 13],
            audience: 0,
        }),
        reserved: Asked::Told(()),
        storage: Asked::Told(check(true, true)),
        token: Asked::Unasked,
        app_id: APP_ID.to_owned(),
        recording_ids: Vec::new(),
        now: NOW,
    }
}

/// The line about `subject` once `change` has been made to facts that are all fine.
fn found(subject: Subject, change: impl FnOnce(&mut Facts)) -> PreflightLine {
    let mut facts = facts();
    change(&mut facts);
    let lines = judge::judge(&facts);
    lines
        .into_iter()
        .find(|line| line.subject == subject)
        .unwrap()
}

fn is(found: &PreflightLine, level: Level, code: Code, fix: Option<Fix>) {
    let seen = (found.level, found.code, found.fix);
    assert_eq!(seen, (level, code, fix), "{found:?}");
}

fn refused(code: FailureCode, status: u16) -> Failure {
    Failure {
        status: Some(status),
        ..Failure::new(code, "refused")
    }
}

#[test]
fn nothing_wrong_is_green_all_the_way_with_one_line_for_each_subject() {
    let lines = judge::judge(&facts());
    assert_eq!(lines.len(), 10);
    for line in &lines {
        assert!(matches!(line.level, Level::Ok | Level::Info), "{line:?}");
        assert_eq!(line.fix, None, "nothing is to be done: {line:?}");
    }
}

#[test]
fn every_line_that_blocks_has_a_button() {
    let mut facts = facts();
    facts.people = Asked::Failed(refused(FailureCode::Unauthorized, 401));
    facts.reserved = Asked::Failed(refused(FailureCode::AppIdRefused, 400));
    facts.storage = Asked::Told(check(false, false));
    facts.recording_ids = vec!["7".to_owned()];
    facts.setup.more.recorder_id = Some("7".to_owned());
    for line in judge::judge(&facts) {
        assert!(line.level != Level::Bad || line.fix.is_some(), "{line:?}");
    }
}

#[test]
fn a_refused_secret_is_the_projects_and_says_nothing_of_recording() {
    let refuse = |facts: &mut Facts| {
        facts.people = Asked::Failed(refused(FailureCode::Unauthorized, 401));
        facts.reserved = Asked::Failed(refused(FailureCode::Unauthorized, 401));
    };
    let account = found(Subject::Account, refuse);
    is(&account, Level::Bad, Code::Failed, Some(Fix::OpenAccount));
    let recording = found(Subject::Recording, refuse);
    is(&recording, Level::Info, Code::Unasked, None);
}

#[test]
fn recording_switched_off_is_red_and_the_credentials_green() {
    let off = |facts: &mut Facts| {
        facts.reserved = Asked::Failed(refused(FailureCode::AppIdRefused, 400));
    };
    let line = found(Subject::Recording, off);
    is(&line, Level::Bad, Code::Failed, Some(Fix::OpenAccount));
    let line = found(Subject::Account, off);
    is(&line, Level::Ok, Code::AccountAccepted, None);
}

#[test]
fn a_busy_service_is_amber_and_an_unreachable_one_red() {
    let busy = |facts: &mut Facts| {
        facts.reserved = Asked::Failed(refused(FailureCode::ServiceTrouble, 503));
        facts.people = Asked::Failed(refused(FailureCode::RateLimited, 429));
    };
    let line = found(Subject::Recording, busy);
    is(&line, Level::Warn, Code::Failed, Some(Fix::CheckAgain));
    let line = found(Subject::Account, busy);
    is(&line, Level::Ok, Code::AccountAccepted, None);
    let gone = Failure::new(FailureCode::Unreachable, "no connection");
    let line = found(Subject::Account, |facts| {
        facts.people = Asked::Failed(gone.clone());
        facts.reserved = Asked::Failed(gone);
    });
    is(&line, Level::Bad, Code::Failed, Some(Fix::CheckAgain));
}

#[test]
fn no_answer_in_time_blocks_nothing() {
    let slow = |facts: &mut Facts| {
        facts.people = Asked::Late;
        facts.reserved = Asked::Late;
        facts.storage = Asked::Late;
    };
    for subject in [
        Subject::Account,
        Subject::Recording,
        Subject::Channel,
        Subject::Storage,
    ] {
        let line = found(subject, slow);
        is(&line, Level::Warn, Code::Late, Some(Fix::CheckAgain));
    }
}

#[test]
fn a_locked_keychain_can_be_tried_again_and_a_lost_secret_is_typed_anew() {
    for (code, fix) in [
        (FailureCode::KeychainLocked, Fix::CheckAgain),
        (FailureCode::SecretMissing, Fix::OpenAccount),
    ] {
        let line = found(Subject::Account, |facts| {
            facts.keys = Asked::Failed(Failure::new(code, "no secret"));
        });
        is(&line, Level::Bad, Code::Failed, Some(fix));
    }
}

#[test]
fn nobody_there_is_amber() {
    let line = found(Subject::Channel, |facts| {
        facts.people = Asked::Told(People {
            exists: false,
            channel_type: None,
            ids: Vec::new(),
            audience: 0,
        });
    });
    is(
        &line,
        Level::Warn,
        Code::ChannelEmpty,
        Some(Fix::CheckAgain),
    );
}

#[test]
fn another_channel_type_than_the_peoples_is_red() {
    let line = found(Subject::ChannelType, |facts| {
        facts.setup.more.channel_type = Some(ChannelType::Live);
    });
    is(
        &line,
        Level::Bad,
        Code::TypeDiffers,
        Some(Fix::FollowChannel),
    );
    assert_eq!(line.params["listed"], "communication");
    let line = found(Subject::ChannelType, |facts| {
        facts.people = Asked::Late;
    });
    is(&line, Level::Warn, Code::TypeAssumed, Some(Fix::CheckAgain));
}

#[test]
fn an_id_of_a_person_or_of_a_running_recorder_is_red() {
    let chosen = |id: &str| {
        let id = id.to_owned();
        move |facts: &mut Facts| facts.setup.more.recorder_id = Some(id)
    };
    let line = found(Subject::RecorderId, chosen("12"));
    is(&line, Level::Bad, Code::IdTaken, Some(Fix::FreeId));
    let line = found(Subject::RecorderId, chosen("99"));
    is(&line, Level::Ok, Code::IdFree, None);
    let line = found(Subject::RecorderId, |facts| {
        chosen("99")(facts);
        facts.recording_ids = vec!["99".to_owned()];
    });
    is(&line, Level::Bad, Code::IdRecords, Some(Fix::FreeId));
    let line = found(Subject::RecorderId, |facts| {
        chosen("99")(facts);
        facts.people = Asked::Late;
    });
    is(&line, Level::Warn, Code::IdUnseen, Some(Fix::FreeId));
}

fn token_for(channel: &str, uid: u32) -> Asked<RtcToken> {
    let certificate = Secret::from("fedcba9876543210fedcba9876543210");
    let issued = u32::try_from(NOW / 1_000).unwrap();
    let made = token::rtc(APP_ID, &certificate, channel, uid, issued, 5, 86_400).unwrap();
    Asked::Told(token::read(&made).unwrap())
}

#[test]
fn a_token_has_to_fit_and_to_outlive_the_planned_end() {
    let planned = |minutes: Option<u32>| {
        move |facts: &mut Facts| {
            facts.token = token_for("town-hall", 42);
            facts.setup.more.recorder_id = Some("42".to_owned());
            facts.setup.stop.after_minutes = minutes;
        }
    };
    let line = found(Subject::Token, planned(Some(1_440)));
    is(&line, Level::Ok, Code::TokenMade, None);
    let line = found(Subject::Token, planned(Some(1_441)));
    let fix = Some(Fix::EndWithinDay);
    is(&line, Level::Bad, Code::TokenEndsFirst, fix);
    let line = found(Subject::Token, planned(None));
    is(&line, Level::Warn, Code::TokenNoEnd, fix);
    let others = [("another", 42), ("town-hall", 43)];
    for (channel, uid) in others {
        let line = found(Subject::Token, |facts| {
            planned(Some(60))(facts);
            facts.token = token_for(channel, uid);
        });
        is(&line, Level::Bad, Code::TokenUnfit, Some(Fix::OpenAccount));
    }
}

#[test]
fn no_writing_is_red_and_no_reading_amber() {
    let line = found(Subject::Storage, |facts| {
        facts.storage = Asked::Told(check(false, false));
    });
    is(&line, Level::Bad, Code::Failed, Some(Fix::OpenStorage));
    let line = found(Subject::Storage, |facts| {
        facts.storage = Asked::Told(check(true, false));
    });
    let fix = Some(Fix::OpenStorage);
    is(&line, Level::Warn, Code::StorageNoPlay, fix);
}

#[test]
fn a_store_that_only_this_computer_cannot_reach_blocks_nothing() {
    for (trouble, level, fix) in [
        (StorageTrouble::NoConnection, Level::Warn, Fix::CheckAgain),
        (StorageTrouble::Proxy, Level::Warn, Fix::CheckAgain),
        (StorageTrouble::Signature, Level::Bad, Fix::OpenStorage),
        (StorageTrouble::NoBucket, Level::Bad, Fix::OpenStorage),
    ] {
        let mut tested = check(false, false);
        tested.lines[0].trouble = Some(trouble);
        let line = found(Subject::Storage, |facts| {
            facts.storage = Asked::Told(tested);
        });
        is(&line, level, Code::Failed, Some(fix));
    }
}

#[test]
fn an_issue_is_told_on_the_line_that_it_belongs_to() {
    let start = "/clientRequest/recordingConfig/transcodingConfig";
    let places = [
        (format!("{start}/layoutConfig/0/width"), Subject::Layout),
        (format!("{start}/backgroundImage"), Subject::Layout),
        (format!("{start}/width"), Subject::Picture),
        ("/cname".to_owned(), Subject::Channel),
        ("/uid".to_owned(), Subject::RecorderId),
        (
            "/clientRequest/storageConfig/region".to_owned(),
            Subject::Storage,
        ),
    ];
    for (path, subject) in places {
        for (severity, level) in [
            (Severity::Error, Level::Bad),
            (Severity::Warning, Level::Warn),
        ] {
            let issue = Issue {
                code: IssueCode::OutOfRange,
                path: path.clone(),
                severity,
                params: Default::default(),
            };
            let mut facts = facts();
            facts.issues = vec![issue.clone()];
            let lines = judge::judge(&facts);
            let told: Vec<_> = lines.iter().filter(|line| line.issue.is_some()).collect();
            assert_eq!(told.len(), 1, "{path} is told once: {told:?}");
            assert_eq!((told[0].subject, told[0].level), (subject, level), "{path}");
        }
    }
}

#[test]
fn people_that_the_layout_names_have_to_be_there() {
    let name = |uid: &'static str| {
        move |facts: &mut Facts| facts.layout.document.regions[0].uid = Some(uid.to_owned())
    };
    let line = found(Subject::Layout, name("77"));
    let fix = Some(Fix::OpenLayout);
    is(&line, Level::Warn, Code::LayoutAbsent, fix);
    assert_eq!(line.params["ids"], "77");
    let line = found(Subject::Layout, name("12"));
    is(&line, Level::Ok, Code::LayoutFine, None);
    let line = found(Subject::Layout, |facts| {
        name("77")(facts);
        facts.layout.document.regions[0].hidden = true;
    });
    is(&line, Level::Ok, Code::LayoutFine, None);
}

#[test]
fn the_price_follows_the_people_and_the_dearest_band_is_amber() {
    let line = found(Subject::Price, |_| {});
    // Three at 360p are within 720p; three at 720p need the band to 2560 × 1440.
    assert_eq!((&*line.params["low"], &*line.params["high"]), ("36", "144"));
    let crowd = |facts: &mut Facts| {
        facts.people = Asked::Told(People {
            exists: true,
            channel_type: None,
            ids: (1..=40).collect(),
            audience: 0,
        });
    };
    let line = found(Subject::Price, crowd);
    let fix = Some(Fix::SmallStreams);
    is(&line, Level::Warn, Code::PriceHigh, fix);
    assert_eq!(line.params["people"], "17", "no more are in one picture");
    let line = found(Subject::Price, |facts| {
        facts.setup.record_as = RecordAs::CombinedSound;
    });
    is(&line, Level::Ok, Code::PriceSound, None);
    assert_eq!(line.params["low"], "9", "1.49 dollars for 1,000 minutes");
}
