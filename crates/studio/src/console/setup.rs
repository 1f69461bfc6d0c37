//! A recording's settings out of a start that is in the history.

use std::collections::BTreeSet;

use cloud_recording::{Call, Mode};
use serde_json::Value;

use super::reference::Reference;
use crate::core::Shared;
use crate::layouts::to_wire;
use crate::types::*;

/// The planned end of a set-up that does not say any, in minutes: what the Record form begins with.
const PLANNED: u32 = 120;

impl Shared {
    /// # Errors
    /// A call that is no start and announces none, or one that records otherwise than the Record form can.
    pub(crate) fn call_setup(&self, id: i64) -> Result<CallSetup, Failure> {
        let entry = self.call_entry(id)?;
        if let Some(setup) = self.recorders_own(&entry) {
            return Ok(CallSetup {
                setup,
                left_out: Vec::new(),
            });
        }
        let no_start = || {
            Failure::new(
                FailureCode::NotNow,
                "only a start can be made a recording's settings",
            )
            .with("state", "noStart")
        };
        let body = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        let (start, acquire) = match entry.summary.call {
            Call::Start => {
                let acquire = self.store.acquire_of(entry.summary.id)?;
                (body(&entry.request), acquire.map(|text| body(&text)))
            }
            Call::Acquire => {
                let acquire = body(&entry.request);
                let started = self.store.start_of(entry.summary.id)?;
                let start = match started {
                    Some(text) => body(&text),
                    None => announced(&acquire).ok_or_else(no_start)?,
                };
                (start, Some(acquire))
            }
            _ => return Err(no_start()),
        };
        let mode = if entry.summary.call == Call::Acquire && is_page(acquire.as_ref()) {
            Mode::Web
        } else {
            entry.summary.mode.unwrap_or(Mode::Mix)
        };
        if mode != Mode::Mix {
            return Err(Failure::new(
                FailureCode::NotNow,
                "the Record form makes combined recordings only",
            )
            .with("state", "mode"));
        }
        self.setup_of(&entry, &start, acquire.as_ref())
    }

    /// What the recorder was told is known better than it can be read out of a body.
    fn recorders_own(&self, entry: &CallEntry) -> Option<Setup> {
        let begins = matches!(entry.summary.call, Call::Start | Call::Acquire);
        let id = entry.summary.recording_id.as_ref().filter(|_| begins)?;
        let job = self.store.job(id).ok().flatten()?;
        Some(job.recording.setup)
    }

