import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Layout, Region } from '../bridge';
import { layouts } from '../testing/layouts';
import { fault } from './document/edits';
import { duplicateChosen, nudge, orderChosen, setNumber, tidyUp, toggleHidden } from './doing';
import { documentNow, movable, openLayout, select, step, useEditor } from './state';
import { parseLength } from './units';

const model = layouts[0] as Layout;
const open = (regions: readonly Partial<Region>[]) =>
  openLayout(
    {
      ...model,
      id: 'mine',
      template: false,
      document: {
        ...model.document,
        regions: regions.map((region, index) => ({
          ...(model.document.regions[0] as Region),
          ...region,
          id: `r${index + 1}`,
        })),
      },
    },
    '',
  );
const region = (id: string) => documentNow().regions.find((one) => one.id === id) as Region;
const steps = () => useEditor.getState().history.past.length;

beforeEach(() => openLayout(model, ''));

describe('numbers that are typed', () => {
  it('as thirds, quarters and other parts meet without a seam, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }).chain((parts) =>
          fc.record({
            parts: fc.constant(parts),
            order: fc.shuffledSubarray(
              Array.from({ length: parts * 2 }, (_, at) => at),
              { minLength: parts * 2 },
            ),
            isAcross: fc.boolean(),
          }),
        ),
        ({ parts, order, isAcross }) => {
          open(Array.from({ length: parts }, () => ({ x: 0, y: 0, width: 1, height: 1 })));
          const [from, size] = isAcross ? (['x', 'width'] as const) : (['y', 'height'] as const);
          const read = (text: string) => parseLength(text, 'px', 1920) as number;
          for (const at of order) {
            const [n, isSize] = [Math.floor(at / 2), at % 2 === 1];
            const text = isSize ? `1/${parts}` : `${n}/${parts}`;
            setNumber(region(`r${n + 1}`), isSize ? size : from, read(text));
          }
          // A size typed before its place had to give way to the edge or a neighbour: typed again it fits.
          for (let n = 0; n < parts; n += 1)
            setNumber(region(`r${n + 1}`), size, read(`1/${parts}`));
          const regions = documentNow().regions;
          for (const [index, one] of regions.entries()) {
            const end = one[from] + one[size];
            expect(end, `${index + 1} of ${parts}`).toBe(regions[index + 1]?.[from] ?? 1_000_000);
          }
          expect(fault(documentNow())).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never lead beyond the canvas, nor to nothing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...(['x', 'y', 'width', 'height'] as const)),
            fc.integer({ min: -3_000_000, max: 3_000_000 }),
          ),
        ),
        fc.boolean(),
        (typed, keepRatio) => {
          open([{ x: 100_000, y: 100_000, width: 400_000, height: 300_000, keepRatio }]);
          for (const [side, value] of typed) setNumber(region('r1'), side, value);
          expect(fault(documentNow())).toBeNull();
        },
      ),
    );
  });
});

describe('what is done to the selected ones', () => {
  it('is legal in any order, and undone without a trace', () => {
    const anything = fc.constantFrom<() => unknown>(
      () => nudge(-7, 3, false),
      () => nudge(900, -900, false),
      () => nudge(500, 500, true),
      () => nudge(-5_000, -5_000, true),
      () => orderChosen('forward'),
      () => orderChosen('back'),
      duplicateChosen,
      toggleHidden,
      tidyUp,
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 25 }), (deeds) => {
        openLayout({ ...model, id: 'mine', template: false }, '');
        select(['r2', 'r3']);
        for (const deed of deeds) deed();
        expect(fault(documentNow())).toBeNull();
      }),
    );
  });

  it('stays together when the first one meets the edge', () => {
    open([
      { x: 10_000, y: 0, width: 100_000, height: 100_000 },
      { x: 500_000, y: 0, width: 100_000, height: 100_000 },
    ]);
    select(['r1', 'r2']);
    nudge(-1_000, 0, false);
    expect([region('r1').x, region('r2').x]).toEqual([0, 490_000]);
    expect(steps()).toBe(1);
    nudge(-1, 0, false);
    expect(steps(), 'nothing moved, so nothing was done').toBe(1);
  });

  it('leaves out what is locked or hidden', () => {
    open([{ locked: true }, { hidden: true }, { x: 0, width: 100_000 }]);
    select(['r1', 'r2', 'r3']);
    expect(movable().map(({ id }) => id)).toEqual(['r3']);
    step({ ...documentNow() }, { code: 'move', count: 1 });
    expect(useEditor.getState().selection).toEqual(['r1', 'r2', 'r3']);
  });
});
