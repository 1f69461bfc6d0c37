import type { Recording, TimelineEntry } from '../bridge';
import { layoutName, type Messages, useMessages } from '../messages';
import { lengthWords } from './length';

/** Says what happened, one sentence for an entry of the timeline. */
export function useTimelineWords(): (entry: TimelineEntry) => string {
  const m = useMessages();
  return ({ code, params }) => {
    const seconds = Number(params.seconds);
    return m.timeline[code]({
      people: params.people ?? null,
      reason: params.reason || null,
      minutes: params.minutes ?? null,
      files: params.files ?? null,
      layout: layoutName(m, { id: params.layoutId ?? '', name: params.layoutName || null }),
      length:
        params.seconds === undefined || Number.isNaN(seconds)
          ? null
          : lengthWords(seconds * 1000, m.states.length),
    });
  };
}

/** Where a recording is saved, as a person calls it. */
export function storageWords(recording: Recording, m: Messages): string {
  return recording.practice ? m.shell.practiceFolder : recording.storageName;
}

/** The account a recording was made with, as a person calls it. */
export function accountWords(recording: Recording, m: Messages): string {
  return recording.practice ? m.shell.practiceAccount : recording.accountName;
}
