import { useRef, useSyncExternalStore } from 'react';

// Outside of React: that a gesture begins draws nothing.
let isRunning = false;
let ended = 0;
const listeners = new Set<() => void>();

/** A pointer went down on the canvas; until it is done the screen around it rests. */
export function beginGesture(): void {
  isRunning = true;
}

/** It is done, or given up: what came meanwhile is shown. */
export function endGesture(): void {
  if (!isRunning) return;
  isRunning = false;
  ended += 1;
  for (const listener of listeners) listener();
}

function onEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The value, and while a gesture runs the one from before it. */
export function useHeld<T>(value: T): T {
  const held = useRef(value);
  useSyncExternalStore(onEnd, () => ended);
  if (!isRunning) held.current = value;
  return held.current;
}
