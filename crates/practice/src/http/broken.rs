//! Answers that do not arrive whole. A body that fails ends its connection: hyper hands nothing over
//! that it has not yet sent, so one that fails at once takes the head with it.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::response::Response;
use http_body::{Frame, SizeHint};

/// The connection ends without a byte.
pub(super) fn nothing() -> Response {
    Response::new(Body::new(Broken {
        begin: None,
        // Nothing is to leave, so there is nothing to wait for. An empty body would be none at all.
        has_left: true,
        length: 1,
    }))
}

/// The same answer, of which half the body arrives.
pub(super) async fn truncated(response: Response) -> Response {
    let (head, body) = response.into_parts();
    // Our own answers are far smaller; one that cannot be read is as broken as it was to be.
    let Ok(whole) = to_bytes(body, usize::MAX).await else {
        return nothing();
    };
    let body = Body::new(Broken {
        begin: Some(whole.slice(..whole.len() / 2)),
        has_left: false,
        length: whole.len() as u64,
    });
    let mut response = Response::from_parts(head, body);
    // The length that was counted before; hyper counts anew from what the body says of itself.
    response
        .headers_mut()
        .remove(axum::http::header::CONTENT_LENGTH);
    response
}

/// A body that says it is `length` long, begins and fails.
struct Broken {
    begin: Option<Bytes>,
    has_left: bool,
    length: u64,
}

impl HttpBody for Broken {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(begin) = self.begin.take() {
            return Poll::Ready(Some(Ok(Frame::data(begin))));
        }
        if !self.has_left {
            // While the body has nothing to give, hyper sends what it has.
            self.has_left = true;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}
