import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FileInfo } from '../../bridge';
import { beginsAt, LOOSE, peopleOf, placed } from './together';

const file = (uid: string, kind: 'sound' | 'video' | 'both', change: Partial<FileInfo> = {}) => ({
  name: `x__uid_s_${uid}__uid_e_${kind}.m3u8`,
  kind: 'playlist' as const,
  size: 1,
  known: 'seen' as const,
  part: null,
  track: { uid, kind },
  ...change,
});

it('puts the tracks of each person together', () => {
  const people = peopleOf([
    file('1', 'sound'),
    file('2', 'video'),
    file('1', 'video'),
    file('2', 'both'),
    file('3', 'video', { known: 'told' }),
    file('1', 'video', { part: 0 }),
    { ...file('4', 'video'), track: undefined } as unknown as FileInfo,
  ]);
  const kinds = people.map(({ uid, files }) => [uid, files.map((one) => one.track?.kind)]);
  expect(kinds, 'sound with its picture; a file of both alone').toEqual([
    ['1', ['sound', 'video']],
    ['2', ['both']],
  ]);
});

it('reads when a track begins from its first piece', () => {
  const text =
    '#EXTM3U\n#EXTINF:15\ns_hall__uid_s_7__uid_e_video_20261124091743123.ts\n#EXTINF:15\ns_hall__uid_s_7__uid_e_video_20261124091758123.ts';
  expect(beginsAt(text)).toBe(Date.UTC(2026, 10, 24, 9, 17, 43, 123));
  expect(beginsAt('#EXTM3U\nhall_1.ts')).toBeNull();
});

it('keeps every track at its place, and lets it play only while it has something', () => {
  const seconds = fc.double({ min: 0, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(seconds, seconds, seconds, seconds, (position, offset, length, at) => {
      const { isOn, moveTo } = placed(position, { offset, length, at });
      expect(isOn).toBe(position >= offset && position - offset < length);
      const now = moveTo ?? at;
      if (isOn) expect(Math.abs(now + offset - position)).toBeLessThanOrEqual(LOOSE + 1e-6);
      if (moveTo !== null) expect(moveTo >= 0 && moveTo <= length).toBe(true);
    }),
  );
});
