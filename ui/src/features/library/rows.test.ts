import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyMove, ROW, stretch } from './rows';

it('draws what is in sight and little more, however many rows there are', () => {
  fc.assert(
    fc.property(
      fc.nat(4_000_000),
      fc.integer({ min: 1, max: 3_000 }),
      fc.nat(100_000),
      (top, height, count) => {
        const { from, until } = stretch(top, height, count);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(until).toBeLessThanOrEqual(count);
        expect(until - from, 'a hundred thousand rows are not drawn').toBeLessThan(
          height / ROW + 20,
        );
        for (const y of [top, top + height - 1]) {
          const row = Math.floor(y / ROW);
          if (row < count) expect(row >= from && row < until, `row ${row} is in sight`).toBe(true);
        }
      },
    ),
  );
});

it('leads by keys to the next, a page on, and both ends', () => {
  expect(keyMove('ArrowDown', null, 5, 400), 'the first key takes the first row').toBe(0);
  expect(keyMove('ArrowDown', 3, 5, 400)).toBe(4);
  expect(keyMove('ArrowDown', 4, 5, 400), 'there is nothing below the last').toBe(4);
  expect(keyMove('ArrowUp', 0, 5, 400)).toBe(0);
  expect(keyMove('End', 0, 100_000, 400)).toBe(99_999);
  expect(keyMove('Home', 70_000, 100_000, 400)).toBe(0);
  expect(keyMove('PageDown', 0, 100_000, 400)).toBe(8);
  expect(keyMove('a', 1, 5, 400)).toBeNull();
  expect(keyMove('ArrowDown', null, 0, 400)).toBeNull();
});
