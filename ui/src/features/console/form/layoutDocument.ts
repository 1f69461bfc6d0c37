import type { LayoutDocument } from '../../../bridge';
import { isObject } from '../model/pointer';

/** A share of 1 in millionths, as layouts have them. */
const WHOLE = 1_000_000;

const share = (value: unknown, standard: number): number =>
  Math.round((typeof value === 'number' && Number.isFinite(value) ? value : standard) * WHOLE);
const side = (value: unknown, standard: number): number =>
  typeof value === 'number' && value > 0 ? value : standard;

/** What a body's regions look like, to draw them small. What can't be drawn is left out. */
export function documentOf(around: unknown): LayoutDocument {
  const holder = isObject(around) ? around : {};
  const list = Array.isArray(holder.layoutConfig) ? holder.layoutConfig : [];
  return {
    canvas: { width: side(holder.width, 16), height: side(holder.height, 9) },
    background: {
      color: typeof holder.backgroundColor === 'string' ? holder.backgroundColor : '#000000',
    },
    regions: list.filter(isObject).map((region, place) => ({
      id: String(place),
      role: 'person',
      number: place + 1,
      name: null,
      x: share(region.x_axis, 0),
      y: share(region.y_axis, 0),
      width: share(region.width, 0),
      height: share(region.height, 0),
      uid: typeof region.uid === 'string' ? region.uid : null,
      alpha: share(region.alpha, 1),
      fit: region.render_mode === 1 ? 'fit' : 'crop',
    })),
  };
}

/** Members of the service's own form of a layout that a layout decides. */
const TAKEN = [
  'mixedVideoLayout',
  'layoutConfig',
  'backgroundColor',
  'backgroundImage',
  'defaultUserBackgroundImage',
  'backgroundConfig',
];

/** The layout's members out of what the studio exports; `undefined` for those that it leaves out. */
export function membersOf(text: string): [string, unknown][] {
  const holder = find(JSON.parse(text));
  return TAKEN.map((name) => [name, holder?.[name]]);
}

function find(value: unknown): Record<string, unknown> | null {
  if (!isObject(value)) return null;
  if ('mixedVideoLayout' in value || 'layoutConfig' in value) return value;
  for (const inner of Object.values(value)) {
    const found = find(inner);
    if (found !== null) return found;
  }
  return null;
}
