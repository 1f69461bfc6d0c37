//! What is written to the wire, and where secrets do not go.

use cloud_recording::request::*;
use cloud_recording::{Mode, Secret};
use proptest::prelude::*;
use serde_json::json;

const CANARY: &str = "canary-4f1c9d";

/// A start with a canary in every secret.
fn start() -> StartRequest {
    let canary = || Secret::from(CANARY);
    StartRequest::new(
        "c",
        "1",
        StartClientRequest {
            token: Some(canary()),
            storage_config: Some(StorageConfig {
                access_key: canary(),
                secret_key: canary(),
                sts_token: Some(canary()),
                ..StorageConfig::default()
            }),
            recording_config: Some(RecordingConfig {
                secret: Some(canary()),
                salt: Some(canary()),
                ..RecordingConfig::default()
            }),
            extension_service_config: Some(ExtensionServiceConfig {
                extension_services: vec![ExtensionService {
                    service_name: "rtmp_publish_service".to_owned(),
                    service_param: ServiceParam {
                        outputs: Some(vec![RtmpOutput {
                            rtmp_url: canary(),
                            ..RtmpOutput::default()
                        }]),
                        access_key: Some(canary()),
                        secret_key: Some(canary()),
                        ..ServiceParam::default()
                    },
                    ..ExtensionService::default()
                }],
                ..ExtensionServiceConfig::default()
            }),
            ..StartClientRequest::default()
        },
    )
}

fn acquire() -> AcquireRequest {
    let start_parameter = Some(Box::new(start().client_request));
    AcquireRequest::new(
        "c",
        "1",
        AcquireClientRequest {
            start_parameter,
            ..AcquireClientRequest::default()
        },
    )
}

#[test]
fn secrets_reach_the_wire_and_nothing_else() {
    let count = |text: &str| text.matches(CANARY).count();
    assert_eq!(
        count(&start().to_wire().to_string()),
        9,
        "each secret is sent once"
    );
    assert_eq!(
        count(&acquire().to_wire().to_string()),
        9,
        "inside startParameter as well"
    );
    for redacted in [start().redacted(), acquire().redacted()] {
        assert_eq!(count(&redacted.to_string()), 0, "{redacted}");
        assert_eq!(
            redacted.to_string().matches("•••").count(),
            9,
            "their places are marked"
        );
    }
    for debug in [format!("{:?}", start()), format!("{:#?}", acquire())] {
        assert_eq!(count(&debug), 0, "{debug}");
    }
}

#[test]
fn members_have_the_names_of_the_wire() {
    let region = LayoutRegion {
        uid: Some("7".to_owned()),
        x_axis: 1.0 / 3.0,
        width: 1.0,
        alpha: Some(0.5),
        ..LayoutRegion::default()
    };
    let layout = UpdateLayoutClientRequest {
        mixed_video_layout: Some(3),
        layout_config: Some(vec![region]),
        ..UpdateLayoutClientRequest::default()
    };
    let wire = UpdateLayoutRequest::new("c", "1", layout).to_wire();
    let expected = r#"{"cname":"c","uid":"1","clientRequest":{"mixedVideoLayout":3,"layoutConfig":[{"uid":"7","x_axis":0.333333,"y_axis":0,"width":1,"height":0,"alpha":0.5}]}}"#;
    assert_eq!(wire.to_string(), expected, "names, order and six decimals");
    let stop = StopRequest::new(
        "c",
        "1",
        StopClientRequest {
            async_stop: Some(true),
            ..StopClientRequest::default()
        },
    );
    assert_eq!(stop.to_wire()["clientRequest"], json!({"async_stop": true}));
}

#[test]
fn unknown_members_survive_at_every_level() {
    let body = json!({"cname": "c", "uid": "1", "later": 1, "clientRequest": {"later": [2],
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "b", "accessKey": "k",
            "secretKey": "s", "later": {"deep": 3}}}});
    let request: StartRequest = serde_json::from_value(body.clone()).unwrap();
    assert_eq!(request.to_wire(), body);
}

