import type { PreflightCode, PreflightFix, PreflightSubject } from '../../bridge';

type Params = Record<string, string>;

const many = (n: string | undefined, one: string, more: string) =>
  n === '1' ? `1 ${one}` : `${n ?? 'Some'} ${more}`;
const dollars = (cents: string | undefined) => `$${(Number(cents ?? 0) / 100).toFixed(2)}`;
const types: Record<string, string> = { communication: 'communication', live: 'live' };
const type = (name: string | undefined) => types[name ?? ''] ?? 'communication';
const month = (of: string | undefined) => of ?? '';

const subjects: Record<PreflightSubject, string> = {
  account: 'Account',
  recording: 'Cloud Recording',
  channel: 'Channel',
  channelType: 'Channel type',
  recorderId: 'Recorder ID',
  token: 'Token',
  storage: 'Storage',
  layout: 'Layout',
  picture: 'Picture',
  price: 'Price',
};

const codes: Record<PreflightCode, (p: Params) => string> = {
  accountAccepted: () => 'Customer ID and secret are accepted.',
  recordingOn: () => 'Switched on for this App ID.',
  channelPeople: (p) => `${many(p.people, 'person is', 'people are')} there.`,
  channelHosts: (p) =>
    `${many(p.hosts, 'host', 'hosts')} and ${many(p.audience, 'listener', 'listeners')} are there.`,
  channelEmpty: () => 'Nobody is there yet. The recorder waits, until the idle time is over.',
  typeAsListed: (p) => `The channel’s own: ${type(p.type)}.`,
  typeAgrees: (p) => `The same as the channel’s: ${type(p.type)}.`,
  typeDiffers: (p) =>
    `Set to ${type(p.type)}, but people joined as ${type(p.listed)}: nobody would be recorded.`,
  typeAssumed: (p) =>
    `Nobody is there to tell, so ${type(p.type)} is taken. The wrong one records nobody.`,
  idDrawn: () => 'A free one is drawn at the start.',
  idFree: (p) => `${p.id ?? 'It'} is free.`,
  idTaken: (p) => `${p.id ?? 'It'} is a person in the channel, who would be thrown out.`,
  idRecords: (p) => `${p.id ?? 'It'} records this channel already.`,
  idUnseen: (p) => `Whether ${p.id ?? 'it'} is free could not be asked.`,
  tokenMade: (p) => `Made at the start, good for ${p.hours ?? '24'} hours.`,
  tokenNone: () => 'No certificate here: fine where the channel needs no token.',
  tokenEndsFirst: (p) =>
    `The planned end is later than a token can last (${p.hours ?? '24'} hours): it would break off.`,
  tokenNoEnd: (p) =>
    `There is no planned end, and the token ends after ${p.hours ?? '24'} hours: then it breaks off.`,
  tokenUnfit: () => 'The token that is made does not fit channel and recorder.',
  storageFine: () => 'A small file was written, read and removed.',
  storageNoPlay: () => 'Recordings can be saved, but can’t be played here.',
  layoutFine: (p) => `${many(p.regions, 'region', 'regions')}, nothing against it.`,
  layoutAbsent: (p) => `It has places for people who are not there: ${p.ids ?? ''}.`,
  layoutBare: () => 'It shows nobody: it has no region.',
  soundOnly: () => 'Sound alone has none.',
  pictureFine: (p) => `${p.width} × ${p.height} at ${p.fps} fps.`,
  priceBand: (p) =>
    `About ${dollars(p.low)} to ${dollars(p.high)} an hour with ${many(p.people, 'person', 'people')} (list price of ${month(p.of)}).`,
  priceHigh: (p) =>
    `${dollars(p.high)} an hour, the dearest band: ${many(p.people, 'person sends', 'people send')} pictures (list price of ${month(p.of)}).`,
  priceSound: (p) => `About ${dollars(p.low)} an hour for sound (list price of ${month(p.of)}).`,
  // These three have words of their own: the issue’s, the failure’s.
  issue: () => '',
  failed: () => '',
  late: (p) => `No answer within ${p.seconds ?? '3'} seconds.`,
  unasked: () => 'Not looked at, because of what is said above.',
};

const fixes: Record<PreflightFix, string> = {
  checkAgain: 'Check again',
  openAccount: 'Open the account',
  openStorage: 'Open the storage',
  freeId: 'Draw a free ID',
  followChannel: 'Use the channel’s type',
  endWithinDay: 'End after 24 hours',
  openLayout: 'Open the layout',
  safePicture: 'Use 720p',
  smallStreams: 'Record small pictures',
  showField: 'Show the field',
};

/** What is looked at before the red button. */
export const preflight = {
  title: 'Before you start',
  subjects,
  codes,
  fixes,
  levels: { ok: 'fine', info: 'note', warn: 'good to know', bad: 'in the way' },
  checking: 'Checking…',
  notYet: 'Name a channel, and everything that a recording depends on is checked.',
  allFine: (n: number) => `All ${n} checks are fine`,
  red: (n: number) => (n === 1 ? '1 thing stands in the way' : `${n} things stand in the way`),
  amber: (n: number) => (n === 1 ? '1 thing to know' : `${n} things to know`),
  all: 'All checks',
  again: 'Check again',
  failed: 'The checks themselves could not be made. You can start all the same.',
};