    fn setup_of(
        &self,
        entry: &CallEntry,
        start: &Value,
        acquire: Option<&Value>,
    ) -> Result<CallSetup, Failure> {
        let settings = self.store.settings()?;
        let account_id = entry
            .summary
            .account_id
            .clone()
            .filter(|id| self.account(id).is_ok())
            .unwrap_or(settings.account_id);
        let mut reading = Reading {
            body: start,
            taken: BTreeSet::new(),
        };
        reading.take("/clientRequest/token");
        let channel = reading.text("/cname").unwrap_or_default();
        let recorder_id = reading.text("/uid");
        let storage_id = self.storage_of(&mut reading);
        let storage_id = storage_id.unwrap_or_else(|| match &settings.draft {
            Some(draft) => draft.storage_id.clone(),
            None => PRACTICE.to_owned(),
        });
        let layout_id = self.layout_of(&mut reading)?;
        let recording = "/clientRequest/recordingConfig";
        let picture = format!("{recording}/transcodingConfig");
        let number = |reading: &mut Reading<'_>, place: String, otherwise: u32| {
            reading.number(&place).unwrap_or(otherwise)
        };
        let streams = reading.number_among(&format!("{recording}/streamTypes"), &[0, 2]);
        let files = reading.files("/clientRequest/recordingFileConfig/avFileType");
        let hours = acquire.and_then(|body| body["clientRequest"]["resourceExpiredHour"].as_u64());
        let region = acquire.and_then(|body| body["clientRequest"]["region"].as_str());
        let setup = Setup {
            account_id,
            channel,
            record_as: if streams == Some(0) {
                RecordAs::CombinedSound
            } else {
                RecordAs::CombinedVideo
            },
            picture: Picture {
                width: number(&mut reading, format!("{picture}/width"), 360),
                height: number(&mut reading, format!("{picture}/height"), 640),
                fps: number(&mut reading, format!("{picture}/fps"), 15),
                bitrate: reading.number(&format!("{picture}/bitrate")),
            },
            layout_id,
            storage_id,
            stop: StopRule {
                after_minutes: Some(PLANNED),
                idle_seconds: number(&mut reading, format!("{recording}/maxIdleTime"), 30),
            },
            more: MoreSettings {
                channel_type: match reading
                    .number_among(&format!("{recording}/channelType"), &[0, 1])
                {
                    Some(1) => Some(ChannelType::Live),
                    _ => Some(ChannelType::Communication),
                },
                recorder_id,
                audio_profile: number(&mut reading, format!("{recording}/audioProfile"), 0),
                video_stream_type: number(&mut reading, format!("{recording}/videoStreamType"), 0),
                mp4: files.iter().any(|file| file == "mp4"),
                background_color: reading.text(&format!("{picture}/backgroundColor")),
                control_hours: hours.and_then(|hours| u32::try_from(hours).ok()),
                region: region.map(str::to_owned),
            },
        };
        let mut left_out = Vec::new();
        leaves(start, String::new(), &mut left_out);
        left_out.retain(|place| !reading.has_taken(place));
        Ok(CallSetup { setup, left_out })
    }

    /// The storage that a reference names, or one that is the same place.
    fn storage_of(&self, reading: &mut Reading<'_>) -> Option<String> {
        let at = "/clientRequest/storageConfig";
        let config = reading.body.pointer(at)?;
        let named = match config["accessKey"].as_str().and_then(Reference::read) {
            Some(Reference::AccessKey(id)) => self.storage(&id).ok(),
            _ => None,
        };
        let number = |name: &str| config[name].as_u64();
        let same = |storage: &Storage| {
            number("vendor") == Some(storage.vendor.into())
                && number("region").unwrap_or(0) == u64::from(storage.region)
                && config["bucket"].as_str() == Some(&storage.bucket)
        };
        let known = self.storages().unwrap_or_default();
        let found = named.or_else(|| known.into_iter().find(same))?;
        for name in ["vendor", "region", "bucket", "accessKey", "secretKey"] {
            reading.take(&format!("{at}/{name}"));
        }
        let endpoint = config["extensionParams"]["endpoint"].as_str();
        if endpoint == found.endpoint.as_deref() {
            reading.take(&format!("{at}/extensionParams/endpoint"));
        }
        Some(found.id)
    }

    /// The layout with the very same regions, where there is one.
    fn layout_of(&self, reading: &mut Reading<'_>) -> Result<String, Failure> {
        let at = "/clientRequest/recordingConfig/transcodingConfig";
        let layouts = self.layouts()?;
        let members = reading.body.pointer(at);
        let wanted = members.map(|members| &members["layoutConfig"]);
        let same = layouts.iter().find(|layout| {
            let wire = to_wire(&layout.document, None);
            wanted == Some(&wire["layoutConfig"])
                && members.is_some_and(|it| it["mixedVideoLayout"] == wire["mixedVideoLayout"])
        });
        if same.is_some() {
            reading.take(&format!("{at}/layoutConfig"));
            reading.take(&format!("{at}/mixedVideoLayout"));
        }
        let first = same.or(layouts.first());
        Ok(first.map(|layout| layout.id.clone()).unwrap_or_default())
    }
}

fn is_page(acquire: Option<&Value>) -> bool {
    acquire.is_some_and(|body| body["clientRequest"]["scene"].as_i64() == Some(1))
}

/// The start that an acquire announces.
fn announced(acquire: &Value) -> Option<Value> {
    let parameter = acquire["clientRequest"].get("startParameter")?;
    let mut start = acquire.clone();
    start["clientRequest"] = parameter.clone();
    parameter.is_object().then_some(start)
}

/// A body that is read, and what of it has found its place.
struct Reading<'a> {
    body: &'a Value,
    taken: BTreeSet<String>,
}

impl Reading<'_> {
    fn take(&mut self, place: &str) {
        self.taken.insert(place.to_owned());
    }

    fn text(&mut self, place: &str) -> Option<String> {
        let text = self.body.pointer(place)?.as_str()?.to_owned();
        self.take(place);
        Some(text)
    }

    fn number(&mut self, place: &str) -> Option<u32> {
        let number = u32::try_from(self.body.pointer(place)?.as_u64()?).ok()?;
        self.take(place);
        Some(number)
    }

    fn number_among(&mut self, place: &str, known: &[u32]) -> Option<u32> {
        let number = u32::try_from(self.body.pointer(place)?.as_u64()?).ok()?;
        known.contains(&number).then(|| self.take(place));
        Some(number)
    }

    fn files(&mut self, place: &str) -> Vec<String> {
        let Some(entries) = self.body.pointer(place).and_then(Value::as_array) else {
            return Vec::new();
        };
        let files: Vec<String> = entries
            .iter()
            .filter_map(|entry| Some(entry.as_str()?.to_owned()))
            .collect();
        self.take(place);
        files
    }

    /// A member, or something inside of one, that was taken.
    fn has_taken(&self, place: &str) -> bool {
        let mut ends = place.match_indices('/').map(|(at, _)| at).skip(1);
        self.taken.contains(place)
            || ends.any(|end| place.get(..end).is_some_and(|it| self.taken.contains(it)))
    }
}

/// The pointers of everything that has no members.
fn leaves(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, inner) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                leaves(inner, format!("{at}/{name}"), found);
            }
        }
        Value::Object(_) => {}
        _ => found.push(at),
    }
}
