//! The contract as data.

use std::collections::BTreeSet;

use cloud_recording::Call;
use cloud_recording::contract::{
    self, IssueCode, Kind, Retry, field_data, fields, is_legal_channel_name, pictures,
    recommended_kbps, vendor_data,
};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn rows_agree_with_themselves() {
    for field in fields() {
        let path = field.path;
        if let (Some(min), Some(max)) = (field.min, field.max) {
            assert!(min <= max, "{path}: {min} is over {max}");
        }
        if let Some(default) = field.default.to_json() {
            let listed = field.options.is_empty()
                || field
                    .options
                    .iter()
                    .any(|choice| choice.value.to_json() == default)
                || default.is_array();
            assert!(listed, "{path}: the default {default} is not possible");
            let number = default.as_f64();
            let low = number
                .zip(field.min)
                .is_some_and(|(number, min)| number < min);
            let high = number
                .zip(field.max)
                .is_some_and(|(number, max)| number > max);
            assert!(
                !low && !high,
                "{path}: the default {default} is out of range"
            );
        }
        assert!(
            !field.modes.is_empty() && !field.since.is_empty(),
            "{path} is incomplete"
        );
        assert!(field.source.starts_with("/en/"), "{path} names no page");
        if field.secret {
            assert!(field.kind == Kind::Text, "{path}: a secret is a text");
        }
    }
}

#[test]
fn the_secrets_are_exactly_these() {
    let secrets: BTreeSet<_> = fields()
        .iter()
        .filter(|field| field.secret)
        .map(|field| field.name())
        .collect();
    let expected = [
        "accessKey",
        "secretKey",
        "stsToken",
        "token",
        "secret",
        "salt",
        "rtmpUrl",
    ];
    assert_eq!(secrets, BTreeSet::from(expected));
}

#[test]
fn field_data_carries_every_row_with_its_limits() {
    let data = field_data();
    let rows = fields().len() + contract::parameters().len();
    assert_eq!(data.len(), rows, "bodies and addresses");
    let idle = data
        .iter()
        .find(|row| row.path.ends_with("recordingConfig.maxIdleTime"))
        .unwrap();
    let value = serde_json::to_value(idle).unwrap();
    assert_eq!(
        (&value["min"], &value["max"]),
        (&json!(5.0), &json!(2_592_000.0))
    );
    assert_eq!(
        (&value["default"], &value["unit"]),
        (&json!(30), &json!("seconds"))
    );
    let layout = data
        .iter()
        .find(|row| row.path.ends_with("mixedVideoLayout"))
        .unwrap();
    let names: Vec<_> = layout
        .options
        .iter()
        .map(|option| option.name.as_str())
        .collect();
    assert_eq!(names, ["floating", "bestFit", "vertical", "custom"]);
}

#[test]
fn redacting_reaches_every_depth_and_nothing_else() {
    let mut value = json!({"cname": "c", "clientRequest": {
        "token": "T", "recordingConfig": {"secret": "S", "salt": "A", "maxIdleTime": 30},
        "startParameter": {"storageConfig": {"AccessKey": "K", "bucket": "b"}},
        "outputs": [{"rtmpUrl": "rtmp://x/y", "status": "publishing"}], "stsToken": null}});
    contract::redact(&mut value);
    assert_eq!(
        value,
        json!({"cname": "c", "clientRequest": {
        "token": "•••", "recordingConfig": {"secret": "•••", "salt": "•••", "maxIdleTime": 30},
        "startParameter": {"storageConfig": {"AccessKey": "•••", "bucket": "b"}},
        "outputs": [{"rtmpUrl": "•••", "status": "publishing"}], "stsToken": null}})
    );
}

#[test]
fn stores_have_their_numbers() {
    let vendors = vendor_data();
    let order: Vec<_> = vendors.iter().map(|vendor| vendor.vendor).collect();
    assert_eq!(
        order,
        [1, 2, 3, 5, 6, 7, 8, 11, 0, 4],
        "today's first, then the legacy ones"
    );
    let named = |vendor: u32, region: u32| {
        let vendor = vendors.iter().find(|row| row.vendor == vendor).unwrap();
        let region = vendor
            .regions
            .iter()
            .find(|row| row.region == region)
            .unwrap();
        (region.code.as_str(), region.area.as_deref(), region.legacy)
    };
    assert_eq!(named(1, 14), ("ap-south-1", Some("AP"), false));
    assert_eq!(named(1, 17), ("us-gov-west-1", Some("NA"), true));
    assert_eq!(named(2, 18), ("eu-east-1", None, false));
    assert_eq!(named(3, 18), ("eu-frankfurt", Some("EU"), false));
    assert_eq!(named(7, 12), ("na-mexico-1", Some("NA"), false));
    assert_eq!(named(8, 6), ("fwh", Some("CN"), false));
    let counts: Vec<_> = vendors.iter().map(|vendor| vendor.regions.len()).collect();
    assert_eq!(
        counts,
        [27, 28, 20, 0, 0, 16, 8, 0, 5, 10],
        "as many as Agora's tables have"
    );
    let endpoints: Vec<_> = vendors
        .iter()
        .filter(|vendor| vendor.needs_endpoint)
        .map(|vendor| vendor.vendor)
        .collect();
    assert_eq!(endpoints, [11]);
}

