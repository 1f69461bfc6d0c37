import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Account,
  AppInfo,
  CommandName,
  Commands,
  ContractData,
  Failure,
  Faults,
  Layout,
  Recording,
  RecordingDetail,
  SavedSetup,
  Settings,
  Storage,
} from '../bridge';
import { call } from '../bridge';
import { addRecording, keys, setSettings } from './cache';
import { freshDetail, freshInfo, freshRecordings, freshWhole, placeNow } from './told';

export { keys } from './cache';
export { useDownloadCommand, useDownloads } from './downloads';
export { type LibrarySearch, type Shelf, useLibrary } from './library';
export { useNotices } from './notices';
export { connect, makeClient } from './stream';

/** Asks the studio, and brings the answer up to date with what events told since the question went out. */
async function ask<N extends CommandName>(
  name: N,
  req: Commands[N]['req'],
  freshen: (answer: Commands[N]['res'], asked: number) => Commands[N]['res'],
): Promise<Commands[N]['res']> {
  const asked = placeNow();
  return freshen(await call(name, req), asked);
}

/** What the page needs once; the settings in it are kept up to date. */
export function useAppInfo(): UseQueryResult<AppInfo, Failure> {
  return useQuery({ queryKey: keys.app, queryFn: () => ask('app_info', {}, freshInfo) });
}

export function useContract(): UseQueryResult<ContractData, Failure> {
  return useQuery({ queryKey: keys.contract, queryFn: () => call('contract_get', {}) });
}

export function useAccounts(): UseQueryResult<Account[], Failure> {
  return useQuery({
    queryKey: keys.accounts,
    queryFn: () => ask('account_list', {}, (list, asked) => freshWhole('accounts', list, asked)),
  });
}

export function useStorages(): UseQueryResult<Storage[], Failure> {
  return useQuery({
    queryKey: keys.storages,
    queryFn: () => ask('storage_list', {}, (list, asked) => freshWhole('storages', list, asked)),
  });
}

export function useLayouts(): UseQueryResult<Layout[], Failure> {
  return useQuery({
    queryKey: keys.layouts,
    queryFn: () => ask('layout_list', {}, (list, asked) => freshWhole('layouts', list, asked)),
  });
}

/** Set-ups kept under a name, newest first. */
export function useSetups(): UseQueryResult<SavedSetup[], Failure> {
  return useQuery({
    queryKey: keys.setups,
    queryFn: () => ask('setup_list', {}, (list, asked) => freshWhole('setups', list, asked)),
  });
}

/** Faults on purpose in practice. What has struck is not told by events: while it is watched, it is asked for. */
export function useFaults({ isWatched = false } = {}): UseQueryResult<Faults, Failure> {
  return useQuery({
    queryKey: keys.faults,
    queryFn: () => call('faults_get', {}),
    refetchInterval: isWatched ? FAULTS_MS : false,
  });
}

const FAULTS_MS = 2_000;

/** All recordings, newest first. */
export function useRecordings(): UseQueryResult<Recording[], Failure> {
  return useQuery({
    queryKey: keys.recordings,
    queryFn: () => ask('recording_list', {}, freshRecordings),
  });
}

/** One recording with its story. Asked for each time it is opened: only its record travels in events. */
export function useRecording(id: string): UseQueryResult<RecordingDetail, Failure> {
  return useQuery({
    queryKey: keys.recording(id),
    queryFn: () => ask('recording_detail', { id }, freshDetail),
    refetchOnMount: 'always',
  });
}

const initial: Settings = {
  theme: 'system',
  language: 'system',
  accountId: 'practice',
  draft: null,
  scenes: {},
  historyMegabytes: 20,
  welcome: { step: 'start', recordingId: null },
};

let saving: Promise<unknown> = Promise.resolve();

/** The settings, and a way to change some of them. Saves go out one after the other, the last one wins. */
export function useSettings(): {
  settings: Settings;
  /** False until the studio has answered: then `settings` are only what a fresh app begins with. */
  isKnown: boolean;
  save: (change: Partial<Settings>) => Promise<void>;
} {
  const client = useQueryClient();
  const kept = useAppInfo().data?.settings;
  const settings = kept ?? initial;
  const save = (change: Partial<Settings>) => {
    const before = client.getQueryData<AppInfo>(keys.app)?.settings ?? initial;
    setSettings(client, { ...before, ...change });
    const next = saving
      .catch(() => undefined)
      .then(async () => {
        const latest = client.getQueryData<AppInfo>(keys.app)?.settings ?? initial;
        await call('settings_save', { ...latest, ...change });
      });
    saving = next;
    return next;
  };
  return { settings, isKnown: kept !== undefined, save };
}

/** A command as a mutation. Changes arrive by the event stream; a started recording is shown at once. */
export function useCommand<N extends CommandName>(
  name: N,
): UseMutationResult<Commands[N]['res'], Failure, Commands[N]['req']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (req: Commands[N]['req']) => call(name, req),
    onSuccess: (res) => {
      if (name === 'recording_start') addRecording(client, res as Recording);
      if (name === 'faults_save') client.setQueryData(keys.faults, res as Faults);
    },
  });
}
