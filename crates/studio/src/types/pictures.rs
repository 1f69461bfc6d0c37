use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A picture that a layout names.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PictureRef {
    /// HTTPS address, as it goes to the service.
    pub url: String,
}

/// Where the page finds a picture, or why it cannot be shown here. The service fetches for itself and ignores in
/// silence what it cannot use, so this is the only place that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum PictureSource {
    /// An address on the loopback, good until the app is closed or the picture gives way to newer ones.
    Shown { url: String },
    Unseen {
        trouble: PictureTrouble,
        /// Values for the words, such as `status` or `kind`.
        params: BTreeMap<String, String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PictureTrouble {
    /// No address at all.
    BadAddress,
    /// It, or where it leads to, is not HTTPS.
    NotHttps,
    /// It leads to this computer or to a private network, where the service cannot go.
    NotPublic,
    /// Its name is not known, or nobody answers there.
    Unreachable,
    /// The answer took too long.
    Slow,
    /// An answer that is no success: `status`.
    Refused,
    /// It leads on and on.
    Redirected,
    /// More bytes than the service takes: `max`, in MB.
    TooLarge,
    /// Something else than a picture.
    NotAPicture,
    /// A picture of a kind that the service does not take: `kind`.
    WrongKind,
}
