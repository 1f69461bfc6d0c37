import type {
  Backend,
  CommandName,
  Commands,
  ConsoleDraft,
  FaultKind,
  FaultPlan,
  Layout,
  Recording,
  SavedSetup,
  StudioEvent,
} from '../bridge';
import { layouts } from './layouts';
import {
  appInfo,
  callEntry,
  contract,
  download,
  failure,
  practiceAccount,
  practiceStorage,
  preflight,
  realAccount,
  realStorage,
  recording,
  setup,
} from './samples';
import { shelf } from './shelf';

const grid4 = (layouts.find(({ id }) => id === 'grid2x2') ?? layouts[0])
  ?.document as Layout['document'];

const faultKinds: FaultKind[] = [
  {
    name: 'delay',
    argument: { unit: 'milliseconds', least: 1, most: 600_000, default: 3_000 },
    calls: ['acquire', 'start', 'query'],
    fault: { kind: 'delay', ms: 3_000 },
  },
  { name: 'lost-answer', argument: null, calls: ['start', 'stop'], fault: { kind: 'lost-answer' } },
];

type Answers = {
  [N in CommandName]: (req: Commands[N]['req']) => Commands[N]['res'] | Promise<Commands[N]['res']>;
};

export interface Call {
  name: CommandName;
  req: unknown;
}

/** A backend in memory: answers as a test tells it, remembers what was asked, sends events by hand. */
export interface FakeBackend extends Backend {
  readonly calls: Call[];
  emit(event: StudioEvent): void;
  /** What was asked under a name, oldest first. */
  asked<N extends CommandName>(name: N): Commands[N]['req'][];
}

