import type { FileInfo } from '../../bridge';

/** Tracks of one person that are played together: a picture, a sound, or both. */
export interface Person {
  uid: string;
  files: FileInfo[];
}

/** Who has tracks among a recording's files, in the order of their names. A file of both makes others needless. */
export function peopleOf(files: readonly FileInfo[]): Person[] {
  const people = new Map<string, FileInfo[]>();
  for (const file of files) {
    const isWhole = file.kind === 'playlist' && file.known === 'seen' && file.part === null;
    if (file.track === undefined || !isWhole) continue;
    people.set(file.track.uid, [...(people.get(file.track.uid) ?? []), file]);
  }
  return [...people].map(([uid, own]) => {
    const both = own.find((file) => file.track?.kind === 'both');
    return { uid, files: both === undefined ? own : [both] };
  });
}

/** When a track begins, in Unix milliseconds, by the name of its first piece: `…_20261124091743123.ts`, in UTC. */
export function beginsAt(playlist: string): number | null {
  const found = /_(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})\.(?:ts|webm)/.exec(playlist);
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, ...time] = found.slice(1, 8).map(Number);
  return Date.UTC(year, month - 1, day, ...(time as [number, number, number, number]));
}

/** How far a track may be from its place before it is moved, in seconds. Less is not heard, and moving is. */
export const LOOSE = 0.15;

/** What a track should do where the whole stands at `position`; all in seconds. */
export function placed(
  position: number,
  track: { offset: number; length: number; at: number },
): { isOn: boolean; moveTo: number | null } {
  const wanted = position - track.offset;
  const isOn = wanted >= 0 && wanted < track.length;
  const nearest = Math.min(Math.max(wanted, 0), track.length);
  return { isOn, moveTo: Math.abs(track.at - nearest) > LOOSE ? nearest : null };
}
