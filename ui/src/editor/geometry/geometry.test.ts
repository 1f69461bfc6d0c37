import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, distribute, edges, sameSize, swap, tidy } from './arrange';
import { type Box, bottom, LEAST, overlap, right, WHOLE } from './box';
import { handles, resized } from './resize';
import { HOLD, nothingHeld, snapEdges, snapMove } from './snap';

const anyBox: fc.Arbitrary<Box> = fc
  .tuple(
    fc.integer({ min: 1, max: WHOLE }),
    fc.integer({ min: 1, max: WHOLE }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([width, height, left, top]) => ({
    x: Math.floor((WHOLE - width) * left),
    y: Math.floor((WHOLE - height) * top),
    width,
    height,
  }));
const someBoxes = fc.array(anyBox, { minLength: 1, maxLength: 17 });
const anyWay = fc.record({
  x: fc.integer({ min: -2 * WHOLE, max: 2 * WHOLE }),
  y: fc.integer({ min: -2 * WHOLE, max: 2 * WHOLE }),
});

function expectLegal(box: Box, least = 1) {
  for (const value of [box.x, box.y, box.width, box.height]) {
    expect(Number.isInteger(value), 'whole millionths').toBe(true);
  }
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.width).toBeGreaterThanOrEqual(least);
  expect(box.height).toBeGreaterThanOrEqual(least);
  expect(right(box)).toBeLessThanOrEqual(WHOLE);
  expect(bottom(box)).toBeLessThanOrEqual(WHOLE);
}

describe('snapping', () => {
  const options = { distance: { x: 8_000, y: 14_000 }, safe: true, grid: 12 };

  it('never moves farther than its distance, or than it holds', () => {
    fc.assert(
      fc.property(anyBox, someBoxes, (box, others) => {
        const { by, held } = snapMove(box, others, options);
        expect(Math.abs(by.x)).toBeLessThanOrEqual(8_000);
        expect(Math.abs(by.y)).toBeLessThanOrEqual(14_000);
        const again = snapMove(box, others, options, held);
        expect(Math.abs(again.by.x)).toBeLessThanOrEqual(8_000 * HOLD);
        expect(Math.abs(again.by.y)).toBeLessThanOrEqual(14_000 * HOLD);
      }),
    );
  });

  it('is at rest where it has snapped', () => {
    fc.assert(
      fc.property(anyBox, someBoxes, (box, others) => {
        const first = snapEdges(box, { x: right(box), y: box.y }, others, options);
        const there = {
          x: right(box) + first.by.x,
          y: box.y + first.by.y,
        };
        expect(snapEdges(box, there, others, options).by).toEqual({ x: 0, y: 0 });
      }),
    );
  });

  const plain = { distance: { x: 8_000, y: 8_000 }, safe: false, grid: 0 };
  const box = (x: number, y: number, width = 100_000, height = 100_000) => ({
    x,
    y,
    width,
    height,
  });

  it('goes to the canvas, its centre, thirds, and other regions, with a line to see', () => {
    expect(snapMove(box(5_000, 210_000), [], plain).by).toEqual({ x: -5_000, y: 0 });
    expect(snapMove(box(447_000, 210_000), [], plain).by.x, 'centre').toBe(3_000);
    expect(snapMove(box(330_000, 210_000), [], plain).by.x, 'a third').toBe(3_333);
    const other = box(610_000, 410_000);
    const found = snapMove(box(606_000, 110_000), [other], plain);
    expect(found.by.x).toBe(4_000);
    expect(found.guides).toEqual([
      { axis: 'x', at: 610_000, from: 110_000, to: 510_000, kind: 'edge' },
    ]);
  });

  it('makes gaps equal, and says how wide they are', () => {
    const lane = [box(60_000, 410_000), box(210_000, 410_000)];
    const found = snapMove(box(363_000, 420_000), lane, plain);
    expect(found.by.x).toBe(-3_000);
    expect(found.guides.filter((guide) => guide.axis === 'x').map((one) => one.length)).toEqual([
      50_000, 50_000,
    ]);
  });

  it('lets go late', () => {
    const at = (x: number, held = nothingHeld) => snapMove(box(x, 215_000), [], plain, held);
    expect(at(10_000).by.x, 'too far to begin with').toBe(0);
    const { held } = at(6_000);
    expect(at(10_000, held).by.x, 'it holds on').toBe(-10_000);
    expect(at(13_000, held).by.x, 'and lets go').toBe(0);
  });
});

