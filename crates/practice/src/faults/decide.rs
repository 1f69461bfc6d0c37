//! Which faults a call meets: from the plan and the calls that came before alone.

use std::collections::HashMap;

use cloud_recording::Call;

use super::random::Draws;
use super::{Fault, Often, Plan};
use crate::dice::Dice;

/// A plan at work.
#[derive(Debug)]
pub(super) struct Schedule {
    plan: Plan,
    chance: Dice,
    draws: HashMap<Call, Draws>,
}

impl Schedule {
    pub(super) fn new(plan: Plan) -> Self {
        let chance = Dice::of(&format!("chance {}", plan.seed.unwrap_or(0)));
        Self {
            plan,
            chance,
            draws: HashMap::new(),
        }
    }

    /// The plan as it now stands: how many more times is counted down.
    pub(super) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The faults of the next call of this sort. `asked` are those that the call itself asks for:
    /// they come first, and the plan's only where they have a place beside them.
    pub(super) fn meet(&mut self, call: Call, asked: Vec<Fault>) -> Vec<Fault> {
        let mut met = asked;
        for rule in self.plan.rules.iter_mut().filter(|rule| rule.is_for(call)) {
            let strikes = match rule.often {
                Often::Always => true,
                Often::Times { times } => times > 0,
                // Drawn even where it has no place, so that one call's header does not change what
                // the calls after it meet.
                Often::Chance { probability } => self.chance.chance(probability),
            };
            if !strikes || !has_place(&met, rule.fault) {
                continue;
            }
            if let Often::Times { times } = &mut rule.often {
                *times -= 1;
            }
            met.push(rule.fault);
        }
        if let Some(seed) = self.plan.seed {
            let draws = self.draws.entry(call);
            let draws = draws.or_insert_with(|| Draws::of(seed, call));
            met.extend(draws.next().filter(|&fault| has_place(&met, fault)));
        }
        met
    }
}

/// A kind strikes once in a call, and only one fault decides about the answer as a whole.
fn has_place(met: &[Fault], fault: Fault) -> bool {
    !met.iter()
        .any(|other| other.name() == fault.name() || (other.is_answer() && fault.is_answer()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::BTreeSet;

    use super::super::catalogue;
    use super::*;

    fn schedule(rules: &[&str], seed: Option<u64>) -> Schedule {
        let rules = rules.iter().map(|rule| rule.parse().unwrap()).collect();
        Schedule::new(Plan { rules, seed })
    }

    fn names(met: &[Fault]) -> Vec<&'static str> {
        met.iter().map(|fault| fault.name()).collect()
    }

    #[test]
    fn a_rule_strikes_its_call_as_often_as_it_says() {
        let mut schedule = schedule(&["start:lost-answer*2", "query:delay; 5"], None);
        let mut meet = |call| names(&schedule.meet(call, Vec::new()));
        assert!(meet(Call::Acquire).is_empty(), "not its call");
        assert_eq!(meet(Call::Start), ["lost-answer"], "the first of two");
        assert_eq!(meet(Call::Query), ["delay"], "always");
        assert_eq!(meet(Call::Start), ["lost-answer"], "the second of two");
        assert!(meet(Call::Start).is_empty(), "it has struck twice");
        assert_eq!(meet(Call::Query), ["delay"], "always");
        let left = schedule.plan().rules[0].often;
        assert_eq!(left, Often::Times { times: 0 }, "and the plan says so");
    }

    #[test]
    fn one_fault_alone_decides_about_the_answer() {
        let mut schedule = schedule(&["429*1", "500", "delay; 9"], None);
        let met = schedule.meet(Call::Query, vec![Fault::Html]);
        assert_eq!(
            names(&met),
            ["html", "delay"],
            "what the call asks for goes first"
        );
        let met = schedule.meet(Call::Query, Vec::new());
        assert_eq!(
            names(&met),
            ["429", "delay"],
            "429 was not used up by the call before"
        );
        let met = schedule.meet(Call::Query, Vec::new());
        assert_eq!(
            names(&met),
            ["500", "delay"],
            "then the next rule has its turn"
        );
    }

    #[test]
    fn a_rule_for_every_call_passes_over_those_that_cannot_meet_it() {
        let mut schedule = schedule(&["worker-switch*1"], None);
        assert!(
            schedule.meet(Call::Acquire, Vec::new()).is_empty(),
            "there is no recording yet"
        );
        let met = schedule.meet(Call::Query, Vec::new());
        assert_eq!(
            names(&met),
            ["worker-switch"],
            "it was kept for one that can"
        );
    }

    #[test]
    fn a_chance_is_kept_and_the_same_each_time() {
        let run = || {
            let mut schedule = schedule(&["500~0.2"], None);
            let calls = (0..1_000).map(|_| schedule.meet(Call::Query, Vec::new()).len());
            calls.collect::<Vec<_>>()
        };
        let struck: usize = run().iter().sum();
        assert!(
            (150..250).contains(&struck),
            "0.2 of 1000 calls, not {struck}"
        );
        assert_eq!(run(), run(), "the same calls meet the same faults");
    }

    #[test]
    fn a_seed_draws_every_kind_and_always_the_same() {
        let run = |seed| {
            let mut schedule = schedule(&[], Some(seed));
            let calls = (0..200).flat_map(|_| Call::ALL);
            let met = calls.map(|call| (call, schedule.meet(call, Vec::new())));
            met.collect::<Vec<_>>()
        };
        let met = run(7);
        assert_eq!(met, run(7), "the same seed and calls give the same faults");
        assert_ne!(met, run(8), "another seed gives others");
        for call in Call::ALL {
            let of_call = met.iter().filter(|(of, _)| *of == call);
            let seen: BTreeSet<&str> = of_call
                .clone()
                .flat_map(|(_, faults)| faults.iter().map(|fault| fault.name()))
                .collect();
            let wanted: BTreeSet<&str> = catalogue::kinds()
                .iter()
                .filter(|kind| kind.calls.contains(&call))
                .map(|kind| kind.name)
                .collect();
            assert_eq!(seen, wanted, "{call}: every kind that it can meet");
            let calm = of_call.filter(|(_, faults)| faults.is_empty()).count();
            assert!(
                (110..190).contains(&calm),
                "{call}: {calm} of 200 calls pass"
            );
        }
        for fault in met.iter().flat_map(|(_, faults)| faults) {
            assert_eq!(fault.check(), Ok(()), "{fault} has a number that can be");
        }
    }

    #[test]
    fn what_one_sort_of_call_meets_does_not_hang_on_the_others() {
        let (mut alone, mut among) = (schedule(&[], Some(7)), schedule(&[], Some(7)));
        for _ in 0..100 {
            among.meet(Call::Query, Vec::new());
            assert_eq!(
                alone.meet(Call::Start, Vec::new()),
                among.meet(Call::Start, Vec::new()),
                "a query in between changes nothing about the starts"
            );
        }
    }
}
