use std::fmt;

use serde_json::Value;

use super::lenient::{flag, integer};
use super::success;
use crate::error::Kind;
use crate::extra::Shown;
use crate::{Call, Error};

/// Who is in a channel.
///
/// Source: the query user list page (channel management).
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ChannelUsers {
    /// Whether there is such a channel at the moment. An empty one can exist for some seconds.
    pub exists: bool,
    /// How its people joined.
    pub profile: Option<ChannelProfile>,
    /// Everybody's ID: in a live channel the hosts, then at most 10,000 of the audience.
    pub users: Vec<u32>,
    /// Those who may send: everybody in a communication channel, the hosts in a live one.
    pub hosts: Vec<u32>,
    /// How many listen in a live channel.
    pub audience_total: u64,
    /// The whole body as it came.
    pub raw: Value,
}

// What came whole can hold secrets, such as the address of a push.
impl fmt::Debug for ChannelUsers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChannelUsers")
            .field("exists", &self.exists)
            .field("profile", &self.profile)
            .field("users", &self.users)
            .field("hosts", &self.hosts)
            .field("audience_total", &self.audience_total)
            .field("raw", &Shown(&self.raw))
            .finish()
    }
}

/// How people joined a channel; all must have joined alike.
///
/// Source: the query user list page (channel management).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChannelProfile {
    /// Everybody may send. `channelType` 0 of start.
    Communication,
    /// Hosts send, the audience listens. `channelType` 1 of start.
    Live,
}

impl ChannelProfile {
    /// The number that start's `channelType` needs, which is not the one of this answer.
    pub const fn channel_type(self) -> u32 {
        match self {
            Self::Communication => 0,
            Self::Live => 1,
        }
    }
}

impl ChannelUsers {
    /// Reads the answer of the user list.
    ///
    /// # Errors
    ///
    /// An error answer, `success` false, or no `data`.
    pub fn read(status: u16, body: &[u8]) -> Result<Self, Error> {
        let raw = success(Call::ChannelUsers, status, body)?;
        let refused = raw.get("success").and_then(flag) == Some(false);
        let Some(data) = raw
            .get("data")
            .filter(|data| data.is_object() && !refused)
            .cloned()
        else {
            let kind = Kind::Unreadable("no user list".to_owned());
            let error = Error::new(Call::ChannelUsers, kind);
            return Err(error.with_answer(status, None, None, &raw.to_string()));
        };
        let everybody = ids(data.get("users"));
        let broadcasters = ids(data.get("broadcasters"));
        let audience = ids(data.get("audience"));
        let profile = match data.get("mode").and_then(integer) {
            Some(1) => Some(ChannelProfile::Communication),
            Some(2) => Some(ChannelProfile::Live),
            _ => None,
        };
        let audience_total = data.get("audience_total").and_then(integer);
        let audience_total = audience_total.and_then(|total| u64::try_from(total).ok());
        Ok(Self {
            exists: data.get("channel_exist").and_then(flag).unwrap_or(false),
            profile,
            audience_total: audience_total.unwrap_or(audience.len() as u64),
            hosts: everybody.iter().chain(&broadcasters).copied().collect(),
            users: everybody
                .into_iter()
                .chain(broadcasters)
                .chain(audience)
                .collect(),
            raw,
        })
    }
}

fn ids(value: Option<&Value>) -> Vec<u32> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|id| u32::try_from(integer(id)?).ok())
        .collect()
}
