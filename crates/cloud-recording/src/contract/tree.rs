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

    /// A known name close to one that is not known.
    pub fn meant(&self, name: &str) -> Option<&'static str> {
        let close = |known: &&&str| {
            known.eq_ignore_ascii_case(name) || (name.len() > 4 && distance(known, name) <= 2)
        };
        self.children.keys().find(close).copied()
    }
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
