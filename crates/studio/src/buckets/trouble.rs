//! From an error of the library to one word about it.

use std::error::Error;

use cloud_recording::http::is_name_unknown;
use opendal::ErrorKind;

use super::answer::Answer;
use crate::types::{Failure, FailureCode, StorageTrouble};

/// Why a bucket did not do what was asked. Carries nothing of the raw text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub code: StorageTrouble,
    /// HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// The store's own word.
    pub word: Option<String>,
    pub region: Option<String>,
}

impl Trouble {
    pub fn new(code: StorageTrouble) -> Self {
        Self {
            code,
            status: None,
            word: None,
            region: None,
        }
    }

    /// The same question may be answered a moment later.
    pub fn is_passing(&self) -> bool {
        use StorageTrouble as T;
        matches!(
            self.code,
            T::NameUnknown | T::NoConnection | T::Timeout | T::Slow | T::StoreTrouble
        )
    }
}

impl From<opendal::Error> for Trouble {
    fn from(error: opendal::Error) -> Self {
        let mut next: Option<&(dyn Error + 'static)> = error.source();
        while let Some(cause) = next {
            if let Some(answer) = cause.downcast_ref::<Answer>() {
                return Self {
                    code: answer.trouble(),
                    status: Some(answer.status),
                    word: answer.code.clone(),
                    region: answer.region.clone(),
                };
            }
            if let Some(lost) = cause.downcast_ref::<reqwest::Error>() {
                return Self::new(on_the_way(lost));
            }
            next = cause.source();
        }
        let code = match error.kind() {
            ErrorKind::NotFound => StorageTrouble::NotFound,
            ErrorKind::ConditionNotMatch => StorageTrouble::Differs,
            ErrorKind::Unsupported => StorageTrouble::Unsupported,
            // The body ended early, without an error of its own.
            _ if error.is_temporary() => StorageTrouble::NoConnection,
            _ => StorageTrouble::Refused,
        };
        Self::new(code)
    }
}

impl From<std::io::Error> for Trouble {
    /// A stream's error carries the library's inside.
    fn from(error: std::io::Error) -> Self {
        match error.downcast::<opendal::Error>() {
            Ok(inner) => inner.into(),
            Err(_) => Self::new(StorageTrouble::NoConnection),
        }
    }
}

/// What became of a request that had no answer.
fn on_the_way(error: &reqwest::Error) -> StorageTrouble {
    if is_name_unknown(error) {
        return StorageTrouble::NameUnknown;
    }
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(cause) = next {
        if cause.is::<rustls::Error>() {
            return StorageTrouble::Tls;
        }
        // An I/O error hides what it was made of from its own chain.
        let inner = cause
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        if inner.is_some_and(|inner| inner.is::<rustls::Error>()) {
            return StorageTrouble::Tls;
        }
        next = cause.source();
    }
    if error.is_timeout() {
        StorageTrouble::Timeout
    } else {
        StorageTrouble::NoConnection
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        let name = serde_json::to_value(trouble.code).unwrap_or_default();
        let name = name.as_str().unwrap_or_default().to_owned();
        let mut failure =
            Self::new(FailureCode::Storage, format!("the storage: {name}")).with("trouble", name);
        failure.status = trouble.status;
        failure.reason.clone_from(&trouble.word);
        failure.retryable = trouble.is_passing();
        if let Some(region) = trouble.region {
            failure = failure.with("region", region);
        }
        if let Some(word) = trouble.word {
            failure = failure.with("code", word);
        }
        failure
    }
}
