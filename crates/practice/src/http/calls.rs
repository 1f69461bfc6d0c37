use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value;

use super::{Desk, body, reply};
use crate::Error;
use crate::engine::{Answer, Engine, Target};

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
    request: Request,
) -> Response {
    posted(desk, request, move |engine, body| {
        engine.start(&path.resourceid, &path.mode, body)
    })
    .await
}

pub(super) async fn query(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
) -> Response {
    let target = Target::from(path);
    off_thread(desk, move |engine| engine.query(&target)).await
}

pub(super) async fn update(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
    request: Request,
) -> Response {
    let target = Target::from(path);
    posted(desk, request, move |engine, body| {
        engine.update(&target, body)
    })
    .await
}

pub(super) async fn update_layout(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
    request: Request,
) -> Response {
    let target = Target::from(path);
    posted(desk, request, move |engine, body| {
        engine.update_layout(&target, body)
    })
    .await
}

pub(super) async fn stop(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<SessionPath>,
    request: Request,
) -> Response {
    let target = Target::from(path);
    posted(desk, request, move |engine, body| {
        engine.stop(&target, body)
    })
    .await
}

async fn posted(
    desk: Arc<Desk>,
    request: Request,
    call: impl FnOnce(&Engine, Value) -> Answer + Send + 'static,
) -> Response {
    match body::read(request).await {
        Ok(body) => off_thread(desk, move |engine| call(engine, body)).await,
        Err(refused) => *refused,
    }
}

/// Runs what blocks away from the threads that serve.
async fn off_thread(
    desk: Arc<Desk>,
    call: impl FnOnce(&Engine) -> Answer + Send + 'static,
) -> Response {
    match tokio::task::spawn_blocking(move || call(&desk.engine)).await {
        Ok(answer) => reply::answer(answer),
        Err(cause) => reply::trouble(Error::media(cause)),
    }
}
