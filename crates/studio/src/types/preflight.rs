use std::collections::BTreeMap;

use cloud_recording::contract::Issue;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Failure, Level, People, Setup};

/// What is to be looked at before the red button.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreflightRun {
    pub setup: Setup,
    /// Asks everybody anew; otherwise good answers of the last minute are good enough.
    pub again: bool,
}

/// What was found, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preflight {
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Milliseconds that it took.
    #[ts(type = "number")]
    pub took: i64,
    /// One for each [`PreflightSubject`].
    pub lines: Vec<PreflightLine>,
    /// Who is in the channel, where the service said so.
    pub people: Option<People>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreflightLine {
    pub subject: PreflightSubject,
    /// `Bad` stands in the way of a start; `Warn` does not; `Info` was not looked at.
    pub level: Level,
    pub code: PreflightCode,
    /// Values for the words.
    pub params: BTreeMap<String, String>,
    /// The one button that puts it right.
    pub fix: Option<PreflightFix>,
    /// What was answered instead, where `code` is `Failed`.
    pub failure: Option<Failure>,
    /// What the service would refuse or ignore, where `code` is `Issue`.
    pub issue: Option<Issue>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PreflightSubject {
    /// The service takes the project's credentials.
    Account,
    /// Cloud Recording is switched on for the App ID.
    Recording,
    /// There is such a channel, with people in it.
    Channel,
    /// The people joined it as the recorder will.
    ChannelType,
    /// The recorder's ID is nobody else's.
    RecorderId,
    /// The recorder may join, for as long as it is planned.
    Token,
    /// Files can be written.
    Storage,
    /// The layout is legal, and the people it names are there.
    Layout,
    /// Size, rate and bit rate are legal.
    Picture,
    /// What an hour of it is likely to cost.
    Price,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PreflightCode {
    /// The credentials are accepted.
    AccountAccepted,
    /// Cloud Recording is switched on.
    RecordingOn,
    /// `people` are in it.
    ChannelPeople,
    /// `hosts` and `audience` are in it.
    ChannelHosts,
    /// Nobody is in it.
    ChannelEmpty,
    /// The service's `type` is taken.
    TypeAsListed,
    /// The chosen `type` is the channel's.
    TypeAgrees,
    /// The chosen `type` is not the channel's, which is `listed`: nobody would be recorded.
    TypeDiffers,
    /// Nobody can say which; `type` is taken.
    TypeAssumed,
    /// A free one is drawn at the start.
    IdDrawn,
    /// `id` is free.
    IdFree,
    /// A person in the channel has `id`.
    IdTaken,
    /// `id` records this channel already.
    IdRecords,
    /// Whether `id` is free could not be asked.
    IdUnseen,
    /// One is made from the certificate at the start, good for `hours`.
    TokenMade,
    /// The project has no certificate here: fine where its channels need no token.
    TokenNone,
    /// It ends before the planned end.
    TokenEndsFirst,
    /// There is no planned end, and it ends after `hours`.
    TokenNoEnd,
    /// What was made does not read back as what was meant.
    TokenUnfit,
    /// A file was written, read and removed.
    StorageFine,
    /// Files can be written, but not played from here.
    StorageNoPlay,
    /// Nothing stands against it: it has `regions`.
    LayoutFine,
    /// People that it names are not in the channel: `ids`.
    LayoutAbsent,
    /// It has no regions that are shown.
    LayoutBare,
    /// Sound alone has neither layout nor picture.
    SoundOnly,
    /// Nothing stands against `width` × `height` at `fps`.
    PictureFine,
    /// Between `low` and `high` US cents an hour with `people` sending; prices of `of`.
    PriceBand,
    /// As [`PreflightCode::PriceBand`], and it is the dearest band.
    PriceHigh,
    /// `low` US cents an hour for sound alone; prices of `of`.
    PriceSound,
    /// See `issue`.
    Issue,
    /// See `failure`.
    Failed,
    /// No answer within `seconds`.
    Late,
    /// Not asked, since something before it stands in the way.
    Unasked,
}

/// What one press puts right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PreflightFix {
    /// Ask everybody again.
    CheckAgain,
    /// The project's own page.
    OpenAccount,
    /// The storage's own page.
    OpenStorage,
    /// Let a free recorder ID be drawn.
    FreeId,
    /// Take the channel's own type.
    FollowChannel,
    /// Plan the end within the life of a token.
    EndWithinDay,
    /// The layout in the editor.
    OpenLayout,
    /// A size that the service recommends.
    SafePicture,
    /// Record the small streams where people send both.
    SmallStreams,
    /// The field on the form.
    ShowField,
}
