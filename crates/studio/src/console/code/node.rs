use super::literal::{Words, json, number};
use super::{CUSTOMER_ID, CUSTOMER_SECRET, Program};

/// Node 18 or later, without packages.
pub fn write(program: &Program) -> String {
    let words = Words {
        yes: "true",
        no: "false",
        nothing: "null",
        object: ("{", "}"),
        list: ("[", "]"),
        last_comma: true,
        // As a plain name this one would set the object's prototype.
        name: |name| match name {
            "__proto__" => "[\"__proto__\"]".to_owned(),
            name => json(name),
        },
        text: json,
        number,
        variable: |name| format!("env(\"{name}\")"),
        indent: "  ",
    };
    let body = match &program.body {
        Some(body) => {
            let body = words.write(body, &program.variables, 2);
            format!("    body: JSON.stringify({body}),\n")
        }
        None => String::new(),
    };
    format!(
        "// {}\nfunction env(name) {{\n  const value = process.env[name];\n  \
         if (value === undefined) throw new Error(`${{name}} is not set`);\n  return value;\n}}\n\n\
         async function main() {{\n  \
         const credentials = `${{env(\"{CUSTOMER_ID}\")}}:${{env(\"{CUSTOMER_SECRET}\")}}`;\n  \
         const answer = await fetch({}, {{\n    method: \"{}\",\n    headers: {{\n      \
         Authorization: `Basic ${{Buffer.from(credentials).toString(\"base64\")}}`,\n      \
         \"Content-Type\": \"application/json\",\n    }},\n{body}  }});\n  \
         console.log(answer.status);\n  console.log(await answer.text());\n}}\n\n\
         main().catch((error) => {{\n  console.error(error);\n  process.exitCode = 1;\n}});\n",
        program.needs(),
        json(&program.url),
        program.method,
    )
}
