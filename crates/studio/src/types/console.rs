//! The API console: single calls, their history and drafts.
//!
//! No body here ever holds a secret on its way to the page. In its place stands a *reference*, a text
//! that the studio replaces when it sends: `${token}` is made from the account's certificate,
//! `${storage:ID/accessKey}` and `${storage:ID/secretKey}` come from a storage's keychain entry,
//! `${kept:ID}` is a secret of the console's own in the keychain, and `${held:ID}` one that is only in
//! memory until the app closes.

use cloud_recording::contract::Issue;
use cloud_recording::{Call, Mode, Secret};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{Failure, Setup};

/// A call as a person composed it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleCall {
    pub account_id: String,
    pub call: Call,
    pub mode: Mode,
    /// From acquire; part of the address of start and of all later calls.
    pub resource_id: String,
    /// From start; part of the address of later calls.
    pub sid: String,
    /// The channel of the user list; other calls have it in their body.
    pub channel: String,
    /// The user list of a live channel's hosts only.
    pub hosts_only: bool,
    /// The JSON body; `null` for query and the user list.
    #[ts(type = "unknown")]
    pub body: Value,
}

/// What the service would say to a call, and what can be mended in one press.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleCheck {
    /// Errors first. Paths are JSON pointers into the body; parts of the address are `resourceid`,
    /// `sid` and `channel`, without a stroke before them.
    pub issues: Vec<Issue>,
    /// Members that stand in the wrong place, and where they belong.
    pub moves: Vec<Move>,
    /// JSON pointers of secrets that stand in the body in the clear.
    pub bare: Vec<String>,
}

/// A member that can be moved to where it belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Move {
    /// JSON pointer of where it is.
    pub from: String,
    /// JSON pointer of where it has an effect.
    pub to: String,
}

/// Sends a call once: no other host, no repeat.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleSend {
    pub call: ConsoleCall,
    /// Also when the check found errors, to see how the service refuses it.
    pub anyway: bool,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleAnswer {
    /// The history's entry of the call.
    pub entry: CallEntry,
    /// What acquire gave, or what the call named.
    pub resource_id: Option<String>,
    /// What start gave, or what the call named.
    pub sid: Option<String>,
}

/// Who made a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CallOrigin {
    /// A person, in the console.
    Console,
    /// The app itself, for a recording.
    Recorder,
}

/// A row of the history.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallSummary {
    #[ts(type = "number")]
    pub id: i64,
    pub origin: CallOrigin,
    /// `None` for calls of versions that did not write it.
    pub account_id: Option<String>,
    pub recording_id: Option<String>,
    pub call: Call,
    pub mode: Option<Mode>,
    pub channel: String,
    pub recorder_id: String,
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub sent_at: i64,
    /// Milliseconds to the whole answer; `None` while it is in flight, or when there was none.
    pub elapsed: Option<u32>,
    pub status: Option<u16>,
    /// The service's own number in the answer.
    #[ts(type = "number | null")]
    pub code: Option<i64>,
}

/// A call with all that is known of it; secrets taken out.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallEntry {
    pub summary: CallSummary,
    /// `GET` or `POST`.
    pub method: String,
    /// Host and path as they were asked; the path alone for calls of versions that did not write it.
    pub address: String,
    /// JSON, or empty.
    pub request: String,
    /// Of the answer; empty for calls of the recorder.
    pub headers: Vec<Header>,
    /// As it came, secrets taken out; `None` where nothing came. Of more than 1 MiB the rest is left
    /// out, and the last line says so.
    pub answer: Option<String>,
    /// What the status and code mean, where it is no success.
    pub failure: Option<Failure>,
}

/// A header of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Header {
    pub name: String,
    pub value: String,
}

/// Which calls of the history are wanted, newest first.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallQuery {
    /// Words that all must occur: in channel, IDs, call, status, request or answer.
    pub search: String,
    pub origin: Option<CallOrigin>,
    pub call: Option<Call>,
    /// Only older ones than this.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many, 1 to 200.
    pub most: u32,
}

