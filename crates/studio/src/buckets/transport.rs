//! The way to a store: one client, and each refusal read before the library sees it.

use std::time::Duration;

use cloud_recording::http::client as http_client;
use http::{Request, Response};
use opendal::raw::oio::ReadStream;
use opendal::{Buffer, HttpBody, HttpTransport};
use opendal_http_transport_reqwest::ReqwestTransport;

use super::answer::Answer;
use super::trouble::Trouble;
use crate::types::StorageTrouble;

/// The longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(8);
/// The longest silence in the middle of an answer.
const SILENCE: Duration = Duration::from_secs(30);
/// So much of a refusal is read; the rest of it could be a whole web page.
const REFUSAL: usize = 64 * 1024;

/// Carries requests to a store.
#[derive(Clone)]
pub(super) struct Transport {
    inner: ReqwestTransport,
}

impl Transport {
    /// On the loopback there is no proxy and no TLS; everywhere else there is nothing but TLS.
    pub fn new(loopback: bool) -> Result<Self, Trouble> {
        let client = http_client(loopback)
            .connect_timeout(CONNECT)
            .read_timeout(SILENCE)
            .build()
            .map_err(|_| Trouble::new(StorageTrouble::Tls))?;
        Ok(Self {
            inner: ReqwestTransport::new(client),
        })
    }
}

impl HttpTransport for Transport {
    async fn fetch(&self, request: Request<Buffer>) -> opendal::Result<Response<HttpBody>> {
        let response = self.inner.fetch(request).await?;
        if response.status().is_success() {
            return Ok(response);
        }
        let (parts, body) = response.into_parts();
        let text = beginning(body).await;
        Err(Answer::read(parts.status, &parts.headers, &text).into_error())
    }
}

async fn beginning(mut body: HttpBody) -> String {
    let mut bytes = Vec::new();
    while bytes.len() < REFUSAL {
        match body.read().await {
            Ok(piece) if !piece.is_empty() => bytes.extend(piece.to_bytes()),
            _ => break,
        }
    }
    bytes.truncate(REFUSAL);
    String::from_utf8_lossy(&bytes).into_owned()
}
