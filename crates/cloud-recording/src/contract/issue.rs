use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Something about a body that the service would refuse, or take to the user's harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Issue {
    /// What it is; the words are the page's, in every language.
    pub code: IssueCode,
    /// Where: a JSON pointer into the body.
    pub path: String,
    /// How bad.
    pub severity: Severity,
    /// Values for the words, such as `min`, `max`, `value`, `name`. Never a secret.
    pub params: BTreeMap<String, String>,
}

/// How bad an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Severity {
    /// The service refuses it.
    Error,
    /// The service takes it, and the user will not get what was meant.
    Warning,
}

/// What an issue is. The first group is about one member, the second about several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum IssueCode {
    /// A member that must be there is not.
    Required,
    /// A member that is better given than left to its default (`default`).
    Advised,
    /// Not the JSON type that it must have (`expected`).
    WrongType,
    /// A number outside `min` to `max`.
    OutOfRange,
    /// Not one of `options`.
    NotAnOption,
    /// A text not of the form `expected`.
    BadFormat,
    /// A text longer than `max` characters or bytes.
    TooLong,
    /// A list with more than `max` entries.
    TooMany,
    /// A list or text that must not be empty.
    Empty,
    /// A member that nobody knows (`name`; `meant` where one is close).
    UnknownMember,
    /// A member that does not belong to `mode`: refused or ignored, as the severity says.
    NotInMode,
    /// No longer in the reference (`since`).
    Legacy,
    /// Blanks around a text that is taken literally.
    SurroundingBlanks,

    /// `scene` does not go with the mode.
    SceneMismatch,
    /// The call does not exist in `mode`.
    CallNotInMode,
    /// The canvas or page has more than `max` pixels.
    CanvasTooLarge,
    /// One side over `max`: refused by older pages.
    SideTooLong,
    /// A frame rate that counts as 15.
    FpsCountsAs15,
    /// A region reaches beyond the canvas.
    RegionOutsideCanvas,
    /// The same user twice (`uid`).
    SameUserTwice,
    /// The custom layout has no regions.
    LayoutConfigMissing,
    /// Regions that only the custom layout uses.
    LayoutConfigIgnored,
    /// The vertical layout does not say whose picture is large.
    LargeUserMissing,
    /// A large user that only the vertical layout uses.
    LargeUserIgnored,
    /// The layout of a running recording goes back to `default` for this member.
    BackToDefault,
    /// MP4 without HLS.
    Mp4Alone,
    /// MP4 in individual mode.
    Mp4InIndividual,
    /// Both lists of a pair (`other`).
    ListsExclusive,
    /// `#allstream#` beside other entries.
    AllStreamsBesideOthers,
    /// Only a picture list: no sound will be recorded.
    NoSoundSubscribed,
    /// Only a sound list: no picture will be recorded.
    NoPictureSubscribed,
    /// A list for a kind of stream that is not recorded.
    ListUnused,
    /// More users than the group has room for (`count`, `max`).
    GroupTooSmall,
    /// The recorder's own ID among the users.
    RecorderAmongUsers,
    /// Encrypted, but without the key or salt.
    EncryptionIncomplete,
    /// A key or salt without encryption.
    EncryptionUnused,
    /// `original` sound is only had with sound alone.
    OriginalNeedsSoundOnly,
    /// Snapshots need pictures to be recorded.
    SnapshotNeedsPicture,
    /// With snapshots, a sound list obliges a picture list.
    SnapshotNeedsPictureList,
    /// Between the guide's minimum and the reference's (`min`).
    BelowReference,
    /// Temporary credentials without their token or end.
    StsIncomplete,
    /// Milliseconds where seconds are meant.
    StsInMilliseconds,
    /// Temporary credentials that end within four hours.
    StsTooShort,
    /// A storage member that this vendor does not know.
    NotForVendor,
    /// A region number that the vendor's table does not have.
    RegionUnlisted,
    /// The bucket lies outside the area that acquire asks for (`area`).
    BucketElsewhere,
    /// The recording can outlast the time in which it can be controlled.
    ControlEndsFirst,
    /// A service that the mode needs (`name`).
    ServiceMissing,
    /// A service given twice (`name`).
    ServiceTwice,
    /// An update that updates nothing.
    NothingToUpdate,
    /// An update of several kinds at once.
    SeveralUpdates,
    /// A picture over plain HTTP, or no web address at all: may be left out silently.
    ImageNotHttps,
}

impl Issue {
    pub(crate) fn new(code: IssueCode, severity: Severity, path: impl Into<String>) -> Self {
        Self {
            code,
            path: path.into(),
            severity,
            params: BTreeMap::new(),
        }
    }

    pub(crate) fn error(code: IssueCode, path: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, path)
    }

    pub(crate) fn warning(code: IssueCode, path: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, path)
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}
