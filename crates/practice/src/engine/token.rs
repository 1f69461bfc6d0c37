//! Whether a recorder may join with the token that a start carries, as far as the token itself says.

use cloud_recording::{Secret, token};
use serde_json::Value;

use super::Refusal;

/// Whom a token must be for.
pub(super) struct Holder<'a> {
    pub(super) app_id: &'a str,
    pub(super) cname: &'a str,
    pub(super) uid: u32,
}

/// Refuses a token that can be read and is somebody else's, does not let anybody join, or is over at
/// `now` (Unix milliseconds). Any other is taken as it comes: whether it is a good one, only its App
/// Certificate can tell.
pub(super) fn check(client_request: &Value, holder: &Holder<'_>, now: i64) -> Result<(), Refusal> {
    let token = client_request.get("token").and_then(Value::as_str);
    let Some(token) = token.and_then(|text| token::read(&Secret::from(text)).ok()) else {
        return Ok(());
    };
    // Without a channel it is for all of them.
    let fits = token.app_id == holder.app_id
        && (token.channel.is_empty() || token.channel == holder.cname)
        && token.allows(holder.uid);
    match token.ends_at() {
        Some(ends) if fits && now < ends * 1000 => Ok(()),
        Some(_) if fits => Err(Refusal::token_expired()),
        _ => Err(Refusal::token_wrong()),
    }
}
