//! The addresses of the calls, without the host.

use super::Session;
use crate::{Call, Mode};

pub(super) fn acquire(app_id: &str) -> String {
    format!("{}/acquire", prefix(app_id))
}

pub(super) fn start(app_id: &str, resource_id: &str, mode: Mode) -> String {
    format!(
        "{}/resourceid/{}/mode/{mode}/start",
        prefix(app_id),
        segment(resource_id)
    )
}

/// A call about a started recording.
pub(super) fn live(app_id: &str, session: &Session, call: Call) -> String {
    let (resource_id, sid) = (segment(&session.resource_id), segment(&session.sid));
    let mode = session.mode;
    format!(
        "{}/resourceid/{resource_id}/sid/{sid}/mode/{mode}/{call}",
        prefix(app_id)
    )
}

pub(super) fn users(app_id: &str, channel: &str) -> String {
    format!(
        "/dev/v1/channel/user/{}/{}",
        segment(app_id),
        segment(channel)
    )
}

fn prefix(app_id: &str) -> String {
    format!("/v1/apps/{}/cloud_recording", segment(app_id))
}

/// A part of a path: everything but unreserved characters is escaped, so nothing can leave it.
fn segment(text: &str) -> String {
    // A part of dots alone would be taken as a way up even when escaped.
    if !text.is_empty() && text.bytes().all(|byte| byte == b'.') {
        return "%2E".repeat(text.len()) + "%00";
    }
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_reference() {
        let session = Session {
            resource_id: "R_1-a".to_owned(),
            sid: "0f".to_owned(),
            mode: Mode::Mix,
        };
        assert_eq!(acquire("A"), "/v1/apps/A/cloud_recording/acquire");
        assert_eq!(
            start("A", "R_1-a", Mode::Web),
            "/v1/apps/A/cloud_recording/resourceid/R_1-a/mode/web/start"
        );
        assert_eq!(
            live("A", &session, Call::UpdateLayout),
            "/v1/apps/A/cloud_recording/resourceid/R_1-a/sid/0f/mode/mix/updateLayout"
        );
        assert_eq!(
            users("A", "a b/#?"),
            "/dev/v1/channel/user/A/a%20b%2F%23%3F"
        );
    }

    #[test]
    fn no_part_can_climb_out_of_its_place() {
        assert!(!segment("..").contains(".."), "dots are escaped");
        assert_eq!(
            segment("a/../b"),
            "a%2F..%2Fb",
            "a slash is escaped, so its dots stay a name"
        );
    }
}
