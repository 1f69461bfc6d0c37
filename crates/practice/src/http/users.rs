//! Who is in a channel (the channel management API's user list).

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{Desk, reply};
use crate::Error;

#[derive(Deserialize)]
pub(super) struct ChannelPath {
    channel: String,
}

/// Newer pages write `hosts_only` as a query parameter, older ones as a last part of the path.
#[derive(Deserialize)]
pub(super) struct Wanted {
    hosts_only: Option<String>,
}

pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<ChannelPath>,
    Query(wanted): Query<Wanted>,
) -> Response {
    let hosts_only = wanted
        .hosts_only
        .is_some_and(|value| value != "false" && value != "0");
    answer(desk, path.channel, hosts_only).await
}

pub(super) async fn list_hosts(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<ChannelPath>,
) -> Response {
    answer(desk, path.channel, true).await
}

async fn answer(desk: Arc<Desk>, channel: String, hosts_only: bool) -> Response {
    let asked =
        tokio::task::spawn_blocking(move || desk.engine.channel_users(&channel, hosts_only));
    match asked.await {
        Ok(Ok(body)) => Json(body).into_response(),
        Ok(Err(error)) => reply::trouble(error),
        Err(cause) => reply::trouble(Error::media(cause)),
    }
}
