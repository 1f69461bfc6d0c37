//! Answers from outside are read for what they say, and nothing breaks the decoders.

use cloud_recording::answer::{
    Acquired, ChannelProfile, ChannelUsers, QueryAnswer, Started, StopAnswer, Updated, Uploading,
    success,
};
use cloud_recording::{Call, Error};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::data::{published, samples};

/// What an answer says, in the words of the published facts.
fn facts(call: Call, status: u16, body: &[u8]) -> Result<Value, Error> {
    let files = |files: &[cloud_recording::answer::RecordedFile]| {
        json!(
            files
                .iter()
                .map(|file| file.file_name.as_str())
                .collect::<Vec<_>>()
        )
    };
    let names = |services: &[cloud_recording::answer::ServiceState]| {
        json!(
            services
                .iter()
                .map(|service| service.service_name.as_str())
                .collect::<Vec<_>>()
        )
    };
    Ok(match call {
        Call::Acquire => {
            let answer = Acquired::read(status, body)?;
            json!({"cname": answer.cname, "uid": answer.uid})
        }
        Call::Start => {
            let answer = Started::read(status, body)?;
            json!({"cname": answer.cname, "uid": answer.uid, "sid": answer.sid})
        }
        Call::Update | Call::UpdateLayout => {
            let answer = Updated::read(call, status, body)?;
            json!({"cname": answer.cname, "uid": answer.uid, "sid": answer.sid})
        }
        Call::Query => {
            let answer = QueryAnswer::read(status, body)?;
            let state = answer
                .services
                .first()
                .and_then(|service| service.state.clone());
            json!({"cname": answer.cname, "uid": answer.uid, "sid": answer.sid,
                "status": answer.status, "files": files(&answer.file_list),
                "services": names(&answer.services), "state": state})
        }
        Call::Stop => {
            let answer = StopAnswer::read(status, body)?;
            json!({"cname": answer.cname, "uid": answer.uid, "sid": answer.sid,
                "uploadingStatus": answer.uploading_text, "files": files(&answer.file_list),
                "services": names(&answer.services)})
        }
        Call::ChannelUsers => json!(ChannelUsers::read(status, body)?.users),
    })
}

#[test]
fn published_answers_say_what_they_say() {
    let mut read = 0;
    for case in published().into_iter().filter(|case| !case.is_request()) {
        let call = case.call().unwrap_or(Call::Query);
        let found = facts(call, case.status(), &case.raw);
        let wanted = case.facts["facts"].as_object().cloned().unwrap_or_default();
        match found {
            Ok(found) => {
                assert_eq!(case.text("expect"), "accept", "{} is no answer", case.id);
                for (name, value) in &wanted {
                    assert_eq!(&found[name], value, "{}: {name}", case.id);
                }
            }
            Err(error) if case.text("expect") == "error" => {
                assert!(
                    error.is_unreadable(),
                    "{} is not the service's: {error}",
                    case.id
                );
            }
            Err(error) => {
                assert_eq!(
                    error.code(),
                    wanted.get("code").and_then(Value::as_i64),
                    "{}",
                    case.id
                );
                let reason = wanted.get("reason").or_else(|| wanted.get("message"));
                assert_eq!(
                    error.reason(),
                    reason.and_then(Value::as_str),
                    "{}",
                    case.id
                );
                assert!(
                    wanted.contains_key("code") || reason.is_some(),
                    "{}: {error}",
                    case.id
                );
            }
        }
        read += 1;
    }
    assert!(read > 20, "only {read} answers were read");
}

#[test]
fn samples_of_success_are_read_and_samples_of_errors_are_errors() {
    let mut counts = (0, 0);
    for sample in samples(".response") {
        let is_error = sample.name.starts_with("error.");
        let call = sample.call().unwrap_or(Call::Query);
        let found = facts(call, sample.status(), &sample.body());
        assert_eq!(found.is_err(), is_error, "{}: {found:?}", sample.name);
        if let Err(error) = found {
            assert!(
                !error.is_unreadable(),
                "{} is the service's own: {error}",
                sample.name
            );
            let code = sample.value["body"]["code"].as_i64();
            assert_eq!(error.code(), code, "{}", sample.name);
            counts.1 += 1;
        } else {
            counts.0 += 1;
        }
    }
    assert!(
        counts.0 > 20 && counts.1 > 30,
        "{counts:?} samples were read"
    );
}

