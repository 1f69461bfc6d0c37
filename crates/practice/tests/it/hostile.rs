//! What a stranger might send. Each is refused, none is believed, and the next one is served.

use practice::Limits;
use serde_json::json;

use crate::raw::{count, exchange, signed_in, status, users};
use crate::stand::{APP_ID, SECRET, Stand, assert_refused, body};

const HOST: &str = "Host: 127.0.0.1\r\n";

fn acquire() -> String {
    format!("/v1/apps/{APP_ID}/cloud_recording/acquire")
}

/// A POST to acquire with these header lines and this body, as it is.
fn post(lines: &str, body: &str) -> String {
    let (path, signed) = (acquire(), signed_in());
    format!(
        "POST {path} HTTP/1.1\r\n{HOST}{signed}Content-Type: application/json\r\n{lines}\r\n{body}"
    )
}

async fn still_serves(stand: &Stand) {
    let said = exchange(stand, users(HOST).as_bytes()).await;
    assert_eq!(status(&said), 200, "it serves on: {said}");
}

#[tokio::test]
async fn what_is_no_http_is_refused_and_closed() {
    let stand = Stand::open().await;
    let mut noise: Vec<u8> = (0..4_096_u32).map(|n| (n * n / 8) as u8).collect();
    noise.extend(b"\r\n\r\n");
    let cases: [&[u8]; 9] = [
        &noise,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n folded: yes\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\0b\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.9\r\n\r\n",
    ];
    for case in cases {
        let said = exchange(&stand, case).await;
        let shown = String::from_utf8_lossy(&case[..case.len().min(40)]);
        if !said.is_empty() {
            let refused = status(&said);
            assert!((400..600).contains(&refused), "{shown:?}: {said}");
        }
        assert!(count(&said) <= 1, "{shown:?}: one answer at most: {said}");
    }
    still_serves(&stand).await;
}

#[tokio::test]
async fn it_is_no_proxy() {
    let stand = Stand::open().await;
    let signed = signed_in();
    for line in [
        "CONNECT example.com:443".to_owned(),
        "CONNECT 127.0.0.1:80".to_owned(),
        format!("GET http://elsewhere.example/dev/v1/channel/user/{APP_ID}/room"),
        format!("GET http://127.0.0.1/dev/v1/channel/user/{APP_ID}/room"),
        "OPTIONS *".to_owned(),
        "GET *".to_owned(),
    ] {
        let request = format!("{line} HTTP/1.1\r\n{HOST}{signed}Connection: close\r\n\r\n");
        let said = exchange(&stand, request.as_bytes()).await;
        assert_eq!(status(&said), 400, "{line}: {said}");
    }
    still_serves(&stand).await;
}

#[tokio::test]
async fn the_host_must_be_one_and_of_the_loopback() {
    let stand = Stand::open().await;
    for (lines, due) in [
        ("Host: 127.0.0.1\r\n", 200),
        ("Host: 127.0.0.1:1\r\n", 200),
        ("hOsT: LocalHost\r\n", 200),
        ("", 403),
        ("Host:\r\n", 403),
        ("Host: elsewhere.example\r\n", 403),
        ("Host: 127.0.0.1.elsewhere.example\r\n", 403),
        ("Host: user@127.0.0.1\r\n", 403),
        ("Host: 127.0.0.1/elsewhere.example\r\n", 403),
        ("Host: 127.0.0.1\r\nHost: elsewhere.example\r\n", 400),
        ("Host: elsewhere.example\r\nHost: 127.0.0.1\r\n", 400),
        (
            "Host: elsewhere.example\r\nX-Forwarded-Host: 127.0.0.1\r\n",
            403,
        ),
    ] {
        let said = exchange(&stand, users(lines).as_bytes()).await;
        assert_eq!(status(&said), due, "{lines:?}: {said}");
    }
    let old = users("").replace("HTTP/1.1", "HTTP/1.0");
    let said = exchange(&stand, old.as_bytes()).await;
    assert!(said.contains(" 403 "), "nameless, in an old form: {said}");
}

#[tokio::test]
async fn pages_of_other_sites_get_nothing() {
    let stand = Stand::open().await;
    for (origin, due) in [
        ("http://127.0.0.1:8800", 200),
        ("http://localhost", 200),
        ("https://page.example", 403),
        ("http://localhost.page.example", 403),
        ("null", 403),
        ("", 403),
    ] {
        let lines = format!("{HOST}Origin: {origin}\r\n");
        let said = exchange(&stand, users(&lines).as_bytes()).await;
        assert_eq!(status(&said), due, "{origin:?}: {said}");
        let lower = said.to_ascii_lowercase();
        assert!(
            !lower.contains("access-control"),
            "no page is let in: {said}"
        );
    }
}

