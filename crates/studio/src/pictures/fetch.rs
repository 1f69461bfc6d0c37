//! One picture from the internet, or what is in its way.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use cloud_recording::http::choose_crypto;
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};

use super::address::{PublicOnly, is_not_public, is_public};
use super::kind::Kind;
use crate::types::{PictureSource, PictureTrouble};

/// What the service takes, in MB of 1024 × 1024 bytes.
const MOST_MB: usize = 6;
const MOST_BYTES: usize = MOST_MB * 1024 * 1024;
const MOST_REDIRECTS: usize = 3;
/// For one picture, whatever it leads to.
const LIMIT: Duration = Duration::from_secs(15);

/// What is in the way.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    code: PictureTrouble,
    params: BTreeMap<String, String>,
}

impl From<PictureTrouble> for Trouble {
    fn from(code: PictureTrouble) -> Self {
        let params = BTreeMap::new();
        Self { code, params }
    }
}

impl Trouble {
    fn with(code: PictureTrouble, name: &str, value: impl ToString) -> Self {
        let params = [(name.to_owned(), value.to_string())].into();
        Self { code, params }
    }
}

impl From<Trouble> for PictureSource {
    fn from(Trouble { code, params }: Trouble) -> Self {
        Self::Unseen {
            trouble: code,
            params,
        }
    }
}

impl From<reqwest::Error> for Trouble {
    // The error's own text is not kept: an address may be signed.
    fn from(error: reqwest::Error) -> Self {
        if is_not_public(&error) {
            PictureTrouble::NotPublic.into()
        } else if error.is_timeout() {
            PictureTrouble::Slow.into()
        } else {
            PictureTrouble::Unreachable.into()
        }
    }
}

/// Makes the client. No proxy: through one, nobody here could see where a name leads.
pub(super) fn client() -> Option<Client> {
    choose_crypto();
    let builder = Client::builder()
        .timeout(LIMIT)
        .connect_timeout(Duration::from_secs(8))
        .user_agent("Roomreel")
        .referer(false)
        .redirect(Policy::none())
        .no_proxy()
        .dns_resolver(Arc::new(PublicOnly));
    builder.build().ok()
}

/// Fetches a picture that the service would take. `loopback` also allows plain HTTP to this computer, for tests.
pub(super) async fn fetch(
    http: &Client,
    address: &str,
    loopback: bool,
) -> Result<(Vec<u8>, Kind), Trouble> {
    let fetching = follow(http, address, loopback);
    let late = |_| Trouble::from(PictureTrouble::Slow);
    tokio::time::timeout(LIMIT, fetching).await.map_err(late)?
}

async fn follow(http: &Client, address: &str, loopback: bool) -> Result<(Vec<u8>, Kind), Trouble> {
    let mut at = Url::parse(address.trim()).map_err(|_| PictureTrouble::BadAddress)?;
    for _ in 0..=MOST_REDIRECTS {
        may_ask(&at, loopback)?;
        let answer = http.get(at.clone()).send().await?;
        let status = answer.status();
        if status.is_redirection() {
            let to = answer
                .headers()
                .get(LOCATION)
                .and_then(|to| to.to_str().ok());
            at = to
                .and_then(|to| at.join(to).ok())
                .ok_or_else(|| Trouble::with(PictureTrouble::Refused, "status", status.as_u16()))?;
            continue;
        }
        if !status.is_success() {
            return Err(Trouble::with(
                PictureTrouble::Refused,
                "status",
                status.as_u16(),
            ));
        }
        let bytes = read(answer).await?;
        return match Kind::of(&bytes) {
            Some(Kind::Other(kind)) => Err(Trouble::with(PictureTrouble::WrongKind, "kind", kind)),
            Some(kind) => Ok((bytes, kind)),
            None => Err(PictureTrouble::NotAPicture.into()),
        };
    }
    Err(PictureTrouble::Redirected.into())
}

fn may_ask(at: &Url, loopback: bool) -> Result<(), Trouble> {
    let host = at.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    // A name is looked at when it is looked up.
    let number: Option<IpAddr> = bare.parse().ok();
    if loopback && number.is_some_and(|number| number.is_loopback()) {
        return Ok(());
    }
    if at.scheme() != "https" {
        return Err(PictureTrouble::NotHttps.into());
    }
    if number.is_some_and(|number| !is_public(number)) {
        return Err(PictureTrouble::NotPublic.into());
    }
    Ok(())
}

async fn read(mut answer: Response) -> Result<Vec<u8>, Trouble> {
    let too_large = || Trouble::with(PictureTrouble::TooLarge, "max", MOST_MB);
    if answer
        .content_length()
        .is_some_and(|length| length > MOST_BYTES as u64)
    {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > MOST_BYTES {
            return Err(too_large());
        }
    }
    Ok(bytes)
}
