//! Single calls against the practice service, and against servers that answer oddly.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/console.rs"]
mod console;
#[path = "common/odd.rs"]
mod odd;

use cloud_recording::contract::IssueCode;
use cloud_recording::{Call, Secret};
use common::*;
use console::*;
use serde_json::{Value, json};
use studio::types::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_life_call_by_call() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut events = core.events();
    let channel = "town-hall";
    let started = started(&core, channel).await;
    let entry = &started.entry;
    assert_eq!((entry.summary.status, &entry.failure), (Some(200), &None));
    assert!(entry.summary.elapsed.is_some(), "the time is taken");
    assert_eq!(entry.method, "POST");
    assert!(
        entry.address.starts_with("http://127.0.0.1:")
            && entry.address.ends_with("/mode/mix/start"),
        "{}",
        entry.address
    );
    assert!(
        entry
            .headers
            .iter()
            .any(|header| header.name == "content-type"),
        "{:?}",
        entry.headers
    );
    assert!(
        entry.request.contains("${storage:practice/accessKey}"),
        "{}",
        entry.request
    );
    let answered: Value = serde_json::from_str(entry.answer.as_ref().unwrap()).unwrap();
    assert_eq!(answered["sid"].as_str(), started.sid.as_deref());
    assert_eq!(entry.summary.channel, channel);
    assert_eq!(entry.summary.recorder_id, "527841");

    let queried = send(&core, later(Call::Query, channel, &started, Value::Null)).await;
    assert_eq!(queried.entry.request, "", "a query has no body");
    let text = queried.entry.answer.unwrap();
    assert!(text.contains("serverResponse"), "{text}");
    let layout = json!({ "mixedVideoLayout": 0, "backgroundColor": "#000000" });
    let layout = send(&core, later(Call::UpdateLayout, channel, &started, layout)).await;
    assert_eq!(layout.entry.summary.status, Some(200), "{:?}", layout.entry);
    let update =
        json!({ "streamSubscribe": { "audioUidList": { "subscribeAudioUids": ["#allstream#"] } } });
    let update = send(&core, later(Call::Update, channel, &started, update)).await;
    assert_eq!(update.entry.summary.status, Some(200), "{:?}", update.entry);
    let mut people = call(Call::ChannelUsers, Value::Null);
    people.channel = channel.to_owned();
    let people = send(&core, people).await;
    assert_eq!(people.entry.summary.channel, channel);
    assert!(
        people.entry.answer.unwrap().contains("channel_exist"),
        "the list came"
    );
    let stopped = send(&core, later(Call::Stop, channel, &started, json!({}))).await;
    let failure = stopped.entry.failure.map(|failure| failure.code);
    assert!(
        matches!(failure, None | Some(FailureCode::NothingRecorded)),
        "it stops, whether or not somebody has been recorded by then: {failure:?}"
    );
    assert_eq!(stopped.sid, started.sid, "the ids stay at hand");

    let mut told = Vec::new();
    while let Ok(event) = events.try_recv() {
        if let StudioEvent::Call { call } = event
            && call.origin == CallOrigin::Console
        {
            told.push((call.call, call.status));
        }
    }
    assert_eq!(
        told.get(..4),
        Some(
            &[
                (Call::Acquire, None),
                (Call::Acquire, Some(200)),
                (Call::Start, None),
                (Call::Start, Some(200)),
            ][..]
        ),
        "each is told as it goes and as it is answered"
    );
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_would_refuse_goes_out_only_on_purpose() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut wrong = acquire("a/b");
    wrong.body["uid"] = json!(7);
    let refused = core
        .console_send(ConsoleSend {
            call: wrong.clone(),
            anyway: false,
        })
        .await
        .expect_err("it is wrong");
    assert_eq!(refused.code, FailureCode::Invalid);
    let mut codes = issue_codes(&refused);
    codes.sort();
    assert_eq!(
        codes,
        [
            (IssueCode::WrongType, "/uid"),
            (IssueCode::BadFormat, "/cname")
        ]
    );
    assert_eq!(
        core.call_list(everything()).await.unwrap().kept,
        0,
        "nothing went out"
    );

    let answer = send_anyway(&core, wrong).await;
    assert_eq!(answer.entry.summary.status, Some(400), "{:?}", answer.entry);
    let failure = answer
        .entry
        .failure
        .as_ref()
        .expect("it is said what it means");
    assert_eq!(failure.code, FailureCode::Refused);
    assert_eq!(failure.details, None, "the answer is not kept twice");
    assert_eq!(answer.entry.summary.code, failure.service_code);
    assert_eq!(answer.resource_id, None);

    let mut unknown = later(Call::Query, "c", &answer_with("r", "s"), Value::Null);
    unknown.resource_id = "nobody".to_owned();
    let answer = send(&core, unknown).await;
    let failure = answer.entry.failure.unwrap();
    assert_eq!(failure.code, FailureCode::NoSuchRecording);
    assert_eq!(answer.sid.as_deref(), Some("s"), "what the call named");
    core.shutdown().await;
}

