import type { LibraryPage, LibraryQuery, LibraryWord, Recording, Standing } from '../bridge';
import { standingOf } from '../recordings/standing';

/** Searches made-up recordings as the studio searches the real ones. */
export function shelf(recordings: readonly Recording[], query: LibraryQuery): LibraryPage {
  const found = recordings.filter(
    (one) => holdsOne(query.standings, one) && query.words.every((word) => holds(word, one)),
  );
  const sign = query.descending ? -1 : 1;
  const sorted = found.sort((a, b) => sign * compare(query, a, b) || begun(b) - begun(a));
  return {
    recordings: sorted.slice(query.offset, query.offset + query.limit),
    count: found.length,
    all: recordings.length,
  };
}

const begun = (one: Recording) => one.startedAt ?? one.createdAt;

function holdsOne(standings: readonly Standing[], one: Recording): boolean {
  return standings.length === 0 || standings.includes(standingOf(one));
}

function holds(word: LibraryWord, one: Recording): boolean {
  const day = new Date(begun(one));
  const two = (n: number) => String(n).padStart(2, '0');
  const text = [
    one.channel,
    `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    one.storageName,
    one.accountName,
    one.practice ? 'practice' : '',
    ...one.files,
  ]
    .join('\n')
    .toLowerCase();
  const isWithin =
    (word.from !== null || word.until !== null) &&
    begun(one) >= (word.from ?? Number.NEGATIVE_INFINITY) &&
    begun(one) < (word.until ?? Number.POSITIVE_INFINITY);
  return (
    isWithin ||
    word.standings.includes(standingOf(one)) ||
    word.anyOf.some((part) => text.includes(part.toLowerCase()))
  );
}

function compare(query: LibraryQuery, a: Recording, b: Recording): number {
  switch (query.sort) {
    case 'channel':
      return a.channel.localeCompare(b.channel, undefined, { numeric: true });
    case 'started':
      return begun(a) - begun(b);
    case 'length':
      return (a.endedAt ?? 0) - begun(a) - ((b.endedAt ?? 0) - begun(b));
    case 'files':
      return a.files.length - b.files.length;
    case 'state':
      return standingOf(a).localeCompare(standingOf(b));
  }
}
