//! The addresses of the calls, read backwards.

use std::str::FromStr;

use cloud_recording::{Call, Mode};

/// What an address names. Gaps such as `{{sid}}` are texts like any other.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub call: Option<Call>,
    pub app_id: String,
    pub resource_id: String,
    pub sid: String,
    pub mode: Option<Mode>,
    pub channel: String,
    pub hosts_only: bool,
}

/// `None` where it is the address of something else.
pub fn read(address: &str) -> Option<Place> {
    let address = address.split('#').next()?;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let parts: Vec<String> = path.split('/').map(decoded).collect();
    let after = |name: &str| {
        let at = parts.iter().position(|part| part == name)?;
        parts.get(at + 1).filter(|part| !part.is_empty()).cloned()
    };
    let mut place = Place::default();
    if parts.iter().any(|part| part == "cloud_recording") {
        place.app_id = after("apps").unwrap_or_default();
        place.resource_id = after("resourceid").unwrap_or_default();
        place.sid = after("sid").unwrap_or_default();
        place.mode = after("mode").and_then(|mode| Mode::from_str(&mode).ok());
        let last = parts.iter().rev().find(|part| !part.is_empty())?;
        place.call = Call::from_str(last)
            .ok()
            .filter(|call| *call != Call::ChannelUsers);
        return place.call.is_some().then_some(place);
    }
    let at = parts
        .windows(2)
        .position(|pair| pair == ["channel", "user"])?;
    place.call = Some(Call::ChannelUsers);
    place.app_id = parts.get(at + 2)?.clone();
    place.channel = parts.get(at + 3)?.clone();
    place.hosts_only = parts.get(at + 4).is_some_and(|part| part == "hosts_only")
        || query.split('&').any(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, "true"));
            name == "hosts_only" && !matches!(value, "false" | "0")
        });
    Some(place)
}

/// Without its `%` escapes; what is none stays as it is.
fn decoded(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'%');
        let byte = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
