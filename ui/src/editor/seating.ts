import type { LayoutDocument, Region } from '../bridge';
import { type Camera, type StagePerson, seatPeople } from '../kit';
import { isShown } from './document/edits';
import { overlap } from './geometry/box';

/** Who is seen in which region, by region id; hidden regions take nobody. */
export function seats(
  document: LayoutDocument,
  people: readonly StagePerson[],
): Map<string, StagePerson | null> {
  const shown = document.regions.filter(isShown);
  const taken = seatPeople(shown, people);
  return new Map(shown.map((region, index) => [region.id, taken[index] ?? null]));
}

/** Pretend people for a document: whoever a region is kept for comes first, the others join after. */
export function pretend(
  document: LayoutDocument,
  count: number,
  cameras: readonly Camera[],
): StagePerson[] {
  const fixed = document.regions.filter(isShown).flatMap((region) => region.uid ?? []);
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    camera: cameras[index] ?? cameras.at(-1) ?? '16:9',
    ...(fixed[index] === undefined ? {} : { uid: fixed[index] }),
  }));
}

/** Regions kept for somebody who is not in the channel; `null` people: nobody knows. */
export function absentees(
  document: LayoutDocument,
  people: readonly number[] | null,
): ReadonlySet<string> {
  if (people === null) return new Set();
  const here = new Set(people.map(String));
  const missing = document.regions.filter(
    (region) => isShown(region) && region.uid !== null && !here.has(region.uid),
  );
  return new Set(missing.map((region) => region.id));
}

/** The regions that one lies over or under. */
export function overlaps(document: LayoutDocument, region: Region): Region[] {
  if (!isShown(region)) return [];
  return document.regions.filter(
    (other) => other.id !== region.id && isShown(other) && overlap(region, other),
  );
}

/** The number in the order of joining of those regions that wait for whoever comes next. */
export function joinOrder(document: LayoutDocument): Map<string, number> {
  const free = document.regions.filter((region) => isShown(region) && region.uid === null);
  return new Map(free.map((region, index) => [region.id, index + 1]));
}
