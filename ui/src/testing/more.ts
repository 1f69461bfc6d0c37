import type {
  CallRecord,
  Recording,
  RecordingDetail,
  RecordingFiles,
  TimelineCode,
  TimelineEntry,
  VendorData,
} from '../bridge';
import { fakeBackend } from './fakeBackend';
import { layouts } from './layouts';
import { contract, failure, recording, setup } from './samples';
import { shelf } from './shelf';

/** A channel name of the greatest length, without a place to break it. */
export const LONG_NAME = `quarterly_all_hands_${'x'.repeat(44)}`;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function entry(
  at: number,
  code: TimelineCode,
  params: Record<string, string> = {},
  level: TimelineEntry['level'] = 'ok',
): TimelineEntry {
  return { at, code, level, params };
}

/** A running recording's story with a lost network in the middle. */
export function story(one: Recording): TimelineEntry[] {
  const start = one.startedAt ?? one.createdAt;
  return [
    entry(start - 3000, 'asked'),
    entry(start - 2000, 'acquired'),
    entry(start, 'started'),
    entry(start + 5000, 'joined', { people: '2' }),
    entry(start + 17_000, 'firstPiece', { people: '2' }),
    entry(start + 18 * MINUTE, 'layoutChanged', { layoutId: 'grid2x2', layoutName: '' }),
    entry(start + 29 * MINUTE, 'contactLost', {}, 'warn'),
    entry(start + 29 * MINUTE + 40_000, 'contactBack', { seconds: '40' }),
  ];
}

export const callRecords: CallRecord[] = [
  {
    id: 3,
    call: 'query',
    sentAt: 1_000_000,
    answeredAt: 1_000_182,
    request: '',
    status: 404,
    answer: '{"code":404,"reason":"failed to find worker"}',
  },
  {
    id: 2,
    call: 'start',
    sentAt: 900_000,
    answeredAt: 900_310,
    request: '{"cname":"board-sync","uid":"527841","clientRequest":{"token":"•••"}}',
    status: 200,
    answer: '{"resourceId":"JyvK8nXHuV1B","sid":"38f8e3cf"}',
  },
];

/** Providers of all kinds: with regions, without, with an endpoint of its own, and one of the past. */
export const vendors: VendorData[] = [
  ...contract.vendors,
  {
    vendor: 4,
    name: 'Kingsoft Cloud KS3',
    legacy: true,
    needsEndpoint: false,
    sts: false,
    regions: [{ region: 0, code: 'CN_Hangzhou', place: 'Hangzhou', area: 'CN', legacy: false }],
  },
  {
    vendor: 5,
    name: 'Microsoft Azure Blob',
    legacy: false,
    needsEndpoint: false,
    sts: false,
    regions: [],
  },
  {
    vendor: 11,
    name: 'S3-compatible',
    legacy: false,
    needsEndpoint: true,
    sts: false,
    regions: [],
  },
];

