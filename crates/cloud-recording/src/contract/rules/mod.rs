//! The rules that read more than one member.

mod encryption;
mod files;
mod layout;
mod picture;
mod scene;
mod storage;
mod subscribe;
mod update;
mod web;

use serde_json::Value;

use super::issue::{Issue, IssueCode};
use super::pointer::member;
use super::walk::number;
use crate::{Call, Mode};

/// A rule over several members.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The issue that it raises.
    pub code: IssueCode,
    /// The calls whose bodies it reads.
    pub calls: &'static [Call],
    /// The members that it reads, from `clientRequest` on; `cname` and `uid` of the envelope.
    pub paths: &'static [&'static str],
    pub(super) judge: fn(&Context<'_>, &mut Vec<Issue>),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rule")
            .field("code", &self.code)
            .field("calls", &self.calls)
            .field("paths", &self.paths)
            .finish_non_exhaustive()
    }
}

const fn rule(
    code: IssueCode,
    calls: &'static [Call],
    paths: &'static [&'static str],
    judge: fn(&Context<'_>, &mut Vec<Issue>),
) -> Rule {
    Rule {
        code,
        calls,
        paths,
        judge,
    }
}

const ACQUIRE: &[Call] = &[Call::Acquire];
const START: &[Call] = &[Call::Start];
const UPDATE: &[Call] = &[Call::Update];
const UPDATE_LAYOUT: &[Call] = &[Call::UpdateLayout];
const PICTURED: &[Call] = &[Call::Start, Call::UpdateLayout];
const STORED: &[Call] = &[Call::Start, Call::Update];

const TABLES: [&[Rule]; 9] = [
    scene::RULES,
    storage::RULES,
    picture::RULES,
    layout::RULES,
    subscribe::RULES,
    encryption::RULES,
    files::RULES,
    web::RULES,
    update::RULES,
];

static RULES: std::sync::LazyLock<Vec<Rule>> = std::sync::LazyLock::new(|| TABLES.concat());

/// Every rule over several members.
///
/// Source: the notes of the REST reference and its guides.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// Larger numbers have no exact place in a double, and no use in the contract.
const LARGEST: f64 = 9e15;

/// A whole number, also one that is written as text or with a point.
fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let found = number(value)?;
        (found.fract() == 0.0 && found.abs() < LARGEST).then_some(found as i64)
    })
}

/// What a rule may look at.
pub(super) struct Context<'a> {
    pub call: Call,
    pub mode: Option<Mode>,
    /// The whole body.
    pub body: &'a Value,
    /// Where the request's own members are.
    pub at: &'a str,
    /// What is there.
    request: Option<&'a Value>,
    /// Unix seconds.
    pub now: Option<i64>,
}

/// A member that is there, and where.
#[derive(Clone)]
pub(super) struct Found<'a> {
    pub value: &'a Value,
    pub path: String,
}

impl<'a> Context<'a> {
    pub fn new(
        call: Call,
        mode: Option<Mode>,
        body: &'a Value,
        at: &'a str,
        now: Option<i64>,
    ) -> Self {
        Self {
            call,
            mode,
            body,
            at,
            request: body.pointer(at),
            now,
        }
    }

    /// A member by its way from `clientRequest`, such as `recordingConfig/streamTypes`.
    pub fn find(&self, way: &str) -> Option<Found<'a>> {
        let mut value = self.request?;
        if way.is_empty() {
            return Some(Found {
                value,
                path: self.at.to_owned(),
            });
        }
        // As a JSON pointer goes, but a way never leads into a list nor through a sign to escape.
        for name in way.split('/') {
            value = value.get(name)?;
        }
        Some(Found {
            value,
            path: self.path(way),
        })
    }

    /// Where a member would be.
    pub fn path(&self, way: &str) -> String {
        format!("{}/{way}", self.at)
    }

    /// The object that holds the layout.
    pub fn layout(&self) -> Option<Found<'a>> {
        match self.call {
            Call::UpdateLayout => self.find(""),
            _ => self.find("recordingConfig/transcodingConfig"),
        }
        .filter(|found| found.value.is_object() && !self.is_other_than(Mode::Mix))
    }

    /// What is recorded: 0 sound, 1 picture, 2 both (also the default).
    pub fn stream_types(&self) -> i64 {
        self.find("recordingConfig/streamTypes")
            .and_then(|found| whole(found.value))
            .unwrap_or(2)
    }

    /// The recorder's own ID.
    pub fn recorder(&self) -> Option<&'a str> {
        self.body.get("uid")?.as_str()
    }

    pub fn is_other_than(&self, mode: Mode) -> bool {
        self.mode.is_some_and(|given| given != mode)
    }
}

impl<'a> Found<'a> {
    /// A member of this object.
    pub fn get(&self, name: &str) -> Option<Found<'a>> {
        Some(Found {
            value: self.value.get(name)?,
            path: member(&self.path, name),
        })
    }

    /// The entries of this list.
    pub fn entries(&self) -> impl Iterator<Item = Found<'a>> {
        let path = self.path.clone();
        let entries = self.value.as_array().map(Vec::as_slice).unwrap_or_default();
        entries.iter().enumerate().map(move |(index, value)| Found {
            value,
            path: super::pointer::entry(&path, index),
        })
    }

    /// A whole number, also one that is written as text.
    pub fn integer(&self, name: &str) -> Option<i64> {
        whole(self.value.get(name)?)
    }

    pub fn share(&self, name: &str) -> Option<f64> {
        number(self.value.get(name)?)
    }

    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.value.get(name)?.as_str()
    }

    /// Where a member of this object would be.
    pub fn path_to(&self, name: &str) -> String {
        member(&self.path, name)
    }
}
