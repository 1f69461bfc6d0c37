//! Valid requests and ones with a single fault, made from the rows: for the tests of whoever
//! builds on the contract, and for measuring.
//!
//! Everything comes from a [`Dice`], so a seed names a body for good.
//!
//! ```
//! use cloud_recording::contract::{Severity, check, generate};
//! use cloud_recording::{Call, Mode};
//!
//! let mut dice = generate::Dice::new(7);
//! let body = generate::request(Call::Start, Mode::Mix, &mut dice);
//! let issues = check(Call::Start, Some(Mode::Mix), &body);
//! assert!(issues.iter().all(|issue| issue.severity == Severity::Warning));
//! ```

mod dice;
mod fit;
mod leaf;
mod spoil;

use serde_json::{Map, Value, json};

use super::field::{Field, Kind, Required};
use super::tree::{Node, tree};
use crate::{Call, Mode};

pub use dice::Dice;
pub use spoil::{Spoilt, spoil};

/// A request without any error: what is required, and about half of the rest.
///
/// Query and the user list have no body, and updateLayout has none outside of mix: null.
pub fn request(call: Call, mode: Mode, dice: &mut Dice) -> Value {
    let has_body = !matches!(call, Call::Query | Call::ChannelUsers)
        && (call != Call::UpdateLayout || mode == Mode::Mix);
    if !has_body {
        return Value::Null;
    }
    let client_request = match call {
        Call::Acquire => acquire(mode, dice),
        Call::Start => start(mode, dice),
        Call::Update => fit::update(mode, dice),
        Call::UpdateLayout => {
            let mut layout = members(part(call, &[]), mode, dice);
            fit::layout(&mut layout, dice);
            layout
        }
        _ => members(part(call, &[]), mode, dice),
    };
    json!({
        "cname": leaf::channel_name(dice),
        "uid": leaf::uid(dice),
        "clientRequest": client_request,
    })
}

fn acquire(mode: Mode, dice: &mut Dice) -> Map<String, Value> {
    let mut request = members(part(Call::Acquire, &[]), mode, dice);
    match mode {
        Mode::Web => request.insert("scene".to_owned(), json!(1)),
        // 2 is for individual recording only, and no longer documented.
        _ => request.insert("scene".to_owned(), json!(0)),
    };
    if request.contains_key("startParameter") {
        request.insert(
            "startParameter".to_owned(),
            Value::Object(start(mode, dice)),
        );
    }
    request
}

/// The `clientRequest` of a start.
pub fn start(mode: Mode, dice: &mut Dice) -> Map<String, Value> {
    let mut request = members(part(Call::Start, &[]), mode, dice);
    fit::start(&mut request, mode, dice);
    request
}

/// A place in the tree of a call, from `clientRequest` on.
fn part(call: Call, names: &[&str]) -> &'static Node {
    let root = tree(call);
    let mut node = root.child("clientRequest").unwrap_or(root);
    for name in names {
        node = node.child(name).unwrap_or(node);
    }
    node
}

fn belongs(field: &Field, mode: Mode) -> bool {
    field.modes.contains(&mode) && !field.legacy && field.service.is_none()
}

fn is_required(field: &Field, mode: Mode) -> bool {
    match field.required {
        Required::No => false,
        Required::Yes => true,
        Required::In(modes) => modes.contains(&mode),
    }
}

/// An object with every required member and half of the others.
fn members(node: &Node, mode: Mode, dice: &mut Dice) -> Map<String, Value> {
    let mut members = Map::new();
    for (name, child) in &node.children {
        let Some(field) = child.field.filter(|field| belongs(field, mode)) else {
            continue;
        };
        if is_required(field, mode) || dice.chance(50) {
            members.insert((*name).to_owned(), value(child, field, mode, dice));
        }
    }
    members
}

fn value(node: &Node, field: &Field, mode: Mode, dice: &mut Dice) -> Value {
    match field.kind {
        Kind::Object => Value::Object(members(node, mode, dice)),
        Kind::Objects => {
            let most = field.max.map_or(4, |max| max as u64).clamp(1, 4);
            let count = 1 + dice.below(most);
            (0..count)
                .map(|_| Value::Object(members(node, mode, dice)))
                .collect()
        }
        _ => leaf::value(field, dice),
    }
}
