import { formatWhen } from '../../kit';
import type { Messages } from '../../messages';
import { sameDay } from '../../recordings/clock';

const DAY = 24 * 60 * 60_000;

/** A moment of the past: "Today 10:00", "Yesterday 16:20", else the date. */
export function dayWords(at: number, now: number, m: Messages): string {
  if (sameDay(at, now)) return `${m.library.today} ${formatWhen(at, at, m.locale)}`;
  if (sameDay(at, now - DAY)) return `${m.library.yesterday} ${formatWhen(at, at, m.locale)}`;
  return formatWhen(at, now, m.locale);
}
