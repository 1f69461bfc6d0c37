use std::error::Error;
use std::fmt;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Looks names up as the system does, and marks a failure so that it can be told from a host that is silent.
pub(super) struct Lookup;

/// A host's name could not be looked up.
#[derive(Debug)]
pub(super) struct NameUnknown(std::io::Error);

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
