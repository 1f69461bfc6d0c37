import { below, isRecord } from '../answer/pointer';

export type Change =
  | { kind: 'added'; pointer: string; to: unknown }
  | { kind: 'removed'; pointer: string; from: unknown }
  | { kind: 'changed'; pointer: string; from: unknown; to: unknown };

/**
 * What differs from one value to another, by JSON pointer. Members go by name, entries of a list by
 * their place; entries that all have a `uid` of their own, as regions may, go by that. A pointer of
 * what is only in the first goes into the first, any other into the second.
 */
export function diff(from: unknown, to: unknown, pointer = ''): Change[] {
  if (Object.is(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) return listDiff(from, to, pointer);
  if (isRecord(from) && isRecord(to)) return recordDiff(from, to, pointer);
  return [{ kind: 'changed', pointer, from, to }];
}

type Fields = Record<string, unknown>;

function recordDiff(from: Fields, to: Fields, pointer: string): Change[] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].flatMap((name): Change[] => {
    const place = below(pointer, name);
    if (!Object.hasOwn(to, name)) return [{ kind: 'removed', pointer: place, from: from[name] }];
    if (!Object.hasOwn(from, name)) return [{ kind: 'added', pointer: place, to: to[name] }];
    return diff(from[name], to[name], place);
  });
}

function listDiff(from: unknown[], to: unknown[], pointer: string): Change[] {
  const before = byUid(from);
  const after = byUid(to);
  const isKeyed = before !== null && after !== null;
  // Without user IDs an entry's partner is the one in the same place.
  const partner = (place: number) => {
    if (!isKeyed) return place < from.length ? place : undefined;
    return before.get(uidOf(to[place]) ?? '');
  };
  const hasPartner = (place: number) =>
    isKeyed ? after.has(uidOf(from[place]) ?? '') : place < to.length;
  const removed = from.flatMap((entry, place): Change[] =>
    hasPartner(place) ? [] : [{ kind: 'removed', pointer: below(pointer, place), from: entry }],
  );
  const others = to.flatMap((entry, place): Change[] => {
    const earlier = partner(place);
    const at = below(pointer, place);
    return earlier === undefined
      ? [{ kind: 'added', pointer: at, to: entry }]
      : diff(from[earlier], entry, at);
  });
  return [...others, ...removed];
}

/** The places of entries by their user ID; `null` where one has none, or two have the same. */
function byUid(list: readonly unknown[]): Map<string, number> | null {
  const places = new Map<string, number>();
  for (const [place, entry] of list.entries()) {
    const uid = uidOf(entry);
    if (uid === null || places.has(uid)) return null;
    places.set(uid, place);
  }
  return places.size === 0 ? null : places;
}

function uidOf(entry: unknown): string | null {
  if (!isRecord(entry)) return null;
  const { uid } = entry;
  const isUid = (typeof uid === 'string' && uid !== '') || typeof uid === 'number';
  return isUid ? String(uid) : null;
}
