//! The rows as a tree, in which a body can be walked.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::field::Field;
use super::fields;
use crate::Call;

/// A member and what can be inside it.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The row, except for the root.
    pub field: Option<&'static Field>,
    /// By name; the name and its other spellings lead to the same row.
    pub children: BTreeMap<&'static str, Node>,
}

static TREES: LazyLock<BTreeMap<&'static str, Node>> = LazyLock::new(|| {
    let mut trees: BTreeMap<&'static str, Node> = BTreeMap::new();
    for field in fields() {
        let mut names = field
            .path
            .split('.')
            .map(|name| name.trim_end_matches("[]"));
        let mut node = trees.entry(names.next().unwrap_or_default()).or_default();
        for name in names {
            node = node.children.entry(name).or_default();
        }
        node.field = Some(field);
    }
    trees
});

static NOTHING: LazyLock<Node> = LazyLock::new(Node::default);

/// What the body of a call can hold.
pub(super) fn tree(call: Call) -> &'static Node {
    TREES.get(call.as_str()).unwrap_or(&NOTHING)
}

impl Node {
    /// The child of that name or other spelling.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.get(name).or_else(|| {
            self.children.values().find(|node| {
                node.field
                    .is_some_and(|field| field.aliases.contains(&name))
            })
        })
    }

    /// The known name that differs from one that is not known in its letters' case only.
    pub fn same_letters(&self, name: &str) -> Option<&'static str> {
        self.children
            .keys()
            .find(|known| known.eq_ignore_ascii_case(name))
            .copied()
    }

    /// The nearest known name to one that is not known, at most two letters away.
    pub fn meant(&self, name: &str) -> Option<&'static str> {
        let near = self
            .children
            .keys()
            .map(|known| (distance(known, name), *known));
        let (letters, known) = near.min_by_key(|(letters, _)| *letters)?;
        (name.len() > 4 && letters <= 2).then_some(known)
    }
}

/// Where else a member of that name belongs: in the same call first, else in a start.
pub(super) fn home(call: Call, name: &str) -> Option<&'static str> {
    let named = |call: Call| {
        let start = format!("{call}.");
        fields().iter().find(move |field| {
            field.path.starts_with(&start) && field.name() == name && !field.legacy
        })
    };
    named(call)
        .or_else(|| named(Call::Start))
        .map(|field| field.path)
}

/// How many letters differ (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
