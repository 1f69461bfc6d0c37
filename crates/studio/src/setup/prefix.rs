//! A folder of its own for each recording: letters and digits only, since the service takes nothing else.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// `weeklytownhall` and `20261124T101502x7k2`: the channel, then the time and four random letters.
pub fn fresh(channel: &str, now: i64) -> Vec<String> {
    let mut random = [0u8; 4];
    // Without randomness the time alone still keeps recordings apart to the second.
    let _ = getrandom::fill(&mut random);
    let alphabet = b"abcdefghijkmnpqrstuvwxyz23456789";
    let tail: String = random
        .iter()
        .map(|byte| char::from(alphabet[usize::from(byte % 32)]))
        .collect();
    vec![
        folder(channel),
        format!("{}{tail}", moment(now, "%Y%m%dT%H%M%S")),
    ]
}

/// What the folder will be called, as far as it is known before the start.
pub fn preview(channel: &str, now: i64) -> String {
    format!("{}/{}…", folder(channel), moment(now, "%Y%m%d"))
}

fn folder(channel: &str) -> String {
    let name: String = channel
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(40)
        .collect();
    if name.is_empty() {
        "channel".to_owned()
    } else {
        name.to_ascii_lowercase()
    }
}

fn moment(now: i64, form: &str) -> String {
    let at = Timestamp::from_millisecond(now).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_zoned_datetime(TimeZone::system())
        .strftime(form)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_letters_and_digits_whatever_the_channel() {
        for channel in ["weekly town-hall", "!#$%", "ÄÖ", &"x".repeat(64)] {
            let parts = fresh(channel, 1_790_000_000_000);
            assert!(
                parts.join("/").len() <= 127,
                "{channel}: within 128 with the last slash"
            );
            for part in &parts {
                assert!(
                    !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()),
                    "{channel} gives {part}"
                );
            }
        }
        let (one, two) = (fresh("a", 1), fresh("a", 1));
        assert_ne!(
            one, two,
            "two recordings of one second have different folders"
        );
    }
}
