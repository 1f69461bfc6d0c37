use std::error::Error;
use std::fmt;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Looks names up as the system does, and marks a failure so that it can be told from a host that
/// does not answer: only then another domain helps.
pub(super) struct Lookup;

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

/// Whether a failed name is behind an error.
pub(super) fn is_name_unknown(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<NameUnknown>() {
            return true;
        }
        next = error.source();
    }
    false
}
