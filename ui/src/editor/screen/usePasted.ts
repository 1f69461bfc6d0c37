import { useEffect } from 'react';

/** How long the system may take to tell of a paste after its keys, in milliseconds. */
const WAIT_MS = 150;

const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, [contenteditable], [role=dialog]') !== null;

/**
 * Gives the text that is pasted while nobody types in a field. Where the system keeps the text to itself it gives
 * an empty one, so that there is a field to paste into.
 */
export function usePasted(onText: (text: string) => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function onPaste(event: ClipboardEvent) {
      if (isElsewhere(event.target)) return;
      clearTimeout(timer);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      event.preventDefault();
      onText(text.trim() === '' ? '' : text);
    }
    function onKey(event: KeyboardEvent) {
      const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
      if (!isPaste || event.repeat || event.shiftKey || isElsewhere(event.target)) return;
      clearTimeout(timer);
      timer = setTimeout(() => onText(''), WAIT_MS);
    }
    // WebKit tells of a paste outside of fields only where somebody asks for it beforehand.
    function onBefore(event: Event) {
      if (!isElsewhere(event.target)) event.preventDefault();
    }
    window.addEventListener('beforepaste', onBefore);
    window.addEventListener('paste', onPaste);
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('beforepaste', onBefore);
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('keydown', onKey);
    };
  }, [onText]);
}

/** Whether a text is one region alone, which is added instead of taking the place of all. */
export function isRegion(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'x_axis' in value;
  } catch {
    return false;
  }
}
