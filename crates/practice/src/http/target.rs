//! What a request must look like before anything else looks at it.

use axum::extract::Request;
use axum::http::header::{CONNECTION, HOST, ORIGIN, TRANSFER_ENCODING};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;

use super::gateway::is_loopback;
use super::reply::message;

/// Lets through what asks for a path of this server, and says what is wrong with the rest: the
/// forms that are for a proxy, two names at once, and pages of other sites.
pub(super) async fn plain_only(request: Request, next: Next) -> Response {
    let (uri, headers) = (request.uri(), request.headers());
    if request.method() == Method::CONNECT || !is_path(uri) {
        return message(
            StatusCode::BAD_REQUEST,
            "this is no proxy: the target must be a path",
        );
    }
    if headers.get_all(HOST).iter().count() > 1 {
        return message(StatusCode::BAD_REQUEST, "more than one Host");
    }
    if !is_of_here(headers) {
        let said = "pages of other sites are not answered";
        return message(StatusCode::FORBIDDEN, said);
    }
    // A length beside the chunks is dropped before it can be seen here. What follows on such a
    // connection is read by nobody, so it does not matter which of the two somebody else believed.
    let is_chunked = headers.contains_key(TRANSFER_ENCODING);
    let mut answer = next.run(request).await;
    if is_chunked {
        let close = HeaderValue::from_static("close");
        answer.headers_mut().insert(CONNECTION, close);
    }
    answer
}

fn is_path(uri: &Uri) -> bool {
    uri.scheme().is_none() && uri.authority().is_none() && uri.path().starts_with('/')
}

/// Browsers say which page asks. Programs say nothing.
fn is_of_here(headers: &HeaderMap) -> bool {
    let mut origins = headers.get_all(ORIGIN).iter();
    origins.all(|origin| {
        let text = origin.to_str().unwrap_or_default();
        let authority = text.split_once("://").map(|(_, rest)| rest);
        authority.is_some_and(is_loopback)
    })
}
