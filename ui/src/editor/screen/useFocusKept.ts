import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useEditor } from '../state';

/**
 * Never loses the focus: when the element that had it was removed or moved, it goes back to the same one, else to
 * what `instead` finds for the region that is selected now, else to the area itself. When the selection goes from
 * the focused region to another, as to its copy, the focus goes along.
 */
export function useFocusKept(
  area: RefObject<HTMLElement | null>,
  instead: (selected: string | undefined) => string,
): void {
  const last = useRef<HTMLElement | null>(null);
  const goesAlong = useRef(false);
  const find = useRef(instead);
  find.current = instead;
  useEffect(() => {
    const inside = area.current;
    if (inside === null) return;
    // Where the focus stays when nothing is left in it.
    inside.tabIndex = -1;
    const onIn = (event: FocusEvent) => {
      last.current = event.target as HTMLElement;
    };
    const onOut = (event: FocusEvent) => {
      const left = event.target as HTMLElement;
      // An element that is still there was left on purpose.
      queueMicrotask(() => {
        if (left.isConnected && last.current === left) last.current = null;
      });
    };
    inside.addEventListener('focusin', onIn);
    inside.addEventListener('focusout', onOut);
    // A step that chose other regions than the focused one, as the copy of it.
    const off = useEditor.subscribe((state, before) => {
      if (state.history === before.history || state.selection === before.selection) return;
      const isFocused = (id: string) => document.activeElement?.matches(find.current(id)) === true;
      const [old] = before.selection.filter(isFocused);
      goesAlong.current =
        old !== undefined && state.selection.length > 0 && !state.selection.includes(old);
    });
    return () => {
      off();
      inside.removeEventListener('focusin', onIn);
      inside.removeEventListener('focusout', onOut);
    };
  }, [area]);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const had = last.current;
    const inside = area.current;
    if (had === null || inside === null) return;
    const [selected] = useEditor.getState().selection;
    const found = () => inside.querySelector<HTMLElement>(instead(selected));
    if (goesAlong.current) {
      goesAlong.current = false;
      if (inside.contains(activeElement)) found()?.focus();
    }
    if (activeElement !== null && activeElement !== body) return;
    const same =
      had === inside
        ? inside
        : inside.querySelector<HTMLElement>(`[data-testid="${had.dataset.testid}"]`);
    (same ?? found() ?? inside).focus();
  });
}
