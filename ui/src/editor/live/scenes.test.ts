import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layout } from '../../bridge';
import { layouts as templates } from '../../testing/layouts';
import { type Assigned, offKey, putOnKey, sceneOf, scenesOf } from './scenes';

const mine: Layout = { ...(templates[0] as Layout), id: 'mine', name: 'Mine', template: false };
const layouts = [...templates, mine];
const ids = (assigned: Assigned) => scenesOf(layouts, assigned).map((layout) => layout?.id ?? null);
const anyMoves = fc.array(
  fc.tuple(fc.constantFrom(...layouts.map(({ id }) => id)), fc.integer({ min: 1, max: 9 })),
  { maxLength: 12 },
);

describe('the keys 1 to 9', () => {
  it('have one’s own layouts and then the templates while nobody chose', () => {
    const usual = ['mine', ...templates.map(({ id }) => id)].slice(0, 9);
    expect(ids({})).toEqual([...usual, ...Array(9 - usual.length).fill(null)]);
  });

  it('give the chosen one its key, and what was there the other’s', () => {
    const [first, second, third] = ids({});
    const swapped = ids(putOnKey(layouts, {}, third ?? '', 1));
    expect(swapped.slice(0, 3)).toEqual([third, second, first]);
  });

  it('leave all other keys as they are', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let assigned: Record<string, string> = {};
        for (const [id, key] of moves) {
          const before = ids(assigned);
          const was = before.indexOf(id) + 1;
          assigned = putOnKey(layouts, assigned, id, key);
          const after = ids(assigned);
          expect(after[key - 1], 'it is on its key').toBe(id);
          if (was > 0) expect(after[was - 1], 'they changed places').toBe(before[key - 1]);
          after.forEach((there, index) => {
            const isOther = index + 1 !== key && index + 1 !== was;
            if (isOther) expect(there, `key ${index + 1} stays`).toBe(before[index]);
          });
          const known = after.filter((one) => one !== null);
          expect(new Set(known).size, 'nobody has two keys').toBe(known.length);
        }
      }),
    );
  });

  it('forget layouts that are gone, and go back to the usual', () => {
    const assigned = putOnKey(layouts, { 4: 'gone' }, 'mine', 7);
    expect(Object.values(assigned)).not.toContain('gone');
    expect(sceneOf(scenesOf(layouts, { 2: 'gone' }), 'mine')).toBe(1);
    const fourth = templates[3]?.id ?? '';
    const moved = putOnKey(layouts, {}, fourth, 9);
    expect(ids(offKey(layouts, moved, fourth))).toEqual(ids({}));
  });
});
