import type { LayoutDocument, Region } from '../bridge';

/** How many steps can be taken back. */
export const MOST_STEPS = 500;
/** Nudges within this time are one step, in milliseconds. */
export const MERGE_MS = 1_000;

/** What was done; the words are in the catalogues. */
export type StepCode =
  | 'move'
  | 'nudge'
  | 'resize'
  | 'add'
  | 'duplicate'
  | 'remove'
  | 'order'
  | 'align'
  | 'distribute'
  | 'sameSize'
  | 'tidy'
  | 'swap'
  | 'numbers'
  | 'rename'
  | 'assign'
  | 'fit'
  | 'opacity'
  | 'lock'
  | 'unlock'
  | 'hide'
  | 'show'
  | 'ratio'
  | 'unknown'
  | 'background'
  | 'pictures'
  | 'canvas'
  | 'template'
  | 'paste';

export type StepSubject = Pick<Region, 'role' | 'number' | 'name'>;

export interface StepName {
  code: StepCode;
  /** The region, where it was one. */
  what?: StepSubject;
  /** How many, where they were several. */
  count?: number;
}

export interface Step {
  name: StepName;
  /** The document before the step. */
  before: LayoutDocument;
  /** When, in milliseconds. */
  at: number;
}

export interface History {
  readonly present: LayoutDocument;
  /** The last one is the newest. */
  readonly past: readonly Step[];
  /** The first one is the next to be done again; `before` then holds what it leads to. */
  readonly future: readonly Step[];
}

export function begin(present: LayoutDocument): History {
  return { present, past: [], future: [] };
}

const merges = (code: StepCode) => code === 'nudge' || code === 'opacity';

const sameSubject = (a: StepName, b: StepName) =>
  a.code === b.code && a.count === b.count && JSON.stringify(a.what) === JSON.stringify(b.what);

/** Goes on to another document, in one step with a name. The same document is no step. */
export function commit(
  history: History,
  next: LayoutDocument,
  name: StepName,
  now: number,
): History {
  if (next === history.present) return history;
  const last = history.past.at(-1);
  const isMerged =
    last !== undefined &&
    history.future.length === 0 &&
    merges(name.code) &&
    sameSubject(last.name, name) &&
    now - last.at < MERGE_MS;
  if (isMerged) {
    const past = [...history.past.slice(0, -1), { ...last, at: now }];
    return { present: next, past, future: [] };
  }
  const step: Step = { name, before: history.present, at: now };
  return { present: next, past: [...history.past, step].slice(-MOST_STEPS), future: [] };
}

export function undo(history: History): History {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  return {
    present: step.before,
    past: history.past.slice(0, -1),
    future: [{ ...step, before: history.present }, ...history.future],
  };
}

export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (step === undefined) return history;
  return {
    present: step.before,
    past: [...history.past, { ...step, before: history.present }],
    future,
  };
}
