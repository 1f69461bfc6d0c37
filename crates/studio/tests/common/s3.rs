//! A real S3 server in this process, with a folder for each bucket, and what can go wrong with one.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::error_handling::HandleError;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use cloud_recording::Secret;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use studio::types::*;
use tempfile::TempDir;

pub const BUCKET: &str = "recordings";
pub const ACCESS: &str = "canary-bucket-access-key";
pub const SECRET_KEY: &str = "canary-bucket-secret-key";

/// What the server does wrong.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    /// Only requests that are signed for this region are taken.
    pub region: Option<String>,
    /// A policy forbids these methods; `LIST` stands for a listing.
    pub denied: Vec<&'static str>,
    /// Every answer is this one.
    pub answer: Option<(u16, String)>,
    /// Requests are taken and never answered.
    pub silent: bool,
    /// The connection breaks after so many bytes of a file, once.
    pub cut: Option<usize>,
    /// The first byte of a file comes wrong, once.
    pub flip: bool,
    /// Nothing comes after so many bytes of a file, until this is taken back.
    pub hold: Option<usize>,
}

pub struct S3 {
    folder: TempDir,
    pub host: String,
    faults: Arc<Mutex<Faults>>,
    asked: Arc<Mutex<Vec<String>>>,
    changed: Arc<tokio::sync::Notify>,
    serving: tokio::task::AbortHandle,
}

#[derive(Clone)]
struct Gate {
    root: PathBuf,
    faults: Arc<Mutex<Faults>>,
    asked: Arc<Mutex<Vec<String>>>,
    changed: Arc<tokio::sync::Notify>,
}

impl S3 {
    /// A server with one empty bucket, on a free port.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join(BUCKET)).unwrap();
        let mut builder = S3ServiceBuilder::new(FileSystem::new(folder.path()).unwrap());
        builder.set_auth(SimpleAuth::from_single(ACCESS, SECRET_KEY));
        let faults: Arc<Mutex<Faults>> = Arc::default();
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let changed: Arc<tokio::sync::Notify> = Arc::default();
        let gate = Gate {
            changed: Arc::clone(&changed),
            root: folder.path().to_owned(),
            faults: Arc::clone(&faults),
            asked: Arc::clone(&asked),
        };
        let service = HandleError::new(builder.build(), |_| async { StatusCode::BAD_REQUEST });
        let app = Router::new()
            .fallback_service(service)
            .layer(middleware::from_fn_with_state(gate, guard));
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
            .await
            .unwrap();
        let host = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
        let serving = tokio::spawn(async move { axum::serve(listener, app).await });
        Self {
            folder,
            host,
            faults,
            asked,
            changed,
            serving: serving.abort_handle(),
        }
    }

    pub fn fault(&self, change: impl FnOnce(&mut Faults)) {
        change(&mut self.faults.lock().unwrap());
        self.changed.notify_waiters();
    }

    /// Method, path and, where a stretch is asked for, the range of every request so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    pub fn bucket(&self) -> PathBuf {
        self.folder.path().join(BUCKET)
    }

    pub fn put(&self, path: &str, content: &[u8]) {
        let path = self.bucket().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub fn storage(&self) -> StorageAdd {
        StorageAdd {
            name: "Own store".to_owned(),
            vendor: 11,
            region: 0,
            bucket: BUCKET.to_owned(),
            endpoint: Some(self.host.clone()),
            access_key: Secret::from(ACCESS),
            secret_key: Secret::from(SECRET_KEY),
        }
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn refusal(status: u16, code: &str, more: &str) -> Response {
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>told by the test</Message>{more}</Error>"
    );
    let status = StatusCode::from_u16(status).unwrap();
    (status, [(header::CONTENT_TYPE, "application/xml")], text).into_response()
}

async fn guard(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let faults = gate.faults.lock().unwrap().clone();
    let path = request.uri().path().to_owned();
    let method = request.method().clone();
    let range = request.headers().get(header::RANGE);
    let range = range.map(|range| format!(" {}", range.to_str().unwrap()));
    let line = format!("{method} {path}{}", range.unwrap_or_default());
    gate.asked.lock().unwrap().push(line);
    if faults.silent {
        std::future::pending::<()>().await;
    }
    if let Some((status, text)) = &faults.answer {
        return (StatusCode::from_u16(*status).unwrap(), text.clone()).into_response();
    }
    let bucket = path
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or_default();
    // The server itself would make a bucket that is not there.
    if !gate.root.join(bucket).is_dir() {
        return refusal(404, "NoSuchBucket", "");
    }
    if let Some(region) = &faults.region
        && !signed_for(&request, region)
    {
        let more = format!("<Region>{region}</Region>");
        return refusal(400, "AuthorizationHeaderMalformed", &more);
    }
    let is_listing = request
        .uri()
        .query()
        .is_some_and(|query| query.contains("list-type"));
    let kind = if is_listing { "LIST" } else { method.as_str() };
    if faults.denied.contains(&kind) {
        return refusal(403, "AccessDenied", "");
    }
    let answer = next.run(request).await;
    if method == axum::http::Method::GET
        && !is_listing
        && (faults.flip || faults.cut.is_some() || faults.hold.is_some())
    {
        return broken(gate, answer, faults);
    }
    answer
}

/// The same answer with what is wrong with the line.
fn broken(gate: Gate, answer: Response, faults: Faults) -> Response {
    use futures_util::StreamExt;
    let (parts, body) = answer.into_parts();
    let most = faults.cut.or(faults.hold).unwrap_or(usize::MAX);
    let mut sent = 0;
    let stream = body.into_data_stream().then(move |bytes| {
        let mut bytes = bytes.unwrap();
        if std::mem::take(&mut gate.faults.lock().unwrap().flip) {
            let mut wrong = bytes.to_vec();
            wrong[0] ^= 1;
            bytes = wrong.into();
        }
        let before = sent;
        sent += bytes.len();
        let gate = gate.clone();
        async move {
            if before + bytes.len() <= most {
                return Ok(bytes);
            }
            if gate.faults.lock().unwrap().cut.take().is_some() {
                return Err(std::io::Error::other("the line is cut"));
            }
            loop {
                let changed = gate.changed.notified();
                if gate.faults.lock().unwrap().hold.is_none() {
                    return Ok(bytes);
                }
                changed.await;
            }
        }
    });
    Response::from_parts(parts, axum::body::Body::from_stream(stream))
}

fn signed_for(request: &Request, region: &str) -> bool {
    let headers = request.headers();
    let value = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    value.is_some_and(|value| value.contains(&format!("/{region}/s3/")))
}

/// How many files lie below a folder.
pub fn count(folder: &Path) -> usize {
    super::common::files(folder).len()
}
