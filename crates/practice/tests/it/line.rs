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

/// The program with these flags besides the needed ones.
struct Running {
    child: std::process::Child,
    url: String,
    _folder: tempfile::TempDir,
}

impl Running {
    fn with(flags: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = program()
            .args([
                "--port",
                "0",
                "--app-id",
                APP_ID,
                "--customer-id",
                CUSTOMER_ID,
            ])
            .arg("--files")
            .arg(folder.path().join("files"))
            .arg("--data")
            .arg(folder.path().join("data"))
            .args(flags)
            .env("PRACTICE_CUSTOMER_SECRET", SECRET)
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let url = first.trim_end().strip_prefix("practice: ").unwrap();
        Self {
            url: url.to_owned(),
            child,
            _folder: folder,
        }
    }

    /// Ends it, and gives what it said on standard error.
    fn end(mut self) -> String {
        self.child.kill().unwrap();
        let mut said = String::new();
        let errors = self.child.stderr.as_mut().unwrap();
        errors.read_to_string(&mut said).unwrap();
        said
    }
}

impl Drop for Running {
    /// Nothing is left behind by a test that fails.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn every_fault_can_be_had_by_flag() {
    // The provider for reqwest comes with the harness.
    let stand = crate::stand::Stand::open().await;
    let mut flags = vec!["--time-scale=10".to_owned()];
    let listed = practice::faults::kinds();
    let by_call = |call| {
        let names = listed.iter().filter(move |kind| kind.calls.contains(&call));
        names.map(|kind| kind.name)
    };
    use cloud_recording::Call;
    flags.extend(by_call(Call::ChannelUsers).map(|name| format!("--fault=channelUsers:{name}*1")));
    let others = [
        "query:206*1",
        "query:worker-switch*1",
        "start:slow-upload*1",
        "stop:storage-refused*1",
    ];
    flags.extend(others.iter().map(|rule| format!("--fault={rule}")));
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let program = Running::with(&flags);

    let get = |path: &str| {
        let request = stand.http.get(format!("{}{path}", program.url));
        request.basic_auth(CUSTOMER_ID, Some(SECRET)).send()
    };
    let users = format!("/dev/v1/channel/user/{APP_ID}/standup");
    let mut seen = Vec::new();
    for _ in 0..11 {
        let answer = get(&users).await;
        seen.push(answer.map_or(0, |answer| answer.status().as_u16()));
    }
    assert_eq!(
        seen,
        [0, 0, 429, 500, 501, 502, 503, 504, 200, 200, 200],
        "two without an answer, the numbers, HTML, half an answer, and then all is well"
    );

    let app = format!("/v1/apps/{APP_ID}/cloud_recording");
    let post = async |path: &str, wish| {
        let request = stand.http.post(format!("{}{app}{path}", program.url));
        let request = request.basic_auth(CUSTOMER_ID, Some(SECRET));
        let body = crate::stand::body("standup", "5", wish);
        reply(request.json(&body).send().await.unwrap()).await.1
    };
    let answer = post("/acquire", serde_json::json!({})).await;
    let resource = format!("/resourceid/{}", answer["resourceId"].as_str().unwrap());
    let answer = post(&format!("{resource}/mode/mix/start"), crate::stand::plain()).await;
    let recording = format!(
        "{resource}/sid/{}/mode/mix",
        answer["sid"].as_str().unwrap()
    );
    for status in [206, 404] {
        let answer = get(&format!("{app}{recording}/query")).await.unwrap();
        assert_eq!(answer.status(), status, "at query");
    }
    post(&format!("{recording}/stop"), serde_json::json!({})).await;

    let (_, inside) = reply(get("/__practice").await.unwrap()).await;
    assert_eq!(inside["clock"]["speed"], 10.0, "the scale: {inside}");
    let happened = inside["faults"]["happened"].as_array().unwrap();
    for kind in &listed {
        let there = happened.iter().any(|it| it["fault"]["kind"] == kind.name);
        assert!(there, "{} did not happen: {inside}", kind.name);
    }
    let said = program.end();
    let lines: Vec<&str> = said.lines().filter(|line| line.contains(" GET ")).collect();
    assert_eq!(lines.len(), 14, "a line for each:\n{said}");
    assert!(
        lines[2].contains(&format!(" GET {users} 429 ")) && lines[2].ends_with(" ms fault: 429"),
        "time, method, path, status, how long, fault:\n{said}"
    );
    assert!(lines[0].contains(" none "), "no answer:\n{said}");
    for secret in [SECRET, "Basic", "secret-key-of-the-bucket"] {
        assert!(!said.contains(secret), "{secret:?} is in the log:\n{said}");
    }
}

#[tokio::test]
async fn a_seed_is_named_and_a_quiet_program_says_no_more() {
    let stand = crate::stand::Stand::open().await;
    let program = Running::with(&["--fault-seed", "random", "--quiet"]);
    let request = stand.http.get(format!("{}/__practice", program.url));
    let answer = request
        .basic_auth(CUSTOMER_ID, Some(SECRET))
        .send()
        .await
        .unwrap();
    let (_, inside) = reply(answer).await;
    let seed = inside["faults"]["plan"]["seed"].as_u64().unwrap();
    let said = program.end();
    assert!(
        said.contains(&format!("practice: fault seed {seed}\n")),
        "to do it again:\n{said}"
    );
    assert!(!said.contains("GET"), "and no line for a request:\n{said}");
}
