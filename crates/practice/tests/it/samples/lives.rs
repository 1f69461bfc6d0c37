//! Lives of recordings, told with the samples' own bodies.

use serde_json::{Value, json};

use super::data::{Sample, sample};
use crate::stand::{CUSTOMER_ID, Recording, Reply, SECRET, Stand, body, reply};

/// The channel of the samples, and one that has the people whom they name: 1001 and 1002.
const CHANNELS: (&str, &str) = ("demo-room", "one-leaves");

/// The sample's body, about a channel where there is somebody.
pub fn peopled(sample: &Sample) -> Value {
    let mut body = sample.body().clone();
    if body["cname"] == CHANNELS.0 {
        body["cname"] = json!(CHANNELS.1);
    }
    body
}

/// What is sent in the place of a sample's resource and sid.
pub fn path(sample: &Sample, resource_id: &str, sid: &str) -> String {
    let known =
        "RESOURCEIDPLACEHOLDER-aaaabbbbccccddddeeeeffff0000111122223333444455556666777788889999";
    let path = sample.text("path").replace(known, resource_id);
    path.replace("00112233445566778899aabbccddeeff", sid)
}

/// Sends a sample as it stands: its method, path, headers and body, with the ids of the moment.
pub async fn send(
    stand: &Stand,
    sample: &Sample,
    resource_id: &str,
    sid: &str,
    body: &Value,
) -> Reply {
    let url = stand.url(&path(sample, resource_id, sid));
    let method = sample.text("method").parse().unwrap();
    let mut request = stand.http.request(method, url);
    for (name, value) in sample.value["headers"].as_object().unwrap() {
        request = if name == "Authorization" {
            request.basic_auth(CUSTOMER_ID, Some(SECRET))
        } else {
            request.header(name, value.as_str().unwrap())
        };
    }
    if !body.is_null() {
        request = request.body(body.to_string());
    }
    reply(request.send().await.unwrap()).await
}

/// The scene that acquire announces for a mode.
pub fn scene(mode: &str) -> i64 {
    i64::from(mode == "web")
}

/// Reserves for the channel and recorder of `request` and starts with it.
pub async fn begin(stand: &Stand, mode: &str, request: &Value) -> (String, Reply) {
    let (cname, uid) = (
        request["cname"].as_str().unwrap(),
        request["uid"].as_str().unwrap(),
    );
    let scene = json!({ "scene": scene(mode) });
    let (status, answer) = stand.acquire(cname, uid, scene).await;
    assert_eq!(status, 200, "acquire for {mode}: {answer}");
    let resource_id = answer["resourceId"].as_str().unwrap().to_owned();
    let start = stand.start(
        &resource_id,
        mode,
        cname,
        uid,
        request["clientRequest"].clone(),
    );
    let reply = start.await;
    (resource_id, reply)
}

/// A running recording, by the start sample of this name.
pub async fn recording(stand: &Stand, name: &str) -> Recording {
    let start = sample(name);
    let request = peopled(&start);
    let mode = known_mode(start.mode().unwrap());
    let (resource_id, (status, answer)) = begin(stand, mode, &request).await;
    assert_eq!(status, 200, "{name}: {answer}");
    Recording {
        resource_id,
        sid: answer["sid"].as_str().unwrap().to_owned(),
        cname: request["cname"].as_str().unwrap().to_owned(),
        uid: request["uid"].as_str().unwrap().to_owned(),
        mode,
    }
}

pub fn known_mode(mode: &str) -> &'static str {
    ["mix", "individual", "web"]
        .into_iter()
        .find(|known| *known == mode)
        .unwrap()
}

/// A start with little in it, for calls that come before or after.
pub fn any_start(mode: &str, cname: &str, uid: &str) -> Value {
    let of_mode = match mode {
        "web" => "start.web.minimal.request",
        "individual" => "start.individual.standard.request",
        _ => "start.mix.minimal.request",
    };
    body(cname, uid, sample(of_mode).body()["clientRequest"].clone())
}
