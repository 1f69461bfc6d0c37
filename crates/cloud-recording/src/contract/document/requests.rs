use super::{code, line, modes, table};
use crate::Mode;
use crate::contract::field::{Elsewhere, Field, Form, Kind, Required};
use crate::contract::{answer_fields, fields, parameters};

const COLUMNS: [&str; 8] = [
    "member",
    "kind",
    "range or options",
    "default",
    "required",
    "modes",
    "notes",
    "since",
];

pub(super) fn all() -> String {
    let mut page = String::from("\n## Members\n");
    page.push_str(
        "\n`[]` stands for every entry of a list. Secrets are marked 🔒, what can change while \
         recording is marked ⟳.\n",
    );
    page.push_str(&section("In the addresses", "path.", parameters()));
    for call in ["acquire", "start", "update", "updateLayout", "stop"] {
        let title = format!("Body of {call}");
        page.push_str(&section(&title, &format!("{call}."), fields()));
    }
    page.push_str("\n### Body of query\n\nNone: it is a GET with its address alone.\n");
    page.push_str(&section("In the answers", "answer.", answer_fields()));
    page
}

fn section(title: &str, start: &str, rows: &[Field]) -> String {
    let mut page = format!("\n### {title}\n{}", table(&COLUMNS));
    for field in rows.iter().filter(|field| field.path.starts_with(start)) {
        page.push_str(&line(&[
            code(&field.path[start.len()..]),
            kind(field),
            range(field),
            field.default.to_json().map(code).unwrap_or_default(),
            required(field),
            modes(field),
            notes(field),
            field.since.to_owned(),
        ]));
    }
    page
}

fn kind(field: &Field) -> String {
    let form = match field.form {
        Form::Any | Form::Filled | Form::Literal => String::new(),
        form => format!(" ({})", form.as_str()),
    };
    format!("{}{form}", field.kind.as_str())
}

fn range(field: &Field) -> String {
    let options: Vec<_> = field
        .options
        .iter()
        .map(|choice| format!("`{}` {}", choice.value, choice.name))
        .collect();
    let what = match field.kind {
        Kind::Text => " bytes",
        Kind::Texts | Kind::Objects => " entries",
        _ => "",
    };
    let limits = match (field.min, field.max) {
        (Some(min), Some(max)) if min == max => format!("{min}{what}"),
        (Some(min), Some(max)) => format!("{min} to {max}{what}"),
        (Some(min), None) => format!("from {min}{what}"),
        (None, Some(max)) => format!("up to {max}{what}"),
        (None, None) => String::new(),
    };
    let unit = field
        .unit
        .filter(|unit| *unit != "share")
        .unwrap_or_default();
    let limits = format!("{limits} {unit}").trim().to_owned();
    let options = options.join(", ");
    [limits, options]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}

fn required(field: &Field) -> String {
    match field.required {
        Required::No => String::new(),
        Required::Yes => "yes".to_owned(),
        Required::In(modes) => modes
            .iter()
            .map(|mode| mode.as_str())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn notes(field: &Field) -> String {
    let mut notes = Vec::new();
    if field.secret {
        notes.push("🔒".to_owned());
    }
    if field.while_recording {
        notes.push("⟳".to_owned());
    }
    if field.legacy {
        notes.push("legacy: a warning".to_owned());
    }
    if field.modes.len() < Mode::ALL.len() {
        notes.push(match field.elsewhere {
            Elsewhere::Refused => "refused elsewhere".to_owned(),
            Elsewhere::Ignored => "ignored elsewhere, with a warning".to_owned(),
        });
    }
    if let Some(service) = field.service {
        notes.push(format!("of `{service}`"));
    }
    for show in field.show {
        let is: Vec<_> = show.is.iter().map(ToString::to_string).collect();
        let name = show.path.rsplit('.').next().unwrap_or(show.path);
        notes.push(format!("has a use when `{name}` is {}", is.join(", ")));
    }
    for alias in field.aliases {
        notes.push(format!("also read as `{alias}`"));
    }
    notes.push(format!("source {}", field.source));
    notes.join("; ")
}
