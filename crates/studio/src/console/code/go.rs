use super::literal::{Words, json, number};
use super::{CUSTOMER_ID, CUSTOMER_SECRET, Program};

/// Go, with the standard library alone.
pub fn write(program: &Program) -> String {
    let words = Words {
        yes: "true",
        no: "false",
        nothing: "nil",
        object: ("map[string]any{", "}"),
        list: ("[]any{", "}"),
        last_comma: true,
        name: json_for_go,
        text: json_for_go,
        number: |it| match it.as_i64() {
            Some(_) => number(it),
            None if it.is_f64() => number(it),
            // Beyond what a plain number can be.
            None => format!("json.Number(\"{it}\")"),
        },
        variable: |name| format!("env(\"{name}\")"),
        indent: "\t",
    };
    let (imports, body, reader) = match &program.body {
        Some(body) => (
            "\t\"bytes\"\n\t\"encoding/json\"\n",
            format!(
                "\tbody, err := json.Marshal({})\n\tif err != nil {{\n\t\tlog.Fatal(err)\n\t}}\n",
                words.write(body, &program.variables, 1)
            ),
            "bytes.NewReader(body)",
        ),
        None => ("", String::new(), "nil"),
    };
    format!(
        "// {}\npackage main\n\nimport (\n{imports}\t\"fmt\"\n\t\"io\"\n\t\"log\"\n\t\"net/http\"\n\t\"os\"\n)\n\n\
         func env(name string) string {{\n\tvalue, ok := os.LookupEnv(name)\n\tif !ok {{\n\t\t\
         log.Fatalf(\"%s is not set\", name)\n\t}}\n\treturn value\n}}\n\n\
         func main() {{\n{body}\trequest, err := http.NewRequest(\"{}\", {}, {reader})\n\
         \tif err != nil {{\n\t\tlog.Fatal(err)\n\t}}\n\
         \trequest.SetBasicAuth(env(\"{CUSTOMER_ID}\"), env(\"{CUSTOMER_SECRET}\"))\n\
         \trequest.Header.Set(\"Content-Type\", \"application/json\")\n\
         \tanswer, err := http.DefaultClient.Do(request)\n\tif err != nil {{\n\t\tlog.Fatal(err)\n\t}}\n\
         \tdefer answer.Body.Close()\n\ttext, err := io.ReadAll(answer.Body)\n\
         \tif err != nil {{\n\t\tlog.Fatal(err)\n\t}}\n\
         \tfmt.Println(answer.StatusCode)\n\tfmt.Println(string(text))\n}}\n",
        program.needs(),
        program.method,
        json_for_go(&program.url),
    )
}

/// What JSON escapes, Go reads in the same way, but for a sign that its source must not have.
fn json_for_go(text: &str) -> String {
    json(text).replace('\u{feff}', "\\ufeff")
}
