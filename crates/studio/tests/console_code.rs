//! Calls as programs: run where the language is there, against the practice service.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/console.rs"]
mod console;

use std::io::Write;
use std::process::{Command, Stdio};

use cloud_recording::contract::secret_places;
use cloud_recording::{Call, Mode, Secret};
use common::*;
use console::*;
use serde_json::{Value, json};
use studio::Core;
use studio::types::*;

const ALL: [CodeLanguage; 5] = [
    CodeLanguage::Curl,
    CodeLanguage::Python,
    CodeLanguage::Node,
    CodeLanguage::Go,
    CodeLanguage::Rust,
];

/// Legal in a channel's name, and trouble in every shell and language.
const CHANNEL: &str = "a$HOME ${x} #{y} %d <=>|&;~^!";
/// Trouble in bodies, though not in channels.
const ODD: &str =
    "it's \"quoted\" \\n `whoami` $(id)\n\tnew line\u{1}\u{7f}\u{2028} ÄÖ 测试 \u{1f600} */ JSON";

async fn code(core: &Core, call: &ConsoleCall, language: CodeLanguage) -> String {
    let what = ConsoleCode {
        call: call.clone(),
        language,
    };
    core.console_code(what).await.expect("it is written").text
}

/// A start with everything that is hard to write, and secrets in the clear.
fn hard(account_id: &str) -> ConsoleCall {
    let mut call = start(CHANNEL, "R/1", PRACTICE);
    account_id.clone_into(&mut call.account_id);
    let request = &mut call.body["clientRequest"];
    request["odd"] = json!({ ODD: ODD, "__proto__": [1, 2.5e-7, 18446744073709551615u64, true, false, null, {}, []] });
    request["storageConfig"]["accessKey"] = json!("canary-access");
    request["storageConfig"]["secretKey"] = json!("canary-secret");
    request["recordingConfig"]["secret"] = json!("•••");
    call
}

#[tokio::test(flavor = "multi_thread")]
async fn no_program_has_a_secret_in_it() {
    let bench = Bench::new();
    let core = bench.open().await;
    let held = core
        .secret_hold(SecretHold {
            value: Secret::from("canary-held"),
        })
        .await
        .unwrap()
        .reference;
    let mut call = hard(PRACTICE);
    call.body["clientRequest"]["recordingConfig"]["salt"] = json!(held);
    for language in ALL {
        let text = code(&core, &call, language).await;
        for gone in ["canary", &held, "•••", "RTC_TOKEN"] {
            assert!(!text.contains(gone), "{gone} in {language:?}: {text}");
        }
        let variables = [
            "AGORA_CUSTOMER_ID",
            "AGORA_CUSTOMER_SECRET",
            "STORAGE_ACCESS_KEY",
            "STORAGE_SECRET_KEY",
            "ENCRYPTION_SECRET",
            "ENCRYPTION_SALT",
        ];
        let first = text.lines().next().unwrap();
        for variable in variables {
            assert!(
                first.contains(variable),
                "{language:?} says that {variable} is needed: {first}"
            );
            let uses = text.matches(variable).count();
            assert!(uses >= 2, "{language:?} uses {variable}: {text}");
        }
    }
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_asked_for_where_there_is_a_certificate() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut new = account("http://127.0.0.1:9");
    new.certificate = Some(Secret::from("c0ffee00c0ffee00c0ffee00c0ffee00"));
    let account = core.account_add(new).await.unwrap();
    for language in ALL {
        let text = code(&core, &hard(&account.id), language).await;
        assert!(text.contains("RTC_TOKEN"), "{language:?}: {text}");
    }
    let mut query = call(Call::Query, Value::Null);
    query.account_id = account.id;
    (query.resource_id, query.sid, query.mode) = ("R'1".to_owned(), "S".to_owned(), Mode::Web);
    for language in ALL {
        let text = code(&core, &query, language).await;
        let address =
            format!("/v1/apps/{APP_ID}/cloud_recording/resourceid/R%271/sid/S/mode/web/query");
        assert!(
            text.contains(&address) && text.contains("GET"),
            "{language:?}: {text}"
        );
        assert!(
            !text.contains("null") && !text.contains("JSON"),
            "no body: {text}"
        );
    }
    core.shutdown().await;
}

