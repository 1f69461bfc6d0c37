import type { Canvas, Layout } from '../../bridge';
import { layoutName, type Messages } from '../../messages';

export type Shape = 'wide' | 'tall' | 'square' | 'other';

/** What people call a canvas's shape. */
export function shapeOf({ width, height }: Canvas): Shape {
  if (width * 9 === height * 16) return 'wide';
  if (width * 16 === height * 9) return 'tall';
  return width === height ? 'square' : 'other';
}

/** Layouts whose name holds all the words, in the shape asked for. */
export function findLayouts(
  layouts: readonly Layout[],
  search: string,
  shape: Shape | 'all',
  messages: Messages,
): Layout[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return layouts.filter((layout) => {
    const name = layoutName(messages, layout).toLocaleLowerCase();
    return (
      (shape === 'all' || shapeOf(layout.document.canvas) === shape) &&
      words.every((word) => name.includes(word))
    );
  });
}
