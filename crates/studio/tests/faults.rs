//! Recordings under every fault of the practice service: what they come to while it lasts and after,
//! that no recorder is forgotten, and that none is there twice.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
#[path = "common/steps.rs"]
mod steps;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use cloud_recording::{Call, Client, ClientConfig, Secret};
use common::*;
use practice::faults::{Fault, Often, Plan, Rule, kinds};
use serde_json::Value;
use steps::StepClock;
use studio::types::*;
use studio::{Clock, Core, MemoryVault, NoDesktop, Options};
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

const BEGIN: i64 = 1_790_000_000_000;
static PLACES: Semaphore = Semaphore::const_new(8);
const CALLS: [Call; 4] = [Call::Acquire, Call::Start, Call::Query, Call::Stop];

/// What a recording comes to when a fault meets acquire, start, query or stop of it.
///
/// First its state after a minute, when stop is pressed; then, where it is another, its state seven
/// minutes later, the fault still there; then its end when the fault has gone. `(unnamed)`: its
/// recorder's id was never learnt. `+1`: a recorder is left that goes on until everybody has left.
/// `-`: a fault that cannot befall this call.
type Rows = BTreeMap<String, Vec<String>>;

fn rows(table: &str) -> Rows {
    let lines = table.trim().lines().skip(1);
    let cells = lines.map(|line| line.split('|').map(|cell| cell.trim().to_owned()));
    cells
        .filter_map(|mut row| Some((row.next()?, row.collect())))
        .collect()
}

struct Life {
    folder: TempDir,
    clock: Arc<StepClock>,
    core: Core,
}

impl Life {
    async fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(StepClock::new(BEGIN));
        let core = open(folder.path(), &clock).await;
        Self {
            folder,
            clock,
            core,
        }
    }

    /// Closes the app and opens it again.
    async fn reopen(self) -> Self {
        self.core.shutdown().await;
        let core = open(self.folder.path(), &self.clock).await;
        Self { core, ..self }
    }

    async fn plan(&self, rules: Vec<Rule>) {
        let plan = Plan { rules, seed: None };
        self.core.faults_save(plan).await.unwrap();
    }

    async fn pass(&self, id: &str, seconds: u64) -> Recording {
        let time = Duration::from_secs(seconds);
        self.clock.pass(&self.core, id, time).await
    }

    async fn stop(&self, id: &str) {
        if !recording(&self.core, id).await.state.is_final() {
            self.core.recording_stop(by_id(id)).await.unwrap();
        }
    }
}

async fn open(folder: &Path, clock: &Arc<StepClock>) -> Core {
    let options = Options {
        data_dir: folder.to_owned(),
        vault: Arc::new(MemoryVault::default()),
        clock: Arc::clone(clock) as Arc<dyn Clock>,
        desktop: Arc::new(NoDesktop),
        version: "test".to_owned(),
        loopback_pictures: false,
    };
    let core = Core::open(options).await.expect("the studio opens");
    // The recordings of a table are made one right after the other.
    let client = ClientConfig::new(app_id(&core).await, "id", Secret::from("secret"));
    Client::new(client).unwrap().limit_rate(1_000_000);
    core
}

async fn app_id(core: &Core) -> String {
    let accounts = core.account_list(Empty {}).await.unwrap();
    let practice = accounts.into_iter().find(|account| account.practice);
    practice.unwrap().app_id
}

/// Sound alone, so that nothing is drawn.
fn sound(channel: &str) -> Setup {
    let mut setup = setup(channel);
    setup.record_as = RecordAs::CombinedSound;
    setup.stop.after_minutes = None;
    setup.more.mp4 = false;
    setup
}

/// One recording whose calls of this sort meet the fault.
async fn meet(call: Call, fault: Fault, often: Often, reopens: bool) -> String {
    let mut life = Life::begin().await;
    life.plan(vec![Rule {
        call: Some(call),
        fault,
        often,
    }])
    .await;
    let channel = format!("{}-{call}", fault.name());
    let id = life.core.recording_start(sound(&channel)).await.unwrap().id;
    let mut states = vec![life.pass(&id, 60).await.state];
    if reopens && call != Call::Stop {
        life = life.reopen().await;
    }
    life.stop(&id).await;
    states.push(life.pass(&id, 400).await.state);
    if reopens && call == Call::Stop {
        life = life.reopen().await;
    }
    life.plan(Vec::new()).await;
    let last = life.pass(&id, 3_600).await;
    assert!(
        last.state.is_final(),
        "{channel}: it comes to an end: {last:#?}"
    );
    states.push(last.state);
    states.dedup();
    let mut words: Vec<String> = states.iter().map(|state| format!("{state:?}")).collect();
    if last.sid.is_none() && !matches!(last.state, RecordingState::Failed) {
        words.push("(unnamed)".to_owned());
    }
    let running = left(&life, &last).await;
    if running > 0 {
        words.push(format!("+{running}"));
    }
    words.join(" ").to_lowercase()
}

