//! The examples are programs that people and scripts rely on: their output and exit codes are tested
//! from outside. They stand beside the tests: `cargo build -p cloud-recording --examples`.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use cloud_recording::{Secret, token};
use serde_json::{Value, json};

fn example(name: &str) -> Command {
    let tests = std::env::current_exe().unwrap();
    let build = tests.parent().and_then(|folder| folder.parent()).unwrap();
    let program: PathBuf = build
        .join("examples")
        .join(name)
        .with_extension(std::env::consts::EXE_EXTENSION);
    assert!(
        program.is_file(),
        "{} is not built: run `cargo build -p cloud-recording --examples`",
        program.display()
    );
    Command::new(program)
}

fn run(command: &mut Command, input: &[u8]) -> (Option<i32>, String, String) {
    let piped = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    // A program that ends before it reads has nothing against being written to.
    let _ended_early = child.stdin.take().unwrap().write_all(input);
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

fn check(arguments: &[&str], body: &str) -> (Option<i32>, Vec<Value>) {
    let (code, printed, _) = run(example("check").args(arguments), body.as_bytes());
    (code, serde_json::from_str(&printed).unwrap_or_default())
}

#[test]
fn check_exits_0_without_errors_and_1_with() {
    let good = json!({"cname": "c", "uid": "1", "clientRequest": {}}).to_string();
    assert_eq!(
        check(&["acquire"], &good),
        (Some(0), vec![]),
        "nothing to say"
    );
    let (code, issues) = check(&["updateLayout", "--mode", "mix"], &good);
    assert_eq!(
        (code, issues.len()),
        (Some(0), 1),
        "a warning alone is no error: {issues:?}"
    );
    let bad = json!({"cname": "c", "uid": "1", "clientRequest": {"resourceExpiredHour": 721}});
    let (code, issues) = check(&["acquire", "--mode=individual"], &bad.to_string());
    assert_eq!(code, Some(1));
    assert_eq!(
        issues[0],
        json!({"code": "outOfRange", "path": "/clientRequest/resourceExpiredHour",
            "severity": "error", "params": {"min": "1", "max": "720", "value": "721"}})
    );
    for call in ["start", "update", "stop", "query"] {
        let (code, _) = check(&[call, "--mode", "mix"], &good);
        assert!(matches!(code, Some(0 | 1)), "{call} is a call: {code:?}");
    }
}

#[test]
fn check_exits_2_for_what_is_no_object() {
    for body in ["", "[]", "7", "{", "<html>", "\"{}\"", &"[".repeat(10_000)] {
        let (code, printed, why) = run(example("check").arg("start"), body.as_bytes());
        assert_eq!((code, printed.as_str()), (Some(2), ""), "{body}");
        assert!(why.contains("JSON"), "{why}");
    }
    for arguments in [
        &[][..],
        &["begin"],
        &["start", "--mode", "raw"],
        &["start", "--mood", "mix"],
    ] {
        assert_eq!(check(arguments, "{}").0, Some(2), "{arguments:?}");
    }
}

const APP_ID: &str = "0123456789abcdef0123456789abcdef";
const CERTIFICATE: &str = "fedcba9876543210fedcba9876543210";

fn made(uid: &str, app_id: &str) -> (Option<i32>, String, String) {
    let mut command = example("token");
    command.env("APP_CERTIFICATE", CERTIFICATE);
    command.args(["--app-id", app_id, "--channel", "town hall", "--uid", uid]);
    command.args([
        "--issued-at",
        "1719800000",
        "--salt",
        "77",
        "--expires-in",
        "3600",
    ]);
    run(&mut command, b"")
}

#[test]
fn token_makes_what_the_reader_reads() {
    for (uid, account) in [("527841", "527841"), ("0", ""), ("", "")] {
        let (code, printed, _) = made(uid, APP_ID);
        assert_eq!(code, Some(0));
        let read = token::read(&Secret::from(printed.trim())).unwrap();
        assert_eq!(
            (read.app_id.as_str(), read.channel.as_str()),
            (APP_ID, "town hall")
        );
        assert_eq!((read.account.as_str(), read.salt), (account, 77));
        assert_eq!((read.issued_at, read.expires_in), (1_719_800_000, 3600));
        assert!(read.is_signed_by(&Secret::from(CERTIFICATE)));
    }
    let (code, printed, why) = made("1", "short");
    assert_eq!(
        (code, printed.as_str()),
        (Some(1), ""),
        "no token can be made of this"
    );
    assert!(
        why.contains("App ID") && !why.contains(CERTIFICATE),
        "{why}"
    );
    assert_eq!(made("-1", APP_ID).0, Some(2));
    let mut without = example("token");
    without
        .env_remove("APP_CERTIFICATE")
        .args(["--app-id", APP_ID]);
    assert_eq!(run(&mut without, b"").0, Some(2));
}

fn preset(arguments: &[&str]) -> (Option<i32>, Vec<Value>) {
    let (code, printed, _) = run(example("preset").args(arguments), b"");
    (code, serde_json::from_str(&printed).unwrap_or_default())
}

#[test]
fn preset_prints_the_form_of_the_wire() {
    let (code, regions) = preset(&["best-fit", "--people", "9"]);
    assert_eq!((code, regions.len()), (Some(0), 9));
    assert_eq!(
        regions[1],
        json!({"x_axis": 0.333333, "y_axis": 0, "width": 0.333334, "height": 0.333333,
            "render_mode": 0})
    );
    let (_, first) = preset(&["vertical", "--people", "5"]);
    assert_eq!(
        first[0]["width"],
        json!(0.8),
        "the first is large unless somebody else is"
    );
    let (_, third) = preset(&["vertical", "--people", "5", "--largest", "3"]);
    let widths: Vec<_> = third.iter().map(|region| region["width"].clone()).collect();
    assert_eq!(
        widths,
        [json!(0.2), json!(0.2), json!(0.8), json!(0.2), json!(0.2)]
    );
    assert_eq!(preset(&["floating", "--people", "17"]).1.len(), 17);
    for wrong in [
        &["floating"][..],
        &["circle", "--people", "3"],
        &["floating", "--people", "0"],
        &["floating", "--people", "18"],
        &["vertical", "--people", "3", "--largest", "4"],
    ] {
        assert_eq!(preset(wrong).0, Some(2), "{wrong:?}");
    }
}
