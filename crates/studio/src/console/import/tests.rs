use proptest::prelude::*;

use super::*;

const APP_ID: &str = "0123456789abcdef0123456789abcdef";

fn one(text: &str) -> Found {
    let mut all = find(text).expect("it is read");
    assert_eq!(all.len(), 1, "one call in {text}");
    all.remove(0)
}

fn place(found: &Found) -> address::Place {
    address::read(found.address.as_deref().expect("an address")).expect("one of ours")
}

#[test]
fn a_command_of_bash_in_all_its_quotes() {
    let texts = [
        "curl --request POST 'https://api.agora.io/v1/apps/A/cloud_recording/acquire' \\\n  --user ID:SECRET \\\n  \
         --header 'Content-Type: application/json' --data '{\"cname\":\"it'\\''s\",\"uid\":\"1\",\"clientRequest\":{}}'",
        "$ curl -sSXPOST -uID:SECRET https://api.agora.io/v1/apps/A/cloud_recording/acquire -d \
         \"{\\\"cname\\\":\\\"it's\\\",\\\"uid\\\":\\\"1\\\",\\\"clientRequest\\\":{}}\"",
        "curl --url=https://api.agora.io/v1/apps/A/cloud_recording/acquire -H 'authorization: Basic eA==' \
         --data-raw $'{\"cname\":\"it\\'s\",\"uid\":\"\\u0031\",\"clientRequest\":{}}' --compressed",
        "curl.exe -k --json @- https://ID:SECRET@api.agora.io/v1/apps/A/cloud_recording/acquire <<'END'\n\
         {\"cname\":\"it's\",\"uid\":\"1\",\n\"clientRequest\":{}}\nEND\n",
        "curl ^\"https://api.agora.io/v1/apps/A/cloud_recording/acquire^\" ^\r\n  -u ^\"ID:SECRET^\" ^\r\n  \
         --data-raw ^\"^{^\\^\"cname^\\^\":^\\^\"it's^\\^\",^\\^\"uid^\\^\":^\\^\"1^\\^\",^\\^\"clientRequest^\\^\":^{^}^}^\"",
    ];
    for text in texts {
        let found = one(text);
        assert_eq!(
            found.body,
            Some(json!({ "cname": "it's", "uid": "1", "clientRequest": {} })),
            "the body of {text}"
        );
        assert!(found.had_sign_in, "it is seen that it signs in: {text}");
        assert!(
            !format!("{found:?}").contains("SECRET"),
            "and the sign-in is dropped: {text}"
        );
        assert_eq!(place(&found).call, Some(Call::Acquire), "{text}");
    }
}

#[test]
fn windows_keeps_the_backslashes_of_its_json() {
    let text = "curl ^\"https://x/v1/apps/A/cloud_recording/acquire^\" -d \
                ^\"^{^\\^\"cname^\\^\":^\\^\"a^\\^\\n^\\^\"^}^\"";
    let text = text.replace("a^\\^\\n^\\^\"", "a\\n^\\^\"");
    assert_eq!(one(&text).body, Some(json!({ "cname": "a\n" })), "{text}");
}

#[test]
fn several_commands_are_several_calls() {
    let text = "# first\ncurl -X POST https://h/v1/apps/A/cloud_recording/acquire -d '{\"clientRequest\":{}}'; sleep 1\n\
                curl https://h/v1/apps/A/cloud_recording/resourceid/R%2F1/sid/S/mode/web/query | jq .\n\
                curl 'https://h/dev/v1/channel/user/A/a%20b?hosts_only=true'";
    let found = find(text).unwrap();
    let places: Vec<_> = found.iter().map(place).collect();
    let calls: Vec<_> = places.iter().map(|place| place.call.unwrap()).collect();
    assert_eq!(calls, [Call::Acquire, Call::Query, Call::ChannelUsers]);
    assert_eq!(
        (
            places[1].resource_id.as_str(),
            places[1].sid.as_str(),
            places[1].mode
        ),
        ("R/1", "S", Some(Mode::Web))
    );
    assert_eq!(
        (places[2].channel.as_str(), places[2].hosts_only),
        ("a b", true)
    );
}

