//! The reference's tables once more, as names alone: nobody forgot one in the walk.

use std::collections::BTreeSet;

use super::paths::sittings;

const ENVELOPE: &str = "cname uid clientRequest";

const ACQUIRE: &str =
    "scene resourceExpiredHour excludeResourceIds region regionAffinity startParameter";

const START: &str = "token storageConfig recordingConfig recordingFileConfig snapshotConfig \
    extensionServiceConfig appsCollection transcodeOptions";

const STORAGE: &str = "vendor region bucket accessKey secretKey stsToken stsExpiration \
    fileNamePrefix extensionParams extensionParams.sse extensionParams.tag \
    extensionParams.endpoint";

const RECORDING: &str = "channelType streamTypes streamMode decryptionMode secret salt \
    audioProfile videoStreamType maxIdleTime transcodingConfig subscribeVideoUids \
    unsubscribeVideoUids subscribeAudioUids unsubscribeAudioUids subscribeUidGroup privateParams";

const CANVAS: &str = "width height fps bitrate";

const LAYOUT: &str = "maxResolutionUid mixedVideoLayout backgroundColor backgroundImage \
    defaultUserBackgroundImage layoutConfig layoutConfig[].uid layoutConfig[].x_axis \
    layoutConfig[].y_axis layoutConfig[].width layoutConfig[].height layoutConfig[].alpha \
    layoutConfig[].render_mode backgroundConfig backgroundConfig[].uid \
    backgroundConfig[].image_url backgroundConfig[].render_mode";

const EXTENSION: &str = "errorHandlePolicy apiVersion extensionServices \
    extensionServices[].serviceName extensionServices[].errorHandlePolicy \
    extensionServices[].streamTypes extensionServices[].serviceParam";

const PAGE: &str = "url audioProfile videoWidth videoHeight maxRecordingHour videoBitrate videoFps \
    mobile maxVideoDuration onhold readyTimeout";

const PUSH: &str = "outputs outputs[].rtmpUrl";

const ON_DEMAND: &str = "accessKey secretKey regionId apiData apiData.videoData \
    apiData.videoData.title apiData.videoData.description apiData.videoData.coverUrl \
    apiData.videoData.cateId apiData.videoData.tags apiData.videoData.templateGroupId \
    apiData.videoData.userData apiData.videoData.storageLocation apiData.videoData.workflowId";

const SNAPSHOTS: &str = "captureInterval fileType";

const POSTPONED: &str = "appsCollection.combinationPolicy transcodeOptions.container \
    transcodeOptions.container.format transcodeOptions.transConfig \
    transcodeOptions.transConfig.transMode transcodeOptions.audio \
    transcodeOptions.audio.sampleRate transcodeOptions.audio.bitrate \
    transcodeOptions.audio.channels";

const UPDATE: &str = "streamSubscribe streamSubscribe.audioUidList \
    streamSubscribe.audioUidList.subscribeAudioUids \
    streamSubscribe.audioUidList.unsubscribeAudioUids streamSubscribe.videoUidList \
    streamSubscribe.videoUidList.subscribeVideoUids \
    streamSubscribe.videoUidList.unsubscribeVideoUids webRecordingConfig \
    webRecordingConfig.onhold rtmpPublishConfig rtmpPublishConfig.outputs \
    rtmpPublishConfig.outputs[].rtmpUrl storageConfig";

const STOP: &str = "async_stop";

fn at(holder: &str, names: &str) -> Vec<String> {
    names
        .split_whitespace()
        .map(|name| format!("{holder}.{name}"))
        .collect()
}

fn reference() -> BTreeSet<String> {
    let start = "start.clientRequest";
    let canvas = "start.clientRequest.recordingConfig.transcodingConfig";
    let extension = "start.clientRequest.extensionServiceConfig";
    let service = "start.clientRequest.extensionServiceConfig.extensionServices[].serviceParam";
    let calls = ["acquire", "start", "update", "updateLayout", "stop"];
    let mut all: Vec<String> = calls.iter().flat_map(|call| at(call, ENVELOPE)).collect();
    all.extend(
        [
            at("acquire.clientRequest", ACQUIRE),
            at(start, START),
            at("start.clientRequest.storageConfig", STORAGE),
            at("start.clientRequest.recordingConfig", RECORDING),
            at(canvas, CANVAS),
            at(canvas, LAYOUT),
            at("start.clientRequest.recordingFileConfig", "avFileType"),
            at("start.clientRequest.snapshotConfig", SNAPSHOTS),
            at(extension, EXTENSION),
            at(service, PAGE),
            at(service, PUSH),
            at(service, ON_DEMAND),
            at(start, POSTPONED),
            at("update.clientRequest", UPDATE),
            at("update.clientRequest.storageConfig", STORAGE),
            at("updateLayout.clientRequest", LAYOUT),
            at("stop.clientRequest", STOP),
        ]
        .concat(),
    );
    all.into_iter().collect()
}

/// The paths that the walk goes, with the groups on the way.
fn walked() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for sitting in sittings() {
        for (holder, fields) in sitting.groups {
            for (name, _) in fields {
                let mut path = sitting.call.to_owned();
                for step in format!("{holder}/{name}").split('/').skip(1) {
                    if step.parse::<usize>().is_ok() {
                        path.push_str("[]");
                    } else {
                        path.push('.');
                        path.push_str(step);
                        all.insert(path.clone());
                    }
                }
            }
        }
    }
    // What acquire announces has the paths of start.
    all.retain(|path| !path.starts_with("acquire.clientRequest.startParameter."));
    // Start's channel and recorder are those of the first sitting, where they are typed.
    all
}

#[test]
fn the_walk_goes_by_every_member_of_the_reference_and_no_other() {
    let (reference, walked) = (reference(), walked());
    assert!(
        reference.len() > 150,
        "the tables are there: {}",
        reference.len()
    );
    let forgotten: Vec<_> = reference.difference(&walked).collect();
    let made_up: Vec<_> = walked.difference(&reference).collect();
    assert!(
        forgotten.is_empty(),
        "nobody fills these in: {forgotten:#?}"
    );
    assert!(
        made_up.is_empty(),
        "the reference has no such members: {made_up:#?}"
    );
}
