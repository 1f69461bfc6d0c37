use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use super::fields;

/// What stands in the place of a secret.
pub const REDACTED: &str = "•••";

/// The names of all secret members, in lower case: a slip in a name's case is still a secret.
static SECRET_NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let secret = fields().iter().filter(|field| field.secret);
    secret
        .map(|field| field.name().to_ascii_lowercase())
        .collect()
});

/// Whether a member of that name is a secret of the contract, wherever it stands.
pub fn is_secret_name(name: &str) -> bool {
    SECRET_NAMES.contains(&name.to_ascii_lowercase())
}

/// Replaces every member whose name is a secret of the contract by `•••`, at any depth, whatever
/// its value is.
pub fn redact(value: &mut Value) {
    each_secret(value, &mut |secret| *secret = Value::from(REDACTED));
}

/// The texts of all secret members, for taking them out of what comes back.
#[cfg(feature = "client")]
pub(crate) fn secret_texts(value: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    each_secret(&mut value.clone(), &mut |secret| {
        // Shorter texts would tear holes into ordinary words and protect nothing.
        if let Value::String(text) = secret
            && text.len() >= 4
        {
            texts.push(text.clone());
        }
    });
    texts
}

fn each_secret(value: &mut Value, act: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if is_secret_name(name) && !member.is_null() {
                    act(member);
                } else {
                    each_secret(member, act);
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| each_secret(entry, act)),
        _ => {}
    }
}
