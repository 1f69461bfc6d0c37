//! The service as HTTP: the gateway in front, the calls behind it.

mod addresses;
mod body;
mod calls;
mod connections;
mod gateway;
mod reply;
mod target;
mod users;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use cloud_recording::Secret;

use crate::engine::Engine;
use crate::rate::Window;

pub use connections::Limits;
pub(crate) use connections::serve;

/// What every request has at hand.
pub(crate) struct Desk {
    pub(crate) engine: Arc<Engine>,
    pub(crate) app_id: String,
    pub(crate) customer_id: String,
    pub(crate) customer_secret: Secret,
    pub(crate) recording_calls: Window,
    pub(crate) list_calls: Window,
}

/// All paths. What is not here, also a known path with another method, is no route.
pub(crate) fn router(desk: Arc<Desk>) -> Router {
    const STARTED: &str =
        "/v1/apps/{appid}/cloud_recording/resourceid/{resourceid}/sid/{sid}/mode/{mode}";
    const USERS: &str = "/dev/v1/channel/user/{appid}/{channel}";
    let started = |call: &str| format!("{STARTED}/{call}");
    Router::new()
        .route(
            "/v1/apps/{appid}/cloud_recording/acquire",
            post(calls::acquire),
        )
        .route(
            "/v1/apps/{appid}/cloud_recording/resourceid/{resourceid}/mode/{mode}/start",
            post(calls::start),
        )
        .route(&started("query"), get(calls::query))
        .route(&started("update"), post(calls::update))
        .route(&started("updateLayout"), post(calls::update_layout))
        .route(&started("stop"), post(calls::stop))
        .route(USERS, get(users::list))
        .route(&format!("{USERS}/hosts_only"), get(users::list_hosts))
        .route_layer(from_fn_with_state(Arc::clone(&desk), gateway::admit))
        .route("/v1/ncs/ip", get(addresses::list))
        .route_layer(from_fn_with_state(Arc::clone(&desk), gateway::signs_in))
        .fallback(reply::no_route)
        .method_not_allowed_fallback(reply::no_route)
        .layer(from_fn(gateway::loopback_only))
        .layer(from_fn(target::plain_only))
        .with_state(desk)
}
