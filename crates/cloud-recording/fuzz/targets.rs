//! What is fuzzed: both decoders and the import of layouts. Shared by the fuzzer (`fuzz_targets`),
//! the fixed number of runs in `tests/fuzz.rs`, and the long run of `examples/fuzz.rs`.

use cloud_recording::answer::{Acquired, ChannelUsers, QueryAnswer, Started, StopAnswer, Updated};
use cloud_recording::contract::{self, Severity, check, check_at};
use cloud_recording::layout::{self, WHOLE};
use cloud_recording::notification::Notification;
use cloud_recording::request::{
    AcquireRequest, StartRequest, StopRequest, UpdateLayoutClientRequest, UpdateLayoutRequest,
    UpdateRequest,
};
use cloud_recording::{Call, Mode, token};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A target's name and function. Input: one byte that chooses, then the body.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 3] = [("request", request), ("answer", answer), ("layout", layout)];

const STATUSES: [u16; 8] = [200, 201, 206, 400, 401, 404, 429, 500];

/// Judging, decoding, writing and redacting a request.
pub fn request(input: &[u8]) {
    let Some((&choice, body)) = input.split_first() else {
        return;
    };
    let call = Call::ALL[usize::from(choice) % Call::ALL.len()];
    let mode = [
        None,
        Some(Mode::Individual),
        Some(Mode::Mix),
        Some(Mode::Web),
    ][usize::from(choice / 8) % 4];
    let Ok(body) = serde_json::from_slice::<Value>(body) else {
        return;
    };
    let issues = check(call, mode, &body);
    assert_eq!(
        issues,
        check(call, mode, &body),
        "judging depends on the body alone"
    );
    let bad = issues
        .iter()
        .position(|issue| issue.severity == Severity::Warning);
    let sorted = issues[bad.unwrap_or(issues.len())..].iter();
    assert!(
        sorted
            .clone()
            .all(|issue| issue.severity == Severity::Warning),
        "errors come first"
    );
    check_at(call, mode, &body, 1_790_000_000);
    let mut redacted = body.clone();
    contract::redact(&mut redacted);
    let once = redacted.clone();
    contract::redact(&mut redacted);
    assert_eq!(redacted, once, "redacting twice is redacting once");
    match call {
        Call::Acquire => through::<AcquireRequest>(&body),
        Call::Start => through::<StartRequest>(&body),
        Call::Update => through::<UpdateRequest>(&body),
        Call::UpdateLayout => through::<UpdateLayoutRequest>(&body),
        Call::Stop => through::<StopRequest>(&body),
        Call::Query | Call::ChannelUsers => {}
    }
}

/// What can be read is written so that it reads the same again.
fn through<T: DeserializeOwned + Serialize>(body: &Value) {
    let Ok(read) = serde_json::from_value::<T>(body.clone()) else {
        return;
    };
    let Ok(written) = serde_json::to_value(&read) else {
        return;
    };
    let again = serde_json::from_value::<T>(written.clone());
    let again = again.map(|again| serde_json::to_value(again).unwrap_or_default());
    assert_eq!(again.ok(), Some(written), "what was written reads the same");
}

/// Reading an answer, a notification and a token.
pub fn answer(input: &[u8]) {
    let Some((&choice, body)) = input.split_first() else {
        return;
    };
    let status = STATUSES[usize::from(choice) % STATUSES.len()];
    let errors = [
        Acquired::read(status, body).err(),
        Started::read(status, body).err(),
        QueryAnswer::read(status, body).err(),
        Updated::read(Call::Update, status, body).err(),
        Updated::read(Call::UpdateLayout, status, body).err(),
        StopAnswer::read(status, body).err(),
        ChannelUsers::read(status, body).err(),
    ];
    assert!(
        status == 200 || errors.iter().all(Option::is_some),
        "only 200 is success"
    );
    for error in errors.into_iter().flatten() {
        assert!(
            error.raw().unwrap_or_default().len() <= 64 * 1024,
            "little is kept of it"
        );
        assert!(!format!("{error} {error:?}").is_empty());
    }
    if let Ok(read) = Notification::read(body) {
        through::<Notification>(&serde_json::to_value(&read).unwrap_or_default());
    }
    if let Ok(text) = std::str::from_utf8(body) {
        let _no_token = token::read(&text.into());
    }
}

/// Reading a layout, and reading again what is made of it.
pub fn layout(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let Ok(found) = layout::import_text(text) else {
        return;
    };
    assert!(found.regions.len() <= 17, "no more than the service takes");
    for region in &found.regions {
        assert!(region.x + region.width <= WHOLE && region.y + region.height <= WHOLE);
        assert!(region.width > 0 && region.height > 0 && region.alpha <= WHOLE);
    }
    let written = UpdateLayoutClientRequest {
        mixed_video_layout: Some(3),
        layout_config: Some(found.regions.iter().map(layout::Region::to_wire).collect()),
        ..UpdateLayoutClientRequest::default()
    };
    let written = serde_json::to_string(&written).unwrap_or_default();
    let again = layout::import_text(&written).map(|again| again.regions);
    assert_eq!(
        again,
        Ok(found.regions),
        "a written layout reads back to the millionth"
    );
}
