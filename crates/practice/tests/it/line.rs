//! The program on its own: its first line, its flags, its end.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::stand::{APP_ID, CUSTOMER_ID, SECRET, reply};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_practice"));
    command
        .env_remove("PRACTICE_CUSTOMER_SECRET")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[tokio::test]
#[cfg_attr(
    windows,
    ignore = "Windows has no signal to tell it by, and another name for TMPDIR"
)]
async fn it_says_where_it_serves_and_ends_when_told() {
    let folder = tempfile::tempdir().unwrap();
    // The provider for reqwest comes with the harness.
    let stand = crate::stand::Stand::open().await;
    let mut child = program()
        .args([
            "--port",
            "0",
            "--app-id",
            APP_ID,
            "--customer-id",
            CUSTOMER_ID,
            "--files",
        ])
        .arg(folder.path().join("files"))
        .env("TMPDIR", folder.path())
        .env("PRACTICE_CUSTOMER_SECRET", SECRET)
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    let url = first
        .trim_end()
        .strip_prefix("practice: ")
        .unwrap_or_default()
        .to_owned();
    assert!(
        url.starts_with("http://127.0.0.1:"),
        "the first line was {first:?}"
    );

    let users = format!("{url}/dev/v1/channel/user/{APP_ID}/room");
    let answer = stand
        .http
        .get(users)
        .basic_auth(CUSTOMER_ID, Some(SECRET))
        .send()
        .await
        .unwrap();
    assert_eq!(reply(answer).await.0, 200, "it serves there");

    let told = Command::new("kill")
        .arg(child.id().to_string())
        .status()
        .unwrap();
    assert!(told.success(), "it could be told to end");
    assert!(child.wait().unwrap().success(), "it ends in peace");
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    let data = said
        .lines()
        .find_map(|line| line.strip_prefix("practice: data in "));
    let data = data.unwrap_or_else(|| panic!("where the data lies was not said: {said}"));
    assert!(
        data.starts_with(folder.path().to_str().unwrap()),
        "a fresh temporary folder: {data}"
    );
    assert!(!said.contains(SECRET), "the secret is never said");
}

#[test]
fn wrong_flags_are_told_in_a_sentence() {
    let out = program().args(["--port", "zero"]).output().unwrap();
    assert_eq!(out.status.code(), Some(2), "wrong use is 2");
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!(
        said, "practice: --port must be 0 to 65535, not \"zero\".\n",
        "one sentence"
    );
    let out = program().arg("--help").output().unwrap();
    assert!(out.status.success(), "help is no failure");
    assert!(
        String::from_utf8(out.stdout)
            .unwrap()
            .contains("--customer-secret"),
        "it lists flags"
    );
}