/// How many recorders are left in the recording's channel. Whatever has recorded for it was its own.
async fn left(life: &Life, recording: &Recording) -> usize {
    let app_id = app_id(&life.core).await;
    life.core.shutdown().await;
    let data = life.folder.path().join("practice");
    let sids: BTreeSet<String> = files(&data.join("files").join(&recording.prefix))
        .iter()
        .filter_map(|file| file.file_name()?.to_str())
        .filter_map(|name| name.split('_').find(|part| part.len() == 32))
        .map(str::to_owned)
        .collect();
    assert!(sids.len() <= 1, "recorded twice: {sids:?}");
    assert!(
        sids.is_empty() || sids.first() == recording.sid.as_ref(),
        "files of a recorder whose id is not known: {sids:?} and {recording:#?}"
    );
    struct Same(i64);
    impl practice::Clock for Same {
        fn now_ms(&self) -> i64 {
            self.0
        }
    }
    let config = practice::Config {
        port: 0,
        app_id,
        customer_id: CUSTOMER.to_owned(),
        customer_secret: Secret::from(SECRET),
        files: data.join("files"),
        data,
        clock: Arc::new(Same(life.clock.now())),
        requests_per_second: None,
    };
    let server = practice::serve(config).await.expect("on the same folder");
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let asked = http.get(format!("{}/__practice", server.url()));
    let asked = asked.basic_auth(CUSTOMER, Some(SECRET)).send();
    let inside: Value = asked.await.unwrap().json().await.unwrap();
    server.shutdown().await;
    let all = inside["sessions"].as_array().unwrap();
    let running: Vec<&Value> = all
        .iter()
        .filter(|one| one["state"].as_i64().is_some_and(|state| state < 6))
        .collect();
    assert!(running.len() <= 1, "there twice: {running:?}");
    for one in &running {
        let known = recording.sid.as_deref().is_none_or(|sid| one["sid"] == sid);
        assert!(known, "another one than its own: {one}");
    }
    running.len()
}

