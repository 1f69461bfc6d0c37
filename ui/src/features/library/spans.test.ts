import { expect, it } from 'vitest';
import type { TimelineEntry } from '../../bridge';
import { NOON, recording } from '../../testing/samples';
import { layoutSpans } from './spans';

const changed = (at: number, layoutId: string): TimelineEntry => ({
  at,
  code: 'layoutChanged',
  level: 'ok',
  params: { layoutId },
});

it('tells which layout a recording had when, and for what share of it', () => {
  const one = recording({ startedAt: NOON, endedAt: NOON + 100_000 });
  const story = [
    changed(NOON - 5_000, 'before'),
    changed(NOON + 25_000, 'grid2x2'),
    changed(NOON + 75_000, 'sideBySide'),
    changed(NOON + 200_000, 'after'),
  ];
  const spans = layoutSpans(one, story);
  expect(spans.map(({ layout }) => layout.id)).toEqual([
    one.setup.layoutId,
    'grid2x2',
    'sideBySide',
  ]);
  expect(spans.map(({ share }) => share)).toEqual([0.25, 0.5, 0.25]);
});

it('has nothing to tell of what never ran, or still runs', () => {
  expect(layoutSpans(recording({ startedAt: null, endedAt: null }), [])).toEqual([]);
  expect(layoutSpans(recording({ startedAt: NOON, endedAt: null }), [])).toEqual([]);
});
