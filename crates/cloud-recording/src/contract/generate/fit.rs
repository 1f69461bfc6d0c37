//! Making members go together, as the rules over several members want it.

use serde_json::{Map, Value, json};

use super::{Dice, leaf, members, part};
use crate::contract::vendors::{vendor_by_number, vendors};
use crate::contract::{PUSH, WEB_RECORDER};
use crate::{Call, Mode};

type Object = Map<String, Value>;

/// 1920 × 1080.
const MOST_PIXELS: u64 = 2_073_600;

const PAIRS: [(&str, &str); 2] = [
    ("subscribeVideoUids", "unsubscribeVideoUids"),
    ("subscribeAudioUids", "unsubscribeAudioUids"),
];

pub(super) fn start(request: &mut Object, mode: Mode, dice: &mut Dice) {
    if let Some(Value::Object(store)) = request.get_mut("storageConfig") {
        storage(store, dice);
    }
    if let Some(files) = request.get_mut("recordingFileConfig") {
        let both = mode != Mode::Individual && dice.chance(60);
        *files = json!({ "avFileType": if both { json!(["hls", "mp4"]) } else { json!(["hls"]) } });
    }
    match mode {
        Mode::Web => {
            request.insert("extensionServiceConfig".to_owned(), extensions(dice));
        }
        Mode::Mix => {
            // Only video on demand ever used it here.
            request.shift_remove("extensionServiceConfig");
        }
        Mode::Individual if !request.contains_key("recordingConfig") => {
            let config = members(part(Call::Start, &["recordingConfig"]), mode, dice);
            request.insert("recordingConfig".to_owned(), Value::Object(config));
        }
        Mode::Individual => {}
    }
    let with_snapshots = request.contains_key("snapshotConfig");
    if let Some(Value::Object(config)) = request.get_mut("recordingConfig") {
        recording(config, with_snapshots, dice);
    }
}

fn recording(config: &mut Object, with_snapshots: bool, dice: &mut Dice) {
    for (wanted, unwanted) in PAIRS {
        if config.contains_key(wanted) {
            config.shift_remove(unwanted);
        }
    }
    let encryption = number(config, "decryptionMode");
    for (name, needed) in [("secret", encryption > 0), ("salt", encryption > 6)] {
        config.shift_remove(name);
        let row = part(Call::Start, &["recordingConfig", name]).field;
        if let Some(row) = row.filter(|_| needed) {
            config.insert(name.to_owned(), leaf::value(row, dice));
        }
    }
    if with_snapshots {
        config.insert("streamTypes".to_owned(), json!(2));
        if !config.contains_key("subscribeVideoUids") {
            config.shift_remove("subscribeAudioUids");
        }
    }
    if let Some(Value::Object(canvas)) = config.get_mut("transcodingConfig") {
        let width = 1 + dice.below(1920);
        let height = 1 + dice.below((MOST_PIXELS / width).min(1920));
        canvas.insert("width".to_owned(), json!(width));
        canvas.insert("height".to_owned(), json!(height));
        layout(canvas, dice);
    }
}

/// Regions for the custom layout and for no other.
pub(super) fn layout(layout: &mut Object, dice: &mut Dice) {
    let kind = number(layout, "mixedVideoLayout");
    layout.shift_remove("layoutConfig");
    if kind != 2 {
        layout.shift_remove("maxResolutionUid");
    }
    if kind == 3 {
        let count = if dice.chance(20) {
            17
        } else {
            1 + dice.below(17)
        };
        let regions: Value = (0..count).map(|_| region(dice)).collect();
        layout.insert("layoutConfig".to_owned(), regions);
    }
}

fn region(dice: &mut Dice) -> Value {
    const WHOLE: u64 = 1_000_000;
    let mut region = members(part(Call::UpdateLayout, &["layoutConfig"]), Mode::Mix, dice);
    for (edge, size) in [("x_axis", "width"), ("y_axis", "height")] {
        let start = dice.below(WHOLE);
        let length = 1 + dice.below(WHOLE - start);
        region.insert(edge.to_owned(), leaf::share(start));
        region.insert(size.to_owned(), leaf::share(length));
    }
    Value::Object(region)
}

