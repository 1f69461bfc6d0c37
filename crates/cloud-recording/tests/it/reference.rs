//! The members that the reference's tables of requests name, written by hand from the tables. Two tests hold something
//! against them: that the rows are complete, and that the window offers every one.

use std::collections::BTreeSet;

/// Members of every POST body.
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

/// Names as members of `holder`.
pub fn at(holder: &str, names: &str) -> Vec<String> {
    names
        .split_whitespace()
        .map(|name| format!("{holder}.{name}"))
        .collect()
}

/// The tables of api.md that are about requests, each where its members are.
pub fn requests() -> BTreeSet<String> {
    let start = "start.clientRequest";
    let canvas = "start.clientRequest.recordingConfig.transcodingConfig";
    let extension = "start.clientRequest.extensionServiceConfig";
    let service = "start.clientRequest.extensionServiceConfig.extensionServices[].serviceParam";
    [
        at("acquire", ENVELOPE),
        at("start", ENVELOPE),
        at("update", ENVELOPE),
        at("updateLayout", ENVELOPE),
        at("stop", ENVELOPE),
        at("acquire.clientRequest", ACQUIRE),
        at(start, START),
        at("start.clientRequest.storageConfig", STORAGE),
        at("start.clientRequest.recordingConfig", RECORDING),
        at(canvas, CANVAS),
        at(canvas, LAYOUT),
        at("start.clientRequest.recordingFileConfig", "avFileType"),
        at(
            "start.clientRequest.snapshotConfig",
            "captureInterval fileType",
        ),
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
    .concat()
    .into_iter()
    .collect()
}
