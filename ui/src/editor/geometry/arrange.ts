import { around, type Box, bottom, boxOf, clamp, right, WHOLE } from './box';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export const edges: readonly Edge[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];
export type Direction = 'across' | 'down';

const canvas: Box = { x: 0, y: 0, width: WHOLE, height: WHOLE };

/** Aligns boxes to each other; one alone to the canvas. */
export function align(boxes: readonly Box[], edge: Edge): Box[] {
  const frame = boxes.length === 1 ? canvas : (around(boxes) ?? canvas);
  return boxes.map((box) => {
    const place = {
      left: { x: frame.x },
      centre: { x: frame.x + Math.round((frame.width - box.width) / 2) },
      right: { x: right(frame) - box.width },
      top: { y: frame.y },
      middle: { y: frame.y + Math.round((frame.height - box.height) / 2) },
      bottom: { y: bottom(frame) - box.height },
    }[edge];
    return { ...boxOf(box), ...place };
  });
}

/** Equal gaps between three or more; the outermost stay. */
export function distribute(boxes: readonly Box[], direction: Direction): Box[] {
  if (boxes.length < 3) return boxes.map(boxOf);
  const start = (box: Box) => (direction === 'across' ? box.x : box.y);
  const size = (box: Box) => (direction === 'across' ? box.width : box.height);
  const order = boxes.map((_, index) => index);
  const box = (index: number) => boxes[index] as Box;
  order.sort((a, b) => start(box(a)) - start(box(b)) || a - b);
  const from = Math.min(...boxes.map(start));
  const to = Math.max(...boxes.map((one) => start(one) + size(one)));
  const taken = boxes.reduce((sum, one) => sum + size(one), 0);
  const gap = (to - from - taken) / (boxes.length - 1);
  const result = boxes.map(boxOf);
  let at = from;
  for (const index of order) {
    const one = box(index);
    const place = clamp(Math.round(at), 0, WHOLE - size(one));
    result[index] =
      direction === 'across' ? { ...boxOf(one), x: place } : { ...boxOf(one), y: place };
    at += size(one) + gap;
  }
  return result;
}

/** All as large as the first, which is the one that was selected first. */
export function sameSize(boxes: readonly Box[]): Box[] {
  const [model] = boxes;
  if (model === undefined) return [];
  return boxes.map((box) => ({
    x: clamp(box.x, 0, WHOLE - model.width),
    y: clamp(box.y, 0, WHOLE - model.height),
    width: model.width,
    height: model.height,
  }));
}

/** Each takes the place and size of the next in the list: two change places. */
export function swap(boxes: readonly Box[]): Box[] {
  return boxes.map((_, index) => boxOf(boxes[(index + 1) % boxes.length] as Box));
}

/** Columns and rows in which so many look best on a canvas of this shape, for pictures of 16:9. */
export function gridFor(count: number, ratio: number): { columns: number; rows: number } {
  let best = { columns: 1, rows: Math.max(1, count), waste: Infinity };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const cell = (ratio * rows) / columns;
    const shape = Math.abs(Math.log(cell / (16 / 9)));
    const waste = shape + (columns * rows - count) * 0.12;
    if (waste < best.waste - 1e-9) best = { columns, rows, waste };
  }
  return { columns: best.columns, rows: best.rows };
}

/** Tidies into a grid that fills the canvas without seams, in reading order; a short last row is centred. */
export function tidy(boxes: readonly Box[], ratio: number): Box[] {
  const { columns, rows } = gridFor(boxes.length, ratio);
  const order = readingOrder(boxes);
  const result = boxes.map(boxOf);
  const cut = (n: number, of: number) => Math.round((n * WHOLE) / of);
  for (const [place, index] of order.entries()) {
    const row = Math.floor(place / columns);
    const column = place % columns;
    const inRow = row === rows - 1 ? boxes.length - row * columns : columns;
    const shift = Math.round(((columns - inRow) * WHOLE) / columns / 2);
    const left = cut(column, columns) + shift;
    const far = Math.min(cut(column + 1, columns) + shift, WHOLE);
    const top = cut(row, rows);
    result[index] = { x: left, y: top, width: far - left, height: cut(row + 1, rows) - top };
  }
  return result;
}

/** Indices from the top left to the bottom right, as one reads. */
export function readingOrder(boxes: readonly Box[]): number[] {
  const box = (index: number) => boxes[index] as Box;
  const left = boxes.map((_, index) => index).sort((a, b) => box(a).y - box(b).y || a - b);
  const result: number[] = [];
  while (left.length > 0) {
    const first = box(left[0] as number);
    // A row is whatever begins above the middle of its topmost box.
    const line = first.y + first.height / 2;
    const row = left.filter((index) => box(index).y < line);
    row.sort((a, b) => box(a).x - box(b).x || a - b);
    result.push(...row);
    left.splice(0, left.length, ...left.filter((index) => !row.includes(index)));
  }
  return result;
}
