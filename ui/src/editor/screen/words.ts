import type { LayoutDocument, Region } from '../../bridge';
import { type Messages, regionName } from '../../messages';
import type { StepName } from '../history';
import { toPixels } from '../units';

/** A user's ID as the service has it. */
export const isUid = (text: string) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 4_294_967_295;

/** A region's colour goes with its id, so that it stays when the order changes. */
export function colourOf(region: Region): number {
  return Number(/\d+$/.exec(region.id)?.[0] ?? 1) - 1;
}

export function pixelsOf(region: Region, { canvas }: LayoutDocument) {
  const x = toPixels(region.x, canvas.width);
  const y = toPixels(region.y, canvas.height);
  return {
    x,
    y,
    width: toPixels(region.x + region.width, canvas.width) - x,
    height: toPixels(region.y + region.height, canvas.height) - y,
  };
}

/** A region as the screen reader says it: name, place and size, who is there, what is special. */
export function spoken(
  messages: Messages,
  region: Region,
  document: LayoutDocument,
  isAbsent: boolean,
): string {
  const { editor, layouts } = messages;
  const { x, y, width, height } = pixelsOf(region, document);
  const text = (value: number) => String(value);
  const flags = [
    region.locked ? editor.flags.locked : null,
    region.hidden ? editor.flags.hidden : null,
    isAbsent ? editor.flags.absent : null,
  ].filter((flag) => flag !== null);
  return editor.spoken(
    regionName(messages, region),
    editor.spokenPlace(text(width), text(height), text(x), text(y)),
    region.uid === null ? layouts.nextPerson : layouts.fixedPerson(region.uid),
    flags.map((flag) => `, ${flag}`).join(''),
  );
}

/** A step of the history in words. */
export function stepWords(messages: Messages, { code, what, count }: StepName): string {
  const { editor } = messages;
  const subject = what === undefined ? editor.several(count ?? 0) : regionName(messages, what);
  return editor.steps[code](subject);
}
