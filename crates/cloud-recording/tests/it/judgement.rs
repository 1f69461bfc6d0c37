//! `check` judges every body from outside as it was judged there.

use cloud_recording::contract::{Issue, Severity, check};
use cloud_recording::request::{
    AcquireRequest, StartRequest, StopRequest, UpdateLayoutRequest, UpdateRequest,
};
use cloud_recording::{Call, Mode};
use serde_json::Value;

use crate::data::{published, samples};

fn errors(issues: &[Issue]) -> Vec<&Issue> {
    issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error)
        .collect()
}

#[test]
fn published_requests_are_judged_as_they_were_judged() {
    let mut judged = 0;
    for case in published().into_iter().filter(|case| case.is_request()) {
        let issues = check(case.call().unwrap(), case.mode(), &case.body());
        let errors = errors(&issues);
        match case.text("expect") {
            "accept" => assert!(errors.is_empty(), "{} was taken: {errors:?}", case.id),
            "reject" => assert!(!errors.is_empty(), "{} was refused: {issues:?}", case.id),
            "either" => {}
            other => panic!("{}: no such verdict as {other}", case.id),
        }
        match case.text("expect_app") {
            "coerce-or-flag" => assert!(!issues.is_empty(), "{} must be marked", case.id),
            "warn-only" => {
                assert!(errors.is_empty(), "{} may work: {errors:?}", case.id);
                assert!(!issues.is_empty(), "{} deserves a warning", case.id);
            }
            _ => {}
        }
        judged += 1;
    }
    assert!(judged > 60, "only {judged} bodies were judged");
}

#[test]
fn every_sample_request_is_legal() {
    let samples = samples(".request");
    assert!(
        samples.len() > 40,
        "only {} samples were found",
        samples.len()
    );
    for sample in samples {
        let issues = check(sample.call().unwrap(), sample.mode(), &sample.value["body"]);
        let errors = errors(&issues);
        assert!(errors.is_empty(), "{}: {errors:?}", sample.name);
    }
}

#[test]
fn current_samples_are_without_unknown_members() {
    use cloud_recording::contract::IssueCode::{Legacy, NotInMode, UnknownMember};
    for sample in samples(".request") {
        if sample.value["era"] != "current" {
            continue;
        }
        let issues = check(sample.call().unwrap(), sample.mode(), &sample.value["body"]);
        let odd: Vec<_> = issues
            .iter()
            .filter(|issue| matches!(issue.code, UnknownMember | Legacy | NotInMode))
            .collect();
        assert!(
            odd.is_empty(),
            "{} uses only today's members: {odd:?}",
            sample.name
        );
    }
}

/// A body through the typed request and back. Numbers are compared by value: 1.0 and 1 are one.
fn round_trip(call: Call, body: &Value) -> Result<Value, String> {
    fn through<T: serde::de::DeserializeOwned + serde::Serialize>(
        body: &Value,
    ) -> Result<Value, String> {
        let request: T = serde_json::from_value(body.clone()).map_err(|error| error.to_string())?;
        serde_json::to_value(&request).map_err(|error| error.to_string())
    }
    match call {
        Call::Acquire => through::<AcquireRequest>(body),
        Call::Start => through::<StartRequest>(body),
        Call::Update => through::<UpdateRequest>(body),
        Call::UpdateLayout => through::<UpdateLayoutRequest>(body),
        Call::Stop => through::<StopRequest>(body),
        Call::Query | Call::ChannelUsers => Ok(body.clone()),
    }
}

fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

#[test]
fn accepted_bodies_survive_the_types_unchanged() {
    let published = published()
        .into_iter()
        .filter(|case| case.text("expect") == "accept");
    let published = published
        .filter(|case| case.is_request())
        .map(|case| (case.id.clone(), case.call().unwrap(), case.body()));
    let samples = samples(".request")
        .into_iter()
        .filter(|sample| !sample.value["body"].is_null())
        .map(|sample| {
            (
                sample.name.clone(),
                sample.call().unwrap(),
                sample.value["body"].clone(),
            )
        });
    for (name, call, body) in published.chain(samples) {
        let back = round_trip(call, &body).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(same(&back, &body), "{name} came back as {back}");
    }
}

#[test]
fn a_layout_exists_in_a_mix_only() {
    let body = serde_json::json!({"cname": "a", "uid": "1", "clientRequest": {}});
    for mode in [Mode::Individual, Mode::Web] {
        let issues = check(Call::UpdateLayout, Some(mode), &body);
        assert!(
            !errors(&issues).is_empty(),
            "{mode} has no layout to replace"
        );
    }
    assert!(errors(&check(Call::UpdateLayout, Some(Mode::Mix), &body)).is_empty());
}
