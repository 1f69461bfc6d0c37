/** What is chosen in a list: by ids, with the one that the keys are at and the one that a range begins at. */
export interface Selection {
  chosen: ReadonlySet<number>;
  cursor: number | null;
  anchor: number | null;
}

export const nothing: Selection = { chosen: new Set(), cursor: null, anchor: null };

export function only(id: number): Selection {
  return { chosen: new Set([id]), cursor: id, anchor: id };
}

/** Adds one, or takes it out. */
export function toggled({ chosen }: Selection, id: number): Selection {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, cursor: id, anchor: id };
}

/** From where the range began to this one. */
export function upTo(selection: Selection, id: number, ids: readonly number[]): Selection {
  const from = ids.indexOf(selection.anchor ?? id);
  const to = ids.indexOf(id);
  if (from === -1 || to === -1) return only(id);
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set(range), cursor: id, anchor: ids[from] ?? id };
}
