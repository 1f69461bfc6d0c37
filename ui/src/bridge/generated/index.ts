// The types that cross between the page and the studio, as crates/studio/src/types says them.

export type Severity = 'error' | 'warning';
export type IssueCode =
  | 'required'
  | 'advised'
  | 'wrongType'
  | 'outOfRange'
  | 'notAnOption'
  | 'badFormat'
  | 'tooLong'
  | 'tooMany'
  | 'empty'
  | 'unknownMember'
  | 'notInMode'
  | 'legacy'
  | 'surroundingBlanks'
  | 'sceneMismatch'
  | 'callNotInMode'
  | 'canvasTooLarge'
  | 'sideTooLong'
  | 'fpsCountsAs15'
  | 'regionOutsideCanvas'
  | 'sameUserTwice'
  | 'layoutConfigMissing'
  | 'layoutConfigIgnored'
  | 'largeUserMissing'
  | 'largeUserIgnored'
  | 'backToDefault'
  | 'mp4Alone'
  | 'mp4InIndividual'
  | 'listsExclusive'
  | 'allStreamsBesideOthers'
  | 'noSoundSubscribed'
  | 'noPictureSubscribed'
  | 'listUnused'
  | 'groupTooSmall'
  | 'recorderAmongUsers'
  | 'encryptionIncomplete'
  | 'encryptionUnused'
  | 'originalNeedsSoundOnly'
  | 'snapshotNeedsPicture'
  | 'snapshotNeedsPictureList'
  | 'belowReference'
  | 'stsIncomplete'
  | 'stsInMilliseconds'
  | 'stsTooShort'
  | 'notForVendor'
  | 'regionUnlisted'
  | 'bucketElsewhere'
  | 'controlEndsFirst'
  | 'serviceMissing'
  | 'serviceTwice'
  | 'nothingToUpdate'
  | 'severalUpdates'
  | 'imageNotHttps';
export type Issue = { code: IssueCode; path: string; severity: Severity; params: Record<string, string> };

export type OptionData = { value: string | number; name: string };
export type Mode = 'individual' | 'mix' | 'web';
export type FieldData = {
  path: string;
  kind: string;
  unit: string | null;
  min: number | null;
  max: number | null;
  default: string | number | boolean | string[] | null;
  options: Array<OptionData>;
  required: boolean;
  modes: Array<Mode>;
  secret: boolean;
  whileRecording: boolean;
  since: string;
  legacy: boolean;
};
export type RegionData = {
  region: number;
  code: string;
  place: string;
  area: string | null;
  legacy: boolean;
};
export type VendorData = {
  vendor: number;
  name: string;
  legacy: boolean;
  needsEndpoint: boolean;
  sts: boolean;
  regions: Array<RegionData>;
};

export type Empty = Record<string, never>;
export type AppInfo = {
  version: string;
  platform: Platform;
  dataDir: string;
  settings: Settings;
  notices: Array<Notice>;
};
export type Platform = 'linux' | 'macos' | 'windows';
export type Settings = { theme: Theme; language: Language; accountId: string; draft: Setup | null };
export type Theme = 'system' | 'light' | 'dark';
export type Language = 'system' | 'en' | 'zh';
export type Notice = { code: NoticeCode; params: Record<string, string> };
export type NoticeCode = 'storeDamaged' | 'storeTooNew' | 'practiceUnavailable';
export type Failure = {
  code: FailureCode;
  message: string;
  status: number | null;
  serviceCode: number | null;
  reason: string | null;
  details: string | null;
  retryable: boolean;
  issues: Array<Issue>;
  params: Record<string, string>;
};
export type FailureCode =
  | 'invalid'
  | 'notFound'
  | 'notNow'
  | 'keychainMissing'
  | 'keychainLocked'
  | 'keychainFailed'
  | 'secretMissing'
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'appIdRefused'
  | 'accountInactive'
  | 'tooManyRecordings'
  | 'rateLimited'
  | 'taskConflict'
  | 'refused'
  | 'serviceTrouble'
  | 'noSuchRecording'
  | 'unreadableAnswer'
  | 'interrupted'
  | 'nothingRecorded'
  | 'neverConfirmed'
  | 'sidUnknown'
  | 'endedByItself'
  | 'stoppedUnexpectedly'
  | 'storage'
  | 'store'
  | 'internal';
