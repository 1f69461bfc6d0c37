//! Secrets of the console: held in memory, kept in the keychain, and put in when a call goes out.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use cloud_recording::Secret;
use cloud_recording::contract::{Issue, IssueCode, Severity, conceal, secret_places, secret_texts};
use serde_json::Value;

use super::reference::{Reference, Standing};
use crate::accounts::issue;
use crate::clients::vault_key;
use crate::core::{Shared, new_id};
use crate::types::*;

/// No secret of the service is longer, in bytes.
const LONGEST: usize = 16 * 1024;
/// More than anybody types or pastes before the app closes; beyond it the oldest go.
const MOST: usize = 2_000;

/// Secrets that are only in memory, by the id of their reference.
#[derive(Debug, Default)]
pub(crate) struct Held {
    secrets: Mutex<VecDeque<(String, Secret)>>,
}

impl Held {
    /// Holds a secret and gives its reference.
    pub(crate) fn hold(&self, secret: Secret) -> Reference {
        let mut secrets = self.secrets.lock().unwrap_or_else(PoisonError::into_inner);
        while secrets.len() >= MOST {
            secrets.pop_front();
        }
        let id = new_id();
        secrets.push_back((id.clone(), secret));
        Reference::Held(id)
    }

    pub(crate) fn get(&self, id: &str) -> Option<Secret> {
        let secrets = self.secrets.lock().unwrap_or_else(PoisonError::into_inner);
        let found = secrets.iter().find(|(known, _)| known == id);
        found.map(|(_, secret)| secret.clone())
    }
}

/// A body as it goes out, and what must never be seen of it.
pub(super) struct Filled {
    pub body: Value,
    /// All secrets in it that are not made up.
    secrets: Vec<Secret>,
}

impl Filled {
    /// Takes the body's secrets out of what came back for it.
    pub fn conceal(&self, text: &str) -> String {
        conceal(text, self.secrets.iter().map(Secret::expose))
    }
}

impl Shared {
    /// The body with its secrets, made when it goes out and kept nowhere.
    ///
    /// # Errors
    /// A reference whose secret is gone, or a keychain that does not give it.
    pub(super) async fn fill(&self, call: &ConsoleCall) -> Result<Filled, Failure> {
        let mut body = call.body.clone();
        let mut secrets = Vec::new();
        for place in secret_places(&call.body) {
            let Some(value) = call.body.pointer(&place) else {
                continue;
            };
            let Standing::Reference(reference) = Standing::of(value) else {
                continue;
            };
            match self.secret_of(&reference, call).await {
                Ok(Found::Secret(secret)) => {
                    put(&mut body, &place, Some(secret.expose()));
                    secrets.push(secret);
                }
                Ok(Found::MadeUp(text)) => put(&mut body, &place, Some(text)),
                Ok(Found::NotNeeded) => put(&mut body, &place, None),
                Err(failure) => return Err(failure.with("path", place)),
            }
        }
        let bare = secret_texts(&call.body)
            .into_iter()
            .filter(|text| Reference::read(text).is_none());
        secrets.extend(bare.map(Secret::from));
        Ok(Filled { body, secrets })
    }

    async fn secret_of(&self, reference: &Reference, call: &ConsoleCall) -> Result<Found, Failure> {
        let gone = |what: &str| {
            Failure::new(
                FailureCode::SecretMissing,
                format!("{what} is no longer there; enter the secret again"),
            )
            .with("owner", "")
            .with("reference", reference)
        };
        match reference {
            Reference::Token => self.token_for(call).await,
            Reference::AccessKey(id) | Reference::SecretKey(id) if id == PRACTICE => {
                Ok(Found::MadeUp("practice-key"))
            }
            Reference::AccessKey(id) => self.storage_key(id, "accessKey").await,
            Reference::SecretKey(id) => self.storage_key(id, "secretKey").await,
            Reference::Kept(id) => {
                let key = kept_key(id);
                let found = self.with_vault(move |vault| vault.get(&key)).await?;
                found
                    .map(Found::Secret)
                    .ok_or_else(|| gone("a kept secret"))
            }
            Reference::Held(id) => {
                let found = self.held.get(id);
                found
                    .map(Found::Secret)
                    .ok_or_else(|| gone("a secret that was in memory"))
            }
        }
    }

