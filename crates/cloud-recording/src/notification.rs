//! What the service sends by itself (webhook), read leniently.
//!
//! Messages can be lost, repeated or out of order: rest on query, and take these in addition.
//! `notice_id` tells repeats, `sequence` shows gaps. What the numbers mean is in
//! [`crate::contract::events`].
//!
//! Source: the callback events page.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::extra::Shown;
use crate::request::Extra;

/// The most of a notification that is read, in bytes.
const LIMIT: usize = 1024 * 1024;

/// A message of the service.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    /// Drop a message whose ID has been seen.
    #[serde(default)]
    pub notice_id: String,
    /// The product: Cloud Recording is 3.
    #[serde(default)]
    pub product_id: i64,
    /// A number of [`crate::contract::events`].
    pub event_type: i64,
    /// When it was sent, Unix milliseconds.
    #[serde(default)]
    pub notify_ms: i64,
    /// What it is about.
    pub payload: Payload,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a message is about.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payload {
    /// The channel's name.
    #[serde(default)]
    pub cname: String,
    /// The recorder's ID, as text.
    #[serde(default)]
    pub uid: String,
    /// The recording's id.
    #[serde(default)]
    pub sid: String,
    /// Counts from 0: shows lost, repeated and disordered messages.
    #[serde(default)]
    pub sequence: i64,
    /// When the event happened, Unix milliseconds.
    #[serde(default)]
    pub sendts: i64,
    /// 0 recording service, 1 recorder, 2 uploader, 4 extensions, 6 page recorder, 8 download.
    #[serde(default)]
    pub service_type: i64,
    /// `msgName` and the event's own members, as they came.
    #[serde(default)]
    pub details: Value,
    /// Members that this crate does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

// What came whole can hold secrets, such as the address of a push.
impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payload")
            .field("cname", &self.cname)
            .field("uid", &self.uid)
            .field("sid", &self.sid)
            .field("sequence", &self.sequence)
            .field("sendts", &self.sendts)
            .field("service_type", &self.service_type)
            .field("details", &Shown(&self.details))
            .field("extra", &self.extra)
            .finish()
    }
}

/// A body that is no notification.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no notification: {0}")]
pub struct NotANotification(String);

impl Notification {
    /// Reads a body. Its signature is to be checked before, over the very bytes.
    ///
    /// # Errors
    ///
    /// Over 1 MiB, not JSON, or without `eventType` and `payload`.
    pub fn read(body: &[u8]) -> Result<Self, NotANotification> {
        if body.len() > LIMIT {
            return Err(NotANotification("longer than 1 MiB".to_owned()));
        }
        // The parser's own text can quote the body; where it broke off is enough.
        serde_json::from_slice(body).map_err(|error| {
            NotANotification(format!("line {}, column {}", error.line(), error.column()))
        })
    }

    /// The event's name, such as `uploaded`.
    pub fn name(&self) -> Option<&str> {
        self.payload.details.get("msgName")?.as_str()
    }
}