export type ContractData = {
  fields: Array<FieldData>;
  vendors: Array<VendorData>;
  pictures: Array<PicturePreset>;
};
export type PicturePreset = {
  width: number;
  height: number;
  fps: number;
  communicationKbps: number;
  liveKbps: number;
};

export type Account = {
  id: string;
  name: string;
  practice: boolean;
  appId: string;
  customerId: string;
  baseUrl: string | null;
  area: Area;
  hasSecret: boolean;
  hasCertificate: boolean;
  check: AccountCheck | null;
  createdAt: number;
};
export type Area = 'global' | 'china';
export type AccountAdd = {
  name: string;
  appId: string;
  customerId: string;
  customerSecret: string;
  certificate: string | null;
  baseUrl: string | null;
  area: Area;
};
export type AccountUpdate = {
  id: string;
  name: string;
  appId: string;
  customerId: string;
  baseUrl: string | null;
  area: Area;
};
export type AccountSecretReplace = { id: string; kind: AccountSecret; value: string };
export type AccountSecret = 'customerSecret' | 'certificate';
export type AccountRef = { id: string };
export type AccountCheck = { at: number; ok: boolean; lines: Array<CheckLine> };
export type CheckLine = { step: CheckStep; level: Level; failure: Failure | null };
export type CheckStep = 'keychain' | 'reach' | 'credentials' | 'recording';
export type Level = 'ok' | 'info' | 'warn' | 'bad';
export type KeychainReport = { failure: Failure | null };
export type Storage = {
  id: string;
  name: string;
  practice: boolean;
  vendor: number;
  region: number;
  bucket: string;
  endpoint: string | null;
  hasKeys: boolean;
  createdAt: number;
};
export type StorageAdd = {
  name: string;
  vendor: number;
  region: number;
  bucket: string;
  endpoint: string | null;
  accessKey: string;
  secretKey: string;
};
export type StorageUpdate = {
  id: string;
  name: string;
  vendor: number;
  region: number;
  bucket: string;
  endpoint: string | null;
  accessKey: string | null;
  secretKey: string | null;
};
export type StorageRef = { id: string };

export type Layout = { id: string; name: string | null; template: boolean; document: LayoutDocument };
export type LayoutDocument = { canvas: Canvas; background: Background; regions: Array<Region> };
export type Canvas = { width: number; height: number };
export type Background = { color: string };
export type Region = {
  id: string;
  role: Role;
  number: number;
  name: string | null;
  x: number;
  y: number;
  width: number;
  height: number;
  uid: string | null;
  alpha: number;
  fit: Fit;
};
export type Role = 'speaker' | 'guest' | 'slides' | 'host' | 'person';
export type Fit = 'crop' | 'fit';

export type Setup = {
  accountId: string;
  channel: string;
  recordAs: RecordAs;
  picture: Picture;
  layoutId: string;
  storageId: string;
  stop: StopRule;
  more: MoreSettings;
};
export type RecordAs = 'combinedVideo' | 'combinedSound';
export type Picture = { width: number; height: number; fps: number; bitrate: number | null };
export type StopRule = { afterMinutes: number | null; idleSeconds: number };
export type MoreSettings = {
  channelType: ChannelType | null;
  recorderId: string | null;
  audioProfile: number;
  videoStreamType: number;
  mp4: boolean;
  backgroundColor: string | null;
  controlHours: number | null;
  region: string | null;
};
export type ChannelType = 'communication' | 'live';
export type SetupCheck = {
  issues: Array<Issue>;
  prefix: string;
  bitrate: number;
  defaults: number;
};
export type ChannelRef = { accountId: string; channel: string };
export type People = {
  exists: boolean;
  channelType: ChannelType | null;
  ids: Array<number>;
  audience: number;
};

export type Recording = {
  id: string;
  accountId: string;
  accountName: string;
  practice: boolean;
  storageId: string;
  storageName: string;
  channel: string;
  recorderId: string;
  state: RecordingState;
  serviceStatus: number | null;
  resourceId: string | null;
  sid: string | null;
  prefix: string;
  setup: Setup;
  layout: Layout;
  layoutChange: LayoutChange | null;
  createdAt: number;
  startedAt: number | null;
  firstPieceAt: number | null;
  endedAt: number | null;
  plannedEnd: number | null;
  controlUntil: number | null;
  checkedAt: number | null;
  nextCheckAt: number | null;
  troubledChecks: number;
  stopWanted: boolean;
  people: number | null;
  upload: Upload | null;
  files: Array<string>;
  problem: Failure | null;
};
export type RecordingState =
  | 'preparing'
  | 'acquired'
  | 'starting'
  | 'confirming'
  | 'recording'
  | 'outOfSight'
  | 'unconfirmed'
  | 'stopping'
  | 'uploading'
  | 'saved'
  | 'empty'
  | 'failed'
  | 'ended';
