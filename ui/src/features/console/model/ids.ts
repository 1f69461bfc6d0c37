/** A resource is good for a start within this time after acquire, by the service's reference; in milliseconds. */
export const RESOURCE_LIFE_MS = 5 * 60_000;

/** How long a resource is still good for a start, in milliseconds; nothing when it is too late. */
export function resourceLeft(acquiredAt: number, now: number): number {
  return Math.max(0, acquiredAt + RESOURCE_LIFE_MS - now);
}

/** A short time in words: `4m 48s`. */
export function ago(ms: number, locale: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const part = (value: number, unit: 'second' | 'minute' | 'hour') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts: string[] = [];
  if (hours > 0) parts.push(part(hours, 'hour'));
  if (minutes > 0) parts.push(part(minutes, 'minute'));
  if (hours === 0 && (minutes === 0 || seconds % 60 > 0)) parts.push(part(seconds % 60, 'second'));
  return parts.join(' ');
}
