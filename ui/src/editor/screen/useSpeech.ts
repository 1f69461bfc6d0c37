import { useEffect } from 'react';
import { regionName, useMessages } from '../../messages';
import { chosen, say, useEditor } from '../state';
import { pixelsOf } from './words';

/** Says what a nudge did, and what was undone: a place cannot be seen by ear. */
export function useSpeech(): void {
  const messages = useMessages();
  useEffect(
    () =>
      useEditor.subscribe((state, before) => {
        if (state.history === before.history || state.id !== before.id) return;
        const last = state.history.past.at(-1)?.name.code;
        if (last !== 'nudge' || state.history.past.length < before.history.past.length) return;
        const regions = chosen(state);
        const [only] = regions;
        if (only === undefined) return;
        if (regions.length > 1) {
          say(messages.editor.severalNudged(regions.length));
          return;
        }
        const { x, y, width, height } = pixelsOf(only, state.history.present);
        const text = (value: number) => String(value);
        say(
          messages.editor.nudged(
            regionName(messages, only),
            text(x),
            text(y),
            text(width),
            text(height),
          ),
        );
      }),
    [messages],
  );
}
