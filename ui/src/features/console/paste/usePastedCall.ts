import { useEffect } from 'react';
import { useDroppedFile } from '../../../editor/screen/useDroppedFile';
import { usePasted } from '../../../editor/screen/usePasted';

/** A text that is a command line of cURL: nobody wants that in a field or in a body. */
export function isCommand(text: string): boolean {
  return /^\s*(\$\s+)?curl(\.exe)?\s/.test(text);
}

/**
 * Gives what is pasted or dropped onto the screen: anything while nobody types, and a cURL command
 * also in the middle of a field. Below a dialog nothing is taken.
 */
export function usePastedCall(onText: (text: string) => void): void {
  usePasted(onText);
  useDroppedFile(onText);
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const { target } = event;
      const isField =
        target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
      if (!isField || (target as Element).closest('[role=dialog]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isCommand(text)) return;
      event.preventDefault();
      event.stopPropagation();
      onText(text);
    }
    // Before the field itself is told.
    window.addEventListener('paste', onPaste, true);
    return () => window.removeEventListener('paste', onPaste, true);
  }, [onText]);
}
