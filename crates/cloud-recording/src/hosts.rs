use serde::{Deserialize, Serialize};

use crate::{Call, Error};

/// Where the caller is, which decides the domain that is asked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Area {
    /// Outside mainland China.
    Global,
    /// In mainland China.
    China,
}

/// Which hosts are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hosts {
    /// The service's own.
    Area(Area),
    /// One other address.
    Custom(String),
}

impl Hosts {
    /// Validates.
    pub fn custom(address: &str) -> Result<Self, Error> {
        if address.is_empty() {
            return Err(Error::input(Call::Acquire, "no address"));
        }
        Ok(Self::Custom(address.trim_end_matches('/').to_owned()))
    }
}
