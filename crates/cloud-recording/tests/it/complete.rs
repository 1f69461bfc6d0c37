//! The rows against a list of the reference's tables, written by hand from the tables, both ways.

use std::collections::BTreeSet;

use cloud_recording::contract::{
    self, answer_fields, codes, events, fields, gateway, parameters, pictures, vendors,
};

use crate::reference::{at, requests};

const PATH: &str = "appid resourceid sid mode";

const ANSWER: &str = "cname uid resourceId sid code reason message serverResponse \
    serverResponse.status serverResponse.fileListMode serverResponse.fileList \
    serverResponse.fileList[].fileName serverResponse.fileList[].trackType \
    serverResponse.fileList[].uid serverResponse.fileList[].mixedAllUser \
    serverResponse.fileList[].isPlayable serverResponse.fileList[].sliceStartTime \
    serverResponse.sliceStartTime serverResponse.subServiceStatus \
    serverResponse.subServiceStatus.recordingService serverResponse.uploadingStatus \
    serverResponse.extensionServiceState serverResponse.extensionServiceState[].serviceName \
    serverResponse.extensionServiceState[].payload \
    serverResponse.extensionServiceState[].payload.state \
    serverResponse.extensionServiceState[].payload.onhold \
    serverResponse.extensionServiceState[].payload.fileList \
    serverResponse.extensionServiceState[].payload.uploadingStatus \
    serverResponse.extensionServiceState[].payload.outputs \
    serverResponse.extensionServiceState[].payload.outputs[].rtmpUrl \
    serverResponse.extensionServiceState[].payload.outputs[].status";

/// The tables of api.md, each where its members are.
fn reference() -> BTreeSet<String> {
    let mut all = requests();
    all.extend(at("path", PATH));
    all.extend(at("answer", ANSWER));
    all
}

/// §8: every field of the 2020 list, and one place where it stands today.
const INDEX_2020: &[(&str, &str)] = &[
    ("appid", "path.appid"),
    ("cname", "acquire.cname"),
    ("uid", "acquire.uid"),
    ("clientRequest", "stop.clientRequest"),
    (
        "resourceExpiredHour",
        "acquire.clientRequest.resourceExpiredHour",
    ),
    ("resourceid", "path.resourceid"),
    ("mode", "path.mode"),
    ("token", "start.clientRequest.token"),
    ("recordingConfig", "start.clientRequest.recordingConfig"),
    (
        "streamTypes",
        "start.clientRequest.recordingConfig.streamTypes",
    ),
    (
        "decryptionMode",
        "start.clientRequest.recordingConfig.decryptionMode",
    ),
    ("secret", "start.clientRequest.recordingConfig.secret"),
    (
        "channelType",
        "start.clientRequest.recordingConfig.channelType",
    ),
    (
        "audioProfile",
        "start.clientRequest.recordingConfig.audioProfile",
    ),
    (
        "videoStreamType",
        "start.clientRequest.recordingConfig.videoStreamType",
    ),
    (
        "maxIdleTime",
        "start.clientRequest.recordingConfig.maxIdleTime",
    ),
    (
        "transcodingConfig",
        "start.clientRequest.recordingConfig.transcodingConfig",
    ),
    (
        "width (canvas)",
        "start.clientRequest.recordingConfig.transcodingConfig.width",
    ),
    (
        "height (canvas)",
        "start.clientRequest.recordingConfig.transcodingConfig.height",
    ),
    (
        "fps",
        "start.clientRequest.recordingConfig.transcodingConfig.fps",
    ),
    (
        "bitrate",
        "start.clientRequest.recordingConfig.transcodingConfig.bitrate",
    ),
    (
        "maxResolutionUid",
        "updateLayout.clientRequest.maxResolutionUid",
    ),
    (
        "mixedVideoLayout",
        "updateLayout.clientRequest.mixedVideoLayout",
    ),
    (
        "backgroundColor",
        "updateLayout.clientRequest.backgroundColor",
    ),
    ("layoutConfig", "updateLayout.clientRequest.layoutConfig"),
    (
        "uid (region)",
        "updateLayout.clientRequest.layoutConfig[].uid",
    ),
    ("x_axis", "updateLayout.clientRequest.layoutConfig[].x_axis"),
    ("y_axis", "updateLayout.clientRequest.layoutConfig[].y_axis"),
    (
        "width (region)",
        "updateLayout.clientRequest.layoutConfig[].width",
    ),
    (
        "height (region)",
        "updateLayout.clientRequest.layoutConfig[].height",
    ),
    ("alpha", "updateLayout.clientRequest.layoutConfig[].alpha"),
    (
        "render_mode",
        "updateLayout.clientRequest.layoutConfig[].render_mode",
    ),
    (
        "subscribeVideoUids",
        "start.clientRequest.recordingConfig.subscribeVideoUids",
    ),
    (
        "subscribeAudioUids",
        "start.clientRequest.recordingConfig.subscribeAudioUids",
    ),
    (
        "subscribeUidGroup",
        "start.clientRequest.recordingConfig.subscribeUidGroup",
    ),
    ("storageConfig", "start.clientRequest.storageConfig"),
    ("vendor", "start.clientRequest.storageConfig.vendor"),
    ("region", "start.clientRequest.storageConfig.region"),
    ("bucket", "start.clientRequest.storageConfig.bucket"),
    ("accessKey", "start.clientRequest.storageConfig.accessKey"),
    ("secretKey", "start.clientRequest.storageConfig.secretKey"),
    (
        "fileNamePrefix",
        "start.clientRequest.storageConfig.fileNamePrefix",
    ),
    ("resourceId", "answer.resourceId"),
    ("sid", "answer.sid"),
    ("serverResponse", "answer.serverResponse"),
    ("fileListMode", "answer.serverResponse.fileListMode"),
    ("fileList", "answer.serverResponse.fileList"),
    ("filename", "answer.serverResponse.fileList[].fileName"),
    ("trackType", "answer.serverResponse.fileList[].trackType"),
    (
        "mixedAllUser",
        "answer.serverResponse.fileList[].mixedAllUser",
    ),
    ("isPlayable", "answer.serverResponse.fileList[].isPlayable"),
    ("sliceStartTime", "answer.serverResponse.sliceStartTime"),
    ("status", "answer.serverResponse.status"),
];