export type Upload = 'uploaded' | 'backuped' | 'unknown';
export type LayoutChange = { layoutId: string; state: LayoutChangeState };
export type LayoutChangeState = 'waiting' | 'sent' | 'refused';
export type RecordingRef = { id: string };
export type RecordingLayout = { id: string; layoutId: string };
export type RecordingExtend = { id: string; minutes: number };
export type RecordingDetail = {
  recording: Recording;
  timeline: Array<TimelineEntry>;
  calls: Array<CallRecord>;
};
export type TimelineEntry = {
  at: number;
  code: TimelineCode;
  level: Level;
  params: Record<string, string>;
};
export type TimelineCode =
  | 'asked'
  | 'acquired'
  | 'started'
  | 'joined'
  | 'firstPiece'
  | 'layoutChanged'
  | 'layoutRefused'
  | 'contactLost'
  | 'contactBack'
  | 'outOfSight'
  | 'inSight'
  | 'trouble'
  | 'reopened'
  | 'extended'
  | 'stopAsked'
  | 'plannedEnd'
  | 'stopped'
  | 'saved'
  | 'backuped'
  | 'endedByItself'
  | 'empty'
  | 'failed'
  | 'sidUnknown'
  | 'sidFound';
export type CallRecord = {
  id: number;
  call: string;
  sentAt: number;
  answeredAt: number | null;
  request: string;
  status: number | null;
  answer: string | null;
};
export type RecordingFiles = {
  location: string;
  readable: boolean;
  files: Array<FileInfo>;
  pieces: number;
  pieceBytes: number;
};
export type FileInfo = { name: string; kind: FileKind; size: number | null };
export type FileKind = 'playlist' | 'video' | 'other';
export type FileRef = { id: string; name: string };
export type PlaySource = { url: string; kind: FileKind };

export type StudioEvent =
  | { type: 'recording'; recording: Recording }
  | { type: 'timeline'; recordingId: string; entry: TimelineEntry }
  | { type: 'accounts'; accounts: Array<Account> }
  | { type: 'storages'; storages: Array<Storage> }
  | { type: 'settings'; settings: Settings }
  | { type: 'notice'; notice: Notice };

export type Commands = {
  app_info: { req: Empty; res: AppInfo };
  settings_save: { req: Settings; res: Settings };
  contract_get: { req: Empty; res: ContractData };
  keychain_check: { req: Empty; res: KeychainReport };
  account_list: { req: Empty; res: Array<Account> };
  account_add: { req: AccountAdd; res: Account };
  account_update: { req: AccountUpdate; res: Account };
  account_secret_replace: { req: AccountSecretReplace; res: Account };
  account_delete: { req: AccountRef; res: Empty };
  account_check: { req: AccountRef; res: Account };
  storage_list: { req: Empty; res: Array<Storage> };
  storage_add: { req: StorageAdd; res: Storage };
  storage_update: { req: StorageUpdate; res: Storage };
  storage_delete: { req: StorageRef; res: Empty };
  channel_people: { req: ChannelRef; res: People };
  layout_list: { req: Empty; res: Array<Layout> };
  recording_check: { req: Setup; res: SetupCheck };
  recording_start: { req: Setup; res: Recording };
  recording_list: { req: Empty; res: Array<Recording> };
  recording_detail: { req: RecordingRef; res: RecordingDetail };
  recording_stop: { req: RecordingRef; res: Recording };
  recording_layout: { req: RecordingLayout; res: Recording };
  recording_extend: { req: RecordingExtend; res: Recording };
  recording_recheck: { req: RecordingRef; res: Recording };
  recording_files: { req: RecordingRef; res: RecordingFiles };
  recording_play: { req: FileRef; res: PlaySource };
  file_open: { req: FileRef; res: Empty };
  file_reveal: { req: FileRef; res: Empty };
};
