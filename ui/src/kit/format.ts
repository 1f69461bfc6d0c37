import { clockText } from './time';

export { clockText as formatDuration };

/** `locale` is the catalogue's, such as `en` or `zh-CN`. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** Decimal units, as file managers and buckets count. */
export function formatBytes(bytes: number, locale = 'en'): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return `${text} ${units[unit]}`;
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** A format of dates. Making one takes longer than using it, so each is made once. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join()}`;
  const made = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(key, made);
  return made;
}

/** A moment: the time alone for today, else day and time, with the year where it is another. */
export function formatWhen(ms: number, now: number, locale: string): string {
  const when = new Date(ms);
  const today = new Date(now);
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };
  if (when.toDateString() === today.toDateString()) {
    return dateFormat(locale, time).format(when);
  }
  const sameYear = when.getFullYear() === today.getFullYear();
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...time,
  }).format(when);
}
