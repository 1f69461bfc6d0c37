//! Projects of the service: kept, checked, and their secrets put into the keychain.

use std::sync::PoisonError;
use std::time::Duration;

use cloud_recording::contract::{Issue, IssueCode, Severity};
use cloud_recording::request::{AcquireClientRequest, AcquireRequest};
use cloud_recording::{Client, Error, Secret};

use crate::clients::{hosts, vault_key};
use crate::core::Shared;
use crate::people::free_id;
use crate::practising;
use crate::recorder::Job;
use crate::types::*;

/// The name that a check asks about and reserves for; nothing is started under it.
const PROBE: &str = "roomreel-check";

impl Shared {
    /// All accounts, the practice one first.
    pub(crate) fn accounts(&self) -> Result<Vec<Account>, Failure> {
        let mut accounts = vec![practising::account()];
        accounts.extend(self.store.accounts()?);
        let checks = self.checks.lock().unwrap_or_else(PoisonError::into_inner);
        for account in &mut accounts {
            account.check = checks.get(&account.id).cloned();
        }
        Ok(accounts)
    }

    pub(crate) fn account(&self, id: &str) -> Result<Account, Failure> {
        let found = self
            .accounts()?
            .into_iter()
            .find(|account| account.id == id);
        found.ok_or_else(|| Failure::not_found("account", id))
    }

    pub(crate) async fn account_add(&self, new: AccountAdd) -> Result<Account, Failure> {
        let account = Account {
            id: crate::core::new_id(),
            name: new.name.trim().to_owned(),
            practice: false,
            app_id: new.app_id.trim().to_owned(),
            customer_id: new.customer_id.trim().to_owned(),
            base_url: tidy(new.base_url),
            area: new.area,
            has_secret: true,
            has_certificate: new.certificate.is_some(),
            check: None,
            created_at: self.clock.now(),
        };
        let mut issues = wrong(&account);
        issues.extend(wrong_secret("/customerSecret", &new.customer_secret));
        if let Some(certificate) = &new.certificate {
            issues.extend(wrong_hex("/certificate", certificate.expose().trim()));
        }
        refuse(issues)?;
        // Secrets first: a row without its secret would be an account that cannot work.
        let id = &account.id;
        self.keep_secret(id, AccountSecret::CustomerSecret, new.customer_secret)
            .await?;
        let rest = async {
            if let Some(certificate) = new.certificate {
                self.keep_secret(id, AccountSecret::Certificate, certificate)
                    .await?;
            }
            Ok::<_, Failure>(self.store.save_account(&account)?)
        };
        if let Err(failure) = rest.await {
            // Nothing stays behind under an id that nobody knows.
            let _ = self.drop_secrets(id).await;
            return Err(failure);
        }
        self.accounts_changed()?;
        Ok(account)
    }

    pub(crate) async fn account_update(&self, new: AccountUpdate) -> Result<Account, Failure> {
        let mut account = self.own_account(&new.id)?;
        let before = account.clone();
        account.name = new.name.trim().to_owned();
        account.app_id = new.app_id.trim().to_owned();
        account.customer_id = new.customer_id.trim().to_owned();
        account.base_url = tidy(new.base_url);
        account.area = new.area;
        refuse(wrong(&account))?;
        if (Account {
            name: before.name.clone(),
            ..account.clone()
        }) != before
        {
            self.not_while_recording(|job| job.recording.account_id == account.id)?;
        }
        if account.app_id != before.app_id && account.has_certificate {
            // A certificate is the App ID's own.
            let key = vault_key("account", &account.id, "certificate");
            self.with_vault(move |vault| vault.delete(&key)).await?;
            account.has_certificate = false;
        }
        if account.base_url != before.base_url {
            // A secret is for the host that it was given for; another host asks for it again.
            self.drop_secrets(&account.id).await?;
            account.has_secret = false;
            account.has_certificate = false;
        }
        self.store.save_account(&account)?;
        self.forget_check(&account.id);
        self.accounts_changed()?;
        self.account(&account.id)
    }

