//! What a token says of itself, and whether it fits.

use cloud_recording::contract::IssueCode;
use cloud_recording::{Secret, token};

use crate::accounts::issue;
use crate::clients::vault_key;
use crate::core::Shared;
use crate::types::*;

/// The privileges of RTC in the order of their numbers, which begin at 1.
const PRIVILEGES: [&str; 4] = ["join", "sound", "picture", "data"];

impl Shared {
    /// Reads a token. Only for its signature the keychain is asked, where the account has a certificate.
    pub(crate) async fn token_read(&self, what: TokenRead) -> Result<TokenFacts, Failure> {
        let account = self.account(&what.account_id)?;
        let token = Secret::from(what.token.expose().trim());
        let read = token::read(&token).map_err(|error| {
            let mut bad = issue(IssueCode::BadFormat, "/token");
            // The text says which form it has, and never the token.
            bad.params.insert("expected".to_owned(), "token".to_owned());
            bad.params.insert("reason".to_owned(), error.to_string());
            Failure {
                reason: Some(error.to_string()),
                ..Failure::invalid(vec![bad])
            }
        })?;
        let now = self.clock.now();
        let issued_at = i64::from(read.issued_at) * 1_000;
        let ends_at = read.ends_at().map(|at| at * 1_000);
        let signature = match account.has_certificate {
            // The certificate is the App ID's own and says nothing of another's tokens.
            true if read.app_id == account.app_id => {
                let key = vault_key("account", &account.id, "certificate");
                let certificate = self.secret(key, &account.name).await?;
                Some(read.is_signed_by(&certificate))
            }
            _ => None,
        };
        let channel = (!what.channel.is_empty()).then(|| read.channel == what.channel);
        let recorder = what.recorder_id.parse().ok().map(|uid| read.allows(uid));
        let allows = read.privileges.keys().filter_map(|number| {
            let name = PRIVILEGES.get(usize::from(number.checked_sub(1)?))?;
            Some((*name).to_owned())
        });
        Ok(TokenFacts {
            fit: TokenFit {
                app_id: Some(read.app_id == account.app_id),
                channel,
                recorder,
                now: issued_at <= now && ends_at.is_some_and(|end| now < end),
                signature,
            },
            allows: allows.collect(),
            app_id: read.app_id.clone(),
            channel: read.channel.clone(),
            user: read.account.clone(),
            issued_at,
            ends_at,
        })
    }
}
