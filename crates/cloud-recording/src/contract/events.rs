//! What the service tells by notification (webhook).

/// A kind of notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventRow {
    /// `eventType`.
    pub event: i64,
    /// `serviceType`: 0 recording service, 1 recorder, 2 uploader, 4 extensions, 6 page recorder;
    /// `None` where only older or Chinese pages have the event.
    pub service: Option<i64>,
    /// `details.msgName`; empty where no page prints it.
    pub name: &'static str,
    /// What it says.
    pub meaning: &'static str,
}

const fn row(event: i64, service: i64, name: &'static str, meaning: &'static str) -> EventRow {
    EventRow {
        event,
        service: Some(service),
        name,
        meaning,
    }
}

const fn elsewhere(event: i64, meaning: &'static str) -> EventRow {
    EventRow {
        event,
        service: None,
        name: "",
        meaning,
    }
}

const EVENTS: &[EventRow] = &[
    row(
        1,
        0,
        "cloud_recording_error",
        "an error; 32, 47 and 51 are the storage's",
    ),
    row(
        2,
        0,
        "cloud_recording_warning",
        "a warning; 31 and 32 are slices sent again",
    ),
    row(
        3,
        0,
        "cloud_recording_status_update",
        "a call did not fit the present status",
    ),
    row(
        4,
        0,
        "cloud_recording_file_infos",
        "the index file was uploaded for the first time",
    ),
    row(
        11,
        0,
        "session_exit",
        "the recording ended; exitStatus 0 is normal",
    ),
    row(
        12,
        0,
        "session_failover",
        "another worker took over under a new recorder ID",
    ),
    row(
        13,
        0,
        "",
        "high availability is registered (integration guide only)",
    ),
    row(30, 2, "uploader_started", "the uploader is there"),
    row(31, 2, "uploaded", "all files are in the bucket"),
    row(32, 2, "backuped", "all files are safe, some in the backup"),
    row(33, 2, "uploading_progress", "upload progress, 0 to 10000"),
    row(40, 1, "recorder_started", "the recorder is there"),
    row(
        41,
        1,
        "recorder_leave",
        "the recorder left the channel; leaveCode is a set of bits",
    ),
    row(42, 1, "recorder_slice_start", "a slice begins"),
    row(
        43,
        1,
        "recorder_audio_stream_state_changed",
        "sound comes or stops coming",
    ),
    row(
        44,
        1,
        "recorder_video_stream_state_changed",
        "pictures come or stop coming",
    ),
    row(
        45,
        1,
        "recorder_snapshot_file",
        "a still picture was uploaded",
    ),
    row(60, 4, "vod_started", "video on demand began (legacy)"),
    row(
        61,
        4,
        "vod_triggered",
        "video on demand was triggered (legacy)",
    ),
    row(70, 6, "web_recorder_started", "the page is recorded"),
    row(
        71,
        6,
        "web_recorder_stopped",
        "page recording ended; code says why",
    ),
    row(
        72,
        6,
        "web_recorder_capability_limit",
        "the page asks too much; recording stops",
    ),
    row(73, 6, "web_recorder_reload", "the page was loaded again"),
    elsewhere(80, "postponed transcoding (older and Chinese pages)"),
    elsewhere(81, "postponed transcoding (older and Chinese pages)"),
    elsewhere(90, "download (older and Chinese pages)"),
    row(100, 6, "rtmp_publish_status", "the state of the push"),
    elsewhere(1001, "postponed mixing is done (older and Chinese pages)"),
];

/// Every notification that a page documents. Source: the callback events page.
pub const fn events() -> &'static [EventRow] {
    EVENTS
}

/// The notification with that number.
pub fn event(number: i64) -> Option<&'static EventRow> {
    EVENTS.iter().find(|row| row.event == number)
}
