//! One way to reach any storage: the host of its region, the keys out of the keychain, and a word for each trouble.
//!
//! Nothing here is ever made public, and no key is taken from anywhere but the keychain: not from the environment,
//! not from files of other programs, not from the machine's own network.

mod answer;
mod check;
mod object;
mod place;
mod transport;
mod trouble;
mod whole;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use cloud_recording::Secret;
use futures_util::TryStreamExt;
use opendal::services::{Azblob, Cos, Fs, Obs, Oss, S3};
use opendal::{HttpTransporter, OperationContext, Operator};

use crate::clients::vault_key;
use crate::clock::Clock;
use crate::core::Shared;
use crate::types::{Failure, Storage, StorageTrouble};

pub(crate) use object::stream;
use place::{Dialect, Place};
use transport::Transport;
pub(crate) use trouble::Trouble;

/// How long one question to a store may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(8);
/// So many files of one folder are listed, and no more.
const MOST_LISTED: usize = 200_000;

/// The buckets opened so far, by storage.
#[derive(Default)]
pub(crate) struct Buckets {
    opened: Mutex<HashMap<String, Bucket>>,
}

impl Buckets {
    /// The storage or its keys changed: the next one is opened anew.
    pub(crate) fn forget(&self, storage: &str) {
        self.opened
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(storage);
    }
}

/// A bucket, or the folder that plays the part of one.
#[derive(Clone)]
pub(crate) struct Bucket {
    operator: Operator,
    /// Listing tells no sizes, as in a folder.
    is_folder: bool,
}

/// One file of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Bare, without the folder.
    pub name: String,
    /// Bytes.
    pub size: u64,
    pub etag: Option<String>,
    /// MD5 in Base64, where the listing gives it.
    pub md5: Option<String>,
}

impl Shared {
    /// The bucket of a storage, with its keys out of the keychain.
    pub(crate) async fn bucket(&self, storage_id: &str) -> Result<Bucket, Failure> {
        let known = self
            .buckets
            .opened
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(storage_id)
            .cloned();
        if let Some(bucket) = known {
            return Ok(bucket);
        }
        let storage = self.storage(storage_id)?;
        let learned = storage
            .check
            .as_ref()
            .and_then(|check| check.region.clone());
        let bucket = self.open_bucket(&storage, learned.as_deref()).await?;
        self.buckets
            .opened
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(storage.id, bucket.clone());
        Ok(bucket)
    }

    /// The same without looking at what was opened before.
    async fn open_bucket(
        &self,
        storage: &Storage,
        learned: Option<&str>,
    ) -> Result<Bucket, Failure> {
        if storage.practice {
            let folder = self.practising.files().to_string_lossy().into_owned();
            return Ok(Bucket::folder(&folder)?);
        }
        let place =
            Place::of(storage, learned).ok_or_else(|| Trouble::new(StorageTrouble::Unsupported))?;
        let key = |what| vault_key("storage", &storage.id, what);
        let access = self.secret(key("accessKey"), &storage.name).await?;
        let secret = self.secret(key("secretKey"), &storage.name).await?;
        Ok(Bucket::open(&place, &storage.bucket, &access, &secret)?)
    }
}

impl Bucket {
    fn folder(path: &str) -> Result<Self, Trouble> {
        let operator = Operator::new(Fs::default().root(path))?;
        Ok(Self {
            operator,
            is_folder: true,
        })
    }

