import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/kit/tokens.css', 'utf8');

function tokens(theme: 'dark' | 'light'): Record<string, string> {
  const block = new RegExp(`\\[data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const pairs = [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)];
  return Object.fromEntries(pairs.map((pair) => [pair[1], pair[2]]));
}

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const surfaces = ['bg', 'surface', 'raised', 'sunken', 'field', 'accent-soft'];
const texts = ['text', 'text-2', 'text-3', 'accent', 'rec', 'ok', 'warn'];
const onOwn: readonly (readonly [string, string])[] = [
  ['rec', 'rec-soft'],
  ['ok', 'ok-soft'],
  ['warn', 'warn-soft'],
  ['text', 'warn-soft'],
];

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const token = tokens(theme);
  const ratio = (a: string, b: string) => contrast(token[a] ?? '', token[b] ?? '');

  it('has 4.5:1 for every text on every surface', () => {
    for (const surface of surfaces) {
      for (const text of texts) {
        expect(ratio(text, surface), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const [text, soft] of onOwn) {
      expect(ratio(text, soft), `${text} on ${soft}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has 4.5:1 for white on the filled buttons', () => {
    for (const fill of ['accent-fill', 'rec-fill']) {
      expect(contrast('#ffffff', token[fill] ?? ''), fill).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has 3:1 for the borders of controls', () => {
    for (const surface of ['bg', 'surface', 'raised', 'field', 'sunken']) {
      expect(ratio('line-strong', surface), surface).toBeGreaterThanOrEqual(3);
    }
  });
});
