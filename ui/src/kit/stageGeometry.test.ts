import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Region } from '../bridge';
import { placePicture, pretendPeople, regionRatio, seatPeople } from './stageGeometry';

const ratio = fc.double({ min: 0.2, max: 5, noNaN: true });
const close = (a: number, b: number) => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b));

function region(change: Partial<Region> = {}): Region {
  return {
    id: 'r1',
    role: 'person',
    number: 1,
    name: null,
    x: 0,
    y: 0,
    width: 500_000,
    height: 1_000_000,
    uid: null,
    alpha: 1_000_000,
    fit: 'crop',
    ...change,
  };
}

describe('where a picture lies in its region', () => {
  it('is cut at the sides when it is wider than the region', () => {
    const box = placePicture(8 / 9, 16 / 9, 'crop');
    expect(box.height).toBe(100);
    expect(box.width).toBeCloseTo(200);
    expect(box.left, 'the middle stays in sight').toBeCloseTo(-50);
  });

  it('is shown whole, with bars above and below, when it is fitted', () => {
    const box = placePicture(8 / 9, 16 / 9, 'fit');
    expect(box.width).toBe(100);
    expect(box.height).toBeCloseTo(50);
    expect(box.top).toBeCloseTo(25);
  });

  it('keeps its own shape, its middle, and fills or stays inside', () => {
    fc.assert(
      fc.property(ratio, ratio, fc.constantFrom('crop' as const, 'fit' as const), (r, p, fit) => {
        const { left, top, width, height } = placePicture(r, p, fit);
        const shown = (width * r) / height;
        const fills = width > 100 - 1e-6 && height > 100 - 1e-6;
        const inside = width < 100 + 1e-6 && height < 100 + 1e-6;
        return (
          close(shown, p) &&
          close(left + width / 2, 50) &&
          close(top + height / 2, 50) &&
          (fit === 'crop' ? fills : inside)
        );
      }),
    );
  });

  it('takes the shape of the region from the canvas that is recorded', () => {
    expect(regionRatio(region(), { width: 1920, height: 1080 })).toBeCloseTo(8 / 9);
    expect(regionRatio(region(), { width: 1080, height: 1920 })).toBeCloseTo(9 / 32);
  });
});

describe('who is seen where', () => {
  const three = [region({ id: 'a' }), region({ id: 'b', uid: '42' }), region({ id: 'c' })];

  it('fills free regions in the order of joining and keeps the others', () => {
    const people = [
      { id: 'p1', camera: '16:9' as const },
      { id: 'p2', camera: '16:9' as const, uid: '42' },
      { id: 'p3', camera: '16:9' as const },
    ];
    expect(seatPeople(three, people).map((person) => person?.id)).toEqual(['p1', 'p2', 'p3']);
  });

  it('leaves a kept region empty while its user is away', () => {
    const seats = seatPeople(three, pretendPeople(3));
    expect(seats.map((person) => person?.id ?? null)).toEqual(['p1', null, 'p2']);
  });

  it('gives an absent person no place, and one without a camera theirs', () => {
    const seats = seatPeople(
      [region({ id: 'a' }), region({ id: 'c' })],
      [
        { id: 'gone', camera: 'absent' },
        { id: 'dark', camera: 'off' },
        { id: 'here', camera: '4:3' },
      ],
    );
    expect(seats.map((person) => person?.id)).toEqual(['dark', 'here']);
  });

  it('shows nobody twice and never more than there are regions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 17 }), (n, places) => {
        const regions = Array.from({ length: places }, (_, i) => region({ id: `r${i}` }));
        const seated = seatPeople(regions, pretendPeople(n)).flatMap((p) => (p ? [p.id] : []));
        return seated.length === Math.min(n, places) && new Set(seated).size === seated.length;
      }),
    );
  });

  it('lets whoever has the slides share a screen', () => {
    const people = pretendPeople(2, [region({ role: 'slides' }), region()]);
    expect(people.map(({ camera }) => camera)).toEqual(['screen', '16:9']);
  });
});
