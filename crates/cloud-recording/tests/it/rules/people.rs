//! Rules of who is recorded, and into what.

use super::*;

#[test]
fn subscription_rules() {
    let config = |changes: &[(&str, Value)]| {
        let mut body = start();
        for (name, value) in changes {
            body["clientRequest"]["recordingConfig"][*name] = value.clone();
        }
        body
    };
    let at = "/recordingConfig";
    let both = config(&[
        ("subscribeAudioUids", json!(["1"])),
        ("subscribeVideoUids", json!(["1"])),
        ("unSubscribeVideoUids", json!(["2"])),
    ]);
    let path = format!("{at}/unSubscribeVideoUids");
    breaks(Mode::Mix, &both, IssueCode::ListsExclusive, ERROR, &path);

    let silent = config(&[("subscribeVideoUids", json!(["1"]))]);
    let path = format!("{at}/subscribeVideoUids");
    breaks(
        Mode::Mix,
        &silent,
        IssueCode::NoSoundSubscribed,
        WARNING,
        &path,
    );
    let blind = config(&[("subscribeAudioUids", json!(["#allstream#"]))]);
    let path = format!("{at}/subscribeAudioUids");
    breaks(
        Mode::Mix,
        &blind,
        IssueCode::NoPictureSubscribed,
        WARNING,
        &path,
    );

    let mixed = config(&[("subscribeAudioUids", json!(["#allstream#", "3"]))]);
    breaks(
        Mode::Mix,
        &mixed,
        IssueCode::AllStreamsBesideOthers,
        ERROR,
        &path,
    );
    let empty = config(&[("subscribeAudioUids", json!([]))]);
    breaks(Mode::Mix, &empty, IssueCode::Empty, ERROR, &path);
    let unused = config(&[
        ("streamTypes", json!(1)),
        ("subscribeAudioUids", json!(["1"])),
    ]);
    breaks(Mode::Mix, &unused, IssueCode::ListUnused, WARNING, &path);

    let mut crowd = individual();
    crowd["clientRequest"]["recordingConfig"]["subscribeAudioUids"] = json!(["1", "2"]);
    crowd["clientRequest"]["recordingConfig"]["subscribeVideoUids"] = json!(["2", "3"]);
    let path = format!("{at}/subscribeUidGroup");
    breaks(
        Mode::Individual,
        &crowd,
        IssueCode::GroupTooSmall,
        WARNING,
        &path,
    );
}

#[test]
fn individual_needs_its_group_even_without_a_configuration() {
    let path = "/recordingConfig/subscribeUidGroup";
    let group = with(
        individual(),
        &[("recordingConfig/subscribeUidGroup", Value::Null)],
    );
    breaks(Mode::Individual, &group, IssueCode::Required, ERROR, path);
    let all = with(individual(), &[("recordingConfig", Value::Null)]);
    breaks(Mode::Individual, &all, IssueCode::Required, ERROR, path);
}

#[test]
fn encryption_rules() {
    let salt = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    let config = |changes: Value| {
        let mut body = start();
        for (name, value) in changes.as_object().unwrap() {
            body["clientRequest"]["recordingConfig"][name] = value.clone();
        }
        body
    };
    let whole = config(json!({"decryptionMode": 8, "secret": "x", "salt": salt}));
    assert_eq!(found(Call::Start, Mode::Mix, &whole), []);
    let open = config(json!({"decryptionMode": 7, "secret": "x"}));
    let path = "/recordingConfig/salt";
    breaks(
        Mode::Mix,
        &open,
        IssueCode::EncryptionIncomplete,
        ERROR,
        path,
    );
    let short = config(json!({"decryptionMode": 7, "secret": "x", "salt": "AAEC"}));
    breaks(Mode::Mix, &short, IssueCode::BadFormat, ERROR, path);
    let unused = config(json!({"secret": "x"}));
    breaks(
        Mode::Mix,
        &unused,
        IssueCode::EncryptionUnused,
        WARNING,
        "/recordingConfig/secret",
    );
}

#[test]
fn file_and_snapshot_rules() {
    let types = "/recordingFileConfig/avFileType";
    let alone = with(
        start(),
        &[("recordingFileConfig", json!({"avFileType": ["mp4"]}))],
    );
    breaks(Mode::Mix, &alone, IssueCode::Mp4Alone, ERROR, types);
    let both = with(
        individual(),
        &[("recordingFileConfig", json!({"avFileType": ["hls", "mp4"]}))],
    );
    breaks(
        Mode::Individual,
        &both,
        IssueCode::Mp4InIndividual,
        ERROR,
        types,
    );

    let snapshots = json!({"captureInterval": 3, "fileType": ["jpg"]});
    let fast = with(individual(), &[("snapshotConfig", snapshots)]);
    let path = "/snapshotConfig/captureInterval";
    breaks(
        Mode::Individual,
        &fast,
        IssueCode::BelowReference,
        WARNING,
        path,
    );
    let blind = with(fast.clone(), &[("recordingConfig/streamTypes", json!(0))]);
    let path = "/recordingConfig/streamTypes";
    breaks(
        Mode::Individual,
        &blind,
        IssueCode::SnapshotNeedsPicture,
        ERROR,
        path,
    );
    let listed = with(
        fast,
        &[("recordingConfig/subscribeAudioUids", json!(["1"]))],
    );
    let path = "/recordingConfig/subscribeVideoUids";
    breaks(
        Mode::Individual,
        &listed,
        IssueCode::SnapshotNeedsPictureList,
        ERROR,
        path,
    );
}
