import { useEffect } from 'react';

/** Gives the text that is pasted while nobody types in a field. */
export function usePasted(onText: (text: string) => void): void {
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const target = event.target as Element | null;
      if (target?.closest?.('input, textarea, [contenteditable], [role=dialog]')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      onText(text);
    }
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
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
