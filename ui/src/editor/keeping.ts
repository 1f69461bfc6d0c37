import { useEffect, useRef } from 'react';
import { call, type Layout } from '../bridge';
import { fromText, toText } from './saved';
import { type EditorState, restoreHistory, useEditor } from './state';

/** How long the document must rest before it is kept, in milliseconds. */
const REST_MS = 400;

export type Keeping = 'kept' | 'saving' | 'failed';

export const layoutOf = (state: EditorState): Layout => ({
  id: state.id,
  name: state.name,
  template: state.isTemplate,
  document: state.history.present,
});

async function keep(state: EditorState): Promise<void> {
  await call('layout_save', layoutOf(state));
  await call('layout_history_save', { id: state.id, text: toText(state.history) });
}

/** Reads the steps that were kept with a layout. */
export async function recall(layout: Layout): Promise<void> {
  if (layout.template) return;
  const { text } = await call('layout_history', { id: layout.id });
  restoreHistory(layout.id, fromText(text, layout.document));
}

/** Keeps one's own layout and its steps whenever they rest, and what is left when the screen goes. */
export function useKeeping(tell: (keeping: Keeping) => void): void {
  const told = useRef(tell);
  told.current = tell;
  useEffect(() => {
    let pending: EditorState | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = () => {
      clearTimeout(timer);
      const state = pending;
      pending = null;
      if (state === null) return;
      keep(state).then(
        () => told.current(pending === null ? 'kept' : 'saving'),
        () => told.current('failed'),
      );
    };
    const off = useEditor.subscribe((state, before) => {
      if (state.id !== before.id && before.id !== state.origin) {
        // Another layout was opened: what belongs to the one before is kept first.
        now();
        return;
      }
      const isChanged = state.history !== before.history || state.name !== before.name;
      const isRestored = state.history.present === before.history.present;
      if (!isChanged || state.isTemplate || (isRestored && state.name === before.name)) return;
      pending = state;
      told.current('saving');
      clearTimeout(timer);
      timer = setTimeout(now, REST_MS);
    });
    return () => {
      now();
      off();
    };
  }, []);
}
