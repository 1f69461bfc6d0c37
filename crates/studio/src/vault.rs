//! Where secrets live: the keychain of the computer, and nowhere else.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use cloud_recording::Secret;

/// Why the keychain did not give or take a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// Nothing on this computer answers as a keychain.
    #[error("no keychain answers on this computer: {0}")]
    Missing(String),
    /// It is there, but locked, or a person dismissed its question.
    #[error("the keychain is locked: {0}")]
    Locked(String),
    /// It answered something else.
    #[error("the keychain failed: {0}")]
    Failed(String),
}

/// Keeps secrets by key. Calls may block, for as long as a person takes to answer a prompt.
pub trait Vault: Send + Sync {
    /// Puts `value` under `key`, over what was there.
    fn set(&self, key: &str, value: &Secret) -> Result<(), VaultError>;
    /// `None` where nothing is kept under `key`.
    fn get(&self, key: &str) -> Result<Option<Secret>, VaultError>;
    /// Removes what is under `key`; nothing there is no error.
    fn delete(&self, key: &str) -> Result<(), VaultError>;
}

/// The keychain of the operating system: Secret Service, Keychain or Credential Manager.
///
/// Each call opens it anew, so that a keychain that appears or is unlocked later is found.
#[derive(Debug, Clone)]
pub struct Keychain {
    service: String,
}

impl Keychain {
    /// Entries are kept under the name `service`, which a person sees in the system's own tools.
    pub fn new(service: impl Into<String>) -> Self {
        Self {
            service: service.into(),
        }
    }

    fn entry(&self, key: &str) -> Result<keyring::Entry, VaultError> {
        keyring::Entry::new(&self.service, key).map_err(read_error)
    }
}

impl Vault for Keychain {
    fn set(&self, key: &str, value: &Secret) -> Result<(), VaultError> {
        self.entry(key)?
            .set_password(value.expose())
            .map_err(read_error)
    }

    fn get(&self, key: &str) -> Result<Option<Secret>, VaultError> {
        match self.entry(key)?.get_password() {
            Ok(value) => Ok(Some(Secret::new(value))),
            Err(keyring::Error::NoEntry) => Ok(None),
            Err(error) => Err(read_error(error)),
        }
    }

    fn delete(&self, key: &str) -> Result<(), VaultError> {
        match self.entry(key)?.delete_credential() {
            Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
            Err(error) => Err(read_error(error)),
        }
    }
}

/// The texts of these errors name the store's trouble, never an entry's content.
fn read_error(error: keyring::Error) -> VaultError {
    match error {
        keyring::Error::NoStorageAccess(inner) => VaultError::Locked(inner.to_string()),
        // On Linux it says that no Secret Service answers; elsewhere the keychain is a part of the system.
        keyring::Error::PlatformFailure(inner) if cfg!(target_os = "linux") => {
            VaultError::Missing(inner.to_string())
        }
        keyring::Error::BadEncoding(_) => VaultError::Failed("the entry is not text".to_owned()),
        other => VaultError::Failed(other.to_string()),
    }
}

/// Keeps secrets in memory, for tests.
#[derive(Debug, Default)]
pub struct MemoryVault {
    kept: Mutex<HashMap<String, Secret>>,
    broken: Mutex<Option<VaultError>>,
}

impl MemoryVault {
    /// From now on every call answers `error`; `None` mends it.
    pub fn break_with(&self, error: Option<VaultError>) {
        *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }

    fn working(&self) -> Result<std::sync::MutexGuard<'_, HashMap<String, Secret>>, VaultError> {
        if let Some(error) = &*self.broken.lock().unwrap_or_else(PoisonError::into_inner) {
            return Err(error.clone());
        }
        Ok(self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Vault for MemoryVault {
    fn set(&self, key: &str, value: &Secret) -> Result<(), VaultError> {
        self.working()?.insert(key.to_owned(), value.clone());
        Ok(())
    }

    fn get(&self, key: &str) -> Result<Option<Secret>, VaultError> {
        Ok(self.working()?.get(key).cloned())
    }

    fn delete(&self, key: &str) -> Result<(), VaultError> {
        self.working()?.remove(key);
        Ok(())
    }
}
