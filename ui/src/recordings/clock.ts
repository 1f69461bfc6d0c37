/** A time of day to the second, in 24 hours, such as `14:02:11`. */
export function clockTime(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** A time of day to the minute, such as `16:02`; with the date where it is not today's. */
export function shortTime(at: number, now: number, locale: string): string {
  const date = new Date(at);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (sameDay(at, now)) return time;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(date);
  return `${day} ${time}`;
}

/** Both times lie in one day of this computer's time zone. */
export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
