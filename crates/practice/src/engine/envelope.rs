use serde_json::Value;

use super::Refusal;
use crate::session::{Resource, Session};

/// The outer members of every POST body.
pub(super) struct Envelope {
    pub(super) cname: String,
    pub(super) uid: String,
    /// `uid` as the number that it holds.
    pub(super) recorder: u32,
    pub(super) body: Value,
}

impl Envelope {
    /// Reads what no call can do without. Everything else is the contract's to check.
    pub(super) fn read(body: Value) -> Result<Self, Refusal> {
        let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
        let cname = text("cname").filter(|name| !name.is_empty());
        let cname = cname.ok_or_else(|| Refusal::body_check("cname must be a text"))?;
        let uid = text("uid").ok_or_else(|| Refusal::body_check("uid must be a text"))?;
        let recorder = recorder_id(&uid).ok_or_else(|| {
            Refusal::body_check("uid must hold a whole number from 1 to 4294967295")
        })?;
        if !body.get("clientRequest").is_some_and(Value::is_object) {
            return Err(Refusal::body_check("clientRequest must be an object"));
        }
        Ok(Self {
            cname,
            uid,
            recorder,
            body,
        })
    }

    pub(super) fn client_request(&self) -> &Value {
        &self.body["clientRequest"]
    }

    pub(super) fn fits_resource(&self, resource: &Resource) -> Result<(), Refusal> {
        self.fits(&resource.cname, &resource.uid)
    }

    pub(super) fn fits_session(&self, session: &Session) -> Result<(), Refusal> {
        self.fits(&session.cname, &session.uid)
    }

    fn fits(&self, cname: &str, uid: &str) -> Result<(), Refusal> {
        match (self.cname == cname, self.uid == uid) {
            (true, true) => Ok(()),
            (false, _) => Err(Refusal::mismatch("cname is not the one of acquire")),
            (_, false) => Err(Refusal::mismatch("uid is not the one of acquire")),
        }
    }
}

fn recorder_id(uid: &str) -> Option<u32> {
    let digits_only = !uid.is_empty() && uid.bytes().all(|byte| byte.is_ascii_digit());
    uid.parse().ok().filter(|&id| digits_only && id != 0)
}

#[cfg(test)]
mod tests {
    use super::recorder_id;

    #[test]
    fn a_recorder_id_is_a_whole_number_in_32_bits() {
        assert_eq!(recorder_id("1"), Some(1), "the least");
        assert_eq!(recorder_id("4294967295"), Some(u32::MAX), "the greatest");
        for wrong in [
            "",
            "0",
            "4294967296",
            "+5",
            "-5",
            " 5",
            "5 ",
            "1e3",
            "alice",
        ] {
            assert_eq!(recorder_id(wrong), None, "{wrong:?} is not a recorder ID");
        }
    }
}
