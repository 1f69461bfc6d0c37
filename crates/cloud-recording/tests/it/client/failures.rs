//! What the client makes of failures.

use std::time::Duration;

use cloud_recording::request::*;
use cloud_recording::{Client, ClientConfig, Error, Hosts, Mode, Pace, Secret};
use serde_json::json;
use tokio::net::TcpSocket;

use super::server::{Reply, Server};
use super::{CANARY, client, session};

/// An address that refuses connections: its port is taken, but nobody listens on it.
struct Dead {
    url: String,
    _port: TcpSocket,
}

fn dead() -> Dead {
    let port = TcpSocket::new_v4().unwrap();
    port.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    Dead {
        url: format!("http://{}", port.local_addr().unwrap()),
        _port: port,
    }
}

fn start() -> StartRequest {
    StartRequest::new(
        "c",
        "1",
        StartClientRequest {
            token: Some(Secret::from(CANARY)),
            storage_config: Some(StorageConfig {
                access_key: CANARY.into(),
                secret_key: CANARY.into(),
                ..StorageConfig::default()
            }),
            ..StartClientRequest::default()
        },
    )
}

async fn started(client: &Client) -> Result<String, Error> {
    client
        .start("r", Mode::Mix, &start())
        .await
        .map(|started| started.sid)
}