fn storage(store: &mut Object, dice: &mut Dice) {
    let today: Vec<_> = vendors().iter().filter(|vendor| !vendor.legacy).collect();
    let number = dice
        .pick(&today)
        .map_or(1, |vendor| i64::from(vendor.vendor));
    let Some(vendor) = vendor_by_number(number) else {
        return;
    };
    store.insert("vendor".to_owned(), json!(vendor.vendor));
    let region = dice.pick(vendor.regions).map_or(0, |region| region.region);
    store.insert("region".to_owned(), json!(region));
    if !(vendor.sts && store.contains_key("stsToken")) {
        store.shift_remove("stsToken");
        store.shift_remove("stsExpiration");
    } else {
        store.insert("stsExpiration".to_owned(), json!(4_000_000_000_u64));
    }
    store.shift_remove("extensionParams");
    if vendor.needs_endpoint {
        store.insert(
            "extensionParams".to_owned(),
            json!({ "endpoint": "minio.example.com" }),
        );
    } else if vendor.vendor == 1 && dice.chance(30) {
        store.insert(
            "extensionParams".to_owned(),
            json!({ "sse": "kms", "tag": "recording" }),
        );
    }
}

fn extensions(dice: &mut Dice) -> Value {
    let mut services = vec![json!({
        "serviceName": WEB_RECORDER,
        "errorHandlePolicy": "error_abort",
        "serviceParam": page(dice),
    })];
    if dice.chance(40) {
        services.push(json!({
            "serviceName": PUSH,
            "errorHandlePolicy": "error_ignore",
            "serviceParam": { "outputs": [{ "rtmpUrl": "rtmp://example.com/live/key" }] },
        }));
    }
    json!({ "errorHandlePolicy": "error_abort", "extensionServices": services })
}

/// The page recorder's own members, which belong to their service and to no other.
fn page(dice: &mut Dice) -> Value {
    let names = [
        "extensionServiceConfig",
        "extensionServices",
        "serviceParam",
    ];
    let mut page = Object::new();
    for (name, child) in &part(Call::Start, &names).children {
        let row = child.field.filter(|row| row.service == Some(WEB_RECORDER));
        let Some(row) = row else { continue };
        if super::is_required(row, Mode::Web) || dice.chance(50) {
            page.insert((*name).to_owned(), leaf::value(row, dice));
        }
    }
    let width = 240 + dice.below(1681);
    let height = 240 + dice.below((MOST_PIXELS / width).min(1920) - 239);
    page.insert("videoWidth".to_owned(), json!(width));
    page.insert("videoHeight".to_owned(), json!(height));
    Value::Object(page)
}

/// One group, with one of the two lists of each pair.
pub(super) fn update(mode: Mode, dice: &mut Dice) -> Object {
    let groups: &[&str] = match mode {
        Mode::Web => &["webRecordingConfig", "rtmpPublishConfig", "storageConfig"],
        _ => &["streamSubscribe", "storageConfig"],
    };
    let name = dice.pick(groups).copied().unwrap_or("storageConfig");
    let mut group = members(part(Call::Update, &[name]), mode, dice);
    match name {
        "storageConfig" => storage(&mut group, dice),
        "rtmpPublishConfig" => {
            let target = json!([{ "rtmpUrl": "rtmps://example.com/live/key" }]);
            group.insert("outputs".to_owned(), target);
        }
        "streamSubscribe" => {
            group.clear();
            for (list, pair) in [("videoUidList", PAIRS[0]), ("audioUidList", PAIRS[1])] {
                let wanted = if dice.chance(50) { pair.0 } else { pair.1 };
                if let Some(row) = part(Call::Update, &[name, list, wanted]).field {
                    group.insert(list.to_owned(), json!({ wanted: leaf::value(row, dice) }));
                }
            }
        }
        _ => {}
    }
    Object::from_iter([(name.to_owned(), Value::Object(group))])
}

fn number(object: &Object, name: &str) -> i64 {
    object.get(name).and_then(Value::as_i64).unwrap_or(0)
}
