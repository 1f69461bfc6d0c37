import { WHOLE } from './geometry/box';

export type Unit = 'px' | '%' | 'fraction';
export const units: readonly Unit[] = ['px', '%', 'fraction'];

const TERM = /^\s*([+-])?\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*(?:\/\s*(\d+(?:[.,]\d+)?))?\s*(px|%)?\s*/i;

const number = (text: string) => Number(text.replace(',', '.'));

/**
 * Reads `640px`, `50%`, `1/3`, `0.25`, or a sum such as `100%-24px`, as millionths of a side that is `pixels`
 * long. A bare number has the unit of the field; below 1 with a decimal point it is a share. `null` is nonsense.
 */
export function parseLength(text: string, unit: Unit, pixels: number): number | null {
  let rest = text.trim();
  if (rest === '') return null;
  let sum = 0;
  let isFirst = true;
  while (rest !== '') {
    const found = TERM.exec(rest);
    if (found === null) return null;
    const [all, sign, amount = '', divisor, suffix] = found;
    if (!isFirst && sign === undefined) return null;
    const share = shareOf(amount, divisor, suffix?.toLowerCase(), unit, pixels);
    if (!Number.isFinite(share)) return null;
    sum += sign === '-' ? -share : share;
    rest = rest.slice(all.length);
    isFirst = false;
  }
  return Math.round(sum * WHOLE);
}

function shareOf(
  amount: string,
  divisor: string | undefined,
  suffix: string | undefined,
  unit: Unit,
  pixels: number,
): number {
  const value = number(amount) / (divisor === undefined ? 1 : number(divisor));
  if (suffix === 'px') return value / pixels;
  if (suffix === '%') return value / 100;
  if (divisor !== undefined || unit === 'fraction') return value;
  if (value < 1 && /[.,]/.test(amount)) return value;
  return unit === 'px' ? value / pixels : value / 100;
}

/** Writes millionths so that reading them back gives the same, in as few digits as possible. */
export function formatLength(millionths: number, unit: Unit, pixels: number): string {
  if (unit === 'fraction') {
    for (let divisor = 1; divisor <= 12; divisor += 1) {
      const part = Math.round((millionths / WHOLE) * divisor);
      if (Math.round((part / divisor) * WHOLE) !== millionths) continue;
      return divisor === 1 ? String(part) : `${part}/${divisor}`;
    }
    return String(millionths / WHOLE);
  }
  const value = unit === 'px' ? (millionths * pixels) / WHOLE : millionths / 10_000;
  for (let digits = 0; digits <= 6; digits += 1) {
    const text = value.toFixed(digits);
    // Below 1 a bare number would be read as a share.
    const written = Number(text) < 1 && digits > 0 ? `${text}${unit}` : text;
    if (parseLength(written, unit, pixels) === millionths) return written;
  }
  return `${value}${unit}`;
}

/**
 * As {@link formatLength}, but a pixel that is off by the rounding of thirds is shown whole: three thirds of
 * 1080 px are 360 px each, though one of them has a millionth more.
 */
export function showLength(millionths: number, unit: Unit, pixels: number): string {
  if (unit === 'px') {
    const whole = String(toPixels(millionths, pixels));
    const read = parseLength(whole, unit, pixels);
    if (read !== null && isSameLength(read, millionths)) return whole;
  }
  return formatLength(millionths, unit, pixels);
}

/** Whether two lengths differ by no more than the rounding of a millionth. */
export const isSameLength = (a: number, b: number) => Math.abs(a - b) <= 1;

/** What one pixel of the recorded picture is, in millionths. */
export function pixel(pixels: number): number {
  return WHOLE / pixels;
}

export function toPixels(millionths: number, pixels: number): number {
  return Math.round((millionths * pixels) / WHOLE);
}
