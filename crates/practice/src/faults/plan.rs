use cloud_recording::Call;
use serde::{Deserialize, Serialize};

use super::{BadFault, Fault};

/// Which faults a server's calls meet until the next plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FaultPlan"))]
pub struct Plan {
    /// What is wanted on purpose. Every rule that fits a call applies to it; of those that would
    /// decide about the whole answer only the first does.
    pub rules: Vec<Rule>,
    /// Faults besides, drawn from this number: about every fourth call of each sort meets one, and in
    /// the long run it meets every kind that it can. The same number and the same calls in the same
    /// order give the same faults.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub seed: Option<u64>,
}

/// One fault, and when it strikes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FaultRule"))]
pub struct Rule {
    /// The call that meets it; nothing is every call that can.
    #[serde(default)]
    pub call: Option<Call>,
    /// What goes wrong.
    pub fault: Fault,
    /// How often.
    #[serde(default)]
    pub often: Often,
}

/// How often a rule strikes.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FaultOften"))]
pub enum Often {
    /// Every time.
    #[default]
    Always,
    /// This many more times.
    Times {
        /// 1 or more; 0 only in a plan that has been at work: it has struck as often as it should.
        times: u32,
    },
    /// With this probability each time.
    Chance {
        /// From 0 (excluded) to 1.
        probability: f64,
    },
}

impl Plan {
    /// Whether nothing goes wrong on purpose.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.seed.is_none()
    }

    /// Whether it can be carried out.
    ///
    /// # Errors
    ///
    /// A number is out of range, or a fault cannot befall the call that its rule names.
    pub fn check(&self) -> Result<(), BadFault> {
        self.rules.iter().try_for_each(|rule| rule.check())
    }
}

impl Rule {
    /// As [`Plan::check`], for this rule alone.
    ///
    /// # Errors
    ///
    /// As there.
    pub fn check(&self) -> Result<(), BadFault> {
        self.fault.check()?;
        if let Some(call) = self.call
            && !self.fault.fits(call)
        {
            return Err(BadFault::misfit(self.fault, call));
        }
        match self.often {
            Often::Chance { probability } if !(probability > 0.0 && probability <= 1.0) => {
                Err(BadFault::chance())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn is_for(&self, call: Call) -> bool {
        self.call.is_none_or(|wanted| wanted == call) && self.fault.fits(call)
    }
}
