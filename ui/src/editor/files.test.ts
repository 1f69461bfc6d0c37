import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LayoutDocument } from '../bridge';
import { setBackend } from '../bridge';
import { fakeBackend } from '../testing/fakeBackend';
import { layouts } from '../testing/layouts';
import { pictureOf } from './files';

const model = layouts[0]?.document as LayoutDocument;
const withWall: LayoutDocument = {
  ...model,
  background: { color: '#102030', image: 'https://example.com/wall.jpg' },
};
const names = new Map(model.regions.map((region) => [region.id, `Name of ${region.id}`]));

/** What a canvas was asked to do, in order. */
let drawn: [string, ...unknown[]][];

class FakeImage {
  crossOrigin = '';
  src = '';
  naturalWidth = 1000;
  naturalHeight = 1000;
  decode = async () => {
    if (this.src.includes('broken')) throw new Error('broken');
  };
}

beforeEach(() => {
  drawn = [];
  const note =
    (what: string) =>
    (...rest: unknown[]) =>
      void drawn.push([what, ...rest]);
  const pen = Object.fromEntries(
    ['fillRect', 'strokeRect', 'fillText', 'drawImage'].map((what) => [what, note(what)]),
  );
  vi.stubGlobal('Image', FakeImage);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) =>
    done(new Blob(['png'])),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a layout as a picture', () => {
  it('has its background cut to fill, then the regions with their names', async () => {
    setBackend(fakeBackend());
    await pictureOf(withWall, names);
    const [color, wall, first] = drawn;
    expect(color).toEqual(['fillRect', 0, 0, 1920, 1080]);
    // A square on 16:9: as wide as the canvas, and as much above as below is cut.
    expect(wall?.slice(2)).toEqual([0, -420, 1920, 1920]);
    expect(wall?.[1], 'so that it may be read back').toMatchObject({ crossOrigin: 'anonymous' });
    expect(first?.[0]).toBe('fillRect');
    const texts = drawn.filter(([what]) => what === 'fillText').map(([, text]) => text);
    expect(texts).toEqual([...names.values()]);
  });

  it('is made without a background that cannot be shown', async () => {
    for (const source of [
      { state: 'unseen', trouble: 'refused', params: { status: '404' } } as const,
      { state: 'shown', url: 'http://127.0.0.1:1/broken' } as const,
    ]) {
      drawn = [];
      setBackend(fakeBackend({ picture_source: () => source }));
      expect(await pictureOf(withWall, names)).toBeInstanceOf(Blob);
      expect(drawn.some(([what]) => what === 'drawImage')).toBe(false);
      expect(drawn.filter(([what]) => what === 'fillText')).toHaveLength(4);
    }
  });

  it('leaves out what is hidden', async () => {
    setBackend(fakeBackend());
    const [first, ...rest] = model.regions;
    const regions = [{ ...first, hidden: true }, ...rest] as typeof rest;
    await pictureOf({ ...model, regions }, names);
    const texts = drawn.filter(([what]) => what === 'fillText').map(([, text]) => text);
    expect(texts).not.toContain('Name of r1');
  });
});
