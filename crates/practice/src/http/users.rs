//! Who is in a channel (the channel management API's user list).

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::Deserialize;

use super::{Desk, reply};
use crate::Error;
use crate::faults::Orders;

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
    Extension(orders): Extension<Orders>,
    Query(wanted): Query<Wanted>,
) -> Response {
    let hosts_only = wanted
        .hosts_only
        .is_some_and(|value| value != "false" && value != "0");
    answer(desk, path.channel, hosts_only, orders).await
}

pub(super) async fn list_hosts(
    State(desk): State<Arc<Desk>>,
    Path(path): Path<ChannelPath>,
    Extension(orders): Extension<Orders>,
) -> Response {
    answer(desk, path.channel, true, orders).await
}

async fn answer(desk: Arc<Desk>, channel: String, hosts_only: bool, orders: Orders) -> Response {
    let asked = tokio::task::spawn_blocking(move || {
        desk.engine.channel_users(&channel, hosts_only, orders)
    });
    match asked.await {
        Ok(Ok(body)) => Json(body).into_response(),
        Ok(Err(error)) => reply::trouble(error),
        Err(cause) => reply::trouble(Error::media(cause)),
    }
}