describe('resizing', () => {
  it('stays legal and above 2 % whatever is dragged, and smaller ones need not grow', () => {
    fc.assert(
      fc.property(
        anyBox,
        fc.constantFrom(...handles),
        anyWay,
        fc.boolean(),
        fc.boolean(),
        (box, handle, by, keepRatio, fromCentre) => {
          const result = resized(box, handle, by, { keepRatio, fromCentre });
          expectLegal(result, 1);
          const slack = keepRatio ? 1 : 0;
          expect(result.width).toBeGreaterThanOrEqual(Math.min(LEAST, box.width) - slack);
          expect(result.height).toBeGreaterThanOrEqual(Math.min(LEAST, box.height) - slack);
        },
      ),
    );
  });

  it('keeps the ratio to the rounding, the centre to the half, the opposite edge exactly', () => {
    const start = { x: 300_000, y: 300_000, width: 320_000, height: 160_000 };
    const ratio = resized(
      start,
      'se',
      { x: 64_000, y: 1_000 },
      { keepRatio: true, fromCentre: false },
    );
    expect(ratio).toEqual({ x: 300_000, y: 300_000, width: 384_000, height: 192_000 });
    const centre = resized(start, 'e', { x: 50_000, y: 0 }, { keepRatio: false, fromCentre: true });
    expect(centre).toEqual({ x: 250_000, y: 300_000, width: 420_000, height: 160_000 });
    const left = resized(start, 'w', { x: -50_000, y: 9 }, { keepRatio: false, fromCentre: false });
    expect(right(left)).toBe(620_000);
  });

  it('of nothing is the same box', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...handles), (box, handle) => {
        const options = { keepRatio: false, fromCentre: false };
        expect(resized(box, handle, { x: 0, y: 0 }, options)).toEqual(box);
      }),
    );
  });
});

describe('arranging', () => {
  it('stays legal in every way', () => {
    fc.assert(
      fc.property(someBoxes, (boxes) => {
        const results = [
          ...edges.map((edge) => align(boxes, edge)),
          distribute(boxes, 'across'),
          distribute(boxes, 'down'),
          sameSize(boxes),
          swap(boxes),
          tidy(boxes, 16 / 9),
        ];
        for (const result of results) {
          expect(result).toHaveLength(boxes.length);
          for (const box of result) expectLegal(box);
        }
      }),
    );
  });

  it('tidies without seams and without overlaps', () => {
    fc.assert(
      fc.property(someBoxes, fc.constantFrom(16 / 9, 9 / 16, 1), (boxes, ratio) => {
        const result = tidy(boxes, ratio);
        for (const [index, box] of result.entries()) {
          for (const other of result.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
    );
    const nine = tidy(Array(9).fill({ x: 0, y: 0, width: 100_000, height: 100_000 }), 16 / 9);
    expect(nine.reduce((sum, box) => sum + box.width * box.height, 0)).toBe(WHOLE * WHOLE);
  });

  it('aligns one alone to the canvas, several to each other', () => {
    const one = { x: 100_000, y: 100_000, width: 200_000, height: 200_000 };
    expect(align([one], 'right')[0]?.x).toBe(800_000);
    const two = { x: 500_000, y: 400_000, width: 100_000, height: 100_000 };
    expect(align([one, two], 'right').map((box) => box.x)).toEqual([400_000, 500_000]);
  });

  it('distributes with equal gaps', () => {
    const at = (x: number) => ({ x, y: 0, width: 100_000, height: 100_000 });
    expect(distribute([at(0), at(150_000), at(900_000)], 'across').map((box) => box.x)).toEqual([
      0, 450_000, 900_000,
    ]);
  });

  it('swaps two, and twice is none', () => {
    fc.assert(
      fc.property(anyBox, anyBox, (a, b) => {
        expect(swap([a, b])).toEqual([b, a]);
        expect(swap(swap([a, b]))).toEqual([a, b]);
      }),
    );
  });
});
