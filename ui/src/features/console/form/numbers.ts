import type { FieldData } from '../../../bridge';

/** What a person typed as a number; what is none stays the text that it is. */
export function numberOf(text: string): number | string {
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : text;
}

/** How far an arrow key goes where the smallest step is too small for a person. */
const SHARE_STEP = 0.01;

/** The next value up or down, within the range. */
export function stepped(
  { min, max, step, default: standard }: FieldData,
  value: unknown,
  direction: 1 | -1,
): number {
  const by = step === null || step < SHARE_STEP ? SHARE_STEP : step;
  const from = Number(value ?? standard ?? min ?? 0);
  const next = (Number.isFinite(from) ? from : 0) + direction * by;
  const rounded = Math.round(next / by) * by;
  const clean = Number(rounded.toFixed(6));
  return Math.min(
    max ?? Number.POSITIVE_INFINITY,
    Math.max(min ?? Number.NEGATIVE_INFINITY, clean),
  );
}
