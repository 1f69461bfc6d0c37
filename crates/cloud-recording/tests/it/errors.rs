//! What the predicates make of documented failures.

use cloud_recording::answer::success;
use cloud_recording::{Call, Error};
use serde_json::{Value, json};

fn error(call: Call, status: u16, body: Value) -> Error {
    success(call, status, body.to_string().as_bytes()).unwrap_err()
}

fn code(call: Call, status: u16, code: i64) -> Error {
    error(call, status, json!({"code": code, "reason": "text"}))
}

/// The name of every predicate that holds, apart from `may_have_acted`.
fn says(error: &Error) -> Vec<&'static str> {
    let all = [
        ("unreachable", error.is_unreachable()),
        ("timeout", error.is_timeout()),
        ("unauthorized", error.is_unauthorized()),
        ("appIdRefused", error.is_app_id_refused()),
        ("accountInactive", error.is_account_inactive()),
        ("overloaded", error.is_overloaded()),
        ("rateLimited", error.is_rate_limited()),
        ("notFound", error.is_not_found()),
        ("conflict", error.is_conflict()),
        ("alreadyStarted", error.is_already_started()),
        ("alreadyStopping", error.is_already_stopping()),
        ("nothingRecorded", error.is_nothing_recorded()),
        ("unfinished", error.is_unfinished()),
        ("resourceExpired", error.is_resource_expired()),
        ("withoutWorker", error.is_without_worker()),
        ("serverTrouble", error.is_server_trouble()),
        ("refused", error.is_refused()),
        ("unreadable", error.is_unreadable()),
    ];
    all.into_iter()
        .filter_map(|(name, holds)| holds.then_some(name))
        .collect()
}

#[test]
fn every_documented_failure_has_its_own_word() {
    let gateway = |status, message: &str| error(Call::Acquire, status, json!({"message": message}));
    for (error, expected) in [
        (gateway(400, "appid is invalid"), "appIdRefused"),
        (gateway(401, "Unauthorized"), "unauthorized"),
        (
            gateway(404, "no Route matched with those values"),
            "refused",
        ),
        (gateway(429, "API rate limit exceeded"), "rateLimited"),
        (code(Call::Acquire, 400, 2), "refused"),
        (code(Call::Acquire, 400, 400), "appIdRefused"),
        (code(Call::Acquire, 400, 62), "appIdRefused"),
        (code(Call::Acquire, 400, 401), "refused"),
        (code(Call::Acquire, 400, 405), "accountInactive"),
        (code(Call::Acquire, 400, 406), "overloaded"),
        (code(Call::Acquire, 500, 501), "serverTrouble"),
        (code(Call::Start, 201, 7), "alreadyStarted"),
        (code(Call::Start, 400, 53), "conflict"),
        (code(Call::Start, 400, 433), "resourceExpired"),
        (code(Call::Start, 400, 1001), "refused"),
        (code(Call::Start, 500, 62), "serverTrouble"),
        (code(Call::Query, 404, 404), "notFound"),
        (code(Call::Stop, 400, 49), "alreadyStopping"),
        (code(Call::Stop, 206, 435), "nothingRecorded"),
    ] {
        assert_eq!(says(&error), [expected], "{error}");
    }
    let full = code(Call::Start, 500, 502);
    assert_eq!(says(&full), ["withoutWorker", "serverTrouble"]);
    let elsewhere = code(Call::Query, 500, 502);
    assert_eq!(
        says(&elsewhere),
        ["serverTrouble"],
        "only start looks for one"
    );
    let unfinished = code(Call::Query, 206, 65);
    assert_eq!(says(&unfinished), ["unfinished", "serverTrouble"]);
}

#[test]
fn a_request_that_may_have_worked_says_so() {
    assert!(
        code(Call::Start, 500, 62).may_have_acted(),
        "a timeout inside the service"
    );
    assert!(code(Call::Start, 206, 65).may_have_acted());
    assert!(code(Call::Start, 201, 7).may_have_acted(), "it runs");
    assert!(
        !code(Call::Start, 400, 2).may_have_acted(),
        "refused outright"
    );
    let odd = success(Call::Start, 200, b"<html>").unwrap_err();
    assert!(odd.may_have_acted(), "200 from who knows whom");
}

#[test]
fn both_numbers_and_the_text_are_kept() {
    let error = error(
        Call::Stop,
        404,
        json!({"code": 404, "sid": "s", "serverResponse":
        {"command": "StopCloudRecorder", "payload": {"message": "failed to find worker"}}}),
    );
    assert_eq!((error.status(), error.code()), (Some(404), Some(404)));
    assert_eq!(
        error.reason(),
        Some("failed to find worker"),
        "the older place of the text"
    );
    assert!(
        error.raw().unwrap().contains("StopCloudRecorder"),
        "the raw answer is whole"
    );
    let text = error.to_string();
    assert!(
        text.contains("stop") && text.contains("404") && text.contains("failed"),
        "{text}"
    );
    assert_eq!(error.call(), Call::Stop);
}

#[test]
fn a_long_answer_is_cut_between_characters() {
    let body = json!({"code": 2, "reason": "ü".repeat(100_000)});
    let error = error(Call::Start, 400, body);
    assert!(error.raw().unwrap().len() <= 64 * 1024, "64 KiB at most");
    assert!(
        !format!("{error:?}").contains("üüü\"}"),
        "debug does not print the raw text"
    );
}
