use serde_json::Value;

use super::lenient::{others, text};
use super::{Extra, success};
use crate::error::Kind;
use crate::{Call, Error};

const KNOWN: &[&str] = &["cname", "uid", "resourceId", "sid", "code"];

/// A recorder is reserved.
///
/// Source: the acquire, start, update and update-layout pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Acquired {
    /// The token for start: five minutes, one use.
    pub resource_id: String,
    /// Echo; absent in older answers.
    pub cname: Option<String>,
    /// Echo; absent in older answers.
    pub uid: Option<String>,
    /// Members that this crate does not know.
    pub extra: Extra,
}

/// A recorder was started. Whether it records, only a query can tell.
///
/// Source: the acquire, start, update and update-layout pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Started {
    /// Echo of the resource.
    pub resource_id: String,
    /// The recording's id, 32 hex characters.
    pub sid: String,
    /// Echo; absent in older answers.
    pub cname: Option<String>,
    /// Echo; absent in older answers.
    pub uid: Option<String>,
    /// Members that this crate does not know.
    pub extra: Extra,
}

/// An update or a layout was taken.
///
/// Source: the acquire, start, update and update-layout pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Updated {
    /// Echo.
    pub resource_id: Option<String>,
    /// Echo.
    pub sid: Option<String>,
    /// Echo; absent in older answers.
    pub cname: Option<String>,
    /// Echo; absent in older answers.
    pub uid: Option<String>,
    /// Members that this crate does not know.
    pub extra: Extra,
}

impl Acquired {
    /// Reads acquire's answer.
    ///
    /// # Errors
    ///
    /// An error answer, or one without a `resourceId`.
    pub fn read(status: u16, body: &[u8]) -> Result<Self, Error> {
        let value = success(Call::Acquire, status, body)?;
        Ok(Self {
            resource_id: required(Call::Acquire, status, &value, "resourceId")?,
            cname: text(&value, "cname"),
            uid: text(&value, "uid"),
            extra: others(&value, KNOWN).into(),
        })
    }
}

impl Started {
    /// Reads start's answer.
    ///
    /// # Errors
    ///
    /// An error answer, or one without a `sid`.
    pub fn read(status: u16, body: &[u8]) -> Result<Self, Error> {
        let value = success(Call::Start, status, body)?;
        Ok(Self {
            resource_id: text(&value, "resourceId").unwrap_or_default(),
            sid: required(Call::Start, status, &value, "sid")?,
            cname: text(&value, "cname"),
            uid: text(&value, "uid"),
            extra: others(&value, KNOWN).into(),
        })
    }
}

impl Updated {
    /// Reads the answer of `call`, which is update or updateLayout.
    ///
    /// # Errors
    ///
    /// An error answer.
    pub fn read(call: Call, status: u16, body: &[u8]) -> Result<Self, Error> {
        let value = success(call, status, body)?;
        Ok(Self {
            resource_id: text(&value, "resourceId"),
            sid: text(&value, "sid"),
            cname: text(&value, "cname"),
            uid: text(&value, "uid"),
            extra: others(&value, KNOWN).into(),
        })
    }
}

fn required(call: Call, status: u16, value: &Value, name: &str) -> Result<String, Error> {
    text(value, name).ok_or_else(|| {
        let kind = Kind::Unreadable(format!("without {name}"));
        Error::new(call, kind).with_answer(status, None, None, &value.to_string())
    })
}
