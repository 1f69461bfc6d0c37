import type { Background, Canvas, LayoutDocument, Region, UserPicture } from '../../bridge';
import { type Box, boxOf, clamp, LEAST, legalBox, sameBox, WHOLE } from '../geometry/box';

/** The most regions that the service shows. */
export const MOST = 17;

export const isShown = (region: Region) => region.hidden !== true;
export const shownCount = (document: LayoutDocument) => document.regions.filter(isShown).length;
export const isFull = (document: LayoutDocument, more = 1) => shownCount(document) + more > MOST;

export function regionOf(document: LayoutDocument, id: string): Region | undefined {
  return document.regions.find((region) => region.id === id);
}

/** The document with some regions changed; itself where nothing is different. */
function mapRegions(document: LayoutDocument, change: (region: Region) => Region): LayoutDocument {
  let isChanged = false;
  const regions = document.regions.map((region) => {
    const fresh = change(region);
    if (fresh !== region) isChanged = true;
    return fresh;
  });
  return isChanged ? { ...document, regions } : document;
}

/** Puts regions at new places. */
export function place(document: LayoutDocument, boxes: ReadonlyMap<string, Box>): LayoutDocument {
  return mapRegions(document, (region) => {
    const box = boxes.get(region.id);
    if (box === undefined) return region;
    const legal = legalBox(box);
    return sameBox(region, legal) ? region : { ...region, ...boxOf(legal) };
  });
}

export type RegionChange = Partial<
  Pick<Region, 'name' | 'uid' | 'alpha' | 'fit' | 'hidden' | 'locked' | 'keepRatio' | 'extra'>
>;

/** Changes what is not a place. A user ID is in one region only: the other one lets it go. */
export function change(
  document: LayoutDocument,
  ids: readonly string[],
  to: RegionChange,
): LayoutDocument {
  const chosen = new Set(ids);
  const uid = to.uid ?? null;
  let room = MOST - shownCount(document);
  return mapRegions(document, (region) => {
    if (!chosen.has(region.id)) {
      return uid !== null && region.uid === uid ? { ...region, uid: null } : region;
    }
    const fresh: Region = { ...region, ...to };
    if (to.alpha !== undefined) fresh.alpha = clamp(Math.round(to.alpha), 0, WHOLE);
    if (region.hidden && to.hidden === false) {
      // An 18th region would not be shown, so it stays hidden.
      if (room <= 0) return region;
      room -= 1;
    }
    for (const flag of ['hidden', 'locked', 'keepRatio'] as const) {
      if (fresh[flag] === false) delete fresh[flag];
    }
    if (fresh.extra === undefined) delete fresh.extra;
    return isSame(region, fresh) ? region : fresh;
  });
}

function isSame(a: Region, b: Region): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Region>;
  return [...keys].every((key) => a[key] === b[key]);
}

/** Ids are never used again within a document, so that steps of the history stay apart. */
export function freshId(document: LayoutDocument, offset = 0): string {
  const numbers = document.regions.map((region) => Number(/^r(\d+)$/.exec(region.id)?.[1] ?? 0));
  return `r${Math.max(0, ...numbers) + 1 + offset}`;
}

function nextNumber(document: LayoutDocument): number {
  const taken = document.regions
    .filter((region) => region.role === 'person')
    .map((region) => region.number);
  return Math.max(0, ...taken) + 1;
}

/** Adds a region in front, a quarter of the canvas, where the fewest others are. */
export function add(document: LayoutDocument): LayoutDocument {
  if (isFull(document)) return document;
  const side = WHOLE / 4;
  let best = { x: 0, y: 0, covered: Infinity };
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      const spot = { x: column * side, y: row * side, width: side, height: side };
      const covered = document.regions.filter(isShown).reduce((sum, region) => {
        const wide = Math.min(spot.x + side, region.x + region.width) - Math.max(spot.x, region.x);
        const high = Math.min(spot.y + side, region.y + region.height) - Math.max(spot.y, region.y);
        return sum + Math.max(0, wide) * Math.max(0, high);
      }, 0);
      if (covered < best.covered) best = { x: spot.x, y: spot.y, covered };
    }
  }
  const region: Region = {
    id: freshId(document),
    role: 'person',
    number: nextNumber(document),
    name: null,
    x: best.x,
    y: best.y,
    width: side,
    height: side,
    uid: null,
    alpha: WHOLE,
    fit: 'crop',
  };
  return { ...document, regions: [...document.regions, region] };
}

