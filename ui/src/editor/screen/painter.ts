import type { LayoutDocument } from '../../bridge';
import { type Box, WHOLE } from '../geometry/box';
import type { Guide } from '../geometry/snap';
import type { Preview } from '../gesture';
import { toPixels } from '../units';
import styles from './Canvas.module.css';
import { onScreen, type Placing } from './placing';

/** The elements that a gesture moves without React: found once, written to, never measured. */
export interface Painter {
  regions: Map<string, HTMLElement>;
  outlines: Map<string, HTMLElement>;
  guides: HTMLElement | null;
  frame: HTMLElement | null;
  label: HTMLElement | null;
}

export const painter = (): Painter => ({
  regions: new Map(),
  outlines: new Map(),
  guides: null,
  frame: null,
  label: null,
});

function put(element: HTMLElement | null | undefined, box: Box, placing: Placing): void {
  if (!element) return;
  const rect = onScreen(box, placing);
  element.style.transform = `translate3d(${rect.left}px, ${rect.top}px, 0)`;
  element.style.width = `${rect.width}px`;
  element.style.height = `${rect.height}px`;
}

/** Shows a gesture: regions, outlines, guides, the selection box and what the numbers are now. */
export function paint(
  target: Painter,
  preview: Preview,
  document: LayoutDocument,
  placing: Placing,
  onlyOutlines: boolean,
): void {
  for (const [id, box] of preview.boxes) {
    if (!onlyOutlines) put(target.regions.get(id), box, placing);
    put(target.outlines.get(id), box, placing);
  }
  paintGuides(target.guides, preview.guides, document, placing);
  const { frame, label } = target;
  if (frame) {
    frame.hidden = preview.frame === null;
    if (preview.frame !== null) put(frame, preview.frame, placing);
  }
  if (label) {
    const [only] = preview.boxes.values();
    label.hidden = preview.boxes.size !== 1 || only === undefined;
    if (only !== undefined) paintLabel(label, only, document, placing);
  }
}

function paintLabel(label: HTMLElement, box: Box, { canvas }: LayoutDocument, placing: Placing) {
  const rect = onScreen(box, placing);
  const x = toPixels(box.x, canvas.width);
  const y = toPixels(box.y, canvas.height);
  const width = toPixels(box.x + box.width, canvas.width) - x;
  const height = toPixels(box.y + box.height, canvas.height) - y;
  const text = `${width} × ${height} · ${x}, ${y}`;
  if (label.textContent !== text) label.textContent = text;
  const below = rect.top + rect.height + 8;
  const isInside = below + 26 > placing.height;
  const top = isInside ? Math.max(8, rect.top + rect.height - 58) : below;
  label.style.transform = `translate3d(${rect.left + 10}px, ${top}px, 0)`;
}

function paintGuides(
  holder: HTMLElement | null,
  guides: readonly Guide[],
  { canvas }: LayoutDocument,
  placing: Placing,
): void {
  if (holder === null) return;
  for (let index = holder.childElementCount; index < guides.length; index += 1) {
    holder.append(holder.ownerDocument.createElement('i'));
  }
  for (const [index, element] of [...holder.children].entries()) {
    const line = element as HTMLElement;
    const guide = guides[index];
    line.hidden = guide === undefined;
    if (guide === undefined) continue;
    const isAcross = guide.axis === 'x';
    // A line runs across its axis; a gap runs along it.
    const isUpright = guide.kind === 'edge' ? isAcross : !isAcross;
    const along = isUpright ? placing.height : placing.width;
    const over = isUpright ? placing.width : placing.height;
    const reach = guide.kind === 'edge' ? 12 : 0;
    const from = Math.round((guide.from * along) / WHOLE) - reach;
    const length = Math.round(((guide.to - guide.from) * along) / WHOLE) + 2 * reach;
    const at = Math.round((guide.at * over) / WHOLE);
    const [x, y] = isUpright ? [at, from] : [from, at];
    line.className = guide.kind === 'gap' ? (styles.gap ?? '') : (styles.guide ?? '');
    line.style.transform = `translate3d(${x}px, ${y}px, 0)`;
    line.style.width = isUpright ? '1px' : `${length}px`;
    line.style.height = isUpright ? `${length}px` : '1px';
    const pixels = toPixels(guide.length ?? 0, isAcross ? canvas.width : canvas.height);
    line.dataset.length = guide.kind === 'gap' ? String(pixels) : '';
  }
}
