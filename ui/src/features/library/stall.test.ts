import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudge, type Stretch } from './stall';

const stretchesOf = fc
  .array(
    fc.tuple(
      fc.double({ min: 0.01, max: 20, noNaN: true }),
      fc.double({ min: 0.01, max: 30, noNaN: true }),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => {
    let at = 0;
    return parts.map(([gap, length]): Stretch => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });

describe('nudge', () => {
  it('only ever goes forward, into what is loaded, and not far', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), stretchesOf, (current, loaded) => {
        const to = nudge(current, loaded);
        if (to === null) return;
        expect(to, 'going back would repeat the stall').toBeGreaterThan(current);
        expect(
          loaded.some(({ start, end }) => to >= start && to <= end),
          'there must be something to play there',
        ).toBe(true);
        expect(to - current, 'no content of note may be skipped').toBeLessThan(3.2);
      }),
    );
  });

  it('steps on where a piece begins without sound or picture', () => {
    expect(nudge(0, [{ start: 0, end: 15 }])).toBeCloseTo(0.1);
  });

  it('jumps a small gap between pieces', () => {
    expect(
      nudge(14.9, [
        { start: 0, end: 15 },
        { start: 15.4, end: 30 },
      ]),
    ).toBeCloseTo(15.5);
  });

  it('waits at the end of what is loaded', () => {
    expect(nudge(14.9, [{ start: 0, end: 15 }]), 'more data is on its way').toBeNull();
  });
});