#[test]
fn what_cannot_be_read_says_where_and_never_what() {
    let cases = [
        ("{\n  \"cname\": canary\n}", "", "json", Some("2")),
        (
            "curl https://h/v1/apps/A/cloud_recording/acquire -d '{\"secretKey\": \"canary\"'",
            "/data",
            "json",
            Some("1"),
        ),
        (
            "curl https://h/v1/apps/A/cloud_recording/acquire -d @canary.json",
            "/data",
            "inline",
            None,
        ),
        ("{\"canary\": 1}", "", "call", None),
        ("[]", "", "call", None),
        ("\"canary\"", "", "call", None),
        ("", "", "json", Some("1")),
    ];
    for (text, path, expected, line) in cases {
        let failure = find(text).expect_err("it cannot be read");
        assert_eq!(failure.code, FailureCode::Invalid, "{text}");
        let issue = &failure.issues[0];
        let line_said = issue.params.get("line").map(String::as_str);
        assert_eq!(
            (
                issue.path.as_str(),
                issue.params["expected"].as_str(),
                line_said
            ),
            (path, expected, line),
            "{text}"
        );
        assert!(
            !format!("{failure:?}").contains("canary"),
            "the text is not told: {failure:?}"
        );
    }
}

#[test]
fn bodies_are_known_by_their_members() {
    let storage =
        json!({ "vendor": 1, "region": 0, "bucket": "b", "accessKey": "a", "secretKey": "s" });
    let page = json!({ "extensionServices": [
        { "serviceName": "web_recorder_service", "serviceParam": { "url": "https://example.com" } }] });
    let cases = [
        (json!({ "clientRequest": {} }), Call::Acquire, Mode::Mix),
        (
            json!({ "resourceExpiredHour": 24, "scene": 1 }),
            Call::Acquire,
            Mode::Web,
        ),
        (
            json!({ "clientRequest": { "scene": 0, "startParameter": {
                "storageConfig": storage, "snapshotConfig": { "fileType": ["jpg"] } } } }),
            Call::Acquire,
            Mode::Individual,
        ),
        (
            json!({ "clientRequest": { "storageConfig": storage } }),
            Call::Start,
            Mode::Mix,
        ),
        (
            json!({ "storageConfig": storage, "extensionServiceConfig": page }),
            Call::Start,
            Mode::Web,
        ),
        (
            json!({ "storageConfig": storage, "recordingConfig": { "subscribeUidGroup": 0 } }),
            Call::Start,
            Mode::Individual,
        ),
        (
            json!({ "storageConfig": storage, "recordingConfig": { "transcodingConfig": { "width": 640 } } }),
            Call::Start,
            Mode::Mix,
        ),
        (
            json!({ "clientRequest": { "webRecordingConfig": { "onhold": true } } }),
            Call::Update,
            Mode::Web,
        ),
        (json!({ "streamSubscribe": {} }), Call::Update, Mode::Mix),
        (
            json!({ "mixedVideoLayout": 1, "backgroundColor": "#000000" }),
            Call::UpdateLayout,
            Mode::Mix,
        ),
        (
            json!([{ "x_axis": 0, "y_axis": 0, "width": 1, "height": 1 }]),
            Call::UpdateLayout,
            Mode::Mix,
        ),
        (
            json!({ "cname": "c", "uid": "1", "clientRequest": { "async_stop": true } }),
            Call::Stop,
            Mode::Mix,
        ),
    ];
    for (body, call, mode) in cases {
        assert_eq!(guess::call(&body), Some(call), "{body}");
        let whole = guess::whole(body);
        assert_eq!(guess::mode(call, Some(&whole)), mode, "{whole}");
        assert!(
            whole["clientRequest"].is_object(),
            "a part becomes whole: {whole}"
        );
    }
}

#[test]
fn a_collection_with_folders_and_variables() {
    let raw = "{\"cname\": \"{{channel}}\", \"uid\": {{uid}}, \"clientRequest\": {\"storageConfig\": \
               {\"vendor\": {{vendor}}, \"accessKey\": \"{{ak}}\", \"secretKey\": \"{{unset}}\"}}}";
    let collection = json!({
        "info": { "name": "Recording", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
        "auth": { "type": "basic", "basic": [{ "key": "password", "value": "SECRET" }] },
        "variable": [
            { "key": "base", "value": "https://{{host}}/v1/apps" }, { "key": "host", "value": "api.agora.io" },
            { "key": "channel", "value": "town hall" }, { "key": "vendor", "value": 2 }, { "key": "ak", "value": "AKIA1" },
            { "key": "loop", "value": "{{loop}}{{loop}}" },
        ],
        "item": [{ "name": "Life", "item": [
            { "name": "Begin", "request": { "method": "POST",
                "url": { "raw": "{{base}}/{{appid}}/cloud_recording/resourceid/:rid/mode/mix/start",
                    "variable": [{ "key": "rid", "value": "R1" }] },
                "body": { "mode": "raw", "raw": raw } } },
            { "name": "{{loop}}", "request": "{{base}}/A/cloud_recording/resourceid/R1/sid/{{sid}}/mode/mix/query" },
            { "name": "Broken", "request": { "url": "{{base}}/A/cloud_recording/acquire",
                "body": { "raw": "{ \"secretKey\": \"SECRET\", // no JSON\n" } } },
        ]}],
    });
    let found = find(&collection.to_string()).unwrap();
    let names: Vec<_> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names[0], "Life / Begin");
    let begin = &found[0];
    assert_eq!(
        begin.body,
        Some(
            json!({ "cname": "town hall", "uid": "{{uid}}", "clientRequest": { "storageConfig":
            { "vendor": 2, "accessKey": "AKIA1", "secretKey": "{{unset}}" } } })
        )
    );
    assert!(begin.had_sign_in, "the collection's own sign-in counts");
    let begin = place(begin);
    assert_eq!(
        (
            begin.call,
            begin.resource_id.as_str(),
            begin.app_id.as_str()
        ),
        (Some(Call::Start), "R1", "{{appid}}")
    );
    assert_eq!(place(&found[1]).sid, "{{sid}}", "what nobody knows stays");
    assert!(
        found[1].name.len() < 1_000,
        "a variable of itself ends: {}",
        found[1].name
    );
    let broken = found[2].body.as_ref().unwrap().as_str().unwrap();
    assert!(
        broken.contains("no JSON") && !broken.contains("SECRET"),
        "kept to be mended: {broken}"
    );
}

