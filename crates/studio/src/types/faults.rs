use practice::faults::{Happened, Kind, Plan};
use serde::Serialize;
use ts_rs::TS;

/// Which faults the practice service meets its calls with.
pub type FaultPlan = Plan;

/// What goes wrong on purpose in practice, and what can. Nothing of it outlives the app's run.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Faults {
    /// Every kind of fault, in the order in which they are offered.
    pub kinds: Vec<Kind>,
    /// What is in force, with how often each rule still strikes.
    pub plan: FaultPlan,
    /// The last hundred that struck, oldest first.
    pub happened: Vec<Happened>,
}
