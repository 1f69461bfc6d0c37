//! The commands of the API console.

use super::Core;
use crate::types::*;

#[allow(clippy::missing_errors_doc)]
impl Core {
    pub async fn console_check(&self, call: ConsoleCall) -> Result<ConsoleCheck, Failure> {
        Ok(self.shared.console_check(&call))
    }

    /// In a task of its own: the answer is written down even where nobody waits for it any more.
    pub async fn console_send(&self, send: ConsoleSend) -> Result<ConsoleAnswer, Failure> {
        let core = self.clone();
        let sent = tokio::spawn(async move { core.shared.console_send(send).await });
        sent.await.unwrap_or_else(|_| {
            let words = "the call broke off";
            Err(Failure::new(FailureCode::Internal, words))
        })
    }

    pub async fn console_take_secrets(
        &self,
        body: ConsoleBody,
    ) -> Result<ConsoleBodyTaken, Failure> {
        Ok(self.shared.take_secrets(body.body))
    }

    pub async fn secret_hold(&self, secret: SecretHold) -> Result<SecretReference, Failure> {
        self.shared.secret_hold(secret.value)
    }

    pub async fn secret_keep(&self, which: SecretKeep) -> Result<SecretsKept, Failure> {
        self.shared.secret_keep(which.references).await
    }

    pub async fn draft_list(&self, _: Empty) -> Result<Vec<ConsoleDraft>, Failure> {
        Ok(self.shared.store.drafts()?)
    }

    pub async fn draft_save(&self, draft: ConsoleDraft) -> Result<ConsoleDraft, Failure> {
        self.shared.draft_save(draft).await
    }

    pub async fn draft_delete(&self, which: ConsoleDraftRef) -> Result<Empty, Failure> {
        self.shared.draft_delete(&which.id).await?;
        Ok(Empty {})
    }

    /// A search through hundreds of megabytes takes a moment, so it has a thread of its own.
    pub async fn call_list(&self, query: CallQuery) -> Result<CallPage, Failure> {
        let shared = std::sync::Arc::clone(&self.shared);
        let found = tokio::task::spawn_blocking(move || shared.store.find_calls(&query)).await;
        match found {
            Ok(page) => Ok(page?),
            Err(_) => Err(Failure::new(FailureCode::Internal, "the search broke off")),
        }
    }

    pub async fn call_get(&self, which: CallRef) -> Result<CallEntry, Failure> {
        self.shared.call_entry(which.id)
    }

    pub async fn call_export(&self, which: CallExport) -> Result<SavedFile, Failure> {
        self.shared.call_export(&which.ids)
    }

    pub async fn call_setup(&self, which: CallRef) -> Result<CallSetup, Failure> {
        self.shared.call_setup(which.id)
    }

    pub async fn console_import(&self, text: ConsoleText) -> Result<ConsoleImported, Failure> {
        self.shared.console_import(&text)
    }

    pub async fn console_code(&self, what: ConsoleCode) -> Result<ConsoleCodeText, Failure> {
        self.shared.console_code(what)
    }

    pub async fn call_clear(&self, _: Empty) -> Result<Empty, Failure> {
        self.shared.store.clear_calls()?;
        Ok(Empty {})
    }

    pub async fn token_read(&self, token: TokenRead) -> Result<TokenFacts, Failure> {
        self.shared.token_read(token).await
    }
}