fn answer_with(resource_id: &str, sid: &str) -> ConsoleAnswer {
    let entry = CallEntry {
        summary: CallSummary {
            id: 0,
            origin: CallOrigin::Console,
            account_id: None,
            recording_id: None,
            call: Call::Start,
            mode: None,
            channel: String::new(),
            recorder_id: String::new(),
            sent_at: 0,
            elapsed: None,
            status: None,
            code: None,
        },
        method: String::new(),
        address: String::new(),
        request: String::new(),
        headers: Vec::new(),
        answer: None,
        failure: None,
    };
    ConsoleAnswer {
        entry,
        resource_id: Some(resource_id.to_owned()),
        sid: Some(sid.to_owned()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_made_for_the_channel_and_the_id() {
    let bench = Bench::new();
    let server = odd::Server::start(vec![odd::json(
        200,
        &json!({ "resourceId": "R", "sid": "S" }),
    )])
    .await;
    let core = bench.open().await;
    let certificate = "c0ffee00c0ffee00c0ffee00c0ffee00";
    let mut new = account(&server.url);
    new.certificate = Some(Secret::from(certificate));
    let account = core.account_add(new).await.unwrap();
    let storage = core.storage_add(storage()).await.unwrap();
    let mut call = start("town hall", "R", &storage.id);
    call.account_id.clone_from(&account.id);
    call.body["clientRequest"]["storageConfig"]["region"] = json!(7);
    let answer = send(&core, call).await;
    assert_eq!(answer.sid.as_deref(), Some("S"));

    let sent: Value = serde_json::from_slice(&server.asked()[0].body).unwrap();
    let request = &sent["clientRequest"];
    assert_eq!(
        request["storageConfig"]["accessKey"],
        "access-key-for-tests"
    );
    assert_eq!(
        request["storageConfig"]["secretKey"],
        "secret-key-for-tests"
    );
    let token = request["token"].as_str().expect("a token").to_owned();
    let facts = core
        .token_read(TokenRead {
            account_id: account.id.clone(),
            token: Secret::from(format!(" {token}\n")),
            channel: "town hall".to_owned(),
            recorder_id: "527841".to_owned(),
        })
        .await
        .unwrap();
    let fits = TokenFit {
        app_id: Some(true),
        channel: Some(true),
        recorder: Some(true),
        now: true,
        signature: Some(true),
    };
    assert_eq!(facts.fit, fits);
    assert_eq!(
        (facts.channel.as_str(), facts.user.as_str()),
        ("town hall", "527841")
    );
    assert_eq!(facts.allows, ["join"]);
    assert_eq!(facts.ends_at, Some(facts.issued_at + 24 * 3_600_000));
    let elsewhere = core
        .token_read(TokenRead {
            account_id: PRACTICE.to_owned(),
            token: Secret::from(token),
            channel: "another".to_owned(),
            recorder_id: String::new(),
        })
        .await
        .unwrap();
    let misfits = TokenFit {
        app_id: Some(false),
        channel: Some(false),
        recorder: None,
        now: true,
        signature: None,
    };
    assert_eq!(elsewhere.fit, misfits);
    let none = TokenRead {
        account_id: account.id,
        token: Secret::from("no token"),
        channel: String::new(),
        recorder_id: String::new(),
    };
    let failure = core.token_read(none).await.expect_err("it is none");
    assert_eq!(issue_codes(&failure), [(IssueCode::BadFormat, "/token")]);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_answers_are_kept_as_they_came() {
    let bench = Bench::new();
    let long = "x".repeat(3 * 1024 * 1024);
    let replies = vec![
        odd::text(502, "<html>no gateway</html>"),
        odd::text(200, "null"),
        odd::text(200, "[1, 2]"),
        odd::text(200, ""),
        odd::text(
            200,
            &format!("{{\"resourceId\": \"R\", \"long\": \"{long}\"}}"),
        ),
        odd::text(200, "{\"resourceId\": 7, \"code\": \"odd\"}"),
        odd::Reply::HangUp,
    ];
    let server = odd::Server::start(replies).await;
    let core = bench.open().await;
    let account = core.account_add(account(&server.url)).await.unwrap();
    let ask = async || {
        let mut call = acquire("c");
        call.account_id.clone_from(&account.id);
        send(&core, call).await
    };
    let page = ask().await.entry;
    assert_eq!(page.answer.as_deref(), Some("<html>no gateway</html>"));
    assert_eq!(page.failure.unwrap().code, FailureCode::ServiceTrouble);
    for text in ["null", "[1, 2]", ""] {
        let entry = ask().await.entry;
        assert_eq!(entry.answer.as_deref(), Some(text));
        assert_eq!(
            entry.failure.unwrap().code,
            FailureCode::UnreadableAnswer,
            "{text:?}"
        );
    }
    let answer = ask().await;
    let text = answer.entry.answer.unwrap();
    assert!(
        text.len() < 1024 * 1024 + 100 && text.ends_with("bytes more"),
        "it is {}",
        text.len()
    );
    assert_eq!(
        answer.resource_id.as_deref(),
        Some("R"),
        "it was read before it was cut"
    );
    let odd = ask().await;
    assert_eq!(odd.resource_id, None, "a number is no resource");
    let lost = ask().await;
    let failure = lost.entry.failure.unwrap();
    assert_eq!(
        failure.code,
        FailureCode::Timeout,
        "it may have been carried out"
    );
    assert_eq!((lost.entry.answer, lost.entry.summary.status), (None, None));
    let unreachable = ask().await;
    assert_eq!(
        unreachable.entry.failure.unwrap().code,
        FailureCode::Unreachable
    );
    assert_eq!(server.asked().len(), 7, "each call went out once");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reference_counts_only_where_a_secret_belongs() {
    let bench = Bench::new();
    let server = odd::Server::start(vec![odd::json(200, &json!({ "resourceId": "R" })); 2]).await;
    let core = bench.open().await;
    let account = core.account_add(account(&server.url)).await.unwrap();
    let held = core
        .secret_hold(SecretHold {
            value: Secret::from("held secret"),
        })
        .await
        .unwrap()
        .reference;
    let mut call = acquire("${token}");
    call.account_id.clone_from(&account.id);
    call.body["clientRequest"]["excludeResourceIds"] = json!([held]);
    call.body["clientRequest"]["startParameter"] =
        json!({ "token": "${token}", "recordingConfig": { "salt": held } });
    send_anyway(&core, call.clone()).await;
    let sent: Value = serde_json::from_slice(&server.asked()[0].body).unwrap();
    assert_eq!(sent["cname"], "${token}", "a channel may be called that");
    assert_eq!(sent["clientRequest"]["excludeResourceIds"], json!([held]));
    let parameter = &sent["clientRequest"]["startParameter"];
    assert_eq!(parameter["recordingConfig"]["salt"], "held secret");
    assert_eq!(
        parameter.get("token"),
        None,
        "without a certificate there is none"
    );

    let kept = core
        .secret_keep(SecretKeep {
            references: vec![held.clone()],
        })
        .await
        .unwrap()
        .references;
    call.body["clientRequest"]["startParameter"]["recordingConfig"]["salt"] = json!(kept[0]);
    core.shutdown().await;
    drop(core);
    let core = bench.open().await;
    send_anyway(&core, call.clone()).await;
    let sent: Value = serde_json::from_slice(&server.asked()[1].body).unwrap();
    let salt = &sent["clientRequest"]["startParameter"]["recordingConfig"]["salt"];
    assert_eq!(salt, "held secret", "the keychain still has it");
    call.body["clientRequest"]["startParameter"]["recordingConfig"]["salt"] = json!(held);
    let place = "/clientRequest/startParameter/recordingConfig/salt";
    let check = core.console_check(call.clone()).await.unwrap();
    assert!(
        check
            .issues
            .iter()
            .any(|issue| issue.code == IssueCode::Required && issue.path == place),
        "what was only in memory is gone: {:?}",
        check.issues
    );
    let failure = core
        .console_send(ConsoleSend { call, anyway: true })
        .await
        .expect_err("there is nothing to send");
    assert_eq!(failure.code, FailureCode::SecretMissing);
    assert_eq!(failure.params["path"], place);
    core.shutdown().await;
}
