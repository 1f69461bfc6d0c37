import type { Layout } from '../../bridge';

/** The layouts on the keys 1 to 9: one's own first, then the templates in the order of the gallery. */
export function scenesOf(layouts: readonly Layout[]): Layout[] {
  const own = layouts.filter((layout) => !layout.template);
  const templates = layouts.filter((layout) => layout.template);
  return [...own, ...templates].slice(0, 9);
}