#[tokio::test]
async fn a_dead_host_is_left_for_the_next_and_not_asked_again() {
    let answer = || Reply::json(200, json!({"sid": "s"}));
    let server = Server::start(vec![answer(), answer()]).await;
    let dead = dead();
    let hosts = Hosts::Several(vec![dead.url.clone(), server.url.clone()]);
    let client = client("fail-over", hosts);
    assert_eq!(
        started(&client).await.unwrap(),
        "s",
        "the second host answers"
    );
    assert_eq!(
        started(&client).await.unwrap(),
        "s",
        "and is asked first from now on"
    );
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn no_host_at_all_is_unreachable_and_certainly_nothing_was_done() {
    let dead = dead();
    let client = client("unreachable", Hosts::custom(&dead.url).unwrap());
    let error = started(&client).await.unwrap_err();
    assert!(error.is_unreachable() && !error.may_have_acted(), "{error}");
    assert_eq!((error.status(), error.raw()), (None, None));
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_with_the_same_start() {
    let already = Reply::json(201, json!({"code": 7, "reason": "already started"}));
    let server = Server::start(vec![Reply::HangUp, already]).await;
    let error = started(&client("lost-answer", server.hosts()))
        .await
        .unwrap_err();
    assert!(
        error.is_already_started() && error.may_have_acted(),
        "{error}"
    );
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(
        (&asked[0].line, &asked[0].body),
        (&asked[1].line, &asked[1].body),
        "unchanged"
    );
}

#[tokio::test]
async fn answers_that_never_come_are_timeouts() {
    let server = Server::start(vec![Reply::HangUp, Reply::HangUp, Reply::HangUp]).await;
    let error = started(&client("hang-up", server.hosts()))
        .await
        .unwrap_err();
    assert!(error.is_timeout() && error.may_have_acted(), "{error}");
    assert_eq!(server.asked().len(), 3, "three starts in all");
}

#[tokio::test]
async fn what_an_earlier_attempt_may_have_done_is_not_forgotten() {
    // The answer of the first is lost, and then nobody listens any more.
    let server = Server::start(vec![Reply::HangUp]).await;
    let error = started(&client("acted-then-gone", server.hosts()))
        .await
        .unwrap_err();
    assert!(error.may_have_acted() && !error.is_unreachable() && error.is_timeout());
    let refused = Reply::json(
        401,
        json!({"message": "Invalid authentication credentials"}),
    );
    let server = Server::start(vec![Reply::HangUp, refused]).await;
    let error = started(&client("acted-then-refused", server.hosts()))
        .await
        .unwrap_err();
    assert!(error.is_unauthorized() && error.may_have_acted(), "{error}");
}

#[tokio::test]
async fn no_worker_means_that_nothing_runs() {
    let full = Reply::json(
        500,
        json!({"code": 502, "reason": "Failed to allocate worker"}),
    );
    let server = Server::start(vec![full]).await;
    let error = started(&client("no-worker", server.hosts()))
        .await
        .unwrap_err();
    assert!(
        error.is_server_trouble() && !error.may_have_acted(),
        "{error}"
    );
}

#[tokio::test]
async fn credentials_in_a_good_answer_are_not_kept_either() {
    let body =
        json!({"resourceId": "r", "sid": "s", "serverResponse": {"status": 5, "echo": CANARY}});
    let server = Server::start(vec![Reply::json(200, body)]).await;
    let answer = client("echo", server.hosts())
        .query(&super::session())
        .await
        .unwrap();
    assert!(!answer.raw.to_string().contains(CANARY), "{}", answer.raw);
    assert_eq!(answer.status, Some(5), "the rest is read");
}

#[tokio::test]
async fn unfinished_is_repeated_and_then_success() {
    let unfinished = || Reply::json(206, json!({"code": 65, "reason": "request not completed"}));
    let done = Reply::json(200, json!({"sid": "s"}));
    let server = Server::start(vec![unfinished(), unfinished(), done]).await;
    assert_eq!(
        started(&client("unfinished", server.hosts()))
            .await
            .unwrap(),
        "s"
    );
}

#[tokio::test]
async fn patience_waits_until_a_moved_recorder_is_back() {
    let moved = || Reply::json(404, json!({"code": 404, "reason": "failed to find worker"}));
    let back = Reply::json(200, json!({"sid": "s", "serverResponse": {"status": 5}}));
    let server = Server::start(vec![moved(), moved(), moved(), back]).await;
    let client = client("moved", server.hosts());
    let found = client.patient().query(&session()).await.unwrap();
    assert_eq!((found.status, server.asked().len()), (Some(5), 4));
}

#[tokio::test]
async fn patience_stops_until_the_answer_is_an_end() {
    let trouble = || Reply::json(504, json!({"code": 62, "reason": "request timeout"}));
    let unfinished = Reply::json(206, json!({"code": 65, "reason": "request not completed"}));
    let end = Reply::json(206, json!({"code": 435, "reason": "no recorded data"}));
    let server = Server::start(vec![
        trouble(),
        trouble(),
        trouble(),
        Reply::HangUp,
        unfinished,
        end,
    ])
    .await;
    let stop = StopRequest::new("c", "1", StopClientRequest::default());
    let client = client("stop-until", server.hosts());
    let error = client.patient().stop(&session(), &stop).await.unwrap_err();
    assert!(error.is_nothing_recorded(), "{error}");
    let asked = server.asked();
    assert_eq!(asked.len(), 6);
    assert!(
        asked.iter().all(|one| one.body == asked[0].body),
        "always the same body"
    );
}

#[tokio::test]
async fn a_dropped_call_leaves_the_client_as_it_was() {
    let server = Server::start(vec![Reply::json(200, json!({"sid": "s"}))]).await;
    let client = client("dropped", server.hosts());
    for _ in 0..3 {
        // Polled once and dropped, wherever it is by then.
        let call = started(&client);
        let first = tokio::time::timeout(Duration::ZERO, call).await;
        assert!(first.is_err(), "nothing is answered in no time");
    }
    let mut config = ClientConfig::new("dropped", "customer", CANARY);
    let fresh = Server::start(vec![Reply::json(200, json!({"sid": "s"}))]).await;
    config.hosts = fresh.hosts();
    assert_eq!(
        started(&Client::new(config).unwrap()).await.unwrap(),
        "s",
        "the limit is not used up"
    );
}

#[tokio::test]
async fn refusals_come_back_at_once() {
    for (status, body) in [
        (400, json!({"code": 2, "reason": "wrong"})),
        (401, json!({"message": "Unauthorized"})),
        (404, json!({"code": 404, "reason": "failed to find worker"})),
        (429, json!({"message": "API rate limit exceeded"})),
        (206, json!({"code": 435, "reason": "no recorded data"})),
        (201, json!({"code": 7, "reason": "already started"})),
    ] {
        let server = Server::start(vec![Reply::json(status, body)]).await;
        let error = started(&client("refusals", server.hosts()))
            .await
            .unwrap_err();
        assert_eq!(error.status(), Some(status), "{error}");
        assert_eq!(server.asked().len(), 1, "{status} is not repeated");
    }
}

#[tokio::test]
async fn repeats_can_be_turned_off() {
    let server = Server::start(vec![Reply::json(500, json!({"code": 62}))]).await;
    let mut config = ClientConfig::new("no-repeats", "customer", CANARY);
    config.hosts = server.hosts();
    config.pace = Pace {
        retries: false,
        unit: Duration::from_millis(1),
    };
    let error = started(&Client::new(config).unwrap()).await.unwrap_err();
    assert!(error.is_server_trouble(), "{error}");
}

#[tokio::test]
async fn credentials_do_not_follow_a_redirect() {
    let elsewhere = Server::start(vec![Reply::json(200, json!({"sid": "s"}))]).await;
    let server = Server::start(vec![Reply::Redirect(elsewhere.url.clone())]).await;
    let error = started(&client("redirect", server.hosts()))
        .await
        .unwrap_err();
    assert!(error.is_unreadable(), "{error}");
    assert_eq!(elsewhere.asked().len(), 0, "nothing went to the other host");
}

#[tokio::test]
async fn a_body_without_end_is_cut_off() {
    let server = Server::start(vec![Reply::Answer(200, vec![b' '; 12 * 1024 * 1024])]).await;
    let client = client("endless", server.hosts());
    let error = client.query(&session()).await.unwrap_err();
    assert!(error.is_unreadable(), "{error}");
    assert!(
        error.raw().unwrap().len() <= 64 * 1024,
        "only a little of it is kept"
    );
}

#[tokio::test]
async fn no_secret_is_ever_printed_or_kept() {
    // A service that quotes the whole request, credentials and all, in its reason.
    let escaped = CANARY.replace('/', "\\/");
    let body =
        format!("{{\"code\":2,\"reason\":\"{CANARY} and {CANARY}\",\"body\":\"{escaped}\"}}");
    let server = Server::start(vec![Reply::Answer(400, body.into_bytes())]).await;
    let client = client("canary", server.hosts());
    let error = started(&client).await.unwrap_err();
    let printed = [
        format!("{error} {error:?}"),
        error.raw().unwrap().to_owned(),
        error.reason().unwrap().to_owned(),
        format!("{client:?}"),
        format!("{:?}", start()),
        start().redacted().to_string(),
    ];
    for text in printed {
        assert!(!text.contains(CANARY) && !text.contains(&escaped), "{text}");
    }
    assert_eq!(
        error.reason(),
        Some("••• and •••"),
        "the rest of the text is kept"
    );
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_set_up_that_cannot_work_is_refused() {
    for (app_id, hosts) in [
        ("", Hosts::Custom("https://api.example.com".to_owned())),
        ("a", Hosts::Custom("http://api.example.com".to_owned())),
        ("a", Hosts::Several(Vec::new())),
    ] {
        let mut config = ClientConfig::new(app_id, "customer", CANARY);
        config.hosts = hosts;
        assert!(
            Client::new(config).is_err_and(|error| error.is_input()),
            "{app_id:?}"
        );
    }
}

#[tokio::test]
async fn the_services_own_hosts_are_asked_over_tls() {
    // Whatever this computer's network is, the set-up itself must work: provider, certificates.
    let client = Client::new(ClientConfig::new("tls", "customer", CANARY));
    assert!(client.is_ok(), "{client:?}");
}
