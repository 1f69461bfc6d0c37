import type { Mode } from '../../../bridge';
import { pointerOf, tokensOf, valueAt, withoutValueAndShells, withValue } from './pointer';
import { type CallForm, isShown, nodesAt, walk } from './rows';

/** A value that has no use at present; it comes back when it has one again. */
export interface Parked {
  /** JSON pointer of where it stood. */
  pointer: string;
  value: unknown;
  /** Key of its words. */
  help: string;
}

interface Situation {
  body: unknown;
  mode: Mode;
}

/** Pointers of the outermost values that have no use. */
function idle(form: CallForm, { body, mode }: Situation): Map<string, Parked> {
  const found = new Map<string, Parked>();
  walk(form, body, ({ row }, tokens, value) => {
    if (isShown(form, row, tokens, body, mode)) return undefined;
    const pointer = pointerOf(tokens);
    found.set(pointer, { pointer, value, help: row.help });
    return 'skip';
  });
  return found;
}

/**
 * Sets aside what lost its use between two situations, and brings back what has one again. What had
 * none before stays where it is: somebody wrote it there on purpose.
 */
export function rearrange(
  form: CallForm,
  before: Situation,
  after: Situation,
  parked: readonly Parked[],
): { body: unknown; parked: readonly Parked[] } {
  let body = after.body;
  let kept = parked;
  const idleBefore = idle(form, before);
  // Bringing one back can give another its use: a few rounds settle it.
  for (let round = 0; round < 4; round += 1) {
    const start = body;
    for (const one of idle(form, { body, mode: after.mode }).values()) {
      if (idleBefore.has(one.pointer)) continue;
      body = withoutValueAndShells(body, tokensOf(one.pointer), 1);
      kept = [...kept.filter(({ pointer }) => pointer !== one.pointer), one];
    }
    for (const one of kept) {
      const tokens = tokensOf(one.pointer);
      const way = nodesAt(form, tokens);
      const hasUse = way?.every(({ node, tokens: at }) =>
        isShown(form, node.row, at, body, after.mode),
      );
      if (!hasUse) continue;
      kept = kept.filter((other) => other !== one);
      if (valueAt(body, tokens) === undefined) body = withValue(body, tokens, one.value);
    }
    if (body === start) break;
  }
  return { body, parked: kept };
}

/** The parked values after an entry of a list went: its own go with it, later ones move up. */
export function withoutEntry(parked: readonly Parked[], list: string, place: number): Parked[] {
  return parked.flatMap((one) => {
    if (!one.pointer.startsWith(`${list}/`)) return [one];
    const [at = '', ...rest] = one.pointer.slice(list.length + 1).split('/');
    if (Number(at) === place) return [];
    if (Number(at) < place) return [one];
    return [{ ...one, pointer: [list, String(Number(at) - 1), ...rest].join('/') }];
  });
}
