//! Judging each member of a body by its own row.

use serde_json::Value;

use super::field::{Elsewhere, Field, Kind, Required};
use super::forms::judge;
use super::issue::{Issue, IssueCode, Severity};
use super::pointer::{entry, member};
use super::tree::{Node, home};
use crate::{Call, Mode};

pub(super) struct Walk<'a> {
    pub call: Call,
    pub mode: Option<Mode>,
    pub issues: &'a mut Vec<Issue>,
}

impl Walk<'_> {
    /// Judges `value` at `path` and everything inside it.
    pub fn value(&mut self, node: &Node, value: &Value, path: &str, service: Option<&str>) {
        let Some(field) = node.field else {
            return self.members(node, value, path, service);
        };
        match field.kind {
            Kind::Object if value.is_object() => self.members(node, value, path, service),
            Kind::Objects => self.entries(node, field, value, path, service),
            Kind::Texts => self.texts(field, value, path),
            // A member whose kind of value no page prints.
            Kind::Text if field.open && field.options.is_empty() => {}
            Kind::Text => self.text(field, value, path),
            Kind::Integer | Kind::Number => self.number(field, value, path),
            Kind::Flag if value.is_boolean() => {}
            Kind::Object | Kind::Flag => self.wrong_type(field.kind.as_str(), path),
        }
    }

    fn members(&mut self, node: &Node, value: &Value, path: &str, service: Option<&str>) {
        let Value::Object(members) = value else {
            return self.wrong_type(Kind::Object.as_str(), path);
        };
        // Entries of `extensionServices` say themselves which service they are about.
        let named = value.get("serviceName").and_then(Value::as_str);
        let service = named.or(service);
        for (name, value) in members {
            let path = member(path, name);
            let child = node.child(name).filter(|child| fits(child, service));
            match child {
                Some(child) if self.belongs(child, &path) => {
                    self.value(child, value, &path, service)
                }
                Some(_) => {}
                None if node.children.is_empty() || is_foreign(service) => {}
                None => self.unknown(node, name, path),
            }
        }
        for (name, child) in node
            .children
            .iter()
            .filter(|(_, child)| fits(child, service))
        {
            if child.field.is_some_and(|field| self.is_required(field))
                && !members.contains_key(*name)
            {
                self.issues
                    .push(Issue::error(IssueCode::Required, member(path, name)));
            }
        }
    }

    /// Whether the member has a meaning in this mode; says so where it has none.
    fn belongs(&mut self, node: &Node, path: &str) -> bool {
        let Some(field) = node.field else { return true };
        if let Some(mode) = self.mode
            && !field.modes.contains(&mode)
        {
            let severity = match field.elsewhere {
                Elsewhere::Refused => Severity::Error,
                Elsewhere::Ignored => Severity::Warning,
            };
            self.issues
                .push(Issue::new(IssueCode::NotInMode, severity, path).with("mode", mode));
            return false;
        }
        if field.legacy {
            let issue = Issue::warning(IssueCode::Legacy, path);
            self.issues.push(issue.with("since", field.since));
        }
        true
    }

    fn is_required(&self, field: &Field) -> bool {
        match field.required {
            Required::No => false,
            Required::Yes => self.mode.is_none_or(|mode| field.modes.contains(&mode)),
            Required::In(modes) => self.mode.is_some_and(|mode| modes.contains(&mode)),
        }
    }

    fn unknown(&mut self, node: &Node, name: &str, path: String) {
        let unknown = |path| Issue::warning(IssueCode::UnknownMember, path).with("name", name);
        let issue = match (
            node.same_letters(name),
            home(self.call, name),
            node.meant(name),
        ) {
            (Some(meant), _, _) | (None, None, Some(meant)) => unknown(path).with("meant", meant),
            (None, Some(belongs), _) => {
                let issue = Issue::warning(IssueCode::Misplaced, path).with("name", name);
                issue.with("belongs", belongs)
            }
            (None, None, None) => unknown(path),
        };
        self.issues.push(issue);
    }

    fn entries(
        &mut self,
        node: &Node,
        field: &Field,
        value: &Value,
        path: &str,
        service: Option<&str>,
    ) {
        let Value::Array(entries) = value else {
            return self.wrong_type(field.kind.as_str(), path);
        };
        self.count(field, entries.len(), path);
        for (index, value) in entries.iter().enumerate() {
            self.members(node, value, &entry(path, index), service);
        }
    }

    fn texts(&mut self, field: &Field, value: &Value, path: &str) {
        let Value::Array(entries) = value else {
            return self.wrong_type(field.kind.as_str(), path);
        };
        self.count(field, entries.len(), path);
        for (index, value) in entries.iter().enumerate() {
            self.text(field, value, &entry(path, index));
        }
    }

    fn count(&mut self, field: &Field, count: usize, path: &str) {
        if count == 0 && field.min.is_some_and(|min| min > 0.0) {
            self.issues.push(Issue::error(IssueCode::Empty, path));
        }
        if let Some(max) = field.max.filter(|&max| count as f64 > max) {
            let issue = Issue::error(IssueCode::TooMany, path);
            self.issues
                .push(issue.with("max", max).with("count", count));
        }
    }

    fn text(&mut self, field: &Field, value: &Value, path: &str) {
        match value.as_str() {
            Some(text) => {
                self.issues.extend(judge(field.form, text, self.mode, path));
                self.option(field, value, path);
            }
            None => self.wrong_type(Kind::Text.as_str(), path),
        }
    }

    fn number(&mut self, field: &Field, value: &Value, path: &str) {
        let whole = field.kind == Kind::Integer;
        let fits = |number: &f64| !whole || number.fract() == 0.0;
        let Some(number) = number(value).filter(fits) else {
            return self.wrong_type(field.kind.as_str(), path);
        };
        if value.is_string() {
            let issue = Issue::error(IssueCode::NumberAsText, path);
            self.issues.push(issue.with("value", number));
        }
        let value = &if value.is_string() {
            Value::from(number)
        } else {
            value.clone()
        };
        if field.min.is_some_and(|min| number < min) || field.max.is_some_and(|max| number > max) {
            let mut issue = Issue::error(IssueCode::OutOfRange, path).with("value", number);
            issue = field
                .min
                .into_iter()
                .fold(issue, |issue, min| issue.with("min", min));
            issue = field
                .max
                .into_iter()
                .fold(issue, |issue, max| issue.with("max", max));
            self.issues.push(issue);
        }
        self.option(field, value, path);
    }

    fn option(&mut self, field: &Field, value: &Value, path: &str) {
        if field.open
            || field.options.is_empty()
            || field.options.iter().any(|choice| choice.value.is(value))
        {
            return;
        }
        let options: Vec<_> = field
            .options
            .iter()
            .map(|choice| choice.value.to_string())
            .collect();
        let issue = Issue::error(IssueCode::NotAnOption, path);
        self.issues.push(issue.with("options", options.join(", ")));
    }

    fn wrong_type(&mut self, expected: &str, path: &str) {
        self.issues
            .push(Issue::error(IssueCode::WrongType, path).with("expected", expected));
    }
}

/// A number, also one that is written as text.
pub(crate) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text
            .trim()
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}

/// Whether a member belongs to the service at hand.
fn fits(node: &Node, service: Option<&str>) -> bool {
    match node.field.and_then(|field| field.service) {
        Some(wanted) => service == Some(wanted),
        None => true,
    }
}

/// A service that this crate has no rows for: its members are left alone.
fn is_foreign(service: Option<&str>) -> bool {
    service.is_some_and(|service| {
        ![super::WEB_RECORDER, super::PUSH, super::VIDEO_ON_DEMAND].contains(&service)
    })
}
