import type { Call } from '../../../bridge';

/** Fields side by side where there is room. */
type Lines = readonly (readonly string[])[];

/** How a call's fields stand, arranged by hand; the rows of the contract fill it in. */
export interface CallArrangement {
  /** At the top: parts of the address (`@`) and members of the body. */
  lines: Lines;
  /** Members below them. Groups make sections. */
  below: Lines;
  /** What is rarely used, folded. */
  more: Lines;
}

/** How the members of a group stand. */
export interface GroupArrangement {
  lines: Lines;
  more?: Lines;
  /** The section is closed at first. */
  isFolded?: boolean;
}

const request = 'clientRequest';
const inRequest = (...names: string[]) => names.map((name) => `${request}.${name}`);
const envelope = ['cname', 'uid'];
const running: Lines = [['@resourceid', '@sid'], envelope];

export const callArrangements: Record<Call, CallArrangement> = {
  acquire: {
    lines: [envelope, inRequest('scene', 'resourceExpiredHour'), inRequest('region')],
    below: [],
    more: [
      inRequest('regionAffinity'),
      inRequest('excludeResourceIds'),
      inRequest('startParameter'),
    ],
  },
  start: {
    lines: [
      ['@resourceid', 'cname'],
      ['uid', ...inRequest('token')],
    ],
    below: [
      inRequest('recordingConfig'),
      inRequest('extensionServiceConfig'),
      inRequest('recordingFileConfig'),
      inRequest('snapshotConfig'),
      inRequest('storageConfig'),
    ],
    more: [inRequest('appsCollection'), inRequest('transcodeOptions')],
  },
  query: { lines: [['@resourceid', '@sid']], below: [], more: [] },
  update: {
    lines: running,
    below: [
      inRequest('streamSubscribe'),
      inRequest('webRecordingConfig'),
      inRequest('rtmpPublishConfig'),
      inRequest('storageConfig'),
    ],
    more: [],
  },
  updateLayout: {
    lines: [
      ...running,
      inRequest('mixedVideoLayout', 'maxResolutionUid'),
      inRequest('backgroundColor'),
    ],
    below: [inRequest('layoutConfig'), inRequest('backgroundConfig')],
    more: [inRequest('backgroundImage'), inRequest('defaultUserBackgroundImage')],
  },
  stop: { lines: [...running, inRequest('async_stop')], below: [], more: [] },
  channelUsers: { lines: [['@channel', '@hostsOnly']], below: [], more: [] },
};

/** By the key of the group's words. Members of a group that is not here stand two by two. */
const groups: Record<string, GroupArrangement> = {
  'start.storageConfig': {
    lines: [['vendor', 'region'], ['bucket'], ['accessKey', 'secretKey'], ['fileNamePrefix']],
    more: [['stsToken', 'stsExpiration'], ['extensionParams']],
  },
  'update.storageConfig': {
    lines: [
      ['vendor', 'region'],
      ['bucket'],
      ['accessKey', 'secretKey'],
      ['stsToken', 'stsExpiration'],
    ],
    more: [['fileNamePrefix'], ['extensionParams']],
  },
  'storageConfig.extensionParams': { lines: [['endpoint'], ['sse', 'tag']] },
  'start.recordingConfig': {
    lines: [
      ['channelType', 'streamTypes'],
      ['maxIdleTime', 'subscribeUidGroup'],
      ['transcodingConfig'],
    ],
    more: [
      ['audioProfile', 'videoStreamType'],
      ['streamMode'],
      ['subscribeVideoUids', 'subscribeAudioUids'],
      ['unsubscribeVideoUids', 'unsubscribeAudioUids'],
      ['decryptionMode'],
      ['secret', 'salt'],
      ['privateParams'],
    ],
  },
  'recordingConfig.transcodingConfig': {
    lines: [
      ['width', 'height', 'fps', 'bitrate'],
      ['mixedVideoLayout', 'maxResolutionUid'],
      ['backgroundColor'],
      ['layoutConfig'],
    ],
    more: [['backgroundImage'], ['defaultUserBackgroundImage'], ['backgroundConfig']],
  },
  'layout.layoutConfig': {
    lines: [
      ['x_axis', 'y_axis', 'width', 'height'],
      ['uid', 'alpha', 'render_mode'],
    ],
  },
  'layout.backgroundConfig': { lines: [['uid', 'render_mode'], ['image_url']] },
  'start.recordingFileConfig': { lines: [['avFileType']] },
  'start.snapshotConfig': { lines: [['captureInterval', 'fileType']] },
  'start.extensionServiceConfig': {
    lines: [['extensionServices']],
    more: [['errorHandlePolicy', 'apiVersion']],
  },
  'extensionServiceConfig.extensionServices': {
    lines: [['serviceName', 'errorHandlePolicy'], ['serviceParam']],
    more: [['streamTypes']],
  },
  'extensionServiceConfig.extensionServices[].serviceParam': {
    lines: [
      ['url'],
      ['videoWidth', 'videoHeight', 'videoFps', 'videoBitrate'],
      ['audioProfile', 'maxRecordingHour'],
      ['outputs'],
      ['accessKey', 'secretKey'],
      ['regionId'],
      ['apiData'],
    ],
    more: [
      ['maxVideoDuration', 'readyTimeout'],
      ['onhold', 'mobile'],
    ],
  },
  'extensionServiceConfig.extensionServices[].serviceParam.apiData.videoData': {
    lines: [
      ['title', 'tags'],
      ['description'],
      ['coverUrl'],
      ['cateId', 'templateGroupId'],
      ['storageLocation', 'workflowId'],
      ['userData'],
    ],
  },
  'update.streamSubscribe': { lines: [['audioUidList'], ['videoUidList']] },
  'start.transcodeOptions': { lines: [['container'], ['transConfig'], ['audio']] },
  'start.transcodeOptions.audio': { lines: [['sampleRate', 'channels'], ['bitrate']] },
};

/** The arrangement of a group's members; what has none of its own stands two by two. */
export function groupArrangement(key: string, names: readonly string[]): GroupArrangement {
  const own = groups[key];
  if (own !== undefined) return own;
  const lines: string[][] = [];
  for (let at = 0; at < names.length; at += 2) lines.push(names.slice(at, at + 2));
  return { lines };
}
