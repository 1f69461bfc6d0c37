import type { QueryClient } from '@tanstack/react-query';
import type {
  Account,
  AppInfo,
  Layout,
  Recording,
  RecordingDetail,
  Settings,
  Storage,
  StudioEvent,
} from '../bridge';
import { useNotices } from './notices';

export const keys = {
  app: ['app'] as const,
  contract: ['contract'] as const,
  accounts: ['accounts'] as const,
  storages: ['storages'] as const,
  layouts: ['layouts'] as const,
  recordings: ['recordings'] as const,
  recording: (id: string) => ['recording', id] as const,
};

/** Puts a recording where it belongs: in the place of its older self, or first in the list. */
export function withRecording(list: readonly Recording[], recording: Recording): Recording[] {
  const at = list.findIndex((one) => one.id === recording.id);
  if (at === -1) return [recording, ...list];
  return list.map((one, index) => (index === at ? recording : one));
}

/** Adds a recording that no event has told of yet. */
export function addRecording(client: QueryClient, recording: Recording): void {
  client.setQueryData<Recording[]>(keys.recordings, (list) =>
    list === undefined || list.some((one) => one.id === recording.id) ? list : [recording, ...list],
  );
}

/** Brings the cache up to date with an event; nothing is asked again. */
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
      return;
    }
    case 'timeline':
      client.setQueryData<RecordingDetail>(keys.recording(event.recordingId), (detail) =>
        detail === undefined ? detail : { ...detail, timeline: [...detail.timeline, event.entry] },
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
    case 'settings':
      setSettings(client, event.settings);
      return;
    case 'notice':
      useNotices.getState().add(event.notice);
  }
}

export function setSettings(client: QueryClient, settings: Settings): void {
  client.setQueryData<AppInfo>(keys.app, (info) =>
    info === undefined ? info : { ...info, settings },
  );
}
