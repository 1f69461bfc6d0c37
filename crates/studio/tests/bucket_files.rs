//! The files of a recording are found in the bucket by listing it, and played from it while it stays private.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/recorded.rs"]
mod recorded;
#[path = "common/s3.rs"]
mod s3;

use common::*;
use recorded::{opened, recorded, slowly};
use reqwest::StatusCode;
use reqwest::header::{CONTENT_RANGE, HOST, ORIGIN, RANGE};
use s3::{ACCESS, S3, SECRET_KEY};
use studio::Core;
use studio::types::*;

async fn listed(core: &Core, id: &str) -> RecordingFiles {
    core.recording_files(by_id(id)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_listed_and_played_from_the_private_bucket() {
    let (store, bench, core, id, recording) = opened().await;

    let found = listed(&core, &id).await;
    assert!(found.readable, "the bucket was listed: {found:#?}");
    assert_eq!(found.location, format!("recordings/{}", recording.prefix));
    assert!(
        found.pieces > 0 && found.piece_bytes > 0,
        "pieces are counted"
    );
    let playlist = found
        .files
        .iter()
        .find(|file| file.kind == FileKind::Playlist);
    let playlist = playlist.expect("there is a playlist").name.clone();
    assert!(
        found.files.iter().all(|file| file.known == FileKnown::Seen),
        "every file was seen: {:?}",
        found.files
    );

    let which = FileRef {
        id: id.clone(),
        name: playlist.clone(),
    };
    let url = core.recording_play(which).await.unwrap().url;
    plays(&url, &store, &recording.prefix).await;
    canaries(&found, &url, &bench);

    broken_stores(&core, &store, &id, &url).await;
    core.shutdown().await;
}

async fn plays(url: &str, store: &S3, prefix: &str) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let text = fetch(&client, url).await.text().await.unwrap();
    assert!(text.starts_with("#EXTM3U"), "the playlist itself: {text}");
    let piece = text.lines().find(|line| line.ends_with(".ts")).unwrap();
    let own = std::fs::read(store.bucket().join(prefix).join(piece)).unwrap();
    let (folder, _) = url.rsplit_once('/').unwrap();
    let piece = format!("{folder}/{piece}");
    let whole = fetch(&client, &piece).await;
    assert_eq!(whole.headers()["content-type"], "video/mp2t");
    assert_eq!(
        whole.bytes().await.unwrap(),
        own,
        "a piece is as it lies in the bucket"
    );

    let part = client
        .get(&piece)
        .header(RANGE, "bytes=100-199")
        .send()
        .await
        .unwrap();
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(
        part.headers()[CONTENT_RANGE],
        format!("bytes 100-199/{}", own.len())
    );
    assert_eq!(part.bytes().await.unwrap(), own[100..200]);
    let beyond = client
        .get(&piece)
        .header(RANGE, "bytes=999999999-")
        .send()
        .await
        .unwrap();
    assert_eq!(beyond.status(), StatusCode::RANGE_NOT_SATISFIABLE);

    let foreign = client
        .get(&piece)
        .header(ORIGIN, "https://evil.example")
        .send()
        .await
        .unwrap();
    assert_eq!(
        foreign.status(),
        StatusCode::FORBIDDEN,
        "another page gets nothing"
    );
    let host = client
        .get(&piece)
        .header(HOST, "evil.example")
        .send()
        .await
        .unwrap();
    assert_eq!(
        host.status(),
        StatusCode::NOT_FOUND,
        "nor another name for this computer"
    );
    store.put("other/secret.txt", b"another recording's");
    for outside in [
        "..%2Fsecret.txt",
        "..%2F..%2Fother%2Fsecret.txt",
        "%2Fother%2Fsecret.txt",
    ] {
        let answer = client
            .get(format!("{folder}/{outside}"))
            .send()
            .await
            .unwrap();
        assert_eq!(
            answer.status(),
            StatusCode::NOT_FOUND,
            "{outside} leads nowhere"
        );
    }
    let gone = client
        .get(format!("{folder}/gone.ts"))
        .send()
        .await
        .unwrap();
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);
}

fn canaries(found: &RecordingFiles, url: &str, bench: &Bench) {
    let told = format!("{}{url}", serde_json::to_string(found).unwrap());
    for key in [ACCESS, SECRET_KEY] {
        assert!(!told.contains(key), "no key is told");
        for path in files(&bench.data()) {
            let kept = std::fs::read(&path).unwrap();
            let stands = kept.windows(key.len()).any(|part| part == key.as_bytes());
            assert!(!stands, "no key is kept: {}", path.display());
        }
    }
}

