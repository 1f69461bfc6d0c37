//! The relay gives the files of recordings to the player, and nothing to anybody else.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::*;
use reqwest::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_RANGE, CONTENT_TYPE, HOST, ORIGIN, RANGE,
};
use reqwest::{Client, Response, StatusCode};
use studio::types::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const OWN: &str = "tauri://localhost";

/// The address of the playlist of a practice recording that is over.
async fn playlist(core: &studio::Core) -> String {
    let id = core.recording_start(setup("town-hall")).await.unwrap().id;
    until(core, &id, "the first piece", |r| r.first_piece_at.is_some()).await;
    core.recording_stop(by_id(&id)).await.unwrap();
    until_state(core, &id, RecordingState::Saved).await;
    let files = core.recording_files(by_id(&id)).await.unwrap().files;
    let playlist = files
        .into_iter()
        .find(|file| file.kind == FileKind::Playlist)
        .expect("there is a playlist");
    let which = FileRef {
        id,
        name: playlist.name,
    };
    core.recording_play(which).await.unwrap().url
}

fn client() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

async fn get(url: &str, name: reqwest::header::HeaderName, value: &str) -> Response {
    let request = client().get(url).header(name, value);
    request.send().await.expect("the relay answers")
}

/// The status of a request whose path goes out as it is written: a client would tidy dots away.
async fn raw(port: u16, path: &str) -> u16 {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.split(' ').nth(1).expect("a status line");
    status.parse().expect("a status")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_relay_serves_recordings_to_the_page_and_nothing_else() {
    let bench = Bench::new();
    let core = bench.open().await;
    let url = playlist(&core).await;
    let place = reqwest::Url::parse(&url).unwrap();
    let port = place.port().unwrap();
    let parts: Vec<&str> = place.path_segments().unwrap().collect();
    let [token, recording, name] = parts[..] else {
        panic!("{url} is token, recording and name");
    };

    whole_and_in_part(&url).await;
    origins(&url).await;

    for host in ["evil.example".to_owned(), format!("localhost:{port}")] {
        let answer = get(&url, HOST, &host).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "for {host}");
    }

    let other = "0".repeat(token.len());
    for wrong in [&other, &token[1..], "x", &format!("{token}0")] {
        assert_eq!(
            raw(port, &format!("/{wrong}/{recording}/{name}")).await,
            404,
            "the token {wrong}"
        );
    }
    let store = bench.data().join("roomreel.sqlite");
    assert!(store.is_file(), "there is something outside to ask for");
    let mut outside = vec!["roomreel.sqlite".to_owned(), "..".to_owned()];
    // As many steps as lead from the recording's folder to the data folder, and more and fewer.
    for steps in 1..8 {
        for up in ["..%2f", "%2e%2e/", "%2e%2e%2f", "../", "..%5c"] {
            outside.push(format!("{}roomreel.sqlite", up.repeat(steps)));
        }
    }
    outside.push("%2Fetc%2Fpasswd".to_owned());
    outside.push(store.to_string_lossy().replace(['/', '\\'], "%2F"));
    outside.push(format!("{name}%00"));
    for name in &outside {
        let status = raw(port, &format!("/{token}/{recording}/{name}")).await;
        assert!(
            matches!(status, 400 | 404),
            "{name} is not given out, and is {status}"
        );
    }
    assert_eq!(
        raw(port, &format!("/{token}/no-such-recording/{name}")).await,
        404,
        "only what was recorded here"
    );
    core.shutdown().await;
}

async fn whole_and_in_part(url: &str) {
    let whole = client().get(url).send().await.unwrap();
    assert_eq!(
        whole.status(),
        StatusCode::OK,
        "a player without an origin, as <video> is"
    );
    assert_eq!(
        whole.headers()[CONTENT_TYPE],
        "application/vnd.apple.mpegurl"
    );
    assert!(
        !whole.headers().contains_key(ACCESS_CONTROL_ALLOW_ORIGIN),
        "nobody asked from a page"
    );
    let text = whole.text().await.unwrap();
    assert!(text.starts_with("#EXTM3U"), "the playlist itself: {text}");

    let part = get(url, RANGE, "bytes=1-6").await;
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(
        part.headers()[CONTENT_RANGE],
        format!("bytes 1-6/{}", text.len())
    );
    assert_eq!(part.text().await.unwrap(), "EXTM3U");
    let beyond = get(url, RANGE, "bytes=9999999-").await;
    assert_eq!(beyond.status(), StatusCode::RANGE_NOT_SATISFIABLE);
}

async fn origins(url: &str) {
    let own = get(url, ORIGIN, OWN).await;
    assert_eq!(own.status(), StatusCode::OK);
    assert_eq!(own.headers()[ACCESS_CONTROL_ALLOW_ORIGIN], OWN);
    for foreign in [
        "https://evil.example",
        "http://127.0.0.1:80",
        "null",
        "tauri://localhost.evil.example",
    ] {
        let answer = get(url, ORIGIN, foreign).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{foreign}");
        assert!(
            !answer.headers().contains_key(ACCESS_CONTROL_ALLOW_ORIGIN),
            "{foreign} may not read the answer"
        );
    }
}
