import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogues, layoutName, regionName, tongueOf } from '.';

const generated = readFileSync('src/bridge/generated/index.ts', 'utf8');

/** The members of a union of words, as the studio's types have them. */
function codesOf(type: string): string[] {
  const text = new RegExp(`export type ${type}\\s*=([^;]*);`).exec(generated)?.[1] ?? '';
  return [...text.matchAll(/["'](\w+)["']/g)].flatMap((found) => found[1] ?? []);
}

const { en, zh } = catalogues;

/** Every leaf of a catalogue with its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
  }
  return [[path, value]];
}

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    // Names of vendors and places are the contract's own; a language adds only those that it writes otherwise.
    const isOwnName = (path: string) => /^\/accounts\/(places|vendors)\//.test(path);
    const paths = (catalogue: unknown) =>
      leaves(catalogue)
        .map(([path]) => path)
        .filter((path) => !isOwnName(path));
    expect(paths(zh).sort()).toEqual(paths(en).sort());
  });

  it('have no empty words', () => {
    for (const [tongue, catalogue] of Object.entries(catalogues)) {
      for (const [path, leaf] of leaves(catalogue)) {
        if (typeof leaf === 'string') expect(leaf.trim(), `${tongue}${path}`).not.toBe('');
      }
    }
  });

  it.each([
    ['FailureCode', 'failures'],
    ['IssueCode', 'issues'],
    ['TimelineCode', 'timeline'],
    ['RecordingState', 'states'],
    ['CheckStep', 'checks'],
  ] as const)('have words for every %s', (type, section) => {
    const codes = codesOf(type);
    expect(codes.length, `${type} was not found in the generated types`).toBeGreaterThan(3);
    for (const [tongue, catalogue] of Object.entries(catalogues)) {
      const words: Record<string, unknown> = catalogue[section];
      const missing = codes.filter((code) => words[code] === undefined);
      expect(missing, `${tongue} lacks words`).toEqual([]);
    }
  });

  it('have words for every notice', () => {
    const codes = codesOf('NoticeCode');
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) {
      expect(en.shell.notices, code).toHaveProperty(code);
      expect(zh.shell.notices, code).toHaveProperty(code);
    }
  });

  it('say sentences about issues and failures with and without their values', () => {
    const params = { min: '1', max: '9', options: 'a, b', name: 'x', reason: 'why', path: '/p' };
    for (const catalogue of Object.values(catalogues)) {
      for (const words of Object.values(catalogue.issues)) {
        for (const text of [words({}), words(params)]) {
          expect(text, 'a value that is not there must not show').not.toMatch(/undefined|NaN/);
        }
      }
      for (const words of Object.values(catalogue.failures)) {
        for (const text of [words.why({}), words.why(params), words.title]) {
          expect(text).not.toMatch(/undefined|NaN/);
          expect(text).not.toBe('');
        }
      }
    }
  });
});

it('the notice about unreadable recordings says how many', () => {
  const words = en.shell.notices.recordingsUnreadable;
  expect(words({ count: '3' })).toContain('3 recordings');
  expect(words({ count: '1' })).toContain('One recording');
  expect(zh.shell.notices.recordingsUnreadable({ count: '3' })).toContain('3 个');
});

describe('names', () => {
  it('come from the person, else from the catalogue', () => {
    expect(layoutName(en, { id: 'grid2x2', name: null })).toBe('Grid of four');
    expect(layoutName(zh, { id: 'grid2x2', name: null })).toBe('四宫格');
    expect(layoutName(en, { id: 'x', name: 'My own' })).toBe('My own');
    expect(regionName(en, { role: 'guest', number: 2, name: null })).toBe('Guest 2');
    expect(regionName(en, { role: 'host', number: 0, name: null })).toBe('Host');
    expect(regionName(en, { role: 'host', number: 0, name: 'Ana' })).toBe('Ana');
  });
});

describe('the language', () => {
  it('is the chosen one, else the system’s first that there is', () => {
    expect(tongueOf('zh', ['en-US'])).toBe('zh');
    expect(tongueOf('system', ['fr-FR', 'zh-Hans-CN', 'en'])).toBe('zh');
    expect(tongueOf('system', ['de-DE'])).toBe('en');
  });
});
