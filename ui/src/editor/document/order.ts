import type { LayoutDocument, Region } from '../../bridge';

export type Step = 'forward' | 'backward' | 'front' | 'back';

/** Moves regions in the drawing order; the end of the array is in front. */
export function reorder(
  document: LayoutDocument,
  ids: readonly string[],
  step: Step,
): LayoutDocument {
  const chosen = new Set(ids);
  const isChosen = (region: Region | undefined) => region !== undefined && chosen.has(region.id);
  const { regions } = document;
  if (step === 'front' || step === 'back') {
    const moved = regions.filter(isChosen);
    const rest = regions.filter((region) => !isChosen(region));
    return withOrder(document, step === 'front' ? [...rest, ...moved] : [...moved, ...rest]);
  }
  const result = [...regions];
  const by = step === 'forward' ? 1 : -1;
  const indices = result.map((_, index) => index);
  for (const index of step === 'forward' ? indices.reverse() : indices) {
    const [here, there] = [result[index], result[index + by]];
    if (here && there && isChosen(here) && !isChosen(there)) {
      result[index] = there;
      result[index + by] = here;
    }
  }
  return withOrder(document, result);
}

/** Puts one region at a place in the drawing order. */
export function moveTo(document: LayoutDocument, id: string, index: number): LayoutDocument {
  const region = document.regions.find((one) => one.id === id);
  if (region === undefined) return document;
  const rest = document.regions.filter((one) => one !== region);
  rest.splice(Math.min(Math.max(index, 0), rest.length), 0, region);
  return withOrder(document, rest);
}

function withOrder(document: LayoutDocument, regions: Region[]): LayoutDocument {
  const same = regions.every((region, index) => region === document.regions[index]);
  return same ? document : { ...document, regions };
}