/// A part of the history.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallPage {
    pub calls: Vec<CallSummary>,
    /// There are older ones that fit.
    pub more: bool,
    /// How many the whole history has.
    #[ts(type = "number")]
    pub kept: u64,
    /// Bytes that the whole history takes.
    #[ts(type = "number")]
    pub bytes: u64,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallRef {
    #[ts(type = "number")]
    pub id: i64,
}

/// Writes calls to a file for support, secrets taken out.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallExport {
    #[ts(type = "Array<number>")]
    pub ids: Vec<i64>,
}

/// A recording's settings made of a start that is in the history.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallSetup {
    pub setup: Setup,
    /// JSON pointers of what the Record form has no place for.
    pub left_out: Vec<String>,
}

/// A text that somebody pasted or dropped: cURL, a body, a Postman collection, an export of ours.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleText {
    pub account_id: String,
    #[ts(type = "string")]
    pub text: Secret,
}

/// What was found in such a text.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleImported {
    /// One, or the requests of a collection.
    pub calls: Vec<ImportedCall>,
}

/// One call of an imported text. Secrets in it are held in memory, references stand in their place.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedCall {
    /// Its name in the collection, or nothing.
    pub name: String,
    pub call: ConsoleCall,
    /// The App ID that its address names, where that is not the account's.
    pub other_app_id: Option<String>,
    /// The references that were put in.
    pub held: Vec<String>,
    /// It had a sign-in of its own, which is not used: the account's is.
    pub had_sign_in: bool,
}

/// A program or command line that makes the call.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleCode {
    pub call: ConsoleCall,
    pub language: CodeLanguage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CodeLanguage {
    Curl,
    Python,
    Node,
    Go,
    Rust,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleCodeText {
    /// Placeholders stand where secrets go.
    pub text: String,
}

/// A secret that a person typed; it is held in memory.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretHold {
    #[ts(type = "string")]
    pub value: Secret,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretReference {
    pub reference: String,
}

/// Held secrets that shall be kept in the keychain.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretKeep {
    pub references: Vec<String>,
}

/// The references to write in place of the held ones, in the same order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretsKept {
    pub references: Vec<String>,
}

/// A body with secrets in the clear.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleBody {
    #[ts(type = "unknown")]
    pub body: Value,
}

/// The body with references in the place of its secrets, which are held in memory.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleBodyTaken {
    #[ts(type = "unknown")]
    pub body: Value,
    pub held: Vec<String>,
}

/// A draft: a named piece of work in the console.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleDraft {
    pub id: String,
    pub name: String,
    /// Unix milliseconds, set when it is saved.
    #[ts(type = "number")]
    pub updated_at: i64,
    /// The page's own form of it. Secrets in it are left out when it is saved; at most 1 MiB.
    #[ts(type = "unknown")]
    pub content: Value,
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleDraftRef {
    pub id: String,
}

/// A token to be read, and what it should be good for.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenRead {
    pub account_id: String,
    #[ts(type = "string")]
    pub token: Secret,
    /// Empty: not compared.
    pub channel: String,
    /// Empty: not compared.
    pub recorder_id: String,
}

/// What a token says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenFacts {
    pub app_id: String,
    pub channel: String,
    /// A user ID, or nothing where anybody may use it.
    pub user: String,
    /// Unix milliseconds.
    #[ts(type = "number")]
    pub issued_at: i64,
    /// Unix milliseconds; `None` where it does not let anybody join.
    #[ts(type = "number | null")]
    pub ends_at: Option<i64>,
    /// Names of what it allows: `join`, `sound`, `picture`, `data`.
    pub allows: Vec<String>,
    pub fit: TokenFit,
}

/// Whether a token fits. `None` where there is nothing to compare with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenFit {
    /// It is for the account's App ID.
    pub app_id: Option<bool>,
    pub channel: Option<bool>,
    pub recorder: Option<bool>,
    /// It has begun and not ended.
    pub now: bool,
    /// The account's certificate signed it.
    pub signature: Option<bool>,
}
