//! Serves a recording's files to the player in the window, and pictures of layouts to the page, over the loopback.
//!
//! The webview cannot play media from the app's own scheme on every system, so files come over HTTP: from
//! 127.0.0.1 only, under a path that starts with a random token of this run, to the app's own origin only.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::task::AbortHandle;
use tower_http::services::ServeFile;

use crate::buckets;
use crate::core::Shared;
use crate::library::Source;

/// The origins that the page has on the systems we run on.
const ORIGINS: [&str; 2] = ["tauri://localhost", "http://tauri.localhost"];

/// The folder of pictures; no recording has such an id.
const PICTURES: &str = "pictures";

/// Where the relay listens.
#[derive(Debug, Clone)]
pub(crate) struct Relay {
    port: u16,
    token: String,
}

impl Relay {
    /// Binds a free loopback port; [`serve`] begins to answer on it.
    pub(crate) async fn bind() -> std::io::Result<(Self, tokio::net::TcpListener)> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let mut random = [0u8; 24];
        getrandom::fill(&mut random).map_err(std::io::Error::other)?;
        let token = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let port = listener.local_addr()?.port();
        Ok((Self { port, token }, listener))
    }

    /// The address of one file.
    pub(crate) fn url(&self, recording: &str, name: &str) -> String {
        let name: String = name.bytes().map(encode).collect();
        format!(
            "http://127.0.0.1:{}/{}/{recording}/{name}",
            self.port, self.token
        )
    }

    /// The address of one picture.
    pub(crate) fn picture_url(&self, id: &str) -> String {
        format!(
            "http://127.0.0.1:{}/{}/{PICTURES}/{id}",
            self.port, self.token
        )
    }
}

fn encode(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

/// Answers until it is aborted.
pub(crate) fn serve(shared: Arc<Shared>, listener: tokio::net::TcpListener) -> AbortHandle {
    let app = Router::new()
        .route("/{token}/pictures/{id}", get(picture))
        .route("/{token}/{recording}/{file}", get(answer))
        .with_state(shared);
    let serving = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, app).await {
            tracing::error!(%error, "the playback relay ended");
        }
    });
    serving.abort_handle()
}

async fn answer(
    State(shared): State<Arc<Shared>>,
    Path((token, id, name)): Path<(String, String, String)>,
    request: Request,
) -> Response {
    let origin = match admit(&shared, &token, &request) {
        Ok(origin) => origin,
        Err(refusal) => return refusal.into_response(),
    };
    let mut response = match find(&shared, &id, &name).await {
        Some(Source::Disk(path)) => match ServeFile::new(path).try_call(request).await {
            Ok(response) => response.into_response(),
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        Some(Source::Bucket(bucket, path)) => {
            let (method, headers) = (request.method(), request.headers());
            buckets::stream(&bucket, &path, method, headers, &*shared.clock).await
        }
        None => return StatusCode::NOT_FOUND.into_response(),
    };
    dress(&mut response, media_type(&name), origin);
    response
}

async fn picture(
    State(shared): State<Arc<Shared>>,
    Path((token, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let origin = match admit(&shared, &token, &request) {
        Ok(origin) => origin,
        Err(refusal) => return refusal.into_response(),
    };
    let Some(picture) = shared.pictures.find(&id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = picture.bytes.clone().into_response();
    dress(&mut response, picture.kind.media_type(), origin);
    response
}

/// Whether a request may be answered at all, and the origin that may then read the answer.
fn admit(
    shared: &Shared,
    token: &str,
    request: &Request,
) -> Result<Option<HeaderValue>, StatusCode> {
    if !is_own_host(request, shared.relay.port) || !same(token, &shared.relay.token) {
        return Err(StatusCode::NOT_FOUND);
    }
    let origin = request.headers().get(header::ORIGIN).cloned();
    let allowed = origin
        .as_ref()
        .is_none_or(|o| ORIGINS.iter().any(|known| o == known));
    if allowed {
        Ok(origin)
    } else {
        Err(StatusCode::FORBIDDEN)
    }
}

fn dress(response: &mut Response, kind: Option<&'static str>, origin: Option<HeaderValue>) {
    let headers = response.headers_mut();
    if let Some(kind) = kind {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}

async fn find(shared: &Arc<Shared>, id: &str, name: &str) -> Option<Source> {
    let (here, id) = (Arc::clone(shared), id.to_owned());
    let job = tokio::task::spawn_blocking(move || here.store.job(&id).ok().flatten());
    let recording = job.await.ok().flatten()?.recording;
    shared.source(&recording, name).await.ok()
}

/// A page elsewhere that resolves its own name to the loopback sends that name.
fn is_own_host(request: &Request, port: u16) -> bool {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    host.is_some_and(|host| host == format!("127.0.0.1:{port}"))
}

/// Compares without telling by its time how much was right.
fn same(given: &str, token: &str) -> bool {
    let differences = given
        .bytes()
        .zip(token.bytes())
        .fold(0, |sum, (a, b)| sum | (a ^ b));
    given.len() == token.len() && differences == 0
}

fn media_type(name: &str) -> Option<&'static str> {
    match name.rsplit('.').next() {
        Some("m3u8") => Some("application/vnd.apple.mpegurl"),
        Some("ts") => Some("video/mp2t"),
        Some("mp4") => Some("video/mp4"),
        _ => None,
    }
}
