import { useEffect, useMemo, useRef } from 'react';
import { create } from 'zustand';
import { useOverlay } from '../app/overlay';
import { useRunning } from '../app/running';
import { useChange } from '../app/useChange';
import { useAccounts, useSettings } from '../data';
import { matches } from './keys';
import { type ActionContext, type ActionHandler, possibleActions } from './registry';

export { matches, shortcutKeys } from './keys';
export { type Action, type ActionContext, actionById, actions, possibleActions } from './registry';

const useHandlers = create<{ handlers: Record<string, ActionHandler> }>(() => ({ handlers: {} }));

/** Lends what a screen can do to the action of that id for as long as the screen is shown. */
export function useActionHandler(id: string, isEnabled: boolean, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const handler = { isEnabled, run: () => latest.current() };
    useHandlers.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: handler } }));
    return () =>
      useHandlers.setState(({ handlers }) => {
        const { [id]: _gone, ...rest } = handlers;
        return { handlers: rest };
      });
  }, [id, isEnabled]);
}

export function useActionContext(): ActionContext {
  const { settings } = useSettings();
  const save = useChange();
  const accounts = useAccounts().data;
  const running = useRunning();
  const handlers = useHandlers((state) => state.handlers);
  return useMemo(
    () => ({ settings, save, accounts: accounts ?? [], running, handlers }),
    [settings, save, accounts, running, handlers],
  );
}

/** Whether keys write a text there. A tick or a slider has none, so that Ctrl+Z is not for them. */
function isTyping(target: EventTarget | null): boolean {
  const texts = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(texts));
}

/** Whether the arrows, Home and End are for what has the focus. */
const isSlider = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('[type=range], [role=slider]');

/** Runs actions by their shortcuts, anywhere in the window except below a dialog. */
export function useActionKeys(): void {
  const context = useRef<ActionContext | null>(null);
  context.current = useActionContext();
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || context.current === null) return;
      if (useOverlay.getState().overlay !== null) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=listbox]')) return;
      const isBare = !event.ctrlKey && !event.metaKey;
      const typing = isTyping(event.target);
      if (isBare && (typing || isSlider(event.target))) return;
      const action = possibleActions(context.current).find(
        ({ shortcut, also, leavesTyping, repeats, isNative }) =>
          !isNative &&
          [shortcut, ...(also ?? [])].some((keys) => keys !== undefined && matches(keys, event)) &&
          !(leavesTyping && typing) &&
          !(event.repeat && !repeats),
      );
      if (action === undefined) return;
      event.preventDefault();
      action.run(context.current);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
