use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::Error;
use crate::engine::{Answer, Refusal};

/// The gateway's own kind of error: a `message` and no `code`.
pub(super) fn message(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "message": message }))).into_response()
}

pub(super) async fn no_route() -> Response {
    message(StatusCode::NOT_FOUND, "no Route matched with those values")
}

/// The service's answer: 200 with the body, or what the refusal says.
pub(super) fn answer(answer: Answer) -> Response {
    match answer {
        Ok(body) => Json(body).into_response(),
        Err(refusal) => refuse(&refusal),
    }
}

pub(super) fn refuse(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(refusal.body())).into_response()
}

/// Trouble of our own.
pub(super) fn trouble(error: Error) -> Response {
    refuse(&Refusal::from(error))
}
