//! Requests made from the rows: the valid ones are judged valid, one fault is found where it is, and
//! nothing is lost between JSON and the types.

use cloud_recording::contract::generate::{Dice, request, spoil};
use cloud_recording::contract::{Severity, check};
use cloud_recording::request::{
    AcquireRequest, StartRequest, StopRequest, UpdateLayoutRequest, UpdateRequest,
};
use cloud_recording::{Call, Mode};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

const CALLS: [Call; 5] = [
    Call::Acquire,
    Call::Start,
    Call::Update,
    Call::UpdateLayout,
    Call::Stop,
];

fn any_request() -> impl Strategy<Value = (Call, Mode, u64)> {
    let call = prop::sample::select(CALLS.to_vec());
    let mode = prop::sample::select(Mode::ALL.to_vec());
    (call, mode, any::<u64>()).prop_filter("a layout is a mix's", |(call, mode, _)| {
        *call != Call::UpdateLayout || *mode == Mode::Mix
    })
}

fn errors(call: Call, mode: Mode, body: &Value) -> Vec<String> {
    let issues = check(call, Some(mode), body).into_iter();
    let errors = issues.filter(|issue| issue.severity == Severity::Error);
    errors.map(|issue| issue.path).collect()
}

/// Numbers are compared by value: 1.0 and 1 are one.
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

fn through<T: DeserializeOwned + Serialize>(body: &Value) -> Value {
    let typed: T = serde_json::from_value(body.clone()).unwrap();
    serde_json::to_value(&typed).unwrap()
}

fn through_types(call: Call, body: &Value) -> Value {
    match call {
        Call::Acquire => through::<AcquireRequest>(body),
        Call::Start => through::<StartRequest>(body),
        Call::Update => through::<UpdateRequest>(body),
        Call::UpdateLayout => through::<UpdateLayoutRequest>(body),
        _ => through::<StopRequest>(body),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_generated_request_has_no_error((call, mode, seed) in any_request()) {
        let body = request(call, mode, &mut Dice::new(seed));
        prop_assert_eq!(errors(call, mode, &body), Vec::<String>::new(), "{}", body);
    }

    #[test]
    fn one_fault_is_found_where_it_is((call, mode, seed) in any_request()) {
        let mut dice = Dice::new(seed);
        let body = request(call, mode, &mut dice);
        let spoilt = spoil(call, mode, &body, &mut dice).unwrap();
        let errors = errors(call, mode, &spoilt.body);
        prop_assert_eq!(errors.first(), Some(&spoilt.path), "{}", spoilt.body);
    }

    #[test]
    fn decoding_and_encoding_change_nothing((call, mode, seed) in any_request()) {
        let body = request(call, mode, &mut Dice::new(seed));
        let back = through_types(call, &body);
        prop_assert!(same(&back, &body), "{body} came back as {back}");
    }
}

#[test]
fn a_seed_means_one_body() {
    let body = |seed| request(Call::Start, Mode::Mix, &mut Dice::new(seed));
    assert_eq!(body(5), body(5));
    assert_ne!(body(5), body(6), "neighbouring seeds give other bodies");
    assert_eq!(
        request(Call::Query, Mode::Mix, &mut Dice::new(1)),
        Value::Null
    );
    assert_eq!(
        request(Call::UpdateLayout, Mode::Web, &mut Dice::new(1)),
        Value::Null
    );
}
