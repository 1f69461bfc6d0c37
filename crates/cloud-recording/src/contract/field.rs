use serde_json::{Value, json};

use crate::Mode;

/// A row of the contract: all that is known about one member of a request.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// Call and members, such as `start.clientRequest.recordingConfig.maxIdleTime`. `[]` stands
    /// for every entry of a list.
    pub path: &'static str,
    /// The JSON type.
    pub kind: Kind,
    /// What a text, or each text of a list, must look like.
    pub form: Form,
    /// `seconds`, `hours`, `kbps`, `pixels` … where the number has one.
    pub unit: Option<&'static str>,
    /// Least value, or fewest entries of a list.
    pub min: Option<f64>,
    /// Greatest value, or most entries of a list, or most bytes of a text.
    pub max: Option<f64>,
    /// What holds when the member is left out.
    pub default: Preset,
    /// The possible values, where they can be listed.
    pub options: &'static [Choice],
    /// Values beside `options` are taken by the service (as something else; a rule warns).
    pub open: bool,
    /// When it must be there.
    pub required: Required,
    /// Modes that know it.
    pub modes: &'static [Mode],
    /// What happens in other modes.
    pub elsewhere: Elsewhere,
    /// Only for this extension service.
    pub service: Option<&'static str>,
    /// Never shown, never stored in the clear.
    pub secret: bool,
    /// Can be changed while the recording runs (update or updateLayout).
    pub while_recording: bool,
    /// When it came: a year or month.
    pub since: &'static str,
    /// No longer in the reference.
    pub legacy: bool,
    /// Other spellings that published programs use and the service takes.
    pub aliases: &'static [&'static str],
    /// The page that documents it.
    pub source: &'static str,
    /// Which way this crate went where sources differ, and why.
    pub decision: Option<&'static str>,
    /// A form shows it only when every one of these holds. Left out, another member has its default.
    pub show: &'static [Show],
    /// Under which key the words are: label and help of a form, in every language. Rows that mean
    /// the same in several calls share one key.
    pub words: &'static str,
}

/// A condition under which a member has a use: another member has one of these values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Show {
    /// The other member's full path.
    pub path: &'static str,
    /// The values with which this one has a use.
    pub is: &'static [ChoiceValue],
}

/// The JSON type of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// An object with members of its own.
    Object,
    /// A list of texts.
    Texts,
    /// A list of objects.
    Objects,
}

impl Kind {
    /// A stable key for pages and issues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Text => "text",
            Self::Flag => "flag",
            Self::Object => "object",
            Self::Texts => "texts",
            Self::Objects => "objects",
        }
    }
}

/// What a text must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Anything, also nothing.
    Any,
    /// At least one character.
    Filled,
    /// At least one character; taken literally, so blanks around it are surely a slip.
    Literal,
    /// A channel name; its rules depend on the mode.
    ChannelName,
    /// A user ID: whole number text, 1 to 4294967295.
    Uid,
    /// A user ID, or nothing as if left out.
    UidOrEmpty,
    /// A user ID or `#allstream#`.
    UidOrAll,
    /// `#RRGGBB`.
    Color,
    /// The address of a picture.
    Image,
    /// The address of a page.
    WebAddress,
    /// `rtmp://…` or `rtmps://…`.
    RtmpAddress,
    /// A bare host name, perhaps with a port.
    Host,
    /// Letters and digits only.
    PathPart,
    /// Base64 of 32 bytes.
    Salt,
    /// JSON written as text.
    JsonText,
}

impl Form {
    /// A stable key for pages and documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Filled => "filled",
            Self::Literal => "literal",
            Self::ChannelName => "channelName",
            Self::Uid => "uid",
            Self::UidOrEmpty => "uidOrEmpty",
            Self::UidOrAll => "uidOrAll",
            Self::Color => "color",
            Self::Image => "image",
            Self::WebAddress => "webAddress",
            Self::RtmpAddress => "rtmpAddress",
            Self::Host => "host",
            Self::PathPart => "lettersAndDigits",
            Self::Salt => "salt",
            Self::JsonText => "json",
        }
    }
}

/// When a member must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Required {
    /// May be left out; cross-field rules can still ask for it.
    No,
    /// Always, in the modes that know it.
    Yes,
    /// In these modes.
    In(&'static [Mode]),
}

/// What the service does with a member in a mode that does not know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// Refuses the request.
    Refused,
    /// Takes it without effect.
    Ignored,
}

/// What holds when a member is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Nothing, or what the notes of the page say in words.
    None,
    /// A number.
    Number(i64),
    /// A text.
    Text(&'static str),
    /// True or false.
    Flag(bool),
    /// A list of texts.
    Texts(&'static [&'static str]),
}

impl Preset {
    /// The value as JSON.
    pub fn to_json(self) -> Option<Value> {
        match self {
            Self::None => None,
            Self::Number(number) => Some(json!(number)),
            Self::Text(text) => Some(json!(text)),
            Self::Flag(flag) => Some(json!(flag)),
            Self::Texts(texts) => Some(json!(texts)),
        }
    }
}

/// One of the possible values of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// As it goes to the wire.
    pub value: ChoiceValue,
    /// A stable key for words.
    pub name: &'static str,
}

/// A value of a [`Choice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceValue {
    /// A number.
    Number(i64),
    /// A text.
    Text(&'static str),
}

impl ChoiceValue {
    /// The value as JSON.
    pub fn to_json(self) -> Value {
        match self {
            Self::Number(number) => json!(number),
            Self::Text(text) => json!(text),
        }
    }

    pub(super) fn is(self, value: &Value) -> bool {
        match self {
            Self::Number(number) => value.as_f64() == Some(number as f64),
            Self::Text(text) => value.as_str() == Some(text),
        }
    }
}

impl std::fmt::Display for ChoiceValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Field {
    /// The member's own name, without the way to it.
    pub fn name(&self) -> &'static str {
        self.path
            .rsplit('.')
            .next()
            .unwrap_or(self.path)
            .trim_end_matches("[]")
    }
}
