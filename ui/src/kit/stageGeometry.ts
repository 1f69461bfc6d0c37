import type { Canvas, Fit, Region } from '../bridge';

/** Shares are whole millionths of the canvas. */
export const WHOLE = 1_000_000;

export type Camera = '16:9' | '4:3' | '9:16' | '1:1' | 'screen' | 'off' | 'absent';

/** A made-up person in the channel, in the order of joining. */
export interface StagePerson {
  id: string;
  camera: Camera;
  name?: string;
  /** Takes the region that is kept for this user ID. */
  uid?: string;
}

/** Whether somebody's camera is seen. */
export function isSeen(
  person: StagePerson | null,
): person is StagePerson & { camera: Exclude<Camera, 'off' | 'absent'> } {
  return person !== null && person.camera !== 'off' && person.camera !== 'absent';
}

/** Width over height of what a camera sends. */
export function cameraRatio(camera: Camera): number {
  if (camera === '4:3') return 4 / 3;
  if (camera === '9:16') return 9 / 16;
  if (camera === '1:1') return 1;
  return 16 / 9;
}

export function percent(millionths: number): number {
  return millionths / 10_000;
}

/** Width over height of a region on a canvas. */
export function regionRatio(region: Region, canvas: Canvas): number {
  return (region.width * canvas.width) / (region.height * canvas.height);
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a picture lies in its region, in per cent of the region: cut to fill it, or whole with bars. */
export function placePicture(region: number, picture: number, fit: Fit): Box {
  const isWider = picture > region;
  // The side that is filled exactly: cropping a wider picture fills the height, fitting it the width.
  const fillsHeight = fit === 'crop' ? isWider : !isWider;
  const width = fillsHeight ? (picture / region) * 100 : 100;
  const height = fillsHeight ? 100 : (region / picture) * 100;
  return { left: (100 - width) / 2, top: (100 - height) / 2, width, height };
}

/**
 * Who is seen where. Regions with a user ID wait for that user; the others are filled in the order of
 * joining by everybody who has no region of their own. Absent people take no place.
 */
export function seatPeople(
  regions: readonly Region[],
  people: readonly StagePerson[],
): (StagePerson | null)[] {
  const here = people.filter((person) => person.camera !== 'absent');
  const kept = new Set(regions.flatMap((region) => (region.uid === null ? [] : [region.uid])));
  const free = here.filter((person) => person.uid === undefined || !kept.has(person.uid));
  let next = 0;
  return regions.map((region) => {
    if (region.uid !== null) return here.find((person) => person.uid === region.uid) ?? null;
    const person = free[next] ?? null;
    next += 1;
    return person;
  });
}

/**
 * Made-up people for a preview, all with the same camera. With ordinary cameras, whoever lands on a
 * place for slides shares a screen.
 */
export function pretendPeople(
  count: number,
  regions: readonly Region[] = [],
  camera: Camera = '16:9',
): StagePerson[] {
  return Array.from({ length: count }, (_, index) => {
    const sharesScreen = camera === '16:9' && regions[index]?.role === 'slides';
    return { id: `p${index + 1}`, camera: sharesScreen ? 'screen' : camera };
  });
}
