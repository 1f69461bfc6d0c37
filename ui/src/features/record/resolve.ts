import type { Canvas, Layout, Setup, Storage } from '../../bridge';

type Shape = 'wide' | 'tall' | 'square';

function shapeOf({ width, height }: Canvas): Shape {
  if (width === height) return 'square';
  return width > height ? 'wide' : 'tall';
}

/** Layouts made for the picture's shape; for a square, where none is, the wide ones. */
export function fittingLayouts(layouts: readonly Layout[], picture: Canvas): Layout[] {
  const shape = shapeOf(picture);
  const same = layouts.filter((layout) => shapeOf(layout.document.canvas) === shape);
  return same.length > 0
    ? same
    : layouts.filter((layout) => shapeOf(layout.document.canvas) === 'wide');
}

/** Storages that an account can save to: practice has its own folder and nothing else. */
export function fittingStorages(storages: readonly Storage[], isPractice: boolean): Storage[] {
  return storages.filter((storage) => storage.practice === isPractice);
}

/**
 * The draft as it would be sent: with the chosen account, and with a layout and a storage that exist
 * and fit. What the person typed stays in the draft, so that going back to it loses nothing.
 */
export function resolveSetup(
  draft: Setup,
  accountId: string,
  layouts: readonly Layout[],
  storages: readonly Storage[],
): Setup {
  const fitting = fittingLayouts(layouts, draft.picture);
  const layout = fitting.find(({ id }) => id === draft.layoutId) ?? fitting[0];
  const places = fittingStorages(storages, accountId === 'practice');
  const storage = places.find(({ id }) => id === draft.storageId) ?? places[0];
  return {
    ...draft,
    accountId,
    layoutId: layout?.id ?? '',
    storageId: storage?.id ?? '',
  };
}