    async fn storage_key(&self, id: &str, what: &str) -> Result<Found, Failure> {
        let storage = self.storage(id)?;
        let key = vault_key("storage", id, what);
        Ok(Found::Secret(self.secret(key, &storage.name).await?))
    }

    /// As for the recorder: an account without a certificate needs no token.
    async fn token_for(&self, call: &ConsoleCall) -> Result<Found, Failure> {
        let account = self.account(&call.account_id)?;
        if !account.has_certificate {
            return Ok(Found::NotNeeded);
        }
        let text = |name: &str| call.body[name].as_str().unwrap_or_default();
        let stamp = crate::core::token_stamp(self.clock.now());
        let token = self
            .rtc_token(&account, text("cname"), text("uid"), stamp)
            .await?;
        Ok(Found::Secret(token))
    }

    /// Puts references in the place of a body's secrets, which are held.
    pub(crate) fn take_secrets(&self, mut body: Value) -> ConsoleBodyTaken {
        let mut held = Vec::new();
        for place in secret_places(&body) {
            let Some(value) = body.pointer_mut(&place) else {
                continue;
            };
            if Standing::of(value) != Standing::Bare {
                continue;
            }
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let reference = self.held.hold(Secret::from(text)).to_string();
            *value = Value::from(reference.clone());
            held.push(reference);
        }
        ConsoleBodyTaken { body, held }
    }

    pub(crate) fn secret_hold(&self, value: Secret) -> Result<SecretReference, Failure> {
        let wrong = |code| Failure::invalid(vec![issue(code, "/value")]);
        if value.is_empty() {
            return Err(wrong(IssueCode::Required));
        }
        if value.expose().len() > LONGEST {
            let issue = Issue {
                params: [("max".to_owned(), LONGEST.to_string())].into(),
                severity: Severity::Error,
                code: IssueCode::TooLong,
                path: "/value".to_owned(),
            };
            return Err(Failure::invalid(vec![issue]));
        }
        let reference = self.held.hold(value).to_string();
        Ok(SecretReference { reference })
    }

    /// Puts held secrets into the keychain. One that is kept already stays as it is.
    pub(crate) async fn secret_keep(
        &self,
        references: Vec<String>,
    ) -> Result<SecretsKept, Failure> {
        let mut kept = Vec::new();
        for text in references {
            let reference = Reference::read(&text);
            let Some(Reference::Held(id)) = reference else {
                kept.push(text);
                continue;
            };
            let secret = self
                .held
                .get(&id)
                .ok_or_else(|| Failure::not_found("secret", &id))?;
            let id = new_id();
            let key = kept_key(&id);
            // The note first: what is in the keychain without one would never be removed from it.
            self.store.note_kept(&id, self.clock.now())?;
            self.with_vault(move |vault| vault.set(&key, &secret))
                .await?;
            kept.push(Reference::Kept(id).to_string());
        }
        Ok(SecretsKept { references: kept })
    }
}

/// The keychain's key of a kept secret.
pub(super) fn kept_key(id: &str) -> String {
    vault_key("console", id, "secret")
}

enum Found {
    Secret(Secret),
    /// For practice, which wants to see keys and looks at none.
    MadeUp(&'static str),
    /// The member is left out.
    NotNeeded,
}

/// Writes a text to a place in a body, or leaves the member out.
pub(super) fn put(body: &mut Value, place: &str, text: Option<&str>) {
    match text {
        Some(text) => {
            if let Some(value) = body.pointer_mut(place) {
                *value = Value::from(text);
            }
        }
        None => {
            let Some((holder, name)) = place.rsplit_once('/') else {
                return;
            };
            if let Some(members) = body.pointer_mut(holder).and_then(Value::as_object_mut) {
                members.shift_remove(&name.replace("~1", "/").replace("~0", "~"));
            }
        }
    }
}
