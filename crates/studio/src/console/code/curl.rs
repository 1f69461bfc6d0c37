use super::literal::{Words, json};
use super::{CUSTOMER_ID, CUSTOMER_SECRET, Program};

/// A command for a POSIX shell. The body goes in by a here document, so that no secret becomes an argument
/// of its own line, and each variable must be set.
pub fn write(program: &Program) -> String {
    let mut out = format!(
        "# {}\ncurl -sS -X {} {} \\\n  -u \"${{{CUSTOMER_ID}:?}}:${{{CUSTOMER_SECRET}:?}}\" \\\n  \
         -H 'Content-Type: application/json'",
        program.needs(),
        program.method,
        quoted(&program.url),
    );
    if let Some(body) = &program.body {
        let text = |text: &str| escaped(&json(text));
        let words = Words {
            yes: "true",
            no: "false",
            nothing: "null",
            object: ("{", "}"),
            list: ("[", "]"),
            last_comma: false,
            name: |name| escaped(&json(name)),
            text,
            number: super::literal::number,
            variable: |name| format!("\"${{{name}:?}}\""),
            indent: "  ",
        };
        let body = words.write(body, &program.variables, 0);
        out.push_str(&format!(" \\\n  --data-binary @- <<JSON\n{body}\nJSON"));
    }
    out.push('\n');
    out
}

/// What a here document would take for its own.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('$', "\\$")
        .replace('`', "\\`")
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
