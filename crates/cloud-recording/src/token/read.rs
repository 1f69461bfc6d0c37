use std::collections::BTreeMap;
use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use flate2::read::ZlibDecoder;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::bytes::Reader;
use super::{JOIN, RTC, VERSION, hmac, refused};
use crate::{Error, Secret};

/// More than any token holds, so that a small text cannot blow up to a large one.
const PAYLOAD_LIMIT: u64 = 64 * 1024;

/// What an RTC token says. It does not hold the token itself.
///
/// Source: the token pages of the RTC documentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RtcToken {
    /// The project that it is for.
    pub app_id: String,
    /// The channel that it is for.
    pub channel: String,
    /// Who may use it: a user ID in decimal, a text account, or nothing for anybody.
    pub account: String,
    /// Unix seconds.
    pub issued_at: u32,
    /// Seconds from `issued_at`.
    pub expires_in: u32,
    /// What makes every token another one.
    pub salt: u32,
    /// Seconds from `issued_at` for each privilege: 1 join, 2 to 4 publish sound, picture, data.
    pub privileges: BTreeMap<u16, u32>,
    signature: Vec<u8>,
    signed: Vec<u8>,
}

impl RtcToken {
    /// When joining with it is no longer possible, Unix seconds: the end of the token or of its
    /// privilege to join, whichever is first. `None` where it does not allow joining.
    pub fn ends_at(&self) -> Option<i64> {
        let join = *self.privileges.get(&JOIN)?;
        Some(i64::from(self.issued_at) + i64::from(join.min(self.expires_in)))
    }

    /// Whether the recorder `uid` may use it.
    pub fn allows(&self, uid: u32) -> bool {
        self.account.is_empty() || self.account == uid.to_string()
    }

    /// Whether `certificate` signed it.
    pub fn is_signed_by(&self, certificate: &Secret) -> bool {
        let key = hmac(
            &self.issued_at.to_le_bytes(),
            certificate.expose().as_bytes(),
        )
        .and_then(|key| hmac(&self.salt.to_le_bytes(), &key));
        let mac = key
            .ok()
            .and_then(|key| Hmac::<Sha256>::new_from_slice(&key).ok());
        mac.is_some_and(|mut mac| {
            mac.update(&self.signed);
            mac.verify_slice(&self.signature).is_ok()
        })
    }
}

/// Reads what a token says. Needs no certificate, and does not prove that the token is valid.
///
/// ```
/// use cloud_recording::{Secret, token};
///
/// let old = Secret::from("006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dI");
/// let error = token::read(&old).unwrap_err();
/// assert!(error.to_string().contains("old form"), "{error}");
/// ```
///
/// # Errors
///
/// A text that is no token of this form, or one that is not for RTC. A token of the old form (006)
/// is said to be one.
///
/// Source: the token pages of the RTC documentation.
pub fn read(token: &Secret) -> Result<RtcToken, Error> {
    let unreadable = || refused("this is not a token of the present form (007)");
    if is_old(token.expose()) {
        return Err(refused(
            "this is a token of the old form (006): make one of the present form (007)",
        ));
    }
    let body = token
        .expose()
        .strip_prefix(VERSION)
        .ok_or_else(unreadable)?;
    let compressed = STANDARD.decode(body).map_err(|_| unreadable())?;
    let mut payload = Vec::new();
    let inflated = ZlibDecoder::new(&compressed[..])
        .take(PAYLOAD_LIMIT)
        .read_to_end(&mut payload);
    inflated.map_err(|_| unreadable())?;
    match parse(&payload).ok_or_else(unreadable)? {
        Some(token) => Ok(token),
        None => Err(refused("this token is for other services than RTC")),
    }
}

/// Whether a text is a token of the form before this one: version, App ID, then Base64.
fn is_old(token: &str) -> bool {
    let Some((app_id, rest)) = token
        .strip_prefix("006")
        .and_then(|rest| rest.split_at_checked(32))
    else {
        return false;
    };
    let is_hex = app_id.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex
        && STANDARD_NO_PAD
            .decode(rest.trim_end_matches('='))
            .is_ok_and(|it| !it.is_empty())
}

/// Services stand in ascending order and RTC is the first of all, so only one need be read.
/// `Some(None)` is a token that is not for RTC.
fn parse(payload: &[u8]) -> Option<Option<RtcToken>> {
    let mut reader = Reader(payload);
    let signature = reader.bytes()?.to_vec();
    let signed = reader.0.to_vec();
    let app_id = reader.text()?;
    let (issued_at, expires_in, salt) = (reader.u32()?, reader.u32()?, reader.u32()?);
    if reader.u16()? == 0 || reader.u16()? != RTC {
        return Some(None);
    }
    let mut privileges = BTreeMap::new();
    for _ in 0..reader.u16()? {
        privileges.insert(reader.u16()?, reader.u32()?);
    }
    let (channel, account) = (reader.text()?, reader.text()?);
    Some(Some(RtcToken {
        app_id,
        channel,
        account,
        issued_at,
        expires_in,
        salt,
        privileges,
        signature,
        signed,
    }))
}
