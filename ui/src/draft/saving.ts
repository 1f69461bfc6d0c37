import { useEffect, useRef } from 'react';
import type { Settings, Setup } from '../bridge';
import { useDraft } from '.';

/** How long the form must rest before it is saved, in milliseconds. */
const REST_MS = 500;

/** Keeps the form in the settings, whichever screen changes it. */
export function useDraftSaving(save: (change: Partial<Settings>) => Promise<void>): void {
  const { setup, isLoaded } = useDraft();
  const latestSave = useRef(save);
  latestSave.current = save;
  const saved = useRef<Setup | null>(null);
  useEffect(() => {
    if (!isLoaded) return;
    // What was loaded at launch needs no saving.
    saved.current ??= setup;
    if (saved.current === setup) return;
    const timer = setTimeout(() => {
      saved.current = setup;
      // A draft that could not be saved goes out with the next change; the form itself keeps everything.
      latestSave.current({ draft: setup }).catch(() => undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [setup, isLoaded]);
}
