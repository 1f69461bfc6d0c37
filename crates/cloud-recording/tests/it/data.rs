//! Bodies from outside: published ones with the verdict on each, and samples of every call.

use cloud_recording::{Call, Mode};
use serde_json::Value;

/// A published body and what is known about it.
pub struct Case {
    pub id: String,
    pub facts: Value,
    pub raw: Vec<u8>,
}

impl Case {
    pub fn is_request(&self) -> bool {
        self.facts["direction"] == "request"
    }

    pub fn text(&self, name: &str) -> &str {
        self.facts[name].as_str().unwrap_or_default()
    }

    /// `None` for "any".
    pub fn call(&self) -> Option<Call> {
        self.text("endpoint").parse().ok()
    }

    pub fn mode(&self) -> Option<Mode> {
        self.text("mode").parse().ok()
    }

    pub fn status(&self) -> u16 {
        u16::try_from(self.facts["http_status"].as_u64().unwrap()).unwrap()
    }

    pub fn body(&self) -> Value {
        serde_json::from_slice(&self.raw).unwrap()
    }
}

pub fn folder() -> std::path::PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "data"]
        .iter()
        .collect()
}

pub fn published() -> Vec<Case> {
    let index = std::fs::read(folder().join("published.json")).unwrap();
    let index: Vec<Value> = serde_json::from_slice(&index).unwrap();
    let case = |facts: Value| {
        let id = facts["id"].as_str().unwrap().to_owned();
        let raw = std::fs::read(folder().join("published").join(format!("{id}.json"))).unwrap();
        Case { id, facts, raw }
    };
    index.into_iter().map(case).collect()
}

/// A sample of a request or an answer.
pub struct Sample {
    pub name: String,
    pub value: Value,
}

impl Sample {
    /// The call, from the first part of the name that is one.
    pub fn call(&self) -> Option<Call> {
        self.name.split('.').find_map(|part| part.parse().ok())
    }

    /// The mode in a request's path.
    pub fn mode(&self) -> Option<Mode> {
        let path = self.value["path"].as_str()?;
        path.split("/mode/").nth(1)?.split('/').next()?.parse().ok()
    }

    pub fn status(&self) -> u16 {
        u16::try_from(self.value["status"].as_u64().unwrap()).unwrap()
    }

    pub fn body(&self) -> Vec<u8> {
        serde_json::to_vec(&self.value["body"]).unwrap()
    }
}

/// The samples whose name ends so.
pub fn samples(ending: &str) -> Vec<Sample> {
    let mut samples: Vec<_> = std::fs::read_dir(folder().join("samples"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter_map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            let name = name.strip_suffix(".json")?.to_owned();
            let value = serde_json::from_slice(&std::fs::read(entry.path()).unwrap()).unwrap();
            name.ends_with(ending).then_some(Sample { name, value })
        })
        .collect();
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    samples
}