#[test]
fn numbers_of_errors_are_read_by_call() {
    let retry = |call, code| contract::code(call, code).map(|row| row.retry);
    assert_eq!(
        retry(Call::Acquire, 62),
        Some(Retry::FixAccount),
        "not switched on, at acquire"
    );
    assert_eq!(
        retry(Call::Start, 62),
        Some(Retry::SameAgain),
        "a timeout, elsewhere"
    );
    assert_eq!(retry(Call::Start, 53), Some(Retry::OtherRecorder));
    assert_eq!(retry(Call::Stop, 49), Some(Retry::TreatAsStopped));
    assert_eq!(retry(Call::Stop, 435), Some(Retry::Nothing));
    assert_eq!(
        retry(Call::Query, 1033),
        None,
        "a number that no page knows"
    );
}

#[test]
fn recommended_rates_follow_the_table_and_scale_between_its_lines() {
    for row in pictures() {
        let wide = recommended_kbps(row.width, row.height, row.fps, false);
        assert_eq!(wide, row.communication, "{row:?}");
        let tall = recommended_kbps(row.height, row.width, row.fps, true);
        assert_eq!(tall, row.live, "{row:?} in portrait, live");
    }
    assert_eq!(
        recommended_kbps(1280, 720, 30, true),
        3420,
        "the app's own default picture"
    );
    assert_eq!(
        recommended_kbps(640, 360, 5, false),
        200,
        "5 frames need half of 15"
    );
    assert_eq!(
        recommended_kbps(320, 240, 30, false),
        300,
        "30 frames need half as much again"
    );
    assert_eq!(
        recommended_kbps(1920, 1080, 60, true),
        6500,
        "no more than the service takes"
    );
    assert_eq!(recommended_kbps(0, 0, 0, false), 1, "never nothing");
}

#[test]
fn channel_names() {
    assert!(
        is_legal_channel_name("a!#$%&()+-:;<=.>?@[]^_{}|~, Z9"),
        "every documented sign"
    );
    assert!(is_legal_channel_name(&"c".repeat(64)), "64 bytes work");
    for bad in ["", "a/b", "a\"b", "raum-ä", &"c".repeat(65)] {
        assert!(!is_legal_channel_name(bad), "{bad:?} is no channel name");
    }
}

/// Any JSON, with the contract's own names likely enough that rules are reached.
fn any_json() -> impl Strategy<Value = Value> {
    let names: Vec<&str> = fields().iter().map(|field| field.name()).collect();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-5i64..5000).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[ -~]{0,12}".prop_map(Value::from),
        Just(json!("web_recorder_service")),
        Just(json!("#allstream#")),
    ];
    leaf.prop_recursive(7, 200, 6, move |inner| {
        let name = prop_oneof![9 => prop::sample::select(names.clone()).prop_map(str::to_owned), 1 => ".{0,4}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn any_call() -> impl Strategy<Value = Call> {
    prop::sample::select(Call::ALL.to_vec())
}

proptest! {
    #[test]
    fn check_never_panics_and_points_to_real_places(
        call in any_call(),
        mode in prop::option::of(prop::sample::select(cloud_recording::Mode::ALL.to_vec())),
        request in any_json(),
    ) {
        let body = json!({"cname": "c", "uid": "1", "clientRequest": request});
        for issue in contract::check_at(call, mode, &body, 1_790_000_000) {
            let absent = [IssueCode::Required, IssueCode::Advised, IssueCode::LayoutConfigMissing,
                IssueCode::LargeUserMissing, IssueCode::BackToDefault, IssueCode::StsIncomplete,
                IssueCode::SceneMismatch, IssueCode::EncryptionIncomplete,
                IssueCode::SnapshotNeedsPicture, IssueCode::SnapshotNeedsPictureList];
            let real = body.pointer(&issue.path).is_some();
            prop_assert!(real || absent.contains(&issue.code), "{issue:?} points nowhere");
        }
    }

    #[test]
    fn issues_never_carry_a_secret(secret in "[a-z]{20}") {
        let mut body = json!({"cname": "c", "uid": "1", "clientRequest": {"token": secret,
            "storageConfig": {"vendor": 99, "region": -1, "bucket": "", "accessKey": secret,
                "secretKey": secret, "stsToken": secret},
            "recordingConfig": {"secret": secret, "salt": secret}}});
        body["clientRequest"]["startParameter"] = body["clientRequest"].clone();
        for call in Call::ALL {
            let issues = serde_json::to_string(&contract::check(call, None, &body)).unwrap();
            prop_assert!(!issues.contains(&secret), "{issues}");
        }
    }
}
