//! cURL lines, as people keep them in notes and scripts.

/// Options of curl that carry a body.
const BODIES: [&str; 6] = [
    "-d",
    "--data",
    "--data-raw",
    "--data-binary",
    "--data-ascii",
    "--json",
];

/// The body of a cURL line; `None` where the text is no such line or has no body.
pub fn body(text: &str) -> Option<String> {
    let words = words(text.trim_start().strip_prefix("curl")?);
    let mut rest = words.into_iter();
    while let Some(word) = rest.next() {
        if BODIES.contains(&word.as_str()) {
            return rest.next();
        }
        let joined = BODIES.iter().find_map(|option| {
            let after = word.strip_prefix(option)?;
            if option.starts_with("--") {
                after.strip_prefix('=')
            } else {
                Some(after)
            }
        });
        if let Some(joined) = joined.filter(|joined| !joined.is_empty()) {
            return Some(joined.to_owned());
        }
    }
    None
}

/// Splits as a shell would: both kinds of quotes, backslashes, continued lines.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\'' => {
                let word = word.get_or_insert_default();
                word.extend(signs.by_ref().take_while(|next| *next != '\''));
            }
            '"' => {
                let word = word.get_or_insert_default();
                while let Some(next) = signs.next() {
                    match next {
                        '"' => break,
                        '\\' if matches!(signs.peek(), Some('"' | '\\' | '$' | '`')) => {
                            word.extend(signs.next());
                        }
                        other => word.push(other),
                    }
                }
            }
            '\\' => match signs.next() {
                Some('\n') | None => {}
                Some('\r') => {
                    signs.next_if_eq(&'\n');
                }
                Some(other) => word.get_or_insert_default().push(other),
            },
            blank if blank.is_whitespace() => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}

/// A call of updateLayout, with placeholders for everything that only the person knows.
pub fn update_layout(body: &str) -> String {
    let quoted = body.replace('\'', "'\\''");
    format!(
        "curl -X POST 'https://api.agora.io/v1/apps/APP_ID/cloud_recording/resourceid/RESOURCE_ID/sid/SID/mode/mix/updateLayout' \\\n  \
         -u 'CUSTOMER_ID:CUSTOMER_SECRET' \\\n  -H 'Content-Type: application/json' \\\n  -d '{quoted}'"
    )
}
