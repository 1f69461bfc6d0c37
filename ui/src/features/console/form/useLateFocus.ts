import { type RefObject, useEffect, useRef } from 'react';

/** A list that closes gives the focus back within this time, in milliseconds. */
const LATE_MS = 60;

/** Puts the cursor into what takes the place of a list's button, once the list has let go of the focus. */
export function useLateFocus<T extends HTMLElement>(isWanted: boolean): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => ref.current?.focus(), LATE_MS);
    return () => clearTimeout(timer);
  }, [isWanted]);
  return ref;
}
