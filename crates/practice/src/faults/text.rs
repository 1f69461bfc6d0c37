//! Faults as people write them. A header has `<fault>[; <number>]`, several by comma; a flag has
//! `[<call>:]<fault>[;<number>][*<times> or ~<probability>]`.

use std::fmt;
use std::str::FromStr;

use cloud_recording::Call;

use super::catalogue::{self, EVERY};
use super::{Argument, Fault, Often, Rule, Unit};

/// Why a fault cannot be: a sentence for whoever asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFault(String);

impl BadFault {
    pub(super) fn range(name: &str, argument: Argument) -> Self {
        let unit = match argument.unit {
            Unit::Milliseconds => "milliseconds",
            Unit::Seconds => "seconds",
        };
        let (least, most) = (argument.least, argument.most);
        let zero = if least < 0 { ", not 0" } else { "" };
        Self(format!(
            "{name} takes a whole number of {unit} from {least} to {most}{zero}"
        ))
    }

    pub(super) fn misfit(fault: Fault, call: Call) -> Self {
        let calls: Vec<&str> = catalogue::of(fault)
            .calls
            .iter()
            .map(|it| it.as_str())
            .collect();
        let (name, calls) = (fault.name(), calls.join(", "));
        Self(format!("{name} cannot befall {call}, only {calls}"))
    }

    pub(super) fn chance() -> Self {
        Self("a probability is more than 0 and at most 1, such as 0.2".to_owned())
    }

    fn unknown(name: &str) -> Self {
        let names: Vec<&str> = EVERY.iter().map(|fault| fault.name()).collect();
        Self(format!(
            "there is no fault {name:?}; there are {}",
            names.join(", ")
        ))
    }

    fn two(first: Fault, second: Fault) -> Self {
        let (first, second) = (first.name(), second.name());
        Self(format!("a call cannot meet both {first} and {second}"))
    }
}

impl fmt::Display for BadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadFault {}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self.number() {
            Some(number) => write!(f, "; {number}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Fault {
    type Err = BadFault;

    /// Reads `<fault>[; <number>]`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, number) = match text.split_once(';') {
            Some((name, number)) => (name.trim(), Some(number.trim())),
            None => (text.trim(), None),
        };
        let known = EVERY.into_iter().find(|fault| fault.name() == name);
        let kind = catalogue::of(known.ok_or_else(|| BadFault::unknown(name))?);
        let Some(number) = number else {
            return Ok(kind.fault);
        };
        let Some(argument) = kind.argument else {
            return Err(BadFault(format!("{name} takes no number")));
        };
        let wrong = || BadFault::range(name, argument);
        let number: i64 = number.parse().map_err(|_| wrong())?;
        let whole = u32::try_from(number);
        let fault = match kind.fault {
            Fault::Delay { .. } => Fault::Delay {
                ms: whole.map_err(|_| wrong())?,
            },
            Fault::WorkerSwitch { .. } => Fault::WorkerSwitch {
                seconds: whole.map_err(|_| wrong())?,
            },
            Fault::SlowUpload { .. } => Fault::SlowUpload {
                seconds: whole.map_err(|_| wrong())?,
            },
            Fault::StorageRefused { .. } => Fault::StorageRefused {
                seconds: whole.map_err(|_| wrong())?,
            },
            Fault::ClockSkew { .. } => Fault::ClockSkew {
                seconds: i32::try_from(number).map_err(|_| wrong())?,
            },
            other => other,
        };
        fault.check()?;
        Ok(fault)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(call) = self.call {
            write!(f, "{call}:")?;
        }
        write!(f, "{}", self.fault)?;
        match self.often {
            Often::Always => Ok(()),
            Often::Times { times } => write!(f, "*{times}"),
            Often::Chance { probability } => write!(f, "~{probability}"),
        }
    }
}

impl FromStr for Rule {
    type Err = BadFault;

