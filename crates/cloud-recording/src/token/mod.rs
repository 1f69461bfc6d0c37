//! RTC tokens of the present form (AccessToken2, version `007`).
//!
//! A recorder needs a token of its own where the project has an App certificate. It cannot be
//! renewed during a recording and lives at most 24 hours, so it must outlive the planned end.
//!
//! Source: the token pages of the RTC documentation and the published builders.

mod bytes;
mod read;

use std::collections::BTreeMap;
use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub use read::{RtcToken, read};

use crate::{Call, Error, Secret};

/// The first characters of every token of this form.
const VERSION: &str = "007";

/// The service number of RTC inside a token.
const RTC: u16 = 1;

/// The privilege to join a channel, all that a recorder needs.
pub const JOIN: u16 = 1;

/// The longest life of a token, in seconds.
pub const MAX_LIFE: u32 = 24 * 3600;

/// Makes the token with which a recorder joins `channel` as `uid`.
///
/// `issued_at` is Unix seconds, `expires_in` seconds from then; `salt` is any number from 1 to
/// 99,999,999, new for every token. With `uid` 0 anybody may use the token.
///
/// # Errors
///
/// App ID or certificate that are not 32 hex digits, or a channel name too long for a token.
pub fn rtc(
    app_id: &str,
    certificate: &Secret,
    channel: &str,
    uid: u32,
    issued_at: u32,
    salt: u32,
    expires_in: u32,
) -> Result<Secret, Error> {
    let account = if uid == 0 {
        String::new()
    } else {
        uid.to_string()
    };
    let privileges = BTreeMap::from([(JOIN, expires_in)]);
    let content = Content {
        app_id,
        channel,
        account: &account,
        issued_at,
        salt,
        expires_in,
        privileges,
    };
    content.token(certificate)
}

struct Content<'a> {
    app_id: &'a str,
    channel: &'a str,
    account: &'a str,
    issued_at: u32,
    salt: u32,
    expires_in: u32,
    privileges: BTreeMap<u16, u32>,
}

impl Content<'_> {
    fn token(&self, certificate: &Secret) -> Result<Secret, Error> {
        let payload = self.payload(certificate)?;
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        let compressed = encoder.write_all(&payload).and_then(|()| encoder.finish());
        let compressed = compressed.map_err(|_| refused("the token could not be compressed"))?;
        Ok(Secret::new(format!(
            "{VERSION}{}",
            STANDARD.encode(compressed)
        )))
    }

    /// What is compressed: the signature and what it signs.
    fn payload(&self, certificate: &Secret) -> Result<Vec<u8>, Error> {
        if !is_hex_32(self.app_id) {
            return Err(refused("an App ID is 32 hex digits"));
        }
        let signed = self.signed()?;
        let signature = sign(certificate, self.issued_at, self.salt, &signed)?;
        let mut payload = Vec::new();
        bytes::put_text(&mut payload, &signature)
            .ok_or_else(|| refused("the signature is too long"))?;
        payload.extend(signed);
        Ok(payload)
    }

    fn signed(&self) -> Result<Vec<u8>, Error> {
        let too_long = || refused("the channel name is too long for a token");
        let mut signed = Vec::new();
        bytes::put_text(&mut signed, self.app_id.as_bytes()).ok_or_else(too_long)?;
        for number in [self.issued_at, self.expires_in, self.salt] {
            signed.extend(number.to_le_bytes());
        }
        for number in [1, RTC, self.privileges.len() as u16] {
            signed.extend(number.to_le_bytes());
        }
        for (privilege, seconds) in &self.privileges {
            signed.extend(privilege.to_le_bytes());
            signed.extend(seconds.to_le_bytes());
        }
        bytes::put_text(&mut signed, self.channel.as_bytes()).ok_or_else(too_long)?;
        bytes::put_text(&mut signed, self.account.as_bytes()).ok_or_else(too_long)?;
        Ok(signed)
    }
}

/// Signs with a key that is made of the certificate, the moment and the salt.
fn sign(certificate: &Secret, issued_at: u32, salt: u32, signed: &[u8]) -> Result<Vec<u8>, Error> {
    if !is_hex_32(certificate.expose()) {
        return Err(refused("an App certificate is 32 hex digits"));
    }
    let key = hmac(&issued_at.to_le_bytes(), certificate.expose().as_bytes())?;
    let key = hmac(&salt.to_le_bytes(), &key)?;
    hmac(&key, signed)
}

fn hmac(key: &[u8], message: &[u8]) -> Result<Vec<u8>, Error> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| refused("no such key"))?;
    mac.update(message);
    Ok(mac.finalize().into_bytes().to_vec())
}

fn is_hex_32(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn refused(what: &str) -> Error {
    Error::input(Call::Start, what)
}

#[cfg(test)]
mod tests;
