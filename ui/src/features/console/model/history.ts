/** How many steps can be taken back. */
export const STEPS = 200;
/** Further changes of one thing within this time belong to one step, in milliseconds. */
const TOGETHER_MS = 1000;

interface Step<T> {
  /** What was there before the step. */
  before: T;
  /** What it changed: further changes of the same may belong to it. */
  key: string;
  at: number;
}

/** What was done and can be taken back, and what was taken back. */
export interface History<T> {
  past: readonly Step<T>[];
  future: readonly T[];
}

export const noHistory: History<never> = { past: [], future: [] };

/** Notes a change, before which there was `before`. */
export function noted<T>(history: History<T>, before: T, key: string, at: number): History<T> {
  const last = history.past.at(-1);
  if (last && key !== '' && last.key === key && at - last.at < TOGETHER_MS) {
    return { past: [...history.past.slice(0, -1), { ...last, at }], future: [] };
  }
  return { past: [...history.past, { before, key, at }].slice(-STEPS), future: [] };
}

export function undone<T>(history: History<T>, now: T): { history: History<T>; state: T } | null {
  const last = history.past.at(-1);
  if (last === undefined) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, now] },
    state: last.before,
  };
}

export function redone<T>(history: History<T>, now: T): { history: History<T>; state: T } | null {
  const next = history.future.at(-1);
  if (next === undefined) return null;
  return {
    history: {
      past: [...history.past, { before: now, key: '', at: 0 }],
      future: history.future.slice(0, -1),
    },
    state: next,
  };
}

/** The same steps with every state in them changed. */
export function mapped<T>(history: History<T>, change: (state: T) => T): History<T> {
  return {
    past: history.past.map((step) => ({ ...step, before: change(step.before) })),
    future: history.future.map(change),
  };
}