async fn assert_table(table: &str, often: Often, reopens: bool) {
    let mut lives = JoinSet::new();
    for kind in kinds() {
        // Longer than the client waits, however often it asks.
        let fault = match kind.fault {
            Fault::Delay { .. } => Fault::Delay { ms: 600_000 },
            fault => fault,
        };
        for call in CALLS {
            let fits = kind.calls.contains(&call);
            lives.spawn(async move {
                // Each has a studio of its own; all at once they would only be in each other's way.
                let _place = PLACES.acquire().await.unwrap();
                let end = if fits {
                    meet(call, fault, often, reopens).await
                } else {
                    "-".to_owned()
                };
                (kind.name, call, end)
            });
        }
    }
    let mut seen = Rows::new();
    let mut ends = lives.join_all().await;
    ends.sort_by_key(|(name, call, _)| (*name, CALLS.iter().position(|it| it == call)));
    for (name, _, end) in ends {
        seen.entry(name.to_owned()).or_default().push(end);
    }
    let wanted = rows(table);
    let differ: Vec<String> = seen
        .iter()
        .filter(|(name, row)| wanted.get(*name) != Some(row))
        .map(|(name, row)| format!("{name} | {}", row.join(" | ")))
        .collect();
    assert!(differ.is_empty(), "it came to:\n{}", differ.join("\n"));
    assert_eq!(seen.len(), wanted.len(), "every kind of fault has its row");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_files_of_every_worker_are_collected() {
    let life = Life::begin().await;
    let switch = Rule {
        call: Some(Call::Query),
        fault: Fault::WorkerSwitch { seconds: 40 },
        often: Often::Times { times: 1 },
    };
    let mut wish = sound("town-hall");
    wish.more.mp4 = true;
    wish.record_as = RecordAs::CombinedVideo;
    let id = life.core.recording_start(wish).await.unwrap().id;
    for _ in 0..2 {
        life.pass(&id, 60).await;
        life.plan(vec![switch]).await;
        life.pass(&id, 120).await;
    }
    life.stop(&id).await;
    let saved = life.pass(&id, 60).await;
    assert_eq!(saved.state, RecordingState::Saved, "{:?}", saved.problem);
    let sid = saved.sid.unwrap();
    let mut wanted = Vec::new();
    for part in ["", "bak0_", "bak1_"] {
        wanted.push(format!("{part}{sid}_town-hall.m3u8"));
        wanted.push(format!("{part}{sid}_town-hall_0.mp4"));
    }
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(
        sorted(saved.files),
        sorted(wanted.clone()),
        "kept with the recording"
    );
    let found = life.core.recording_files(by_id(&id)).await.unwrap();
    let parts: Vec<Option<u32>> = found.files.iter().map(|file| file.part).collect();
    assert_eq!(
        parts,
        [None, None, Some(0), Some(0), Some(1), Some(1)],
        "in their order"
    );
    assert!(
        found.missing.is_empty(),
        "nothing is missing: {:?}",
        found.missing
    );
    life.core.shutdown().await;
}

/// The fault strikes once.
const ONCE: &str = "
fault           | acquire         | start            | query           | stop
206             | recording saved | recording saved  | recording saved | recording saved
429             | recording saved | recording saved  | recording saved | recording saved
500             | recording saved | recording saved  | recording saved | recording saved
501             | recording saved | recording saved  | recording saved | recording saved
502             | recording saved | recording saved  | recording saved | recording saved
503             | recording saved | recording saved  | recording saved | recording saved
504             | recording saved | recording saved  | recording saved | recording saved
clock-skew      | recording saved | recording saved  | recording saved | recording saved
delay           | recording saved | recording saved  | recording saved | recording saved
dropped         | recording saved | recording saved  | recording saved | recording saved
html            | failed          | recording saved  | recording saved | recording saved
lost-answer     | recording saved | recording saved  | recording saved | recording saved
nobody-joins    | -               | recording empty  | -               | -
slow-upload     | -               | recording saved  | recording saved | recording saved
storage-refused | -               | outofsight empty | recording empty | recording uploading saved
truncated       | recording saved | recording saved  | recording saved | recording saved
worker-switch   | -               | recording saved  | recording saved | recording saved
";

/// It lasts until it is mended, seven minutes after the stop was pressed.
///
/// A start that never comes through may have worked until its resource is dead; after that its recorder
/// is looked for until everybody would have left. A stop that is answered 404 for longer than the service
/// says that a change of worker takes is taken for done.
const LASTING: &str = "
fault           | acquire         | start                    | query            | stop
206             | failed          | starting ended (unnamed) | confirming saved | recording stopping saved
429             | failed          | failed                   | confirming saved | recording stopping saved
500             | failed          | starting ended (unnamed) | confirming saved | recording stopping saved
501             | failed          | starting ended (unnamed) | confirming saved | recording stopping saved
502             | failed          | failed                   | confirming saved | recording stopping saved
503             | failed          | starting ended (unnamed) | confirming saved | recording stopping saved
504             | failed          | starting ended (unnamed) | confirming saved | recording stopping saved
clock-skew      | recording saved | recording saved          | recording saved  | recording saved
delay           | failed          | starting saved           | confirming saved | recording stopping saved
dropped         | failed          | starting ended (unnamed) | confirming saved | recording stopping saved
html            | failed          | starting ended (unnamed) | confirming saved | recording stopping saved
lost-answer     | failed          | starting saved           | confirming saved | recording stopping saved
nobody-joins    | -               | recording empty          | -                | -
slow-upload     | -               | recording saved          | recording saved  | recording saved
storage-refused | -               | outofsight empty         | recording empty  | recording uploading saved
truncated       | failed          | starting saved           | confirming saved | recording stopping saved
worker-switch   | -               | recording saved          | outofsight saved | recording uploading ended +1
";

/// It lasts, and the app is closed before the stop, or under it; the fault is gone when it opens again.
const REOPENED: &str = "
fault           | acquire         | start            | query            | stop
206             | failed          | starting empty   | confirming saved | recording stopping saved
429             | failed          | failed           | confirming saved | recording stopping saved
500             | failed          | starting empty   | confirming saved | recording stopping saved
501             | failed          | starting empty   | confirming saved | recording stopping saved
502             | failed          | failed           | confirming saved | recording stopping saved
503             | failed          | starting empty   | confirming saved | recording stopping saved
504             | failed          | starting empty   | confirming saved | recording stopping saved
clock-skew      | recording saved | recording saved  | recording saved  | recording saved
delay           | failed          | starting saved   | confirming saved | recording stopping saved
dropped         | failed          | starting empty   | confirming saved | recording stopping saved
html            | failed          | starting empty   | confirming saved | recording stopping saved
lost-answer     | failed          | starting saved   | confirming saved | recording stopping saved
nobody-joins    | -               | recording empty  | -                | -
slow-upload     | -               | recording saved  | recording saved  | recording saved
storage-refused | -               | outofsight empty | recording empty  | recording uploading saved
truncated       | failed          | starting saved   | confirming saved | recording stopping saved
worker-switch   | -               | recording saved  | outofsight saved | recording uploading ended +1
";

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_strikes_once() {
    assert_table(ONCE, Often::Times { times: 1 }, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_lasts_until_it_is_mended() {
    assert_table(LASTING, Often::Always, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_under_which_the_app_is_closed_and_opened() {
    assert_table(REOPENED, Often::Always, true).await;
}