/** Adds a region as it is, in front, under an id of its own; none where it would be the 18th. */
export function addCopy(document: LayoutDocument, model: Region): LayoutDocument {
  if (isFull(document)) return document;
  const isTaken = document.regions.some((region) => model.uid !== null && region.uid === model.uid);
  const region: Region = {
    ...model,
    ...legalBox(model),
    id: freshId(document),
    number: nextNumber(document),
    uid: isTaken ? null : model.uid,
  };
  return { ...document, regions: [...document.regions, region] };
}

/** Copies regions, a little to the side and in front; none where they would be more than 17. */
export function duplicate(
  document: LayoutDocument,
  ids: readonly string[],
  by = { x: LEAST, y: LEAST },
): { document: LayoutDocument; ids: string[] } {
  const models = document.regions.filter((region) => ids.includes(region.id));
  if (models.length === 0 || isFull(document, models.filter(isShown).length)) {
    return { document, ids: [] };
  }
  const first = nextNumber(document);
  const copies = models.map((model, index): Region => {
    const box = legalBox({ ...boxOf(model), x: model.x + by.x, y: model.y + by.y });
    const { locked: _locked, ...rest } = model;
    const named = model.name === null ? { role: 'person' as const, number: first + index } : {};
    return { ...rest, ...named, ...box, id: freshId(document, index), uid: null };
  });
  return {
    document: { ...document, regions: [...document.regions, ...copies] },
    ids: copies.map((copy) => copy.id),
  };
}

export function remove(document: LayoutDocument, ids: readonly string[]): LayoutDocument {
  const regions = document.regions.filter((region) => !ids.includes(region.id));
  return regions.length === document.regions.length ? document : { ...document, regions };
}

export function setBackground(document: LayoutDocument, to: Partial<Background>): LayoutDocument {
  const background: Background = { ...document.background, ...to };
  if (!background.image) delete background.image;
  if (!background.placeholder) delete background.placeholder;
  if (background.users?.length === 0) delete background.users;
  const before = document.background;
  const same = (['color', 'image', 'placeholder', 'users'] as const).every(
    (key) => before[key] === background[key],
  );
  return same ? document : { ...document, background };
}

/** The picture of one person who sends none; `null` takes it away. */
export function setUserPicture(
  document: LayoutDocument,
  uid: string,
  picture: Omit<UserPicture, 'uid'> | null,
): LayoutDocument {
  const users = document.background.users ?? [];
  const others = users.filter((one) => one.uid !== uid);
  if (picture === null) {
    return others.length === users.length ? document : setBackground(document, { users: others });
  }
  const fresh = { ...picture, uid };
  const isThere = others.length < users.length;
  return setBackground(document, {
    users: isThere ? users.map((one) => (one.uid === uid ? fresh : one)) : [...users, fresh],
  });
}

/** The most pixels that the service takes. */
export const MOST_PIXELS = 1920 * 1080;

export const isLegalCanvas = ({ width, height }: Canvas) =>
  Number.isInteger(width) &&
  Number.isInteger(height) &&
  width > 0 &&
  height > 0 &&
  width * height <= MOST_PIXELS;

/** Another shape; regions keep their shares. An illegal one changes nothing. */
export function setCanvas(document: LayoutDocument, canvas: Canvas): LayoutDocument {
  const same = canvas.width === document.canvas.width && canvas.height === document.canvas.height;
  return same || !isLegalCanvas(canvas) ? document : { ...document, canvas };
}

/** Everything from another layout, with the user IDs of the places that both have. */
export function takeOver(document: LayoutDocument, other: LayoutDocument): LayoutDocument {
  const regions = other.regions.map((region, index) => ({
    ...region,
    uid: region.uid ?? document.regions[index]?.uid ?? null,
  }));
  return { ...document, canvas: other.canvas, regions };
}

/** Why a document may not be kept or sent; `null` where it is legal. */
export function fault(document: LayoutDocument): string | null {
  if (!isLegalCanvas(document.canvas)) return 'canvas';
  if (shownCount(document) > MOST) return 'count';
  const ids = new Set(document.regions.map((region) => region.id));
  if (ids.size !== document.regions.length) return 'ids';
  const users = document.regions.flatMap((region) => region.uid ?? []);
  if (new Set(users).size !== users.length) return 'users';
  const isWhole = (value: number, least: number) =>
    Number.isInteger(value) && value >= least && value <= WHOLE;
  for (const region of document.regions) {
    const { x, y, width, height, alpha } = region;
    const whole = isWhole(x, 0) && isWhole(y, 0) && isWhole(width, 1) && isWhole(height, 1);
    if (!whole || !isWhole(alpha, 0)) return `number ${region.id}`;
    if (x + width > WHOLE || y + height > WHOLE) return `outside ${region.id}`;
  }
  return null;
}
