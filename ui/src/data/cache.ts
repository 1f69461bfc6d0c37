import type { QueryClient } from '@tanstack/react-query';
import type {
  Account,
  AppInfo,
  Layout,
  Recording,
  RecordingDetail,
  SavedSetup,
  Settings,
  Storage,
  StudioEvent,
  TimelineEntry,
} from '../bridge';
import { freshenDownloads } from './downloads';
import { freshenLibrary } from './library';
import { useNotices } from './notices';

export const keys = {
  app: ['app'] as const,
  contract: ['contract'] as const,
  faults: ['faults'] as const,
  accounts: ['accounts'] as const,
  storages: ['storages'] as const,
  layouts: ['layouts'] as const,
  setups: ['setups'] as const,
  recordings: ['recordings'] as const,
  recording: (id: string) => ['recording', id] as const,
};

/** Puts a recording where it belongs: in the place of its older self, or before all that are older. */
export function withRecording(list: readonly Recording[], recording: Recording): Recording[] {
  const at = list.findIndex((one) => one.id === recording.id);
  if (at !== -1) return list.map((one, index) => (index === at ? recording : one));
  const older = list.findIndex((one) => one.createdAt <= recording.createdAt);
  const place = older === -1 ? list.length : older;
  return [...list.slice(0, place), recording, ...list.slice(place)];
}

/** Puts an entry into a story, oldest first; one that is there already is not told twice. */
export function withEntry(story: TimelineEntry[], entry: TimelineEntry): TimelineEntry[] {
  if (story.some((one) => sameEntry(one, entry))) return story;
  const before = story.findLastIndex((one) => one.at <= entry.at);
  return [...story.slice(0, before + 1), entry, ...story.slice(before + 1)];
}

function sameEntry(a: TimelineEntry, b: TimelineEntry): boolean {
  const names = Object.keys(a.params);
  return (
    a.at === b.at &&
    a.code === b.code &&
    names.length === Object.keys(b.params).length &&
    names.every((name) => a.params[name] === b.params[name])
  );
}

/** Adds a recording that no event has told of yet. */
export function addRecording(client: QueryClient, recording: Recording): void {
  client.setQueryData<Recording[]>(keys.recordings, (list) =>
    list === undefined || list.some((one) => one.id === recording.id) ? list : [recording, ...list],
  );
}

/** Brings the cache up to date with an event; nothing is asked again. The same event twice does no harm. */
export function applyEvent(client: QueryClient, event: StudioEvent): void {
  switch (event.type) {
    case 'recording': {
      const { recording } = event;
      client.setQueryData<Recording[]>(keys.recordings, (list) =>
        list === undefined ? list : withRecording(list, recording),
      );
      client.setQueryData<RecordingDetail>(keys.recording(recording.id), (detail) =>
        detail === undefined ? detail : { ...detail, recording },
      );
      freshenLibrary(client, recording);
      return;
    }
    case 'timeline':
      client.setQueryData<RecordingDetail>(keys.recording(event.recordingId), (detail) =>
        detail === undefined
          ? detail
          : { ...detail, timeline: withEntry(detail.timeline, event.entry) },
      );
      return;
    case 'accounts':
      client.setQueryData<Account[]>(keys.accounts, event.accounts);
      return;
    case 'storages':
      client.setQueryData<Storage[]>(keys.storages, event.storages);
      return;
    case 'layouts':
      client.setQueryData<Layout[]>(keys.layouts, event.layouts);
      return;
    case 'setups':
      client.setQueryData<SavedSetup[]>(keys.setups, event.setups);
      return;
    case 'settings':
      setSettings(client, event.settings);
      return;
    case 'download':
      freshenDownloads(client, event.download);
      return;
    case 'notice':
      useNotices.getState().add(event.notice);
      return;
    // Who shows calls listens itself.
    case 'call':
  }
}

export function setSettings(client: QueryClient, settings: Settings): void {
  client.setQueryData<AppInfo>(keys.app, (info) =>
    info === undefined ? info : { ...info, settings },
  );
}
