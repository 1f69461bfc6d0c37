import type { LibraryWord } from '../../bridge';
import type { Messages } from '../../messages';
import { STANDINGS, standingWords } from '../../recordings/standing';

/** What is typed into the search, as the library understands it: words of this language become what they mean. */
export function readings(query: string, now: number, m: Messages): LibraryWord[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({
      anyOf: [word, ...months(word, m.locale), ...practice(word, m)],
      standings: STANDINGS.filter((one) =>
        standingWords(one, m).some((words) => fold(words).includes(word)),
      ),
      ...days(word, now, m),
    }));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A month's name as dates are kept, so that "nov" finds `2026-11-24`. */
function months(word: string, locale: string): string[] {
  if ([...word].length < 2) return [];
  const names = Array.from({ length: 12 }, (_, month) => {
    const day = new Date(2026, month, 1);
    return (['long', 'short'] as const).map((style) =>
      fold(new Intl.DateTimeFormat(locale, { month: style }).format(day)),
    );
  });
  return names.flatMap((both, month) =>
    both.some((name) => (word.length > 2 ? name.startsWith(word) : name === word))
      ? [`-${String(month + 1).padStart(2, '0')}-`]
      : [],
  );
}

function practice(word: string, m: Messages): string[] {
  const words = [m.shell.practiceFolder, m.shell.practiceAccount, m.library.practice];
  return words.some((one) => fold(one).includes(word)) ? ['practice'] : [];
}

/** "Today" and "yesterday" in this language. */
function days(
  word: string,
  now: number,
  m: Messages,
): { from: number | null; until: number | null } {
  if ([...word].length < 2) return { from: null, until: null };
  const isToday = fold(m.library.today).startsWith(word);
  const isYesterday = fold(m.library.yesterday).startsWith(word);
  if (!isToday && !isYesterday) return { from: null, until: null };
  return {
    from: midnight(now, isYesterday ? -1 : 0),
    until: midnight(now, isToday ? 1 : 0),
  };
}

function midnight(now: number, days: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}
