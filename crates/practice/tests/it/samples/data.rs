//! Where the samples come from: the copies that are kept with the tests of `cloud-recording`.

use std::path::PathBuf;

use serde_json::Value;

/// A sample, by its file's name without the ending.
pub struct Sample {
    pub name: String,
    pub value: Value,
}

impl Sample {
    pub fn text(&self, member: &str) -> &str {
        self.value[member].as_str().unwrap_or_default()
    }

    pub fn body(&self) -> &Value {
        &self.value["body"]
    }

    /// The call that a request is, by the end of its path.
    pub fn call(&self) -> &str {
        self.text("path").rsplit('/').next().unwrap_or_default()
    }

    /// The mode in a request's path.
    pub fn mode(&self) -> Option<&str> {
        self.text("path").split("/mode/").nth(1)?.split('/').next()
    }
}

fn folder() -> PathBuf {
    let parts = ["..", "cloud-recording", "tests", "data"];
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    parts.iter().fold(root, |path, part| path.join(part))
}

/// All samples of one kind: `request`, `response` or `webhook`.
pub fn samples(kind: &str) -> Vec<Sample> {
    let files = std::fs::read_dir(folder().join("samples")).unwrap();
    let mut samples: Vec<Sample> = files
        .map(|file| file.unwrap().path())
        .map(|path| Sample {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            value: serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap(),
        })
        .filter(|sample| sample.text("kind") == kind)
        .collect();
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    samples
}

/// The sample of this name.
pub fn sample(name: &str) -> Sample {
    let path = folder().join("samples").join(format!("{name}.json"));
    let bytes = std::fs::read(&path).unwrap_or_else(|cause| panic!("{name}: {cause}"));
    Sample {
        name: name.to_owned(),
        value: serde_json::from_slice(&bytes).unwrap(),
    }
}

/// A published body and what is known about it.
pub struct Case {
    pub id: String,
    pub facts: Value,
    pub body: Value,
}

impl Case {
    pub fn text(&self, name: &str) -> &str {
        self.facts[name].as_str().unwrap_or_default()
    }
}

/// The published bodies of one direction: `request` or `response`.
pub fn published(direction: &str) -> Vec<Case> {
    let index = std::fs::read(folder().join("published.json")).unwrap();
    let index: Vec<Value> = serde_json::from_slice(&index).unwrap();
    let case = |facts: Value| {
        let id = facts["id"].as_str().unwrap().to_owned();
        let body = folder().join("published").join(format!("{id}.json"));
        let body = serde_json::from_slice(&std::fs::read(body).unwrap()).unwrap();
        Case { id, facts, body }
    };
    let wanted = |facts: &Value| facts["direction"] == direction;
    index.into_iter().filter(wanted).map(case).collect()
}
