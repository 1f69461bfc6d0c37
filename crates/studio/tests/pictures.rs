//! Pictures that a layout names come to the page through the studio, and only from the internet.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use common::*;
use reqwest::Client;
use studio::types::*;

const JPEG: [u8; 12] = [0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0, 1];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n0123";

/// A web server on the loopback, and how often its good picture was asked for.
async fn web() -> (String, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let good = |State(asked): State<Arc<AtomicUsize>>| async move {
        asked.fetch_add(1, Ordering::SeqCst);
        // The server's own idea of what this is does not count.
        ([(header::CONTENT_TYPE, "text/html")], JPEG)
    };
    let to = |place: &'static str| {
        move || async move { (StatusCode::FOUND, [(header::LOCATION, place)]).into_response() }
    };
    let app = Router::new()
        .route("/good.jpg", get(good))
        .route("/moved.jpg", get(to("/good.jpg")))
        .route("/round.jpg", get(to("/round.jpg")))
        .route("/inside.jpg", get(to("https://169.254.169.254/latest")))
        .route("/plain.jpg", get(to("http://example.com/a.jpg")))
        .route("/a.png", get(|| async { PNG }))
        .route(
            "/page.jpg",
            get(|| async { "<!doctype html><title>Log in</title>" }),
        )
        .route(
            "/large.jpg",
            get(|| async { [&JPEG[..], &vec![0; 7 << 20]].concat() }),
        )
        .with_state(Arc::clone(&asked));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (place, asked)
}

async fn source(core: &studio::Core, url: &str) -> PictureSource {
    let which = PictureRef {
        url: url.to_owned(),
    };
    core.picture_source(which).await.unwrap()
}

fn shown(source: PictureSource) -> String {
    match source {
        PictureSource::Shown { url } => url,
        PictureSource::Unseen { trouble, .. } => panic!("it is not shown: {trouble:?}"),
    }
}

fn trouble(source: PictureSource) -> (PictureTrouble, String) {
    match source {
        PictureSource::Shown { url } => panic!("it is shown at {url}"),
        PictureSource::Unseen { trouble, params } => {
            (trouble, params.into_values().collect::<String>())
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_gets_a_picture_from_the_relay_and_it_is_fetched_once() {
    let bench = Bench::new();
    let core = bench.open().await;
    let (web, asked) = web().await;
    let url = shown(source(&core, &format!("{web}/good.jpg")).await);
    assert_eq!(
        shown(source(&core, &format!("{web}/good.jpg")).await),
        url,
        "the same picture again"
    );
    assert_eq!(asked.load(Ordering::SeqCst), 1, "it is fetched once");

    let client = Client::builder().no_proxy().build().unwrap();
    let answer = client
        .get(&url)
        .header("origin", "tauri://localhost")
        .send()
        .await
        .unwrap();
    let headers = answer.headers().clone();
    assert_eq!(headers["content-type"], "image/jpeg", "as it really is");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["access-control-allow-origin"], "tauri://localhost");
    assert_eq!(answer.bytes().await.unwrap(), JPEG[..]);

    let foreign = client.get(&url).header("origin", "https://evil.example");
    assert_eq!(foreign.send().await.unwrap().status(), 403, "the page only");
    let token = url.split('/').nth(3).unwrap();
    let wrong = url.replace(token, &"0".repeat(token.len()));
    assert_eq!(client.get(wrong).send().await.unwrap().status(), 404);
    let other = url.rsplit_once('/').unwrap().0.to_owned() + "/no-such-picture";
    assert_eq!(client.get(other).send().await.unwrap().status(), 404);
    let moved = shown(source(&core, &format!("{web}/moved.jpg")).await);
    assert_eq!(client.get(moved).send().await.unwrap().status(), 200);
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_would_ignore_in_silence_is_said() {
    let bench = Bench::new();
    let core = bench.open().await;
    let (web, _) = web().await;
    let gone = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}/a.jpg", listener.local_addr().unwrap())
    };
    use PictureTrouble::*;
    for (address, expected, value) in [
        (format!("{web}/nothing.jpg"), Refused, "404"),
        (format!("{web}/a.png"), WrongKind, "PNG"),
        (format!("{web}/page.jpg"), NotAPicture, ""),
        (format!("{web}/large.jpg"), TooLarge, "6"),
        (format!("{web}/round.jpg"), Redirected, ""),
        (format!("{web}/inside.jpg"), NotPublic, ""),
        (format!("{web}/plain.jpg"), NotHttps, ""),
        (gone, Unreachable, ""),
        ("a picture".to_owned(), BadAddress, ""),
        ("ftp://example.com/a.jpg".to_owned(), NotHttps, ""),
        ("file:///etc/passwd".to_owned(), NotHttps, ""),
        ("http://example.com/a.jpg".to_owned(), NotHttps, ""),
    ] {
        assert_eq!(
            trouble(source(&core, &address).await),
            (expected, value.to_owned()),
            "{address}"
        );
    }
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_on_this_computer_or_beside_it_is_asked() {
    let bench = Bench::new();
    let core = bench.open_without_loopback().await;
    let (web, asked) = web().await;
    assert_eq!(
        trouble(source(&core, &format!("{web}/good.jpg")).await).0,
        PictureTrouble::NotHttps
    );
    let port = web.rsplit(':').next().unwrap();
    for host in [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0x7f000001",
        "2130706433",
        "0177.0.0.1",
        "10.0.0.1",
        "192.168.0.1",
        "169.254.169.254",
    ] {
        assert_eq!(
            trouble(source(&core, &format!("https://{host}:{port}/good.jpg")).await).0,
            PictureTrouble::NotPublic,
            "{host} is not on the internet"
        );
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nobody was asked");
    core.shutdown().await;
}