    pub(crate) async fn account_secret_replace(
        &self,
        new: AccountSecretReplace,
    ) -> Result<Account, Failure> {
        let mut account = self.own_account(&new.id)?;
        refuse(match new.kind {
            AccountSecret::CustomerSecret => wrong_secret("/customerSecret", &new.value),
            AccountSecret::Certificate => wrong_hex("/certificate", new.value.expose().trim()),
        })?;
        self.keep_secret(&account.id, new.kind, new.value).await?;
        match new.kind {
            AccountSecret::CustomerSecret => account.has_secret = true,
            AccountSecret::Certificate => account.has_certificate = true,
        }
        self.store.save_account(&account)?;
        self.forget_check(&account.id);
        self.accounts_changed()?;
        self.account(&account.id)
    }

    pub(crate) async fn account_delete(&self, id: &str) -> Result<(), Failure> {
        let account = self.own_account(id)?;
        self.not_while_recording(|job| job.recording.account_id == id)?;
        self.drop_secrets(id).await?;
        self.store.delete_account(&account.id)?;
        self.forget_check(id);
        let mut settings = self.store.settings()?;
        if settings.account_id == id {
            settings.account_id = PRACTICE.to_owned();
            self.settings_save(settings)?;
        }
        self.accounts_changed()
    }

    /// A running recording must not lose what it is stopped with.
    pub(crate) fn not_while_recording(
        &self,
        uses_it: impl Fn(&Job) -> bool,
    ) -> Result<(), Failure> {
        if self.store.running_jobs()?.jobs.iter().any(uses_it) {
            let why = "a recording that uses it is still running; stop it first";
            return Err(Failure::new(FailureCode::NotNow, why).with("state", "recording"));
        }
        Ok(())
    }

    fn own_account(&self, id: &str) -> Result<Account, Failure> {
        let account = self.account(id)?;
        if account.practice {
            return Err(Failure::new(
                FailureCode::NotNow,
                "practice has nothing to change",
            ));
        }
        Ok(account)
    }

    async fn keep_secret(
        &self,
        id: &str,
        kind: AccountSecret,
        value: Secret,
    ) -> Result<(), Failure> {
        let what = match kind {
            AccountSecret::CustomerSecret => "customerSecret",
            AccountSecret::Certificate => "certificate",
        };
        let key = vault_key("account", id, what);
        let value = Secret::from(value.expose().trim());
        self.with_vault(move |vault| vault.set(&key, &value))
            .await?;
        self.clients.forget(id);
        Ok(())
    }

    async fn drop_secrets(&self, id: &str) -> Result<(), Failure> {
        let keys = ["customerSecret", "certificate"].map(|what| vault_key("account", id, what));
        self.with_vault(move |vault| keys.iter().try_for_each(|key| vault.delete(key)))
            .await?;
        self.clients.forget(id);
        Ok(())
    }

    fn forget_check(&self, id: &str) {
        self.clients.forget(id);
        self.preflights.reserved.forget(id);
        self.checks
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(id);
    }

    pub(crate) fn accounts_changed(&self) -> Result<(), Failure> {
        self.emit(StudioEvent::Accounts {
            accounts: self.accounts()?,
        });
        self.back_up();
        Ok(())
    }

    /// Really asks the service: whether it answers, takes the credentials, and records for this App ID.
    pub(crate) async fn account_check(&self, id: &str) -> Result<Account, Failure> {
        let account = self.account(id)?;
        let lines = self.check_lines(&account).await;
        let ok = lines.iter().all(|line| line.level == Level::Ok);
        let check = AccountCheck {
            at: self.clock.now(),
            ok,
            lines,
        };
        self.checks
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(account.id.clone(), check);
        self.emit(StudioEvent::Accounts {
            accounts: self.accounts()?,
        });
        self.account(id)
    }

