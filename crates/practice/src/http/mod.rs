//! The service as HTTP: the gateway in front, the calls behind it.

mod addresses;
mod body;
mod broken;
mod calls;
mod connections;
mod date;
mod faulty;
mod gateway;
mod inside;
mod log;
mod reply;
mod target;
mod users;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use cloud_recording::Secret;

use crate::engine::Engine;
use crate::faults::Faults;
use crate::rate::Window;

pub use connections::Limits;
pub(crate) use connections::serve;
pub(crate) use log::Counts;

/// What every request has at hand.
pub(crate) struct Desk {
    pub(crate) engine: Arc<Engine>,
    pub(crate) app_id: String,
    pub(crate) customer_id: String,
    pub(crate) customer_secret: Secret,
    pub(crate) recording_calls: Window,
    pub(crate) list_calls: Window,
    pub(crate) faults: Faults,
    pub(crate) counts: Counts,
    /// Answers that are held back until the clock shows a later time.
    pub(crate) waiting: AtomicUsize,
}

/// How often a wait looks whether it is over. The clock may be moved by hand.
const GLANCE: Duration = Duration::from_millis(20);

impl Desk {
    /// Waits until the clock shows `at_ms`, or until all of it ends.
    async fn until(&self, at_ms: i64) {
        let _waits = Waits::on(&self.waiting);
        while self.engine.now() < at_ms && !self.engine.is_closing() {
            let glance = GLANCE.div_f64(self.engine.speed().max(1.0));
            tokio::time::sleep(glance).await;
        }
    }
}

/// Counts one more for as long as it is there, also when whoever waits goes away.
struct Waits<'a>(&'a AtomicUsize);

impl<'a> Waits<'a> {
    fn on(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
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
        .route_layer(from_fn_with_state(Arc::clone(&desk), faulty::meet))
        .route_layer(from_fn_with_state(Arc::clone(&desk), gateway::admit))
        .route("/v1/ncs/ip", get(addresses::list))
        .route("/__practice", get(inside::show))
        .route_layer(from_fn_with_state(Arc::clone(&desk), gateway::signs_in))
        .fallback(reply::no_route)
        .method_not_allowed_fallback(reply::no_route)
        .layer(from_fn(gateway::loopback_only))
        .layer(from_fn(target::plain_only))
        .layer(from_fn_with_state(Arc::clone(&desk), log::note))
        .with_state(desk)
}
