//! Connections: how many there may be, and how long one may be silent.
//!
//! A program that opens ten thousand of them and says nothing is answered at once and costs nothing
//! but the answers; whoever asks properly gets a place as soon as one of the silent ones has lost
//! its own.

mod line;
mod turned_away;

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;

use self::line::{Line, Watched};

/// How much a server takes before it refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many connections are served at a time. The next ones are answered with 503.
    pub connections: usize,
    /// How long a request's head may take, from its first byte, or from the connection's beginning
    /// to the end of the first head. Then the connection is closed.
    pub head: Duration,
    /// How long a connection may be silent between two requests. Then it is closed. Longer than the
    /// pauses of a client that asks how a recording is doing.
    pub idle: Duration,
}

impl Default for Limits {
    /// 256 connections, 10 s for a head, 75 s of silence.
    fn default() -> Self {
        Self {
            connections: 256,
            head: Duration::from_secs(10),
            idle: Duration::from_secs(75),
        }
    }
}

/// More headers than any client of this API sends.
const MOST_HEADERS: usize = 64;
/// A head with the longest path and credentials is a tenth of this.
const MOST_HEAD_BYTES: usize = 16 * 1024;
/// The system has no more handles, or the caller went away already: no reason to try in a hurry.
const BREATH: Duration = Duration::from_millis(50);

/// Serves until `ended` says so, then lets calls in progress come to their end.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    ended: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let farewells = turned_away::farewells();
    let (close, closing) = watch::channel(false);
    // Dropping it, as whoever loses patience does, ends all that is in it.
    let mut open = JoinSet::new();
    let mut ended = std::pin::pin!(ended);
    loop {
        let accepted = tokio::select! {
            () = &mut ended => break,
            // Forgets those that are over.
            Some(_) = open.join_next() => continue,
            accepted = listener.accept() => accepted,
        };
        match (accepted, Arc::clone(&places).try_acquire_owned()) {
            (Ok((stream, _)), Ok(place)) => {
                open.spawn(attend(
                    stream,
                    router.clone(),
                    limits,
                    closing.clone(),
                    place,
                ));
            }
            (Ok((stream, _)), Err(_)) => {
                if let Some(farewell) = turned_away::turn_away(stream, &farewells) {
                    open.spawn(farewell);
                }
            }
            (Err(error), _) => {
                tracing::debug!(%error, "a connection was not accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    // Nobody listening means that nothing is open.
    let _ = close.send(true);
    while open.join_next().await.is_some() {}
}

/// Serves one connection until either side ends it.
async fn attend(
    stream: TcpStream,
    router: Router,
    limits: Limits,
    mut closing: watch::Receiver<bool>,
    _place: OwnedSemaphorePermit,
) {
    // Answers are small: waiting to fill a packet would only delay them.
    let _ = stream.set_nodelay(true);
    let line = Arc::new(Line::new(limits.head, limits.idle));
    let io = TokioIo::new(Watched::new(stream, Arc::clone(&line)));
    let router = TowerToHyperService::new(router);
    let answers = service_fn(|request: hyper::Request<Incoming>| {
        line.is_busy();
        let answer = router.call(request.map(Body::new));
        let line = Arc::clone(&line);
        async move {
            let answer: Result<Response, Infallible> = answer.await;
            line.is_free();
            answer
        }
    });
    let serving = Builder::new()
        .max_headers(MOST_HEADERS)
        .max_header_size(MOST_HEAD_BYTES)
        .serve_connection(io, answers);
    let mut serving = std::pin::pin!(serving);
    tokio::select! {
        ended = &mut serving => return note(ended),
        () = line.runs_out() => {
            tracing::debug!("a silent connection is closed");
            return;
        }
        // The sender goes only after all of this has ended.
        _ = closing.wait_for(|&closing| closing) => {}
    }
    serving.as_mut().graceful_shutdown();
    note(serving.await);
}

fn note(ended: Result<(), hyper::Error>) {
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection broke off");
    }
}

/// What a stream does when it is polled.
type Polled<T> = std::task::Poll<io::Result<T>>;