#[test]
fn old_and_new_spellings_come_to_the_same() {
    let new = json!({"serverResponse": {"status": 5, "fileListMode": "json", "fileList": [
        {"fileName": "a.m3u8", "trackType": "audio", "uid": "1", "mixedAllUser": false,
         "isPlayable": true, "sliceStartTime": 1_562_724_971_626_i64}],
        "sliceStartTime": 1_562_724_971_626_i64}});
    let old = json!({"serverResponse": {"status": "5", "fileListMode": "json", "fileList": [
        {"filename": "a.m3u8", "trackType": "audio", "uid": 1, "mixedAllUser": "false",
         "isPlayable": "true", "sliceStartTime": "1562724971626"}],
        "sliceStartTime": "1562724971626"}});
    let bare = new["serverResponse"].clone();
    let read = |value: &Value| QueryAnswer::read(200, value.to_string().as_bytes()).unwrap();
    let (new, old, bare) = (read(&new), read(&old), read(&bare));
    assert_eq!((new.status, &new.file_list), (old.status, &old.file_list));
    assert_eq!(
        (new.status, &new.file_list),
        (bare.status, &bare.file_list),
        "no serverResponse"
    );
    assert_eq!(new.slice_start_time, Some(1_562_724_971_626));
    assert_eq!(old.slice_start_time, new.slice_start_time);
    assert_eq!(new.file_list[0].is_playable, Some(true));
}

#[test]
fn moments_are_milliseconds_whatever_they_came_as() {
    let start = |value: Value| {
        let body = json!({"serverResponse": {"status": 5, "sliceStartTime": value}}).to_string();
        QueryAnswer::read(200, body.as_bytes())
            .unwrap()
            .slice_start_time
    };
    assert_eq!(
        start(json!(1_562_724_971)),
        Some(1_562_724_971_000),
        "seconds"
    );
    assert_eq!(
        start(json!(1_562_724_971_626_i64)),
        Some(1_562_724_971_626),
        "milliseconds"
    );
    assert_eq!(start(json!(0)), None, "not yet");
}

#[test]
fn stop_tells_what_became_of_the_files() {
    let read = |value: Value| StopAnswer::read(200, value.to_string().as_bytes()).unwrap();
    let of =
        |word: &str| read(json!({"serverResponse": {"uploadingStatus": word}})).uploading_status;
    assert_eq!(of("uploaded"), Some(Uploading::Uploaded));
    assert_eq!(of("backuped"), Some(Uploading::Backuped));
    assert_eq!(of("unknow"), Some(Uploading::Unknown), "the old spelling");
    assert_eq!(
        read(json!({"sid": "1"})).uploading_status,
        None,
        "an answer that did not wait"
    );
    let web = read(json!({"serverResponse": {"extensionServiceState": [
        {"serviceName": "upload_service", "playload": {"uploadingStatus": "uploaded"}},
        {"serviceName": "web_recorder_service", "payload": {"state": "exit", "onhold": "false",
            "fileList": [{"filename": "p.m3u8"}]}}]}}));
    assert_eq!(
        web.uploading_status,
        Some(Uploading::Uploaded),
        "inside a payload"
    );
    assert_eq!(web.file_list[0].file_name, "p.m3u8");
    assert_eq!(web.services[1].onhold, Some(false));
}

#[test]
fn a_channel_tells_who_is_there() {
    let read = |value: Value| ChannelUsers::read(200, value.to_string().as_bytes());
    let talk = json!({"success": true, "data": {"channel_exist": true, "mode": 1, "total": 2,
        "users": [7, 4_294_967_295_u32]}});
    let talk = read(talk).unwrap();
    assert_eq!(
        (talk.exists, talk.profile),
        (true, Some(ChannelProfile::Communication))
    );
    assert_eq!(
        (talk.users.clone(), talk.hosts),
        (vec![7, u32::MAX], talk.users)
    );
    let live = json!({"success": true, "data": {"channel_exist": true, "mode": 2,
        "broadcasters": [1], "audience": [2, 3], "audience_total": 12_000}});
    let live = read(live).unwrap();
    assert_eq!((live.hosts, live.users), (vec![1], vec![1, 2, 3]));
    assert_eq!(
        (live.profile, live.audience_total),
        (Some(ChannelProfile::Live), 12_000)
    );
    assert_eq!(ChannelProfile::Live.channel_type(), 1, "2 here is 1 there");
    let nobody = read(json!({"success": true, "data": {"channel_exist": false}})).unwrap();
    assert_eq!((nobody.exists, nobody.users.len()), (false, 0));
    assert!(read(json!({"success": false})).is_err_and(|error| error.is_unreadable()));
}

