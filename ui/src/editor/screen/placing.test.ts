import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutDocument } from '../../bridge';
import { layouts } from '../../testing/layouts';
import { useEditor, type View } from '../state';
import {
  handleUnderFinger,
  LEAST_ZOOM,
  MOST_ZOOM,
  onScreen,
  placing,
  zoomAt,
  zoomTo,
} from './placing';

const document = layouts[0]?.document as LayoutDocument;
const window_ = { width: 900, height: 600 };
const view = useEditor.getState().view;
const anyPoint = fc.record({
  x: fc.integer({ min: -450, max: 450 }),
  y: fc.integer({ min: -300, max: 300 }),
});

/** What is under a point that is counted from the window's middle, in pixels of the picture. */
function under(point: { x: number; y: number }, looked: View) {
  const scale = looked.zoom ?? placing(document, looked, window_).scale;
  const pan = looked.zoom === null ? { x: 0, y: 0 } : looked.pan;
  return { x: (point.x - pan.x) / scale, y: (point.y - pan.y) / scale };
}

describe('the zoom', () => {
  it('leaves what is under the pointer where it is', () => {
    fc.assert(
      fc.property(
        anyPoint,
        fc.array(fc.double({ min: 0.01, max: 9, noNaN: true })),
        (at, zooms) => {
          let now: View = view;
          const before = under(at, now);
          for (const to of zooms) {
            const { scale } = placing(document, now, window_);
            now = { ...now, ...zoomAt(now, scale, to, at) };
            expect(now.zoom).toBeGreaterThanOrEqual(LEAST_ZOOM);
            expect(now.zoom).toBeLessThanOrEqual(MOST_ZOOM);
          }
          expect(under(at, now).x).toBeCloseTo(before.x, 6);
          expect(under(at, now).y).toBeCloseTo(before.y, 6);
        },
      ),
    );
  });

  it('shows a selection whole and in the middle', () => {
    for (const region of document.regions) {
      const now: View = { ...view, ...zoomTo(region, document, window_) };
      const placed = placing(document, now, window_);
      const { left, top, width, height } = onScreen(region, placed);
      const middle = { x: placed.left + left + width / 2, y: placed.top + top + height / 2 };
      expect(Math.abs(middle.x - 450), region.id).toBeLessThanOrEqual(1.5);
      expect(Math.abs(middle.y - 300), region.id).toBeLessThanOrEqual(1.5);
      expect(width).toBeLessThanOrEqual(900);
      expect(height).toBeLessThanOrEqual(600);
    }
  });

  it('fits all in with room around it', () => {
    const { left, top, width, height } = placing(document, view, window_);
    expect(left).toBeGreaterThan(0);
    expect(top).toBeGreaterThan(0);
    expect(left + width).toBeLessThan(900);
    expect(top + height).toBeLessThan(600);
  });

  it('lets neighbours meet on the screen at every zoom', () => {
    const thirds = [
      [0, 333_333],
      [333_333, 333_334],
      [666_667, 333_333],
    ].map(([x = 0, width = 0]) => ({ x, y: 0, width, height: 1_000_000 }));
    for (let zoom = LEAST_ZOOM; zoom < MOST_ZOOM; zoom *= 1.037) {
      const placed = placing(document, { ...view, zoom }, window_);
      const rects = thirds.map((box) => onScreen(box, placed));
      expect(rects[0]?.width).toBe(rects[1]?.left);
      expect((rects[1]?.left ?? 0) + (rects[1]?.width ?? 0)).toBe(rects[2]?.left);
      expect((rects[2]?.left ?? 0) + (rects[2]?.width ?? 0)).toBe(placed.width);
    }
  });
});

describe('a finger', () => {
  const rect = { left: 100, top: 50, width: 200, height: 80 };

  it('hits a handle within 24 pixels, of which 12 lie on either side', () => {
    expect(handleUnderFinger(rect, { x: 88, y: 62 }), 'the corner').toBe('nw');
    expect(handleUnderFinger(rect, { x: 87, y: 62 }), 'a pixel too far').toBeNull();
    expect(handleUnderFinger(rect, { x: 212, y: 141 }), 'the middle of a side').toBe('s');
    expect(handleUnderFinger(rect, { x: 312, y: 90 })).toBe('e');
    expect(handleUnderFinger(rect, { x: 200, y: 90 }), 'the middle moves it').toBeNull();
  });

  it('leaves a tiny region its middle', () => {
    expect(handleUnderFinger({ ...rect, height: 43 }, { x: 100, y: 50 })).toBeNull();
    expect(handleUnderFinger({ ...rect, height: 44 }, { x: 100, y: 50 })).toBe('nw');
  });
});
