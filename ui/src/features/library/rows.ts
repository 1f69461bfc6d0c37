/** The height of a row, in pixels. */
export const ROW = 39;
/** So many rows are drawn above and below what is in sight. */
const SPARE = 8;

/** The rows to draw: from the first up to, and without, the second. */
export function stretch(
  top: number,
  height: number,
  count: number,
): { from: number; until: number } {
  const from = Math.max(0, Math.floor(top / ROW) - SPARE);
  const until = Math.min(count, Math.ceil((top + height) / ROW) + SPARE);
  return { from: Math.min(from, until), until };
}

/** Where a key leads from a row; `null` where it leads nowhere. */
export function keyMove(
  key: string,
  from: number | null,
  count: number,
  height: number,
): number | null {
  if (count === 0) return null;
  const page = Math.max(1, Math.floor(height / ROW) - 2);
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  if (step === undefined) return null;
  // Nothing is selected yet: the first key takes the first row.
  const wanted = from === null && Number.isFinite(step) ? 0 : (from ?? 0) + step;
  return Math.min(count - 1, Math.max(0, wanted));
}