#[test]
fn gaps_are_no_secrets() {
    for gap in [
        "${KEY}",
        "$KEY",
        "{{key}}",
        "<your key>",
        "%KEY%",
        "${KEY:?}",
    ] {
        assert!(is_gap(gap), "{gap}");
    }
    for secret in [
        "",
        "AKIA123",
        "a<b>c",
        "$ecret/+=",
        "${token}",
        "${held:1}",
        "007eJx",
    ] {
        assert!(!is_gap(secret), "{secret}");
    }
    let mut body = json!({ "clientRequest": { "storageConfig": { "accessKey": "<key>", "bucket": "<bucket>" } } });
    forget_placeholders(&mut body);
    assert_eq!(
        body["clientRequest"]["storageConfig"],
        json!({ "accessKey": "", "bucket": "<bucket>" }),
        "elsewhere they stay as they are"
    );
}

#[test]
fn addresses_with_an_end_of_their_own() {
    let read = |text: &str| address::read(text);
    assert_eq!(read("https://example.com/v1/apps/A/other/acquire"), None);
    assert_eq!(read("https://h/v1/apps/A/cloud_recording/nothing"), None);
    let users = read(&format!(
        "http://127.0.0.1:1/dev/v1/channel/user/{APP_ID}/c/hosts_only"
    ))
    .unwrap();
    assert_eq!((users.app_id.as_str(), users.hosts_only), (APP_ID, true));
    let slash = read("/v1/apps/A/cloud_recording/acquire/").unwrap();
    assert_eq!(slash.call, Some(Call::Acquire));
    assert_eq!(read("%"), None, "half an escape is no trouble");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn nothing_that_is_pasted_breaks_it(text in "\\PC*") {
        let _ = find(&text);
    }

    #[test]
    fn no_command_breaks_it(parts in prop::collection::vec(
        prop::sample::select(vec![
            "curl", " ", "'", "\"", "\\", "\n", "^", "$'", "\\u", "d83d", "<<", "END", "-d", "--data", "@-", "{", "}",
            "\"cname\"", ":", "{{", "}}", "%", "https://h/v1/apps/A/cloud_recording/acquire", "-u", "#", ";", "|", "é", "\r",
        ]),
        0..40,
    )) {
        let _ = find(&format!("curl {}", parts.concat()));
    }

    #[test]
    fn no_json_breaks_it(parts in prop::collection::vec(
        prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"info\"", "\"item\"", "\"request\"", "\"url\"", "\"raw\"", "\"variable\"", "\"key\"",
            "\"value\"", "\"roomreel_calls\"", "\"calls\"", "\"roomreel_layout\"", "\"document\"", "\"clientRequest\"", "1", "null",
            "\"startParameter\"", "\"{{a}}\"",
        ]),
        0..30,
    )) {
        let text = parts.concat();
        let _ = find(&text);
        let _ = body::read(&text);
    }

    #[test]
    fn a_body_comes_back_out_of_each_shell(value in "\\PC{0,40}") {
        let body = json!({ "cname": value, "clientRequest": {} });
        let quoted = body.to_string().replace('\'', "'\\''");
        let text = format!("curl https://h/v1/apps/A/cloud_recording/acquire -d '{quoted}'");
        // The signs of the other shell, which a text can have by accident, decide for that one.
        prop_assume!(!shell::is_windows(&text));
        prop_assert_eq!(one(&text).body, Some(body));
    }
}
