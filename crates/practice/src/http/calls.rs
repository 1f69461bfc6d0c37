use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value;

use super::{Desk, body, reply};
use crate::Error;
use crate::engine::{Answer, Engine, Refusal, Stopped, Target};
use crate::faults::Orders;

#[derive(Deserialize)]
pub(super) struct ResourcePath {
    resourceid: String,
    mode: String,
}

#[derive(Deserialize)]
pub(super) struct SessionPath {
    resourceid: String,
    sid: String,
    mode: String,
}

impl From<SessionPath> for Target {
    fn from(path: SessionPath) -> Self {
        Target {
            resource_id: path.resourceid,
            sid: path.sid,
            mode: path.mode,
        }
    }
}

pub(super) async fn acquire(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    posted(desk, request, |engine, body| engine.acquire(body)).await
}

pub(super) async fn start(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<ResourcePath>,
    Extension(orders): Extension<Orders>,
    request: Request,
) -> Response {
    posted(desk, request, move |engine, body| {
        engine.start(&path.resourceid, &path.mode, body, orders)
    })
    .await
}

pub(super) async fn query(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
    Extension(orders): Extension<Orders>,
) -> Response {
    let target = Target::from(path);
    answered(desk, move |engine| engine.query(&target, orders)).await
}

pub(super) async fn update(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
    Extension(orders): Extension<Orders>,
    request: Request,
) -> Response {
    let target = Target::from(path);
    posted(desk, request, move |engine, body| {
        engine.update(&target, body, orders)
    })
    .await
}

pub(super) async fn update_layout(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
    Extension(orders): Extension<Orders>,
    request: Request,
) -> Response {
    let target = Target::from(path);
    posted(desk, request, move |engine, body| {
        engine.update_layout(&target, body, orders)
    })
    .await
}

/// Stops at once, and answers when the files are there.
pub(super) async fn stop(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
    Extension(orders): Extension<Orders>,
    request: Request,
) -> Response {
    let body = match body::read(request).await {
        Ok(body) => body,
        Err(refused) => return *refused,
    };
    let target = Target::from(path);
    let stopping = off_thread(&desk, move |engine| engine.stop(&target, body, orders));
    let stopped: Stopped = match stopping.await {
        Ok(stopped) => stopped,
        Err(refusal) => return reply::refuse(&refusal),
    };
    desk.until(stopped.due_ms).await;
    answered(desk, move |engine| engine.answer_stop(stopped)).await
}

async fn posted(
    desk: Arc<Desk>,
    request: Request,
    call: impl FnOnce(&Engine, Value) -> Answer + Send + 'static,
) -> Response {
    match body::read(request).await {
        Ok(body) => answered(desk, move |engine| call(engine, body)).await,
        Err(refused) => *refused,
    }
}

async fn answered(
    desk: Arc<Desk>,
    call: impl FnOnce(&Engine) -> Answer + Send + 'static,
) -> Response {
    reply::answer(off_thread(&desk, call).await)
}

/// Runs what blocks away from the threads that serve.
async fn off_thread<T: Send + 'static>(
    desk: &Arc<Desk>,
    call: impl FnOnce(&Engine) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let desk = Arc::clone(desk);
    let called = tokio::task::spawn_blocking(move || call(&desk.engine)).await;
    called.unwrap_or_else(|cause| Err(Error::media(cause).into()))
}
