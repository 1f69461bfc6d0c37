import { expect, it } from 'vitest';
import type { Recording } from '../../bridge';
import { en } from '../../messages/en';
import { zh } from '../../messages/zh';
import { everyState } from '../../testing/more';
import { shelf } from '../../testing/shelf';
import { readings } from './search';

// Noon, so that "yesterday" is the same one in every time zone.
const NOON = new Date(2026, 10, 24, 12).getTime();

function ids(query: string, messages = en, list: readonly Recording[] = everyState(NOON)) {
  const page = shelf(list, {
    words: readings(query, NOON, messages),
    standings: [],
    sort: 'started',
    descending: true,
    offset: 0,
    limit: 200,
  });
  return page.recordings.map((one) => one.id);
}

it('finds all words in any order and letter case', () => {
  expect(ids('TOWN  weekly')).toEqual(ids('weekly-town'));
  expect(ids('weekly nowhere'), 'each word must hold').toEqual([]);
  expect(ids('  '), 'an empty search shows everything').toHaveLength(everyState(NOON).length);
});

it.each([
  ['nobody joined', en],
  ['无人加入', zh],
])('knows “%s” as where a recording stands', (query, messages) => {
  expect(ids(query, messages)).toEqual(['empty']);
});

it('knows days and months by their names', () => {
  expect(ids('today')).not.toEqual([]);
  expect(ids('昨天', zh)).toEqual(ids('yesterday'));
  const words = readings('november', NOON, en);
  expect(words[0]?.anyOf, 'dates are kept with numbers').toEqual(['november', '-11-']);
  expect(readings('2026', NOON, en)[0]?.anyOf, 'a year is no month').toEqual(['2026']);
});
