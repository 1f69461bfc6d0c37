use axum::http::HeaderValue;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

/// A moment (Unix milliseconds) as the header `Date` writes it; nothing for one that no calendar has.
pub(super) fn header(ms: i64) -> Option<HeaderValue> {
    let at = Timestamp::from_millisecond(ms).ok()?;
    let text = DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&at)
        .ok()?;
    HeaderValue::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn a_date_has_the_form_of_http() {
        let date = header(1_719_800_000_123);
        let date = date.as_ref().and_then(|it| it.to_str().ok());
        assert_eq!(
            date,
            Some("Mon, 01 Jul 2024 02:13:20 GMT"),
            "in GMT, to the second"
        );
    }
}
