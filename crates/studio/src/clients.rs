//! One client of the service for each account, made when it is first needed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cloud_recording::{Client, ClientConfig, Hosts, Pace, Secret, Target};
use serde_json::{Value, json};

use crate::core::Shared;
use crate::practising;
use crate::recorder::{Job, TokenStamp};
use crate::types::{Account, Area, Failure, FailureCode, PRACTICE};

/// The clients made so far, by account.
#[derive(Default)]
pub(crate) struct Clients {
    made: Mutex<HashMap<String, Client>>,
}

impl Clients {
    fn get(&self, account: &str) -> Option<Client> {
        self.made
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(account)
            .cloned()
    }

    fn put(&self, account: &str, client: Client) {
        self.made
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(account.to_owned(), client);
    }

    /// The account or its secret changed: the next call makes a new client.
    pub(crate) fn forget(&self, account: &str) {
        self.made
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(account);
    }
}

/// The keychain's key for a secret of an account or a storage.
pub(crate) fn vault_key(owner: &str, id: &str, what: &str) -> String {
    format!("{owner}/{id}/{what}")
}

impl Shared {
    /// The client of an account, with its secret out of the keychain.
    pub(crate) async fn client(&self, account_id: &str) -> Result<Client, Failure> {
        if let Some(client) = self.clients.get(account_id) {
            return Ok(client);
        }
        let client = connect(self.config(account_id).await?)?;
        self.clients.put(account_id, client.clone());
        Ok(client)
    }

    /// A client for one check: with the secret as the keychain has it now, and without second tries,
    /// since a person waits for the answer. The one that recordings use goes on working with a keychain
    /// that was locked meanwhile.
    pub(crate) async fn check_client(&self, account_id: &str) -> Result<Client, Failure> {
        let config = self.config(account_id).await?;
        connect(ClientConfig {
            pace: Pace {
                retries: false,
                ..config.pace
            },
            ..config
        })
    }

    async fn config(&self, account_id: &str) -> Result<ClientConfig, Failure> {
        if account_id == PRACTICE {
            self.practice_config()
        } else {
            self.project_config(account_id).await
        }
    }

    fn practice_config(&self) -> Result<ClientConfig, Failure> {
        let endpoint = self.practising.endpoint().map_err(|reason| {
            Failure::new(
                FailureCode::Unreachable,
                format!("practice could not start: {reason}"),
            )
        })?;
        Ok(ClientConfig {
            app_id: practising::APP_ID.to_owned(),
            customer_id: endpoint.customer_id,
            customer_secret: endpoint.customer_secret,
            hosts: Hosts::custom(&endpoint.url).map_err(|error| Failure::from(&error))?,
            timeout: self.clock.waits().answer,
            pace: self.pace(),
        })
    }

    async fn project_config(&self, id: &str) -> Result<ClientConfig, Failure> {
        let account = self.account(id)?;
        let customer_secret = self
            .secret(vault_key("account", id, "customerSecret"), &account.name)
            .await?;
        Ok(ClientConfig {
            hosts: hosts(&account)?,
            app_id: account.app_id,
            customer_id: account.customer_id,
            customer_secret,
            timeout: self.clock.waits().answer,
            pace: self.pace(),
        })
    }

    fn pace(&self) -> Pace {
        Pace {
            unit: self.clock.waits().second,
            ..Pace::default()
        }
    }

    /// A secret out of the keychain; its owner's name is for the words if it is not there.
    pub(crate) async fn secret(&self, key: String, owner: &str) -> Result<Secret, Failure> {
        self.with_vault(move |vault| vault.get(&key))
            .await?
            .ok_or_else(|| {
                Failure::new(
                    FailureCode::SecretMissing,
                    "the keychain has no such secret any more",
                )
                .with("owner", owner)
            })
    }

    /// Where a call of an account goes at first, without asking the keychain; the path alone where even
    /// that is not known.
    pub(crate) fn first_address(&self, account_id: &str, target: &Target) -> String {
        let (app_id, hosts) = if account_id == PRACTICE {
            let url = self.practising.endpoint().ok().map(|endpoint| endpoint.url);
            (
                practising::APP_ID.to_owned(),
                url.and_then(|url| Hosts::custom(&url).ok()),
            )
        } else {
            let account = self.account(account_id).ok();
            let hosts = account.as_ref().and_then(|account| hosts(account).ok());
            (account.map(|it| it.app_id).unwrap_or_default(), hosts)
        };
        let base = hosts.and_then(|hosts| hosts.first(target.call).ok());
        format!("{}{}", base.unwrap_or_default(), target.path(&app_id))
    }

    /// Runs a call to the keychain where it may block.
    pub(crate) async fn with_vault<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn crate::Vault) -> Result<T, crate::VaultError> + Send + 'static,
    ) -> Result<T, Failure> {
        let vault = Arc::clone(&self.vault);
        let done = tokio::task::spawn_blocking(move || call(&*vault)).await;
        match done {
            Ok(result) => Ok(result?),
            Err(_) => Err(Failure::new(
                FailureCode::KeychainFailed,
                "the call to the keychain broke off",
            )),
        }
    }

    /// The body of start with its secrets: made when it goes out, kept nowhere.
    pub(crate) async fn fill_in(&self, job: &Job) -> Result<Value, Failure> {
        let mut body = job.start_body.clone();
        let recording = &job.recording;
        let (access, secret) = if recording.storage_id == PRACTICE {
            (Secret::from(PRACTICE), Secret::from(PRACTICE))
        } else {
            let (id, name) = (&recording.storage_id, &recording.storage_name);
            (
                self.secret(vault_key("storage", id, "accessKey"), name)
                    .await?,
                self.secret(vault_key("storage", id, "secretKey"), name)
                    .await?,
            )
        };
        let request = &mut body["clientRequest"];
        request["storageConfig"]["accessKey"] = json!(access.expose());
        request["storageConfig"]["secretKey"] = json!(secret.expose());
        if let Some(stamp) = job.token {
            let account = self.account(&recording.account_id)?;
            let token = self
                .rtc_token(&account, &recording.channel, &recording.recorder_id, stamp)
                .await?;
            request["token"] = json!(token.expose());
        }
        Ok(body)
    }

    /// The token with which a recorder joins a channel, made from the account's certificate.
    pub(crate) async fn rtc_token(
        &self,
        account: &Account,
        channel: &str,
        recorder_id: &str,
        stamp: TokenStamp,
    ) -> Result<Secret, Failure> {
        let key = vault_key("account", &account.id, "certificate");
        let certificate = self.secret(key, &account.name).await?;
        cloud_recording::token::rtc(
            &account.app_id,
            &certificate,
            channel,
            recorder_id.parse().unwrap_or(0),
            stamp.issued_at,
            stamp.salt,
            stamp.expires_in,
        )
        .map_err(|error| Failure::from(&error))
    }
}

fn connect(config: ClientConfig) -> Result<Client, Failure> {
    Client::new(config).map_err(|error| Failure::from(&error))
}

/// Where an account's calls go.
pub(crate) fn hosts(account: &Account) -> Result<Hosts, Failure> {
    match &account.base_url {
        Some(url) => Hosts::custom(url).map_err(|error| Failure::from(&error)),
        None => Ok(Hosts::Area(match account.area {
            Area::Global => cloud_recording::Area::Global,
            Area::China => cloud_recording::Area::China,
        })),
    }
}
