import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useEditor } from '../state';

/**
 * Never loses the focus: when the element that had it was removed or moved, it goes back to the same one, else to
 * what `instead` finds for the region that is selected now.
 */
export function useFocusKept(
  area: RefObject<HTMLElement | null>,
  instead: (selected: string | undefined) => string,
): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const inside = area.current;
    if (inside === null) return;
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
    return () => {
      inside.removeEventListener('focusin', onIn);
      inside.removeEventListener('focusout', onOut);
    };
  }, [area]);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const had = last.current;
    const inside = area.current;
    if (had === null || inside === null) return;
    if (activeElement !== null && activeElement !== body) return;
    const [selected] = useEditor.getState().selection;
    const same = inside.querySelector<HTMLElement>(`[data-testid="${had.dataset.testid}"]`);
    (same ?? inside.querySelector<HTMLElement>(instead(selected)))?.focus();
  });
}
