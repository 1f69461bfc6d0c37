/** A stretch of the video that is in memory, in seconds. */
export interface Stretch {
  start: number;
  end: number;
}

/** How far ahead a gap may be jumped, in seconds. */
const GAP = 3;
/** How much must lie ahead before standing still counts as a stall and not as waiting for data. */
const AHEAD = 0.5;
const STEP = 0.1;

/**
 * Where a video that stands still should go on: a little further inside what is loaded, or at the
 * beginning of the next stretch. `null` when there is nothing to go on with, so it must wait.
 */
export function nudge(current: number, loaded: readonly Stretch[]): number | null {
  for (const stretch of loaded) {
    if (current >= stretch.start && current < stretch.end) {
      if (stretch.end - current > AHEAD) return current + STEP;
      continue;
    }
    if (stretch.start > current && stretch.start - current <= GAP) {
      return Math.min(stretch.start + STEP, stretch.end);
    }
  }
  return null;
}

/** A video's loaded stretches as plain numbers. */
export function stretches(ranges: TimeRanges): Stretch[] {
  return Array.from({ length: ranges.length }, (_, i) => ({
    start: ranges.start(i),
    end: ranges.end(i),
  }));
}
