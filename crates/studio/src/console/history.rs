//! The history of calls, the recorder's included.

use cloud_recording::Call;
use cloud_recording::contract::redact;
use serde_json::Value;

use super::reference::Reference;
use crate::core::Shared;
use crate::recorder::Job;
use crate::store::{CallEnd, NewCall, Store, StoreError};
use crate::types::*;

/// So much was removed that the file should be made smaller, in bytes.
const WORTH_GIVING_BACK: u64 = 8_000_000;

impl Shared {
    /// Journals a call that is about to be made, and tells the page.
    pub(crate) fn call_begins(&self, new: &NewCall<'_>) -> Result<i64, StoreError> {
        let id = self.store.begin_call(new, self.clock.now())?;
        self.tell_call(id);
        Ok(id)
    }

    /// Journals what came back, and tells the page. Whatever happens to the store, the answer counts.
    pub(crate) fn call_ends(&self, id: i64, end: &CallEnd<'_>) {
        if let Err(error) = self.store.end_call(id, end, self.clock.now()) {
            tracing::error!(%error, "the store did not take an answer");
        }
        self.tell_call(id);
        self.trim_history();
    }

    fn tell_call(&self, id: i64) {
        if let Ok(Some(call)) = self.store.call_summary(id) {
            self.emit(StudioEvent::Call { call });
        }
    }

    /// Keeps the history within the size that the settings say.
    pub(crate) fn trim_history(&self) {
        if let Err(error) = trim(&self.store) {
            tracing::warn!(%error, "the history could not be shortened");
        }
    }

    pub(crate) fn call_entry(&self, id: i64) -> Result<CallEntry, Failure> {
        let found = self.store.call(id)?;
        found.ok_or_else(|| Failure::not_found("call", &id.to_string()))
    }
}

fn trim(store: &Store) -> Result<(), StoreError> {
    let limit = u64::from(store.settings()?.history_megabytes) * 1_000_000;
    if store.trim_calls(limit)? > WORTH_GIVING_BACK {
        store.give_back_room()?;
    }
    Ok(())
}

/// A recorder's body as the history keeps it: with references where that says where its secrets come from,
/// so that it can be sent again from the console.
pub(crate) fn request_with_references(job: &Job, call: Call, mut body: Value) -> Value {
    redact(&mut body);
    if call == Call::Start {
        let id = job.recording.storage_id.clone();
        let request = &mut body["clientRequest"];
        if let Some(storage) = request["storageConfig"].as_object_mut() {
            let keys = [
                ("accessKey", Reference::AccessKey(id.clone())),
                ("secretKey", Reference::SecretKey(id)),
            ];
            for (name, reference) in keys {
                storage.insert(name.to_owned(), reference.to_string().into());
            }
        }
        if job.token.is_some() {
            request["token"] = Reference::Token.to_string().into();
        }
    }
    body
}
