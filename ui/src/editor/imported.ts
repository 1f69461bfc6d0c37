import type { Issue, LayoutDocument } from '../bridge';
import type { Messages } from '../messages';
import { isShown } from './document/edits';

export type Fix = keyof Messages['editor']['pasteFixed'];

const PLACE = /^(.*?)(?:\/(layoutConfig|backgroundConfig|document\/regions))?\/(\d+)(?:\/([^/]+))?/;

/** The region or the picture that an issue is about, counted from 1 as people do. */
export function placeOf({ path }: Issue): { kind: 'region' | 'picture'; number: string } | null {
  const found = PLACE.exec(path);
  if (found === null) return null;
  const kind = found[2] === 'backgroundConfig' ? 'picture' : 'region';
  return { kind, number: String(Number(found[3]) + 1) };
}

const SIDES = ['x_axis', 'y_axis', 'width', 'height'];

/** What reading did about an issue; `null` where nothing had to be done. */
export function fixOf(issue: Issue): Fix | null {
  const { code, path, severity } = issue;
  const found = PLACE.exec(path);
  const member = found?.[4] ?? path.split('/').at(-1) ?? '';
  const isPicture = found?.[2] === 'backgroundConfig';
  if (code === 'unknownMember') return found === null ? null : 'asItIs';
  if (code === 'sameUserTwice') return 'first';
  if (code === 'tooMany' && found !== null) return 'hidden';
  if (code === 'regionOutsideCanvas') return 'cut';
  if (severity !== 'error') return null;
  if (path.startsWith('/document/')) return 'nearest';
  if (code === 'numberAsText') return 'read';
  if (member === 'uid') return code === 'wrongType' ? 'read' : isPicture ? 'pictureOut' : 'usual';
  if (SIDES.includes(member)) return 'regionOut';
  if (member === 'image_url') return 'pictureOut';
  return found !== null && found[4] === undefined ? null : 'usual';
}

/** What is to be said of one region of a document that is checked as it goes out: hidden ones have no place in it. */
export function issuesOf(
  document: LayoutDocument,
  issues: readonly Issue[],
  id: string,
): readonly Issue[] {
  const at = document.regions.filter(isShown).findIndex((region) => region.id === id);
  const begin = `/layoutConfig/${at}`;
  return issues.filter(
    ({ path, code }) =>
      at >= 0 && (path === begin || path.startsWith(`${begin}/`)) && !saidElsewhere.has(code),
  );
}

/** The panel has words of its own for these. */
const saidElsewhere: ReadonlySet<string> = new Set(['regionsOverlap', 'unknownMember']);
