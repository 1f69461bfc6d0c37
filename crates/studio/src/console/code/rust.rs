use super::literal::{Words, number};
use super::{CUSTOMER_ID, CUSTOMER_SECRET, Program};

/// Rust with reqwest (features `blocking` and `json`) and serde_json.
pub fn write(program: &Program) -> String {
    let words = Words {
        yes: "true",
        no: "false",
        nothing: "null",
        object: ("{", "}"),
        list: ("[", "]"),
        last_comma: false,
        name: literal,
        text: literal,
        number,
        variable: |name| format!("std::env::var(\"{name}\")?"),
        indent: "    ",
    };
    let (limit, uses, body) = match &program.body {
        Some(body) => (
            // The macro goes one deeper for each of a body's parts.
            "#![recursion_limit = \"1024\"]\n",
            "use serde_json::json;\n\n",
            format!(
                "        .json(&json!({}))\n",
                words.write(body, &program.variables, 2)
            ),
        ),
        None => ("", "", String::new()),
    };
    format!(
        "// {}\n// Cargo.toml: reqwest with the features blocking and json, serde_json\n{limit}{uses}\
         fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
         let answer = reqwest::blocking::Client::new()\n        .request(reqwest::Method::{}, {})\n        \
         .basic_auth(\n            std::env::var(\"{CUSTOMER_ID}\")?,\n            \
         Some(std::env::var(\"{CUSTOMER_SECRET}\")?),\n        )\n        \
         .header(\"Content-Type\", \"application/json\")\n{body}        .send()?;\n    \
         println!(\"{{}}\", answer.status());\n    println!(\"{{}}\", answer.text()?);\n    Ok(())\n}}\n",
        program.needs(),
        program.method,
        literal(&program.url),
    )
}

fn literal(text: &str) -> String {
    format!("{text:?}")
}