#[test]
fn a_secret_in_the_wrong_place_is_not_printed() {
    let body = json!({"cname": "c", "uid": "1", "token": CANARY, "clientRequest": {
        "secretKey": CANARY, "transcodeOptions": {"deep": {"salt": CANARY}},
        "recordingConfig": {"storageConfig": {"accessKey": CANARY}}}});
    let request: StartRequest = serde_json::from_value(body.clone()).unwrap();
    assert_eq!(request.to_wire(), body, "it is sent as it came");
    let printed = format!(
        "{request:?} {:#?}",
        request.client_request.transcode_options
    );
    assert!(!printed.contains(CANARY), "{printed}");
}

#[test]
fn modes_and_calls_have_the_names_of_the_paths() {
    assert_eq!(serde_json::to_value(Mode::Mix).unwrap(), json!("mix"));
    assert_eq!("individual".parse(), Ok(Mode::Individual));
    assert!("Mix".parse::<Mode>().is_err(), "names are case-sensitive");
    for call in cloud_recording::Call::ALL {
        assert_eq!(call.as_str().parse(), Ok(call));
        assert_eq!(serde_json::to_value(call).unwrap(), json!(call.as_str()));
    }
}

fn option<S: Strategy>(value: S) -> impl Strategy<Value = Option<S::Value>> {
    prop::option::of(value)
}

fn uids() -> impl Strategy<Value = Option<Vec<String>>> {
    option(prop::collection::vec("[1-9][0-9]{0,8}", 0..4))
}

prop_compose! {
    fn any_region()(
        uid in option("[1-9][0-9]{0,8}"), x in 0u32..=1_000_000, y in 0u32..=1_000_000,
        width in 0u32..=1_000_000, height in 0u32..=1_000_000, alpha in option(0u32..=1_000_000),
        render_mode in option(0u32..2),
    ) -> LayoutRegion {
        let share = |value: u32| f64::from(value) / 1e6;
        LayoutRegion { uid, x_axis: share(x), y_axis: share(y), width: share(width),
            height: share(height), alpha: alpha.map(share), render_mode, ..LayoutRegion::default() }
    }
}

prop_compose! {
    fn any_start()(
        token in option("[!-~]{0,20}"), bucket in ".{0,20}", keys in ("[!-~]{1,20}", "[!-~]{1,20}"),
        prefix in option(prop::collection::vec("[a-zA-Z0-9]{1,8}", 0..4)),
        sts in option(any::<u32>()), idle in option(5u32..2_592_000), audio in uids(), video in uids(),
        regions in option(prop::collection::vec(any_region(), 0..18)), unknown in option(any::<i64>()),
        image in option(".{0,20}"),
    ) -> StartRequest {
        let mut request = StartRequest::new("c", "1", StartClientRequest {
            token: token.map(Secret::from),
            storage_config: Some(StorageConfig {
                bucket, access_key: keys.0.into(), secret_key: keys.1.into(), file_name_prefix: prefix,
                sts_expiration: sts.map(u64::from), ..StorageConfig::default()
            }),
            recording_config: Some(RecordingConfig {
                max_idle_time: idle, subscribe_audio_uids: audio, unsubscribe_video_uids: video,
                transcoding_config: Some(TranscodingConfig {
                    layout_config: regions, background_image: image, ..TranscodingConfig::default()
                }),
                ..RecordingConfig::default()
            }),
            ..StartClientRequest::default()
        });
        if let Some(unknown) = unknown {
            request.client_request.extra.insert("later".to_owned(), json!(unknown));
        }
        request
    }
}

proptest! {
    #[test]
    fn a_start_reads_back_as_it_was_written(start in any_start()) {
        let text = start.to_wire().to_string();
        let back: StartRequest = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(back, start);
    }

    #[test]
    fn any_secret_stays_out_of_the_redacted_body(secret in "[!-~]{6,40}") {
        let mut request = start();
        request.client_request.token = Some(Secret::from(secret.as_str()));
        let redacted = request.redacted();
        prop_assert_eq!(&redacted["clientRequest"]["token"], &json!("•••"));
        let debug = format!("{request:?}");
        prop_assert!(!debug.contains(&secret));
    }
}
