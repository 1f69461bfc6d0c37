//! What the page is given: controls, steps, conditions and words for every row.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cloud_recording::contract::{Control, FieldData, answer_data, field_data, vendor_data};
use serde_json::json;

fn row(path: &str) -> FieldData {
    field_data()
        .into_iter()
        .find(|row| row.path == path)
        .unwrap()
}

fn recording(name: &str) -> FieldData {
    row(&format!("start.clientRequest.recordingConfig.{name}"))
}

#[test]
fn every_row_has_the_control_of_its_kind() {
    let storage = |name: &str| row(&format!("start.clientRequest.storageConfig.{name}"));
    let layout = |name: &str| row(&format!("updateLayout.clientRequest.{name}"));
    for (row, control) in [
        (recording("maxIdleTime"), Control::Number),
        (recording("channelType"), Control::Choice),
        (recording("secret"), Control::Secret),
        (recording("subscribeVideoUids"), Control::Users),
        (recording("privateParams"), Control::Json),
        (recording("transcodingConfig"), Control::Group),
        (storage("fileNamePrefix"), Control::Texts),
        (storage("bucket"), Control::Text),
        (storage("stsExpiration"), Control::Moment),
        (layout("backgroundColor"), Control::Color),
        (layout("backgroundImage"), Control::Address),
        (layout("layoutConfig"), Control::Groups),
        (layout("layoutConfig[].uid"), Control::User),
        (row("stop.clientRequest.async_stop"), Control::Switch),
        (
            row("start.clientRequest.recordingFileConfig.avFileType"),
            Control::Choices,
        ),
        (row("path.mode"), Control::Choice),
    ] {
        assert_eq!(row.control, control, "{}", row.path);
    }
    for row in field_data() {
        let choosable = matches!(row.control, Control::Choice | Control::Choices);
        assert!(
            !choosable || !row.options.is_empty(),
            "{} has nothing to choose",
            row.path
        );
        assert_eq!(
            row.secret,
            row.control == Control::Secret,
            "{}: secrets hide",
            row.path
        );
    }
}

#[test]
fn numbers_say_their_step() {
    assert_eq!(recording("maxIdleTime").step, Some(1.0));
    assert_eq!(
        row("updateLayout.clientRequest.layoutConfig[].x_axis").step,
        Some(0.000_001)
    );
    assert_eq!(recording("secret").step, None);
}

#[test]
fn conditions_point_to_other_rows_and_to_values_that_these_can_have() {
    let rows: BTreeMap<_, _> = field_data()
        .into_iter()
        .map(|row| (row.path.clone(), row))
        .collect();
    let mut count = 0;
    for row in rows.values() {
        for show in &row.show {
            let other = rows.get(&show.path);
            let other = other.unwrap_or_else(|| panic!("{}: no row {}", row.path, show.path));
            assert!(!show.is.is_empty(), "{} could never be shown", row.path);
            for value in &show.is {
                let known = other.options.iter().any(|option| option.value == *value);
                assert!(known, "{}: {} is never {value}", row.path, show.path);
            }
            count += 1;
        }
    }
    assert!(count > 40, "only {count} conditions");
    let salt = recording("salt").show;
    assert_eq!(
        salt[0].path,
        "start.clientRequest.recordingConfig.decryptionMode"
    );
    assert_eq!(salt[0].is, [json!(7), json!(8)]);
    let page =
        row("start.clientRequest.extensionServiceConfig.extensionServices[].serviceParam.url");
    assert_eq!(page.show[0].is, [json!("web_recorder_service")]);
}

/// The keys of all words, as the page's compiler and tests want them.
fn keys() -> String {
    let mut fields: Vec<String> = Vec::new();
    let mut options: Vec<(String, Vec<String>)> = Vec::new();
    for row in field_data().into_iter().chain(answer_data()) {
        if fields.contains(&row.help) {
            continue;
        }
        fields.push(row.help.clone());
        if !row.options.is_empty() {
            let names = row.options.into_iter().map(|option| option.name);
            options.push((row.help, names.collect()));
        }
    }
    let mut text = String::from(
        "// Written by `cargo test -p cloud-recording` from the rows of the contract.\n\n\
         /** Under these keys every language has a label and a sentence of help. */\n\
         export const fieldKeys = [\n",
    );
    for key in &fields {
        text.push_str(&format!("  '{key}',\n"));
    }
    text.push_str("] as const;\n\n/** Under these keys every language names each option. */\nexport const optionKeys = {\n");
    for (key, names) in &options {
        let names: Vec<_> = names.iter().map(|name| format!("'{name}'")).collect();
        text.push_str(&format!("  '{key}': [{}],\n", names.join(", ")));
    }
    text.push_str(
        "} as const;\n\n\
         export type FieldKey = (typeof fieldKeys)[number];\n\
         export type OptionKeys = typeof optionKeys;\n\n\
         /** The words of one language. A key without words does not compile. */\n\
         export type ContractWords = {\n\
         \x20 fields: Record<FieldKey, { label: string; help: string }>;\n\
         \x20 options: { [Key in keyof OptionKeys]: Record<OptionKeys[Key][number], string> };\n\
         };\n",
    );
    text
}

/// Writes a file of the page where it differs; on a build machine that is a mistake.
fn keep(name: &str, written: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/bridge/generated");
    let file = file.join(name);
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if kept.replace("\r\n", "\n") == written {
        return;
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "ui/src/bridge/generated/{name} is not what the rows say: run \
         `cargo test -p cloud-recording` and commit it"
    );
    std::fs::write(&file, written).unwrap();
}

#[test]
fn the_pages_keys_are_up_to_date() {
    keep("contract.ts", &keys());
}

/// What `contract_get` tells, for the page's tests: its forms are made of the real rows there too.
#[test]
fn the_rows_for_the_pages_tests_are_up_to_date() {
    let rows = json!({
        "fields": field_data(),
        "answers": answer_data(),
        "vendors": vendor_data(),
    });
    let text = serde_json::to_string_pretty(&rows).unwrap();
    keep("rows.json", &format!("{text}\n"));
}

#[test]
fn rows_that_share_a_key_mean_the_same() {
    let mut seen: BTreeMap<String, FieldData> = BTreeMap::new();
    for row in field_data().into_iter().chain(answer_data()) {
        let first = seen.entry(row.help.clone()).or_insert_with(|| row.clone());
        assert_eq!(
            (&first.kind, &first.unit),
            (&row.kind, &row.unit),
            "{}",
            row.help
        );
        assert_eq!(first.options, row.options, "{}", row.help);
    }
    let keys: BTreeSet<_> = seen.keys().collect();
    assert!(keys.len() > 120, "only {} keys", keys.len());
}
