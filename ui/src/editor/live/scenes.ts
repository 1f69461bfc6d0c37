import type { Layout } from '../../bridge';

/** The keys of scenes. */
export const sceneKeys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Layout ids that were put on keys by hand, by key. */
export type Assigned = Readonly<Record<string, string>>;

/**
 * The layouts on the keys 1 to 9. What was put on a key by hand is there; the others have their usual keys, one's
 * own first, then the templates in the order of the gallery, as far as these keys are free.
 */
export function scenesOf(layouts: readonly Layout[], assigned: Assigned): (Layout | null)[] {
  const own = layouts.filter((layout) => !layout.template);
  const usual = [...own, ...layouts.filter((layout) => layout.template)];
  const chosen = sceneKeys.map((key) => usual.find((layout) => layout.id === assigned[key]));
  return chosen.map((layout, index) => {
    if (layout !== undefined) return layout;
    const there = usual[index];
    return there === undefined || chosen.includes(there) ? null : there;
  });
}

/** The key of a layout; 0 where it has none. */
export const sceneOf = (scenes: readonly (Layout | null)[], id: string) =>
  scenes.findIndex((layout) => layout?.id === id) + 1;

/** Puts a layout on a key; what was there changes places with it. Layouts that are gone lose their keys. */
export function putOnKey(
  layouts: readonly Layout[],
  assigned: Assigned,
  id: string,
  key: number,
): Record<string, string> {
  const scenes = scenesOf(layouts, assigned);
  const before = sceneOf(scenes, id);
  const there = scenes[key - 1]?.id;
  const isThere = (other: string) => other !== id && layouts.some((one) => one.id === other);
  const kept = Object.entries(assigned).filter(([, other]) => isThere(other));
  const next: Record<string, string> = { ...Object.fromEntries(kept), [key]: id };
  if (before > 0 && before !== key && there !== undefined) next[before] = there;
  return next;
}

/** Lets a layout go back to its usual key; what is there goes back too, as far as that is free. */
export function offKey(
  layouts: readonly Layout[],
  assigned: Assigned,
  id: string,
): Record<string, string> {
  const usual = scenesOf(layouts, {});
  const key = sceneOf(usual, id);
  const moved = key === 0 ? assigned : putOnKey(layouts, assigned, id, key);
  const kept = Object.entries(moved).filter(
    ([at, other]) => other !== id && usual[Number(at) - 1]?.id !== other,
  );
  return Object.fromEntries(kept);
}
