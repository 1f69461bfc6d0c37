import type {
  Account,
  AppInfo,
  CallEntry,
  ConsoleCall,
  ContractData,
  Download,
  Failure,
  Layout,
  Preflight,
  Recording,
  Setup,
  Storage,
} from '../bridge';
import { freshSetup } from '../draft';
import { layouts } from './layouts';

/** A day at ten, so that pictures and tests do not depend on the clock. */
export const NOON = Date.UTC(2026, 10, 24, 10, 0, 0);

export const practiceAccount: Account = {
  id: 'practice',
  name: 'Practice',
  practice: true,
  appId: '00000000000000000000000000000000',
  customerId: 'practice',
  baseUrl: 'http://127.0.0.1:4000',
  area: 'global',
  hasSecret: true,
  hasCertificate: false,
  check: null,
  createdAt: 0,
};

export const realAccount: Account = {
  ...practiceAccount,
  id: 'acme',
  name: 'Acme production',
  practice: false,
  appId: '3f9a0000000000000000000000c21e00',
  customerId: '81b000000000000000000000000077aa',
  baseUrl: null,
  check: {
    at: NOON,
    ok: true,
    lines: [
      { step: 'keychain', level: 'ok', failure: null },
      { step: 'credentials', level: 'ok', failure: null },
    ],
  },
};

export const practiceStorage: Storage = {
  id: 'practice',
  name: 'Practice folder',
  practice: true,
  vendor: 1,
  region: 0,
  bucket: 'practice',
  endpoint: null,
  hasKeys: true,
  check: null,
  createdAt: 0,
};

export const realStorage: Storage = {
  ...practiceStorage,
  id: 'team',
  name: 'Team bucket',
  practice: false,
  region: 7,
  bucket: 'acme-recordings',
};

export const contract: ContractData = {
  fields: [],
  answers: [],
  vendors: [
    {
      vendor: 1,
      name: 'Amazon S3',
      legacy: false,
      needsEndpoint: false,
      sts: true,
      regions: [
        { region: 0, code: 'us-east-1', place: 'N. Virginia', area: 'NA', legacy: false },
        { region: 7, code: 'eu-central-1', place: 'Frankfurt', area: 'EU', legacy: false },
      ],
    },
  ],
  pictures: [
    { width: 640, height: 480, fps: 30, communicationKbps: 750, liveKbps: 1500 },
    { width: 480, height: 480, fps: 30, communicationKbps: 600, liveKbps: 1200 },
    { width: 848, height: 480, fps: 30, communicationKbps: 930, liveKbps: 1860 },
    { width: 1280, height: 720, fps: 15, communicationKbps: 1130, liveKbps: 2260 },
    { width: 1280, height: 720, fps: 30, communicationKbps: 1710, liveKbps: 3420 },
    { width: 1920, height: 1080, fps: 30, communicationKbps: 3150, liveKbps: 6300 },
  ],
};

export const appInfo: AppInfo = {
  version: '0.1.0',
  platform: 'linux',
  dataDir: '/home/ana/.local/share/roomreel',
  settings: {
    theme: 'system',
    language: 'en',
    accountId: 'practice',
    draft: null,
    scenes: {},
    historyMegabytes: 20,
    welcome: { step: 'done', recordingId: null },
  },
  firstRun: false,
  notices: [],
};

export const firstLayout = layouts[0] as Layout;

export const setup: Setup = {
  ...freshSetup,
  channel: 'weekly-town-hall',
  layoutId: firstLayout.id,
  storageId: 'practice',
};

export function recording(change: Partial<Recording> = {}): Recording {
  return {
    id: 'rec-1',
    accountId: 'practice',
    accountName: 'Practice',
    practice: true,
    storageId: 'practice',
    storageName: 'Practice folder',
    channel: 'board-sync',
    recorderId: '527841',
    state: 'recording',
    serviceStatus: 5,
    resourceId: 'JyvK8nXHuV1BE64GDkAaBGEscvtHW7v8BrQoRPCHxmeVxwY22-x4Qx',
    sid: '38f8e3cfdc474cd56fc1ceba380d7e1a',
    prefix: 'boardsync/20261124T091743a1b2',
    setup: { ...setup, channel: 'board-sync' },
    layout: firstLayout,
    layoutChange: null,
    createdAt: NOON - 2_540_000,
    startedAt: NOON - 2_537_000,
    firstPieceAt: NOON - 2_520_000,
    endedAt: null,
    plannedEnd: NOON + 4_660_000,
    controlUntil: NOON + 90_000_000,
    checkedAt: NOON - 3_000,
    nextCheckAt: NOON + 7_000,
    troubledChecks: 0,
    stopWanted: false,
    people: 4,
    upload: null,
    files: [],
    problem: null,
    ...change,
  };
}

export function failure(change: Partial<Failure> = {}): Failure {
  return {
    code: 'unauthorized',
    message: 'the service refused customer ID or secret',
    status: 401,
    serviceCode: null,
    reason: 'Invalid authentication credentials',
    details: '{"message":"Invalid authentication credentials"}',
    retryable: false,
    issues: [],
    params: {},
    ...change,
  };
}

/** A call of the console that was answered with 200. */
export function callEntry(sent: ConsoleCall, change: Partial<CallEntry> = {}): CallEntry {
  return {
    summary: {
      id: 1,
      origin: 'console',
      accountId: sent.accountId,
      recordingId: null,
      call: sent.call,
      mode: sent.mode,
      channel: sent.channel,
      recorderId: '',
      sentAt: 1_000_000,
      elapsed: 120,
      status: 200,
      code: null,
    },
    method: 'POST',
    address: 'http://127.0.0.1:1/v1/apps/00000000000000000000000050726163/cloud_recording/acquire',
    request: JSON.stringify(sent.body),
    headers: [{ name: 'content-type', value: 'application/json' }],
    answer: '{"resourceId":"JyvK8nXHuV1B"}',
    failure: null,
    ...change,
  };
}

/** Everything fine, with three people in the channel. */
export const preflight: Preflight = {
  at: NOON,
  took: 180,
  lines: (
    [
      ['account', 'accountAccepted', {}],
      ['recording', 'recordingOn', {}],
      ['channel', 'channelPeople', { people: '3' }],
      ['channelType', 'typeAsListed', { type: 'communication' }],
      ['recorderId', 'idDrawn', {}],
      ['token', 'tokenNone', {}],
      ['storage', 'storageFine', {}],
      ['layout', 'layoutFine', { regions: '4' }],
      ['picture', 'pictureFine', { width: '1280', height: '720', fps: '30' }],
      ['price', 'priceBand', { people: '3', low: '36', high: '144', of: '2026-07' }],
    ] as const
  ).map(([subject, code, params]) => ({
    subject,
    level: code === 'tokenNone' ? 'info' : 'ok',
    code,
    params,
    fix: null,
    failure: null,
    issue: null,
  })),
  people: { exists: true, channelType: 'communication', ids: [11, 12, 13], audience: 0 },
};

export function download(change: Partial<Download> = {}): Download {
  return {
    id: 'download-1',
    recordingId: 'rec-1',
    channel: 'weekly-town-hall',
    createdAt: NOON,
    form: 'files',
    folder: '/home/ana/Downloads/Roomreel/weekly-town-hall 2026-11-24 09.17',
    state: 'running',
    files: 350,
    filesDone: 120,
    size: 813_000_000,
    done: 301_000_000,
    speed: 12_400_000,
    sums: 120,
    sizes: 0,
    missing: 0,
    failure: null,
    ...change,
  };
}
