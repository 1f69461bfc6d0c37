use std::fmt;

use serde_json::Value;

use super::files::file_list;
use super::lenient::{flag, integer, moment_ms, text};
use super::{RecordedFile, success};
use crate::extra::Shown;
use crate::{Call, Error};

/// How a recorder is doing.
///
/// Source: the query page.
#[derive(Clone, PartialEq, Default)]
pub struct QueryAnswer {
    /// Echo.
    pub resource_id: Option<String>,
    /// Echo.
    pub sid: Option<String>,
    /// Echo; absent in older answers.
    pub cname: Option<String>,
    /// Echo; absent in older answers.
    pub uid: Option<String>,
    /// 0 to 8 or 20; other numbers are kept. Absent in some answers of extension services.
    pub status: Option<i64>,
    /// Files so far, those inside a web recorder's payload included.
    pub file_list: Vec<RecordedFile>,
    /// When recording began, Unix milliseconds.
    pub slice_start_time: Option<i64>,
    /// Services beside the recorder (web).
    pub services: Vec<ServiceState>,
    /// `subServiceStatus.recordingService` (2021 to 2024).
    pub recording_service: Option<String>,
    /// The whole body as it came.
    pub raw: Value,
}

// What came whole can hold secrets, such as the address of a push.
impl fmt::Debug for QueryAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QueryAnswer")
            .field("resource_id", &self.resource_id)
            .field("sid", &self.sid)
            .field("cname", &self.cname)
            .field("uid", &self.uid)
            .field("status", &self.status)
            .field("file_list", &self.file_list)
            .field("slice_start_time", &self.slice_start_time)
            .field("services", &self.services)
            .field("recording_service", &self.recording_service)
            .field("raw", &Shown(&self.raw))
            .finish()
    }
}

/// How one extension service is doing.
///
/// Source: the query page.
#[derive(Clone, PartialEq, Default)]
pub struct ServiceState {
    /// `web_recorder_service`, `rtmp_publish_service`, `upload_service` …
    pub service_name: String,
    /// `init`, `inProgress`, `exit`.
    pub state: Option<String>,
    /// Page recording is paused.
    pub onhold: Option<bool>,
    /// `uploaded`, `backuped`, `unknown` (upload service, at stop).
    pub uploading_status: Option<String>,
    /// The service's files.
    pub file_list: Vec<RecordedFile>,
    /// The payload as it came, under either spelling of its name.
    pub payload: Value,
}

// What came whole can hold secrets, such as the address of a push.
impl fmt::Debug for ServiceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceState")
            .field("service_name", &self.service_name)
            .field("state", &self.state)
            .field("onhold", &self.onhold)
            .field("uploading_status", &self.uploading_status)
            .field("file_list", &self.file_list)
            .field("payload", &Shown(&self.payload))
            .finish()
    }
}

impl QueryAnswer {
    /// Reads query's answer.
    ///
    /// # Errors
    ///
    /// An error answer.
    pub fn read(status: u16, body: &[u8]) -> Result<Self, Error> {
        let raw = success(Call::Query, status, body)?;
        let response = server_response(&raw);
        let services = services(response);
        Ok(Self {
            resource_id: text(&raw, "resourceId"),
            sid: text(&raw, "sid"),
            cname: text(&raw, "cname"),
            uid: text(&raw, "uid"),
            status: response.get("status").and_then(integer),
            file_list: all_files(response, &services),
            slice_start_time: response.get("sliceStartTime").and_then(moment_ms),
            recording_service: response
                .get("subServiceStatus")
                .and_then(|status| text(status, "recordingService")),
            services,
            raw,
        })
    }

    /// The state of the page recorder (web).
    pub fn web_recorder(&self) -> Option<&ServiceState> {
        self.services
            .iter()
            .find(|service| service.service_name == "web_recorder_service")
    }
}

/// Where the members are: in `serverResponse`, or beside it where that is missing.
pub(super) fn server_response(raw: &Value) -> &Value {
    raw.get("serverResponse")
        .filter(|response| response.is_object())
        .unwrap_or(raw)
}

pub(super) fn services(response: &Value) -> Vec<ServiceState> {
    let list = response
        .get("extensionServiceState")
        .and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter(|entry| entry.is_object())
        .map(service)
        .collect()
}

fn service(entry: &Value) -> ServiceState {
    let payload = entry.get("payload").or_else(|| entry.get("playload"));
    let payload = payload.cloned().unwrap_or_default();
    ServiceState {
        service_name: text(entry, "serviceName").unwrap_or_default(),
        state: text(&payload, "state"),
        onhold: payload.get("onhold").and_then(flag),
        uploading_status: text(&payload, "uploadingStatus"),
        file_list: file_list(payload.get("fileList")),
        payload,
    }
}

pub(super) fn all_files(response: &Value, services: &[ServiceState]) -> Vec<RecordedFile> {
    let mut files = file_list(response.get("fileList"));
    files.extend(
        services
            .iter()
            .flat_map(|service| service.file_list.iter().cloned()),
    );
    files
}
