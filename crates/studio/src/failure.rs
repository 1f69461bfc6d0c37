//! From what went wrong to what the page is told.

use std::collections::BTreeMap;

use cloud_recording::contract::Issue;

use crate::store::StoreError;
use crate::types::{Failure, FailureCode};
use crate::vault::VaultError;

impl Failure {
    /// A failure with a code and one sentence; the rest empty.
    pub fn new(code: FailureCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            status: None,
            service_code: None,
            reason: None,
            details: None,
            retryable: false,
            issues: Vec::new(),
            params: BTreeMap::new(),
        }
    }

    /// The same, with a value for the words.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.params.insert(key.to_owned(), value.to_string());
        self
    }

    /// Input that the service would refuse.
    pub fn invalid(issues: Vec<Issue>) -> Self {
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        let message = format!(
            "not sent, since the service would refuse: {}",
            paths.join(", ")
        );
        Self {
            issues,
            ..Self::new(FailureCode::Invalid, message)
        }
    }

    /// Nothing with this id is known.
    pub fn not_found(what: &str, id: &str) -> Self {
        Self::new(FailureCode::NotFound, format!("there is no {what} {id}")).with("what", what)
    }
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        let code = match error {
            VaultError::Missing(_) => FailureCode::KeychainMissing,
            VaultError::Locked(_) => FailureCode::KeychainLocked,
            VaultError::Failed(_) => FailureCode::KeychainFailed,
        };
        Self {
            retryable: true,
            ..Self::new(code, error.to_string())
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self {
            retryable: true,
            ..Self::new(FailureCode::Store, error.to_string())
        }
    }
}

impl From<&cloud_recording::Error> for Failure {
    fn from(error: &cloud_recording::Error) -> Self {
        Self {
            status: error.status(),
            service_code: error.code(),
            reason: error.reason().map(str::to_owned),
            details: error.raw().map(readable_raw),
            retryable: error.is_unreachable() || error.is_timeout() || error.is_server_trouble(),
            ..Self::new(code_of(error), error.to_string())
        }
    }
}

fn code_of(error: &cloud_recording::Error) -> FailureCode {
    let table: [(bool, FailureCode); 13] = [
        (error.is_unauthorized(), FailureCode::Unauthorized),
        (error.is_app_id_refused(), FailureCode::AppIdRefused),
        (error.is_account_inactive(), FailureCode::AccountInactive),
        (error.is_overloaded(), FailureCode::TooManyRecordings),
        (error.is_rate_limited(), FailureCode::RateLimited),
        (error.is_conflict(), FailureCode::TaskConflict),
        (error.is_nothing_recorded(), FailureCode::NothingRecorded),
        (error.is_not_found(), FailureCode::NoSuchRecording),
        (error.is_unreachable(), FailureCode::Unreachable),
        (error.is_timeout(), FailureCode::Timeout),
        (
            error.is_server_trouble() || error.is_unfinished(),
            FailureCode::ServiceTrouble,
        ),
        (error.is_unreadable(), FailureCode::UnreadableAnswer),
        (error.is_refused(), FailureCode::Refused),
    ];
    table
        .iter()
        .find(|(holds, _)| *holds)
        .map_or(FailureCode::Internal, |(_, code)| *code)
}

/// The raw answer with the contract's secrets taken out, where it is JSON; a cut text otherwise.
pub fn readable_raw(raw: &str) -> String {
    match serde_json::from_str::<serde_json::Value>(raw) {
        Ok(mut value) => {
            cloud_recording::contract::redact(&mut value);
            value.to_string()
        }
        Err(_) => raw.chars().take(4_000).collect(),
    }
}
