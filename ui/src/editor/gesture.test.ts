import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutDocument } from '../bridge';
import { layouts } from '../testing/layouts';
import { fault, regionOf } from './document/edits';
import { handles } from './geometry/resize';
import {
  type Aim,
  cancel,
  drag,
  type Gesture,
  type Modifiers,
  press,
  release,
  type Surroundings,
} from './gesture';

const document = layouts[0]?.document as LayoutDocument;
const plain: Modifiers = { shift: false, alt: false, control: false };
const around: Surroundings = {
  scale: { x: 1_000, y: 2_000 },
  threshold: 4,
  snap: { distance: { x: 8_000, y: 16_000 }, safe: false, grid: 0 },
};
const free = { ...around, snap: null };
const anyModifiers = fc.record({ shift: fc.boolean(), alt: fc.boolean(), control: fc.boolean() });
const anyAim: fc.Arbitrary<Aim> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    ids: fc.subarray(
      document.regions.map((region) => region.id),
      { minLength: 1 },
    ),
    copies: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('resize' as const),
    id: fc.constantFrom(...document.regions.map((region) => region.id)),
    handle: fc.constantFrom(...handles),
  }),
  fc.record({ kind: fc.constant('box' as const), keep: fc.constant(['r1']) }),
);
const anyPath = fc.array(
  fc.record({
    to: fc.record({
      x: fc.integer({ min: -2000, max: 3000 }),
      y: fc.integer({ min: -900, max: 900 }),
    }),
    modifiers: anyModifiers,
    zoom: fc.constantFrom(0.5, 1, 2),
  }),
  { maxLength: 12 },
);

function run(
  aim: Aim,
  path: { to: { x: number; y: number }; modifiers: Modifiers; zoom: number }[],
) {
  let gesture: Gesture = press(aim, document, { x: 100, y: 100 });
  for (const { to, modifiers, zoom } of path) {
    const scale = { x: around.scale.x / zoom, y: around.scale.y / zoom };
    gesture = drag(gesture, to, modifiers, { ...around, scale });
  }
  return gesture;
}

describe('a gesture', () => {
  it('ends in a legal document and one step, or in the same document and none', () => {
    fc.assert(
      fc.property(anyAim, anyPath, (aim, path) => {
        const { document: end, step } = release(run(aim, path));
        expect(fault(end)).toBeNull();
        expect(step === null).toBe(end === document);
      }),
    );
  });

  it('gives back the same object when it is cancelled', () => {
    fc.assert(
      fc.property(anyAim, anyPath, (aim, path) => {
        expect(cancel(run(aim, path))).toBe(document);
      }),
    );
  });

  it('is no drag below its threshold', () => {
    const gesture = press({ kind: 'move', ids: ['r2'], copies: false }, document, { x: 0, y: 0 });
    const near = drag(gesture, { x: 3, y: 1 }, plain, around);
    expect(near.isDrag).toBe(false);
    expect(release(near).document).toBe(document);
    expect(drag(near, { x: 4, y: 1 }, plain, around).isDrag).toBe(true);
  });

  it('keeps to one axis with Shift', () => {
    const start = press({ kind: 'move', ids: ['r2'], copies: false }, document, { x: 0, y: 0 });
    const far = drag(start, { x: -200, y: 30 }, { ...plain, shift: true }, free);
    expect(far.preview.boxes.get('r2')).toMatchObject({ x: 550_000, y: 0 });
  });

  it('snaps unless Ctrl is held', () => {
    const start = press({ kind: 'move', ids: ['r2'], copies: false }, document, { x: 0, y: 0 });
    const to = { x: -247, y: 0 };
    expect(drag(start, to, plain, around).preview.boxes.get('r2')?.x).toBe(500_000);
    expect(drag(start, to, plain, around).preview.guides.length).toBeGreaterThan(0);
    const control = drag(start, to, { ...plain, control: true }, around);
    expect(control.preview.boxes.get('r2')?.x).toBe(503_000);
    expect(control.preview.guides).toEqual([]);
  });

  it('copies with Alt, and says when there is no room', () => {
    const aim: Aim = { kind: 'move', ids: ['r2'], copies: true };
    const done = release(
      drag(press(aim, document, { x: 0, y: 0 }), { x: -100, y: 50 }, plain, free),
    );
    expect(done.document.regions).toHaveLength(5);
    expect(regionOf(done.document, 'r2')).toBe(document.regions[1]);
    expect(done.selection).toEqual(['r5']);
    const model = document.regions[1];
    const full = {
      ...document,
      regions: Array.from({ length: 17 }, (_, n) => ({ ...model, id: `r${n + 1}`, uid: null })),
    } as LayoutDocument;
    const none = release(drag(press(aim, full, { x: 0, y: 0 }), { x: -100, y: 50 }, plain, free));
    expect(none.isFull).toBe(true);
    expect(none.document).toBe(full);
  });

  it('leaves locked regions alone', () => {
    const locked = {
      ...document,
      regions: document.regions.map((region) => ({ ...region, locked: true })),
    };
    const aim: Aim = { kind: 'move', ids: ['r1', 'r2'], copies: false };
    const far = drag(press(aim, locked, { x: 0, y: 0 }), { x: -100, y: 50 }, plain, free);
    expect(release(far).document).toBe(locked);
  });

  it('selects what a box touches, besides what was selected', () => {
    const start = press({ kind: 'box', keep: ['r1'] }, document, { x: 800, y: 200 });
    const far = drag(start, { x: 990, y: 480 }, plain, around);
    expect(release(far).selection).toEqual(['r1', 'r3', 'r4']);
  });
});
