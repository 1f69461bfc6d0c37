use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Failure, Level};

/// What stands between the app and a bucket. The page has a sentence and a way out for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StorageTrouble {
    /// Files of this provider, or in this region, cannot be reached from here; recording to it works all the same.
    Unsupported,
    /// The host's name could not be looked up.
    NameUnknown,
    /// No connection, or it was lost.
    NoConnection,
    /// The host's certificate is not trusted, or there is no TLS at all.
    Tls,
    /// A proxy in between wants something.
    Proxy,
    /// No answer in time.
    Timeout,
    /// There is no such access key.
    KeyUnknown,
    /// The secret key does not fit the access key.
    Signature,
    /// This computer's clock is wrong.
    ClockSkew,
    /// The keys are right, and a policy forbids it.
    Denied,
    NoBucket,
    /// The bucket is in another region; `region` where the store said which.
    WrongRegion,
    /// Too many requests at once.
    Slow,
    /// The store failed on its side.
    StoreTrouble,
    /// There is no such file.
    NotFound,
    /// What answers is no store.
    NotAStore,
    /// What came back is not what was expected: the file has changed, or is damaged.
    Differs,
    /// Anything else that the store says; `code` is its own word.
    Refused,
}

/// What a real test of a storage found, in the order in which it looked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StorageCheck {
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Recordings can be saved there.
    pub can_record: bool,
    /// Files can be listed and read from here.
    pub can_play: bool,
    /// The region that an S3-compatible store named by itself.
    pub region: Option<String>,
    pub lines: Vec<StorageCheckLine>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StorageCheckLine {
    pub step: StorageStep,
    pub level: Level,
    pub trouble: Option<StorageTrouble>,
    pub failure: Option<Failure>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StorageStep {
    /// The keychain gave both keys.
    Keychain,
    /// The store answered.
    Reach,
    /// The keys are accepted.
    Sign,
    /// The bucket is there, in this region.
    Bucket,
    /// A small file was written.
    Write,
    /// It was read back, unchanged.
    Read,
    /// It was removed.
    Remove,
    /// The folder was listed.
    List,
}
