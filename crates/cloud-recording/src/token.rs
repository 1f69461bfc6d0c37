//! RTC tokens.
use crate::{Error, Secret};
pub fn rtc(
    _app_id: &str,
    _certificate: &Secret,
    _channel: &str,
    _uid: u32,
    _issued_at: u32,
    _salt: u32,
    _expires_in: u32,
) -> Result<Secret, Error> {
    Err(Error::input(crate::Call::Start, "not yet"))
}
