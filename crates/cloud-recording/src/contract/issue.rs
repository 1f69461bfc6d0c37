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

/// The codes, each with its docs, and the lists that must never lack one.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What an issue is. The first group is about one member, the second about several.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub enum IssueCode {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl IssueCode {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as it is written in JSON, which is also the key of its words.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

codes! {
    /// A member that must be there is not.
    Required = "required",
    /// A member that is better given than left to its default (`default`).
    Advised = "advised",
    /// Not the JSON type that it must have (`expected`).
    WrongType = "wrongType",
    /// A number written as text: refused, although it can be read (`value` is the number).
    NumberAsText = "numberAsText",
    /// A number outside `min` to `max`.
    OutOfRange = "outOfRange",
    /// Not one of `options`.
    NotAnOption = "notAnOption",
    /// A text not of the form `expected`.
    BadFormat = "badFormat",
    /// A text longer than `max` characters or bytes.
    TooLong = "tooLong",
    /// A list with more than `max` entries.
    TooMany = "tooMany",
    /// A list or text that must not be empty.
    Empty = "empty",
    /// A member that nobody knows (`name`; `meant` where one is close).
    UnknownMember = "unknownMember",
    /// A member that belongs elsewhere (`name`; `belongs` says where): it has no effect here.
    Misplaced = "misplaced",
    /// A member that does not belong to `mode`: refused or ignored, as the severity says.
    NotInMode = "notInMode",
    /// No longer in the reference (`since`).
    Legacy = "legacy",
    /// Blanks around a text that is taken literally.
    SurroundingBlanks = "surroundingBlanks",

    /// `scene` does not go with the mode.
    SceneMismatch = "sceneMismatch",
    /// The call does not exist in `mode`.
    CallNotInMode = "callNotInMode",
    /// The canvas or page has more than `max` pixels.
    CanvasTooLarge = "canvasTooLarge",
    /// One side over `max`: refused by older pages.
    SideTooLong = "sideTooLong",
    /// A frame rate that counts as 15.
    FpsCountsAs15 = "fpsCountsAs15",
    /// A region reaches beyond the canvas.
    RegionOutsideCanvas = "regionOutsideCanvas",
    /// A region lies over an earlier one (`other`, counted from 0); which is in front is not
    /// documented, though the later one usually is.
    RegionsOverlap = "regionsOverlap",
    /// A region that nobody can see: wholly transparent, or without a size.
    RegionInvisible = "regionInvisible",
    /// The same user twice (`uid`).
    SameUserTwice = "sameUserTwice",
    /// The custom layout has no regions.
    LayoutConfigMissing = "layoutConfigMissing",
    /// Regions that only the custom layout uses.
    LayoutConfigIgnored = "layoutConfigIgnored",
    /// The vertical layout does not say whose picture is large.
    LargeUserMissing = "largeUserMissing",
    /// A large user that only the vertical layout uses.
    LargeUserIgnored = "largeUserIgnored",
    /// The layout of a running recording goes back to `default` for this member.
    BackToDefault = "backToDefault",
    /// MP4 without HLS.
    Mp4Alone = "mp4Alone",
    /// MP4 in individual mode.
    Mp4InIndividual = "mp4InIndividual",
    /// The recording goes on for days (`hours`) after everybody has left, and is charged for.
    IdleForDays = "idleForDays",
    /// Both lists of a pair (`other`).
    ListsExclusive = "listsExclusive",
    /// `#allstream#` beside other entries.
    AllStreamsBesideOthers = "allStreamsBesideOthers",
    /// Only a picture list: no sound will be recorded.
    NoSoundSubscribed = "noSoundSubscribed",
    /// Only a sound list: no picture will be recorded.
    NoPictureSubscribed = "noPictureSubscribed",
    /// A list for a kind of stream that is not recorded.
    ListUnused = "listUnused",
    /// More users than the group has room for (`count`, `max`).
    GroupTooSmall = "groupTooSmall",
    /// The recorder's own ID among the users.
    RecorderAmongUsers = "recorderAmongUsers",
    /// Encrypted, but without the key or salt.
    EncryptionIncomplete = "encryptionIncomplete",
    /// A key or salt without encryption.
    EncryptionUnused = "encryptionUnused",
    /// `original` sound is only had with sound alone.
    OriginalNeedsSoundOnly = "originalNeedsSoundOnly",
    /// Snapshots need pictures to be recorded.
    SnapshotNeedsPicture = "snapshotNeedsPicture",
    /// With snapshots, a sound list obliges a picture list.
    SnapshotNeedsPictureList = "snapshotNeedsPictureList",
    /// Between the guide's minimum and the reference's (`min`).
    BelowReference = "belowReference",
    /// Temporary credentials without their token or end.
    StsIncomplete = "stsIncomplete",
    /// Milliseconds where seconds are meant.
    StsInMilliseconds = "stsInMilliseconds",
    /// Temporary credentials that end within four hours.
    StsTooShort = "stsTooShort",
    /// A storage member that this vendor does not know.
    NotForVendor = "notForVendor",
    /// A region number that the vendor's table does not have.
    RegionUnlisted = "regionUnlisted",
    /// The bucket lies outside the area that acquire asks for (`area`).
    BucketElsewhere = "bucketElsewhere",
    /// The recording can outlast the time in which it can be controlled.
    ControlEndsFirst = "controlEndsFirst",
    /// A service that the mode needs (`name`).
    ServiceMissing = "serviceMissing",
    /// A service given twice (`name`).
    ServiceTwice = "serviceTwice",
    /// An update that updates nothing.
    NothingToUpdate = "nothingToUpdate",
    /// An update of several kinds at once.
    SeveralUpdates = "severalUpdates",
    /// A picture over plain HTTP, or no web address at all: may be left out silently.
    ImageNotHttps = "imageNotHttps",
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
