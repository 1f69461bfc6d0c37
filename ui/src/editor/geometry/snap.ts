import { type Box, bottom, overlap, type Point, right, WHOLE } from './box';

/** How far a snap holds once it holds, in distances: it lets go late. */
export const HOLD = 1.5;

export type Axis = 'x' | 'y';

/** A line to show while a gesture runs, in millionths. */
export interface Guide {
  axis: Axis;
  /** Where the line crosses its axis. */
  at: number;
  from: number;
  to: number;
  kind: 'edge' | 'gap';
  /** For a gap: how wide it is. */
  length?: number;
}

export interface SnapOptions {
  /** How near a line must be, in millionths of each axis. */
  distance: Point;
  /** Also to 3.5 % and 5 % from each edge. */
  safe: boolean;
  /** Columns and rows of a grid; none at 0. */
  grid: number;
}

export interface Held {
  x: number | null;
  y: number | null;
}

export const nothingHeld: Held = { x: null, y: null };

export interface Snapped {
  by: Point;
  guides: Guide[];
  /** The lines that hold now; given back at the next step. */
  held: Held;
}

interface Line {
  at: number;
  /** How far the line reaches across, so that the guide touches what it is a line of. */
  from: number;
  to: number;
}

const start = (box: Box, axis: Axis) => (axis === 'x' ? box.x : box.y);
const end = (box: Box, axis: Axis) => (axis === 'x' ? right(box) : bottom(box));
const across = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');

/** Every line that edges and centres are drawn to. */
export function linesOf(others: readonly Box[], axis: Axis, options: SnapOptions): Line[] {
  const shares = [0, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 1];
  if (options.safe) shares.push(0.035, 0.05, 0.95, 0.965);
  for (let n = 1; n < options.grid; n += 1) shares.push(n / options.grid);
  const lines = shares.map((share) => ({ at: Math.round(share * WHOLE), from: 0, to: WHOLE }));
  for (const other of others) {
    const from = start(other, across(axis));
    const to = end(other, across(axis));
    const near = start(other, axis);
    const far = end(other, axis);
    for (const at of [near, Math.round((near + far) / 2), far]) lines.push({ at, from, to });
  }
  return lines;
}

interface Pull {
  by: number;
  at: number;
  guides: Guide[];
}

function pullTo(
  points: readonly number[],
  lines: readonly Line[],
  axis: Axis,
  reach: number,
  held: number | null,
  box: Box,
): Pull | null {
  let best: Pull | null = null;
  for (const line of lines) {
    for (const point of points) {
      const by = line.at - point;
      const limit = line.at === held ? reach * HOLD : reach;
      if (Math.abs(by) > limit) continue;
      // A line that holds is kept against a nearer one until it lets go.
      const rank = line.at === held ? Math.abs(by) / HOLD : Math.abs(by);
      const bestRank = best === null ? Infinity : rankOf(best, held);
      if (rank < bestRank) best = { by, at: line.at, guides: [] };
    }
  }
  if (best === null) return null;
  const { at } = best;
  const touched = lines.filter((line) => line.at === at);
  const side = across(axis);
  const from = Math.min(start(box, side), ...touched.map((line) => line.from));
  const to = Math.max(end(box, side), ...touched.map((line) => line.to));
  return { ...best, guides: [{ axis, at, from, to, kind: 'edge' }] };
}

function rankOf(pull: Pull, held: number | null): number {
  return pull.at === held ? Math.abs(pull.by) / HOLD : Math.abs(pull.by);
}

/** Places where the gaps to the neighbours become equal. */
function pullToGap(box: Box, others: readonly Box[], axis: Axis, reach: number): Pull | null {
  const side = across(axis);
  const lane = others.filter(
    (other) => start(other, side) < end(box, side) && start(box, side) < end(other, side),
  );
  const sorted = [...lane].sort((a, b) => start(a, axis) - start(b, axis));
  const size = end(box, axis) - start(box, axis);
  const level = Math.round((start(box, side) + end(box, side)) / 2);
  let best: Pull | null = null;
  const offer = (place: number, gaps: [number, number][]) => {
    const by = Math.round(place) - start(box, axis);
    if (Math.abs(by) > reach || (best !== null && Math.abs(by) >= Math.abs(best.by))) return;
    const guides = gaps.map(
      ([from, to]): Guide => ({ axis, at: level, from, to, kind: 'gap', length: to - from }),
    );
    best = { by, at: start(box, axis) + by, guides };
  };
  for (const [index, a] of sorted.entries()) {
    for (const b of sorted.slice(index + 1)) {
      const [from, to] = [end(a, axis), start(b, axis)];
      const gap = to - from;
      if (gap <= 0) continue;
      const after = end(b, axis) + gap;
      if (after + size <= WHOLE) {
        offer(after, [
          [from, to],
          [end(b, axis), after],
        ]);
      }
      const before = start(a, axis) - gap - size;
      if (before >= 0) {
        offer(before, [
          [before + size, start(a, axis)],
          [from, to],
        ]);
      }
      if (gap > size) {
        const place = Math.round((from + to - size) / 2);
        offer(place, [
          [from, place],
          [place + size, to],
        ]);
      }
    }
  }
  return best;
}

/** How far a box that is moved gives way to the lines around it. */
export function snapMove(
  box: Box,
  others: readonly Box[],
  options: SnapOptions,
  held: Held = nothingHeld,
): Snapped {
  const along = (axis: Axis): Pull | null => {
    const points = [start(box, axis), (start(box, axis) + end(box, axis)) / 2, end(box, axis)];
    const reach = options.distance[axis];
    const lines = linesOf(others, axis, options);
    const line = pullTo(points, lines, axis, reach, held[axis], box);
    const gap = pullToGap(box, others, axis, reach);
    if (line === null || gap === null) return line ?? gap;
    return Math.abs(gap.by) < rankOf(line, held[axis]) ? gap : line;
  };
  return together(along('x'), along('y'));
}

/** How far the edges that are being dragged give way. */
export function snapEdges(
  box: Box,
  edges: { x: number | null; y: number | null },
  others: readonly Box[],
  options: SnapOptions,
  held: Held = nothingHeld,
): Snapped {
  const along = (axis: Axis): Pull | null => {
    const edge = edges[axis];
    if (edge === null) return null;
    const lines = linesOf(others, axis, options);
    return pullTo([edge], lines, axis, options.distance[axis], held[axis], box);
  };
  return together(along('x'), along('y'));
}

function together(x: Pull | null, y: Pull | null): Snapped {
  const line = (pull: Pull | null) =>
    pull?.guides.some((guide) => guide.kind === 'edge') ? pull.at : null;
  return {
    by: { x: Math.round(x?.by ?? 0), y: Math.round(y?.by ?? 0) },
    guides: [...(x?.guides ?? []), ...(y?.guides ?? [])],
    held: { x: line(x), y: line(y) },
  };
}

/** Regions that lie over each other, as pairs of indices; later ones are meant to be in front. */
export function overlapping(boxes: readonly Box[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [index, box] of boxes.entries()) {
    for (let other = index + 1; other < boxes.length; other += 1) {
      const second = boxes[other];
      if (second !== undefined && overlap(box, second)) pairs.push([index, other]);
    }
  }
  return pairs;
}