/// What a program prints, run with the credentials of the stand-in; `None` where there is no such program.
fn run(program: &str, arguments: &[&str], text: &str) -> Option<String> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for proxy in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(proxy);
    }
    command
        .env("AGORA_CUSTOMER_ID", CUSTOMER)
        .env("AGORA_CUSTOMER_SECRET", SECRET)
        .env("STORAGE_ACCESS_KEY", "key of the test")
        .env("STORAGE_SECRET_KEY", "secret of the test")
        .env("NO_PROXY", "127.0.0.1")
        .env("no_proxy", "127.0.0.1");
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("NOT RUN: {program} is not there: {error}");
            return None;
        }
    };
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{program} failed: {complained}\n{said}\n{text}"
    );
    Some(said)
}

fn has(program: &str, arguments: &[&str]) -> bool {
    let output = Command::new(program).args(arguments).output();
    let there = output.is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("NOT RUN: {program} {arguments:?} does not work here");
    }
    there
}

#[tokio::test(flavor = "multi_thread")]
async fn the_programs_run_as_they_are() {
    let bench = Bench::new();
    let server = bench.stand_in("alone", 0).await;
    let core = bench.open().await;
    let account = core.account_add(account(server.url())).await.unwrap();
    let mut runners: Vec<(CodeLanguage, &str, &[&str])> = Vec::new();
    if has("curl", &["--version"]) {
        runners.push((CodeLanguage::Curl, "sh", &["-s"]));
    }
    if has("python3", &["-c", "import requests"]) {
        runners.push((CodeLanguage::Python, "python3", &["-"]));
    }
    if has("node", &["-e", "fetch"]) {
        runners.push((CodeLanguage::Node, "node", &["-"]));
    }
    for (uid, (language, program, arguments)) in (101..).zip(runners) {
        let uid = uid.to_string();
        // Legal, so that the service answers with what it understood.
        let mut reserve = acquire(CHANNEL);
        reserve.account_id.clone_from(&account.id);
        reserve.body["uid"] = json!(uid);
        let text = code(&core, &reserve, language).await;
        let said = run(program, arguments, &text).unwrap();
        let answer: Value = said
            .lines()
            .find_map(|line| {
                serde_json::from_str::<Value>(line)
                    .ok()
                    .filter(Value::is_object)
            })
            .unwrap_or_else(|| panic!("{language:?} said {said}"));
        assert_eq!(
            answer["cname"], CHANNEL,
            "{language:?} sent the channel as it is"
        );
        let resource_id = answer["resourceId"].as_str().unwrap();

        let mut begin = start(CHANNEL, resource_id, PRACTICE);
        begin.account_id.clone_from(&account.id);
        // The one before still records in this channel.
        begin.body["uid"] = json!(uid);
        let text = code(&core, &begin, language).await;
        let said = run(program, arguments, &text).unwrap();
        assert!(said.contains("\"sid\""), "{language:?} started: {said}");
        let sid = said
            .split("\"sid\":\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap();

        let mut query = begin.clone();
        (query.call, query.sid, query.body) = (Call::Query, sid.to_owned(), Value::Null);
        let text = code(&core, &query, language).await;
        let said = run(program, arguments, &text).unwrap();
        assert!(
            said.contains("serverResponse"),
            "{language:?} queried: {said}"
        );
    }
    core.shutdown().await;
    server.shutdown().await;
}

/// The body that a program would send, out of the program itself.
fn printed(language: CodeLanguage, text: &str) -> Option<String> {
    match language {
        CodeLanguage::Curl => {
            let (_, document) = text.split_once("<<JSON").unwrap();
            run("sh", &["-s"], &format!("cat <<JSON{document}"))
        }
        CodeLanguage::Python => {
            let program = text.replace("import requests\n", "import json\n");
            let at = program.find("answer = ").unwrap();
            let body = program.split_once("    json=").unwrap().1;
            let body = body.rsplit_once(",\n    timeout=").unwrap().0;
            run(
                "python3",
                &["-"],
                &format!("{}print(json.dumps({body}))\n", &program[..at]),
            )
        }
        CodeLanguage::Node => {
            let body = text
                .split_once("body: ")
                .unwrap()
                .1
                .rsplit_once(",\n  });")
                .unwrap()
                .0;
            let helper = text.split_once("async function main").unwrap().0;
            run("node", &["-"], &format!("{helper}console.log({body});\n"))
        }
        CodeLanguage::Go | CodeLanguage::Rust => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sign_arrives_as_it_is() {
    let bench = Bench::new();
    let core = bench.open().await;
    let mut call = hard(PRACTICE);
    call.body["clientRequest"]["recordingConfig"]
        .as_object_mut()
        .unwrap()
        .remove("secret");
    let mut wanted = call.body.clone();
    wanted["clientRequest"]["storageConfig"]["accessKey"] = json!("key of the test");
    wanted["clientRequest"]["storageConfig"]["secretKey"] = json!("secret of the test");
    wanted["clientRequest"]
        .as_object_mut()
        .unwrap()
        .remove("token");
    for (language, program) in [
        (CodeLanguage::Curl, "sh"),
        (CodeLanguage::Python, "python3"),
        (CodeLanguage::Node, "node"),
    ] {
        if !has(program, &["-c", "1"])
            && !has(program, &["--version"])
            && !has(program, &["-c", "true"])
        {
            continue;
        }
        let text = code(&core, &call, language).await;
        let said = printed(language, &text).unwrap();
        let mut sent: Value = serde_json::from_str(&said)
            .unwrap_or_else(|error| panic!("{language:?}: {error}: {said}"));
        let number = "/clientRequest/odd/__proto__/2";
        let near = sent.pointer(number).and_then(Value::as_f64).unwrap();
        assert!(
            (near / u64::MAX as f64 - 1.0).abs() < 1e-9,
            "{language:?}: {near}"
        );
        // JavaScript has no whole numbers of that size.
        *sent.pointer_mut(number).unwrap() = json!(u64::MAX);
        assert_eq!(sent, wanted, "{language:?} sends what was composed");
    }
    assert_eq!(secret_places(&wanted).len(), 2, "both keys were put in");
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rust_and_go_are_whole_programs() {
    let bench = Bench::new();
    let core = bench.open().await;
    let file = bench.folder.path().join("program");
    let file = file.to_string_lossy().into_owned();
    for call in [hard(PRACTICE), call(Call::Query, Value::Null)] {
        let text = code(&core, &call, CodeLanguage::Rust).await;
        if has("rustfmt", &["--version"]) {
            std::fs::write(format!("{file}.rs"), &text).unwrap();
            run(
                "rustfmt",
                &[
                    "--edition",
                    "2024",
                    "--emit",
                    "stdout",
                    &format!("{file}.rs"),
                ],
                "",
            );
        }
        let text = code(&core, &call, CodeLanguage::Go).await;
        assert_eq!(
            text.matches('{').count(),
            text.matches('}').count(),
            "{text}"
        );
        if has("gofmt", &["-h"]) {
            std::fs::write(format!("{file}.go"), &text).unwrap();
            run("gofmt", &["-e", &format!("{file}.go")], "");
        }
    }
    core.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_that_was_copied_is_read_back() {
    let bench = Bench::new();
    let core = bench.open().await;
    let call = hard(PRACTICE);
    let text = code(&core, &call, CodeLanguage::Curl).await;
    let imported = core
        .console_import(ConsoleText {
            account_id: PRACTICE.to_owned(),
            text: Secret::from(text),
        })
        .await
        .unwrap();
    assert_eq!(imported.calls.len(), 1);
    let back = &imported.calls[0];
    assert!(back.had_sign_in && back.held.is_empty(), "{back:?}");
    assert_eq!(
        (back.call.call, back.call.resource_id.as_str()),
        (Call::Start, "R/1")
    );
    let mut wanted = call.body;
    for place in secret_places(&wanted) {
        *wanted.pointer_mut(&place).unwrap() = json!("");
    }
    wanted["clientRequest"]
        .as_object_mut()
        .unwrap()
        .shift_remove("token");
    assert_eq!(
        back.call.body, wanted,
        "its gaps are empty, everything else is as it was"
    );
    core.shutdown().await;
}
