use cloud_recording::Call;

use super::{Fault, catalogue};
use crate::dice::Dice;

/// About this share of the calls meets a fault.
const SHARE: f64 = 0.25;

/// What the calls of one sort meet by a seed. Every sort draws by itself, so how often a program
/// asks does not change what becomes of its starts.
#[derive(Debug)]
pub(super) struct Draws {
    call: Call,
    dice: Dice,
    /// The kinds that this sort has not met since all had their turn.
    bag: Vec<Fault>,
}

impl Draws {
    pub(super) fn of(seed: u64, call: Call) -> Self {
        Self {
            call,
            dice: Dice::of(&format!("{seed} {call}")),
            bag: Vec::new(),
        }
    }

    /// What the next call meets.
    pub(super) fn next(&mut self) -> Option<Fault> {
        if !self.dice.chance(SHARE) {
            return None;
        }
        if self.bag.is_empty() {
            let every = catalogue::EVERY.into_iter();
            self.bag = every.filter(|fault| fault.fits(self.call)).collect();
            self.dice.shuffle(&mut self.bag);
        }
        let kind = self.bag.pop()?;
        Some(self.sized(kind))
    }

    /// The same kind with a number that a program should be able to live with.
    fn sized(&mut self, kind: Fault) -> Fault {
        let mut draw = |least, most| self.dice.between(least, most);
        match kind {
            Fault::Delay { .. } => Fault::Delay {
                ms: draw(100, 4_000),
            },
            Fault::WorkerSwitch { .. } => Fault::WorkerSwitch {
                seconds: draw(5, 80),
            },
            Fault::SlowUpload { .. } => Fault::SlowUpload {
                seconds: draw(2, 60),
            },
            Fault::StorageRefused { .. } => Fault::StorageRefused {
                seconds: draw(20, 300),
            },
            Fault::ClockSkew { .. } => {
                let off = i32::try_from(draw(30, 900)).unwrap_or(30);
                let fast = draw(0, 1) == 1;
                Fault::ClockSkew {
                    seconds: if fast { off } else { -off },
                }
            }
            other => other,
        }
    }
}
