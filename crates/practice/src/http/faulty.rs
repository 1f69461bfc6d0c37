//! Faults on their way to a call and back. Which ones is decided elsewhere; here they happen.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, DATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use cloud_recording::Call;

use super::reply::{self, message};
use super::{Desk, broken, date};
use crate::engine::Refusal;
use crate::faults::{self, Fault, Orders, Reply};

/// Asks for faults by name.
const HEADER: &str = "X-Practice-Fault";

/// What a proxy says that will not let anybody through.
const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n\
    <body><h1>Sign in to use this network</h1></body></html>\n";

/// The faults that an answer met, for the log.
#[derive(Debug, Clone)]
pub(super) struct Met(pub(super) Vec<Fault>);

/// Lets this call meet its faults.
pub(super) async fn meet(
    State(desk): State<Arc<Desk>>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(call) = call_of(request.uri().path()) else {
        return next.run(request).await;
    };
    let asked = match asked(request.headers(), call) {
        Ok(asked) => asked,
        Err(sentence) => {
            let said = format!("{HEADER}: {sentence}");
            return message(StatusCode::BAD_REQUEST, &said);
        }
    };
    let met = desk.faults.meet(call, asked, desk.engine.now());
    if met.is_empty() {
        request.extensions_mut().insert(Orders::default());
        return next.run(request).await;
    }
    let orders = Orders::of(&met);
    request.extensions_mut().insert(orders);
    let answer = met.iter().copied().find(|fault| fault.is_answer());
    let mut response = match answer {
        Some(Fault::Dropped) => broken::nothing(),
        Some(Fault::LostAnswer) => {
            next.run(request).await;
            broken::nothing()
        }
        Some(Fault::Truncated) => broken::truncated(next.run(request).await).await,
        Some(Fault::Html) => ([(CONTENT_TYPE, "text/html; charset=utf-8")], PAGE).into_response(),
        Some(fault) => match faults::reply(fault, call) {
            Some(Reply::Service(status, code, reason)) => {
                reply::refuse(&Refusal::new(status, code, reason))
            }
            Some(Reply::Gateway(status, said)) => {
                let status = StatusCode::from_u16(status);
                message(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), said)
            }
            None => next.run(request).await,
        },
        None => next.run(request).await,
    };
    if let Some(ms) = met.iter().find_map(delay_ms) {
        desk.until(desk.engine.now().saturating_add(ms)).await;
    }
    if let Some(skew) = orders.skew_ms
        && let Some(date) = date::header(desk.engine.now().saturating_add(skew))
    {
        response.headers_mut().insert(DATE, date);
    }
    response.extensions_mut().insert(Met(met));
    response
}

fn delay_ms(fault: &Fault) -> Option<i64> {
    match fault {
        Fault::Delay { ms } => Some(i64::from(*ms)),
        _ => None,
    }
}

/// The faults of the header, which may be there more than once.
fn asked(headers: &HeaderMap, call: Call) -> Result<Vec<Fault>, String> {
    let values: Vec<&str> = headers
        .get_all(HEADER)
        .iter()
        .map(HeaderValue::to_str)
        .collect::<Result<_, _>>()
        .map_err(|_| "letters, digits and signs of ASCII only".to_owned())?;
    if values.is_empty() {
        return Ok(Vec::new());
    }
    faults::asked_for(&values.join(","), call).map_err(|error| error.to_string())
}

/// The call that a path is of. The path has been routed already, so its end tells it.
fn call_of(path: &str) -> Option<Call> {
    if path.starts_with("/dev/") {
        return Some(Call::ChannelUsers);
    }
    path.rsplit('/').next()?.parse().ok()
}
