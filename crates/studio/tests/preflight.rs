//! Preflight against the stand-in: what each trouble is told as, and how long looking takes.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use cloud_recording::Secret;
use common::*;
use studio::Core;
use studio::types::PreflightCode as Code;
use studio::types::PreflightSubject as Subject;
use studio::types::*;

async fn look(core: &Core, setup: &Setup, again: bool) -> Preflight {
    let setup = setup.clone();
    core.preflight_run(PreflightRun { setup, again })
        .await
        .expect("looking itself does not fail")
}

fn about(preflight: &Preflight, subject: PreflightSubject) -> &PreflightLine {
    let mut lines = preflight.lines.iter();
    lines.find(|line| line.subject == subject).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn practice_is_green_within_two_seconds() {
    let bench = Bench::new();
    let core = bench.open().await;
    let setup = setup("town-hall");
    let begun = std::time::Instant::now();
    let first = look(&core, &setup, false).await;
    let took = begun.elapsed();
    for line in &first.lines {
        assert!(matches!(line.level, Level::Ok | Level::Info), "{line:?}");
    }
    assert!(!first.people.unwrap().ids.is_empty(), "somebody is there");
    assert!(took.as_millis() < 2_000, "it took {took:?}");
    let begun = std::time::Instant::now();
    look(&core, &setup, false).await;
    let memory = begun.elapsed();
    eprintln!("preflight took {took:?}, and {memory:?} from memory");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_trouble_is_told_on_its_own_line_and_held_against_the_start() {
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let core = bench.open().await;
    let mut setup = elsewhere(&core, server.url()).await;
    let found = look(&core, &setup, false).await;
    let account = about(&found, Subject::Account);
    assert_eq!(account.level, Level::Ok, "{account:?}");
    let storage = about(&found, Subject::Storage);
    assert_ne!(storage.level, Level::Ok, "no such bucket: {storage:?}");

    let people = found.people.unwrap();
    setup.more.recorder_id = Some(people.ids[0].to_string());
    setup.more.channel_type = Some(ChannelType::Live);
    let found = look(&core, &setup, false).await;
    assert_eq!(about(&found, Subject::RecorderId).code, Code::IdTaken);
    assert_eq!(about(&found, Subject::ChannelType).code, Code::TypeDiffers);

    core.account_secret_replace(AccountSecretReplace {
        id: setup.account_id.clone(),
        kind: AccountSecret::CustomerSecret,
        value: Secret::from("not-the-secret"),
    })
    .await
    .unwrap();
    let found = look(&core, &setup, true).await;
    let account = about(&found, Subject::Account);
    assert_eq!(account.level, Level::Bad);
    let failure = account.failure.clone().unwrap();
    assert_eq!(failure.code, FailureCode::Unauthorized);
    server.shutdown().await;
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_is_gone_is_said_so_at_once_and_found_again() {
    let bench = Bench::new();
    let (server, port, core, setup) = apart(&bench).await;
    look(&core, &setup, false).await;
    server.shutdown().await;
    let found = look(&core, &setup, false).await;
    let channel = about(&found, Subject::Channel);
    assert_eq!(
        channel.level,
        Level::Ok,
        "known from a moment ago: {channel:?}"
    );
    let found = look(&core, &setup, true).await;
    let account = about(&found, Subject::Account);
    assert_eq!(account.fix, Some(PreflightFix::CheckAgain), "{account:?}");
    assert_eq!(account.level, Level::Bad, "{account:?}");
    let server = bench.stand_in("alone", port).await;
    let found = look(&core, &setup, true).await;
    assert_eq!(about(&found, Subject::Account).level, Level::Ok);
    server.shutdown().await;
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_certificate_the_token_is_made_and_read_before_it_is_needed() {
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let core = bench.open().await;
    let mut setup = elsewhere(&core, server.url()).await;
    let id = setup.account_id.clone();
    assert_eq!(
        about(&look(&core, &setup, false).await, Subject::Token).code,
        Code::TokenNone
    );
    core.account_secret_replace(AccountSecretReplace {
        id,
        kind: AccountSecret::Certificate,
        value: Secret::from("fedcba9876543210fedcba9876543210"),
    })
    .await
    .unwrap();
    let found = look(&core, &setup, false).await;
    let token = about(&found, Subject::Token);
    assert_eq!((token.level, token.code), (Level::Ok, Code::TokenMade));
    setup.stop.after_minutes = Some(3_000);
    let found = look(&core, &setup, false).await;
    assert_eq!(about(&found, Subject::Token).code, Code::TokenEndsFirst);
    server.shutdown().await;
    core.shutdown().await;
}
