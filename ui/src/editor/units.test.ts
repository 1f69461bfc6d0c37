import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLength, isSameLength, parseLength, showLength, units } from './units';

describe('a length', () => {
  it.each([
    ['640px', 'px', 333_333],
    ['640', 'px', 333_333],
    ['50%', 'px', 500_000],
    ['50', '%', 500_000],
    ['1/3', 'px', 333_333],
    ['0.25', 'px', 250_000],
    ['0,25', '%', 250_000],
    ['1', 'fraction', 1_000_000],
    ['100%-24px', 'px', 987_500],
    [' 100 % - 1/4 + 48 px', '%', 775_000],
    ['-10', 'px', -5_208],
  ] as const)('is read: %s in %s', (text, unit, expected) => {
    expect(parseLength(text, unit, 1920)).toBe(expected);
  });

  it.each(['', 'wide', '1/0', '12 34', '5em', '1/', '--3', '10%%'])('is nonsense: %j', (text) => {
    expect(parseLength(text, 'px', 1920)).toBeNull();
  });

  it('is read as it was written, to the millionth, in every unit and size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom(...units),
        fc.integer({ min: 100, max: 4000 }),
        (millionths, unit, pixels) => {
          const text = formatLength(millionths, unit, pixels);
          expect(parseLength(text, unit, pixels), text).toBe(millionths);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is written shortly', () => {
    expect(formatLength(333_333, 'px', 1920)).toBe('640');
    expect(formatLength(333_333, 'fraction', 1920)).toBe('1/3');
    expect(formatLength(666_667, 'fraction', 1920)).toBe('2/3');
    expect(formatLength(250_000, '%', 1920)).toBe('25');
    expect(formatLength(5_000, '%', 1920)).toBe('0.5%');
    expect(formatLength(0, 'px', 1920)).toBe('0');
  });
});

describe('a length on the screen', () => {
  it('shows thirds as whole pixels, and everything else exactly', () => {
    expect(showLength(333_334, 'px', 1080)).toBe('360');
    expect(showLength(333_333, 'px', 1080)).toBe('360');
    expect(showLength(333_400, 'px', 1080)).toBe(formatLength(333_400, 'px', 1080));
    expect(isSameLength(333_333, 333_334)).toBe(true);
    expect(isSameLength(333_333, 333_335)).toBe(false);
  });
});
