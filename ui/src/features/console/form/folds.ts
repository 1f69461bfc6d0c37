import { create } from 'zustand';
import { pointerOf, tokensOf } from '../model/pointer';

interface Folds {
  /** What a person opened or closed, by call and place; anything else is as arranged. */
  turned: Readonly<Record<string, boolean>>;
  /** Everything is open, or everything closed, apart from what was turned since. */
  all: boolean | null;
}

/** Which sections of the form are open. It outlives the screen. */
export const useFolds = create<Folds>(() => ({ turned: {}, all: null }));

export function turn(key: string, isOpen: boolean): void {
  useFolds.setState(({ turned }) => ({ turned: { ...turned, [key]: isOpen } }));
}

export function turnAll(isOpen: boolean): void {
  useFolds.setState({ turned: {}, all: isOpen });
}

/** Whether a section is open. `isOpenAtFirst` holds until somebody says otherwise. */
export function useIsOpen(key: string, isOpenAtFirst: boolean): boolean {
  return useFolds(({ turned, all }) => turned[key] ?? all ?? isOpenAtFirst);
}

/** Opens all sections on the way to a field. */
export function openWay(field: string): void {
  const tokens = tokensOf(field);
  useFolds.setState(({ turned }) => {
    const open = { ...turned };
    for (let length = 0; length <= tokens.length; length += 1) {
      const part = pointerOf(tokens.slice(0, length));
      open[part] = true;
      open[moreKey(part)] = true;
    }
    return { turned: open };
  });
}

/** The key of the part of a section that is rarely used. */
export function moreKey(section: string): string {
  return `${section}#more`;
}
