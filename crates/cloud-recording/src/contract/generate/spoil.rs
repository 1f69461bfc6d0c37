//! One fault in a valid request.

use serde_json::{Value, json};

use super::{Dice, is_required};
use crate::contract::field::{Field, Form, Kind};
use crate::contract::pointer::{entry, member};
use crate::contract::tree::{Node, tree};
use crate::{Call, Mode};

/// A body with one fault.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoilt {
    /// The body.
    pub body: Value,
    /// Where the fault is: a JSON pointer, also of a member that is missing.
    pub path: String,
}

/// Takes a valid body and makes one member of it wrong: out of range, no option, of another form
/// or type, too many, or missing. `None` where nothing can be wrong.
pub fn spoil(call: Call, mode: Mode, body: &Value, dice: &mut Dice) -> Option<Spoilt> {
    let mut faults = Vec::new();
    let mut search = Search {
        mode,
        faults: &mut faults,
    };
    search.members(tree(call), body, "", None);
    let (path, value) = dice.pick(&faults)?.clone();
    let mut body = body.clone();
    match value {
        Some(value) => *body.pointer_mut(&path)? = value,
        None => {
            let (holder, name) = path.rsplit_once('/')?;
            body.pointer_mut(holder)?
                .as_object_mut()?
                .shift_remove(name)?;
        }
    }
    Some(Spoilt { body, path })
}

struct Search<'a> {
    mode: Mode,
    /// Where, and what to put there; nothing takes the member away.
    faults: &'a mut Vec<(String, Option<Value>)>,
}

impl Search<'_> {
    fn members(&mut self, node: &Node, value: &Value, path: &str, service: Option<&str>) {
        let Value::Object(members) = value else {
            return;
        };
        let service = value.get("serviceName").and_then(Value::as_str).or(service);
        for (name, value) in members {
            let Some(child) = node.child(name) else {
                continue;
            };
            let Some(field) = child.field else { continue };
            if field.service.is_some() && field.service != service {
                continue;
            }
            let path = member(path, name);
            if is_required(field, self.mode) {
                self.faults.push((path.clone(), None));
            }
            for fault in faults(field, value, self.mode) {
                self.faults.push((path.clone(), Some(fault)));
            }
            self.inside(child, field, value, &path, service);
        }
    }

    fn inside(
        &mut self,
        node: &Node,
        field: &Field,
        value: &Value,
        path: &str,
        service: Option<&str>,
    ) {
        match (field.kind, value) {
            (Kind::Object, _) => self.members(node, value, path, service),
            (Kind::Objects, Value::Array(entries)) => {
                for (index, value) in entries.iter().enumerate() {
                    self.members(node, value, &entry(path, index), service);
                }
            }
            (Kind::Texts, Value::Array(entries)) => {
                for index in 0..entries.len() {
                    let path = entry(path, index);
                    let faults = texts(field, self.mode).into_iter();
                    self.faults
                        .extend(faults.map(|fault| (path.clone(), Some(fault))));
                }
            }
            _ => {}
        }
    }
}

fn faults(field: &Field, value: &Value, mode: Mode) -> Vec<Value> {
    match field.kind {
        Kind::Integer | Kind::Number => numbers(field),
        Kind::Text => texts(field, mode),
        Kind::Flag => vec![json!("yes"), json!(1)],
        Kind::Object => vec![json!("text"), json!([])],
        Kind::Texts | Kind::Objects => lists(field, value),
    }
}

fn numbers(field: &Field) -> Vec<Value> {
    let mut faults = vec![json!("many"), json!(true)];
    let step = if field.kind == Kind::Integer {
        1.0
    } else {
        0.000_001
    };
    if field.kind == Kind::Integer {
        faults.push(json!(1.5));
        faults.extend(field.min.map(|min| json!((min - step) as i64)));
        faults.extend(field.max.map(|max| json!((max + step) as i64)));
    } else {
        faults.extend(field.min.map(|min| json!(min - step)));
        faults.extend(field.max.map(|max| json!(max + step)));
    }
    if !field.open && !field.options.is_empty() {
        faults.push(json!(99));
    }
    faults
}

fn texts(field: &Field, mode: Mode) -> Vec<Value> {
    if field.open && field.options.is_empty() {
        return Vec::new();
    }
    let mut faults = vec![json!(7), json!(null)];
    if !field.open && !field.options.is_empty() {
        faults.push(json!("no such option"));
    }
    let wrong: &[&str] = match field.form {
        Form::Uid | Form::UidOrAll => &["0", "4294967296", "alice", "-1"],
        Form::Color => &["red", "#12345", "#GGGGGG"],
        Form::RtmpAddress => &["https://example.com"],
        Form::Host => &["https://example.com/bucket", ""],
        Form::Salt => &["c2hvcnQ="],
        Form::PathPart => &["a_b", "", "a/b"],
        Form::ChannelName if mode == Mode::Web => &[""],
        Form::ChannelName => &["", "a/b"],
        Form::Filled | Form::Literal | Form::WebAddress => &[""],
        Form::Any | Form::UidOrEmpty | Form::Image | Form::JsonText => &[],
    };
    faults.extend(wrong.iter().map(|text| json!(text)));
    faults
}

fn lists(field: &Field, value: &Value) -> Vec<Value> {
    let mut faults = vec![json!("text"), json!({})];
    if field.min.is_some_and(|min| min > 0.0) {
        faults.push(json!([]));
    }
    let first = value.as_array().and_then(|entries| entries.first());
    if let (Some(max), Some(first)) = (field.max, first) {
        faults.push(Value::from(vec![first.clone(); max as usize + 1]));
    }
    faults
}
