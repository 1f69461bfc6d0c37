use super::literal::{Words, json, number};
use super::{CUSTOMER_ID, CUSTOMER_SECRET, Program};

/// Python 3 with the package requests.
pub fn write(program: &Program) -> String {
    let words = Words {
        yes: "True",
        no: "False",
        nothing: "None",
        object: ("{", "}"),
        list: ("[", "]"),
        last_comma: true,
        name: json,
        text: json,
        number,
        variable: |name| format!("os.environ[\"{name}\"]"),
        indent: "    ",
    };
    let body = match &program.body {
        Some(body) => format!("    json={},\n", words.write(body, &program.variables, 1)),
        None => String::new(),
    };
    format!(
        "# {}\nimport os\n\nimport requests\n\nanswer = requests.request(\n    \"{}\",\n    {},\n    \
         auth=(os.environ[\"{CUSTOMER_ID}\"], os.environ[\"{CUSTOMER_SECRET}\"]),\n    \
         headers={{\"Content-Type\": \"application/json\"}},\n{body}    timeout=40,\n)\n\
         print(answer.status_code)\nprint(answer.text)\n",
        program.needs(),
        program.method,
        json(&program.url),
    )
}