#[tokio::test]
async fn two_lengths_do_not_smuggle_a_request() {
    let stand = Stand::open().await;
    let hidden = users(HOST);
    let text = body("room", "1", json!({})).to_string();
    let chunk = format!("{:x}\r\n{text}\r\n0\r\n\r\n", text.len());
    let length = text.len();
    for (lines, body, due) in [
        // The chunks count, and nothing behind them is read.
        (
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n".to_owned(),
            format!("{chunk}{hidden}"),
            200,
        ),
        (
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n".to_owned(),
            format!("{chunk}{hidden}"),
            200,
        ),
        (
            format!("Content-Length: {length}\r\nContent-Length: 0\r\n"),
            format!("{text}{hidden}"),
            400,
        ),
        (
            "Transfer-Encoding: xchunked\r\n".to_owned(),
            format!("{chunk}{hidden}"),
            400,
        ),
        (
            "Transfer-Encoding: chunked, identity\r\n".to_owned(),
            format!("{chunk}{hidden}"),
            400,
        ),
        (
            format!("Content-Length: +{length}\r\n"),
            format!("{text}{hidden}"),
            400,
        ),
        (
            format!("Content-Length: {length}, {length}\r\n"),
            format!("{text}{hidden}"),
            400,
        ),
        (
            "Content-Length: 99999999999999999999999\r\n".to_owned(),
            hidden.clone(),
            400,
        ),
        (
            "Transfer-Encoding: chunked\r\n".to_owned(),
            format!("-1\r\n{text}\r\n0\r\n\r\n{hidden}"),
            413,
        ),
    ] {
        let said = exchange(&stand, post(&lines, &body).as_bytes()).await;
        assert_eq!(status(&said), due, "{lines:?}: {said}");
        assert_eq!(
            count(&said),
            1,
            "{lines:?}: nothing else is answered: {said}"
        );
        assert!(!said.contains("channel_exist"), "{lines:?}: {said}");
    }
    still_serves(&stand).await;
}

#[tokio::test]
async fn heads_have_a_size() {
    let stand = Stand::open().await;
    let many = |count: usize| {
        (0..count).fold(HOST.to_owned(), |lines, number| {
            format!("{lines}X-{number}: 1\r\n")
        })
    };
    let long = |bytes: usize| format!("{HOST}X-Long: {}\r\n", "x".repeat(bytes));
    for (lines, due) in [
        (many(40), 200),
        (many(100), 431),
        (many(10_000), 431),
        (long(8_000), 200),
        (long(17_000), 431),
        (long(1_000_000), 431),
    ] {
        let said = exchange(&stand, users(&lines).as_bytes()).await;
        assert_eq!(status(&said), due, "{} bytes: {said}", lines.len());
    }
    let path = format!("/dev/v1/channel/user/{APP_ID}/{}", "r".repeat(70_000));
    let request = users(HOST).replace(&format!("/dev/v1/channel/user/{APP_ID}/room"), &path);
    let said = exchange(&stand, request.as_bytes()).await;
    assert!([414, 431].contains(&status(&said)), "a long path: {said}");
    still_serves(&stand).await;
}

#[tokio::test]
async fn bodies_have_a_size_and_a_depth() {
    let stand = Stand::open().await;
    // Announced alone is enough: it is not waited for.
    let said = exchange(
        &stand,
        post("Content-Length: 1000000000\r\n", "{").as_bytes(),
    )
    .await;
    assert_eq!(status(&said), 413, "a gigabyte: {said}");
    let chunk = format!("40000\r\n{}\r\n", " ".repeat(0x40000)).repeat(2);
    let said = exchange(
        &stand,
        post("Transfer-Encoding: chunked\r\n", &chunk).as_bytes(),
    )
    .await;
    assert_eq!(status(&said), 413, "chunk after chunk: {}", said.len());

    let send = |text: Vec<u8>| {
        let json = stand.http.post(stand.url(&acquire()));
        stand.send(json.header("Content-Type", "application/json").body(text))
    };
    let inside = |value: &str| {
        format!(r#"{{"cname":"room","uid":"1","clientRequest":{{"x":{value}}}}}"#).into_bytes()
    };
    let nested = |open: &str, close: &str, depth: usize| {
        inside(&format!("{}1{}", open.repeat(depth), close.repeat(depth)))
    };
    for (text, why) in [
        (nested("[", "]", 1_000), "a thousand lists"),
        (nested(r#"{"a":"#, "}", 1_000), "a thousand objects"),
        (nested("[", "]", 100_000), "a hundred thousand lists"),
        (r#"{"a":"#.repeat(40_000).into_bytes(), "never closed"),
        (inside("1e999"), "a number beyond all"),
        (inside(r#""\ud800""#), "half a character"),
        (inside("\"\u{0}\""), "a bare control character"),
        (b"{\"cname\":\"\xff\xfe\"}".to_vec(), "not UTF-8"),
        (b"\xef\xbb\xbf{}".to_vec(), "a mark of the order of bytes"),
        (inside("NaN"), "not a number"),
    ] {
        assert_refused(&send(text).await, 400, 2, why);
    }
    let deep = "[".repeat(50_000);
    let mut start = crate::stand::plain();
    start["recordingConfig"]["privateParams"] = json!(deep);
    let resource = stand.resource("room", "9").await;
    let (status, answer) = stand.start(&resource, "mix", "room", "9", start).await;
    assert!(status < 500, "JSON within a text: {status} {answer}");
    still_serves(&stand).await;
}

#[tokio::test]
async fn nothing_of_the_sign_in_is_repeated() {
    let stand = Stand::within(Limits::default()).await;
    let text = format!(r#"{{"cname":"{SECRET}/","uid":"{SECRET}","clientRequest":{{}}}}"#);
    for (lines, body) in [
        (format!("Content-Length: {}\r\n", text.len()), text.clone()),
        ("Content-Length: x\r\n".to_owned(), text.clone()),
        (
            format!("X: {SECRET}\r\nContent-Length: 1\r\n"),
            "{".to_owned(),
        ),
    ] {
        let said = exchange(
            &stand,
            post(&lines, &body)
                .replace("\r\nHost", "\r\nConnection: close\r\nHost")
                .as_bytes(),
        )
        .await;
        assert!((400..500).contains(&status(&said)), "{said}");
        assert!(!said.contains(SECRET), "it is not repeated: {said}");
    }
}
