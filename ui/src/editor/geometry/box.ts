/** Whole millionths of the canvas. */
export const WHOLE = 1_000_000;

/** A gesture makes no side smaller than this: 2 % of the canvas. */
export const LEAST = 20_000;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export const right = (box: Box) => box.x + box.width;
export const bottom = (box: Box) => box.y + box.height;
export const middle = (box: Box): Point => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

export function between(left: number, top: number, rightEdge: number, bottomEdge: number): Box {
  return { x: left, y: top, width: rightEdge - left, height: bottomEdge - top };
}

/** The smallest box around all; `null` around none. */
export function around(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (first === undefined) return null;
  let edges = { left: first.x, top: first.y, right: right(first), bottom: bottom(first) };
  for (const box of boxes) {
    edges = {
      left: Math.min(edges.left, box.x),
      top: Math.min(edges.top, box.y),
      right: Math.max(edges.right, right(box)),
      bottom: Math.max(edges.bottom, bottom(box)),
    };
  }
  return between(edges.left, edges.top, edges.right, edges.bottom);
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

export function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

export function boxOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

/** The nearest legal box: whole millionths, a size, inside the canvas. */
export function legalBox(box: Box): Box {
  const width = clamp(Math.round(box.width) || 0, 1, WHOLE);
  const height = clamp(Math.round(box.height) || 0, 1, WHOLE);
  return {
    x: clamp(Math.round(box.x) || 0, 0, WHOLE - width),
    y: clamp(Math.round(box.y) || 0, 0, WHOLE - height),
    width,
    height,
  };
}

/** Moved by whole millionths as far as the canvas allows. */
export function moved(box: Box, by: Point): Box {
  return {
    ...boxOf(box),
    x: clamp(Math.round(box.x + by.x), 0, WHOLE - box.width),
    y: clamp(Math.round(box.y + by.y), 0, WHOLE - box.height),
  };
}

/** Places that people write as fractions, such as thirds and twelfths. */
const FRACTIONS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((parts) =>
  Array.from({ length: parts - 1 }, (_, at) => Math.round(((at + 1) * WHOLE) / parts)),
);

/**
 * A third and a third are 666,666, and two thirds are 666,667. A far edge that misses a neighbour or a fraction of the
 * canvas by such a rounding meets it: three thirds then leave no seam.
 */
export function metBox(box: Box, others: readonly Box[]): Box {
  const near = (end: number, starts: readonly number[]) =>
    [...starts, WHOLE, ...FRACTIONS].find((at) => Math.abs(at - end) <= 1) ?? end;
  const width =
    near(
      right(box),
      others.map((other) => other.x),
    ) - box.x;
  const height =
    near(
      bottom(box),
      others.map((other) => other.y),
    ) - box.y;
  return { ...box, width: Math.max(1, width), height: Math.max(1, height) };
}
