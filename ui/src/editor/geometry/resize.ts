import { type Box, between, bottom, clamp, LEAST, type Point, right, WHOLE } from './box';

export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w';
export const handles: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

export interface ResizeOptions {
  /** Width and height change together. */
  keepRatio: boolean;
  /** Both sides move, the centre stays. */
  fromCentre: boolean;
}

/** Which edges a handle drags: -1 the near one, 1 the far one, 0 none. */
export function sidesOf(handle: Handle): Point {
  return {
    x: handle.includes('w') ? -1 : handle.includes('e') ? 1 : 0,
    y: handle.includes('n') ? -1 : handle.includes('s') ? 1 : 0,
  };
}

/** A side that is smaller already, as imported ones may be, does not have to grow. */
const least = (side: number) => Math.min(LEAST, side);

/** The box after a handle was dragged by so much: legal, and never below 2 % a side. */
export function resized(box: Box, handle: Handle, by: Point, options: ResizeOptions): Box {
  const sides = sidesOf(handle);
  return options.keepRatio
    ? scaled(box, sides, by, options.fromCentre)
    : stretched(box, sides, by, options.fromCentre);
}

function stretched(box: Box, sides: Point, by: Point, fromCentre: boolean): Box {
  const [left, far] = edges(box.x, right(box), sides.x, by.x, fromCentre);
  const [top, low] = edges(box.y, bottom(box), sides.y, by.y, fromCentre);
  return between(left, top, far, low);
}

function edges(
  near: number,
  far: number,
  side: number,
  by: number,
  fromCentre: boolean,
): [number, number] {
  if (side === 0) return [near, far];
  const size = far - near;
  if (fromCentre) {
    const room = Math.min(near, WHOLE - far);
    const grow = clamp(Math.round(by * side), Math.ceil((least(size) - size) / 2), room);
    return [near - grow, far + grow];
  }
  return side < 0
    ? [clamp(Math.round(near + by), 0, far - least(size)), far]
    : [near, clamp(Math.round(far + by), near + least(size), WHOLE)];
}

/** One factor for both sides, taken from the axis that was dragged farther. */
function scaled(box: Box, sides: Point, by: Point, fromCentre: boolean): Box {
  const doubled = fromCentre ? 2 : 1;
  const x = sides.x === 0 ? null : 1 + (by.x * sides.x * doubled) / box.width;
  const y = sides.y === 0 ? null : 1 + (by.y * sides.y * doubled) / box.height;
  const asked =
    x === null || y === null ? (x ?? y ?? 1) : Math.abs(x - 1) >= Math.abs(y - 1) ? x : y;
  // The point that stays: the opposite corner, the middle of the opposite side, or the centre.
  const still = (near: number, size: number, side: number) =>
    fromCentre || side === 0 ? near + size / 2 : side < 0 ? near + size : near;
  const anchor = { x: still(box.x, box.width, sides.x), y: still(box.y, box.height, sides.y) };
  const room = (near: number, size: number, at: number) =>
    Math.min(
      at > near ? at / (at - near) : Infinity,
      near + size > at ? (WHOLE - at) / (near + size - at) : Infinity,
    );
  const most = Math.min(room(box.x, box.width, anchor.x), room(box.y, box.height, anchor.y));
  const smallest = Math.max(least(box.width) / box.width, least(box.height) / box.height);
  const factor = clamp(asked, smallest, most);
  const width = clamp(Math.round(box.width * factor), 1, WHOLE);
  const height = clamp(Math.round(box.height * factor), 1, WHOLE);
  const place = (at: number, near: number, size: number, fresh: number) =>
    clamp(Math.round(at - ((at - near) / size) * fresh), 0, WHOLE - fresh);
  return {
    x: place(anchor.x, box.x, box.width, width),
    y: place(anchor.y, box.y, box.height, height),
    width,
    height,
  };
}
