use std::time::Duration;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use serde_json::Value;

use super::reply::{message, refuse};
use crate::engine::Refusal;

/// More than any body of this API needs: 17 regions and four lists of 32 users are about 10 KB.
const MOST_BYTES: usize = 256 * 1024;
/// How long a caller may take to send it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The JSON in a request's body, or the answer that refuses it.
pub(super) async fn read(request: Request) -> Result<Value, Box<Response>> {
    if !is_json(&request) {
        let refusal = Refusal::body_check("Content-Type must be application/json");
        return Err(Box::new(refuse(&refusal)));
    }
    let reading = to_bytes(request.into_body(), MOST_BYTES);
    let bytes = match tokio::time::timeout(PATIENCE, reading).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => {
            let said = "the body is too large or broke off";
            return Err(Box::new(message(StatusCode::PAYLOAD_TOO_LARGE, said)));
        }
        Err(_) => {
            let said = "the body took too long";
            return Err(Box::new(message(StatusCode::REQUEST_TIMEOUT, said)));
        }
    };
    // The parser's own words would repeat parts of the body, which holds keys.
    serde_json::from_slice(&bytes)
        .map_err(|_| Box::new(refuse(&Refusal::body_check("the body is not JSON"))))
}

/// `application/json`, with any parameters: older pages add a charset.
fn is_json(request: &Request) -> bool {
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = kind.and_then(|value| value.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}
