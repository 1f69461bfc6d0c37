import type { Region } from '../bridge';
import {
  add,
  change,
  duplicate,
  isShown,
  MOST,
  place,
  type RegionChange,
  remove,
} from './document/edits';
import { reorder, type Step } from './document/order';
import {
  align,
  type Direction,
  distribute,
  type Edge,
  sameSize,
  swap,
  tidy,
} from './geometry/arrange';
import { type Box, boxOf, LEAST, metBox, moved, WHOLE } from './geometry/box';
import { resized } from './geometry/resize';
import type { StepCode, StepName } from './history';
import { chosen, documentNow, movable, say, select, step, useEditor } from './state';
import { pixel } from './units';

const subject = ({ role, number, name }: Region) => ({ role, number, name });

export function nameOf(code: StepCode, regions: readonly Region[]): StepName {
  const [only] = regions;
  return regions.length === 1 && only !== undefined
    ? { code, what: subject(only) }
    : { code, count: regions.length };
}

function arrange(code: StepCode, regions: readonly Region[], boxes: readonly Box[]): void {
  const places = new Map(regions.map((region, index) => [region.id, boxes[index] ?? region]));
  step(place(documentNow(), places), nameOf(code, regions));
}

export function alignTo(edge: Edge): void {
  const regions = movable();
  arrange('align', regions, align(regions, edge));
}

export function distributeAll(direction: Direction): void {
  const regions = movable();
  arrange('distribute', regions, distribute(regions, direction));
}

export function makeSameSize(): void {
  const regions = movable();
  arrange('sameSize', regions, sameSize(regions));
}

export function swapPlaces(): void {
  const regions = movable();
  arrange('swap', regions, swap(regions));
}

/** Into a grid over the whole canvas: the selected ones, or all where fewer than two are. */
export function tidyUp(): void {
  const document = documentNow();
  const few = movable().length < 2;
  const regions = few
    ? document.regions.filter((region) => isShown(region) && !region.locked)
    : movable();
  const { width, height } = document.canvas;
  arrange('tidy', regions, tidy(regions, width / height));
}

/** Moves or grows by pixels of the recorded picture. */
export function nudge(x: number, y: number, grows: boolean): Region[] {
  const { canvas } = documentNow();
  const by = { x: x * pixel(canvas.width), y: y * pixel(canvas.height) };
  const regions = movable();
  if (grows) {
    const free = { keepRatio: false, fromCentre: false };
    const boxes = regions.map((region) =>
      resized(region, 'se', by, { ...free, keepRatio: region.keepRatio === true }),
    );
    arrange('nudge', regions, boxes);
  } else {
    // All go as far as the one that can go least, so that they keep together.
    const ways = regions.map((region) => {
      const box = moved(region, by);
      return { x: box.x - region.x, y: box.y - region.y };
    });
    const least = (values: number[]) =>
      values.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), values[0] ?? 0);
    const way = { x: least(ways.map((one) => one.x)), y: least(ways.map((one) => one.y)) };
    arrange(
      'nudge',
      regions,
      regions.map((region) => moved(region, way)),
    );
  }
  return movable();
}

export function addRegion(): void {
  const document = documentNow();
  const next = add(document);
  const region = next.regions.at(-1);
  if (next === document || region === undefined) return;
  step(next, nameOf('add', [region]), [region.id]);
}

/** `false` where there is no room for the copies. */
export function duplicateChosen(): boolean {
  const document = documentNow();
  const regions = chosen();
  const copied = duplicate(
    document,
    regions.map((region) => region.id),
    { x: LEAST, y: LEAST },
  );
  if (copied.document === document) return regions.length === 0;
  step(copied.document, nameOf('duplicate', regions), copied.ids);
  return true;
}

/** Removes what is selected and selects its neighbour, so that the focus has a place to go to. */
export function removeChosen(): void {
  const document = documentNow();
  const regions = chosen();
  if (regions.length === 0) return;
  const ids = regions.map((region) => region.id);
  const at = document.regions.findIndex((region) => ids.includes(region.id));
  const next = remove(document, ids);
  const neighbour = next.regions[Math.min(at, next.regions.length - 1)];
  step(next, nameOf('remove', regions), neighbour ? [neighbour.id] : []);
}

export function orderChosen(to: Step): void {
  const regions = chosen();
  const ids = regions.map((region) => region.id);
  step(reorder(documentNow(), ids, to), nameOf('order', regions));
}

/** Changes what is not a place, of the selected regions or of those that are given. */
export function changeRegions(code: StepCode, to: RegionChange, ids?: readonly string[]): void {
  const document = documentNow();
  const wanted = ids ?? useEditor.getState().selection;
  const regions = document.regions.filter((region) => wanted.includes(region.id));
  const next = change(document, wanted, to);
  step(next, nameOf(code, regions));
}

export function toggleLock(): void {
  const isLocked = chosen().every((region) => region.locked);
  changeRegions(isLocked ? 'unlock' : 'lock', { locked: !isLocked });
}

/** `false` where a hidden one would be the 18th. */
export function toggleHidden(ids?: readonly string[]): boolean {
  const document = documentNow();
  const wanted = ids ?? useEditor.getState().selection;
  const regions = document.regions.filter((region) => wanted.includes(region.id));
  const areHidden = regions.every((region) => region.hidden);
  changeRegions(areHidden ? 'show' : 'hide', { hidden: !areHidden }, wanted);
  const shown = documentNow().regions.filter(isShown).length;
  return !(areHidden && documentNow() === document && shown >= MOST);
}

/** One number of the only selected region, kept legal: the far edge gives way, not the place typed. */
export function setNumber(region: Region, side: keyof Box, value: number): void {
  const box = boxOf(region);
  const isPlace = side === 'x' || side === 'y';
  const size = side === 'x' || side === 'width' ? 'width' : 'height';
  const from = side === 'x' || side === 'width' ? 'x' : 'y';
  if (isPlace) box[side] = Math.min(Math.max(value, 0), WHOLE - box[size]);
  else {
    const before = box[side];
    box[side] = Math.min(Math.max(value, 1), WHOLE - box[from]);
    if (region.keepRatio) {
      const other = side === 'width' ? 'height' : 'width';
      const otherFrom = side === 'width' ? 'y' : 'x';
      const wished = Math.round((box[other] * box[side]) / before);
      box[other] = Math.min(Math.max(wished, 1), WHOLE - box[otherFrom]);
    }
  }
  const others = documentNow().regions.filter((other) => other.id !== region.id);
  const met = metBox(box, others);
  step(place(documentNow(), new Map([[region.id, met]])), nameOf('numbers', [region]));
}

export function selectAll(): void {
  select(
    documentNow()
      .regions.filter(isShown)
      .map((region) => region.id),
  );
}

export function deselect(): void {
  select([]);
  say('');
}
