//! The way to a store: one client, and each refusal read before the library sees it.

use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use opendal::raw::oio::ReadStream;
use opendal::{Buffer, HttpBody, HttpTransport};
use opendal_http_transport_reqwest::ReqwestTransport;
use reqwest::redirect::Policy;
use rustls::crypto::{CryptoProvider, ring};

use super::answer::Answer;
use super::resolve::Lookup;
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
        if CryptoProvider::get_default().is_none() {
            let _lost_a_race_to_another = ring::default_provider().install_default();
        }
        let mut builder = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .read_timeout(SILENCE)
            // A redirect would take a signed request to a host that nobody has chosen.
            .redirect(Policy::none())
            .dns_resolver(Arc::new(Lookup));
        if loopback {
            builder = builder.no_proxy().tls_certs_only([]);
        } else {
            builder = builder.https_only(true);
        }
        let client = builder
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
