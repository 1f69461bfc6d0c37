import { below, isRecord } from './pointer';

/** A line of the tree. */
export interface TreeRow {
  pointer: string;
  /** The member's name or the entry's number; nothing at the top. */
  name: string;
  depth: number;
  value: unknown;
  /** How many there are below; `null` where nothing can be. */
  count: number | null;
  isOpen: boolean;
  /** Its place among its neighbours, from 1, and how many they are. */
  place: number;
  places: number;
}

/** What is open before anybody opens anything: all that is small, and the top of what is large. */
export const OPEN_AT_MOST = 100;

/** How many are below a value; `null` where it is neither a list nor a group. */
export function countOf(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return isRecord(value) ? Object.keys(value).length : null;
}

/**
 * The lines of a tree, from above. What is closed is not gone into, so a large answer costs what is
 * looked at. `turned` are the pointers that somebody turned from what they are at first.
 */
export function treeRows(value: unknown, turned: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (
    pointer: string,
    name: string,
    depth: number,
    one: unknown,
    place: number,
    places: number,
  ) => {
    const count = countOf(one);
    const isOpenAtFirst = count !== null && count <= OPEN_AT_MOST;
    const isOpen = count !== null && isOpenAtFirst !== turned.has(pointer);
    rows.push({ pointer, name, depth, value: one, count, isOpen, place, places });
    if (!isOpen || count === null) return;
    const inner = depth + 1;
    if (Array.isArray(one)) {
      one.forEach((entry, index) => {
        add(below(pointer, index), String(index), inner, entry, index + 1, count);
      });
    } else {
      Object.entries(one as Record<string, unknown>).forEach(([key, member], index) => {
        add(below(pointer, key), key, inner, member, index + 1, count);
      });
    }
  };
  // The top is no line of its own where something is below it.
  const top = countOf(value);
  if (top === null || top === 0) add('', '', 0, value, 1, 1);
  else if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      add(below('', index), String(index), 0, entry, index + 1, top);
    });
  } else {
    Object.entries(value as Record<string, unknown>).forEach(([key, member], index) => {
      add(below('', key), key, 0, member, index + 1, top);
    });
  }
  return rows;
}
