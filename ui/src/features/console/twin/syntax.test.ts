import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { brokenAt } from './syntax';

/** The line that is marked, counted from one. */
function markedLine(text: string): number {
  const state = EditorState.create({ doc: text, extensions: [json()] });
  return state.doc.lineAt(brokenAt(state).from).number;
}

describe('where a text stops being JSON', () => {
  it.each([
    ['a word without quotation marks', '{\n  "cname": "a",\n  "uid": nobody\n}', 3],
    ['a comma too many', '{\n  "cname": "a",\n}', 3],
    ['a colon that is missing', '{\n  "cname" "a"\n}', 2],
    ['what follows the end', '{}\n\n]', 3],
  ])('is marked at its line: %s', (_, text, line) => {
    expect(markedLine(text), text).toBe(line);
  });

  it('is somewhere in the text, whatever stands there', () => {
    for (const text of ['', '{', '"\\x"', '[1,']) {
      const state = EditorState.create({ doc: text, extensions: [json()] });
      const { from, to } = brokenAt(state);
      expect(from >= 0 && from <= to && to <= text.length, `${text}: ${from} to ${to}`).toBe(true);
    }
  });
});
