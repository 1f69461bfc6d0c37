//! Secrets for as long as the app is open: for a computer without a keychain, where a person chose it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use cloud_recording::Secret;

use crate::vault::{Vault, VaultError};

/// The keychain, and memory in its place from where a person says so.
///
/// What memory holds goes before what the keychain has, is written nowhere, and is gone when the app ends.
pub(crate) struct SessionVault {
    keychain: Arc<dyn Vault>,
    held: Mutex<Vec<(String, Secret)>>,
    is_on: AtomicBool,
}

impl SessionVault {
    pub(crate) fn new(keychain: Arc<dyn Vault>) -> Self {
        Self {
            keychain,
            held: Mutex::default(),
            is_on: AtomicBool::new(false),
        }
    }

    pub(crate) fn is_on(&self) -> bool {
        self.is_on.load(Ordering::Acquire)
    }

    /// From now on new secrets stay in memory.
    pub(crate) fn begin(&self) {
        self.is_on.store(true, Ordering::Release);
    }

    /// Puts everything that memory holds into the keychain; new secrets go there again.
    ///
    /// # Errors
    /// The keychain's own. What it did not take stays in memory, and everything goes on as before.
    pub(crate) fn end(&self) -> Result<(), VaultError> {
        // One after the other, each let go only once the keychain has it.
        while let Some((key, value)) = self.last() {
            self.keychain.set(&key, &value)?;
            self.let_go(&key);
        }
        // It may hold nothing at all: then the keychain still has to answer.
        self.keychain.get("check")?;
        self.is_on.store(false, Ordering::Release);
        Ok(())
    }

    /// Whether the keychain itself answers.
    pub(crate) fn ask_keychain(&self) -> Result<(), VaultError> {
        self.keychain.get("check").map(|_| ())
    }

    fn last(&self) -> Option<(String, Secret)> {
        self.held
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .last()
            .cloned()
    }

    /// Whether there was anything to let go.
    fn let_go(&self, key: &str) -> bool {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let before = held.len();
        held.retain(|(one, _)| one != key);
        held.len() < before
    }
}

impl Vault for SessionVault {
    fn set(&self, key: &str, value: &Secret) -> Result<(), VaultError> {
        if !self.is_on() {
            return self.keychain.set(key, value);
        }
        self.let_go(key);
        self.held
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((key.to_owned(), value.clone()));
        Ok(())
    }

    fn get(&self, key: &str) -> Result<Option<Secret>, VaultError> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, value)) = held.iter().find(|(one, _)| one == key) {
            return Ok(Some(value.clone()));
        }
        drop(held);
        self.keychain.get(key)
    }

    fn delete(&self, key: &str) -> Result<(), VaultError> {
        let was_held = self.let_go(key);
        match self.keychain.delete(key) {
            // It was in memory only, since there is no keychain that could have it.
            Err(VaultError::Missing(_)) if was_held => Ok(()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::MemoryVault;

    fn locked() -> Option<VaultError> {
        Some(VaultError::Locked("dismissed".to_owned()))
    }

    #[test]
    fn what_memory_holds_moves_to_the_keychain_when_it_answers() {
        let keychain = Arc::new(MemoryVault::default());
        let vault = SessionVault::new(Arc::clone(&keychain) as Arc<dyn Vault>);
        keychain.break_with(locked());
        let secret = Secret::from("one");
        assert!(vault.set("a", &secret).is_err(), "nobody chose memory yet");
        vault.begin();
        vault.set("a", &secret).expect("memory takes it");
        let found = vault.get("a").expect("and gives it").expect("as it was");
        assert_eq!(found.expose(), "one");
        assert!(vault.get("b").is_err(), "of others only the keychain knows");
        assert!(vault.end().is_err(), "it is still locked");
        assert!(vault.is_on() && vault.get("a").is_ok_and(|it| it.is_some()));
        keychain.break_with(None);
        vault.end().expect("it is open");
        let moved = keychain.get("a").expect("it answers").expect("it is there");
        assert_eq!(moved.expose(), "one");
        assert!(!vault.is_on());
    }

    #[test]
    fn what_was_only_in_memory_can_be_deleted_without_a_keychain() {
        let keychain = Arc::new(MemoryVault::default());
        let vault = SessionVault::new(Arc::clone(&keychain) as Arc<dyn Vault>);
        keychain.break_with(Some(VaultError::Missing("none".to_owned())));
        vault.begin();
        vault.set("a", &Secret::from("one")).expect("memory");
        vault.delete("a").expect("it was nowhere else");
        assert!(vault.delete("a").is_err(), "now nobody can tell");
        keychain.break_with(None);
        assert_eq!(vault.get("a").expect("it answers").map(|_| ()), None);
    }
}
