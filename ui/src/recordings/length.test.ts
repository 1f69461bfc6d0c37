import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../messages/en';
import { lengthWords } from './length';

const words = en.states.length;

describe('lengthWords', () => {
  it.each([
    [0, '0 s'],
    [3_900, '3 s'],
    [90_000, '1 min 30 s'],
    [300_000, '5 min'],
    [601_000, '10 min'],
    [3_600_000, '1 h'],
    [256_620_000, '71 h 17 min'],
    [1_216_800_000, '14 d 2 h'],
  ])('says %i ms as %s', (ms, text) => {
    expect(lengthWords(ms, words)).toBe(text);
  });

  it('never promises more time than there is, and never loses more than its unit', () => {
    const units: Record<string, number> = { s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (ms) => {
        const parts = lengthWords(ms, words).split(' ');
        let said = 0;
        for (let i = 0; i < parts.length; i += 2) {
          said += Number(parts[i]) * (units[parts[i + 1] ?? ''] ?? Number.NaN);
        }
        expect(said, 'a countdown must not be longer than what is left').toBeLessThanOrEqual(ms);
        expect(ms - said, 'at most an hour may be rounded away').toBeLessThan(3_600_000);
      }),
    );
  });

  it('takes a clock that runs behind as no time at all', () => {
    expect(lengthWords(-5000, words), 'a negative length makes no sense on screen').toBe('0 s');
  });
});
