use serde_json::json;

use super::*;

const NOW: i64 = 1_790_000_000;

fn call(call: Call, body: Value) -> ConsoleCall {
    ConsoleCall {
        account_id: "practice".to_owned(),
        call,
        mode: Mode::Mix,
        resource_id: "r".to_owned(),
        sid: "s".to_owned(),
        channel: String::new(),
        hosts_only: false,
        body,
    }
}

fn start() -> Value {
    json!({ "cname": "c", "uid": "1", "clientRequest": {
        "token": "${token}",
        "recordingConfig": { "channelType": 1, "maxIdleTime": 30, "decryptionMode": 7,
            "secret": "${held:a}", "salt": "${kept:b}" },
        "storageConfig": { "vendor": 1, "region": 0, "bucket": "b",
            "accessKey": "${storage:s/accessKey}", "secretKey": "${storage:s/secretKey}" },
    }})
}

fn errors(check: &ConsoleCheck) -> Vec<(IssueCode, &str)> {
    let errors = check.issues.iter();
    errors
        .filter(|issue| issue.severity == Severity::Error)
        .map(|issue| (issue.code, issue.path.as_str()))
        .collect()
}

#[test]
fn references_count_as_filled() {
    let check = judge(&call(Call::Start, start()), NOW);
    assert_eq!(errors(&check), [], "nobody knows a reference's form");
    assert_eq!(check.bare, Vec::<String>::new(), "none stands in the clear");
}

#[test]
fn secrets_in_the_clear_are_named_wherever_they_stand() {
    let mut body = json!({ "cname": "c", "uid": "1", "clientRequest": { "startParameter": start()["clientRequest"] }});
    body["clientRequest"]["startParameter"]["storageConfig"]["accessKey"] = json!("AKIA");
    body["SecretKey"] = json!("in the wrong place and spelt wrongly");
    body["clientRequest"]["startParameter"]["token"] = json!("");
    let mut bare = judge(&call(Call::Acquire, body), NOW).bare;
    bare.sort();
    assert_eq!(
        bare,
        [
            "/SecretKey",
            "/clientRequest/startParameter/storageConfig/accessKey"
        ]
    );
}

#[test]
fn a_secret_that_was_taken_out_has_to_be_given_again() {
    let mut body = start();
    body["clientRequest"]["storageConfig"]["secretKey"] = json!("•••");
    body["clientRequest"]["recordingConfig"]["salt"] = json!("•••");
    let check = judge(&call(Call::Start, body), NOW);
    let mut found = errors(&check);
    found.sort();
    let expected = [
        (IssueCode::Required, "/clientRequest/recordingConfig/salt"),
        (
            IssueCode::Required,
            "/clientRequest/storageConfig/secretKey",
        ),
    ];
    assert_eq!(found, expected, "each once, and nothing about its signs");
    assert!(check.bare.is_empty(), "the sign is no secret");
}

#[test]
fn each_call_wants_its_parts_of_the_address() {
    let wanted: [(Call, &[&str]); 7] = [
        (Call::Acquire, &[]),
        (Call::Start, &["resourceid"]),
        (Call::Query, &["resourceid", "sid"]),
        (Call::Update, &["resourceid", "sid"]),
        (Call::UpdateLayout, &["resourceid", "sid"]),
        (Call::Stop, &["resourceid", "sid"]),
        (Call::ChannelUsers, &["channel"]),
    ];
    for (which, parts) in wanted {
        let mut empty = call(which, Value::Null);
        empty.resource_id.clear();
        empty.sid.clear();
        let check = judge(&empty, NOW);
        let found: Vec<&str> = errors(&check)
            .into_iter()
            .filter(|(code, path)| *code == IssueCode::Required && !path.starts_with('/'))
            .map(|(_, path)| path)
            .collect();
        assert_eq!(found, parts, "{which}");
    }
    let mut list = call(Call::ChannelUsers, Value::Null);
    list.channel = "a/b".to_owned();
    assert_eq!(
        errors(&judge(&list, NOW)),
        [(IssueCode::BadFormat, "channel")]
    );
    list.channel = "x".repeat(65);
    assert_eq!(
        errors(&judge(&list, NOW)),
        [(IssueCode::TooLong, "channel")]
    );
}

#[test]
fn misplaced_members_come_with_their_place() {
    let mut body = start();
    body["maxIdleTime"] = json!(40);
    body["clientRequest"]["width"] = json!(640);
    body["clientRequest"]["bucket"] = json!("already there in its place");
    body["clientRequest"]["recordingConfig"]["streamtypes"] = json!(2);
    let mut moves = judge(&call(Call::Start, body), NOW).moves;
    moves.sort_by(|a, b| a.from.cmp(&b.from));
    let moves: Vec<(&str, &str)> = moves
        .iter()
        .map(|it| (it.from.as_str(), it.to.as_str()))
        .collect();
    assert_eq!(
        moves,
        [
            (
                "/clientRequest/recordingConfig/streamtypes",
                "/clientRequest/recordingConfig/streamTypes"
            ),
            (
                "/clientRequest/width",
                "/clientRequest/recordingConfig/transcodingConfig/width"
            ),
        ],
        "maxIdleTime and bucket are there already"
    );
}

#[test]
fn members_of_lists_move_only_where_there_is_one_entry() {
    let with = |entries: Value| {
        let mut body = json!({ "cname": "c", "uid": "1", "clientRequest": { "videoBitrate": 500,
            "extensionServiceConfig": { "extensionServices": entries } }});
        body["clientRequest"]["storageConfig"] = start()["clientRequest"]["storageConfig"].clone();
        let mut web = call(Call::Start, body);
        web.mode = Mode::Web;
        judge(&web, NOW).moves
    };
    let page = json!({ "serviceName": "web_recorder_service", "serviceParam": { "url": "https://example.com" } });
    let moves = with(json!([page]));
    let to = "/clientRequest/extensionServiceConfig/extensionServices/0/serviceParam/videoBitrate";
    assert_eq!(moves.len(), 1, "{moves:?}");
    assert_eq!(moves[0].to, to);
    assert_eq!(with(json!([page, page])), [], "of two nobody knows which");
    assert_eq!(with(json!([])), [], "and there is none");
}

#[test]
fn what_is_announced_at_acquire_moves_within_its_announcement() {
    let mut parameter = start()["clientRequest"].clone();
    parameter["maxIdleTime"] = json!(40);
    parameter["recordingConfig"] = json!({ "channelType": 1 });
    let body =
        json!({ "cname": "c", "uid": "1", "clientRequest": { "startParameter": parameter } });
    let moves = judge(&call(Call::Acquire, body), NOW).moves;
    assert_eq!(moves.len(), 1, "{moves:?}");
    assert_eq!(moves[0].from, "/clientRequest/startParameter/maxIdleTime");
    assert_eq!(
        moves[0].to,
        "/clientRequest/startParameter/recordingConfig/maxIdleTime"
    );
}