/** Recordings in every state that a person can meet, as of `now`. */
export function everyState(now: number): Recording[] {
  const video = { ...setup, channel: '' };
  const base = (id: string, channel: string, minutes: number): Partial<Recording> => ({
    id,
    channel,
    setup: { ...video, channel },
    createdAt: now - minutes * MINUTE - 3000,
    startedAt: now - minutes * MINUTE,
    firstPieceAt: now - minutes * MINUTE + 17_000,
    checkedAt: now - 3000,
    nextCheckAt: now + 8000,
    plannedEnd: now + 78 * MINUTE,
    controlUntil: now + 71 * HOUR + 17 * MINUTE,
    files: [`38f8e3cfdc474cd56fc1ceba380d7e1a_${channel}.m3u8`],
  });
  const over = (id: string, channel: string, ago: number, minutes: number): Partial<Recording> => ({
    ...base(id, channel, ago + minutes),
    endedAt: now - ago * MINUTE,
    plannedEnd: null,
    nextCheckAt: null,
  });
  const coming = {
    startedAt: null,
    firstPieceAt: null,
    serviceStatus: null,
    people: null,
    files: [],
  };
  return [
    recording({ ...base('preparing', 'standup', 0), ...coming, state: 'preparing' }),
    recording({
      ...base('confirming', 'design-crit', 0),
      state: 'confirming',
      firstPieceAt: null,
      serviceStatus: 2,
      people: null,
      files: [],
    }),
    recording({ ...base('running', 'board-sync', 42), layout: layouts[0] }),
    recording({
      ...base('long', LONG_NAME, 3),
      state: 'outOfSight',
      troubledChecks: 2,
      layout: layouts[1],
    }),
    recording({
      ...base('lost', 'support-room-12', 12),
      troubledChecks: 1,
      layout: layouts[2],
      problem: failure({ code: 'unreachable', status: null, reason: null, details: null }),
    }),
    recording({
      ...base('unconfirmed', 'interview-0420', 2),
      state: 'unconfirmed',
      sid: null,
      serviceStatus: null,
      firstPieceAt: null,
      files: [],
      layout: layouts[7],
    }),
    recording({
      ...over('uploading', 'support-room-11', 0, 12),
      state: 'uploading',
      serviceStatus: 7,
    }),
    recording({
      ...over('saved', 'weekly-town-hall', 60, 58),
      state: 'saved',
      upload: 'uploaded',
      files: ['a.m3u8', 'a_0.mp4', 'a_1.mp4'],
    }),
    recording({
      ...over('backup', 'demo-friday', 26 * 60, 72),
      state: 'saved',
      upload: 'backuped',
      practice: false,
      accountId: 'acme',
      accountName: 'Acme production',
      storageId: 'team',
      storageName: 'Team bucket',
    }),
    recording({
      ...over('unexpected', 'interview-0419', 30 * 60, 11),
      state: 'ended',
      problem: failure({ code: 'stoppedUnexpectedly', status: 200, reason: null, details: null }),
    }),
    recording({
      ...over('left', 'class-4b', 50 * 60, 45),
      state: 'ended',
      problem: failure({ code: 'endedByItself', status: null, reason: null, details: null }),
    }),
    recording({
      ...over('empty', 'interview-0418', 80 * 60, 5),
      state: 'empty',
      firstPieceAt: null,
      files: [],
      problem: failure({ code: 'nothingRecorded', status: 206, serviceCode: 435 }),
    }),
    recording({
      ...over('failed', 'typo-channel', 90 * 60, 0),
      state: 'failed',
      startedAt: null,
      endedAt: null,
      firstPieceAt: null,
      files: [],
      problem: failure(),
    }),
  ];
}

export const practiceFiles: RecordingFiles = {
  location: '/home/ana/.local/share/roomreel/practice/files/weeklytownhall/20261124T091743a1b2',
  readable: true,
  files: [
    {
      name: '38f8e3cfdc474cd56fc1ceba380d7e1a_weekly-town-hall.m3u8',
      kind: 'playlist',
      size: 14_200,
      known: 'seen',
      part: null,
    },
    {
      name: '38f8e3cfdc474cd56fc1ceba380d7e1a_weekly-town-hall_0.mp4',
      kind: 'video',
      size: 412_000_000,
      known: 'seen',
      part: null,
    },
  ],
  pieces: 348,
  pieceBytes: 401_000_000,
  missing: [],
  missingCount: 0,
  trouble: null,
};

/** A backend that knows the given recordings; those of a bucket have names only. */
export function backendWith(
  recordings: readonly Recording[],
  change: Parameters<typeof fakeBackend>[0] = {},
) {
  const known = (id: string) => {
    const found = recordings.find((one) => one.id === id);
    if (found === undefined) throw failure({ code: 'notFound', status: null, reason: null });
    return found;
  };
  const detail = (one: Recording): RecordingDetail => ({
    recording: one,
    timeline:
      one.state === 'outOfSight'
        ? [...story(one), entry((one.checkedAt ?? 0) - 29_000, 'outOfSight', {}, 'warn')]
        : story(one),
    calls: callRecords,
  });
  return fakeBackend({
    contract_get: () => ({ ...contract, vendors }),
    recording_list: () => [...recordings],
    library_list: (query) => shelf(recordings, query),
    recording_detail: ({ id }) => detail(known(id)),
    recording_stop: ({ id }) => ({ ...known(id), stopWanted: true, state: 'stopping' }),
    recording_layout: ({ id }) => known(id),
    recording_extend: ({ id }) => known(id),
    recording_recheck: ({ id }) => known(id),
    recording_files: ({ id }) =>
      known(id).practice
        ? practiceFiles
        : {
            location: 'acme-recordings/demofriday/20261123',
            readable: false,
            files: known(id).files.map((name) => ({
              name,
              kind: 'playlist',
              size: null,
              known: 'told',
              part: null,
            })),
            pieces: 0,
            pieceBytes: 0,
            missing: [],
            missingCount: 0,
            trouble: failure({ code: 'storage', reason: null, params: { trouble: 'denied' } }),
          },
    ...change,
  });
}
