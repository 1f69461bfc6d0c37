import type { Background, Fit, LayoutDocument, Region } from '../bridge';
import { isSeen, type StagePerson } from './stageGeometry';

/** A picture that the service puts into a region. */
export interface RegionPicture {
  /** As the layout has it. */
  address: string;
  fit: Fit;
}

/**
 * What is shown in a region in place of a camera: a user's own picture, also while she is not there; for somebody
 * who is there without a camera else the picture for all such; `null` is whatever lies behind.
 */
export function pictureIn(
  region: Region,
  person: StagePerson | null,
  background: Background,
): RegionPicture | null {
  if (isSeen(person)) return null;
  const uid = region.uid ?? person?.uid;
  const own = background.users?.find((one) => one.uid === uid);
  if (own !== undefined) return { address: own.url, fit: own.fit };
  if (person === null || background.placeholder === undefined) return null;
  return { address: background.placeholder, fit: 'crop' };
}

/** Every address that a layout names. */
export function addressesOf({ background }: LayoutDocument): (string | undefined)[] {
  const users = background.users ?? [];
  return [background.image, background.placeholder, ...users.map((one) => one.url)];
}
