import type { LayoutDocument, Region } from '../bridge';
import { duplicate, isFull, isShown, place } from './document/edits';
import { around, type Box, boxOf, moved, overlap, type Point } from './geometry/box';
import { type Handle, resized, sidesOf } from './geometry/resize';
import {
  type Guide,
  type Held,
  nothingHeld,
  type SnapOptions,
  snapEdges,
  snapMove,
} from './geometry/snap';
import type { StepName } from './history';

/** Keys that are held while a gesture runs. */
export interface Modifiers {
  shift: boolean;
  alt: boolean;
  /** Ctrl, or Cmd on a Mac: no snapping. */
  control: boolean;
}

export type Aim =
  | { kind: 'move'; ids: readonly string[]; copies: boolean }
  | { kind: 'resize'; id: string; handle: Handle }
  | { kind: 'box'; keep: readonly string[] };

/** A gesture between press and release. Idle is `null`. */
export interface Gesture {
  aim: Aim;
  /** The document at the press: cancelling gives back this very object. */
  start: LayoutDocument;
  /** Where it was pressed, in pixels of the recorded picture. */
  origin: Point;
  /** Whether the pointer went far enough for a drag. */
  isDrag: boolean;
  preview: Preview;
  held: Held;
}

export interface Preview {
  /** New places by region id. */
  boxes: ReadonlyMap<string, Box>;
  guides: readonly Guide[];
  /** The selection box, in millionths. */
  frame: Box | null;
  /** What a selection box has in it. */
  inside: readonly string[];
}

export interface Surroundings {
  /** Millionths to a pixel of the recorded picture, each axis. */
  scale: Point;
  /** How far the pointer must go before it is a drag, in the same pixels. */
  threshold: number;
  /** `null` turns snapping off. */
  snap: SnapOptions | null;
}

const still: Preview = { boxes: new Map(), guides: [], frame: null, inside: [] };

export function press(aim: Aim, start: LayoutDocument, origin: Point): Gesture {
  return { aim, start, origin, isDrag: false, preview: still, held: nothingHeld };
}

/** The pointer moved, a modifier changed, or the view was zoomed. */
export function drag(
  gesture: Gesture,
  to: Point,
  modifiers: Modifiers,
  surroundings: Surroundings,
): Gesture {
  const way = { x: to.x - gesture.origin.x, y: to.y - gesture.origin.y };
  // Both were divided by the zoom, which costs the last digits.
  const isDrag = gesture.isDrag || Math.hypot(way.x, way.y) >= surroundings.threshold - 1e-6;
  if (!isDrag) return gesture;
  // Whole pixels of the recorded picture, so that nobody is left with half of one; snapping is finer.
  const { scale } = surroundings;
  const by = { x: Math.round(way.x) * scale.x, y: Math.round(way.y) * scale.y };
  const snap = modifiers.control ? null : surroundings.snap;
  const { aim } = gesture;
  const next =
    aim.kind === 'move'
      ? moving(gesture, aim.ids, by, modifiers, snap)
      : aim.kind === 'resize'
        ? resizing(gesture, aim, by, modifiers, snap)
        : framing(gesture, aim.keep, by, scale);
  return { ...gesture, isDrag: true, ...next };
}

type Outcome = Pick<Gesture, 'preview' | 'held'>;

const regionsOf = (document: LayoutDocument, ids: readonly string[]): Region[] =>
  document.regions.filter((region) => ids.includes(region.id));

const othersOf = (document: LayoutDocument, ids: readonly string[]): Region[] =>
  document.regions.filter((region) => isShown(region) && !ids.includes(region.id));

function moving(
  { start, held, aim }: Gesture,
  ids: readonly string[],
  by: Point,
  { shift }: Modifiers,
  snap: SnapOptions | null,
): Outcome {
  const regions = regionsOf(start, ids).filter((region) => !region.locked);
  const whole = around(regions);
  if (whole === null) return { preview: still, held: nothingHeld };
  // Shift keeps to the axis along which the pointer went farther.
  const along = shift && Math.abs(by.x) < Math.abs(by.y) ? { x: 0, y: by.y } : by;
  const asked = shift && along === by ? { x: by.x, y: 0 } : along;
  const there = moved(whole, asked);
  const copies = aim.kind === 'move' && aim.copies;
  const others = copies ? start.regions.filter(isShown) : othersOf(start, ids);
  const snapped = snap === null ? null : snapMove(there, others, snap, held);
  const landed = snapped === null ? there : moved(there, snapped.by);
  const way = { x: landed.x - whole.x, y: landed.y - whole.y };
  const boxes = new Map(regions.map((region) => [region.id, moved(region, way)]));
  return {
    preview: { ...still, boxes, guides: snapped?.guides ?? [] },
    held: snapped?.held ?? nothingHeld,
  };
}