async fn broken_stores(core: &Core, store: &S3, id: &str, url: &str) {
    store.fault(|faults| faults.denied = vec!["LIST"]);
    let found = listed(core, id).await;
    assert!(!found.readable, "nothing is claimed to have been seen");
    let trouble = found.trouble.expect("it says why");
    assert_eq!(trouble.params["trouble"], "denied");
    assert!(
        found.files.iter().all(|file| file.known != FileKnown::Seen) && !found.files.is_empty(),
        "names are told or predicted meanwhile: {:?}",
        found.files
    );
    store.fault(|faults| faults.denied.clear());

    store.fault(|faults| faults.region = Some("eu-central-9".to_owned()));
    let found = listed(core, id).await;
    let trouble = found.trouble.expect("it says why");
    assert_eq!(
        (
            trouble.params["trouble"].as_str(),
            trouble.params["region"].as_str()
        ),
        ("wrongRegion", "eu-central-9"),
        "a bucket that moved is told with where it is"
    );
    store.fault(|faults| faults.region = None);
    broken_reads(store, url).await;

    let before = listed(core, id).await;
    assert_eq!(
        before.missing_count, 0,
        "nothing is missing: {:?}",
        before.missing
    );
    let piece = files(&store.bucket())
        .into_iter()
        .find(|path| path.extension().is_some_and(|e| e == "ts"));
    let piece = piece.unwrap();
    let name = piece.file_name().unwrap().to_string_lossy().into_owned();
    std::fs::remove_file(&piece).unwrap();
    let after = listed(core, id).await;
    assert_eq!(
        after.missing,
        [name],
        "a piece that a playlist names is missed by name"
    );

    store.fault(|faults| {
        faults.answer = Some((503, "<Error><Code>SlowDown</Code></Error>".to_owned()))
    });
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = fetch(&client, url).await;
    assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
    assert_eq!(
        answer.text().await.unwrap(),
        "",
        "the store's own words go nowhere"
    );
    store.fault(|faults| faults.answer = None);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_files_are_listed_page_by_page() {
    let store = S3::start().await;
    let bench = Bench::new();
    let (id, recording) = recorded(&bench, &store).await;
    let bench = slowly(bench);
    let before = files(&store.bucket()).len();
    for number in 0..10_000 {
        store.put(&format!("{}/more_{number:05}.ts", recording.prefix), b"x");
    }
    let core = bench.open().await;
    let begun = std::time::Instant::now();
    let found = listed(&core, &id).await;
    println!("listed in {:?}", begun.elapsed());
    assert!(found.readable, "{:?}", found.trouble);
    let all = found.pieces as usize + found.files.len();
    assert_eq!(all, before + 10_000, "every page is read");
    core.shutdown().await;
}

/// A line that breaks in the middle is an error for the player, never a file that only looks whole; what is slow
/// comes as it comes.
async fn fetch(client: &reqwest::Client, url: &str) -> reqwest::Response {
    client.get(url).send().await.unwrap()
}

async fn broken_reads(store: &S3, playlist: &str) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let text = fetch(&client, playlist).await.text().await.unwrap();
    let piece = text.lines().find(|line| line.ends_with(".ts")).unwrap();
    let (folder, _) = playlist.rsplit_once('/').unwrap();
    let piece = format!("{folder}/{piece}");
    let whole = fetch(&client, &piece).await.bytes().await.unwrap();

    store.fault(|faults| faults.cut = Some(1_000));
    let cut = fetch(&client, &piece).await;
    assert!(
        cut.bytes().await.is_err(),
        "the player is told that it broke"
    );
    let again = fetch(&client, &piece).await.bytes().await.unwrap();
    assert_eq!(again, whole, "and another try is whole");

    store.fault(|faults| faults.hold = Some(1_000));
    let slow = fetch(&client, &piece).await;
    assert!(
        slow.status().is_success(),
        "the answer begins before the file is there"
    );
    store.fault(|faults| faults.hold = None);
    assert_eq!(slow.bytes().await.unwrap(), whole);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_were_replaced_by_wrong_ones_are_said_to_be_wrong() {
    let (_store, _bench, core, id, recording) = opened().await;
    assert!(listed(&core, &id).await.readable);
    let kept = core.storage_list(Empty {}).await.unwrap();
    let kept = kept
        .into_iter()
        .find(|one| one.id == recording.storage_id)
        .unwrap();
    let replaced = |access: &str, secret: &str| StorageUpdate {
        id: kept.id.clone(),
        name: kept.name.clone(),
        vendor: kept.vendor,
        region: kept.region,
        bucket: kept.bucket.clone(),
        endpoint: kept.endpoint.clone(),
        access_key: Some(access.into()),
        secret_key: Some(secret.into()),
    };
    for (access, secret, word) in [
        (ACCESS, "canary-wrong-secret-key", "signature"),
        ("canary-wrong-access-key", SECRET_KEY, "keyUnknown"),
    ] {
        core.storage_update(replaced(access, secret)).await.unwrap();
        let found = listed(&core, &id).await;
        assert_eq!(found.trouble.unwrap().params["trouble"], word);
        assert!(
            !found.files.is_empty(),
            "the names that are known stand meanwhile"
        );
    }
    core.storage_update(replaced(ACCESS, SECRET_KEY))
        .await
        .unwrap();
    assert!(
        listed(&core, &id).await.readable,
        "the right ones work at once"
    );
    core.shutdown().await;
}
