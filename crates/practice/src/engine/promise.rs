//! `startParameter`: acquire may be told what start will say, and start must then say just that.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// A digest of what was promised. The thing itself holds storage keys, so it is not kept. The
/// resource's ID, which is random, goes in first: nobody can try out keys for many rows at once.
pub(super) fn digest(resource_id: &str, parameter: &Value) -> String {
    let mut digest = Sha256::new();
    digest.update(resource_id);
    digest.update(sorted(parameter).to_string());
    digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The same value with its members in order, since their order means nothing in JSON.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members
                .iter()
                .map(|(k, v)| (k.clone(), sorted(v)))
                .collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members.into_iter().collect())
        }
        Value::Array(entries) => entries.iter().map(sorted).collect(),
        plain => plain.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::digest;

    #[test]
    fn order_of_members_does_not_matter_but_values_do() {
        let one = digest("r", &json!({"a": 1, "b": {"c": [1, 2], "d": null}}));
        let same = digest("r", &json!({"b": {"d": null, "c": [1, 2]}, "a": 1}));
        assert_eq!(one, same, "only the order of members differs");
        let other = digest("r", &json!({"a": 1, "b": {"c": [2, 1], "d": null}}));
        assert_ne!(one, other, "a list's order is part of it");
    }
}
