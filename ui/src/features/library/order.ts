import type { Recording } from '../../bridge';
import { ranFor } from '../../recordings/facts';

export type Column = 'channel' | 'started' | 'length' | 'files' | 'state';
export type Direction = 'ascending' | 'descending';

/** Sorts a copy by a column; where that is equal the newest comes first. */
export function ordered(
  recordings: readonly Recording[],
  column: Column,
  direction: Direction,
  stateWords: (recording: Recording) => string,
  now: number,
): Recording[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = comparison(column, stateWords, now);
  return [...recordings].sort(
    (a, b) => sign * compare(a, b) || startOf(b) - startOf(a) || (a.id < b.id ? -1 : 1),
  );
}

/** When it started, or was asked for where it never did. */
export function startOf(recording: Recording): number {
  return recording.startedAt ?? recording.createdAt;
}

function comparison(
  column: Column,
  stateWords: (recording: Recording) => string,
  now: number,
): (a: Recording, b: Recording) => number {
  switch (column) {
    case 'channel':
      return (a, b) => a.channel.localeCompare(b.channel, undefined, { numeric: true });
    case 'started':
      return (a, b) => startOf(a) - startOf(b);
    case 'length':
      return (a, b) => (ranFor(a, now) ?? -1) - (ranFor(b, now) ?? -1);
    case 'files':
      return (a, b) => a.files.length - b.files.length;
    case 'state':
      return (a, b) => stateWords(a).localeCompare(stateWords(b));
  }
}
