use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use super::fields;
use super::pointer::{entry, member};

/// What stands in the place of a secret.
pub const REDACTED: &str = "•••";

/// Shorter texts would tear holes into ordinary words and protect nothing.
const SHORTEST: usize = 4;

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

/// The texts of all secret members of at least four bytes, for taking them out of what comes back.
pub fn secret_texts(value: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    each_secret(&mut value.clone(), &mut |secret| {
        if let Value::String(text) = secret
            && text.len() >= SHORTEST
        {
            texts.push(text.clone());
        }
    });
    texts
}

/// JSON pointers of all members whose name is a secret of the contract, whatever their value is;
/// `null` is none.
pub fn secret_places(value: &Value) -> Vec<String> {
    let mut places = Vec::new();
    find(value, String::new(), &mut places);
    places
}

fn find(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                let place = member(&at, name);
                if is_secret_name(name) && !inner.is_null() {
                    places.push(place);
                } else {
                    find(inner, place, places);
                }
            }
        }
        Value::Array(entries) => {
            for (index, inner) in entries.iter().enumerate() {
                find(inner, entry(&at, index), places);
            }
        }
        _ => {}
    }
}

/// Takes secrets of at least four bytes out of a text, as they are and in all the ways in which JSON
/// can write them.
///
/// ```
/// use cloud_recording::contract::conceal;
///
/// let text = r#"{"message":"no bucket for a\/key"}"#;
/// assert_eq!(conceal(text, ["a/key"].into_iter()), r#"{"message":"no bucket for •••"}"#);
/// ```
pub fn conceal<'a>(text: &str, secrets: impl Iterator<Item = &'a str>) -> String {
    let mut forms: Vec<String> = secrets
        .filter(|secret| secret.len() >= SHORTEST)
        .flat_map(written)
        .collect();
    // A secret can be a part of another one, of which nothing may be left over.
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let mut text = text.to_owned();
    for form in forms {
        if text.contains(&form) {
            text = text.replace(&form, REDACTED);
        }
    }
    text
}

/// As it is, as JSON writes it, with escaped strokes, with everything beyond ASCII escaped, and with both.
fn written(secret: &str) -> Vec<String> {
    let json = Value::from(secret).to_string();
    // Only the two quotes around it: the text may end in quotes of its own.
    let json = json.get(1..json.len() - 1).unwrap_or_default().to_owned();
    let mut forms = vec![secret.to_owned()];
    if !json.is_ascii() {
        let ascii = |upper: bool| -> String {
            json.chars()
                .flat_map(|sign| match sign {
                    sign if sign.is_ascii() => vec![sign],
                    sign => escaped(sign, upper),
                })
                .collect()
        };
        forms.extend([ascii(false), ascii(true)]);
    }
    forms.push(json);
    let strokes = |form: &String| form.replace('/', "\\/");
    let escaped: Vec<_> = forms.iter().skip(1).map(strokes).collect();
    forms.extend(escaped);
    forms
}

fn escaped(sign: char, upper: bool) -> Vec<char> {
    let mut units = [0; 2];
    sign.encode_utf16(&mut units)
        .iter()
        .flat_map(|unit| {
            let hex = if upper {
                format!("\\u{unit:04X}")
            } else {
                format!("\\u{unit:04x}")
            };
            hex.chars().collect::<Vec<_>>()
        })
        .collect()
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