    /// Reads `[<call>:]<fault>[;<number>][*<times> or ~<probability>]`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (call, rest) = match text.split_once(':') {
            Some((name, rest)) => {
                let call = name.trim().parse::<Call>().map_err(|_| {
                    let calls = Call::ALL.map(Call::as_str).join(", ");
                    BadFault(format!("there is no call {name:?}; there are {calls}"))
                })?;
                (Some(call), rest)
            }
            None => (None, text),
        };
        let (fault, often) = if let Some((fault, times)) = rest.split_once('*') {
            let times = times.trim().parse().ok().filter(|&times| times > 0);
            let times = times.ok_or_else(|| {
                BadFault("after * comes how many times: a whole number from 1".to_owned())
            })?;
            (fault, Often::Times { times })
        } else if let Some((fault, chance)) = rest.split_once('~') {
            let probability = chance.trim().parse().map_err(|_| BadFault::chance())?;
            (fault, Often::Chance { probability })
        } else {
            (rest, Often::Always)
        };
        let rule = Self {
            call,
            fault: fault.parse()?,
            often,
        };
        rule.check()?;
        Ok(rule)
    }
}

/// Reads the header: the faults that this one call is to meet.
pub(crate) fn asked_for(text: &str, call: Call) -> Result<Vec<Fault>, BadFault> {
    let mut faults: Vec<Fault> = Vec::new();
    for part in text.split(',') {
        let fault: Fault = part.parse()?;
        if !fault.fits(call) {
            return Err(BadFault::misfit(fault, call));
        }
        let rival = faults
            .iter()
            .find(|other| other.name() == fault.name() || (other.is_answer() && fault.is_answer()));
        if let Some(&rival) = rival {
            return Err(BadFault::two(rival, fault));
        }
        faults.push(fault);
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for fault in EVERY {
            assert_eq!(fault.to_string().parse(), Ok(fault), "{fault}");
        }
        for text in [
            "429",
            "start:lost-answer*1",
            "query:worker-switch; 40",
            "updateLayout:delay; 500~0.25",
            "clock-skew; -90",
        ] {
            let rule: Result<Rule, _> = text.parse();
            let back = rule.map(|rule| rule.to_string());
            assert_eq!(back.as_deref(), Ok(text), "the same text comes back");
        }
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        let cases = [
            (
                "thunder",
                "there is no fault \"thunder\"; there are delay, ",
            ),
            (
                "delay; soon",
                "delay takes a whole number of milliseconds from 1",
            ),
            ("delay; 600001", "delay takes"),
            (
                "clock-skew; 0",
                "clock-skew takes a whole number of seconds from -86400 to 86400, not 0",
            ),
            ("lost-answer; 5", "lost-answer takes no number"),
            (
                "begin:429",
                "there is no call \"begin\"; there are acquire, start, ",
            ),
            (
                "acquire:worker-switch",
                "worker-switch cannot befall acquire, only start, ",
            ),
            ("429*0", "after * comes how many times"),
            ("429*often", "after * comes"),
            ("429~2", "a probability is more than 0"),
            ("429~x", "a probability is"),
        ];
        for (text, sentence) in cases {
            let said = text.parse::<Rule>().err().map(|it| it.to_string());
            let said = said.unwrap_or_default();
            assert!(said.starts_with(sentence), "{text:?} gave {said:?}");
        }
    }

    #[test]
    fn a_header_may_name_several_that_go_together() {
        let asked = asked_for("delay; 20, 500,clock-skew", Call::Query);
        let expected = vec![
            Fault::Delay { ms: 20 },
            Fault::Internal,
            Fault::ClockSkew { seconds: 300 },
        ];
        assert_eq!(asked, Ok(expected), "by comma, with and without a blank");
        for (text, sentence) in [
            ("500, html", "a call cannot meet both 500 and html"),
            ("delay, delay; 5", "a call cannot meet both delay and delay"),
            ("nobody-joins", "nobody-joins cannot befall query"),
            ("", "there is no fault \"\""),
        ] {
            let said = asked_for(text, Call::Query).err().map(|it| it.to_string());
            let said = said.unwrap_or_default();
            assert!(said.starts_with(sentence), "{text:?} gave {said:?}");
        }
    }
}