    async fn check_lines(&self, account: &Account) -> Vec<CheckLine> {
        let mut lines = Vec::new();
        if let Err(failure) = hosts(account) {
            return vec![bad(CheckStep::Reach, failure)];
        }
        let client = match self.check_client(&account.id).await {
            Ok(client) => client,
            Err(failure) => return vec![bad(CheckStep::Keychain, failure)],
        };
        lines.push(good(CheckStep::Keychain));
        let asked =
            tokio::time::timeout(Duration::from_secs(15), client.channel_users(PROBE)).await;
        let refused = match asked {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(error),
            Err(_) => {
                let failure = Failure::new(FailureCode::Timeout, "no answer within 15 seconds");
                lines.push(bad(CheckStep::Reach, failure));
                return lines;
            }
        };
        if let Some(error) = refused.as_ref().filter(|error| error.status().is_none()) {
            lines.push(bad(CheckStep::Reach, Failure::from(error)));
            return lines;
        }
        lines.push(good(CheckStep::Reach));
        if let Some(error) = refused.as_ref().filter(|error| error.is_unauthorized()) {
            lines.push(bad(CheckStep::Credentials, Failure::from(error)));
            return lines;
        }
        lines.extend(reserve(&client).await);
        lines
    }
}

/// Reserves a recorder and lets it lapse: the one way to learn whether recording is switched on.
async fn reserve(client: &Client) -> Vec<CheckLine> {
    match ask_for_one(client).await {
        Ok(()) => vec![good(CheckStep::Credentials), good(CheckStep::Recording)],
        Err(error) if error.is_unauthorized() => {
            vec![bad(CheckStep::Credentials, Failure::from(&error))]
        }
        Err(error) => vec![good(CheckStep::Credentials), judged(error)],
    }
}

/// As the check does it, for those who judge by themselves.
pub(crate) async fn reserve_one(client: &Client) -> Result<(), Failure> {
    ask_for_one(client)
        .await
        .map_err(|error| Failure::from(&error))
}

async fn ask_for_one(client: &Client) -> Result<(), Error> {
    let wanted = AcquireClientRequest {
        scene: Some(0),
        resource_expired_hour: Some(1),
        ..AcquireClientRequest::default()
    };
    let request = AcquireRequest::new(PROBE, free_id(&[]).to_string(), wanted);
    client.acquire(&request).await?;
    Ok(())
}

/// A full or busy service says nothing against the account.
fn judged(error: Error) -> CheckLine {
    let passing = error.is_overloaded() || error.is_rate_limited() || error.is_server_trouble();
    CheckLine {
        step: CheckStep::Recording,
        level: if passing { Level::Warn } else { Level::Bad },
        failure: Some(Failure::from(&error)),
    }
}

fn good(step: CheckStep) -> CheckLine {
    CheckLine {
        step,
        level: Level::Ok,
        failure: None,
    }
}

fn bad(step: CheckStep, failure: Failure) -> CheckLine {
    CheckLine {
        step,
        level: Level::Bad,
        failure: Some(failure),
    }
}

fn tidy(url: Option<String>) -> Option<String> {
    let url = url?.trim().trim_end_matches('/').to_owned();
    (!url.is_empty()).then_some(url)
}

/// Every field of an account that is not as it must be.
pub(crate) fn wrong(account: &Account) -> Vec<Issue> {
    let mut issues = Vec::new();
    if account.name.is_empty() {
        issues.push(issue(IssueCode::Required, "/name"));
    }
    issues.extend(wrong_hex("/appId", &account.app_id));
    if account.customer_id.is_empty() {
        issues.push(issue(IssueCode::Required, "/customerId"));
    }
    if hosts(account).is_err() {
        issues.push(issue(IssueCode::BadFormat, "/baseUrl"));
    }
    issues
}

fn wrong_hex(path: &str, text: &str) -> Vec<Issue> {
    if text.is_empty() {
        vec![issue(IssueCode::Required, path)]
    } else if text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Vec::new()
    } else {
        vec![issue(IssueCode::BadFormat, path)]
    }
}

pub(crate) fn wrong_secret(path: &str, value: &Secret) -> Vec<Issue> {
    let empty = value.expose().trim().is_empty();
    if empty {
        vec![issue(IssueCode::Required, path)]
    } else {
        Vec::new()
    }
}

pub(crate) fn issue(code: IssueCode, path: &str) -> Issue {
    Issue {
        code,
        path: path.to_owned(),
        severity: Severity::Error,
        params: Default::default(),
    }
}

pub(crate) fn refuse(issues: Vec<Issue>) -> Result<(), Failure> {
    if issues.is_empty() {
        Ok(())
    } else {
        Err(Failure::invalid(issues))
    }
}