#[test]
fn success_is_200_without_another_code() {
    let body = |value: Value| value.to_string().into_bytes();
    assert!(success(Call::Query, 200, &body(json!({"sid": "1"}))).is_ok());
    assert!(success(Call::Query, 200, &body(json!({"code": 200}))).is_ok());
    for (status, value) in [
        (201, json!({"resourceId": "r", "sid": "s"})),
        (206, json!({"sid": "s", "serverResponse": {"fileList": []}})),
        (200, json!({"code": 435})),
        (200, json!({"code": "65"})),
        (200, json!({"code": 0})),
    ] {
        assert!(
            success(Call::Start, status, &body(value.clone())).is_err(),
            "{status} {value}"
        );
    }
}

/// Every decoder, on a body.
fn read_all(status: u16, body: &[u8]) -> Vec<Option<Error>> {
    let calls = Call::ALL.iter();
    calls.map(|call| facts(*call, status, body).err()).collect()
}

#[test]
fn what_is_not_the_services_is_unreadable() {
    let deep = "[".repeat(200_000);
    let deep_object = format!("{}1{}", "{\"a\":".repeat(5000), "}".repeat(5000));
    let ten_thousand = format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    let large = format!("{{\"sid\":\"{}\"}}", "x".repeat(10 * 1024 * 1024));
    let html = "<!doctype html><html><body>Sign in to the guest network</body></html>";
    for (name, body) in [
        ("deep", deep.as_bytes()),
        ("deep object", deep_object.as_bytes()),
        ("ten thousand deep", ten_thousand.as_bytes()),
        ("large", large.as_bytes()),
        ("html", html.as_bytes()),
        ("empty", b""),
        ("array", b"[]"),
        ("text", b"\"ok\""),
        ("binary", b"\xff\xfe\x00\x01"),
    ] {
        for error in read_all(200, body) {
            let error = error.unwrap_or_else(|| panic!("{name} is no success"));
            assert!(error.is_unreadable(), "{name}: {error}");
            let raw = error.raw().unwrap_or_default().len();
            assert!(raw <= 64 * 1024, "{name}: {raw} bytes were kept");
        }
    }
    for error in read_all(502, html.as_bytes()) {
        assert!(
            error.unwrap().is_server_trouble(),
            "a balancer's own page says enough by its status"
        );
    }
    for error in read_all(404, html.as_bytes()) {
        let error = error.unwrap();
        assert!(
            !error.is_not_found(),
            "a stranger does not know what recordings there are"
        );
    }
}

/// Any JSON around the names that the decoders look for.
fn any_answer() -> impl Strategy<Value = Value> {
    let names = [
        "serverResponse",
        "fileList",
        "fileName",
        "filename",
        "status",
        "payload",
        "playload",
        "extensionServiceState",
        "serviceName",
        "sliceStartTime",
        "code",
        "sid",
        "resourceId",
        "data",
        "users",
        "mode",
        "uploadingStatus",
        "isPlayable",
        "reason",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        any::<f64>().prop_map(|number| Value::from(number.to_string())),
    ];
    leaf.prop_recursive(6, 100, 6, move |inner| {
        let members =
            prop::collection::vec((prop::sample::select(names.to_vec()), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| {
                Value::Object(
                    members
                        .into_iter()
                        .map(|(n, v)| (n.to_owned(), v))
                        .collect(),
                )
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_bytes_can_break_the_decoders(status in 100u16..600, body in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(read_all(status, &body).len(), Call::ALL.len());
    }

    #[test]
    fn no_json_can_break_the_decoders(status in prop::sample::select(vec![200u16, 201, 206, 400, 404, 500]), value in any_answer()) {
        let errors = read_all(status, value.to_string().as_bytes());
        prop_assert!(status == 200 || errors.iter().all(Option::is_some), "only 200 is success");
    }
}
