//! The contract as a page to read: `docs/contract.md` is made of the rows and nothing else.

mod requests;
mod tables;

use super::field::Field;

/// The whole contract as Markdown. A test compares the kept file with it.
///
/// ```
/// let page = cloud_recording::contract::document();
/// assert!(page.contains("maxIdleTime") && page.contains("2592000"));
/// ```
pub fn document() -> String {
    let mut page = String::from(HEAD);
    page.push_str(&tables::figures());
    page.push_str(&requests::all());
    page.push_str(&tables::decisions());
    page.push_str(&tables::rules_and_issues());
    page.push_str(&tables::vendors());
    page.push_str(&tables::pictures());
    page.push_str(&tables::errors());
    page.push_str(&tables::notifications());
    page
}

const HEAD: &str = "\
# The contract

Made from the rows of `crates/cloud-recording/src/contract/` by
`cargo run -p cloud-recording --example contract-docs`. Change the rows, not this page.

The same rows judge request bodies, refuse them in the practice service, and make the forms. An
*error* is what the service refuses, a *warning* what it takes to the user's harm.
";

/// A line of a table. What would end a cell is escaped.
fn line(cells: &[String]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// The first two lines of a table.
fn table(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
    let rule: Vec<_> = names.iter().map(|_| "---".to_owned()).collect();
    format!("\n{}{}", line(&names), line(&rule))
}

fn code(text: impl std::fmt::Display) -> String {
    format!("`{text}`")
}

fn modes(field: &Field) -> String {
    if field.modes.len() == crate::Mode::ALL.len() {
        return "all".to_owned();
    }
    field
        .modes
        .iter()
        .map(|mode| mode.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}
