//! Accounts, storages and settings. None of these rows holds a secret, only whether the keychain has one.

use rusqlite::{OptionalExtension, Row, params};

use super::{Store, StoreError};
use crate::types::{Account, Area, Settings, Storage};

impl Store {
    /// The settings, or the defaults where none were saved.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        let text: Option<String> = self
            .db()
            .query_row(
                "SELECT value FROM setting WHERE key = 'settings'",
                [],
                |row| row.get(0),
            )
            .optional()?;
        Ok(text
            .map(|text| serde_json::from_str(&text))
            .transpose()?
            .unwrap_or_default())
    }

    pub fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO setting (key, value) VALUES ('settings', ?1)
             ON CONFLICT (key) DO UPDATE SET value = ?1",
            [serde_json::to_string(settings)?],
        )?;
        Ok(())
    }

    /// Something kept under a key of its own; `None` where nothing is, or this version cannot read it.
    pub fn noted<T: serde::de::DeserializeOwned>(
        &self,
        key: &str,
    ) -> Result<Option<T>, StoreError> {
        let query = "SELECT value FROM setting WHERE key = ?1";
        let text: Option<String> = self
            .db()
            .query_row(query, [key], |row| row.get(0))
            .optional()?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Keeps something under a key of its own, over what was there.
    pub fn note<T: serde::Serialize>(&self, key: &str, value: &T) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            [key, &serde_json::to_string(value)?],
        )?;
        Ok(())
    }

    /// Accounts in the order in which they were added.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let db = self.db();
        let mut statement = db.prepare_cached(
            "SELECT id, name, app_id, customer_id, base_url, area, has_secret, has_certificate, created_at
             FROM account ORDER BY created_at, id",
        )?;
        let rows = statement.query_map([], read_account)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn save_account(&self, account: &Account) -> Result<(), StoreError> {
        let area = match account.area {
            Area::Global => "global",
            Area::China => "china",
        };
        self.db().execute(
            "INSERT INTO account (id, name, app_id, customer_id, base_url, area, has_secret, has_certificate,
                created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET name = ?2, app_id = ?3, customer_id = ?4, base_url = ?5, area = ?6,
                has_secret = ?7, has_certificate = ?8",
            params![
                account.id,
                account.name,
                account.app_id,
                account.customer_id,
                account.base_url,
                area,
                account.has_secret,
                account.has_certificate,
                account.created_at,
            ],
        )?;
        Ok(())
    }

    pub fn delete_account(&self, id: &str) -> Result<(), StoreError> {
        self.db()
            .execute("DELETE FROM account WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Storages in the order in which they were added.
    pub fn storages(&self) -> Result<Vec<Storage>, StoreError> {
        let db = self.db();
        let mut statement = db.prepare_cached(
            "SELECT id, name, vendor, region, bucket, endpoint, has_keys, created_at
             FROM storage ORDER BY created_at, id",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Storage {
                id: row.get(0)?,
                name: row.get(1)?,
                practice: false,
                vendor: row.get(2)?,
                region: row.get(3)?,
                bucket: row.get(4)?,
                endpoint: row.get(5)?,
                has_keys: row.get(6)?,
                check: None,
                created_at: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn save_storage(&self, storage: &Storage) -> Result<(), StoreError> {
        self.db().execute(
            "INSERT INTO storage (id, name, vendor, region, bucket, endpoint, has_keys, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET name = ?2, vendor = ?3, region = ?4, bucket = ?5, endpoint = ?6,
                has_keys = ?7",
            params![
                storage.id,
                storage.name,
                storage.vendor,
                storage.region,
                storage.bucket,
                storage.endpoint,
                storage.has_keys,
                storage.created_at,
            ],
        )?;
        Ok(())
    }

    pub fn delete_storage(&self, id: &str) -> Result<(), StoreError> {
        self.db()
            .execute("DELETE FROM storage WHERE id = ?1", [id])?;
        Ok(())
    }
}

fn read_account(row: &Row<'_>) -> rusqlite::Result<Account> {
    let area: String = row.get(5)?;
    Ok(Account {
        id: row.get(0)?,
        name: row.get(1)?,
        practice: false,
        app_id: row.get(2)?,
        customer_id: row.get(3)?,
        base_url: row.get(4)?,
        area: if area == "china" {
            Area::China
        } else {
            Area::Global
        },
        has_secret: row.get(6)?,
        has_certificate: row.get(7)?,
        check: None,
        created_at: row.get(8)?,
    })
}
