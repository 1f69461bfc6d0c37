//! Single values.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Dice;
use crate::contract::channel_name::CHANNEL_NAME_SIGNS;
use crate::contract::field::{Field, Form, Kind};
use crate::contract::forms::ALL_STREAMS;

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// A legal value of a row that is no object.
pub(super) fn value(field: &Field, dice: &mut Dice) -> Value {
    if field.kind == Kind::Texts {
        return texts(field, dice);
    }
    if let Some(choice) = dice.pick(field.options) {
        return choice.value.to_json();
    }
    match field.kind {
        Kind::Flag => Value::from(dice.chance(50)),
        Kind::Integer => {
            let least = field.min.unwrap_or(0.0) as i64;
            let most = field
                .max
                .map_or(least.saturating_add(5000), |max| max as i64);
            // The limits themselves are the likeliest to be wrong somewhere.
            match dice.below(6) {
                0 => json!(least),
                1 => json!(most),
                _ => json!(least + dice.below((most - least) as u64 + 1) as i64),
            }
        }
        Kind::Number => share(dice.below(1_000_001)),
        _ => Value::from(text(field.form, dice)),
    }
}

/// A share of whole millionths.
pub(super) fn share(millionths: u64) -> Value {
    json!(millionths as f64 / 1e6)
}

fn texts(field: &Field, dice: &mut Dice) -> Value {
    if field.form == Form::UidOrAll && dice.chance(25) {
        return json!([ALL_STREAMS]);
    }
    if let Some(choice) = dice.pick(field.options) {
        return json!([choice.value.to_json()]);
    }
    let most = field.max.map_or(4, |max| max as u64);
    let count = if dice.chance(10) {
        most
    } else {
        1 + dice.below(most.min(4))
    };
    let form = if field.form == Form::UidOrAll {
        Form::Uid
    } else {
        field.form
    };
    (0..count).map(|_| Value::from(text(form, dice))).collect()
}

fn text(form: Form, dice: &mut Dice) -> String {
    match form {
        Form::ChannelName => channel_name(dice),
        Form::Uid | Form::UidOrAll => uid(dice),
        Form::UidOrEmpty if dice.chance(20) => String::new(),
        Form::UidOrEmpty => uid(dice),
        Form::Color => format!("#{:06X}", dice.below(1 << 24)),
        Form::Image | Form::WebAddress => format!("https://example.com/{}.jpg", word(dice)),
        Form::RtmpAddress => format!("rtmp://example.com/live/{}", word(dice)),
        Form::Host => format!("{}.example.com", word(dice).to_ascii_lowercase()),
        Form::Salt => {
            let bytes: Vec<u8> = (0..32).map(|_| dice.below(256) as u8).collect();
            STANDARD.encode(bytes)
        }
        Form::JsonText => r#"{"correctEXTINF":true}"#.to_owned(),
        Form::Any | Form::Filled | Form::Literal | Form::PathPart => word(dice),
    }
}

fn word(dice: &mut Dice) -> String {
    let length = 1 + dice.below(12);
    spelt(LETTERS, length, dice)
}

/// Any user's ID, the least and the greatest among them.
pub(super) fn uid(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => 1.to_string(),
        1 => u32::MAX.to_string(),
        _ => (1 + dice.below(u64::from(u32::MAX))).to_string(),
    }
}

/// Any legal name, up to its 64 bytes.
pub(super) fn channel_name(dice: &mut Dice) -> String {
    let length = 1 + dice.below(64);
    spelt(&format!("{LETTERS}{CHANNEL_NAME_SIGNS} "), length, dice)
}

fn spelt(letters: &str, length: u64, dice: &mut Dice) -> String {
    let letters = letters.as_bytes();
    (0..length)
        .filter_map(|_| dice.pick(letters))
        .map(|letter| char::from(*letter))
        .collect()
}