function resizing(
  { start, held }: Gesture,
  { id, handle }: { id: string; handle: Handle },
  by: Point,
  { shift, alt }: Modifiers,
  snap: SnapOptions | null,
): Outcome {
  const [region] = regionsOf(start, [id]);
  if (region === undefined || region.locked) return { preview: still, held: nothingHeld };
  const options = { keepRatio: shift !== (region.keepRatio === true), fromCentre: alt };
  const free = resized(region, handle, by, options);
  const done = (box: Box, guides: readonly Guide[], holds: Held): Outcome => ({
    preview: { ...still, boxes: new Map([[id, box]]), guides },
    held: holds,
  });
  if (snap === null) return done(free, [], nothingHeld);
  const sides = sidesOf(handle);
  const edge = (side: number, near: number, size: number) =>
    side === 0 ? null : side < 0 ? near : near + size;
  const x = edge(sides.x, free.x, free.width);
  // With a fixed ratio one edge decides; the other would pull the ratio apart.
  const y = options.keepRatio && x !== null ? null : edge(sides.y, free.y, free.height);
  const snapped = snapEdges(free, { x, y }, othersOf(start, [id]), snap, held);
  const alone = options.keepRatio && x !== null;
  const box = resized(
    region,
    handle,
    {
      x: edgeWay(sides.x, region, free, 'x') + snapped.by.x,
      y: alone ? 0 : edgeWay(sides.y, region, free, 'y') + snapped.by.y,
    },
    options,
  );
  return done(box, snapped.guides, snapped.held);
}

/** How far the dragged edge really went. */
function edgeWay(side: number, before: Box, after: Box, axis: 'x' | 'y'): number {
  const size = axis === 'x' ? 'width' : 'height';
  if (side < 0) return after[axis] - before[axis];
  return side > 0 ? after[axis] + after[size] - before[axis] - before[size] : 0;
}

function framing(
  { start, origin }: Gesture,
  keep: readonly string[],
  by: Point,
  scale: Point,
): Outcome {
  const from = { x: origin.x * scale.x, y: origin.y * scale.y };
  const frame: Box = {
    x: Math.min(from.x, from.x + by.x),
    y: Math.min(from.y, from.y + by.y),
    width: Math.abs(by.x),
    height: Math.abs(by.y),
  };
  const touched = start.regions.filter((region) => isShown(region) && overlap(frame, region));
  const inside = [...new Set([...keep, ...touched.map((region) => region.id)])];
  return { preview: { ...still, frame, inside }, held: nothingHeld };
}

export interface Finished {
  document: LayoutDocument;
  /** `null` where nothing was done. */
  step: StepName | null;
  /** What is selected afterwards; `null` leaves it. */
  selection: readonly string[] | null;
  /** A copy was asked for and there is no room for it. */
  isFull?: boolean;
}

/** The pointer was let go: one step, or none where nothing changed. */
export function release(gesture: Gesture): Finished {
  const { aim, start, preview, isDrag } = gesture;
  const nothing: Finished = { document: start, step: null, selection: null };
  if (!isDrag) return nothing;
  if (aim.kind === 'box') return { ...nothing, selection: preview.inside };
  const changed = [...preview.boxes.keys()];
  const step = (code: 'move' | 'resize' | 'duplicate'): StepName => {
    const [only] = regionsOf(start, changed);
    return changed.length === 1 && only !== undefined
      ? { code, what: { role: only.role, number: only.number, name: only.name } }
      : { code, count: changed.length };
  };
  if (aim.kind === 'move' && aim.copies) {
    const models = regionsOf(start, changed);
    if (isFull(start, models.filter(isShown).length)) return { ...nothing, isFull: true };
    const copied = duplicate(start, changed, { x: 0, y: 0 });
    const boxes = new Map(
      copied.ids.map((id, index) => {
        const model = models[index];
        return [id, preview.boxes.get(model?.id ?? '') ?? boxOf(model as Region)];
      }),
    );
    return {
      document: place(copied.document, boxes),
      step: step('duplicate'),
      selection: copied.ids,
    };
  }
  const document = place(start, preview.boxes);
  if (document === start) return nothing;
  return { document, step: step(aim.kind === 'move' ? 'move' : 'resize'), selection: null };
}

/** Escape, a lost pointer, blur: everything is as it was, the same object. */
export function cancel(gesture: Gesture): LayoutDocument {
  return gesture.start;
}
