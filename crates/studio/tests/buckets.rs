//! Storages are tested for real, and each thing that can be wrong with one is told by its own word.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/s3.rs"]
mod s3;

use std::sync::Arc;

use StorageStep as Step;
use StorageTrouble as Trouble;
use cloud_recording::Secret;
use common::*;
use s3::{S3, count};
use studio::types::*;
use studio::{Core, ScaledClock};

/// A studio whose time runs as the world's does, since the network's time is the world's.
fn bench(pace: u32) -> Bench {
    Bench {
        clock: Arc::new(ScaledClock::new(pace)),
        ..Bench::new()
    }
}

async fn check(core: &Core, new: StorageAdd) -> StorageCheck {
    let id = core.storage_add(new).await.unwrap().id;
    let storage = core.storage_check(StorageRef { id }).await.unwrap();
    storage.check.expect("there is a check")
}

/// The first line that is not fine.
fn wrong(check: &StorageCheck) -> (Step, Level, Option<Trouble>) {
    let line = check.lines.iter().find(|line| line.level != Level::Ok);
    let line = line.unwrap_or_else(|| panic!("something is wrong: {check:#?}"));
    (line.step, line.level, line.trouble)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_that_works_is_written_read_removed_and_listed() {
    let bench = bench(1);
    let core = bench.open().await;
    let store = S3::start().await;
    let added = core.storage_add(store.storage()).await.unwrap();
    assert_eq!(added.check, None, "nothing is claimed before a test");
    let id = added.id;
    let tested = core
        .storage_check(StorageRef { id: id.clone() })
        .await
        .unwrap();
    let check = tested.check.unwrap();
    let steps: Vec<_> = check
        .lines
        .iter()
        .map(|line| (line.step, line.level))
        .collect();
    let wanted = [
        Step::Keychain,
        Step::Reach,
        Step::Sign,
        Step::Bucket,
        Step::Write,
        Step::Read,
        Step::Remove,
        Step::List,
    ]
    .map(|step| (step, Level::Ok));
    assert_eq!(steps, wanted, "every step is fine");
    assert!(check.can_record && check.can_play);
    assert_eq!(
        count(&store.bucket()),
        0,
        "nothing of the test stays behind"
    );
    let writes: Vec<_> = store
        .asked()
        .into_iter()
        .filter(|line| line.starts_with("PUT"))
        .collect();
    assert_eq!(writes.len(), 1, "one small file is written: {writes:?}");
    assert!(
        writes[0].starts_with("PUT /recordings/roomreelcheck/"),
        "in a folder of our own: {writes:?}"
    );
    core.shutdown().await;

    let core = bench.open().await;
    let again = core.storage_list(Empty {}).await.unwrap();
    let kept = again.into_iter().find(|storage| storage.id == id).unwrap();
    assert_eq!(kept.check, Some(check), "the last test is kept");
    let renamed = StorageUpdate {
        id,
        name: "Other bucket".to_owned(),
        vendor: 11,
        region: 0,
        bucket: "elsewhere".to_owned(),
        endpoint: kept.endpoint,
        access_key: None,
        secret_key: None,
    };
    let changed = core.storage_update(renamed).await.unwrap();
    assert_eq!(
        changed.check, None,
        "a test is good for the storage as it was"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_thing_that_is_wrong_has_its_own_word() {
    let bench = bench(1);
    let core = bench.open().await;
    let store = S3::start().await;

    let mut key = store.storage();
    key.access_key = Secret::from("canary-other-access-key");
    let found = check(&core, key).await;
    assert_eq!(
        wrong(&found),
        (Step::Sign, Level::Bad, Some(Trouble::KeyUnknown))
    );
    assert!(!found.can_record, "nothing can be saved with a wrong key");

    let mut secret = store.storage();
    secret.secret_key = Secret::from("canary-other-secret-key");
    let found = check(&core, secret).await;
    assert_eq!(
        wrong(&found),
        (Step::Sign, Level::Bad, Some(Trouble::Signature))
    );

    let mut bucket = store.storage();
    bucket.bucket = "not-there".to_owned();
    let found = check(&core, bucket).await;
    assert_eq!(
        wrong(&found),
        (Step::Bucket, Level::Bad, Some(Trouble::NoBucket))
    );

    let mut name = store.storage();
    name.endpoint = Some("store.invalid".to_owned());
    let found = check(&core, name).await;
    assert_eq!(
        wrong(&found),
        (Step::Reach, Level::Bad, Some(Trouble::NameUnknown))
    );

    let mut nobody = store.storage();
    nobody.endpoint = Some("127.0.0.1:9".to_owned());
    let found = check(&core, nobody).await;
    assert_eq!(
        wrong(&found),
        (Step::Reach, Level::Bad, Some(Trouble::NoConnection))
    );

    let mut kingsoft = store.storage();
    (kingsoft.vendor, kingsoft.region, kingsoft.endpoint) = (4, 0, None);
    let found = check(&core, kingsoft).await;
    assert_eq!(
        wrong(&found),
        (Step::Reach, Level::Warn, Some(Trouble::Unsupported))
    );
    assert!(
        found.can_record && !found.can_play,
        "a provider without a documented address can record and not play"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn policies_that_forbid_a_step_are_told_apart_from_wrong_keys() {
    let bench = bench(1);
    let core = bench.open().await;
    let store = S3::start().await;
    let id = core.storage_add(store.storage()).await.unwrap().id;
    let again = async || {
        let storage = core
            .storage_check(StorageRef { id: id.clone() })
            .await
            .unwrap();
        storage.check.unwrap()
    };

    store.fault(|faults| faults.denied = vec!["PUT"]);
    let found = again().await;
    assert_eq!(
        wrong(&found),
        (Step::Write, Level::Bad, Some(Trouble::Denied))
    );
    let steps: Vec<_> = found.lines.iter().map(|line| line.step).collect();
    assert!(
        !steps.contains(&Step::Read) && steps.contains(&Step::List),
        "nothing was written, so nothing is read; listing is another right: {steps:?}"
    );

    for (denied, step) in [
        ("GET", Step::Read),
        ("DELETE", Step::Remove),
        ("LIST", Step::List),
    ] {
        store.fault(|faults| faults.denied = vec![denied]);
        let found = again().await;
        assert_eq!(
            wrong(&found),
            (step, Level::Warn, Some(Trouble::Denied)),
            "{denied}"
        );
        assert!(
            found.can_record,
            "{denied}: a key that may only write is enough to record"
        );
        assert_eq!(
            found.can_play,
            step == Step::Remove,
            "{denied}: playing needs reading and listing"
        );
    }
    let left = found_file(&again, &store).await;
    assert!(
        left.starts_with("roomreelcheck/"),
        "what could not be removed is named: {left}"
    );
    core.shutdown().await;
}

async fn found_file(again: &impl AsyncFn() -> StorageCheck, store: &S3) -> String {
    store.fault(|faults| faults.denied = vec!["DELETE"]);
    let found = again().await;
    let line = found
        .lines
        .iter()
        .find(|line| line.step == Step::Remove)
        .unwrap();
    line.failure.as_ref().unwrap().params["file"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_region_is_found_from_the_store_and_an_answer_of_nobody_s_is_none() {
    let bench = bench(1);
    let core = bench.open().await;
    let store = S3::start().await;
    store.fault(|faults| faults.region = Some("home-7".to_owned()));
    let found = check(&core, store.storage()).await;
    assert!(
        found.can_play,
        "asked again in the region that it named: {found:#?}"
    );
    assert_eq!(found.region.as_deref(), Some("home-7"));

    let id = core.storage_add(store.storage()).await.unwrap().id;
    let cases: [(u16, String, (Step, Trouble)); 6] = [
        (
            301,
            error("PermanentRedirect"),
            (Step::Bucket, Trouble::WrongRegion),
        ),
        (
            403,
            error("RequestTimeTooSkewed"),
            (Step::Sign, Trouble::ClockSkew),
        ),
        (503, error("SlowDown"), (Step::Write, Trouble::Slow)),
        (
            500,
            error("InternalError"),
            (Step::Write, Trouble::StoreTrouble),
        ),
        (
            407,
            "<html>who are you</html>".to_owned(),
            (Step::Reach, Trouble::Proxy),
        ),
        (
            302,
            "<html>please log in</html>".to_owned(),
            (Step::Reach, Trouble::NotAStore),
        ),
    ];
    for (status, text, (step, trouble)) in cases {
        store.fault(|faults| faults.answer = Some((status, text)));
        let tested = core
            .storage_check(StorageRef { id: id.clone() })
            .await
            .unwrap();
        let found = tested.check.unwrap();
        assert_eq!(wrong(&found), (step, Level::Bad, Some(trouble)), "{status}");
        let failure = found
            .lines
            .iter()
            .find_map(|line| line.failure.clone())
            .unwrap();
        assert_eq!(
            failure.status,
            Some(status),
            "the status is kept for support"
        );
        assert!(
            !format!("{failure:?}").contains("told by the test"),
            "the store's own text is not: {failure:?}"
        );
    }
    core.shutdown().await;
}

fn error(code: &str) -> String {
    format!("<Error><Code>{code}</Code><Message>told by the test</Message></Error>")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_without_tls_or_without_an_answer_keeps_nobody_waiting() {
    let bench = bench(30);
    let core = bench.open().await;
    let store = S3::start().await;
    store.fault(|faults| faults.silent = true);
    let found = check(&core, store.storage()).await;
    assert_eq!(
        wrong(&found),
        (Step::Reach, Level::Bad, Some(Trouble::Timeout))
    );
    core.shutdown().await;
}
