//! Places for files: kept by name, their keys put into the keychain.

use std::collections::BTreeMap;

use cloud_recording::Secret;
use cloud_recording::contract::{self, Issue, IssueCode};

use crate::accounts::{issue, refuse, wrong_secret};
use crate::clients::vault_key;
use crate::core::Shared;
use crate::practising;
use crate::types::*;

/// Where the last tests are kept, by storage.
const CHECKS: &str = "storageChecks";

impl Shared {
    /// All storages, the practice folder first.
    pub(crate) fn storages(&self) -> Result<Vec<Storage>, Failure> {
        let mut storages = vec![practising::storage()];
        storages.extend(self.store.storages()?);
        let mut checks = self.storage_checks()?;
        for storage in &mut storages {
            storage.check = checks.remove(&storage.id);
        }
        Ok(storages)
    }

    pub(crate) fn storage(&self, id: &str) -> Result<Storage, Failure> {
        let found = self
            .storages()?
            .into_iter()
            .find(|storage| storage.id == id);
        found.ok_or_else(|| Failure::not_found("storage", id))
    }

    pub(crate) async fn storage_add(&self, new: StorageAdd) -> Result<Storage, Failure> {
        let storage = Storage {
            id: crate::core::new_id(),
            name: new.name.trim().to_owned(),
            practice: false,
            vendor: new.vendor,
            region: new.region,
            bucket: new.bucket.trim().to_owned(),
            endpoint: tidy(new.endpoint),
            has_keys: true,
            check: None,
            created_at: self.clock.now(),
        };
        let mut issues = wrong(&storage);
        issues.extend(wrong_secret("/accessKey", &new.access_key));
        issues.extend(wrong_secret("/secretKey", &new.secret_key));
        refuse(issues)?;
        self.keep_keys(&storage.id, new.access_key, new.secret_key)
            .await?;
        if let Err(error) = self.store.save_storage(&storage) {
            let _ = self.drop_keys(&storage.id).await;
            return Err(error.into());
        }
        self.storages_changed()?;
        Ok(storage)
    }

    pub(crate) async fn storage_update(&self, new: StorageUpdate) -> Result<Storage, Failure> {
        let mut storage = self.own_storage(&new.id)?;
        let before = storage.clone();
        let host = (storage.vendor, storage.endpoint.clone());
        storage.name = new.name.trim().to_owned();
        storage.vendor = new.vendor;
        storage.region = new.region;
        storage.bucket = new.bucket.trim().to_owned();
        storage.endpoint = tidy(new.endpoint);
        refuse(wrong(&storage))?;
        // New keys may be the very thing that a running recording waits for; another place may not.
        if (Storage {
            name: before.name.clone(),
            ..storage.clone()
        }) != before
        {
            self.not_while_recording(|job| job.recording.storage_id == storage.id)?;
        }
        match (new.access_key, new.secret_key) {
            (Some(access), Some(secret)) => {
                let mut issues = wrong_secret("/accessKey", &access);
                issues.extend(wrong_secret("/secretKey", &secret));
                refuse(issues)?;
                self.keep_keys(&storage.id, access, secret).await?;
                storage.has_keys = true;
            }
            // Keys are for the provider that they were given for.
            _ if host != (storage.vendor, storage.endpoint.clone()) => {
                self.drop_keys(&storage.id).await?;
                storage.has_keys = false;
            }
            _ => {}
        }
        self.store.save_storage(&storage)?;
        self.forget_bucket(&storage.id)?;
        storage.check = None;
        self.storages_changed()?;
        Ok(storage)
    }

    /// Really tests a storage: whether it answers, takes the keys, and lets a file be written, read and removed.
    pub(crate) async fn storage_check(&self, id: &str) -> Result<Storage, Failure> {
        let storage = self.storage(id)?;
        let check = self.test_bucket(&storage).await;
        let mut checks = self.storage_checks()?;
        checks.insert(storage.id.clone(), check);
        self.store.note(CHECKS, &checks)?;
        self.buckets.forget(id);
        self.storages_changed()?;
        self.storage(id)
    }

    fn storage_checks(&self) -> Result<BTreeMap<String, StorageCheck>, Failure> {
        Ok(self.store.noted(CHECKS)?.unwrap_or_default())
    }

    /// What was opened and what was found are for the storage as it was.
    fn forget_bucket(&self, id: &str) -> Result<(), Failure> {
        self.buckets.forget(id);
        self.preflights.storages.forget(id);
        let mut checks = self.storage_checks()?;
        if checks.remove(id).is_some() {
            self.store.note(CHECKS, &checks)?;
        }
        Ok(())
    }

    pub(crate) async fn storage_delete(&self, id: &str) -> Result<(), Failure> {
        self.own_storage(id)?;
        self.not_while_recording(|job| job.recording.storage_id == id)?;
        self.drop_keys(id).await?;
        self.store.delete_storage(id)?;
        self.forget_bucket(id)?;
        self.storages_changed()
    }

    fn own_storage(&self, id: &str) -> Result<Storage, Failure> {
        let storage = self.storage(id)?;
        if storage.practice {
            return Err(Failure::new(
                FailureCode::NotNow,
                "the practice folder cannot be changed",
            ));
        }
        Ok(storage)
    }

    async fn keep_keys(&self, id: &str, access: Secret, secret: Secret) -> Result<(), Failure> {
        let pairs = [
            (
                vault_key("storage", id, "accessKey"),
                Secret::from(access.expose().trim()),
            ),
            (
                vault_key("storage", id, "secretKey"),
                Secret::from(secret.expose().trim()),
            ),
        ];
        self.with_vault(move |vault| {
            pairs
                .iter()
                .try_for_each(|(key, value)| vault.set(key, value))
        })
        .await
    }

    async fn drop_keys(&self, id: &str) -> Result<(), Failure> {
        let keys = ["accessKey", "secretKey"].map(|what| vault_key("storage", id, what));
        self.with_vault(move |vault| keys.iter().try_for_each(|key| vault.delete(key)))
            .await
    }

    pub(crate) fn storages_changed(&self) -> Result<(), Failure> {
        self.emit(StudioEvent::Storages {
            storages: self.storages()?,
        });
        self.back_up();
        Ok(())
    }
}

fn tidy(host: Option<String>) -> Option<String> {
    let host = host?.trim().to_owned();
    (!host.is_empty()).then_some(host)
}

/// Every field of a storage that is not as the contract's tables have it.
pub(crate) fn wrong(storage: &Storage) -> Vec<Issue> {
    let mut issues = Vec::new();
    if storage.name.is_empty() {
        issues.push(issue(IssueCode::Required, "/name"));
    }
    if storage.bucket.is_empty() {
        issues.push(issue(IssueCode::Required, "/bucket"));
    }
    let vendors = contract::vendor_data();
    let Some(vendor) = vendors
        .iter()
        .find(|vendor| vendor.vendor == storage.vendor)
    else {
        issues.push(issue(IssueCode::NotAnOption, "/vendor"));
        return issues;
    };
    let known = vendor
        .regions
        .iter()
        .any(|region| region.region == storage.region);
    if !known && !vendor.regions.is_empty() {
        issues.push(issue(IssueCode::NotAnOption, "/region"));
    }
    match &storage.endpoint {
        None if vendor.needs_endpoint => issues.push(issue(IssueCode::Required, "/endpoint")),
        Some(host) if host.contains("://") || host.contains('/') => {
            issues.push(issue(IssueCode::BadFormat, "/endpoint"));
        }
        _ => {}
    }
    issues
}
