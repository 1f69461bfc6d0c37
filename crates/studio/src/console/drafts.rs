//! Drafts: kept in the page's own form, without secrets, and with those secrets that the keychain has for them.

use cloud_recording::contract::{Issue, IssueCode, Severity};
use serde_json::Value;

use super::clean;
use super::secrets::kept_key;
use crate::core::{Shared, new_id};
use crate::types::*;

/// The longest draft, in bytes.
const LONGEST: usize = 1024 * 1024;
/// A secret that a draft no longer names can come back by undoing; after a day it goes. Milliseconds.
const UNDO: i64 = 24 * 3_600_000;

impl Shared {
    pub(crate) async fn draft_save(
        &self,
        mut draft: ConsoleDraft,
    ) -> Result<ConsoleDraft, Failure> {
        clean::leave_secrets_out(&mut draft.content);
        let length = draft.content.to_string().len();
        if length > LONGEST {
            return Err(Failure::invalid(vec![Issue {
                code: IssueCode::TooLong,
                path: "/content".to_owned(),
                severity: Severity::Error,
                params: [("max".to_owned(), LONGEST.to_string())].into(),
            }]));
        }
        if draft.id.is_empty() {
            draft.id = new_id();
        }
        draft.name = draft.name.trim().chars().take(120).collect();
        draft.updated_at = self.clock.now();
        self.store.save_draft(&draft)?;
        self.remove_unused(&Value::Null).await;
        Ok(draft)
    }

    pub(crate) async fn draft_delete(&self, id: &str) -> Result<(), Failure> {
        let mut drafts = self.store.drafts()?.into_iter();
        let gone = drafts.find(|draft| draft.id == id);
        self.store.delete_draft(id)?;
        let content = gone.map(|draft| draft.content).unwrap_or_default();
        self.remove_unused(&content).await;
        Ok(())
    }

    /// Removes the secrets from the keychain that no draft names: at once those that `gone` named, later
    /// all others. A keychain that does not answer is asked again the next time.
    async fn remove_unused(&self, gone: &Value) {
        if let Err(failure) = self.try_remove_unused(gone).await {
            tracing::warn!(message = failure.message, "kept secrets were not removed");
        }
    }

    async fn try_remove_unused(&self, gone: &Value) -> Result<(), Failure> {
        let kept = self.store.kept()?;
        if kept.is_empty() {
            return Ok(());
        }
        let mut drafts = String::new();
        for draft in self.store.drafts()? {
            drafts.push_str(&draft.content.to_string());
        }
        let gone = gone.to_string();
        let now = self.clock.now();
        for (id, unused_since) in kept {
            // In whatever form the page keeps it, also inside of texts.
            let reference = format!("${{kept:{id}}}");
            if drafts.contains(&reference) {
                if unused_since.is_some() {
                    self.store.set_unused(&id, None)?;
                }
                continue;
            }
            let since = unused_since.unwrap_or(now);
            if gone.contains(&reference) || now - since >= UNDO {
                let key = kept_key(&id);
                self.with_vault(move |vault| vault.delete(&key)).await?;
                self.store.forget_kept(&id)?;
            } else if unused_since.is_none() {
                self.store.set_unused(&id, Some(now))?;
            }
        }
        Ok(())
    }
}