fn rows() -> BTreeSet<String> {
    let rows = fields().iter().chain(parameters()).chain(answer_fields());
    rows.map(|field| field.path.to_owned()).collect()
}

#[test]
fn the_rows_are_the_references_members_and_no_others() {
    let (rows, reference) = (rows(), reference());
    let missing: Vec<_> = reference.difference(&rows).collect();
    let made_up: Vec<_> = rows.difference(&reference).collect();
    assert!(
        missing.is_empty(),
        "the reference has these, the rows do not: {missing:#?}"
    );
    assert!(
        made_up.is_empty(),
        "the rows have these, the reference does not: {made_up:#?}"
    );
    let count = fields().len() + parameters().len() + answer_fields().len();
    assert_eq!(rows.len(), count, "a path stands for one row");
}

#[test]
fn every_field_of_2020_has_its_row() {
    let rows = rows();
    assert_eq!(INDEX_2020.len(), 53, "the index has as many lines");
    for (name, path) in INDEX_2020 {
        assert!(rows.contains(*path), "{name} should be at {path}");
        let row = fields()
            .iter()
            .chain(parameters())
            .chain(answer_fields())
            .find(|field| field.path == *path)
            .unwrap();
        // Echoes came later than the members that they echo; nothing else of the list did.
        assert_eq!(row.since, "2020", "{name} is of 2020");
        let bare = name.split(' ').next().unwrap();
        let known = row.name() == bare || row.aliases.contains(&bare);
        assert!(known, "{path} does not know {bare}");
    }
}

#[test]
fn every_number_of_the_error_list_has_its_row() {
    let listed = BTreeSet::from([
        2, 7, 8, 15, 49, 50, 52, 53, 62, 65, 109, 110, 400, 401, 404, 405, 406, 432, 433, 435, 500,
        501, 502, 504, 1001, 1003, 1013, 1028,
    ]);
    let rows: BTreeSet<i64> = codes().iter().map(|row| row.code).collect();
    assert_eq!(rows, listed);
    for row in codes() {
        let told = [row.meaning, row.cause, row.action];
        assert!(
            told.iter().all(|text| !text.is_empty()),
            "{} is not explained",
            row.code
        );
    }
    let gateway: Vec<_> = gateway().iter().map(|row| row.status).collect();
    assert_eq!(
        gateway,
        [400, 401, 401, 404, 429],
        "what the gateway answers by itself"
    );
}

#[test]
fn every_notification_of_the_reference_has_its_row() {
    let listed = [
        1, 2, 3, 4, 11, 12, 13, 30, 31, 32, 33, 40, 41, 42, 43, 44, 45, 60, 61, 70, 71, 72, 73, 80,
        81, 90, 100, 1001,
    ];
    let rows: Vec<i64> = events().iter().map(|row| row.event).collect();
    assert_eq!(rows, listed);
    assert_eq!(contract::event(31).map(|row| row.name), Some("uploaded"));
}

#[test]
fn every_vendor_names_its_regions_and_marks_legacy_ones() {
    let legacy: Vec<_> = vendors()
        .iter()
        .flat_map(|vendor| {
            let regions = vendor.regions.iter().filter(|region| region.legacy);
            regions.map(|region| (vendor.vendor, region.region))
        })
        .collect();
    for marked in [(1, 17), (1, 23), (1, 28), (8, 0)] {
        assert!(
            legacy.contains(&marked),
            "{marked:?} left the table: {legacy:?}"
        );
    }
    let vendors_gone: Vec<_> = vendors()
        .iter()
        .filter(|vendor| vendor.legacy)
        .map(|vendor| vendor.vendor)
        .collect();
    assert_eq!(vendors_gone, [0, 4]);
    for vendor in vendors() {
        let numbers: BTreeSet<_> = vendor.regions.iter().map(|region| region.region).collect();
        assert_eq!(
            numbers.len(),
            vendor.regions.len(),
            "{} names a number twice",
            vendor.name
        );
        for region in vendor.regions {
            assert!(
                !region.code.is_empty() && !region.place.is_empty(),
                "{region:?}"
            );
        }
    }
    assert_eq!(pictures().len(), 28, "as many sizes as the table");
}
