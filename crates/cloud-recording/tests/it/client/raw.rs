//! One call as it is: what goes out, what comes back, and what is taken out of it.

use cloud_recording::contract::conceal;
use cloud_recording::{Call, Hosts, Mode, Target, judge};
use serde_json::json;

use super::server::{Reply, Server};
use super::{CANARY, client};

fn target(call: Call) -> Target {
    Target {
        call,
        mode: Mode::Web,
        resource_id: "r/1".to_owned(),
        sid: "s 2".to_owned(),
        channel: "a/b?c".to_owned(),
        hosts_only: true,
    }
}

#[tokio::test]
async fn the_body_goes_out_as_it_is_and_nothing_is_repeated() {
    let server = Server::start(vec![Reply::json(503, json!({ "message": "no" }))]).await;
    let body = json!({ "cname": 7, "unknown": [null, { "b": 1, "a": 2 }] });
    let client = client("raw-body", server.hosts());
    let answer = client.raw(&target(Call::Update), Some(&body)).await;
    let answer = answer.expect("a refusal is an answer");
    assert_eq!(answer.status, 503, "as it came");
    let asked = server.asked();
    assert_eq!(
        asked.len(),
        1,
        "nothing is repeated, though a 503 is worth it elsewhere"
    );
    assert_eq!(
        asked[0].line,
        "POST /v1/apps/raw-body/cloud_recording/resourceid/r%2F1/sid/s%202/mode/web/update",
        "no part leaves its place"
    );
    assert_eq!(
        String::from_utf8(asked[0].body.clone()).unwrap(),
        body.to_string(),
        "not even the order of members changes"
    );
    assert!(
        answer
            .address
            .ends_with(asked[0].line.trim_start_matches("POST "))
    );
    let error = judge(Call::Update, answer.status, &answer.bytes).unwrap_err();
    assert_eq!(error.status(), Some(503), "judged like any other answer");
}

#[tokio::test]
async fn questions_have_no_body_and_name_everything_in_their_address() {
    let server = Server::start(vec![
        Reply::json(200, json!({})),
        Reply::json(200, json!({})),
    ])
    .await;
    let client = client("raw-get", server.hosts());
    client.raw(&target(Call::Query), None).await.unwrap();
    client.raw(&target(Call::ChannelUsers), None).await.unwrap();
    let asked = server.asked();
    assert!(asked.iter().all(|one| one.body.is_empty()), "no body");
    assert_eq!(
        asked[0].line,
        "GET /v1/apps/raw-get/cloud_recording/resourceid/r%2F1/sid/s%202/mode/web/query"
    );
    let users = &asked[1].line;
    assert!(
        users.ends_with("/channel/user/raw-get/a%2Fb%3Fc?hosts_only=true"),
        "{users}"
    );
}

#[tokio::test]
async fn the_clients_own_secret_does_not_come_back() {
    let echo = format!(r#"{{"message":"{} is wrong"}}"#, CANARY.replace('/', "\\/"));
    let server = Server::start(vec![Reply::Answer(401, echo.into_bytes())]).await;
    let client = client("raw-echo", server.hosts());
    let answer = client.raw(&target(Call::Acquire), None).await.unwrap();
    let text = String::from_utf8(answer.bytes.clone()).unwrap();
    assert_eq!(
        text, r#"{"message":"••• is wrong"}"#,
        "however it is written"
    );
    assert!(
        !format!("{answer:?}").contains("wrong"),
        "nor does the body stand in a log"
    );
}

#[tokio::test]
async fn nobody_there_is_an_error_and_not_an_answer() {
    let hosts = Hosts::custom("http://127.0.0.1:9").unwrap();
    let error = client("raw-nobody", hosts)
        .raw(&target(Call::Stop), Some(&json!({})))
        .await
        .unwrap_err();
    assert!(error.is_unreachable(), "{error}");
}

#[test]
fn concealing_finds_a_secret_in_every_writing() {
    let secret = "kéy/\"1\"";
    let written = [
        secret.to_owned(),
        serde_json::to_string(secret).unwrap(),
        r#"k\u00e9y/\"1\""#.to_owned(),
        r#"k\u00E9y\/\"1\""#.to_owned(),
    ];
    for text in written {
        let left = conceal(&format!("a {text} b"), [secret].into_iter());
        assert!(
            !left.contains('y') && left.contains("•••"),
            "{text}: {left}"
        );
        assert!(
            left.starts_with("a ") && left.ends_with(" b"),
            "nothing else goes: {left}"
        );
    }
}

#[test]
fn concealing_leaves_nothing_of_a_longer_secret_and_spares_short_ones() {
    let secrets = || ["abcd", "abcd-efgh", "abc"].into_iter();
    assert_eq!(
        conceal("abcd-efgh abcd abc", secrets()),
        "••• ••• abc",
        "under four bytes half of any text would go"
    );
}
