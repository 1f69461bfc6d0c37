import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOON, recording } from '../../testing/samples';
import { type Column, ordered } from './order';
import { matches } from './search';

it('finds all words in any order and letter case', () => {
  expect(matches('HALL  weekly', 'weekly-town-hall\nToday 10:00')).toBe(true);
  expect(matches('weekly saved', 'weekly-town-hall\nuploading')).toBe(false);
  expect(matches('  ', 'anything'), 'an empty search shows everything').toBe(true);
});

it('finds any part of what is there', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), (text, a, b) => {
      const part = text.normalize('NFKC').slice(Math.min(a, b), Math.max(a, b));
      expect(matches(part, text)).toBe(true);
    }),
  );
});

const COLUMNS: Column[] = ['channel', 'started', 'length', 'files', 'state'];
const some = fc.array(
  fc.record({
    id: fc.uuid(),
    channel: fc.string({ minLength: 1 }),
    startedAt: fc.option(fc.integer({ min: 0, max: NOON })),
    createdAt: fc.integer({ min: 0, max: NOON }),
    files: fc.array(fc.string()),
  }),
);

it('sorts by every column without losing or inventing a recording, and the same way each time', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...COLUMNS), (parts, column) => {
      const list = parts.map((part) => recording(part));
      const sorted = ordered(list, column, 'descending', (one) => one.state, NOON);
      expect(new Set(sorted)).toEqual(new Set(list));
      const again = ordered([...list].reverse(), column, 'descending', (one) => one.state, NOON);
      expect(again.map((one) => one.id)).toEqual(sorted.map((one) => one.id));
    }),
  );
});

it('puts room-2 before room-10', () => {
  const list = ['room-10', 'room-2'].map((channel) => recording({ id: channel, channel }));
  const sorted = ordered(list, 'channel', 'ascending', (one) => one.state, NOON);
  expect(
    sorted.map((one) => one.channel),
    'people count, machines spell',
  ).toEqual(['room-2', 'room-10']);
});
