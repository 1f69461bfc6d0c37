//! How an HTTP client begins that carries somebody's keys: the same for the service and for buckets.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use reqwest::ClientBuilder;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use rustls::crypto::{CryptoProvider, ring};

/// A client that asks over TLS alone, follows no redirect (it would take the keys to a host that nobody
/// has chosen) and tells a name that is not known from a host that is silent
/// ([`is_name_unknown`]). On the `loopback` there is no proxy, and no certificates are wanted.
pub fn client(loopback: bool) -> ClientBuilder {
    choose_crypto();
    let builder = reqwest::Client::builder()
        .redirect(Policy::none())
        .dns_resolver(Arc::new(Lookup));
    if loopback {
        builder.no_proxy().tls_certs_only([])
    } else {
        builder.https_only(true)
    }
}

/// Sees to it that TLS has somebody who does the arithmetic. Whoever embeds this crate may have chosen
/// already; then that one is used.
pub fn choose_crypto() {
    if CryptoProvider::get_default().is_none() {
        let _lost_a_race_to_another = ring::default_provider().install_default();
    }
}

/// Looks names up as the system does, and marks a failure so that it can be told from a host that
/// does not answer: only then another domain helps.
struct Lookup;

/// A host's name could not be looked up.
#[derive(Debug)]
struct NameUnknown(std::io::Error);

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            match tokio::net::lookup_host((name.as_str(), 0)).await {
                Ok(found) => Ok(Box::new(found.collect::<Vec<_>>().into_iter()) as Addrs),
                Err(error) => Err(Box::new(NameUnknown(error)) as Box<dyn Error + Send + Sync>),
            }
        })
    }
}

impl fmt::Display for NameUnknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its name could not be looked up")
    }
}

impl Error for NameUnknown {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

/// Whether a failed name is behind an error of a client that was begun here.
pub fn is_name_unknown(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<NameUnknown>() {
            return true;
        }
        next = error.source();
    }
    false
}