    fn open(
        place: &Place,
        bucket: &str,
        access: &Secret,
        secret: &Secret,
    ) -> Result<Self, Trouble> {
        let (access, secret) = (access.expose(), secret.expose());
        let endpoint = place.endpoint.as_str();
        let operator = match place.dialect {
            Dialect::S3 { in_host } => {
                let mut s3 = S3::default()
                    .endpoint(endpoint)
                    .region(&place.region)
                    .bucket(bucket)
                    .access_key_id(access)
                    .secret_access_key(secret)
                    .disable_config_load()
                    .disable_ec2_metadata();
                if in_host {
                    s3 = s3.enable_virtual_host_style();
                }
                Operator::new(s3)
            }
            // With keys given, these four ask nobody else for any.
            Dialect::Oss => Operator::new(
                Oss::default()
                    .endpoint(endpoint)
                    .bucket(bucket)
                    .access_key_id(access)
                    .access_key_secret(secret),
            ),
            Dialect::Cos => Operator::new(
                Cos::default()
                    .endpoint(endpoint)
                    .bucket(bucket)
                    .secret_id(access)
                    .secret_key(secret)
                    .disable_config_load(),
            ),
            Dialect::Obs => Operator::new(
                Obs::default()
                    .endpoint(endpoint)
                    .bucket(bucket)
                    .access_key_id(access)
                    .secret_access_key(secret),
            ),
            Dialect::Azure => {
                if !is_account(access) {
                    return Err(Trouble::new(StorageTrouble::KeyUnknown));
                }
                let azure = Azblob::default()
                    .endpoint(&format!("https://{access}.blob.core.windows.net"))
                    .container(bucket)
                    .account_name(access)
                    .account_key(secret);
                // All that can be wrong at this point is that the key is no Base64.
                let operator = Operator::new(azure);
                Ok(operator.map_err(|_| Trouble::new(StorageTrouble::Signature))?)
            }
        }?;
        let host = endpoint.split_once("://").map_or("", |(_, host)| host);
        let transport = Transport::new(place::is_loopback(host))?;
        let context = OperationContext::new().with_http_transport(HttpTransporter::new(transport));
        Ok(Self {
            operator: operator.with_context(context),
            is_folder: false,
        })
    }

    /// The files of a folder, without those in folders below it; a folder that is not there has none.
    ///
    /// # Errors
    /// Where the bucket does not let itself be listed, or a page of the listing takes longer than [`PATIENCE`].
    pub(crate) async fn list(
        &self,
        folder: &str,
        clock: &dyn Clock,
    ) -> Result<Vec<Listed>, Trouble> {
        let folder = format!("{}/", folder.trim_matches('/'));
        let path = if folder == "/" { "" } else { &folder };
        let mut pages = within(clock, async { Ok(self.operator.lister(path).await?) }).await?;
        let mut found = Vec::new();
        while let Some(entry) = within(clock, async { Ok(pages.try_next().await?) }).await? {
            if found.len() >= MOST_LISTED {
                break;
            }
            let (at, about) = entry.into_parts();
            let name = at.strip_prefix(path).unwrap_or_default();
            if about.is_dir() || !crate::library::is_bare(name) {
                continue;
            }
            let about = if self.is_folder {
                self.operator.stat(&at).await?
            } else {
                about
            };
            found.push(Listed {
                name: name.to_owned(),
                size: about.content_length(),
                etag: about.etag().map(str::to_owned),
                md5: about.content_md5().map(str::to_owned),
            });
        }
        found.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(found)
    }

    /// The whole of a small file.
    ///
    /// # Errors
    /// As [`Bucket::list`]; a file above `most` bytes is [`StorageTrouble::Refused`].
    pub(crate) async fn text(
        &self,
        path: &str,
        most: u64,
        clock: &dyn Clock,
    ) -> Result<String, Trouble> {
        let bytes = within(clock, async {
            let size = self.operator.stat(path).await?.content_length();
            if size > most {
                return Err(Trouble::new(StorageTrouble::Refused));
            }
            Ok(self.operator.read_with(path).range(0..size).await?)
        });
        Ok(String::from_utf8_lossy(&bytes.await?.to_vec()).into_owned())
    }
}

/// A storage account's name stands in a host's name, so it must not be able to lead to another host.
fn is_account(name: &str) -> bool {
    (3..=24).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Waits for an answer as long as anybody would.
async fn within<T>(
    clock: &dyn Clock,
    answer: impl Future<Output = Result<T, Trouble>>,
) -> Result<T, Trouble> {
    let answered = tokio::time::timeout(clock.waits().storage, answer).await;
    answered.unwrap_or_else(|_| Err(Trouble::new(StorageTrouble::Timeout)))
}
