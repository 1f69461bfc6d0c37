use std::time::Duration;

use axum::body::{HttpBody, to_bytes};
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
    let too_large = || {
        let said = "the body is too large or broke off";
        Err(Box::new(message(StatusCode::PAYLOAD_TOO_LARGE, said)))
    };
    // One that announces too much is not waited for.
    if request.body().size_hint().lower() > MOST_BYTES as u64 {
        return too_large();
    }
    let reading = to_bytes(request.into_body(), MOST_BYTES);
    let bytes = match tokio::time::timeout(PATIENCE, reading).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return too_large(),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use axum::body::Body;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_body_that_never_comes_is_waited_for_no_longer_than_ten_seconds() {
        // The connection lives, and nothing comes in.
        let request = Request::builder().header(CONTENT_TYPE, "application/json");
        let request = request.body(Body::new(Never)).unwrap();
        let begun = tokio::time::Instant::now();
        let refused = read(request).await.unwrap_err();
        assert_eq!(refused.status(), StatusCode::REQUEST_TIMEOUT);
        let waited = begun.elapsed().abs_diff(PATIENCE);
        assert!(waited < Duration::from_millis(5), "off by {waited:?}");
    }

    struct Never;

    impl HttpBody for Never {
        type Data = axum::body::Bytes;
        type Error = axum::Error;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
            std::task::Poll::Pending
        }
    }
}
