//! Faults on purpose, in practice only.

use practice::faults::kinds;

use super::Core;
use crate::types::*;

#[allow(clippy::missing_errors_doc)]
impl Core {
    pub async fn faults_get(&self, _: Empty) -> Result<Faults, Failure> {
        let faults = self.practice_faults()?;
        Ok(Faults {
            kinds: kinds(),
            plan: faults.get(),
            happened: faults.happened(),
        })
    }

    pub async fn faults_save(&self, plan: FaultPlan) -> Result<Faults, Failure> {
        self.practice_faults()?
            .set(plan)
            .map_err(|refused| Failure::new(FailureCode::Invalid, refused.to_string()))?;
        self.faults_get(Empty {}).await
    }

    fn practice_faults(&self) -> Result<practice::faults::Faults, Failure> {
        self.shared.practising.faults().map_err(|reason| {
            let message = format!("the practice service could not be started: {reason}");
            Failure::new(FailureCode::Unreachable, message)
        })
    }
}
