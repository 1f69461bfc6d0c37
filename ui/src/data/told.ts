import type {
  AppInfo,
  Recording,
  RecordingDetail,
  Settings,
  StudioEvent,
  TimelineEntry,
} from '../bridge';
import { withEntry, withRecording } from './cache';

/**
 * What events told, each with its place in the stream. An answer to a question that went out before
 * an event may be older than it and gives way; an answer to a later question knows at least as much.
 */
interface Told<T> {
  value: T;
  place: number;
}

type Whole = 'accounts' | 'storages' | 'layouts' | 'setups' | 'settings';

let place = 0;
const recordings = new Map<string, Told<Recording>>();
const entries = new Map<string, Told<TimelineEntry>[]>();
const wholes = new Map<Whole, Told<unknown>>();

/** The place in the stream at which a question goes out. */
export function placeNow(): number {
  return place;
}

export function forgetTold(): void {
  recordings.clear();
  entries.clear();
  wholes.clear();
}

export function noteEvent(event: StudioEvent): void {
  place += 1;
  switch (event.type) {
    case 'recording':
      recordings.set(event.recording.id, { value: event.recording, place });
      return;
    case 'timeline': {
      const known = entries.get(event.recordingId) ?? [];
      entries.set(event.recordingId, [...known, { value: event.entry, place }]);
      return;
    }
    case 'accounts':
      wholes.set('accounts', { value: event.accounts, place });
      return;
    case 'storages':
      wholes.set('storages', { value: event.storages, place });
      return;
    case 'layouts':
      wholes.set('layouts', { value: event.layouts, place });
      return;
    case 'setups':
      wholes.set('setups', { value: event.setups, place });
      return;
    case 'settings':
      wholes.set('settings', { value: event.settings, place });
      return;
    // Who shows calls listens itself.
    case 'call':
    case 'notice':
    // A download's event carries all of it, and the next is never far.
    case 'download':
  }
}

/** The list that was asked for at `asked`, with what events told since; newest first. */
export function freshRecordings(answer: readonly Recording[], asked: number): Recording[] {
  let result = [...answer];
  for (const told of recordings.values()) {
    if (told.place > asked) result = withRecording(result, told.value);
  }
  return result.sort((a, b) => b.createdAt - a.createdAt);
}

export function freshDetail(answer: RecordingDetail, asked: number): RecordingDetail {
  const { id } = answer.recording;
  const recording = recordings.get(id);
  const since = (entries.get(id) ?? []).filter((told) => told.place > asked);
  return {
    ...answer,
    recording: recording && recording.place > asked ? recording.value : answer.recording,
    timeline: since.reduce((story, told) => withEntry(story, told.value), answer.timeline),
  };
}

/** A list that travels whole: the answer, unless an event brought another one meanwhile. */
export function freshWhole<T>(name: Whole, answer: T, asked: number): T {
  const told = wholes.get(name);
  return told && told.place > asked ? (told.value as T) : answer;
}

export function freshInfo(answer: AppInfo, asked: number): AppInfo {
  return { ...answer, settings: freshWhole<Settings>('settings', answer.settings, asked) };
}
