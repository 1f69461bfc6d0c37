//! The lines about the recorder itself: how it joins, as whom, and by what right.

use super::judge::issue_at;
use super::{Asked, Facts, failed, late, line};
use crate::types::*;
use PreflightCode as Code;
use PreflightFix as Fix;
use PreflightSubject as Subject;

const HOUR: i64 = 3_600;

/// Whether the recorder joins as the people did: where not, nobody is recorded.
pub(super) fn channel_type(facts: &Facts) -> PreflightLine {
    let subject = Subject::ChannelType;
    let listed = facts.people.told().and_then(|people| people.channel_type);
    let chosen = facts.setup.more.channel_type;
    let code = match (chosen, listed) {
        (None, Some(_)) => Code::TypeAsListed,
        (Some(chosen), Some(listed)) if chosen == listed => Code::TypeAgrees,
        (Some(chosen), Some(listed)) => {
            return line(subject, Level::Bad, Code::TypeDiffers)
                .with("type", name(chosen))
                .with("listed", name(listed))
                .fix(Fix::FollowChannel);
        }
        (_, None) => {
            return line(subject, Level::Warn, Code::TypeAssumed)
                .with("type", name(chosen.unwrap_or(ChannelType::Communication)))
                .fix(Fix::CheckAgain);
        }
    };
    let taken = chosen.or(listed).unwrap_or(ChannelType::Communication);
    line(subject, Level::Ok, code).with("type", name(taken))
}

const fn name(channel_type: ChannelType) -> &'static str {
    match channel_type {
        ChannelType::Communication => "communication",
        ChannelType::Live => "live",
    }
}

/// Whether the recorder's ID is its own. With somebody else's it would throw them out of the channel.
pub(super) fn id(facts: &Facts) -> PreflightLine {
    let subject = Subject::RecorderId;
    if let Some(issue) = issue_at(facts, subject, |path| path == "/uid", Fix::FreeId) {
        return issue;
    }
    let Some(id) = &facts.setup.more.recorder_id else {
        return line(subject, Level::Ok, Code::IdDrawn);
    };
    let taken = |people: &People| id.parse().is_ok_and(|id: u32| people.ids.contains(&id));
    let records = facts.recording_ids.contains(id);
    let (level, code) = match &facts.people {
        _ if records => (Level::Bad, Code::IdRecords),
        Asked::Told(people) if taken(people) => (Level::Bad, Code::IdTaken),
        Asked::Told(_) => (Level::Ok, Code::IdFree),
        _ => (Level::Warn, Code::IdUnseen),
    };
    let found = line(subject, level, code).with("id", id);
    if level == Level::Ok {
        found
    } else {
        found.fix(Fix::FreeId)
    }
}

/// Whether the recorder may join, and stay until the planned end: a token is never renewed meanwhile.
pub(super) fn token(facts: &Facts) -> PreflightLine {
    let subject = Subject::Token;
    let token = match &facts.token {
        Asked::Told(token) => token,
        Asked::Unasked => return line(subject, Level::Info, Code::TokenNone),
        Asked::Late => return late(subject),
        Asked::Failed(failure) => return failed(subject, Level::Bad, failure, Fix::OpenAccount),
    };
    let uid = facts.setup.more.recorder_id.as_deref();
    let allows = uid.is_none_or(|uid| uid.parse().is_ok_and(|uid| token.allows(uid)));
    let fits = token.app_id == facts.app_id && token.channel == facts.setup.channel && allows;
    let Some(ends_at) = token.ends_at().filter(|_| fits) else {
        return line(subject, Level::Bad, Code::TokenUnfit).fix(Fix::OpenAccount);
    };
    let seconds = ends_at - facts.now / 1_000;
    let hours = (seconds + HOUR / 2) / HOUR;
    let planned = facts
        .setup
        .stop
        .after_minutes
        .map(|minutes| i64::from(minutes) * 60);
    match planned {
        None => line(subject, Level::Warn, Code::TokenNoEnd)
            .with("hours", hours)
            .fix(Fix::EndWithinDay),
        // The moment of the start is a little later than this one, for both of them.
        Some(planned) if planned > seconds + 5 => line(subject, Level::Bad, Code::TokenEndsFirst)
            .with("hours", hours)
            .fix(Fix::EndWithinDay),
        Some(_) => line(subject, Level::Ok, Code::TokenMade).with("hours", hours),
    }
}