export function fakeBackend(change: Partial<Answers> = {}): FakeBackend {
  const listeners = new Set<(event: StudioEvent) => void>();
  const calls: Call[] = [];
  let recordings: Recording[] = [];
  let own: Layout[] = [];
  let drafts: ConsoleDraft[] = [];
  let setups: SavedSetup[] = change.setup_list ? (change.setup_list({}) as SavedSetup[]) : [];
  let plan: FaultPlan = { rules: [], seed: null };
  const histories = new Map<string, string | null>();
  const tellLayouts = () => {
    for (const listener of listeners) listener({ type: 'layouts', layouts: [...layouts, ...own] });
  };
  const tellSetups = () => {
    for (const listener of listeners) listener({ type: 'setups', setups });
  };
  const known = (id: string) => {
    const found = recordings.find((one) => one.id === id);
    if (found === undefined) throw failure({ code: 'notFound', status: null, reason: null });
    return found;
  };
  const answers: Answers = {
    app_info: () => appInfo,
    settings_save: (settings) => settings,
    contract_get: () => contract,
    keychain_check: () => ({ failure: null, inMemory: false }),
    keychain_session: ({ inMemory }) => ({ failure: null, inMemory }),
    account_duplicate: ({ name }) => ({ ...realAccount, id: 'copy', name, hasSecret: false }),
    projects_export: () => ({ path: '/data/projects/projects.json' }),
    projects_import: () => ({ accounts: 1, storages: 1, known: 0, secrets: 3 }),
    account_list: () => [practiceAccount, realAccount],
    account_add: ({ name }) => ({ ...realAccount, id: 'new', name }),
    account_update: ({ id }) => ({ ...realAccount, id }),
    account_secret_replace: ({ id }) => ({ ...realAccount, id }),
    account_delete: () => ({}),
    account_check: ({ id }) => ({ ...realAccount, id }),
    storage_list: () => [practiceStorage, realStorage],
    storage_add: ({ name }) => ({ ...realStorage, id: 'new', name }),
    storage_update: ({ id }) => ({ ...realStorage, id }),
    storage_delete: () => ({}),
    storage_check: ({ id }) => ({ ...realStorage, id }),
    channel_people: () => ({
      exists: true,
      channelType: 'communication',
      ids: [11, 12, 13],
      audience: 0,
    }),
    layout_list: () => [...layouts, ...own],
    layout_save: (layout) => {
      const isKnown = own.some((one) => one.id === layout.id);
      own = isKnown ? own.map((one) => (one.id === layout.id ? layout : one)) : [...own, layout];
      tellLayouts();
      return layout;
    },
    layout_delete: ({ id }) => {
      own = own.filter((one) => one.id !== id);
      tellLayouts();
      return {};
    },
    layout_import: ({ text }) => {
      if (!text.includes('x_axis')) throw failure({ code: 'invalid', status: null, reason: null });
      return { name: null, document: grid4, issues: [] };
    },
    layout_export: ({ document }) => ({ text: JSON.stringify(document) }),
    layout_preset: () => grid4,
    layout_take: ({ id }) => known(id),
    layout_history: ({ id }) => ({ id, text: histories.get(id) ?? null }),
    layout_history_save: ({ id, text }) => {
      histories.set(id, text);
      return {};
    },
    layout_file: ({ name, kind }) => ({ path: `/data/layouts/${name}.${kind}` }),
    picture_source: () => ({ state: 'shown', url: 'http://127.0.0.1:1/x/pictures/1' }),
    preflight_run: () => preflight,
    setup_list: () => setups,
    setup_save: (saved) => {
      const kept = {
        ...saved,
        id: saved.id || `setup-${setups.length + 1}`,
        createdAt: saved.createdAt || Date.now(),
      };
      const others = setups.filter((one) => one.id !== kept.id);
      setups = [kept, ...others].sort((a, b) => b.createdAt - a.createdAt);
      tellSetups();
      return kept;
    },
    setup_delete: ({ id }) => {
      setups = setups.filter((one) => one.id !== id);
      tellSetups();
      return {};
    },
    recording_check: ({ picture, channel }) => ({
      issues: [],
      prefix: `${channel.replace(/[^A-Za-z0-9]/g, '').toLowerCase()}/20261124…`,
      bitrate: picture.bitrate ?? 1710,
      defaults: 8,
    }),
    recording_start: (setup) => {
      const started = recording({
        id: `rec-${recordings.length + 100}`,
        channel: setup.channel,
        setup,
        state: 'preparing',
        startedAt: null,
        firstPieceAt: null,
        createdAt: Date.now(),
      });
      recordings = [started, ...recordings];
      return started;
    },
    recording_list: () => recordings,
    library_list: (query) => shelf(recordings, query),
    recording_detail: ({ id }) => ({ recording: known(id), timeline: [], calls: [] }),
    recording_stop: ({ id }) => ({ ...known(id), stopWanted: true, state: 'stopping' }),
    recording_layout: ({ id }) => known(id),
    recording_extend: ({ id }) => known(id),
    recording_recheck: ({ id }) => known(id),
    recording_files: () => ({
      location: '/practice',
      readable: true,
      files: [],
      pieces: 0,
      pieceBytes: 0,
      missing: [],
      missingCount: 0,
      trouble: null,
    }),
    recording_play: () => ({ url: 'http://127.0.0.1:1/x', kind: 'playlist' }),
    download_start: ({ id }) => download({ recordingId: id }),
    download_list: () => [],
    download_pause: ({ id }) => download({ id, state: 'paused' }),
    download_resume: ({ id }) => download({ id }),
    download_remove: () => ({}),
    download_open: () => ({}),
    download_reveal: () => ({}),
    file_link: ({ name, seconds }) => ({
      url: `https://store.example/${name}?signature=made-up`,
      until: Date.now() + seconds * 1000,
    }),
    files_delete: ({ names }) => ({ deleted: names.length, left: 0, failure: null }),
    file_open: () => ({}),
    file_reveal: () => ({}),
    console_check: () => ({ issues: [], moves: [], bare: [] }),
    console_send: ({ call }) => ({
      entry: callEntry(call),
      resourceId: call.resourceId || null,
      sid: call.sid || null,
    }),
    console_import: () => {
      throw failure({ code: 'invalid', status: null, reason: null });
    },
    console_code: ({ call, language }) => ({ text: `${language} ${call.call}\n` }),
    console_take_secrets: ({ body }) => ({ body, held: [] }),
    secret_hold: () => ({ reference: `\${held:1}` }),
    secret_keep: ({ references }) => ({
      references: references.map((one) => one.replace('held:', 'kept:')),
    }),
    draft_list: () => drafts,
    draft_save: (draft) => {
      const saved = {
        ...draft,
        id: draft.id || `draft-${drafts.length + 1}`,
        updatedAt: Date.now(),
      };
      drafts = [saved, ...drafts.filter((one) => one.id !== saved.id)];
      return saved;
    },
    draft_delete: ({ id }) => {
      drafts = drafts.filter((one) => one.id !== id);
      return {};
    },
    call_list: () => ({ calls: [], more: false, kept: 0, bytes: 0 }),
    call_get: () => {
      throw failure({ code: 'notFound', status: null, reason: null });
    },
    call_export: () => ({ path: '/data/calls/calls.json' }),
    call_clear: () => ({}),
    call_setup: () => ({ setup, leftOut: [] }),
    token_read: () => {
      throw failure({ code: 'invalid', status: null, reason: null });
    },
    faults_get: () => ({ kinds: faultKinds, plan, happened: [] }),
    faults_save: (next) => {
      plan = next;
      return { kinds: faultKinds, plan, happened: [] };
    },
    ...change,
  };
  return {
    calls,
    async call(name, req) {
      calls.push({ name, req });
      return answers[name](req);
    },
    onEvent(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    asked<N extends CommandName>(name: N) {
      return calls.filter((one) => one.name === name).map((one) => one.req as Commands[N]['req']);
    },
  };
}
