use std::fmt;

use serde_json::Value;

use super::lenient::text;
use super::query::{ServiceState, all_files, server_response, services};
use super::{RecordedFile, success};
use crate::extra::Shown;
use crate::{Call, Error};

/// A recorder was stopped.
///
/// Source: the stop page.
#[derive(Clone, PartialEq, Default)]
pub struct StopAnswer {
    /// Echo.
    pub resource_id: Option<String>,
    /// Echo.
    pub sid: Option<String>,
    /// Echo; absent in older answers.
    pub cname: Option<String>,
    /// Echo; absent in older answers.
    pub uid: Option<String>,
    /// What became of the files; absent where stop did not wait for them.
    pub uploading_status: Option<Uploading>,
    /// The same in the service's own word.
    pub uploading_text: Option<String>,
    /// Files, those inside a web recorder's payload included.
    pub file_list: Vec<RecordedFile>,
    /// Services beside the recorder (web).
    pub services: Vec<ServiceState>,
    /// The whole body as it came.
    pub raw: Value,
}

// What came whole can hold secrets, such as the address of a push.
impl fmt::Debug for StopAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StopAnswer")
            .field("resource_id", &self.resource_id)
            .field("sid", &self.sid)
            .field("cname", &self.cname)
            .field("uid", &self.uid)
            .field("uploading_status", &self.uploading_status)
            .field("uploading_text", &self.uploading_text)
            .field("file_list", &self.file_list)
            .field("services", &self.services)
            .field("raw", &Shown(&self.raw))
            .finish()
    }
}

/// What became of the files.
///
/// Source: the stop page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Uploading {
    /// All are in the user's bucket.
    Uploaded,
    /// All are safe; some are in Agora's backup and follow within a day.
    Backuped,
    /// Not known, or a word that this crate does not know.
    Unknown,
}

impl Uploading {
    fn from_text(text: &str) -> Self {
        match text {
            "uploaded" => Self::Uploaded,
            "backuped" => Self::Backuped,
            _ => Self::Unknown,
        }
    }
}

impl StopAnswer {
    /// Reads stop's answer.
    ///
    /// # Errors
    ///
    /// An error answer; "nothing recorded" (435) is one.
    pub fn read(status: u16, body: &[u8]) -> Result<Self, Error> {
        let raw = success(Call::Stop, status, body)?;
        let response = server_response(&raw);
        let services = services(response);
        let uploading_text = text(response, "uploadingStatus").or_else(|| {
            services
                .iter()
                .find_map(|service| service.uploading_status.clone())
        });
        Ok(Self {
            resource_id: text(&raw, "resourceId"),
            sid: text(&raw, "sid"),
            cname: text(&raw, "cname"),
            uid: text(&raw, "uid"),
            uploading_status: uploading_text.as_deref().map(Uploading::from_text),
            uploading_text,
            file_list: all_files(response, &services),
            services,
            raw,
        })
    }
}
